import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// `export --xlsx`: what an office opens in a spreadsheet, and imports again.
struct WorkbookTests {
  let desk: Desk

  init() throws {
    desk = try TourTests.desk()
  }

  private func export(_ name: String) {
    let outcome = desk.run("export --xlsx --output \(name) --ledger 台账 --today 2020-08-01")
    #expect(outcome.status == .fine, "\(outcome.messages)")
  }

  @Test func `the exported workbook imports again without a change`() {
    export("台账.xlsx")
    let again = desk.run("import 台账.xlsx --ledger 台账 --dry-run --today 2020-08-01")
    #expect(again.output.contains("新增 0 条，变动 0 条，减少 0 条，未变 27 条"), "\(again)")
  }

  @Test func `it imports again without a change after corrections`() {
    for line in [
      "revise 7.1 --deadline 2020年6月30日 --reason 更正 --actor 校团委",
      "revise 3.1 --deadline 2020-09-30 --reason 更正 --actor 领导小组办公室",
      "revise 9.2 --deadline 每月 --reason 更正 --actor 校团委",
      "revise 9.2 --clause 无 --reason 另有安排 --actor 校团委",
      "revise 9.1 --clause 9.2 --reason 对应有误 --actor 校团委",
      "revise 4.2 --content 借换届和招新把好入口关。 --measure 换届时逐人核对 --measure 招新时公示条件 --reason 更正 --actor 校团委",
      "revise 4.2 --departments 校团委（牵头）、学工部 --person 李老师 --remark 见附件 --reason 更正 --actor 校团委",
    ] {
      let outcome = desk.run(line + " --ledger 台账 --today 2020-08-01")
      #expect(outcome.status == .fine, "\(line): \(outcome.messages)")
    }
    export("台账.xlsx")
    let again = desk.run("import 台账.xlsx --ledger 台账 --dry-run --today 2020-08-01")
    #expect(again.output.contains("新增 0 条，变动 0 条，减少 0 条，未变 27 条"), "\(again)")
  }

  @Test func `the same ledger gives the same bytes`() throws {
    export("一.xlsx")
    export("二.xlsx")
    let files = try ["一.xlsx", "二.xlsx"].map {
      try Data(contentsOf: desk.folder.appendingPathComponent($0))
    }
    #expect(files[0] == files[1])
  }

  @Test func `a workbook needs a file to be written to`() {
    #expect(desk.run("export --xlsx --ledger 台账").status == .usage)
  }

  @Test(.enabled(if: Python.has("openpyxl"), Python.absence(of: "openpyxl")))
  func `openpyxl finds both sheets with real dates and no formula`() throws {
    export("台账.xlsx")
    let printed = try Python.run(
      """
      import sys, openpyxl
      book = openpyxl.load_workbook(sys.argv[1])
      print(" ".join(book.sheetnames), book["台账"].max_row, book["进度"].max_row)
      print(book["台账"]["F2"].value, book["进度"]["D2"].value.strftime("%Y-%m-%d"))
      print(book["进度"]["F2"].value, book["进度"]["I2"].value.strftime("%Y-%m-%d"))
      print(any(c.data_type == "f" for s in book for r in s.iter_rows() for c in r))
      """, [desk.folder.appendingPathComponent("台账.xlsx").path])
    #expect(printed == "台账 进度 28 28\n2020年6月 2020-06-30\n已销号 2020-07-24\nFalse\n")
  }
}

extension WorkbookTests {
  @Test(.enabled(if: SharedDocuments.isAvailable, "\(SharedDocuments.absence)"))
  func `the real plan goes out and comes in again without a change`() throws {
    let other = try Desk()
    other.run("init --ledger 台账 --school 学校 --today 2020-07-20")
    let plan = SharedDocuments.url("documents/plan-38.docx").path
    #expect(other.run(["import", plan, "--ledger", "台账", "--today", "2020-07-20"]).status == .fine)
    for (flag, file) in [("--xlsx", "台账.xlsx"), ("--csv", "台账.csv")] {
      other.run("export \(flag) --output \(file) --ledger 台账 --today 2020-07-20")
      let again = other.run("import \(file) --ledger 台账 --dry-run --today 2020-07-20")
      #expect(again.output.contains("新增 0 条，变动 0 条，减少 0 条，未变 27 条"), "\(again)")
    }
  }
}
