package import TaskLedger

/// A page of a workbook that goes out and comes back (表单): values only; the desk has it written.
package struct FormPage: Sendable {
  /// A rule for what is typed into a column.
  package enum Rule: Sendable, Hashable {
    /// At most so many characters.
    case words(Int)
    /// A day.
    case day
    /// One of some words.
    case choice([String])
  }

  /// An open cell outside of the table.
  package struct Field: Sendable, Hashable {
    /// The row, from 0.
    package var row: Int
    /// The column, from 0.
    package var column: Int

    /// Names a cell.
    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// The name.
  package var name: String
  /// The rows; all cells are words.
  package var rows: [[String]]
  /// The row of the headings; nil for a page of words.
  package var headRow: Int?
  /// The widths of the columns in narrow characters.
  package var widths: [Int]
  /// What is typed into the columns that are open, by column.
  package var open: [Int: Rule] = [:]
  /// The rules of cells that are not those of their column.
  package var cells: [Field: Rule] = [:]
  /// The cells of open columns that are not written.
  package var closed: Set<Field> = []
  /// The open cells of a page of words.
  package var fields: [Field] = []
  /// The columns that nobody sees.
  package var hiddenColumns: Set<Int> = []
  /// How many columns stay where they are when the page is moved.
  package var frozenColumns = 0
  /// How many blank rows stand open below the table.
  package var spareRows = 0
  /// Whether it is printed across.
  package var isLandscape = true
  /// What stands at the foot.
  package var foot = ""
}

/// A workbook of the forms: its pages and the code it names itself by.
package struct FormBook: Sendable {
  /// The name of the file.
  package var file: String
  /// The code.
  package var code: SheetCode
  /// The pages, the one in words first.
  package var pages: [FormPage]
  /// How many items it is about.
  package var items = 0
  /// How many figures it asks for.
  package var figures = 0
}
