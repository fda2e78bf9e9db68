import Foundation
package import TaskLedger

/// The evidence files of a ledger, each stored once under its SHA-256 (`evidence/ab/ab12…`).
///
/// A file is staged, hashed and synced first, then moved into its place, and only then named by an
/// event; never the other way round.
package struct EvidenceVault: Sendable {
  /// The folder of the ledger.
  package let folder: LedgerFolder
  /// The largest file taken, in bytes.
  package var sizeLimit = EvidenceVault.defaultSizeLimit
  /// Is told of each step; only tests look.
  package var onStep: StepObserver

  /// The largest file taken unless the school sets another limit: 512 MiB.
  package static let defaultSizeLimit = 512 * 1_048_576

  /// Names the vault of a folder; nothing is touched.
  package init(folder: LedgerFolder, onStep: @escaping StepObserver = { _ in }) {
    self.folder = folder
    self.onStep = onStep
  }

  /// A file that is whole on the disk but not yet in its place.
  package struct StagedFile: Sendable, Hashable {
    /// SHA-256 of the content.
    package let digest: EvidenceDigest
    /// The length in bytes.
    package let byteCount: Int
    /// What the content is, recognised by content.
    package let mediaType: String
    /// The name of the original, made safe.
    package let fileName: String
    /// Where it lies.
    package let path: String
  }

  /// The path of a stored file.
  package func path(of digest: EvidenceDigest) -> String {
    "\(folder.evidence)/\(digest.description.prefix(2))/\(digest)"
  }

  /// Copies a file into the staging folder, hashing and syncing it; links are not followed.
  package func stage(fileAt source: String) throws(StoreError) -> StagedFile {
    try folder.makeParts()
    let descriptor = open(source, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    let number = errno
    guard descriptor >= 0 else {
      if number == ELOOP { throw .evidenceNotRegular(path: source) }
      throw .evidenceUnreadable(path: source, reason: FileSystem.words(for: number))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .evidenceNotRegular(path: source)
    }
    guard status.st_size > 0 else { throw .evidenceEmpty(path: source) }
    guard status.st_size <= sizeLimit else {
      throw .evidenceTooLarge(path: source, bytes: Int(status.st_size), limit: sizeLimit)
    }
    let file = try IncomingFile(
      at: stagingPath(), source: source, sizeLimit: sizeLimit,
      name: (source as NSString).lastPathComponent)
    onStep(.stagingBegun)
    try FileSystem.readPieces(of: descriptor, path: source) { (piece) throws(StoreError) in
      try file.write(piece)
      onStep(.pieceStaged)
    }
    let staged = try file.finish()
    onStep(.staged)
    return staged
  }

  /// Begins a file whose content comes piece by piece, such as one sent by a browser.
  ///
  /// - Parameter name: The name as whoever sends it gave it.
  /// - Returns: The file, still empty.
  /// - Throws: ``StoreError`` when the staging folder cannot be written.
  package func incoming(named name: String) throws(StoreError) -> IncomingFile {
    try folder.makeParts()
    return try IncomingFile(at: stagingPath(), source: name, sizeLimit: sizeLimit, name: name)
  }

  /// Stages a text that the program made itself, such as a sealed paper.
  package func stage(text: String, named name: String) throws(StoreError) -> StagedFile {
    try folder.makeParts()
    let file = try NewFile(at: stagingPath())
    let bytes = Array(text.utf8)
    try file.write(bytes)
    return StagedFile(
      digest: try file.finish(), byteCount: file.byteCount,
      mediaType: MediaType.recognised(from: Array(bytes.prefix(4096))),
      fileName: PrintableText.fileName(name), path: file.path)
  }

  /// The content of a stored file as text; nil when it is not there or not what the digest says.
  package func text(of digest: EvidenceDigest) -> String? {
    guard let data = FileManager.default.contents(atPath: path(of: digest)),
      EventChain.digest(of: [UInt8](data)) == digest
    else { return nil }
    return String(validating: data, as: UTF8.self)
  }

  private func stagingPath() -> String {
    folder.staging + "/\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString)"
  }

  /// Moves a staged file into its place; the same content is kept once.
  package func place(_ staged: StagedFile) throws(StoreError) {
    let target = path(of: staged.digest)
    let parent = (target as NSString).deletingLastPathComponent
    try FileSystem.makeFolder(parent)
    try FileSystem.check(at: target) { rename(staged.path, target) }
    onStep(.moved)
    try FileSystem.syncFolder(parent)
    try FileSystem.syncFolder(folder.evidence)
    onStep(.placed)
  }

  /// Puts the original of a stored file that is missing or changed back in its place.
  ///
  /// - Parameter staged: The same content as somebody handed it in again.
  /// - Returns: Whether it was put back; a stored file that is sound stays as it is.
  /// - Throws: ``StoreError`` when the disk refuses.
  package func restore(_ staged: StagedFile) throws(StoreError) -> Bool {
    guard condition(of: staged.digest) != .sound else { return false }
    try place(staged)
    return true
  }

  /// The content of a staged file.
  package func bytes(of staged: StagedFile) throws(StoreError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(staged.byteCount)
    try FileSystem.readPieces(ofFileAt: staged.path) { (piece) throws(StoreError) in
      bytes.append(contentsOf: piece)
    }
    return bytes
  }

  /// Removes a staged file that no entry will name.
  package func discard(_ staged: StagedFile) { unlink(staged.path) }

  /// The state of a stored file.
  package enum Condition: Sendable, Hashable {
    /// The content is what the digest says.
    case sound
    /// There is no such file.
    case missing
    /// There is something else, or the content differs.
    case changed
  }

  /// Reads a stored file and compares it with its digest.
  package func condition(of digest: EvidenceDigest) -> Condition {
    do throws(StoreError) {
      return try FileSystem.digest(ofFileAt: path(of: digest)).digest == digest ? .sound : .changed
    } catch {
      if case .evidenceUnreadable(_, "missing") = error { return .missing }
      return .changed
    }
  }
}
