internal import OfficeFiles
internal import TaskLedger

/// One row of a plan's table with its cells by role.
struct PlanRow {
  /// The cells of the row as read, which it shares.
  private var cells: [SourceCell]
  /// The index of the cell of each role.
  private var places = Places()
  /// The roles with words of their own, a bit each.
  private var own: UInt16 = 0
  /// The roles that take over the value above, a bit each.
  private var inherited: UInt16 = 0
  /// Whether the row was repaired because its cells stand in neighbouring columns.
  private(set) var isShifted = false

  /// Sorts the cells of a row by the columns of a layout.
  ///
  /// - Parameters:
  ///   - row: The row as read.
  ///   - layout: The columns.
  ///   - isShifted: Whether the cells were moved to other columns before.
  init(_ row: SourceRow, layout: TableLayout, isShifted: Bool = false) {
    cells = row.cells
    self.isShifted = isShifted
    for (index, cell) in row.cells.enumerated() where cell.column < layout.width {
      guard let role = layout.roles[cell.column], places[role] == nil else { continue }
      places[role] = index
      let isDitto = cell.isDitto
      if cell.continuesAbove || isDitto { inherited |= 1 << role.rawValue }
      if !cell.continuesAbove, !isDitto, !cell.isBlank { own |= 1 << role.rawValue }
    }
  }

  /// The cell of a role.
  subscript(role: ColumnRole) -> SourceCell? {
    places[role].map { cells[$0] }
  }

  /// Gives the cell of one role to another, and marks the row as shifted.
  mutating func move(_ role: ColumnRole, to other: ColumnRole) {
    places[other] = places[role]
    places[role] = nil
    own = Self.moved(own, role, to: other)
    inherited = Self.moved(inherited, role, to: other)
    isShifted = true
  }

  private static func moved(_ bits: UInt16, _ role: ColumnRole, to other: ColumnRole) -> UInt16 {
    let bit = bits >> role.rawValue & 1
    return bits & ~(1 << role.rawValue | 1 << other.rawValue) | bit << other.rawValue
  }

  /// Whether a role has words of its own here: neither blank, nor merged, nor 同上.
  func hasOwn(_ role: ColumnRole) -> Bool { own & 1 << role.rawValue != 0 }

  /// Whether a role takes over the value above: merged, or 同上.
  func inherits(_ role: ColumnRole) -> Bool { inherited & 1 << role.rawValue != 0 }

  /// The words of a role, or an empty text.
  func text(_ role: ColumnRole) -> String { self[role]?.words ?? "" }
}

/// An index for each column role, 16 bits wide, within the row itself: there is one for every row
/// of a plan.
private struct Places {
  private static let none: UInt64 = 0xFFFF
  private var slots: (UInt64, UInt64, UInt64) = (.max, .max, .max)

  subscript(role: ColumnRole) -> Int? {
    get {
      let value = self[slot: role.rawValue / 4] >> (role.rawValue % 4 * 16) & Self.none
      return value == Self.none ? nil : Int(value)
    }
    set {
      let shift = role.rawValue % 4 * 16
      let value = min(newValue.map(UInt64.init) ?? Self.none, Self.none)
      self[slot: role.rawValue / 4] &= ~(Self.none << shift)
      self[slot: role.rawValue / 4] |= value << shift
    }
  }

  private subscript(slot index: Int) -> UInt64 {
    get { index == 0 ? slots.0 : index == 1 ? slots.1 : slots.2 }
    set {
      switch index {
      case 0: slots.0 = newValue
      case 1: slots.1 = newValue
      default: slots.2 = newValue
      }
    }
  }
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
    if paragraphs.count == 1, let only = paragraphs.first { return TextFolding.tidied(only) }
    return paragraphs.map(TextFolding.tidied).filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension TextFolding {
  /// Words as they are kept: without export marks and without white space at their ends.
  static func tidied(_ text: String) -> String {
    DataTable.trimmed(TextFolding.withoutRadicals(TextFolding.withoutArtefacts(text)))
  }
}
