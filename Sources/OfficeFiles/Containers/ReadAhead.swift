import Foundation

/// Inflates a large part on a thread of its own while what is inflated already is being read.
///
/// At most ``most`` pieces wait to be read. The bytes, and the error in its place behind them, are
/// those that reading the part directly gives. While it is open nothing else may read from the
/// archive; ``close()`` waits until the thread is done with it.
///
/// Sendable because everything that changes is read and written under the condition's lock, and
/// the part by the thread alone.
final class ReadAhead: @unchecked Sendable {
  /// Parts that state fewer bytes are read directly: a thread would take longer.
  static let fewestBytes = 1 << 19
  /// The bytes of a piece.
  static let pieceBytes = 1 << 16
  /// How many pieces wait at most.
  static let most = 8

  /// Let go in ``close()``, so that the thread never closes it after its archive was closed.
  private var part: ZipArchive.Part?
  private let condition = NSCondition()
  private var waiting: [Result<[UInt8], DocumentReadError>] = []
  private var isStopped = false
  private var isDone = false
  /// The piece that is being read, and how much of it was read. Used by the reader alone.
  private var piece: [UInt8] = []
  private var offset = 0

  /// Starts to inflate a part.
  init(_ part: ZipArchive.Part) {
    self.part = part
    let thread = Thread { self.inflate() }
    thread.start()
  }

  /// Fills the buffer; returns the number of bytes, zero at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DocumentReadError) -> Int {
    if offset == piece.count {
      guard let next = next() else { return 0 }
      piece = try next.get()
      offset = 0
    }
    let count = min(buffer.count, piece.count - offset)
    piece.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count]))
    }
    offset += count
    return count
  }

  /// Ends the inflating, at the end of the part or before it.
  func close() {
    condition.withLock {
      isStopped = true
      condition.broadcast()
      while !isDone { condition.wait() }
      part = nil
    }
  }

  private func next() -> Result<[UInt8], DocumentReadError>? {
    condition.withLock {
      while waiting.isEmpty, !isDone { condition.wait() }
      guard !waiting.isEmpty else { return nil }
      condition.broadcast()
      return waiting.removeFirst()
    }
  }

  private func inflate() {
    if let part { while let piece = Self.inflated(part), offer(piece) {} }
    condition.withLock {
      isDone = true
      condition.broadcast()
    }
  }

  /// The next piece, or the error in its place; nil at the end.
  private static func inflated(_ part: ZipArchive.Part) -> Result<[UInt8], DocumentReadError>? {
    var failure: DocumentReadError?
    let bytes = [UInt8](unsafeUninitializedCapacity: pieceBytes) { buffer, count in
      do throws(DocumentReadError) {
        count = try part.read(into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { return .failure(failure) }
    return bytes.isEmpty ? nil : .success(bytes)
  }

  /// Hands a piece over when there is room; false when nothing more is wanted.
  private func offer(_ piece: Result<[UInt8], DocumentReadError>) -> Bool {
    condition.withLock {
      while waiting.count >= Self.most, !isStopped { condition.wait() }
      waiting.append(piece)
      condition.broadcast()
      if case .failure = piece { return false }
      return !isStopped
    }
  }
}
