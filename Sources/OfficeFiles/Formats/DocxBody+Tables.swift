import TaskLedger

/// The tables of a Word document.
extension DocxBody {
  private var isMisplaced: DocumentReadError {
    .damaged(file: file, part: "", detail: "structure")
  }

  func beginRow() throws(DocumentReadError) {
    guard let last = tables.indices.last else { return }
    if tables[last].hasRow { throw isMisplaced }
    tables[last].beginRow()
  }

  func beginCell() throws(DocumentReadError) {
    guard let last = tables.indices.last else { return }
    if tables[last].hasCell { throw isMisplaced }
    tables[last].beginCell()
  }

  func endTable() throws(DocumentReadError) {
    guard let table = tables.popLast() else { return }
    notes.coveredTexts += table.hiddenTexts
    guard let outer = tables.indices.last, tables[outer].hasCell else {
      if !table.rows.isEmpty { blocks.append(.table(SourceTable(rows: table.rows))) }
      blocks += nested
      nested = []
      return
    }
    let place = tables[outer].location(file: file)
    if table.isSubstantial {
      notes.nestedTables.append((place, table.index))
      nested.append(.table(SourceTable(rows: table.rows)))
    } else {
      for text in table.flattened {
        try budget.addText(text.utf8.count)
        tables[outer].add(text)
      }
    }
  }

  /// The style of the table being read; one that marks some of its rows is said.
  func markStyle(_ name: String?) {
    withTable { $0.style = name }
    guard styles.marksParts(name), let index = tables.last?.index else { return }
    notes.styledTables.add(.tableCell(file: file, table: index, row: 1, column: 1))
  }
}
