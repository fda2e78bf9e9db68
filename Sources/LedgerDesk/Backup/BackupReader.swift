import Foundation
import LedgerStore
import OfficeFiles
import TaskLedger

/// Reads backups; nothing of a container is used before it was checked.
enum BackupReader {
  /// The largest manifest, in bytes.
  static let manifestLimit = 64 << 20

  /// Opens a container for the time of a body.
  ///
  /// - Parameters:
  ///   - path: The container.
  ///   - unreadable: What is said when it cannot be opened.
  ///   - body: What is done with it.
  /// - Returns: What `body` returns.
  /// - Throws: ``DeskError``.
  static func withArchive<Result>(
    at path: String,
    saying unreadable: (String, DocumentReadError) -> Diagnostic = Diagnostic.backupUnreadable,
    _ body: (ZipArchive) throws(DeskError) -> Result
  ) throws(DeskError) -> Result {
    var failure: DeskError?
    let result: Result?
    do throws(DocumentReadError) {
      result = try ZipArchive.withArchive(at: path, limits: .ownContainer) {
        (archive) throws(DocumentReadError) -> Result? in
        do throws(DeskError) {
          return try body(archive)
        } catch {
          failure = error
          return nil
        }
      }
    } catch {
      throw DeskError(
        [unreadable((path as NSString).lastPathComponent, error)], kind: .unreadableInput)
    }
    if let failure { throw failure }
    guard let result else {
      throw DeskError([.internalFault("backup")], kind: .internalFault)
    }
    return result
  }

  /// Reads a part piece by piece and compares it with the manifest; what is longer than it says is
  /// not read on.
  static func check(
    _ file: BackupManifest.File, in archive: ZipArchive,
    _ take: (UnsafeRawBufferPointer) throws(StoreError) -> Void
  ) throws(DeskError) {
    var hash = ContentHash()
    let count = try read(file.path, in: archive, limit: file.bytes) { (piece) throws(StoreError) in
      hash.update(piece)
      try take(piece)
    }
    guard count == file.bytes, hash.digest.description == file.sha256 else {
      throw DeskError([.backupDiffers(file.path)], kind: .unreadableInput)
    }
  }

  /// Reads a part, at most `limit` bytes.
  private static func read(
    _ name: String, in archive: ZipArchive, limit: Int,
    _ take: (UnsafeRawBufferPointer) throws(StoreError) -> Void
  ) throws(DeskError) -> Int {
    var count = 0
    var refusal: DeskError?
    do throws(DocumentReadError) {
      let isThere = try archive.withPieces(of: name) { (piece) throws(DocumentReadError) in
        count += piece.count
        do throws(StoreError) {
          if count <= limit {
            try take(piece)
            return
          }
        } catch {
          refusal = DeskError(error)
        }
        throw DocumentReadError.tooLarge(file: name, what: .partBytes, limit: limit)
      }
      guard isThere else {
        throw DocumentReadError.damaged(file: name, part: name, detail: "missing")
      }
    } catch {
      throw refusal ?? DeskError([.backupDiffers(name)], kind: .unreadableInput)
    }
    return count
  }

  private struct Version: Decodable {
    var schemaVersion: Int
    var kind: String
  }

  /// The manifest of a container, checked against the container's directory.
  static func manifest(of archive: ZipArchive, name: String, containerBytes: Int)
    throws(DeskError) -> BackupManifest
  {
    var bytes: [UInt8] = []
    guard archive.size(of: BackupManifest.name) != nil else {
      throw DeskError([.notABackup(name)], kind: .unreadableInput)
    }
    _ = try read(BackupManifest.name, in: archive, limit: manifestLimit) {
      (piece) throws(StoreError) in bytes += piece
    }
    let data = Data(bytes)
    guard let version = try? JSONDecoder().decode(Version.self, from: data),
      version.kind == "backup-manifest", version.schemaVersion >= 1
    else { throw DeskError([.notABackup(name)], kind: .unreadableInput) }
    guard version.schemaVersion <= BackupManifest.format else {
      throw DeskError([.backupNewer(name)], kind: .unreadableInput)
    }
    guard let manifest = try? JSONDecoder().decode(BackupManifest.self, from: data) else {
      throw DeskError([.backupDiffers(BackupManifest.name)], kind: .unreadableInput)
    }
    try check(manifest, names: archive.names, containerBytes: containerBytes)
    return manifest
  }

  /// The directory of the container holds exactly what the manifest says, and all of it belongs
  /// into a ledger.
  private static func check(_ manifest: BackupManifest, names: [String], containerBytes: Int)
    throws(DeskError)
  {
    var strange: [String] = []
    var expected: Set<String> = [BackupManifest.name, BackupManifest.page]
    for file in manifest.files {
      // A log of text shrinks to a 250th at most; evidence is compared with the log itself.
      let limit: Int? =
        switch BackupPath(file.path) {
        case .database:
          max(64 << 20, containerBytes.multipliedReportingOverflow(by: 250).partialValue)
        case .own: BackupManifest.ownFileLimit
        case .accounts: BackupManifest.accountsLimit
        case .evidence: Int.max
        case nil: nil
        }
      guard let limit, (0...limit).contains(file.bytes), expected.insert(file.path).inserted else {
        strange.append(file.path)
        continue
      }
    }
    strange += names.filter { !expected.contains($0) }
    let present = Set(names)
    let absent = expected.filter { !present.contains($0) && $0 != BackupManifest.page }
    guard strange.isEmpty, absent.isEmpty, expected.contains(BackupManifest.database) else {
      throw DeskError(
        strange.map(Diagnostic.backupStrange) + absent.sorted().map(Diagnostic.backupDiffers)
          + (expected.contains(BackupManifest.database)
            ? [] : [.backupDiffers(BackupManifest.database)]),
        kind: .unreadableInput)
    }
  }
}
