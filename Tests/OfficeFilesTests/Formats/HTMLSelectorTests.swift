import OfficeFiles
import TaskLedger
import Testing

/// Rules of style sheets hide and strike what they are about, and nothing else.
struct HTMLSelectorTests {
  private func cell(_ style: String) throws -> (text: String, codes: [String]) {
    let document = try DocumentReader.read(
      bytes: Array(
        """
        <html><head><style>\(style)</style></head><body><div id=doc><table class=plan>
        <tr class="row first"><td class=day><p><b class="date old" data-x=1>旧</b><b class=date>新</b></p>
        </td></tr></table></div></body></html>
        """.utf8), name: "方案.html")
    return (document.grids.first?.first?.first ?? "", document.diagnostics.map(\.code))
  }

  @Test(arguments: [
    "table .old{display:none}", ".date.old{display:none}", "td.day>p > b.old{visibility:hidden}",
    "i.x, table b.old {display:none}", "#doc .row td .old{text-decoration:line-through}",
    "tbody > tr .old{display:none}", "body > div .old{display:none}", "b[data-x]{display:none}",
    "b[data-x='1']{display:none}", "@media screen{.plan .old{display:none}}",
    "@import url(a.css); .old{display:none}", ".plan .row.first .old{mso-hide:all}",
    ".old{display:none} b{display:inline}", "b.date{display:inline} table .date.old{display:none}",
  ])
  func `what a rule of several parts hides or strikes is left out`(style: String) throws {
    #expect(try cell(style).text == "新")
  }

  @Test(arguments: [
    ".plan > .old{display:none}", ".gone .old{display:none}", "tr.last .old{display:none}",
    ".old .date{display:none}", "b.old:hover{display:none}", "p::before{display:none}",
    "@media print{.old{display:none}}", "@media (max-width:9px){.old{display:none}}",
    "b[data-x='2']{display:none}", ".old{display:none} b.old{display:inline}",
    "span.old{display:none}", ".date.old{display:none} table .date.old{display:inline}",
  ])
  func `what a rule is not about is read, and nothing is said`(style: String) throws {
    let read = try cell(style)
    #expect(read.text == "旧新")
    #expect(!read.codes.contains("style-undecided"))
  }

  @Test(arguments: [
    "b:nth-child(1){display:none}", "td:not(.x) .old{display:none}", "i + .old{display:none}",
    "b[class^=date]{text-decoration:line-through}", "tr:first-child .old{visibility:hidden}",
  ])
  func `what cannot be told is read and said`(style: String) throws {
    let read = try cell(style)
    #expect(read.text == "旧新")
    #expect(read.codes.contains("style-undecided"))
  }

  @Test func `many rules cost no more than a page may take`() throws {
    let rules = (0..<20_000).map { ".a\($0 % 7) div td{display:none}" }.joined()
    let rows = String(repeating: "<tr><td>1</td></tr>", count: 20_000)
    let page = "<html><style>\(rules)</style><body><table>\(rows)</table></body></html>"
    let document = try DocumentReader.read(bytes: Array(page.utf8), name: "方案.html")
    #expect(document.tables.count == 1)
  }
}
