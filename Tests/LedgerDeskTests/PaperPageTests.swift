import BundledAssets
import Foundation
import LedgerDesk
import LedgerReports
import TestSupport
import Testing

struct PaperPageTests {
  private func body(_ markdown: String) throws -> String {
    let page = try PaperPage(of: markdown, name: "filing-form").html(name: "filing-form", style: "")
    let start = page.range(of: "<body class=\"filing-form\">\n")?.upperBound ?? page.startIndex
    let end = page.range(of: "\n</body>")?.lowerBound ?? page.endIndex
    return String(page[start..<end])
  }

  @Test(arguments: [
    ("# 题 **一**", "<h1>题 <strong>一</strong></h1>"),
    ("### （一）", "<h3>（一）</h3>"),
    ("#无空格", "<p>#无空格</p>"),
    ("一行\n接着", "<p>一行\n接着</p>"),
    ("\\*不是粗体\\* a\\|b \\\\ \\.", "<p>*不是粗体* a|b \\ .</p>"),
    ("**没有结尾", "<p>**没有结尾</p>"),
    ("甲<b>&\"乙</b>", "<p>甲&lt;b&gt;&amp;&quot;乙&lt;/b&gt;</p>"),
    ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
    ("[见附件](javascript:alert)和![图](/etc/passwd)", "<p>见附件和图</p>"),
    ("*斜* `码<` &lt;", "<p><em>斜</em> <code>码&lt;</code> &lt;</p>"),
    ("> 引文", "<blockquote>\n<p>引文</p>\n</blockquote>"),
    ("- 甲\n- 乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>"),
    ("- 甲\n  - 子", "<ul>\n<li>甲\n<ul>\n<li>子</li>\n</ul>\n</li>\n</ul>"),
    ("3. 丙\n4. 丁", "<ol start=\"3\">\n<li>丙</li>\n<li>丁</li>\n</ol>"),
    ("2020.5 起", "<p>2020.5 起</p>"),
    (
      "| 甲 | 乙 |\n|---|---|\n| 1\\|2 | |\n| 3 |",
      """
      <div class="table" role="region" aria-label="" tabindex="0">
      <table>
      <thead><tr><th scope="col">甲</th><th scope="col">乙</th></tr></thead>
      <tbody>
      <tr><td class="short">1|2</td><td></td></tr>
      <tr><td class="short">3</td><td></td></tr>
      </tbody>
      </table>
      </div>
      """
    ),
    ("文\n\n---\n\n脚", "<p>文</p>\n</main>\n<footer>\n<p>脚</p>"),
  ])
  func `Markdown of papers becomes HTML`(markdown: String, html: String) throws {
    let end = markdown.contains("---\n\n") ? "</footer>" : "</main>"
    #expect(try body(markdown) == "<main>\n\(html)\n\(end)")
  }

  @Test func `tables under one heading have names of their own`() throws {
    let page = try body("## 进度\n\n| 甲 |\n|---|\n\n| 乙 |\n|---|\n\n## 其他\n\n| 丙 |\n|---|")
    #expect(page.contains("aria-label=\"进度\"") && page.contains("aria-label=\"进度（表2）\""))
    #expect(page.contains("aria-label=\"其他\""))
  }

  @Test func `a table of nine columns is printed across`() throws {
    let row = "|" + String(repeating: " 甲 |", count: 9)
    let rule = "|" + String(repeating: "---|", count: 9)
    #expect(try body("\(row)\n\(rule)").contains("<div class=\"table wide\""))
  }

  @Test func `a paper too deep for a page is refused`() {
    let text = String(repeating: "> ", count: 400) + "深"
    #expect(throws: (any Error).self) { try body(text) }
  }

  @Test func `neither title nor style leaves its place`() throws {
    let page = try PaperPage(of: "# \\</title>\\<script>甲", name: "filing-form")
      .html(name: "filing-form", style: "a{}</style>b{}")
    #expect(!page.contains("<script"))
    #expect(page.contains("<title>&lt;/title&gt;&lt;script&gt;甲</title>"))
    #expect(page.components(separatedBy: "</style>").count == 2)
  }

  @Test func `the page of a paper reads as agreed and needs nothing from outside`() throws {
    let file = SharedDocuments.repository
      .appendingPathComponent("Tests/Fixtures/golden/reports/filing-form.md")
    let paper = try PaperPage(of: String(contentsOf: file, encoding: .utf8), name: "filing-form")
    let style = String(decoding: BundledAssets.layout["paper.css"] ?? [], as: UTF8.self)
    // On paper no row is split, and every page has the headings.
    #expect(!style.contains("break-inside: auto") && style.contains("tr { break-inside: avoid; }"))
    #expect(style.contains("thead { display: table-header-group; break-inside: avoid; }"))
    let page = paper.html(name: "filing-form", style: style)
    Golden.expect(
      paper.html(name: "filing-form", style: "/* paper.css */\n"), "reports/filing-form.html")
    #expect(
      !page.contains("http:") && !page.contains("https:") && !page.contains("url(")
        && !page.contains("@import"))
    #expect(page.contains("lang=\"zh-CN\"") && page.contains("<title>高校学生会"))
  }
}
