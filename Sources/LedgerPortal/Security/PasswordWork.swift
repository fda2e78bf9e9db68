import CryptoExtras
import Foundation
import LedgerStore

/// Turns passwords into what may be kept, and compares them: scrypt with 32 MiB, one at a time, and
/// never on a thread that serves requests.
struct PasswordWork: Sendable {
  /// The cost. The library refuses a block size above 8.
  private static let (rounds, blockSize, parallelism) = (1 << 15, 8, 3)
  /// The shortest password taken.
  static let shortest = 10
  /// The longest password looked at, in bytes.
  static let longest = 1024

  private let queue = DispatchQueue(label: "xiaohao.password")

  /// The record of a new password.
  func record(of password: String) async throws -> PasswordRecord {
    try await run { try Self.record(of: password) }
  }

  /// Whether a password is the one recorded. Without a record as much work is done, so that the time
  /// does not tell which names are known.
  func matches(_ password: String, _ record: PasswordRecord?) async throws -> Bool {
    try await run {
      let known =
        record
        ?? PasswordRecord(
          salt: [UInt8](repeating: 0, count: 16), hash: [UInt8](repeating: 0, count: 32),
          rounds: Self.rounds, blockSize: Self.blockSize, parallelism: Self.parallelism)
      let hash = try Self.hash(password, known)
      var difference: UInt8 = hash.count == known.hash.count ? 0 : 1
      for (left, right) in zip(hash, known.hash) { difference |= left ^ right }
      return difference == 0 && record != nil
    }
  }

  private func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws
    -> Result
  {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Swift.Result { try body() }) }
    }
  }

  private static func record(of password: String) throws -> PasswordRecord {
    var generator = SystemRandomNumberGenerator()
    let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    let empty = PasswordRecord(
      salt: salt, hash: [], rounds: rounds, blockSize: blockSize, parallelism: parallelism)
    return PasswordRecord(
      salt: salt, hash: try hash(password, empty), rounds: rounds, blockSize: blockSize,
      parallelism: parallelism)
  }

  private static func hash(_ password: String, _ record: PasswordRecord) throws -> [UInt8] {
    // The same password typed on another system may be composed of other characters.
    let bytes = Array(password.precomposedStringWithCanonicalMapping.utf8)
    return try KDF.Scrypt.deriveKey(
      from: bytes, salt: record.salt, outputByteCount: 32, rounds: record.rounds,
      blockSize: record.blockSize, parallelism: record.parallelism
    ).withUnsafeBytes { Array($0) }
  }
}
