import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// The day a paper speaks of, when it contradicts today or a seal.
struct PaperDayTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withPlan()
  }

  @discardableResult
  private func run(_ line: String) -> Desk.Outcome {
    desk.run(line + " --ledger 台账 --today 2020-08-05")
  }

  @Test(.bug(id: "desk", "the self-check of a month that has not begun was printed"))
  func `the paper of a month that has not begun is refused`() {
    let outcome = run("report monthly 2020-09")
    #expect(outcome.status == .refused)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.contains("xiaohao report monthly 2020-08"), "\(outcome.messages)")
    #expect(run("report monthly 2020-08").status == .fine)
    #expect(run("report monthly 2020-09 --list-keys").status == .fine)
  }

  @Test(
    .bug(id: "desk", "papers of a day to come said nothing of it"),
    arguments: ["report self-evaluation", "report ledger", "bundle --out 报送 --format md"])
  func `a paper of a day that is to come says so`(_ line: String) {
    let outcome = run(line + " --as-of 2020-10-12")
    #expect(outcome.status == .fine, "\(outcome.messages)")
    #expect(outcome.messages.contains("提醒[day-ahead]"), "\(outcome.messages)")
    #expect(!run("report ledger --as-of 2020-08-05").messages.contains("day-ahead"))
  }

  @Test(
    .bug(id: "desk", "a sealed month printed with an earlier day said that entries were left out"))
  func `a sealed month keeps its day, and that is said`() {
    run("note 1.1 已开会 --actor 学工部 --on 2020-07-25")
    #expect(run("meeting open 2020-07 --actor 领导小组办公室").status == .fine)
    #expect(run("meeting close 2020-07 --actor 领导小组办公室").status == .fine)
    let sealed = run("report monthly 2020-07").output
    let asked = run("report monthly 2020-07 --as-of 2020-07-22")
    #expect(asked.output == sealed)
    #expect(asked.messages.contains("说明[sealed-day-holds]"), "\(asked.messages)")
    #expect(!asked.messages.contains("later-entries"))
  }
}
