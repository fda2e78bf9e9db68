/// What a sheet that is filled in has beside its rows: where its heading is, what may be written,
/// and how it is printed.
package struct XlsxForm: Sendable, Hashable {
  /// A rule for what may be typed into cells.
  package struct Validation: Sendable, Hashable {
    /// What is allowed.
    package enum Rule: Sendable, Hashable {
      /// One of the words in a range, such as `选项!$A$1:$A$2`.
      case list(range: String)
      /// A day from 2000 on.
      case day
      /// At most so many characters.
      case length(Int)
    }

    /// The cells, such as `H3:H20`.
    package var cells: String
    /// What is allowed.
    package var rule: Rule
    /// What is said when something else is typed.
    package var message: String

    /// Creates a rule.
    package init(cells: String, rule: Rule, message: String) {
      self.cells = cells
      self.rule = rule
      self.message = message
    }
  }

  /// The row of the headings, from 0; nil for a page of words.
  package var headRow: Int?
  /// How many columns stay where they are when the sheet is moved.
  package var frozenColumns = 0
  /// The widths of the columns in narrow characters; fitted to the words when empty.
  package var widths: [Int] = []
  /// The cells that may be written, such as `H3:P20`, by row and column from 0.
  package var open: Set<XlsxSpot> = []
  /// The open cells that take a day.
  package var days: Set<XlsxSpot> = []
  /// The columns that nobody sees.
  package var hiddenColumns: Set<Int> = []
  /// Whether nobody sees the sheet.
  package var isHidden = false
  /// Whether what is not open is protected, without a password.
  package var isProtected = true
  /// Whether it is printed across.
  package var isLandscape = true
  /// The rules for what is typed.
  package var validations: [Validation] = []
  /// The rows that are titles.
  package var titleRows: Set<Int> = []
  /// What stands at the foot of each printed page.
  package var foot = ""

  /// A plain form.
  package init() {}
}

/// A place of a sheet, from 0.
package struct XlsxSpot: Sendable, Hashable {
  /// The row.
  package var row: Int
  /// The column.
  package var column: Int

  /// Names a place.
  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// The place as a spreadsheet writes it.
  package var reference: String { XlsxPlace(row: row, column: column).reference }
}
