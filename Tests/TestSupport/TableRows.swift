package import TaskLedger

/// The rows of the first pipe table of a text, with the place of every cell.
///
/// Enough for the tables of `tasks/`; documents of schools are read by the program's own readers.
package enum TableRows {
  /// The rows, headings first, without the ruler.
  package static func of(_ text: String, file: String = "验收指标.md") -> [[IndicatorTable.Cell]] {
    var rows: [[IndicatorTable.Cell]] = []
    for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.hasPrefix("|---") {
      guard line.hasPrefix("|") else {
        if rows.isEmpty { continue } else { break }
      }
      var column = 2
      rows.append(
        line.dropFirst().split(separator: "|", omittingEmptySubsequences: false).dropLast().map {
          cell in
          let lead = cell.prefix { $0 == " " }.count
          let start = column + lead
          column += cell.count + 1
          let words = cell.dropFirst(lead)
          let end = words.lastIndex { $0 != " " }
          return (
            text: end.map { String(words[...$0]) } ?? "",
            location: .text(file: file, line: place + 1, column: start)
          )
        })
    }
    return rows
  }
}
