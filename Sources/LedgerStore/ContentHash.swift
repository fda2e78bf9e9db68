import Crypto
package import TaskLedger

/// The SHA-256 of content that comes piece by piece.
package struct ContentHash {
  private var hash = SHA256()
  /// How many bytes have come so far.
  package private(set) var byteCount = 0

  /// Creates the hash of nothing.
  package init() {}

  /// Takes the next piece.
  package mutating func update(_ piece: UnsafeRawBufferPointer) {
    hash.update(bufferPointer: piece)
    byteCount += piece.count
  }

  /// The digest of everything taken so far.
  package var digest: EvidenceDigest {
    guard let digest = EvidenceDigest(bytes: hash.finalize()) else {
      preconditionFailure("SHA-256 has 32 bytes")
    }
    return digest
  }
}
