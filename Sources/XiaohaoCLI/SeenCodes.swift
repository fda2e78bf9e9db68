import LedgerDesk
import TaskLedger

/// What a reviewer saw of each item, as `--seen` gives it: one code for one item, or `ID=CODE` once
/// for each of several.
struct SeenCodes {
  private var seals: [ItemID: ReviewSeal] = [:]

  /// Reads what was typed.
  ///
  /// - Parameters:
  ///   - words: The values of `--seen`; without any, what is there now counts as seen.
  ///   - selection: The items of the command.
  ///   - session: The run.
  /// - Throws: ``DeskError`` for a word that is no code, and when an item has no code while
  ///   others have one.
  init(_ words: [String], of selection: ItemSelection, _ session: Session) throws(DeskError) {
    guard !words.isEmpty else { return }
    let ids = selection.ids(in: try session.snapshot().ledger)
    var faults: [Diagnostic] = []
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      let id = parts.count == 2 ? ItemID(TypedNumber.folded(parts[0])) : ids.first
      guard let id, let seal = ReviewSeal(parts.last ?? "") else {
        faults.append(.seenUnreadable(word))
        continue
      }
      if parts.count == 1, ids.count > 1 || words.count > 1 {
        faults.append(.seenWithoutItem(word))
      } else if !ids.contains(id) || seals.updateValue(seal, forKey: id) != nil {
        faults.append(.seenForOther(id))
      }
    }
    let missing = ids.filter { seals[$0] == nil }
    if faults.isEmpty, !missing.isEmpty { faults.append(.seenMissing(missing)) }
    guard faults.isEmpty else { throw DeskError(faults, kind: .usage) }
  }

  subscript(id: ItemID) -> ReviewSeal? { seals[id] }
}
