import Foundation
import Testing
import XiaohaoCLI

/// A ledger of which one entry was altered: what goes out of the house is refused.
struct DamagedPapersTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withPlan()
    let noted = desk.run(
      "note 1.1 章程修订稿已征求意见 --actor 学工部 --ledger 台账 --today 2020-07-22")
    #expect(noted.status == .fine, "\(noted.messages)")
    try alter("台账/ledger.sqlite")
  }

  /// Changes one character of the note in a file, without a word to the program.
  private func alter(_ file: String) throws {
    let url = desk.folder.appendingPathComponent(file)
    var bytes = try Data(contentsOf: url)
    let place = try #require(bytes.range(of: Data("章程修订稿".utf8)))
    bytes.replaceSubrange(place, with: Data("章程修订案".utf8))
    try bytes.write(to: url)
  }

  private func run(_ line: String) -> Desk.Outcome {
    desk.run(line + " --ledger 台账 --today 2020-07-22")
  }

  @Test(
    .bug(id: "damaged-papers", "a damaged ledger went on printing papers without a word"),
    arguments: [
      "report self-evaluation", "report monthly 2020-07", "report board", "report ledger",
      "report missing", "missing", "export --csv", "export --xlsx --output 出.xlsx",
      "export --ics", "sheet export 学工部 --output 表", "bundle --out 报送.zip",
    ])
  func `papers and exports of a damaged ledger are refused`(line: String) {
    let outcome = run(line)
    #expect(outcome.status == .integrity, "\(line) \(outcome.messages)")
    #expect(!outcome.output.contains("章程修订案"))
    #expect(outcome.messages.contains("「台账/ledger.sqlite」已损坏：第 "), "\(outcome.messages)")
    #expect(outcome.messages.contains("条记录与校验链不符"))
    #expect(outcome.messages.contains("xiaohao verify"))
    #expect(!outcome.messages.contains("chain"))
  }

  @Test func `a look at the ledger shows what is there`() {
    #expect(run("list").status == .fine)
    #expect(run("verify").status == .integrity)
  }

  @Test(.bug(id: "damaged-papers", "rollup named the fault in English and a file nobody has"))
  func `a rollup says which entry of whose ledger it is`() throws {
    let outcome = desk.run("rollup 台账 --as-of 2020-07-22 --today 2020-07-22")
    #expect(outcome.messages.contains("「台账/ledger.sqlite」已损坏：第 "), "\(outcome.messages)")
    #expect(!outcome.messages.contains("chain"))
  }
}
