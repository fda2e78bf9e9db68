import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// What somebody types is said back where it was read in one of several ways, or looks like a slip.
struct TypedSlipsTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPlan() }

  @discardableResult
  private func office(_ line: String) -> Desk.Outcome {
    let outcome = desk.run(line + " --actor 领导小组办公室 --ledger 台账 --today 2020-07-22")
    #expect(outcome.status == .fine, "\(line): \(outcome.messages)")
    return outcome
  }

  @Test func `a deadline without a year is told with the day it was read as`() {
    let said = office("revise 9.2 --deadline 7月20日 --reason 会议明确").messages
    #expect(said.contains("deadline-year-assumed"), "\(said)")
    #expect(said.contains("读作 2020-07-20，年份是推定的"), "\(said)")
    #expect(said.contains("deadline-passed"), "\(said)")
    let whole = office("revise 9.2 --deadline 2020年9月20日 --reason 会议明确").messages
    #expect(
      !whole.contains("deadline-year-assumed") && !whole.contains("deadline-passed"), "\(whole)")
  }

  @Test(arguments: [
    ("天文台", true), ("学工部", false), ("领导小组办公室", false), ("学工部、校团委", false),
    ("学工部、月球站", true), ("各学院", false), ("校团委和教务处", false), ("校团委/教务处", false), ("相关部门", false),
  ])
  func `an owner whom nobody knows is named`(owner: String, isNamed: Bool) {
    let gap = office("gap raise 制度未公示 --owner \(owner)").messages
    #expect(gap.contains("owner-unknown") == isNamed, "\(gap)")
    office("meeting open 2020-07")
    let decision = office("meeting decide 2020-07 --text 统一格式 --owner \(owner) --due 2020-08-10")
    #expect(decision.messages.contains("owner-unknown") == isNamed, "\(decision.messages)")
  }

  @Test func `the number of a document is proofread where it is typed`() throws {
    try desk.write("通知.txt", Array("通知".utf8))
    let said = office("attach 1.1 通知.txt --caption 通知 --number 青团委【2020】5号").messages
    #expect(said.contains("text-proofreading") && said.contains("【2020】"), "\(said)")
    let corrected = office("revise 1.1 --evidence 证-1.1-01 --number 青团委【2020】6号 --reason 核对")
      .messages
    #expect(corrected.contains("text-proofreading"), "\(corrected)")
    let right = office("attach 1.2 通知.txt --caption 通知 --number 青团委〔2020〕7号").messages
    #expect(!right.contains("text-proofreading"), "\(right)")
  }

  @Test(
    .bug(id: "desk", "a remark that no cell can hold made every export fail"),
    arguments: [
      "revise 2.1 --remark 长 --reason 补记", "revise 2.1 --person 长 --reason 补记",
      "reviewer set 长 --reason 分工调整", "fact set 工作人员 31 --source 长",
      "attach 2.1 通知.txt --caption 长",
    ])
  func `words that may be left out are no longer than others`(line: String) throws {
    try desk.write("通知.txt", Array("通知".utf8))
    let end = ["--actor", "领导小组办公室", "--ledger", "台账", "--today", "2020-07-22"]
    func run(_ count: Int) -> Desk.Outcome {
      desk.run(
        line.split(separator: " ").map {
          $0 == "长" ? String(repeating: "长", count: count) : String($0)
        } + end)
    }
    let refused = run(2001)
    #expect(refused.status == .refused)
    #expect(refused.messages.contains("有 2001 个字，最多写 2000 个字"), "\(refused.messages)")
    let taken = run(2000)
    #expect(taken.status == .fine, "\(taken.messages)")
  }

  @Test(.bug(id: "desk", "the folder of a file was left out of the command to type"))
  func `a command to type again names a file where it lies`() throws {
    try FileManager.default.createDirectory(
      atPath: desk.path("上级"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: SharedDocuments.repository.appendingPathComponent("tasks/guangdong-2020.md").path,
      toPath: desk.path("上级/通知.md"))
    let said = desk.run("import 上级/通知.md --ledger 台账 --today 2020-07-22").messages
    #expect(said.contains("--list 上级/通知.md"), "\(said)")
  }
}
