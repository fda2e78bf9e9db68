package import TaskLedger

/// A sheet that came back (表单), as it is read: which one it is, who filled it in, and what was
/// written for which item.
///
/// Invariant: each row names one item and no two rows the same; what stands against reading the
/// sheet is in `faults`.
package struct ReturnedSheet: Sendable {
  /// What was written in a cell.
  package struct Answer: Sendable, Hashable {
    /// The words.
    package var text: String
    /// The day, when it is one.
    package var day: CivilDate?
    /// Where it stands.
    package var location: Diagnostic.Location
  }

  /// What was written for one item.
  package struct Row: Sendable {
    /// The item.
    package var item: ItemID
    /// What stood for review when the sheet was made, or its code where the key is gone.
    package var seal: ReviewSeal
    /// What the row shows of the item's content; nil where the column is gone.
    package var content: String?
    /// Where the row begins.
    package var location: Diagnostic.Location
    /// The answers, without blank ones.
    package var answers: [SheetColumn: Answer]
  }

  /// The name of the file.
  package var file: String
  /// Which sheet it is; nil when nothing names one.
  package var code: SheetCode?
  /// Who filled it in.
  package var person: Answer?
  /// The rows with answers.
  package var rows: [Row] = []
  /// The number of rows, blank ones too.
  package var rowCount = 0
  /// What stands against reading it.
  package var faults: [Diagnostic] = []
  /// What should be said beside it.
  package var notes: [Diagnostic] = []

  /// Whether the file says it is one of ours.
  package var isOurs: Bool { code != nil || !faults.isEmpty }
}
