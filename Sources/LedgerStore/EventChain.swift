import Crypto
import Foundation
package import TaskLedger

/// The chain of digests over the log: each entry carries the digest of the one before and its own.
package enum EventChain {
  /// What the first entry names as the digest before it.
  package static let origin = String(repeating: "0", count: 64)

  /// The digest of an entry over exactly what is stored.
  ///
  /// Fields are written with their byte counts in front, so that no two entries share a form.
  package static func digest(
    previous: String, sequence: Int, recordedAt: String, effective: String, actor: String,
    type: String, payload: String
  ) -> String {
    var fields: [UInt8] = []
    fields.reserveCapacity(payload.utf8.count + 256)
    for field in [previous, String(sequence), recordedAt, effective, actor, type, payload] {
      append(field.utf8, to: &fields)
    }
    return SHA256.hash(data: fields).withUnsafeBytes { hexadecimal($0) }
  }

  /// The digest of an entry over its fields as they stand in the file.
  ///
  /// - Parameters:
  ///   - fields: Their bytes in the order of the other form; nil is where the sequence stands.
  ///   - sequence: The place in the log.
  /// - Returns: The digest as 64 digits.
  static func digest(of fields: [UnsafeBufferPointer<UInt8>?], sequence: Int) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(fields.reduce(64) { $0 + ($1?.count ?? 0) + 8 })
    for field in fields {
      if let field { append(field, to: &bytes) } else { append(String(sequence).utf8, to: &bytes) }
    }
    return SHA256.hash(data: bytes).withUnsafeBytes { hexadecimal($0) }
  }

  private static func append(_ field: some Collection<UInt8>, to bytes: inout [UInt8]) {
    append(decimal: field.count, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    bytes += field
  }

  /// Appends the decimal digits of a number that is not negative.
  private static func append(decimal number: Int, to bytes: inout [UInt8]) {
    if number > 9 { append(decimal: number / 10, to: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// The SHA-256 of a text, as closures are bound to what was reviewed.
  package static func digest(of text: String) -> EvidenceDigest {
    digest(of: Array(text.utf8))
  }

  /// The SHA-256 of bytes.
  package static func digest(of bytes: [UInt8]) -> EvidenceDigest {
    guard let digest = EvidenceDigest(bytes: SHA256.hash(data: bytes)) else {
      preconditionFailure("SHA-256 has 32 bytes")
    }
    return digest
  }

  /// Bytes as lower-case hexadecimal digits.
  static func hexadecimal(_ bytes: UnsafeRawBufferPointer) -> String {
    func digit(_ value: UInt8) -> UInt8 {
      value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
    return String(unsafeUninitializedCapacity: 2 * bytes.count) { digits in
      for place in bytes.indices {
        digits[2 * place] = digit(bytes[place] >> 4)
        digits[2 * place + 1] = digit(bytes[place] & 15)
      }
      return 2 * bytes.count
    }
  }
}

/// Where the log stands: the last entry and the digest of everything up to it.
package struct LogHead: Sendable, Hashable {
  /// The sequence of the last entry; 0 for an empty log.
  package var sequence: Int
  /// The digest of the last entry.
  package var digest: String

  /// Creates a head.
  package init(sequence: Int, digest: String) {
    self.sequence = sequence
    self.digest = digest
  }

  /// The short form printed on papers, such as `37-9f3a2c7b1d04`.
  package var code: String { "\(sequence)-\(digest.prefix(12))" }

  /// Whether an anchor names this head: the short code, or more digits of the same digest.
  package func fits(_ anchor: String) -> Bool {
    anchor.hasPrefix(code) && "\(sequence)-\(digest)".hasPrefix(anchor)
  }
}
