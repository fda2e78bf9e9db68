import Foundation
import Hummingbird
import LedgerDesk
import LedgerStore

/// Reads what a request carries, within limits of length and time.
struct BodyReader {
  let request: Request
  let context: PortalContext
  let limits: PortalConfiguration

  /// The slowest a body may come, in bytes a second, once its grace is over.
  static let slowest = 2048
  /// How long a connection may go on after its request was refused, in seconds, so that the browser
  /// still shows why.
  static let grace = 15

  /// Reads the body into the request of the pages.
  ///
  /// - Parameters:
  ///   - body: What the route takes.
  ///   - portal: Where files go; without one they are passed over.
  ///   - asked: The request, which gets texts and files.
  /// - Throws: ``PortalRefusal`` when it is too large, too slow or cannot be read.
  /// - Returns: What holds the files, to be discarded once the page has answered.
  func read(_ body: PortalRoute.Body, into portal: Portal?, _ asked: inout PortalRequest)
    async throws -> UploadReader?
  {
    do {
      switch body {
      case .nothing: return nil
      case .texts:
        asked.fields = try await texts()
        return nil
      case .files:
        let reader = try await files(into: portal)
        (asked.fields, asked.uploads) = (reader.fields, reader.uploads)
        return reader
      }
    } catch let refusal as PortalRefusal {
      context.hangUp(Self.grace)
      throw refusal
    }
  }

  private var contentType: String {
    AnswerHeaders.value("content-type", in: request.headers) ?? ""
  }

  private func texts() async throws -> FormFields {
    guard contentType.hasPrefix("application/x-www-form-urlencoded") else {
      throw PortalRefusal.unreadable
    }
    if let length = length, length > limits.formLimit { throw PortalRefusal.tooLarge }
    var bytes: [UInt8] = []
    var pace = Pace(grace: limits.bodyGraceSeconds)
    for try await piece in request.body {
      guard bytes.count + piece.readableBytes <= limits.formLimit else {
        throw PortalRefusal.tooLarge
      }
      bytes.append(contentsOf: piece.readableBytesView)
      try pace.note(piece.readableBytes)
    }
    guard let text = String(validating: bytes, as: UTF8.self),
      let fields = FormFields(encoded: text)
    else { throw PortalRefusal.unreadable }
    return fields
  }

  private func files(into portal: Portal?) async throws -> UploadReader {
    let vault = try portal?.vault()
    let reader = try UploadReader(contentType: contentType, vault: vault)
    if let vault, let length = length,
      length > vault.sizeLimit * UploadReader.fileLimit + limits.formLimit
    {
      throw PortalRefusal.tooLarge
    }
    var pace = Pace(grace: limits.bodyGraceSeconds)
    for try await piece in request.body {
      if let portal {
        try await portal.threads.run(.receiving) {
          try piece.withUnsafeReadableBytes { try reader.read($0) }
        }
      } else {
        try piece.withUnsafeReadableBytes { try reader.read($0) }
      }
      try pace.note(piece.readableBytes)
    }
    try reader.finish()
    return reader
  }

  private var length: Int? {
    AnswerHeaders.value("content-length", in: request.headers).flatMap { Int($0) }
  }

  /// Whether a body comes fast enough.
  private struct Pace {
    private let start = ContinuousClock.now
    private let grace: Int
    private var byteCount = 0

    init(grace: Int) { self.grace = grace }

    mutating func note(_ count: Int) throws(PortalRefusal) {
      byteCount += count
      let allowed = grace + byteCount / BodyReader.slowest
      guard ContinuousClock.now - start <= .seconds(allowed) else { throw .tooSlow }
    }
  }
}
