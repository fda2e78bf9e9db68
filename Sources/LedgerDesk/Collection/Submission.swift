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
  /// Which of several submissions of the same entries it is.
  var edition = Edition(day: nil, content: "")

  /// What somebody hands in.
  enum Form: Sendable, Hashable {
    /// Papers, evidence and figures with a list of digests (报送材料).
    case bundle
    /// A backup (备份).
    case backup
    /// Entries or a database alone.
    case entries
    /// A ledger's folder.
    case ledger
  }

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
    let form = try withArchive(at: path) { (archive) throws(DeskError) -> Form in
      guard let form = self.form(of: archive) else {
        throw DeskError([.notASubmission(name, archive.names)], kind: .unreadableInput)
      }
      return form
    }
    switch form {
    case .bundle:
      let report = try BundleVerifier.report(at: path, program: program)
      guard report.isSound else {
        throw DeskError(
          report.findings.filter { $0.severity == .error }, kind: .integrity)
      }
    case .backup:
      _ = try BackupRestorer(
        file: path, target: LedgerFolder(path: path + ".none"), allowsDamage: false
      ).preview()
    case .entries, .ledger: break
    }
    var submission = try withArchive(at: path) { (archive) throws(DeskError) -> Submission in
      if ContainerLog.part(BundleFile.events, in: archive) == nil,
        let part = ContainerLog.part(BundleFile.figures, in: archive)
      {
        return try declared(ContainerLog.bytes(of: part, in: archive), named: name)
      }
      let fold = try self.fold(of: archive, named: name, keepsEntries: false)
      return Submission(
        school: fold.ledger.school, origin: fold.origin, head: fold.head, hasLog: true)
    }
    submission.edition = try Edition(ofContainerAt: path)
    return submission
  }

  /// What a source is; nil when it is none that can be told.
  static func form(of source: RollupSource) -> Form? {
    switch source.kind {
    case .ledger: return .ledger
    case .bundleFolder: return .bundle
    case .container:
      let form = try? withArchive(at: source.path) { archive in self.form(of: archive) }
      return form ?? nil
    case .missing, .other, .link, .closed, .deep, .damagedList: return nil
    }
  }

  /// What a container is; nil when it is none of these. Figures without their list of digests are
  /// part of a submission and none.
  fileprivate static func form(of archive: ZipArchive) -> Form? {
    switch BundleSource.lists(among: archive.names).count {
    case 0: break
    case 1: return .bundle
    default: return nil
    }
    if archive.names.contains(BackupManifest.name) { return .backup }
    let isLog = [BundleFile.events, BackupManifest.database].contains {
      ContainerLog.part($0, in: archive) != nil
    }
    return isLog ? .entries : nil
  }

  /// Opens what somebody handed in.
  fileprivate static func withArchive<Result>(
    at path: String, _ body: (ZipArchive) throws(DeskError) -> Result
  ) throws(DeskError) -> Result {
    try BackupReader.withArchive(at: path, saying: Diagnostic.bundleUnreadable, body)
  }

  /// The digests of the entries of a container's log, in order.
  static func digests(of path: String) throws(DeskError) -> [String] {
    try BackupReader.withArchive(at: path) { (archive) throws(DeskError) in
      try fold(of: archive, named: "", keepsEntries: true).digests
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
      throw DeskError([.notASubmission(name, archive.names)], kind: .unreadableInput)
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

extension Submission {
  /// Which of several submissions of the same entries one is: papers of another day say other things
  /// of them, and evidence or the log may have come along.
  struct Edition: Sendable {
    /// The day that its papers speak of, or on which it was backed up; nil for entries alone, which
    /// are of no day.
    var day: CivilDate?
    /// The digest of what it holds beside the entries.
    var content: String
  }
}

extension Submission.Edition {
  private struct Day: Decodable { var asOf: String }

  /// Reads it from a container that was verified.
  init(ofContainerAt path: String) throws(DeskError) {
    var status = stat()
    let byteCount = stat(path, &status) == 0 ? Int(status.st_size) : 0
    self = try Submission.withArchive(at: path) { (archive) throws(DeskError) -> Self in
      switch Submission.form(of: archive) {
      case .bundle:
        return try BundleSource.with(path) { source in
          let day = try? JSONDecoder().decode(
            Day.self, from: Data(source.bytes(BundleFile.manifest) ?? []))
          return Self(
            day: day.flatMap { CivilDate($0.asOf) }, content: source.digest(BundleFile.sums) ?? "")
        }
      case .backup:
        let manifest = try BackupReader.manifest(
          of: archive, name: (path as NSString).lastPathComponent, containerBytes: byteCount)
        return Self(day: CivilDate(manifest.createdOn), content: manifest.content)
      case .entries, .ledger, nil: return Self(day: nil, content: "")
      }
    }
  }
}
