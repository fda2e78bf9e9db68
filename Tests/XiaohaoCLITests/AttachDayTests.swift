import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// The day of a piece of evidence, the day it counts from and the day it was entered are three.
struct AttachDayTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withPlan()
    try desk.write("会议纪要.txt", Array("纪要".utf8))
    run("start 1.1 --actor 学工部 --today 2020-07-21")
  }

  @discardableResult
  private func run(_ line: String) -> Desk.Outcome { desk.run(line + " --ledger 台账") }

  @Test(.bug(id: "desk", "evidence showed as attached on a day before the item was claimed"))
  func `the day of the material is not shown as the day of the entry`() throws {
    let outcome = run("attach 1.1 会议纪要.txt --on 2020-07-10 --actor 学工部 --today 2020-07-22")
    #expect(outcome.status == .fine)
    #expect(outcome.output.contains("2020-07-10（2020-07-22 补记） 学工部：佐证 1.1"), "\(outcome.output)")
    let sheet = run("show 1.1 --today 2020-07-22").output
    #expect(sheet.contains("材料日期 2020-07-10　学工部 2020-07-22 登记"), "\(sheet)")
    let items = try #require(
      try desk.json("show 1.1 --json --ledger 台账 --today 2020-07-22")["items"] as? [[String: Any]])
    let evidence = try #require((items.first?["evidence"] as? [[String: Any]])?.first)
    #expect(evidence["date"] as? String == "2020-07-10")
    #expect(evidence["attachedOn"] as? String == "2020-07-22")
    #expect(evidence["countsFrom"] as? String == "2020-07-10")
  }

  @Test func `a material older than the plan counts from the plan, and keeps its day`() throws {
    let outcome = run("attach 1.1 会议纪要.txt --on 2019-12-30 --actor 学工部 --today 2020-07-22")
    #expect(outcome.status == .fine, "\(outcome.messages)")
    #expect(outcome.output.contains("材料日期 2019-12-30 早于方案计入的 2020-06-08"), "\(outcome.output)")
    let index = run("report evidence-index --today 2020-07-22").output
    #expect(index.contains("| 2019年12月30日 |"), "\(index)")
    let back = run("show 1.1 --as-of 2020-06-08 --today 2020-07-22")
    #expect(back.output.contains("证-1.1-01"))
  }

  @Test func `a day after today is refused, once`() throws {
    let before = try desk.ledgerBytes()
    let outcome = run("attach 1.1 会议纪要.txt --on 2020-07-23 --actor 学工部 --today 2020-07-22")
    #expect(outcome.status == .refused)
    #expect(outcome.messages.components(separatedBy: "[date-in-future]").count == 2)
    #expect(try desk.ledgerBytes() == before)
  }

  @Test func `without a day the index says none`() throws {
    run("attach 1.1 会议纪要.txt --actor 学工部 --today 2020-07-22")
    #expect(!run("show 1.1 --today 2020-07-22").output.contains("材料日期"))
  }
}
