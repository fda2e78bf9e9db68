import Foundation
import LedgerReports
import LedgerStore
import OfficeFiles
import TaskLedger

/// What a submission says of itself after it was verified.
struct Submission {
  /// The school, as it names itself.
  let school: String
  /// The digest of the first entry.
  let origin: String
  /// The last entry.
  let head: LogHead
  /// Whether the log came along.
  let hasLog: Bool

  /// Verifies a container: a bundle against its manifest, a backup against its own, bare entries
  /// against their chain.
  ///
  /// - Parameters:
  ///   - path: The container.
  ///   - name: What it was called when it came.
  ///   - program: The program that checks, with its version.
  /// - Returns: What it says of itself.
  /// - Throws: ``DeskError`` with all that is wrong.
  static func verified(
    at path: String, named name: String, program: String
  ) throws(DeskError) -> Submission {
    let isBundle = try BackupReader.withArchive(at: path) { archive in
      archive.names.contains(BundleFile.sums)
    }
    if isBundle {
      let report = try BundleVerifier.report(at: path, program: program)
      guard report.isSound else {
        throw DeskError(
          report.findings.filter { $0.severity == .error }, kind: .integrity)
      }
    }
    return try BackupReader.withArchive(at: path) { (archive) throws(DeskError) in
      if ContainerLog.part(BundleFile.events, in: archive) == nil,
        let part = ContainerLog.part(BundleFile.figures, in: archive)
      {
        return try declared(ContainerLog.bytes(of: part, in: archive), named: name)
      }
      if archive.names.contains(BackupManifest.name) {
        _ = try BackupRestorer(
          file: path, target: LedgerFolder(path: path + ".none"), allowsDamage: false
        )
        .preview()
      }
      let fold = try self.fold(of: archive, named: name, keepsEntries: false)
      return Submission(
        school: fold.ledger.school, origin: fold.origin, head: fold.head, hasLog: true)
    }
  }

  /// The digest of an entry of a container's log; nil when it has no such entry.
  static func digest(ofEntry sequence: Int, in path: String) throws(DeskError) -> String? {
    try BackupReader.withArchive(at: path) { (archive) throws(DeskError) in
      let digests = try fold(of: archive, named: "", keepsEntries: true).digests
      return digests.indices.contains(sequence - 1) ? digests[sequence - 1] : nil
    }
  }

  private static func declared(_ bytes: [UInt8], named name: String) throws(DeskError)
    -> Submission
  {
    guard let figures = try? JSONDecoder().decode(DeclaredFigures.self, from: Data(bytes)),
      figures.contradictions.isEmpty
    else {
      throw DeskError(
        StoreError.damaged(file: name + "/" + BundleFile.figures, detail: "JSON"))
    }
    return Submission(
      school: figures.school, origin: figures.origin,
      head: LogHead(sequence: figures.entries, digest: figures.headDigest), hasLog: false)
  }

  /// The log on the last day of the calendar: all of it.
  private static func fold(
    of archive: ZipArchive, named name: String, keepsEntries: Bool
  ) throws(DeskError) -> CheckedFold {
    guard let last = CivilDate(year: 9999, month: 12, day: 31) else {
      throw DeskError([.internalFault("calendar")], kind: .internalFault)
    }
    if let part = ContainerLog.part(BundleFile.events, in: archive) {
      return try ContainerLog.fold(
        ofEvents: try ContainerLog.bytes(of: part, in: archive), of: name, asOf: last,
        keepsEntries: keepsEntries)
    }
    guard let part = ContainerLog.part(BackupManifest.database, in: archive) else {
      throw DeskError([.notABackup(name)], kind: .unreadableInput)
    }
    return try ContainerLog.withDatabase(part, in: archive, of: name) {
      (folder) throws(DeskError) in
      try DeskError.ofStore { () throws(StoreError) in
        try LedgerStore(opening: folder, for: .inspecting)
          .checkedFold(asOf: last, keepsEntries: keepsEntries)
      }
    }
  }
}
