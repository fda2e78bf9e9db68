import TaskLedger

/// The Markdown of a paper as the blocks of an HTML page, read by cmark-gfm.
///
/// Papers and the Word documents made of them mean the same: what pandoc prints, this prints. Links
/// and pictures reach nothing, what they say stays; tags are printed as they are written. What
/// follows the first rule is the foot of the paper.
package struct MarkdownPage {
  /// The words of the first heading.
  package private(set) var title = ""
  /// The lines above the foot.
  package private(set) var body: [String] = []
  /// The lines of the foot; nil when there is none.
  package private(set) var foot: [String]?
  private let tableName: (_ number: Int, _ heading: String) -> String
  private var heading = ""
  private var tables = 0

  /// Tables with so many columns are printed across; the same figure stands in `printed.lua`.
  private static let wideFrom = 9
  /// Cells with so few characters are not divided: dates, numbers, states.
  private static let shortUpTo = 11

  /// Reads a paper.
  ///
  /// - Parameters:
  ///   - markdown: The paper.
  ///   - name: Its name in errors.
  ///   - tableName: The name of a table for those who hear the page: its number below a heading.
  /// - Throws: ``DocumentReadError`` when it is too large or too deep for a page.
  package init(
    _ markdown: String, name: String, tableName: @escaping (Int, String) -> String
  ) throws(DocumentReadError) {
    var page = MarkdownPage(tableName)
    try CommonMark.withDocument(Array(markdown.utf8), file: name, limits: ReadLimits()) { root in
      page.addBlocks(of: root)
    }
    self = page
  }

  private init(_ tableName: @escaping (Int, String) -> String) { self.tableName = tableName }

  // MARK: Blocks

  private mutating func addBlocks(of node: CommonMark.Node) {
    for child in node.children { add(child) }
  }

  private mutating func add(_ node: CommonMark.Node) {
    switch node.kind {
    case .heading: addHeading(node)
    case .paragraph: write("<p>\(Self.inlines(of: node))</p>")
    case .list: addList(node)
    case .table: addTable(node)
    case .blockQuote:
      write("<blockquote>")
      addBlocks(of: node)
      write("</blockquote>")
    case .codeBlock: write("<pre>\(ScalarText.html(node.literal))</pre>")
    case .htmlBlock: write("<p>\(ScalarText.html(Self.withoutBreak(node.literal)))</p>")
    case .thematicBreak: if foot == nil { foot = [] } else { write("<hr>") }
    default: addBlocks(of: node)
    }
  }

  private mutating func write(_ line: String) {
    if foot == nil { body.append(line) } else { foot?.append(line) }
  }

  private mutating func addHeading(_ node: CommonMark.Node) {
    let words = Self.words(of: node)
    if node.level == 1, title.isEmpty { title = words }
    heading = words
    tables = 0
    write("<h\(node.level)>\(Self.inlines(of: node))</h\(node.level)>")
  }

  private mutating func addList(_ node: CommonMark.Node) {
    let start = node.isOrdered && node.start != 1 ? " start=\"\(node.start)\"" : ""
    let tag = node.isOrdered ? "ol" : "ul"
    write("<\(tag)\(start)>")
    for item in node.children { addItem(item, isTight: node.isTight) }
    write("</\(tag)>")
  }

  /// An entry on one line where it holds nothing but words.
  private mutating func addItem(_ item: CommonMark.Node, isTight: Bool) {
    var blocks = Array(item.children)
    var words = ""
    if isTight, let first = blocks.first, first.kind == .paragraph {
      words = Self.inlines(of: first)
      blocks.removeFirst()
    }
    if blocks.isEmpty { return write("<li>\(words)</li>") }
    write("<li>\(words)")
    for block in blocks { add(block) }
    write("</li>")
  }

  private mutating func addTable(_ node: CommonMark.Node) {
    let rows = node.children.map { Array($0.children) }
    let width = rows.first?.count ?? 0
    tables += 1
    let name = ScalarText.html(tableName(tables, heading))
    let kind = width >= Self.wideFrom ? "table wide" : "table"
    write("<div class=\"\(kind)\" role=\"region\" aria-label=\"\(name)\" tabindex=\"0\">")
    write("<table>")
    let heads = rows.first?.map { "<th scope=\"col\">\(Self.inlines(of: $0))</th>" } ?? []
    write("<thead><tr>\(heads.joined())</tr></thead>")
    write("<tbody>")
    for row in rows.dropFirst() { write("<tr>\(row.map(Self.cell).joined())</tr>") }
    for line in ["</tbody>", "</table>", "</div>"] { write(line) }
  }

  private static func cell(_ node: CommonMark.Node) -> String {
    let isShort = (1...shortUpTo).contains(words(of: node).unicodeScalars.count)
    return "<td\(isShort ? " class=\"short\"" : "")>\(inlines(of: node))</td>"
  }

  // MARK: Words

  private static func inlines(of node: CommonMark.Node) -> String {
    node.children.map(inline).joined()
  }

  private static func inline(_ node: CommonMark.Node) -> String {
    switch node.kind {
    case .text, .htmlInline: ScalarText.html(node.literal)
    case .code: "<code>\(ScalarText.html(node.literal))</code>"
    case .softbreak: "\n"
    case .linebreak: "<br>\n"
    case .strong: "<strong>\(inlines(of: node))</strong>"
    case .emph: "<em>\(inlines(of: node))</em>"
    case .strikethrough: "<del>\(inlines(of: node))</del>"
    default: inlines(of: node)
    }
  }

  /// The words without marks.
  private static func words(of node: CommonMark.Node) -> String {
    switch node.kind {
    case .softbreak, .linebreak: " "
    default: node.literal + node.children.map { words(of: $0) }.joined()
    }
  }

  private static func withoutBreak(_ text: String) -> String {
    text.last == "\n" ? String(text.dropLast()) : text
  }
}
