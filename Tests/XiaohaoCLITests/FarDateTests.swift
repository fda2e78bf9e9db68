import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// A year that was mistyped: the clock of these tests shows 20 July 2020.
struct FarDateTests {
  private let desk: Desk
  private let signed = "--ledger 台账 --actor 学工部"

  init() throws { desk = try Desk.withPlan() }

  @Test(arguments: [
    "note 3.1 进展 --today 2202-07-28", "start 3.1 --today 2202-07-28",
    "meeting open 2202-07 --today 2202-07-28",
    "revise 9.2 --deadline 2050年8月底前 --reason 更正 --today 2020-07-21",
    "extend request 3.2 --until 2202-08-01 --reason 忙 --progress 过半 --today 2020-07-21",
    "gap raise 缺制度 --owner 学工部 --due 2202-08-01 --today 2020-07-21",
  ])
  func `a day far off is refused until it is confirmed`(line: String) throws {
    let before = try desk.ledgerBytes()
    let refused = desk.run("\(line) \(signed)")
    #expect(refused.status == .refused)
    #expect(
      refused.messages.contains("date-far-off") && refused.messages.contains("--confirm-date"))
    #expect(try desk.ledgerBytes() == before)
    #expect(desk.run("\(line) \(signed) --confirm-date").status == .fine)
  }

  @Test func `taking an entry of a mistyped year back leaves nothing of that year`() throws {
    desk.run("start 3.1 --today 2202-07-28 --confirm-date \(signed)")
    #expect(desk.run("note 3.1 进展 --today 2020-07-22 \(signed)").status == .fine)
    let stuck = desk.run("start 3.2 --today 2202-07-28 --confirm-date \(signed)")
    #expect(stuck.status == .fine)
    // 第 31 条 2202-07-28 学工部：认领 3.2
    let last = try #require(Int(stuck.output.split(separator: " ")[1]))
    let undo = desk.run("undo \(last) --reason 年份写错 --today 2020-07-22 \(signed)")
    #expect(undo.status == .fine, "\(undo.messages)")
    #expect(desk.run("start 3.2 --today 2020-07-22 \(signed)").status == .fine)
    #expect(desk.run("verify --ledger 台账").status == .fine)
    for day in ["2020-07-22", "2021-01-01", "2203-01-01"] {
      let items = try desk.json("show 3.2 --json --as-of \(day) --today \(day) --ledger 台账")
      let item = (items["items"] as? [[String: Any]])?.first
      #expect(item?["state"] as? String == "inProgress", "\(day)")
    }
  }
}
