import Foundation
import LedgerReports
import LedgerStore
import OfficeFiles
import PlanImport
import TaskLedger

/// Makes a backup: a snapshot of the log, the evidence it names and the school's own files.
struct BackupWriter {
  let desk: Desk
  let today: CivilDate
  let store: LedgerStore
  /// Whether a damaged ledger is backed up too, with the damage named in the manifest.
  let allowsDamage: Bool
  /// Whether the accounts of the page go along.
  let takesAccounts: Bool

  /// A backup as it is about to be written.
  struct Plan {
    var manifest: BackupManifest
    var entries: [ZipEntry]
    var notes: [Diagnostic]
  }

  /// What would go into a backup now; nothing is written.
  func preview() throws(DeskError) -> Plan {
    try plan(
      store.verify(departments: desk.schoolData.departmentsForReview),
      database: store.folder.database,
      accounts: takesAccounts && FileManager.default.fileExists(atPath: store.folder.accounts)
        ? store.folder.accounts : nil)
  }

  /// Writes the backup whole and read back, or not at all.
  ///
  /// - Parameter target: A file that is not there yet.
  /// - Returns: What was written.
  /// - Throws: ``DeskError``; nothing is left behind then.
  func write(to target: String) throws(DeskError) -> Plan {
    let work = LedgerFolder(path: DraftFolder.path(beside: target))
    defer { DraftFolder.remove(work.path) }
    let report = try DeskError.ofStore { () throws(StoreError) in
      try DraftFolder.make(work.path)
      return try store.snapshot(
        into: work, departments: desk.schoolData.departmentsForReview)
    }
    let hasAccounts = try DeskError.ofStore { () throws(StoreError) in
      guard takesAccounts else { return false }
      return try AccountStore.copy(of: store.folder, into: work)
    }
    let plan = try plan(
      report, database: work.database, accounts: hasAccounts ? work.accounts : nil)
    let draft = work.path + "/backup.zip"
    do throws(ZipWriteError) {
      try ZipWriter.write(plan.entries, to: draft, named: name(target))
    } catch {
      throw DeskError([error.diagnostic], kind: .disk)
    }
    try readBack(draft, plan.manifest)
    let isNamed = try DeskError.ofStore { () throws(StoreError) in
      let isNamed = try FileSystem.renameExclusively(draft, to: target)
      try FileSystem.syncFolder((target as NSString).deletingLastPathComponent)
      return isNamed
    }
    guard isNamed else { throw DeskError([.backupExists(name(target))], kind: .refused) }
    return plan
  }

  private func name(_ path: String) -> String { (path as NSString).lastPathComponent }

  private func plan(_ report: IntegrityReport, database: String, accounts: String?)
    throws(DeskError) -> Plan
  {
    let damage = report.findings.filter(\.isDamage).map(Diagnostic.integrity)
    guard damage.isEmpty || allowsDamage else {
      throw DeskError(damage + [.backupRefusesDamage()], kind: .integrity)
    }
    var notes = damage
    var files: [(path: BackupPath, source: String)] = [(.database, database)]
    if let accounts { files.append((.accounts, accounts)) }
    if takesAccounts, accounts == nil { notes.append(.backupFindsNoAccounts()) }
    for (digest, condition) in report.conditions where condition != .missing {
      let path = BackupPath.evidence(digest)
      files.append((path, path.place(in: store.folder)))
    }
    files += ownFiles(&notes)
    var manifest = BackupManifest(
      program: desk.programVersion,
      ledgerFormat: LedgerStore.format, school: report.school,
      createdOn: today.description, headSequence: report.head.sequence,
      headDigest: report.head.digest, head: report.head.code, evidenceFiles: 0,
      evidenceBytes: 0, files: [],
      damage: damage.map { .init(code: $0.code, message: $0.message) })
    var entries: [ZipEntry] = []
    for (path, source) in files.sorted(by: { $0.path.text < $1.path.text }) {
      let read: (digest: EvidenceDigest, byteCount: Int)
      do throws(StoreError) {
        read = try FileSystem.digest(ofFileAt: source)
      } catch {
        // Only a damaged evidence file can be unreadable here, and it is named already.
        if case .evidence = path, !damage.isEmpty { continue }
        throw DeskError(error)
      }
      manifest.files.append(
        .init(path: path.text, bytes: read.byteCount, sha256: read.digest.description))
      entries.append(ZipEntry(name: path.text, content: .file(source)))
      if case .evidence = path {
        manifest.evidenceFiles += 1
        manifest.evidenceBytes += read.byteCount
      }
    }
    let text = try JSONDocument(kind: "backup-manifest", manifest).text()
    entries.insert(ZipEntry(name: BackupManifest.name, text: text), at: 0)
    entries.insert(ZipEntry(name: BackupManifest.page, text: manifest.pageText), at: 1)
    return Plan(manifest: manifest, entries: entries, notes: notes)
  }

  /// The regular files of `tasks/` and `templates/`; what cannot go along is said.
  private func ownFiles(_ notes: inout [Diagnostic]) -> [(path: BackupPath, source: String)] {
    var files: [(path: BackupPath, source: String)] = []
    for folder in BackupPath.ownFolders {
      let place = store.folder.path + "/" + folder
      var taken: Set<String> = []
      let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
      for name in names.sorted() where !name.hasPrefix(".") {
        let path = BackupPath.own(folder: folder, name: name)
        var status = stat()
        let isTaken = !taken.insert(name.lowercased()).inserted
        guard BackupPath.isPlain(name), !isTaken, lstat(place + "/" + name, &status) == 0,
          status.st_mode & S_IFMT == S_IFREG, status.st_size <= BackupManifest.ownFileLimit
        else {
          notes.append(.backupLeavesOut("\(folder)/\(name)"))
          continue
        }
        files.append((path, place + "/" + name))
      }
    }
    return files
  }

  /// Reads the written container again: what is in it is what the manifest says.
  private func readBack(_ file: String, _ manifest: BackupManifest) throws(DeskError) {
    try BackupReader.withArchive(at: file) { (archive) throws(DeskError) in
      for file in manifest.files {
        try BackupReader.check(file, in: archive) { _ throws(StoreError) in }
      }
    }
  }
}
