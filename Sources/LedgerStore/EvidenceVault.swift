import Crypto
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
  package var sizeLimit = 512 * 1_048_576

  /// Names the vault of a folder; nothing is touched.
  package init(folder: LedgerFolder) { self.folder = folder }

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
    let path: String
  }

  /// The path of a stored file.
  package func path(of digest: EvidenceDigest) -> String {
    "\(folder.evidence)/\(digest.description.prefix(2))/\(digest)"
  }

  /// Copies a file into the staging folder, hashing and syncing it; links are not followed.
  package func stage(fileAt source: String) throws(StoreError) -> StagedFile {
    try FileSystem.makeFolder(folder.evidence)
    try FileSystem.makeFolder(folder.staging)
    let descriptor = open(source, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ELOOP { throw .evidenceNotRegular(path: source) }
      throw .evidenceUnreadable(path: source, reason: FileSystem.words(for: errno))
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
    let target =
      folder.staging + "/\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString)"
    do {
      let copied = try FileSystem.withDescriptor(target, O_WRONLY | O_CREAT | O_EXCL) {
        (output) throws(StoreError) in
        try copy(from: descriptor, source: source, to: output, target: target)
      }
      return StagedFile(
        digest: copied.digest, byteCount: copied.count,
        mediaType: MediaType.recognised(from: copied.head),
        fileName: PrintableText.fileName(
          (source as NSString).lastPathComponent.precomposedStringWithCanonicalMapping),
        path: target)
    } catch {
      unlink(target)
      throw error
    }
  }

  /// Moves a staged file into its place; the same content is kept once.
  package func place(_ staged: StagedFile) throws(StoreError) {
    let target = path(of: staged.digest)
    let parent = (target as NSString).deletingLastPathComponent
    try FileSystem.makeFolder(parent)
    guard rename(staged.path, target) == 0 else {
      throw FileSystem.error(at: target, number: errno)
    }
    try FileSystem.syncFolder(parent)
    try FileSystem.syncFolder(folder.evidence)
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
    let path = path(of: digest)
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return errno == ENOENT ? .missing : .changed }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return .changed
    }
    var hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 { return .changed }
      if count == 0 { break }
      buffer.withUnsafeBytes {
        hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count]))
      }
    }
    return EventChain.hexadecimal(hash.finalize()) == digest.description ? .sound : .changed
  }

  private func copy(from input: Int32, source: String, to output: Int32, target: String)
    throws(StoreError) -> (digest: EvidenceDigest, count: Int, head: [UInt8])
  {
    var hash = SHA256()
    var head: [UInt8] = []
    var total = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(input, &buffer, buffer.count)
      guard count >= 0 else {
        throw .evidenceUnreadable(path: source, reason: FileSystem.words(for: errno))
      }
      if count == 0 { break }
      total += count
      guard total <= sizeLimit else {
        throw .evidenceTooLarge(path: source, bytes: total, limit: sizeLimit)
      }
      if head.count < 4096 { head += buffer[..<min(count, 4096 - head.count)] }
      buffer.withUnsafeBytes {
        hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count]))
      }
      var written = 0
      while written < count {
        let step = buffer.withUnsafeBytes {
          write(output, $0.baseAddress.map { $0 + written }, count - written)
        }
        guard step > 0 else { throw FileSystem.error(at: target, number: errno) }
        written += step
      }
    }
    guard fsync(output) == 0 else { throw FileSystem.error(at: target, number: errno) }
    guard let digest = EvidenceDigest(EventChain.hexadecimal(hash.finalize())) else {
      preconditionFailure("SHA-256 gives 64 hexadecimal digits")
    }
    return (digest, total, head)
  }
}
