import CZip

/// Reads the content of one entry piece by piece, and says at its end whether it is whole.
final class ZipInflater {
  /// Why the content cannot be read on.
  struct Damage: Error {}

  private let source: ZipSource
  private let entry: ZipDirectory.Entry
  private var offset: Int
  private let end: Int
  private var count = 0
  private var checksum: UInt = crc32(0, nil, 0)
  private var isEnded = false
  /// Where zlib keeps its state, which must not move; nil for content that is stored as it is.
  private var stream: UnsafeMutablePointer<z_stream>?
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

  /// Finds the content behind the entry's own header; nil when it is not there, or packed in a way
  /// that is not read.
  init?(_ entry: ZipDirectory.Entry, in source: ZipSource) {
    self.source = source
    self.entry = entry
    guard let header = source.bytes(at: entry.offset, count: 30), header.begins(with: 0x0403_4B50)
    else {
      (offset, end) = (0, 0)
      return nil
    }
    offset = entry.offset + 30 + header.short(at: 26) + header.short(at: 28)
    end = offset <= Int.max - entry.stored ? offset + entry.stored : Int.max
    guard end <= source.count else { return nil }
    switch entry.method {
    case 0:
      guard entry.stored == entry.size else { return nil }
    case 8:
      let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
      stream.initialize(to: z_stream())
      guard
        inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
      else {
        stream.deallocate()
        return nil
      }
      self.stream = stream
    default: return nil
    }
  }

  deinit {
    if let stream {
      inflateEnd(stream)
      stream.deallocate()
    }
    input.deallocate()
  }

  /// Fills the buffer; returns the number of bytes, zero at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Damage) -> Int {
    let number = stream == nil ? copied(into: buffer) : try inflated(into: buffer)
    count += number
    guard count <= entry.size else { throw Damage() }
    if number > 0 {
      checksum = crc32_z(
        checksum, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), number)
    } else if !buffer.isEmpty {
      guard count == entry.size, checksum == UInt(entry.checksum) else { throw Damage() }
    }
    return number
  }

  private func copied(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let rest = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(end - offset))
    let number = source.read(at: offset, into: rest)
    offset += number
    return number
  }

  private func inflated(into buffer: UnsafeMutableRawBufferPointer) throws(Damage) -> Int {
    guard let stream, !isEnded, !buffer.isEmpty else { return 0 }
    let wanted = min(buffer.count, Int(Int32.max))
    stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(wanted)
    while stream.pointee.avail_out > 0 {
      if stream.pointee.avail_in == 0 {
        let number = source.read(
          at: offset, into: UnsafeMutableRawBufferPointer(rebasing: input.prefix(end - offset)))
        guard number > 0 else { throw Damage() }
        offset += number
        stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = UInt32(number)
      }
      switch inflate(stream, Z_NO_FLUSH) {
      case Z_OK: continue
      case Z_STREAM_END:
        isEnded = true
        return wanted - Int(stream.pointee.avail_out)
      default: throw Damage()
      }
    }
    return wanted
  }
}
