import Foundation
internal import TaskLedger

/// One row of a plan's table with its cells by role.
struct PlanRow {
  /// The cells by the raw value of their role.
  private var cells: [SourceCell?]
  /// Whether the row was repaired because its cells stand in neighbouring columns.
  var isShifted = false

  /// Sorts the cells of a row by the columns of a layout.
  init(_ row: SourceRow, layout: TableLayout) {
    cells = Array(repeating: nil, count: ColumnRole.allCases.count)
    for cell in row.cells where cell.column < layout.width {
      if let role = layout.roles[cell.column], cells[role.rawValue] == nil {
        cells[role.rawValue] = cell
      }
    }
  }

  /// The cell of a role.
  subscript(role: ColumnRole) -> SourceCell? {
    get { cells[role.rawValue] }
    set { cells[role.rawValue] = newValue }
  }

  /// Whether a role has words of its own here: neither blank, nor merged, nor 同上.
  func hasOwn(_ role: ColumnRole) -> Bool {
    guard let cell = self[role], !cell.continuesAbove else { return false }
    return !cell.isBlank && !cell.isDitto
  }

  /// Whether a role takes over the value above: merged, or 同上.
  func inherits(_ role: ColumnRole) -> Bool {
    guard let cell = self[role] else { return false }
    return cell.continuesAbove || cell.isDitto
  }

  /// The words of a role, or an empty text.
  func text(_ role: ColumnRole) -> String { self[role]?.words ?? "" }
}

extension SourceCell {
  /// Whether nothing is written.
  var isBlank: Bool {
    if paragraphs.isEmpty { return true }
    guard paragraphs.count == 1, let only = paragraphs.first, only.utf8.count <= 16 else {
      return false
    }
    return PlanPhrases.blanks.contains(TextFolding.compact(only))
  }

  /// Whether the cell says to take over the value above.
  var isDitto: Bool {
    guard paragraphs.count == 1, let only = paragraphs.first, only.utf8.count <= 16 else {
      return false
    }
    return PlanPhrases.dittoes.contains(TextFolding.compact(only))
  }

  /// The words without marks that an export leaves, paragraphs on lines of their own.
  var words: String {
    if paragraphs.count == 1, let only = paragraphs.first { return Words.clean(only) }
    return paragraphs.map(Words.clean).filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

/// Tidies words that are kept as written.
enum Words {
  /// The words without export marks and without white space at their ends.
  static func clean(_ text: String) -> String {
    // memchr: every cell is asked, most of them more than once.
    let holdsBracket =
      text.utf8.withContiguousStorageIfAvailable { bytes in
        bytes.baseAddress.map { memchr($0, 0x5B, bytes.count) != nil } ?? false
      } ?? true
    let kept = holdsBracket ? TextFolding.withoutArtefacts(text) : text
    return DataTable.trimmed(kept)
  }
}
