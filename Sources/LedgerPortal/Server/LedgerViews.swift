import Foundation
import LedgerDesk
import LedgerStore
import Synchronization
import TaskLedger

/// The ledger as the pages look at it: folded once, and kept only while the head of the log and the
/// day are the same. The school's own tables are kept while their files are the same.
final class LedgerViews: Sendable {
  private let desk: Desk
  private let log: LogWatch
  private let kept = Mutex<Snapshot?>(nil)
  private let tables = Mutex<(stamp: TableStamp, tables: Tables)?>(nil)

  /// What the school's own tables say.
  struct Tables: Sendable {
    /// The departments with their other names.
    var departments: DepartmentDirectory
    /// Where files go, with the school's limit.
    var vault: EvidenceVault
    /// The words that hedge a statement.
    var hedges: HedgeWords
  }

  /// - Throws: ``DeskError`` when there is no folder of a ledger.
  init(_ desk: Desk) throws(DeskError) {
    self.desk = desk
    log = try desk.logWatch()
  }

  /// The ledger as of a day, with every entry recorded so far.
  ///
  /// - Throws: ``DeskError`` when the log cannot be read.
  func view(on day: CivilDate) throws(DeskError) -> Snapshot {
    let head = try head()
    if let snapshot = kept.withLock({ $0 }), snapshot.logHead == head, snapshot.asOf == day {
      return snapshot
    }
    let snapshot = try desk.snapshot(asOf: day)
    kept.withLock { $0 = snapshot }
    return snapshot
  }

  /// Where the log stands.
  ///
  /// - Throws: ``DeskError`` when it cannot be read.
  func head() throws(DeskError) -> LogHead {
    try DeskError.ofStore { () throws(StoreError) in try log.head() }
  }

  /// The school's own tables.
  func standingTables() throws(DeskError) -> Tables {
    let stamp = try stamp()
    if let kept = tables.withLock({ $0 }), kept.stamp == stamp { return kept.tables }
    let read = Tables(
      departments: try desk.schoolData.departments(), vault: try desk.evidenceVault(),
      hedges: try desk.schoolData.profile().hedges)
    tables.withLock { $0 = (stamp, read) }
    return read
  }

  /// What tells whether the tables were edited.
  func stamp() throws(DeskError) -> TableStamp { try desk.tableStamp() }
}
