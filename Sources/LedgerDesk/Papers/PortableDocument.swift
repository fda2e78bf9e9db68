import TaskLedger

/// What LibreOffice writes into a PDF that is no function of the paper: the clock and random marks.
enum PortableDocument {
  /// A PDF with the day of the paper in place of the clock, and marks taken from its content.
  ///
  /// Everything is replaced by as many bytes, so that the places noted in the file stay true.
  ///
  /// - Parameters:
  ///   - bytes: The PDF.
  ///   - day: The day that is written as the day it was made.
  ///   - identity: At least 32 hexadecimal digits made from the content.
  /// - Returns: The PDF, as long as before.
  static func withoutClock(_ bytes: [UInt8], day: CivilDate, identity: String) -> [UInt8] {
    var bytes = bytes
    let date = Array("\(day)".utf8.filter { $0 != 0x2D }) + Array("000000".utf8)
    let mark = Array(identity.uppercased().utf8)
    for key in ["/CreationDate(D:", "/ModDate(D:"] {
      for start in places(of: key, in: bytes) { put(date, at: start, in: &bytes) { $0 != 0x5A } }
    }
    for key in ["/ID [ <", "/DocChecksum /"] {
      for start in places(of: key, in: bytes) {
        put(mark, at: start, in: &bytes, while: isHexadecimal)
        let second = start + 32 + ">\n<".utf8.count
        if key.hasPrefix("/ID"), second < bytes.count, bytes[second - 1] == 0x3C {
          put(mark, at: second, in: &bytes, while: isHexadecimal)
        }
      }
    }
    return bytes
  }

  /// The names of the faces in a PDF, without the mark of a subset, each once and in order.
  static func faces(in bytes: [UInt8]) -> [String] {
    var names: [String] = []
    for start in places(of: "/BaseFont/", in: bytes) {
      let name = bytes[start...].prefix { $0 > 0x20 && !Array("/<>[]()".utf8).contains($0) }
      let words = String(decoding: name, as: UTF8.self).split(separator: "+")
      if let last = words.last, !names.contains(String(last)) { names.append(String(last)) }
    }
    return names.sorted()
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }

  private static func put(
    _ new: [UInt8], at start: Int, in bytes: inout [UInt8], while isOld: (UInt8) -> Bool
  ) {
    for (offset, byte) in new.enumerated() {
      guard start + offset < bytes.count, isOld(bytes[start + offset]) else { return }
      bytes[start + offset] = byte
    }
  }

  /// The places right after a key.
  private static func places(of key: String, in bytes: [UInt8]) -> [Int] {
    let key = Array(key.utf8)
    guard let first = key.first, bytes.count >= key.count else { return [] }
    var found: [Int] = []
    bytes.withUnsafeBufferPointer { buffer in
      for start in 0...(buffer.count - key.count) where buffer[start] == first {
        if buffer[start..<start + key.count].elementsEqual(key) { found.append(start + key.count) }
      }
    }
    return found
  }
}
