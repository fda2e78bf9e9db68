internal import OfficeFiles

extension SourceDocument {
  /// The document with the text of tables that are only a frame around it, one cell a row; nil when
  /// there is none.
  func withoutFrames() -> SourceDocument? {
    var result = self
    result.blocks = blocks.flatMap { block -> [Block] in
      guard case .table(let table) = block, !table.isHidden,
        table.rows.allSatisfy({ $0.cells.count == 1 })
      else { return [block] }
      return table.rows.flatMap(\.cells).flatMap { cell in
        cell.paragraphs.map { .paragraph(SourceParagraph(text: $0, location: cell.location)) }
      }
    }
    return result.blocks == blocks ? nil : result
  }
}
