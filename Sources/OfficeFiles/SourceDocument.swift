package import TaskLedger

/// A document as its format gives it: paragraphs and tables in order, every cell with its place.
///
/// Readers produce it without domain knowledge; interpretation consumes it without format
/// knowledge.
package struct SourceDocument: Sendable, Hashable {
  /// The file name as messages print it, never a path of the machine.
  package var name: String
  /// The blocks in document order.
  package var blocks: [Block]
  /// What the reader wants said: hidden rows read, tracked changes accepted, parts left out.
  package var diagnostics: [Diagnostic]
  /// The properties that a program gave a workbook beside its content, by name.
  package var properties: [String: String] = [:]

  /// Creates a document.
  package init(name: String, blocks: [Block], diagnostics: [Diagnostic] = []) {
    self.name = name
    self.blocks = blocks
    self.diagnostics = diagnostics
  }

  /// A paragraph or a table.
  package enum Block: Sendable, Hashable {
    /// A paragraph outside of tables.
    case paragraph(SourceParagraph)
    /// A table.
    case table(SourceTable)
  }
}

/// A paragraph outside of tables.
package struct SourceParagraph: Sendable, Hashable {
  /// The text; a computed list label (Word numbering) stands in front of it.
  package var text: String
  /// Where it stands.
  package var location: Diagnostic.Location

  /// Creates a paragraph.
  package init(text: String, location: Diagnostic.Location) {
    self.text = text
    self.location = location
  }
}

/// A table as a grid of rows; a sheet of a workbook is one table.
package struct SourceTable: Sendable, Hashable {
  /// The name of the sheet, when the format has one.
  package var name: String?
  /// The rows in order. Rows may have different numbers of cells.
  package var rows: [SourceRow]
  /// Whether it is a sheet that its reader does not see.
  package var isHidden: Bool
  /// The grid columns that its reader does not see: hidden, or narrower than a character.
  package var hiddenColumns: Set<Int>

  /// Creates a table.
  package init(
    name: String? = nil, rows: [SourceRow], isHidden: Bool = false, hiddenColumns: Set<Int> = []
  ) {
    self.name = name
    self.rows = rows
    self.isHidden = isHidden
    self.hiddenColumns = hiddenColumns
  }
}

/// One row of a table.
package struct SourceRow: Sendable, Hashable {
  /// The cells in order of their grid column; columns that a span covers have no cell.
  package var cells: [SourceCell]
  /// Whether its reader does not see it.
  package var isHidden: Bool

  /// Creates a row.
  package init(cells: [SourceCell], isHidden: Bool = false) {
    self.cells = cells
    self.isHidden = isHidden
  }

  /// The cell that covers a grid column, or nil.
  package func cell(at column: Int) -> SourceCell? {
    cells.first { $0.column <= column && column < $0.column + $0.columnSpan }
  }
}

/// One cell of a table.
///
/// Invariant: `paragraphs` never holds CR; a continuation of a vertical merge has no paragraphs.
package struct SourceCell: Sendable, Hashable {
  /// The grid column of its left edge, from 0.
  package var column: Int
  /// How many grid columns it covers, from 1.
  package var columnSpan: Int
  /// The paragraphs of the cell in order, without empty ones; soft line breaks stay as `\n`.
  package var paragraphs: [String]
  /// Whether the cell continues a merged cell of the row above.
  package var continuesAbove: Bool
  /// The date of a real date cell of a spreadsheet; `paragraphs` then holds it as displayed.
  package var date: CivilDate?
  /// The number that a cell of a spreadsheet stores, also where it shows fewer digits or a date.
  package var number: Double?
  /// Whether words with a line through them were left out of it.
  package var hasStruckText: Bool
  /// The words of a deadline with the years that stand in no words of the document, where its reader
  /// completed them.
  package var completedWords: String?
  /// Whether its words stand in the text of the document and not in the table, where its reader
  /// took them from.
  package var isFromText = false
  /// Where it stands.
  package var location: Diagnostic.Location

  /// Creates a cell.
  package init(
    column: Int, columnSpan: Int = 1, paragraphs: [String], continuesAbove: Bool = false,
    date: CivilDate? = nil, number: Double? = nil, hasStruckText: Bool = false,
    location: Diagnostic.Location
  ) {
    self.column = column
    self.columnSpan = columnSpan
    self.paragraphs = paragraphs
    self.continuesAbove = continuesAbove
    self.date = date
    self.number = number
    self.hasStruckText = hasStruckText
    self.location = location
  }

  /// The paragraphs as one text.
  package var text: String { paragraphs.joined(separator: "\n") }
}
