internal import OfficeFiles
internal import TaskLedger

/// A table of data that staff edit (`tasks/*.md`): a heading row and rows of texts.
///
/// Invariant: every row has as many texts as there are headings.
struct DataTable {
  /// The headings, without white space.
  let headings: [String]
  /// The rows as texts.
  let rows: [[String]]
  /// Where each row begins.
  let locations: [Diagnostic.Location?]

  /// Takes the first row of a table as its headings.
  init?(_ table: SourceTable) {
    guard let head = table.rows.first, let last = head.cells.last else { return nil }
    let width = last.column + last.columnSpan
    func texts(_ row: SourceRow) -> [String] {
      var result = Array(repeating: "", count: width)
      for cell in row.cells where cell.column < width {
        result[cell.column] = cell.text
      }
      return result
    }
    headings = texts(head).map { TextFolding.compact($0) }
    rows = table.rows.dropFirst().map(texts)
    locations = table.rows.dropFirst().map(\.cells.first?.location)
  }

  /// All tables of a document.
  static func all(in document: SourceDocument) -> [DataTable] {
    document.blocks.compactMap { block in
      switch block {
      case .paragraph: nil
      case .table(let table): DataTable(table)
      }
    }
  }

  /// The index of a heading, or nil.
  func column(_ heading: String) -> Int? { headings.firstIndex(of: heading) }

  /// A list in a cell, separated by commas, semicolons or line breaks.
  static func list(_ text: String) -> [String] {
    text.split { PlanPhrases.listSeparators.contains($0) }.map { trimmed(String($0)) }.filter {
      !$0.isEmpty
    }
  }

  /// A text without white space at its ends.
  static func trimmed(_ text: String) -> String {
    if text.utf8.withContiguousStorageIfAvailable(isTrimmed) ?? false { return text }
    var slice = Substring(text)
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return String(slice)
  }

  /// Whether both ends are surely no white space: signs in the range of Han, or printed ASCII.
  private static func isTrimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return true }
    guard (0x21...0x7E).contains(first) || (0xE4...0xE9).contains(first) else { return false }
    if (0x21...0x7E).contains(last) { return true }
    return bytes.count >= 3 && (0xE4...0xE9).contains(bytes[bytes.count - 3])
  }
}
