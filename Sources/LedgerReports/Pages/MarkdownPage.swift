/// A paper as one page of HTML that needs nothing from outside.
///
/// Reads the Markdown that papers are written in: headings, paragraphs, tables with bars, lists,
/// rules, bold, and backslashes before marks that stand for themselves. Whatever else a template
/// holds is printed as it stands. No program is asked, so that the page is the same everywhere.
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
    writer.write(markdown.split(separator: "\n", omittingEmptySubsequences: false))
    return """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(MarkdownInlines.html(writer.title))</title>
      <style>
      \(style.replacing("</", with: "<\\/"))</style>
      </head>
      <body class="\(name)">
      <main>
      \(writer.lines.joined(separator: "\n"))
      </\(writer.isInFoot ? "footer" : "main")>
      </body>
      </html>

      """
  }
}

/// Writes blocks as they come.
private struct PageWriter {
  let wideFrom: Int
  private(set) var lines: [String] = []
  private(set) var title = ""
  private(set) var isInFoot = false
  private var heading = ""
  private var tables = 0

  init(wideFrom: Int) { self.wideFrom = wideFrom }

  mutating func write(_ source: [Substring]) {
    var index = 0
    while index < source.count {
      let line = source[index]
      if line.allSatisfy(\.isWhitespace) {
        index += 1
      } else if let level = headingLevel(line) {
        addHeading(String(line.dropFirst(level + 1)), level: level)
        index += 1
      } else if isRule(line) {
        addFoot()
        index += 1
      } else if index + 1 < source.count, line.hasPrefix("|"), isDelimiter(source[index + 1]) {
        let end = source[index...].firstIndex { !$0.hasPrefix("|") } ?? source.count
        addTable([line] + source[(index + 2)..<end])
        index = end
      } else if let mark = itemMark(line) {
        index = addList(source, from: index, isNumbered: mark.isNumbered)
      } else {
        let end =
          source[index...].dropFirst().firstIndex { startsBlock($0) } ?? source.count
        let text = source[index..<end].joined(separator: "\n")
        lines.append("<p>\(MarkdownInlines.html(text))</p>")
        index = end
      }
    }
  }

  private func startsBlock(_ line: Substring) -> Bool {
    line.allSatisfy(\.isWhitespace) || headingLevel(line) != nil || isRule(line)
      || line.hasPrefix("|") || itemMark(line) != nil
  }

  private func headingLevel(_ line: Substring) -> Int? {
    let level = line.prefix { $0 == "#" }.count
    return (1...6).contains(level) && line.dropFirst(level).first == " " ? level : nil
  }

  private func isRule(_ line: Substring) -> Bool {
    line.count >= 3 && line.allSatisfy { $0 == "-" }
  }

  private func isDelimiter(_ line: Substring) -> Bool {
    line.hasPrefix("|") && line.contains("-") && line.allSatisfy { "|-: ".contains($0) }
  }

  private func itemMark(_ line: Substring) -> (isNumbered: Bool, number: Int, text: Substring)? {
    if line.hasPrefix("- ") { return (false, 0, line.dropFirst(2)) }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    guard (1...9).contains(digits.count), line.dropFirst(digits.count).hasPrefix(". "),
      let number = Int(digits)
    else { return nil }
    return (true, number, line.dropFirst(digits.count + 2))
  }

  private mutating func addHeading(_ text: String, level: Int) {
    if level == 1, title.isEmpty { title = text }
    heading = text
    tables = 0
    lines.append("<h\(level)>\(MarkdownInlines.html(text))</h\(level)>")
  }

  private mutating func addFoot() {
    guard !isInFoot else { return lines.append("<hr>") }
    isInFoot = true
    lines += ["</main>", "<footer>"]
  }

  private mutating func addList(_ source: [Substring], from start: Int, isNumbered: Bool) -> Int {
    var index = start
    let first = itemMark(source[start])?.number ?? 1
    lines.append(isNumbered ? "<ol\(first == 1 ? "" : " start=\"\(first)\"")>" : "<ul>")
    while index < source.count, let item = itemMark(source[index]), item.isNumbered == isNumbered {
      lines.append("<li>\(MarkdownInlines.html(String(item.text)))</li>")
      index += 1
    }
    lines.append(isNumbered ? "</ol>" : "</ul>")
    return index
  }

  private mutating func addTable(_ source: [Substring]) {
    let rows = source.map(MarkdownInlines.cells)
    guard let head = rows.first else { return }
    let kind = head.count >= wideFrom ? "table wide" : "table"
    tables += 1
    let name = MarkdownInlines.html(ReportPhrases.table(tables, under: heading))
    lines.append("<div class=\"\(kind)\" role=\"region\" aria-label=\"\(name)\" tabindex=\"0\">")
    lines.append("<table>")
    let cells = head.map { "<th scope=\"col\">\(MarkdownInlines.html($0))</th>" }.joined()
    lines.append("<thead><tr>\(cells)</tr></thead>")
    lines.append("<tbody>")
    for row in rows.dropFirst() {
      let cells = head.indices.map { column in
        let text = column < row.count ? row[column] : ""
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
  static func cells(_ line: Substring) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.dropFirst() {
      if character == "|", !isEscaped {
        cells.append(trimmed(cell))
        cell = ""
      } else {
        cell.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    if !trimmed(cell).isEmpty { cells.append(trimmed(cell)) }
    return cells
  }

  /// A text as HTML: escaped, with `**bold**` and line breaks as written.
  static func html(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    var isBold = false
    while let character = rest.first {
      if character == "\\", let next = rest.dropFirst().first, next.isASCII,
        next.isPunctuation || next.isSymbol
      {
        result += escaped(next)
        rest = rest.dropFirst(2)
      } else if rest.hasPrefix("**"), isBold || rest.dropFirst(2).contains("**") {
        result += isBold ? "</strong>" : "<strong>"
        isBold.toggle()
        rest = rest.dropFirst(2)
      } else {
        result += escaped(character)
        rest = rest.dropFirst()
      }
    }
    return isBold ? result + "</strong>" : result
  }

  private static func escaped(_ character: Character) -> String {
    switch character {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    default: String(character)
    }
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
