import Foundation

/// Finds the encoding of a text by its content.
enum TextDecoding {
  /// What a text file was found to be.
  struct Decoded {
    /// The text.
    var text: String
    /// Whether bytes that belong to no character were replaced by U+FFFD.
    var isRepaired: Bool
  }

  /// Decodes UTF-8, UTF-16 (with a mark, or recognised), UTF-32 with a mark or GB18030; nil for what is no text.
  static func decode(_ bytes: [UInt8]) -> Decoded? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return repairing(bytes[3...])
    }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE, 0, 0]) {
      return utf32(bytes[4...], isBigEndian: bytes[0] == 0)
    }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return utf16(bytes[2...], isBigEndian: false)
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return utf16(bytes[2...], isBigEndian: true)
    }
    let nulls = bytes.count { $0 == 0 }
    if nulls * 50 > bytes.count, bytes.count.isMultiple(of: 2) {
      for isBigEndian in [false, true] where looksUTF16(bytes, isBigEndian: isBigEndian) {
        let decoded = utf16(bytes[...], isBigEndian: isBigEndian)
        return decoded.isRepaired ? nil : decoded
      }
    }
    if nulls * 100 > bytes.count { return nil }
    if let text = String(validating: bytes, as: UTF8.self) {
      return Decoded(text: text, isRepaired: false)
    }
    if let text = gb18030(bytes) { return Decoded(text: text, isRepaired: false) }
    let repaired = String(decoding: bytes, as: UTF8.self)
    let losses = repaired.unicodeScalars.count { $0.value == 0xFFFD }
    return losses * 100 < repaired.unicodeScalars.count
      ? Decoded(text: repaired, isRepaired: true) : nil
  }

  /// The text of bytes in GB18030, or nil when they are not.
  static func gb18030(_ bytes: [UInt8]) -> String? {
    // kCFStringEncodingGB_18030_2000 under the mark of encodings that come from CoreFoundation.
    String(data: Data(bytes), encoding: String.Encoding(rawValue: 0x8000_0632))
  }

  private static func repairing(_ bytes: ArraySlice<UInt8>) -> Decoded {
    if let text = String(validating: bytes, as: UTF8.self) {
      return Decoded(text: text, isRepaired: false)
    }
    return Decoded(text: String(decoding: bytes, as: UTF8.self), isRepaired: true)
  }

  private static func utf32(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> Decoded {
    var text = String.UnicodeScalarView()
    var isRepaired = !bytes.count.isMultiple(of: 4)
    var index = bytes.startIndex
    while index + 3 < bytes.endIndex {
      let unit = (0..<4).reduce(UInt32(0)) { value, place in
        value << 8 | UInt32(bytes[index + (isBigEndian ? place : 3 - place)])
      }
      let scalar = Unicode.Scalar(unit)
      if scalar == nil { isRepaired = true }
      text.append(scalar ?? "\u{FFFD}")
      index += 4
    }
    return Decoded(text: String(text), isRepaired: isRepaired)
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> Decoded {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    if bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) {
      return Decoded(text: text, isRepaired: false)
    }
    return Decoded(text: String(decoding: units, as: UTF16.self), isRepaired: true)
  }

  /// Whether nearly all of the first units are those of Chinese text: the Latin letters, the
  /// Chinese characters and their punctuation.
  private static func looksUTF16(_ bytes: [UInt8], isBigEndian: Bool) -> Bool {
    let count = min(bytes.count / 2, 4096)
    var usual = 0
    for index in 0..<count {
      let high = bytes[index * 2 + (isBigEndian ? 0 : 1)]
      let low = bytes[index * 2 + (isBigEndian ? 1 : 0)]
      switch (high, low) {
      case (0x00, 0x09), (0x00, 0x0A), (0x00, 0x0D), (0x00, 0x20...0x7E): usual += 1
      case (0x4E...0x9F, _), (0x30, _), (0x20, 0x10...0x30), (0xFF, 0x01...0x5E): usual += 1
      default: break
      }
    }
    return usual * 10 > count * 9
  }
}
