import OfficeFiles
import TaskLedger
import TestSupport
import Testing

/// What stands beside notes, or only looks like one, is read.
struct WordsBesideNotesTests {
  private func words(_ text: String, _ name: String) throws -> [String] {
    let document = try DocumentReader.read(bytes: Array(text.utf8), name: name)
    return document.blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let paragraph): [paragraph.text]
      case .table(let table): table.rows.flatMap(\.cells).map(\.text)
      }
    }
  }

  private func page(_ body: String) throws -> [String] {
    try words("<html><body>\(body)</body></html>", "方案.html")
  }

  @Test func `a link with words of its own keeps them`() throws {
    #expect(
      try page("<p>加强建设<a href='#fn-plan'>规范机构设置</a>工作</p>") == ["加强建设规范机构设置工作"])
    #expect(try page("<p>2020年6月<a href='#fn1'>1</a>完成</p>") == ["2020年6月完成"])
  }

  @Test func `the line below a way back from a note is read`() throws {
    #expect(try page("<p><a href='#fnref1'>↩</a></p><p>某院〔2020〕38号</p>") == ["某院〔2020〕38号"])
  }

  @Test func `a cell with a way back from a note keeps its words`() throws {
    let cells = try page(
      "<table><tr><td>序号</td><td><a href='#fnref1'>↩</a>规范机构设置</td></tr>"
        + "<tr><td>1</td><td><p><a href='#_anchor_3'></a></p><p>加强领导</p></td></tr></table>")
    #expect(cells == ["序号", "规范机构设置", "1", "加强领导"])
  }

  @Test func `the line below a note of Markdown is read without a blank line between`() throws {
    let lines = try words("正文。\n\n[^1]: 注释一。\n（三）改进代表大会。\n", "方案.md")
    #expect(lines == ["正文。", "（三）改进代表大会。"])
  }

  @Test func `words in brackets behind a circumflex are words`() throws {
    #expect(try words("召开[^示例，见附件二]大会[^1]。\n", "方案.md") == ["召开[^示例，见附件二]大会。"])
  }

  @Test func `a rule under a condition that cannot be told is said and not followed`() throws {
    let style = "@media screen and (min-width:1px){.x{display:none}}"
    let document = try DocumentReader.read(
      bytes: Array("<html><style>\(style)</style><body><p class=x>内容</p></body></html>".utf8),
      name: "方案.html")
    #expect(document.diagnostics.map(\.code).contains("style-undecided"))
    let depth = 4000
    let deep =
      String(repeating: "@media{", count: depth) + ".x{display:none}"
      + String(repeating: "}", count: depth)
    #expect(try page("<style>\(deep)</style><p class=x>内容</p>") == ["内容"])
  }
}
