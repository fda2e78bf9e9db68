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
    "table > tbody > tr .old{display:none}", "td:not(.x) .old{display:none}",
    "b:not(:is(.new, #x)):not([data-x='2']).old{display:none}", "b:is(i, .old){display:none}",
    ".plan :where(td, th) :is(b:is(.old)){display:none}", "b:not(:hover).old{display:none}",
    "b:not(:not(.old)){display:none}", "b:not(tr > .old, :not([class*=\"ol\"])){display:none}",
    "[class~=old]{display:none}", "b[class$=old]{display:none}", "[data-x|='1' i]{display:none}",
    ":is(.plan, .gone) > tbody td .old{display:none}", "b.\\6f ld{display:none}",
    ".old{text-decoration:none;text-decoration-line:line-through}",
    ":where(#doc) .old{display:inline} b.old{display:none}",
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
    "table > tr .old{display:none}", ".plan > tr > td .old{display:none}",
    "b:not(.old):not(.date){display:none}", "b:is(.gone, :is(i, .new)){display:none}",
    "b:not(:is(.old, .date)){display:none}", "b:not(:not(:is(.gone))){display:none}",
    "td:not(:has(b), .day) .old{display:none}", "b:not(:is(.date){display:none}",
    ".old{display:none} :is(#doc) b.old{display:inline}", "[class^=old]{display:none}",
  ])
  func `what a rule is not about is read, and nothing is said`(style: String) throws {
    let read = try cell(style)
    #expect(read.text == "旧新")
    #expect(!read.codes.contains("style-undecided"))
  }

  @Test(arguments: [
    "b:nth-child(1){display:none}", "i + .old{display:none}",
    "tr:first-child .old{visibility:hidden}",
    "b:not(:is(:first-child, .gone)){display:none}", "b:is(.old:lang(zh), .gone){display:none}",
    "td:has(> p) .old{display:none}", ".old:not(%){display:none}", "i:checked ~ .old{display:none}",
    ".old{display:none} @media (min-width:9px){.old{display:inline}}",
    ".old{display:none} b:nth-child(1).old{display:inline !important}",
  ])
  func `what cannot be told is read and said`(style: String) throws {
    let read = try cell(style)
    #expect(read.text == "旧新")
    #expect(read.codes.contains("style-undecided"))
  }

  @Test func `a page without a body of its own has one`() throws {
    let document = try DocumentReader.read(
      bytes: Array("<style>html > body p.x{display:none}</style><p class=x>旧</p><p>新</p>".utf8),
      name: "方案.html")
    #expect(document.paragraphs == ["新"])
  }

  @Test func `a style sheet that a rule names is said`() throws {
    let document = try DocumentReader.read(
      bytes: Array("<html><style>@import url('a.css');</style><body><p>新</p></body></html>".utf8),
      name: "方案.html")
    #expect(document.diagnostics.map(\.code) == ["style-sheet-unread"])
    #expect(document.diagnostics.first?.message.contains("「a.css」") ?? false)
  }

  /// Pages that would cost hours if every rule were held against every element.
  private static let hostile = [
    (0..<20_000).map { ".a\($0 % 7) div td{display:none}" }.joined(),
    "td:not(" + String(repeating: "[y],", count: 100_000) + "i){display:none}",
    "td" + String(repeating: "[x]", count: 100_000) + "{display:none}",
    "td:is(" + String(repeating: "tr td:not(:not(.y)),", count: 20_000) + "i){display:none}",
    String(repeating: "td,", count: 200_000) + "td{display:none}",
  ]

  @Test(arguments: hostile.indices)
  func `many rules cost no more than a page may take, and that is said`(place: Int) throws {
    let rows = String(
      repeating: "<tr><td x=1>1</td></tr>", count: place == 0 ? 20_000 : 2000)
    let page =
      "<html><style>\(Self.hostile[place])</style><body><table>\(rows)</table></body></html>"
    var limits = ReadLimits()
    // The first page shows the limit itself, the others that their work is counted.
    if place > 0 { limits.styleSteps /= 20 }
    let document = try DocumentReader.read(
      bytes: Array(page.utf8), name: "方案.html", limits: limits)
    #expect(document.tables.count <= 1)
    let said = document.diagnostics.filter { $0.code == "style-undecided" }
    #expect(said.count == 1)
    #expect(said.first?.message.contains("没有全部对照") ?? false)
  }

  @Test func `a long value counts by its length for each rule that reads it`() throws {
    let rules = (0..<2000).map { "td[title*=b\($0)]{display:none}" }.joined()
    let title = String(repeating: "a", count: 100_000)
    let page =
      "<html><style>\(rules)</style><body><table><tr><td title=\(title)>1</td></tr></table></body></html>"
    var limits = ReadLimits()
    limits.styleSteps /= 20
    let document = try DocumentReader.read(
      bytes: Array(page.utf8), name: "方案.html", limits: limits)
    #expect(document.diagnostics.contains { $0.message.contains("没有全部对照") })
  }

  @Test func `rules beyond the limit of their bytes are said`() throws {
    let filler = String(repeating: ".a{color:red}", count: 90_000)
    let page = "<html><style>\(filler) p{display:none}</style><body><p>新</p></body></html>"
    let document = try DocumentReader.read(bytes: Array(page.utf8), name: "方案.html")
    #expect(document.paragraphs == ["新"])
    #expect(document.diagnostics.map(\.code) == ["style-undecided"])
  }
}
