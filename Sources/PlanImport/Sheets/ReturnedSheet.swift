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

  /// What was written of one person who is to act, or leaves.
  package struct MemberRow: Sendable {
    /// The name.
    package var name: String
    /// The departments.
    package var departments: [String]
    /// The roles.
    package var roles: [Member.Role]
    /// Whether she leaves.
    package var leaves: Bool
    /// Where the row begins.
    package var location: Diagnostic.Location
  }

  /// The name of the file.
  package var file: String
  /// Which sheet it is; nil when nothing names one.
  package var code: SheetCode?
  /// Who filled it in.
  package var person: Answer?
  /// The department as the first page names it.
  package var department: String?
  /// The day of what the sheet shows, as the first page has it.
  package var asOf: CivilDate?
  /// The rows with answers.
  package var rows: [Row] = []
  /// The items that have a row, a blank one too.
  package var items: Set<ItemID> = []
  /// The figures; nil where the sheet has no page of them.
  package var figures: FactTable?
  /// What is lacking in the words of unions, with the union.
  package var shortcomings: [(unit: String, answer: Answer)] = []
  /// The list of staff; nil where nobody stands in one.
  package var staff: StaffList?
  /// The people to register or to let go.
  package var members: [MemberRow] = []
  /// What stands against reading it.
  package var faults: [Diagnostic] = []
  /// What should be said beside it.
  package var notes: [Diagnostic] = []

  /// Whether the file says it is one of ours.
  package var isOurs: Bool { code != nil || !faults.isEmpty }
}
