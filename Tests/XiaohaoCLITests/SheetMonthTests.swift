import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// A month by sheets, as the article shows it.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["XIAOHAO_STRICT"] == "1" || Python.has("openpyxl"),
    Python.absence(of: "openpyxl")))
struct SheetMonthTests {
  @Test func `a month of eight departments takes the office five commands`() throws {
    let month = try SheetMonth()
    #expect(month.counts == (27, 46))
    let (text, statuses) = try month.article()
    #expect(statuses == [0, 1, 1, 0, 0])
    Golden.expect(text, at: "Sources/TaskLedger/Documentation.docc/SheetMonth.md")
    let items = try month.desk.items("list", on: "2020-08-31")
    #expect(items.map { ($0["evidence"] as? [Any])?.count ?? 0 }.reduce(0, +) == 46)
    #expect(items.count { $0["state"] as? String == "submitted" } == 9)
    // Each entry holds to the rules on the day it counts.
    let verified = month.desk.run("verify --ledger 台账 --today 2020-08-31")
    #expect(verified.status == .fine, "\(verified.messages)\(verified.output)")
    // Everything came from a cell, and history names it.
    let history = month.desk.run("history --ledger 台账 --today 2020-08-31").output
    #expect(history.contains("党政办-填报表-2020-08.xlsx[任务!"))
  }
}
