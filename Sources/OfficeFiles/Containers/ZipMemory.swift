import CZip
import Foundation

/// A container in memory, as minizip writes one.
final class ZipMemory {
  /// What has been written.
  private(set) var written: [UInt8] = []
  private var position = 0

  private func write(_ piece: UnsafeRawBufferPointer) -> Int {
    if position == written.count {
      written.append(contentsOf: piece)
    } else {
      // minizip goes back to fill in the sizes of an entry; it never leaves a gap.
      let end = position + piece.count
      guard position >= 0, position < written.count else { return 0 }
      written.replaceSubrange(position..<min(end, written.count), with: piece)
    }
    position += piece.count
    return piece.count
  }

  private func seek(_ offset: UInt64, from origin: Int32) -> Bool {
    let base = [SEEK_SET: 0, SEEK_CUR: position, SEEK_END: written.count][origin]
    guard let base, let offset = Int(exactly: offset), offset <= Int.max - base else {
      return false
    }
    position = base + offset
    return true
  }

  /// The functions that minizip calls; the object must outlive their use.
  var functions: zlib_filefunc64_def {
    var functions = zlib_filefunc64_def()
    functions.opaque = Unmanaged.passUnretained(self).toOpaque()
    functions.zopen64_file = { this, _, _ in this }
    functions.zread_file = { _, _, _, _ in 0 }
    functions.zwrite_file = { this, _, source, count in
      let piece = UnsafeRawBufferPointer(start: source, count: Int(count))
      return ZipMemory.with(this) { UInt($0.write(piece)) } ?? 0
    }
    functions.ztell64_file = { this, _ in ZipMemory.with(this) { UInt64($0.position) } ?? 0 }
    functions.zseek64_file = { this, _, offset, origin in
      ZipMemory.with(this) { $0.seek(offset, from: origin) ? 0 : -1 } ?? -1
    }
    functions.zclose_file = { _, _ in 0 }
    functions.zerror_file = { _, _ in 0 }
    return functions
  }

  private static func with<Result>(
    _ pointer: UnsafeMutableRawPointer?, _ body: (ZipMemory) -> Result
  ) -> Result? {
    pointer.map { Unmanaged<ZipMemory>.fromOpaque($0)._withUnsafeGuaranteedRef(body) }
  }
}
