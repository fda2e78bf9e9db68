import Foundation
import GRDB
package import TaskLedger

/// The state of a ledger's folder; looking changes nothing.
package struct FolderExamination: Sendable {
  /// What was looked at.
  package let folder: LedgerFolder
  /// What staff should know, in the order in which it was looked at.
  package private(set) var findings: [FolderFinding] = []
  /// What `verify` says; nil when the log cannot be opened.
  package private(set) var integrity: IntegrityReport?

  /// Below this many bytes the disk is called nearly full.
  static let spaceWanted = 256 << 20

  /// Looks at a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder; nothing in it is changed.
  ///   - today: The day of the clock.
  ///   - departments: The departments that the school knows, by which reviewers are recognised.
  package init(
    of folder: LedgerFolder, today: CivilDate,
    departments: DepartmentDirectory = DepartmentDirectory([])
  ) {
    self.folder = folder
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder),
      isFolder.boolValue
    else {
      findings.append(.folderMissing)
      return
    }
    guard access(folder.path, R_OK | X_OK) == 0 else {
      findings.append(.unreadable(.permissionDenied(path: folder.path)))
      return
    }
    lookAtPlace()
    guard folder.hasLedger else {
      findings.append(.ledgerMissing)
      return
    }
    do throws(StoreError) {
      _ = try DatabaseFile(path: folder.database).check()
    } catch {
      findings.append(.unreadable(error))
      return
    }
    // Before the log is opened: closing a file gives back every lock this program holds on it.
    findings += LockProbe.findings(on: folder.database)
    lookAtLog(today, departments)
    lookAtCopies()
  }

  /// Whether the ledger cannot be trusted.
  package var isDamaged: Bool { findings.contains(where: \.isDamage) }

  private mutating func lookAtPlace() {
    if access(folder.path, W_OK) != 0
      || (folder.hasLedger && access(folder.database, W_OK) != 0)
    {
      findings.append(.readOnly)
    }
    if let free = FileSystem.freeBytes(in: folder.path), free < Self.spaceWanted {
      findings.append(.littleSpace(bytes: free))
    }
    let open = FolderParts.openToOthers(in: folder)
    if !open.isEmpty { findings.append(.openToOthers(open)) }
    for name in FolderParts.names(in: folder.path) where FolderParts.isOfMaking(name) {
      findings.append(.makingLeftover(name: name))
    }
    for (place, prefix) in [(folder.path, ""), (folder.path + "/..", "../")] {
      for name in FolderParts.names(in: place) where FolderParts.isDraft(name) {
        findings.append(.draftLeftover(name: prefix + name))
      }
    }
    if FolderParts.names(in: folder.path).contains(LedgerFolder.keptFold) {
      findings.append(.keptFold)
    }
  }

  private mutating func lookAtLog(_ today: CivilDate, _ departments: DepartmentDirectory) {
    do throws(StoreError) {
      let store = try LedgerStore(opening: folder, for: .reading, takingBack: false)
      let report = store.verify(departments: departments)
      integrity = report
      findings += report.findings.map(FolderFinding.integrity)
      if let last = report.lastRecorded?.civilDate, last > today {
        findings.append(.clockBehind(last: last, today: today))
      }
    } catch {
      if case .interrupted = error {
        findings.append(.interrupted)
      } else {
        findings.append(.unreadable(error))
      }
    }
  }

  private mutating func lookAtCopies() {
    let log = try? LedgerStore.digests(ofFileAt: folder.database)
    for name in FolderParts.names(in: folder.path) where FolderParts.isCopy(name) {
      findings.append(.copy(name: name, state(of: folder.path + "/" + name, beside: log)))
    }
  }

  private func state(of file: String, beside log: [String]?) -> FolderFinding.CopyState {
    guard let copy = try? LedgerStore.digests(ofFileAt: file), let last = copy.last else {
      return .unreadable
    }
    let head = LogHead(sequence: copy.count, digest: last)
    guard let log, !log.isEmpty else { return .alone(head: head) }
    let shared = zip(log, copy).prefix { $0 == $1 }.count
    if shared == copy.count { return .contained(head: head) }
    if shared == 0 { return .foreign(head: head) }
    if shared == log.count { return .ahead(head: head, entries: copy.count - shared) }
    return .diverged(head: head, after: shared)
  }
}

extension LedgerStore {
  /// The digests of a log in order, read from a file that need not be the folder's own.
  static func digests(ofFileAt path: String) throws(StoreError) -> [String] {
    let queue = try inspected(path)
    return try translated(path) {
      try queue.read { try String.fetchAll($0, sql: "SELECT digest FROM event ORDER BY sequence") }
    }
  }
}
