import Foundation
import LedgerStore
import OfficeFiles
import PlanImport
import TaskLedger

/// Makes a ledger's folder from a backup: built beside its place, verified, then moved there whole.
struct BackupRestorer {
  /// The container.
  let file: String
  /// The folder, missing or empty.
  let target: LedgerFolder
  /// Whether a backup is restored whose ledger was damaged already when it was made.
  let allowsDamage: Bool
  /// Whether accounts of the page are restored too.
  var takesAccounts = false

  private var name: String { (file as NSString).lastPathComponent }

  /// Checks the container against its manifest and writes nothing.
  func preview() throws(DeskError) -> BackupManifest {
    try checkTarget()
    return try BackupReader.withArchive(at: file) { (archive) throws(DeskError) in
      let manifest = try checkedManifest(of: archive)
      for file in manifest.files {
        try BackupReader.check(file, in: archive) { _ throws(StoreError) in }
      }
      return manifest
    }
  }

  /// Restores the ledger whole, or leaves nothing behind.
  func restore() throws(DeskError) -> BackupManifest {
    try checkTarget()
    let work = LedgerFolder(path: DraftFolder.path(beside: target.path))
    defer { DraftFolder.remove(work.path) }
    let manifest = try BackupReader.withArchive(at: file) { (archive) throws(DeskError) in
      let manifest = try checkedManifest(of: archive)
      try checkSpace(for: manifest)
      try DeskError.ofStore { () throws(StoreError) in
        try DraftFolder.make(work.path)
        try FileSystem.makeFolder(work.staging)
      }
      let files = manifest.files.sorted { $0.path == BackupManifest.database && $1.path != $0.path }
      for file in files where takesAccounts || file.path != BackupManifest.accounts {
        try unpack(file, from: archive, into: work)
        // The log comes first: what is no evidence of it is not unpacked.
        if file.path == BackupManifest.database { try checkLog(of: work, manifest) }
      }
      return manifest
    }
    try verify(work, manifest)
    if takesAccounts, manifest.holdsAccounts { try clearAccounts(of: work) }
    try moveIntoPlace(work)
    return manifest
  }

  private func checkedManifest(of archive: ZipArchive) throws(DeskError) -> BackupManifest {
    var status = stat()
    let bytes = stat(file, &status) == 0 ? Int(status.st_size) : 0
    let manifest = try BackupReader.manifest(of: archive, name: name, containerBytes: bytes)
    guard manifest.damage.isEmpty || allowsDamage else {
      throw DeskError([.backupHoldsDamage(name, manifest.damage.count)], kind: .integrity)
    }
    return manifest
  }

  private func checkTarget() throws(DeskError) {
    try OutputFile.requireNoRecord(target.path)
    var status = stat()
    guard lstat(target.path, &status) == 0 else { return }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    let names = isFolder ? try? FileManager.default.contentsOfDirectory(atPath: target.path) : nil
    guard let names, names.isEmpty else {
      throw DeskError([.restoreTargetTaken(target.name)], kind: .refused)
    }
  }

  private func checkSpace(for manifest: BackupManifest) throws(DeskError) {
    let parent = (target.path as NSString).deletingLastPathComponent
    var needed = 0
    for file in manifest.files {
      let sum = needed.addingReportingOverflow(file.bytes)
      needed = sum.overflow ? Int.max : sum.partialValue
    }
    if let free = FileSystem.freeBytes(in: parent), needed > free {
      throw DeskError([.restoreNeedsSpace(needed: needed, free: free)], kind: .disk)
    }
  }

  private func unpack(
    _ file: BackupManifest.File, from archive: ZipArchive, into work: LedgerFolder
  ) throws(DeskError) {
    guard let path = BackupPath(file.path) else {
      throw DeskError([.backupStrange(file.path)], kind: .unreadableInput)
    }
    let place = path.place(in: work)
    let new = try DeskError.ofStore { () throws(StoreError) in
      try FileSystem.makeFolder((place as NSString).deletingLastPathComponent)
      return try NewFile(at: place)
    }
    try BackupReader.check(file, in: archive) { (piece) throws(StoreError) in
      try new.write(piece)
    }
    _ = try DeskError.ofStore { () throws(StoreError) in try new.finish() }
  }

  private func report(on work: LedgerFolder) throws(DeskError) -> IntegrityReport {
    try DeskError.ofStore { () throws(StoreError) in
      try LedgerStore(opening: work, for: .inspecting).verify(
        departments: SchoolData(of: work).departmentsForReview)
    }
  }

  /// The log is the one the manifest speaks of, and names every evidence file of the backup.
  private func checkLog(of work: LedgerFolder, _ manifest: BackupManifest) throws(DeskError) {
    let report = try report(on: work)
    guard report.head.digest == manifest.headDigest,
      report.head.sequence == manifest.headSequence
    else {
      throw DeskError([.backupDiffers(BackupManifest.database)], kind: .unreadableInput)
    }
    var strange: [Diagnostic] = []
    let sizes = Dictionary(
      report.evidence.map { ($0.digest, $0.byteCount) }, uniquingKeysWith: { first, _ in first })
    let papers = Set(report.papers.map(\.paper))
    for file in manifest.files {
      guard case .evidence(let digest) = BackupPath(file.path) else { continue }
      let isPaper = papers.contains(digest) && file.bytes <= BackupManifest.ownFileLimit
      let isAsLogged =
        (file.bytes == sizes[digest] || isPaper) && file.sha256 == digest.description
      let isDamaged = (sizes[digest] != nil || isPaper) && !manifest.damage.isEmpty
      if !isAsLogged && !isDamaged { strange.append(.backupStrange(file.path)) }
    }
    guard strange.isEmpty else { throw DeskError(strange, kind: .unreadableInput) }
  }

  private func verify(_ work: LedgerFolder, _ manifest: BackupManifest) throws(DeskError) {
    let report = try report(on: work)
    let known = Set(manifest.damage)
    let news = report.findings.filter(\.isDamage).map(Diagnostic.integrity).filter {
      !known.contains(.init(code: $0.code, message: $0.message))
    }
    guard news.isEmpty else { throw DeskError(news, kind: .integrity) }
  }

  /// Nobody is logged in by what a container says.
  private func clearAccounts(of work: LedgerFolder) throws(DeskError) {
    do throws(StoreError) {
      try AccountStore(opening: work).endEverything()
    } catch {
      throw DeskError([.backupDiffers(BackupManifest.accounts)], kind: .unreadableInput)
    }
  }

  private func moveIntoPlace(_ work: LedgerFolder) throws(DeskError) {
    try DeskError.ofStore { () throws(StoreError) in
      try FileSystem.syncTree(work.path)
      // Renaming replaces an empty folder and nothing else; some shares refuse even that.
      if rename(work.path, target.path) != 0 {
        let (source, place) = (work.path, target.path)
        try FileSystem.check(at: place) { rmdir(place) }
        try FileSystem.check(at: place) { rename(source, place) }
      }
      try FileSystem.syncFolder((target.path as NSString).deletingLastPathComponent)
    }
  }
}
