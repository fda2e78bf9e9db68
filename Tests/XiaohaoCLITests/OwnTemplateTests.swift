import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// A school's own templates, through the program.
struct OwnTemplateTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    desk.run("init --ledger 台账 --school 南岭工程职业学院 --today 2020-07-20")
    desk.run(["import", Desk.samplePlan, "--ledger", "台账", "--today", "2020-07-20"])
    try FileManager.default.createDirectory(
      at: desk.folder.appendingPathComponent("台账/templates"), withIntermediateDirectories: true)
  }

  @Test(arguments: [
    "monthly", "self-evaluation", "reform", "filing-form", "ledger", "evidence-index",
    "department", "board",
  ])
  func `keys are listed by the name of the paper alone`(paper: String) {
    let outcome = desk.run("report --list-keys \(paper) --ledger 台账 --today 2020-08-01")
    #expect(outcome.status == .fine)
    #expect(outcome.output.contains("南岭工程职业学院"))
    #expect(outcome.output.hasPrefix("名字"))
  }

  @Test func `the ledger's own template wins in every form`() throws {
    try desk.write("台账/templates/filing-form.mustache", Array("# 我校的表（{{asOf}}）\n".utf8))
    for format in ["md", "html"] {
      let outcome = desk.run(
        "report filing-form --format \(format) --ledger 台账 --today 2020-08-01")
      #expect(outcome.output.contains("我校的表（2020年8月1日）"))
      #expect(!outcome.output.contains("评估备案表"))
    }
  }

  @Test func `faults have template, line and column, and no form is written`() throws {
    try desk.write(
      "台账/templates/filing-form.mustache", Array("# 表\n\n共 {{totel}} 项\n{{#passes}}通过\n".utf8))
    let outcome = desk.run("report filing-form --output 表.docx --ledger 台账 --today 2020-08-01")
    #expect(outcome.status == .unreadableInput)
    #expect(outcome.messages.contains("filing-form.mustache:3:3: 错误[template-key-unknown]"))
    #expect(outcome.messages.contains("filing-form.mustache:4:1: 错误[template-section-unclosed]"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).sorted() == ["台账"])
  }

  @Test(.bug(id: "desk", "a link put another file of the computer into a paper"))
  func `a template that is a link is not followed`() throws {
    try desk.write("别的.txt", Array("# 别处的文件\n".utf8))
    try FileManager.default.createSymbolicLink(
      atPath: desk.path("台账/templates/ledger.mustache"),
      withDestinationPath: desk.path("别的.txt"))
    let outcome = desk.run("report ledger --ledger 台账 --today 2020-08-01")
    #expect(outcome.status == .unreadableInput)
    #expect(outcome.messages.contains("template-unreadable"), "\(outcome.messages)")
    #expect(!outcome.output.contains("别处的文件"))
  }
}
