import OfficeFiles
import TaskLedger
import TestSupport
import Testing

struct TextReaderTests {
  private func read(_ text: String) throws -> SourceDocument {
    try DocumentReader.read(bytes: Array(text.utf8), name: "方案.txt")
  }

  @Test func `a line with tabs is a row and a blank line ends the table`() throws {
    let document = try read("标题\n\n序号\t内容\t时限\n1\t开会\t2021年3月\n\t\t4月\n\n结尾\n")
    #expect(document.paragraphs == ["标题", "结尾"])
    #expect(document.grids == [[["序号", "内容", "时限"], ["1", "开会", "2021年3月"], ["", "", "4月"]]])
  }

  @Test func `marked paragraphs of a cell are kept apart`() throws {
    let document = try read("序号\t内容\t部门\n1\t<p>（1）编制章程。</p><p>（2）公布章程。</p>\t校办\n")
    let cell = try #require(document.tables.first?.rows.last?.cell(at: 1))
    #expect(cell.paragraphs == ["（1）编制章程。", "（2）公布章程。"])
    #expect(cell.location == .text(file: "方案.txt", line: 2, column: 3))
  }

  @Test func `a line without tabs after a row is a paragraph`() throws {
    let document = try read("序号\t内容\t时限\n1\t开会\t3月\n注：以上为第一批\n")
    #expect(document.paragraphs == ["注：以上为第一批"])
    #expect(document.tables.first?.rows.count == 2)
  }

  @Test func `a cell a line continues over lines without a tab`() throws {
    let document = try read(
      "附件\n\n\t序号\n\t依据\n\t时限\n\n\t1\n\t第一段。\n第二段。\n\t3月\n\n\t\n\t\n\t4月\n\n落款\n")
    #expect(document.paragraphs == ["附件", "落款"])
    #expect(
      document.grids == [[["序号", "依据", "时限"], ["1", "第一段。\n第二段。", "3月"], ["", "", "4月"]]])
    #expect(
      document.tables.first?.rows[1].cells[1].location
        == .text(file: "方案.txt", line: 8, column: 2))
  }

  @Test func `paragraphs indented with a tab are prose`() throws {
    let document = try read("\t第一段。\n\t第二段。\n\t第三段。\n\n\t第四段。\n\t第五段。\n")
    #expect(document.tables.isEmpty)
    #expect(document.paragraphs == ["第一段。", "第二段。", "第三段。", "第四段。", "第五段。"])
  }

  @Test func `prose keeps its lines with their places`() throws {
    let document = try read("第一行\n\n　　第二行  \n")
    #expect(
      document.blocks == [
        .paragraph(
          SourceParagraph(text: "第一行", location: .text(file: "方案.txt", line: 1, column: 1))),
        .paragraph(
          SourceParagraph(text: "第二行", location: .text(file: "方案.txt", line: 3, column: 3))),
      ])
  }

  @Test func `one tab inside a sentence makes no table`() throws {
    let document = try read("联系人：\t王老师\n")
    #expect(document.tables.isEmpty)
    #expect(document.paragraphs == ["联系人：\t王老师"])
  }

  @Test func `bookmark marks are removed and said`() throws {
    let document = try read("序号\t[bookmark: OLE_LINK9]内容\t时限\n1\t开[bookmark: _GoBack]会\t3月\n")
    #expect(document.grids == [[["序号", "内容", "时限"], ["1", "开会", "3月"]]])
    #expect(document.codes == ["bookmark-marks-removed"])
  }

  @Test func `control and invisible characters are removed on entry`() throws {
    let document = try read("\u{FEFF}甲\u{0}乙\u{200B}丙\u{7}\r\n丁\r戊\u{2028}己\u{85}庚")
    #expect(document.paragraphs == ["甲乙丙", "丁", "戊", "己", "庚"])
  }

  @Test(arguments: [
    ("cells", "a\tb\tc\n1\t2\t3\n"), ("prose", "一\n二\n三\n"), ("lines", "\t1\n\t2\n\n\t3\n\t4\n"),
  ])
  func `line breaks of every system give the same blocks`(name: String, text: String) throws {
    let plain = try read(text)
    #expect(try read(text.replacing("\n", with: "\r\n")) == plain)
    #expect(try read(text.replacing("\n", with: "\r")) == plain)
  }

  @Test(.enabled(if: SharedDocuments.isAvailable, "the real documents are not in ../shared"))
  func `the real plan and notice give their tables`() throws {
    let plan = try DocumentReader.read(
      bytes: try SharedDocuments.bytes("seeds/000_033cfe50d217046a.txt"), name: "plan.txt")
    #expect(plan.tables.map(\.rows.count) == [5, 3, 5, 2, 3, 5, 5, 3])
    #expect(plan.tables.allSatisfy { table in table.rows.allSatisfy { $0.cells.count == 7 } })
    let notice = try DocumentReader.read(
      bytes: try SharedDocuments.bytes("seeds/002_868e54519a9175dd.txt"), name: "notice.txt")
    #expect(notice.tables.map(\.rows.count) == [28])
    #expect(notice.tables.allSatisfy { table in table.rows.allSatisfy { $0.cells.count == 5 } })
    for seed in [
      "seeds/001_4d3c637ee54742bc.txt", "seeds/003_3221f1348440b390.txt",
      "seeds/004_dcdca89260039dbe.txt",
    ] {
      let prose = try DocumentReader.read(bytes: try SharedDocuments.bytes(seed), name: "prose.txt")
      #expect(prose.tables.isEmpty)
      #expect(prose.paragraphs.count > 20)
    }
  }
}
