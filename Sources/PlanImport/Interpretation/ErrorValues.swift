internal import OfficeFiles
internal import TaskLedger

extension SourceDocument {
  /// The document in which cells that hold the error of a formula, such as #N/A, are blank.
  ///
  /// - Returns: The document, and what is to be said when there was one.
  func withoutErrorValues() -> (document: SourceDocument, diagnostic: Diagnostic?) {
    var result = self
    var first: SourceCell?
    var count = 0
    for (place, block) in blocks.enumerated() {
      guard case .table(var table) = block else { continue }
      let before = count
      for row in table.rows.indices {
        for cell in table.rows[row].cells.indices {
          let found = table.rows[row].cells[cell]
          guard found.paragraphs.count == 1, let only = found.paragraphs.first,
            only.utf8.count <= 20, SheetWords.isErrorValue(only)
          else { continue }
          first = first ?? found
          count += 1
          table.rows[row].cells[cell].paragraphs = []
        }
      }
      if count > before { result.blocks[place] = .table(table) }
    }
    return (
      result,
      first.map { .errorValuesLeftOut(at: $0.location, words: $0.text, count: count) }
    )
  }
}
