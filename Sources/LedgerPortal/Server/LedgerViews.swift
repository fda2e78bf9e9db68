import Foundation
import LedgerDesk
import LedgerStore
import Synchronization
import TaskLedger

/// The ledger as the pages look at it: folded once, and kept only while the head of the log and the
/// day are the same. The school's own tables are kept while their files are the same.
final class LedgerViews: Sendable {
  private let desk: Desk
  private let kept = Mutex<Snapshot?>(nil)
  private let tables = Mutex<(stamp: String, tables: Tables)?>(nil)

  /// What the school's own tables say.
  struct Tables: Sendable {
    /// The departments with their other names.
    var departments: DepartmentDirectory
    /// Where files go, with the school's limit.
    var vault: EvidenceVault
  }

  init(_ desk: Desk) { self.desk = desk }

  /// The ledger as of a day, with every entry recorded so far.
  ///
  /// - Throws: ``DeskError`` when the log cannot be read.
  func view(on day: CivilDate) throws(DeskError) -> Snapshot {
    let head = try desk.head()
    if let snapshot = kept.withLock({ $0 }), snapshot.logHead == head, snapshot.asOf == day {
      return snapshot
    }
    let snapshot = try desk.snapshot(asOf: day)
    kept.withLock { $0 = snapshot }
    return snapshot
  }

  /// The school's own tables.
  func standingTables() throws(DeskError) -> Tables {
    let stamp = try stamp()
    if let kept = tables.withLock({ $0 }), kept.stamp == stamp { return kept.tables }
    let read = Tables(
      departments: try desk.schoolData.departments(), vault: try desk.evidenceVault())
    tables.withLock { $0 = (stamp, read) }
    return read
  }

  /// What tells whether the tables were edited: length and time of each file.
  private func stamp() throws(DeskError) -> String {
    let folder = try desk.ledgerFolder()
    return ["departments.md", "settings.md"].map { name in
      let attributes = try? FileManager.default.attributesOfItem(
        atPath: folder.tasks + "/" + name)
      // A file that is not there is one of the built-in tables.
      guard let attributes, let time = attributes[.modificationDate] as? Date else { return "-" }
      return "\(attributes[.size] as? Int ?? 0) \(time.timeIntervalSince1970)"
    }.joined(separator: "/")
  }
}
