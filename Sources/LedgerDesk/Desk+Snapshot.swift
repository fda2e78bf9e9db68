import LedgerReports
import LedgerStore
package import TaskLedger

/// The ledger as of a day.
package struct Snapshot: Sendable {
  /// The state.
  package var ledger: Ledger
  /// The entries that count, when they were asked for.
  package var entries: [EventEnvelope]
  /// The day.
  package var asOf: CivilDate
  /// How many entries count only after the day.
  package var later: Int
  /// The head of the whole log.
  let head: LogHead
  /// The short form of the head, as papers print it.
  package var headCode: String { head.code }
}

extension Desk {
  /// The ledger as of a day, with the head of the whole log.
  ///
  /// - Parameters:
  ///   - asOf: The day to look back to.
  ///   - keepsEntries: Whether the entries themselves are wanted; a long log fills memory.
  /// - Returns: The ledger and what goes with it.
  /// - Throws: ``DeskError`` when there is no ledger or it cannot be read.
  package func snapshot(asOf: CivilDate, keepsEntries: Bool = false) throws(DeskError) -> Snapshot {
    let store = try store(for: .reading)
    var entries: [EventEnvelope] = []
    var later = 0
    do throws(StoreError) {
      var first: LogHead?
      if keepsEntries {
        first = try store.forEachEntry { if $0.effective <= asOf { entries.append($0) } }
      }
      let fold = try store.folded(asOf: asOf, through: first?.sequence) { _ in later += 1 }
      return Snapshot(
        ledger: fold.ledger, entries: entries, asOf: asOf, later: later, head: first ?? fold.head)
    } catch {
      throw DeskError(error)
    }
  }

  /// The ledger as of a day for what goes out of the house: a log that is not what its digests say is
  /// refused, where a look at the ledger shows it as it is.
  func checkedSnapshot(asOf day: CivilDate) throws(DeskError) -> Snapshot {
    let store = try store(for: .reading)
    let fold = try DeskError.ofStore { () throws(StoreError) in try store.checkedFold(asOf: day) }
    return Snapshot(
      ledger: fold.ledger, entries: [], asOf: day, later: fold.later.count, head: fold.head)
  }
}
