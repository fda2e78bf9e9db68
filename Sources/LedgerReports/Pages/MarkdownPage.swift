import TaskLedger

/// A paper as one page of HTML that needs nothing from outside.
///
/// Reads the Markdown that papers are written in: headings, paragraphs, tables with bars, lists,
/// rules, bold, and backslashes before marks that stand for themselves. Whatever else a template
/// holds is printed as it stands. No program is asked, so that the page is the same everywhere. Marks
/// are looked for among scalars, as browsers do.
package enum MarkdownPage {
  /// Tables with so many columns are printed across; the same figure stands in `printed.lua`.
  private static let wideFrom = 9

  /// The page of a paper.
  ///
  /// - Parameters:
  ///   - markdown: The paper.
  ///   - name: The paper's name, by which the style sheet tells working papers.
  ///   - style: The style sheet, `paper.css` of the templates.
  /// - Returns: The page, ending in a line break.
  package static func html(of markdown: String, name: String, style: String) -> String {
    var writer = PageWriter(wideFrom: wideFrom)
    writer.write(
      markdown.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false))
    return """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      \(PageSafety.policy)
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(MarkdownInlines.html(writer.title.unicodeScalars[...]))</title>
      <style>
      \(PageSafety.styles(style))</style>
      </head>
      <body class="\(name)">
      <main>
      \(writer.lines.joined(separator: "\n"))
      </\(writer.isInFoot ? "footer" : "main")>
      </body>
      </html>

      """
  }

  /// The line of a style sheet that asks for something from elsewhere, which no page may; nil when
  /// none does.
  package static func outsideLine(ofStyles style: String) -> Int? {
    PageSafety.outsideLine(in: style)
  }
}

/// A line of a paper, or a part of one.
typealias MarkdownLine = Substring.UnicodeScalarView

/// Writes blocks as they come.
private struct PageWriter {
  let wideFrom: Int
  private(set) var lines: [String] = []
  private(set) var title = ""
  private(set) var isInFoot = false
  private var heading = ""
  private var tables = 0

  init(wideFrom: Int) { self.wideFrom = wideFrom }

  mutating func write(_ source: [MarkdownLine]) {
    var index = 0
    while index < source.count {
      let line = source[index]
      if line.allSatisfy(\.properties.isWhitespace) {
        index += 1
      } else if let level = headingLevel(line) {
        addHeading(line.dropFirst(level + 1), level: level)
        index += 1
      } else if isRule(line) {
        addFoot()
        index += 1
      } else if index + 1 < source.count, line.first == "|", isDelimiter(source[index + 1]) {
        let end = source[index...].firstIndex { $0.first != "|" } ?? source.count
        addTable([line] + source[(index + 2)..<end])
        index = end
      } else if let mark = itemMark(line) {
        index = addList(source, from: index, isNumbered: mark.isNumbered)
      } else {
        let end =
          source[index...].dropFirst().firstIndex { startsBlock($0) } ?? source.count
        let text = source[index..<end].map { String($0) }.joined(separator: "\n")
        lines.append("<p>\(MarkdownInlines.html(text.unicodeScalars[...]))</p>")
        index = end
      }
    }
  }

  private func startsBlock(_ line: MarkdownLine) -> Bool {
    line.allSatisfy(\.properties.isWhitespace) || headingLevel(line) != nil || isRule(line)
      || line.first == "|" || itemMark(line) != nil
  }

  private func headingLevel(_ line: MarkdownLine) -> Int? {
    let level = line.prefix { $0 == "#" }.count
    return (1...6).contains(level) && line.dropFirst(level).first == " " ? level : nil
  }

  private func isRule(_ line: MarkdownLine) -> Bool {
    line.count >= 3 && line.allSatisfy { $0 == "-" }
  }

  private func isDelimiter(_ line: MarkdownLine) -> Bool {
    line.first == "|" && line.contains("-")
      && line.allSatisfy { $0 == "|" || $0 == "-" || $0 == ":" || $0 == " " }
  }

  private func itemMark(
    _ line: MarkdownLine
  ) -> (isNumbered: Bool, number: Int, text: MarkdownLine)? {
    if line.starts(with: "- ".unicodeScalars) { return (false, 0, line.dropFirst(2)) }
    let digits = line.prefix { ("0"..."9").contains($0) }
    guard (1...9).contains(digits.count),
      line.dropFirst(digits.count).starts(with: ". ".unicodeScalars),
      let number = Int(String(digits))
    else { return nil }
    return (true, number, line.dropFirst(digits.count + 2))
  }

  private mutating func addHeading(_ text: MarkdownLine, level: Int) {
    if level == 1, title.isEmpty { title = String(text) }
    heading = String(text)
    tables = 0
    lines.append("<h\(level)>\(MarkdownInlines.html(text))</h\(level)>")
  }

  private mutating func addFoot() {
    guard !isInFoot else { return lines.append("<hr>") }
    isInFoot = true
    lines += ["</main>", "<footer>"]
  }

  private mutating func addList(_ source: [MarkdownLine], from start: Int, isNumbered: Bool) -> Int
  {
    var index = start
    let first = itemMark(source[start])?.number ?? 1
    lines.append(isNumbered ? "<ol\(first == 1 ? "" : " start=\"\(first)\"")>" : "<ul>")
    while index < source.count, let item = itemMark(source[index]), item.isNumbered == isNumbered {
      lines.append("<li>\(MarkdownInlines.html(item.text))</li>")
      index += 1
    }
    lines.append(isNumbered ? "</ol>" : "</ul>")
    return index
  }

  private mutating func addTable(_ source: [MarkdownLine]) {
    let rows = source.map(MarkdownInlines.cells)
    guard let head = rows.first else { return }
    let kind = head.count >= wideFrom ? "table wide" : "table"
    tables += 1
    let name = MarkdownInlines.html(ReportPhrases.table(tables, under: heading).unicodeScalars[...])
    lines.append("<div class=\"\(kind)\" role=\"region\" aria-label=\"\(name)\" tabindex=\"0\">")
    lines.append("<table>")
    let cells = head.map { "<th scope=\"col\">\(MarkdownInlines.html($0))</th>" }.joined()
    lines.append("<thead><tr>\(cells)</tr></thead>")
    lines.append("<tbody>")
    for row in rows.dropFirst() {
      let cells = head.indices.map { column in
        let text = column < row.count ? row[column] : "".unicodeScalars[...]
        let isShort = (1...11).contains(text.count)
        return "<td\(isShort ? " class=\"short\"" : "")>\(MarkdownInlines.html(text))</td>"
      }
      lines.append("<tr>\(cells.joined())</tr>")
    }
    lines += ["</tbody>", "</table>", "</div>"]
  }
}

/// The marks inside of a line.
enum MarkdownInlines {
  /// The cells of a table row; a bar after a backslash belongs to its cell.
  static func cells(_ line: MarkdownLine) -> [MarkdownLine] {
    var cells: [MarkdownLine] = []
    var start = line.dropFirst().startIndex
    var isEscaped = false
    for place in line.dropFirst().indices {
      if line[place] == "|", !isEscaped {
        cells.append(trimmed(line[start..<place]))
        start = line.index(after: place)
      }
      isEscaped = line[place] == "\\" && !isEscaped
    }
    let last = trimmed(line[start...])
    return last.isEmpty ? cells : cells + [last]
  }

  /// A text as HTML: escaped, with `**bold**` and line breaks as written.
  static func html(_ text: MarkdownLine) -> String {
    var result = ""
    var rest = text
    var isBold = false
    let bold = "**".unicodeScalars
    while let scalar = rest.popFirst() {
      if scalar == "\\", let next = rest.first, isMark(next) {
        result += ScalarText.html(String(next))
        rest.removeFirst()
      } else if scalar == "*", rest.first == "*", isBold || rest.dropFirst().contains(bold) {
        result += isBold ? "</strong>" : "<strong>"
        isBold.toggle()
        rest.removeFirst()
      } else {
        result += ScalarText.html(String(scalar))
      }
    }
    return isBold ? result + "</strong>" : result
  }

  /// Whether a backslash before a scalar makes it stand for itself: ASCII punctuation, as Markdown
  /// has it.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  private static func trimmed(_ text: MarkdownLine) -> MarkdownLine {
    var rest = text
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
