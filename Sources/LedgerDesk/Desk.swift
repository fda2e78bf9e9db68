import Foundation
import LedgerStore
import OfficeFiles
import PlanImport
package import TaskLedger

/// Where the office's work is done: one ledger, and what the work needs from outside.
///
/// A value that a front end may keep as long as it likes: each act is told who acts and when, reads
/// the ledger as it is then, and returns what came of it. Nothing is printed, and no folder is the
/// current one.
package struct Desk: Sendable {
  /// The folder of the ledger; nil when none is known, for work that needs none.
  let folder: LedgerFolder?
  /// The moment of the clock.
  package let clock: @Sendable () -> Instant
  /// Where pandoc and LibreOffice are looked for.
  let programs: ExternalPrograms
  /// The program and its version, as backups and submissions name it.
  package let programVersion: String

  /// Creates a desk.
  ///
  /// - Parameters:
  ///   - folder: The path of the ledger's folder; nil when none is known.
  ///   - searchPath: Where programs are looked for, such as `/usr/bin:/bin`; nil is the usual one.
  ///   - programVersion: The program and its version.
  ///   - clock: The moment of the clock.
  package init(
    folder: String?, searchPath: String?, programVersion: String,
    clock: @escaping @Sendable () -> Instant
  ) {
    self.folder = folder.map { LedgerFolder(path: $0) }
    self.clock = clock
    programs = ExternalPrograms(path: searchPath)
    self.programVersion = programVersion
  }

  /// The nearest folder that holds a ledger, from a folder upwards; nil when there is none.
  package static func ledgerFolder(above folder: String) -> String? {
    LedgerFolder.found(from: folder)?.path
  }

  /// The name of the ledger's folder, without the way to it; empty when none is known.
  package var folderName: String { folder?.name ?? "" }

  /// The data that a school may edit.
  package var schoolData: SchoolData { SchoolData(of: folder) }

  /// The folder of the ledger, for work that needs one.
  func requiredFolder() throws(DeskError) -> LedgerFolder {
    guard let folder else { throw DeskError([.ledgerNotFound()], kind: .unreadableInput) }
    return folder
  }

  /// Opens the store of the ledger.
  func store(for access: LedgerStore.Access) throws(DeskError) -> LedgerStore {
    let folder = try requiredFolder()
    return try DeskError.ofStore { () throws(StoreError) in
      try LedgerStore(opening: folder, for: access)
    }
  }
}
