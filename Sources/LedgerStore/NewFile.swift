import Foundation
package import TaskLedger

/// A file in the making (0600): whole and synced to the disk once finished, else not there at all.
package final class NewFile {
  /// Where it lies.
  package let path: String
  private let descriptor: Int32
  private var hash = ContentHash()
  private var isFinished = false

  /// Creates the file; nothing may be there yet.
  package init(at path: String) throws(StoreError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    let number = errno
    guard descriptor >= 0 else { throw FileSystem.error(at: path, number: number) }
  }

  deinit {
    close(descriptor)
    if !isFinished { unlink(path) }
  }

  /// How many bytes have been written.
  package var byteCount: Int { hash.byteCount }

  /// Writes the next piece.
  package func write(_ piece: UnsafeRawBufferPointer) throws(StoreError) {
    var written = 0
    while written < piece.count {
      let step = Foundation.write(
        descriptor, piece.baseAddress.map { $0 + written }, piece.count - written)
      let number = step < 0 ? errno : EIO
      if number == EINTR { continue }
      guard step > 0 else { throw FileSystem.error(at: path, number: number) }
      written += step
    }
    hash.update(piece)
  }

  /// Writes bytes held in memory.
  package func write(_ bytes: [UInt8]) throws(StoreError) {
    var failure: StoreError?
    bytes.withUnsafeBytes { piece in
      do throws(StoreError) { try write(piece) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Syncs the content and keeps the file.
  ///
  /// - Returns: The SHA-256 of what was written.
  package func finish() throws(StoreError) -> EvidenceDigest {
    try FileSystem.check(at: path) { fsync(descriptor) }
    isFinished = true
    return hash.digest
  }
}
