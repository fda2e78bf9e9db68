import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// An output never silently takes the place of somebody's file.
struct OutputTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withPlan()
  }

  private func run(_ line: String) -> Desk.Outcome {
    let ledger = line.hasPrefix("rollup") ? "" : " --ledger 台账"
    return desk.run(line + ledger + " --today 2020-08-01")
  }

  private static let lines = [
    "report self-evaluation --output 甲.md", "report monthly 2020-07 --output 甲.html",
    "report board --output 甲.html", "export --csv --output 甲.csv",
    "export --ics --output 甲.ics", "export --events --output 甲.jsonl",
    "export --xlsx --output 甲.xlsx", "rollup 台账 --output 甲.md", "rollup 台账 --output 甲.csv",
    "rollup 台账 --output 甲.json", "rollup 台账 --output 甲.xlsx",
  ]

  private func name(_ line: String) -> String { String(line.split(separator: " ").last ?? "") }

  @Test(.bug(id: "desk", "any file of that name was replaced without a word"), arguments: lines)
  func `a file that is no earlier output is left alone unless forced`(_ line: String) throws {
    let file = name(line)
    for own in ["手写的稿子\n", "PK手写的", "{\n  \"kind\": \"别的\"\n}\n"] {
      try desk.write(file, Array(own.utf8))
      let outcome = run(line)
      #expect(outcome.status == .refused)
      #expect(outcome.messages.contains("错误[output-exists]"), "\(outcome.messages)")
      #expect(outcome.messages.contains("--force"))
      #expect(try desk.text(file) == own)
    }
    #expect(run(line + " --force").status == .fine)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: desk.path(file)))
    #expect(!bytes.isEmpty)
  }

  @Test(arguments: lines)
  func `the same command runs again, and says what it replaced`(_ line: String) throws {
    let first = run(line)
    #expect(first.status == .fine, "\(first.messages)")
    #expect(!first.output.contains("替换"))
    let again = run(line)
    #expect(again.status == .fine, "\(again.messages)")
    #expect(!again.output.contains("替换"), "the same bytes replace nothing")
    desk.run("note 1.1 已开会 --actor 学工部 --ledger 台账 --today 2020-08-01")
    desk.run("start 1.1 --actor 学工部 --ledger 台账 --today 2020-08-01")
    desk.run(
      "revise 2.1 --remark 见附件 --reason 补记 --actor 学工部 --ledger 台账 --today 2020-08-01")
    let later = run(line)
    #expect(later.status == .fine, "\(later.messages)")
  }

  @Test(.enabled(if: PrintedMeasureTests.hasPandoc, "pandoc is not installed"))
  func `a Word file that the program made is replaced, one that Word saved is not`() throws {
    desk.variables["PATH"] = ProcessInfo.processInfo.environment["PATH"]
    #expect(run("report filing-form --output 件.docx").status == .fine)
    #expect(run("report reform --output 件.docx").output == "已写出「件.docx」，替换了上次写出的\n")
    let plan = try Data(contentsOf: URL(fileURLWithPath: Desk.samplePlan))
    try desk.write("件.docx", Array(plan))
    let outcome = run("report reform --output 件.docx")
    #expect(outcome.messages.contains("output-exists"), "\(outcome)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: desk.path("件.docx"))) == plan)
  }

  @Test(.enabled(if: PrintedMeasureTests.hasOffice, "LibreOffice is not installed"))
  func `a PDF that the program made is replaced, another is not`() throws {
    desk.variables["PATH"] = ProcessInfo.processInfo.environment["PATH"]
    #expect(run("report filing-form --output 件.pdf").status == .fine)
    #expect(run("report reform --output 件.pdf").output.hasSuffix("替换了上次写出的\n"))
    try desk.write("件.pdf", Array("%PDF-1.4 别人的文件".utf8))
    #expect(run("report reform --output 件.pdf").messages.contains("output-exists"))
    #expect(try desk.text("件.pdf") == "%PDF-1.4 别人的文件")
  }

  @Test(
    .bug(id: "desk", "the system's reasons were given in English"),
    arguments: [("没有的文件夹/甲.md", "没有这个文件夹"), ("台账", "它是文件夹，不是文件")])
  func `why an output cannot be written is said in Chinese`(file: String, reason: String) {
    let outcome = run("report ledger --format md --output \(file)")
    #expect(outcome.status == .disk)
    #expect(outcome.messages.contains(reason), "\(outcome.messages)")
  }

  @Test func `another month's paper is another paper`() throws {
    #expect(run("report monthly 2020-06 --output 自查.md").status == .fine)
    let june = try desk.text("自查.md")
    #expect(run("report monthly 2020-07 --output 自查.md").messages.contains("output-exists"))
    #expect(try desk.text("自查.md") == june)
  }

  @Test func `an earlier output that differs is replaced, and that is said`() throws {
    #expect(run("report ledger --output 台账表.md").status == .fine)
    desk.run("start 1.1 --actor 学工部 --ledger 台账 --today 2020-08-01")
    let outcome = run("report ledger --output 台账表.md")
    #expect(outcome.output == "已写出「台账表.md」，替换了上次写出的\n")
  }

  @Test(.bug(id: "output-incomplete"))
  func `what was not printed whole is said, and what was entered stays`() throws {
    let desk = try Desk.withPlan()
    desk.outputFault = { ENOSPC }
    let listed = desk.run("list --ledger 台账 --today 2020-07-20")
    #expect(listed.status == .disk)
    #expect(listed.messages.contains("错误[output-incomplete]: 输出没有写全：磁盘满了"))
    let noted = desk.run("note 1.1 推进会 --actor 学工部 --ledger 台账 --today 2020-07-20")
    #expect(noted.status == .disk)
    desk.outputFault = { nil }
    #expect(desk.run("show 1.1 --ledger 台账 --today 2020-07-20").output.contains("推进会"))
  }

  @Test(.bug(id: "output-incomplete"))
  func `what a command found weighs more than output that was cut`() throws {
    let desk = try Desk.withPlan()
    desk.outputFault = { ENOSPC }
    #expect(desk.run("check --ledger 台账 --today 2020-07-20").status == .refused)
    #expect(desk.run("list --ledger 没有 --today 2020-07-20").status == .unreadableInput)
  }

  @Test(
    .bug(id: "desk", "only papers and exports kept out of the folder of evidence"),
    arguments: [
      "backup 台账/evidence/备份.zip --ledger 台账", "bundle --out 台账/evidence/报送 --ledger 台账",
      "collect 台账 --into 台账/evidence/收件", "rollup 台账 --rows 台账/evidence/行",
      "init --school 乙学院 --ledger 台账/evidence/乙", "restore 备份.zip --ledger 台账/evidence/丙",
    ])
  func `nothing is written into the evidence of a ledger`(line: String) throws {
    #expect(desk.run("backup 备份.zip --ledger 台账 --today 2020-08-01").status == .fine)
    let evidence = desk.path("台账/evidence")
    func names() -> [String] {
      (FileManager.default.subpaths(atPath: evidence) ?? []).sorted()
    }
    let before = names()
    let outcome = desk.run(line + " --today 2020-08-01")
    #expect(outcome.status == .refused, "\(outcome.messages)")
    #expect(outcome.messages.contains("output-is-ledger"), "\(outcome.messages)")
    #expect(names() == before)
  }

  @Test(.bug(id: "desk", "a Markdown text was written under the name of another form"))
  func `a text is written as Markdown or Word, never under another ending`() throws {
    for file in ["稿.odt", "稿.pdf"] {
      let outcome = run("text export \(file)")
      #expect(outcome.status == .usage)
      #expect(outcome.messages.contains("可用的扩展名：.md、.docx"), "\(outcome.messages)")
      #expect(!FileManager.default.fileExists(atPath: desk.path(file)))
    }
    #expect(run("text export 稿.md").status == .fine)
    #expect(try desk.text("稿.md").hasPrefix("#"))
  }

  @Test func `a collection is not begun for what is not there`() {
    let outcome = desk.run("collect 没有.zip --into 收件 --today 2020-08-01")
    #expect(outcome.status == .unreadableInput)
    #expect(outcome.messages.contains("没有.zip"), "\(outcome.messages)")
    #expect(!FileManager.default.fileExists(atPath: desk.path("收件")))
  }
}
