import PlanImport
import TaskLedger
import Testing

struct MarkdownReaderTests {
  private func blocks(_ text: String) throws -> [SourceDocument.Block] {
    try PlanReader.read(bytes: Array(text.utf8), name: "计划.md").blocks
  }

  private func table(_ text: String) throws -> [[[String]]] {
    for case .table(let table) in try blocks(text) {
      return table.rows.map { $0.cells.map(\.paragraphs) }
    }
    return []
  }

  @Test func `pipes that are escaped stay, and breaks part paragraphs`() throws {
    #expect(
      try table("| 序号 | 内容 |\n|:--|--:|\n| 1 | 甲\\|乙<br>丙<BR/>丁 |\n")
        == [[["序号"], ["内容"]], [["1"], ["甲|乙", "丙", "丁"]]])
  }

  @Test func `text before and after a table are paragraphs`() throws {
    let found = try blocks("# 标题\n\n前文\n\n| 甲 | 乙 |\n|---|---|\n| 1 | |\n\n后文\n")
    let words = found.map { block in
      switch block {
      case .paragraph(let paragraph): paragraph.text
      case .table(let table): "表\(table.rows.count)"
      }
    }
    #expect(words == ["标题", "前文", "表2", "后文"])
  }

  @Test func `a blank cell is a cell without paragraphs`() throws {
    #expect(try table("| 甲 | 乙 | 丙 |\n|---|---|---|\n| 1 | | 3 |\n")[1] == [["1"], [], ["3"]])
  }

  @Test func `a cell knows its line and column`() throws {
    for case .table(let table) in try blocks("\n| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n") {
      #expect(table.rows[1].cells[1].location == .text(file: "计划.md", line: 4, column: 7))
    }
  }

  @Test func `a less-than sign that is no break stays`() throws {
    #expect(try table("| 甲 |\n|---|\n| 1 < 2 <b>粗</b> |\n")[1] == [["1 < 2 <b>粗</b>"]])
  }
}
