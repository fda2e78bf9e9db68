import Foundation

/// The bytes of a container, in memory or in an open file.
enum ZipSource {
  /// Bytes that outlive the archive.
  case memory(UnsafeBufferPointer<UInt8>)
  /// An open file and its size.
  case file(descriptor: Int32, count: Int)

  /// How many bytes there are.
  var count: Int {
    switch self {
    case .memory(let bytes): bytes.count
    case .file(_, let count): count
    }
  }

  /// Reads up to as many bytes as the buffer holds.
  ///
  /// - Returns: How many were read; zero at the end, and where the disk refuses.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard offset >= 0, offset < count, let target = buffer.baseAddress else { return 0 }
    let wanted = min(buffer.count, count - offset)
    switch self {
    case .memory(let bytes):
      guard let start = bytes.baseAddress else { return 0 }
      target.copyMemory(from: start + offset, byteCount: wanted)
      return wanted
    case .file(let descriptor, _):
      while true {
        let number = pread(descriptor, target, wanted, off_t(offset))
        if number < 0, errno == EINTR { continue }
        return max(number, 0)
      }
    }
  }

  /// Exactly so many bytes; nil when there are fewer.
  func bytes(at offset: Int, count wanted: Int) -> ZipRecord? {
    guard offset >= 0, wanted >= 0, offset <= count, wanted <= count - offset else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
      while filled < wanted {
        let rest = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[filled..<wanted])
        let number = read(at: offset + filled, into: rest)
        if number == 0 { return }
        filled += number
      }
    }
    return bytes.count == wanted ? ZipRecord(bytes: bytes) : nil
  }
}

/// Bytes of a container's records, whose numbers stand with their lowest byte first.
struct ZipRecord {
  let bytes: [UInt8]

  /// A number of so many bytes; the caller has seen to it that they are there.
  func number(at offset: Int, bytes count: Int) -> UInt64 {
    (0..<count).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64(8 * $1) }
  }

  func short(at offset: Int) -> Int { Int(number(at: offset, bytes: 2)) }

  func begins(with mark: UInt64, at offset: Int = 0) -> Bool {
    offset >= 0 && offset + 4 <= bytes.count && number(at: offset, bytes: 4) == mark
  }
}
