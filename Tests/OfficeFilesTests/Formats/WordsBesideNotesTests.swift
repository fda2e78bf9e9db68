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
    #expect(
      try words("召开[^示例，见附件二]大会[^1]。\n\n[^1]: 见附件。\n", "方案.md") == ["召开[^示例，见附件二]大会。"])
  }

  private func said(_ text: String) throws -> [String] {
    NotesFixture.said(try DocumentReader.read(bytes: Array(text.utf8), name: "方案.md"))
  }

  @Test(.bug(id: "desk", "marks without a note were taken out of the words"))
  func `a mark without a note stays where it is`() throws {
    let text = "|时限|部门|\n|--|--|\n|2020年6月[^注]|校团委[^a]|\n\n正文[^1]与[^二](#x)。\n\n[^A]: 牵头。\n"
    #expect(try words(text, "方案.md") == ["时限", "部门", "2020年6月[^注]", "校团委", "正文[^1]与^二。"])
    #expect(try said(text) == ["方案.md:7:1 脚注或尾注「牵头。」没有读入"])
  }

  @Test(
    .bug(id: "desk", "lines of code were said as notes"),
    arguments: [
      "正文[^1]。\n\n```\n[^1]: 不是注释\n```\n", "正文[^1]。\n\n    [^1]: 不是注释\n",
      "正文[^1]。\n\n> ~~~\n> [^1]: 不是注释\n> ~~~\n", "正文[^1]。\n\n<div>\n[^1]: 不是注释\n</div>\n",
    ])
  func `what looks like a note in code or HTML is none`(text: String) throws {
    #expect(try words(text, "方案.md") == ["正文[^1]。", "[^1]: 不是注释"])
    #expect(try said(text).isEmpty)
  }

  @Test func `a note in inline code is words`() throws {
    #expect(try words("写作`[^1]`[^1]。\n\n[^1]: 注释。\n", "方案.md") == ["写作[^1]。"])
  }

  @Test func `a note goes on over indented lines and stands below a table or in one`() throws {
    let text = "|时限|\n|--|\n|2020年6月[^1]|\n[^1]: 以批复为准，\n    见附件\n\n+---+\n|甲[^1]|\n+---+\n"
    #expect(try words(text, "方案.md") == ["时限", "2020年6月", "甲"])
    #expect(try said(text) == ["方案.md:4:1 脚注或尾注「以批复为准， 见附件」没有读入"])
  }

  @Test func `lines behind notes and code have their own places`() throws {
    let document = try DocumentReader.read(
      bytes: Array("[^1]: 注释一。\n（三）改进。\n（四）加强。\n\n    代码\n\n~~~\n块\n~~~\n".utf8),
      name: "方案.md")
    let places = document.blocks.map { block in
      if case .paragraph(let paragraph) = block { paragraph.location.description } else { "" }
    }
    #expect(places == ["方案.md:2:1", "方案.md:3:1", "方案.md:5:1", "方案.md:8:1"])
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
