import Crypto
package import TaskLedger

/// Real digests for tests that have no store.
package enum ReviewDigest {
  /// The SHA-256 of a text.
  package static func sha256(_ text: String) -> EvidenceDigest {
    guard let digest = EvidenceDigest(bytes: SHA256.hash(data: Array(text.utf8))) else {
      preconditionFailure("SHA-256 has 32 bytes")
    }
    return digest
  }
}
