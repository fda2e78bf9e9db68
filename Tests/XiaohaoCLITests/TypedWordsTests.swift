import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// What is typed with a Chinese keyboard is understood, and what is not is answered with how to
/// write it.
struct TypedWordsTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withPlan()
  }

  private func run(_ line: String) -> Desk.Outcome {
    desk.run(line + " --ledger 台账 --today 2020-07-21")
  }

  @Test(
    .bug(id: "desk", "a full-width number was refused although it looks the same"),
    arguments: ["３.２", "３．２", "3。2", "１.１，３.２", "1.1、３.２", "３.*", "７．１－７．３", "7.1～7.3", "7.1—7.3"])
  func `full-width numbers name items`(_ words: String) {
    let outcome = run("show \(words)")
    #expect(outcome.status == .fine, "\(outcome.messages)")
  }

  @Test func `full-width numbers of clauses and of a gap's item`() {
    #expect(
      run("revise 1.1 --clause １．１ --reason 核对 --actor 校团委").status == .fine)
    #expect(run("gap raise 缺签到表 --item ３.２ --owner 学工部 --actor 校团委").status == .fine)
    #expect(run("show 3.3.3").status == .usage)
  }

  @Test(
    .bug(id: "desk", "a date that cannot be read was refused without saying how to write it"),
    arguments: [
      ("note 1.1 开会 --on 8月1日 --actor 学工部", "2020-09-01"),
      ("note 1.1 开会 --on 2020-13-01 --actor 学工部", "2020年9月1日"),
      ("list --due-within 三十", "30"), ("meeting open 八月 --actor 校团委", "2020-08"),
      ("undo abc --reason 记错 --actor 学工部", "xiaohao history --ledger 台账"),
    ])
  func `a value that cannot be read is answered with how to write it`(line: String, remedy: String)
  {
    let outcome = run(line)
    #expect(outcome.status == .usage)
    let lines = outcome.messages.split(separator: "\n")
    #expect(lines.first?.hasPrefix("错误[usage]: 取值 ") == true, "\(outcome.messages)")
    #expect(lines.dropFirst().first?.hasPrefix("  建议：") == true, "\(outcome.messages)")
    #expect(lines.dropFirst().first?.contains(remedy) == true, "\(outcome.messages)")
  }

  @Test(
    .bug(id: "desk", "a mistyped command was answered as an unknown option"),
    arguments: [
      ("lst --overdue", "list"), ("fact st 工作人员 31", "set"), ("导人 方案.docx", "导入"),
      ("extend requst 1.1", "request"), ("bogus", "xiaohao --help"),
    ])
  func `a mistyped command is answered with the nearest`(line: String, nearest: String) {
    let outcome = run(line)
    #expect(outcome.status == .usage)
    #expect(outcome.messages.hasPrefix("错误[command-unknown]"), "\(outcome.messages)")
    #expect(outcome.messages.contains(nearest), "\(outcome.messages)")
  }

  @Test(
    .bug(id: "desk", "a group without a command was answered as an unknown option"),
    arguments: [("fact", "set"), ("gap", "raise"), ("", "import"), ("meeting", "close")])
  func `options in place of a command are answered with the commands`(
    group: String, known: String
  ) {
    let outcome = run(group)
    #expect(outcome.status == .usage)
    #expect(outcome.messages.hasPrefix("错误[command-missing]"), "\(outcome.messages)")
    #expect(outcome.messages.contains(known))
  }

  @Test func `the values that can be given are named in Chinese`() {
    let outcome = run("report ledger --format doc")
    #expect(outcome.status == .usage)
    #expect(outcome.messages.contains("；可用：'md'、'html'、'docx'、'pdf'"), "\(outcome.messages)")
    #expect(!outcome.messages.contains("Please"))
  }

  @Test(.bug(id: "desk", "an empty measure was recorded as one"))
  func `an empty measure is refused`() throws {
    let before = try desk.ledgerBytes()
    let outcome = desk.run([
      "revise", "3.1", "--measure", " ", "--reason", "补", "--actor", "校团委", "--ledger", "台账",
      "--today", "2020-07-21",
    ])
    #expect(outcome.status == .refused)
    #expect(outcome.messages.contains("没有写落实措施的内容"), "\(outcome.messages)")
    #expect(try desk.ledgerBytes() == before)
  }

  @Test(.bug(id: "desk", "a note for an earlier day was printed as the latest progress"))
  func `the latest progress is that of the latest day`() {
    #expect(run("start 2.3 --actor 学工部").status == .fine)
    #expect(run("note 2.3 七月走访 --on 2020-07-20 --actor 学工部").status == .fine)
    #expect(run("note 2.3 六月走访 --on 2020-06-15 --actor 学工部").status == .fine)
    let report = run("report ledger").output
    #expect(report.contains("2020年7月20日：七月走访"), "\(report)")
    #expect(!report.contains("六月走访"))
  }

  @Test func `a note that is sent once more is said and not recorded again`() {
    let note = "note 1.1 已开会 --actor 学工部"
    #expect(run(note).output.contains("进展 1.1"))
    let again = run(note)
    #expect(again.status == .fine && again.output.isEmpty, "\(again)")
    #expect(again.messages.contains("说明[note-repeated]: 这一条进展与第"), "\(again)")
    #expect(run(note + " --on 2020-07-19").output.contains("进展 1.1"))
  }

  @Test(.bug(id: "desk", "a share recorded for a head count was printed as one person"))
  func `a share in place of a count is questioned`() {
    let outcome = run("fact set 参训人员 100% --actor 校团委")
    #expect(outcome.messages.contains("提醒[fact-share-for-count]"), "\(outcome.messages)")
    #expect(!run("fact set 参训人员 31 --actor 校团委").messages.contains("fact-share-for-count"))
  }
}
