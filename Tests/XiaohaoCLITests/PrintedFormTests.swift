import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// Printed forms where the programs that make them are missing, fail, or are played by a script.
struct PrintedFormTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    desk.variables["PATH"] = "/nowhere"
    desk.run("init --ledger 台账 --school 南岭工程职业学院 --today 2020-07-20")
    desk.run(["import", Desk.samplePlan, "--ledger", "台账", "--today", "2020-07-20"])
  }

  private func report(_ words: String) -> Desk.Outcome {
    desk.run("report \(words) --ledger 台账 --today 2020-08-01")
  }

  /// Puts a script in place of a program.
  private func play(_ name: String, _ body: String) throws {
    let folder = desk.folder.appendingPathComponent("bin")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent(name)
    try Data("#!/bin/sh\n\(body)\n".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    desk.variables["PATH"] = folder.path
  }

  private func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: desk.folder.appendingPathComponent(name).path)
  }

  @Test(arguments: [
    ("docx", "没有装 pandoc（Word 文件要用 pandoc）", "apt-get install -y pandoc；"),
    ("pdf", "没有装 pandoc、LibreOffice", "install -y pandoc libreoffice-writer fonts-noto-cjk；"),
  ])
  func `without the programs the Markdown is written and what to install is said`(
    format: String, fact: String, line: String
  ) throws {
    let outcome = report("filing-form --format \(format) --output 备案表.\(format)")
    #expect(outcome.status == .refused)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.contains("错误[tool-missing]"))
    #expect(outcome.messages.contains(fact))
    #expect(outcome.messages.contains("已写出 Markdown「备案表.md」"))
    #expect(outcome.messages.contains(line) && outcome.messages.contains("brew install pandoc"))
    #expect(!exists("备案表.\(format)"))
    #expect(try desk.text("备案表.md") == report("filing-form").output)
  }

  @Test func `another Markdown file of that name is left alone`() throws {
    try desk.write("备案表.md", Array("手写的".utf8))
    let outcome = report("filing-form --output 备案表.docx")
    #expect(outcome.messages.contains("「备案表-2.md」"))
    #expect(try desk.text("备案表.md") == "手写的")
    #expect(report("filing-form --output 备案表.docx").messages.contains("「备案表-2.md」"))
  }

  @Test func `a program that fails is told apart from one that is missing`() throws {
    try play("pandoc", "echo 'filter broke' >&2; exit 83")
    let outcome = report("filing-form --output 备案表.docx")
    #expect(outcome.status == .internalFault)
    #expect(outcome.messages.contains("错误[tool-failed]: pandoc 没有做成（filter broke）"))
    #expect(try desk.text("备案表.md") == report("filing-form").output)
  }

  @Test func `a program that ends well and writes nothing has failed`() throws {
    try play("pandoc", "echo 'nothing to do'")
    let outcome = report("filing-form --output 备案表.docx")
    #expect(outcome.status == .internalFault)
    #expect(outcome.messages.contains("tool-failed"))
    #expect(!exists("备案表.docx"))
  }

  @Test func `names that the user typed never reach the programs`() throws {
    try play("pandoc", "printf '%s\\n' \"$@\" > \(desk.folder.path)/seen; exit 1")
    _ = desk.run([
      "report", "filing-form", "--format", "docx", "--output=-rf $(id).docx", "--ledger", "台账",
      "--today", "2020-08-01",
    ])
    let seen = try desk.text("seen")
    #expect(seen.contains("--from=commonmark+pipe_tables"))
    #expect(!seen.contains("rf") && !seen.contains("id)"))
    #expect(exists("-rf $(id).md"))
  }

  @Test func `the extension of the output decides the form`() throws {
    #expect(report("filing-form --output 表.html").status == .fine)
    #expect(try desk.text("表.html").hasPrefix("<!DOCTYPE html>"))
    #expect(report("filing-form --format md --output 表2.html").status == .fine)
    #expect(try desk.text("表2.html").hasPrefix("# 高校学生会"))
    #expect(report("filing-form --output 表.txt").status == .fine)
    #expect(try desk.text("表.txt").hasPrefix("# 高校学生会"))
  }

  @Test func `what is no text does not go to a terminal or into JSON`() {
    desk.isTerminal = true
    let outcome = report("filing-form --format docx")
    #expect(outcome.status == .usage)
    #expect(outcome.messages.contains("output-missing"))
    desk.isTerminal = false
    #expect(report("filing-form --format pdf --json").status == .usage)
  }

  @Test func `the wall chart is a page and nothing else`() {
    let outcome = report("board --output 挂图.pdf")
    #expect(outcome.status == .usage)
    #expect(outcome.messages.contains("format-unsupported"))
    #expect(report("board --format html").output.hasPrefix("<!DOCTYPE html>"))
    #expect(report("filing-form --format odt").status == .usage)
  }

  @Test func `a school's own style sheet wins`() throws {
    try FileManager.default.createDirectory(
      at: desk.folder.appendingPathComponent("台账/templates"), withIntermediateDirectories: true)
    try desk.write("台账/templates/paper.css", Array("body { color: navy }".utf8))
    let page = report("filing-form --format html").output
    #expect(page.contains("body { color: navy }") && !page.contains("@page"))
  }

  @Test func `layout files are written out with the templates`() throws {
    desk.run("templates export 模板")
    for name in ["reference.docx", "paper.css", "monthly.mustache"] {
      #expect(exists("模板/\(name)"))
    }
    // What other programs run or are set up by is the program's own.
    for name in ["printed.lua", "fonts.conf"] { #expect(!exists("模板/\(name)")) }
    let outcome = desk.run("templates export 模板 --json")
    #expect(outcome.output.contains("\"files\" : [") || outcome.output.contains("\"files\":["))
  }
}
