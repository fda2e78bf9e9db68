/// One piece of evidence for an item (佐证材料): a file, known by its content.
///
/// Invariant: the number is never used twice in a ledger, even when the evidence is voided.
public struct Evidence: Sendable, Hashable {
  /// The number that papers quote, such as 证-3.1-01.
  public var number: EvidenceNumber
  /// SHA-256 of the content.
  public var digest: EvidenceDigest
  /// The name of the file when it was attached, made safe to print.
  public var fileName: String
  /// The length of the content in bytes.
  public var byteCount: Int
  /// What the content is, such as `application/pdf`, recognised by content.
  public var mediaType: String
  /// The measure it proves, when it proves one.
  public var measure: Int?
  /// What it shows, in a few words; empty when nothing was said.
  public var caption: String
  /// Its document number (文号); empty when it has none.
  public var documentNumber: String
  /// The day of the document or event it shows; nil when nothing was said.
  public var date: CivilDate?
  /// How many pages the original has, at least 1; nil when nobody said.
  public var pages: Int?
  /// Where the original is kept (原件存放); empty when nobody said.
  public var original: String
  /// The group of files that make one piece, such as the photos of one event; nil for a piece of its
  /// own.
  public var group: String?
  /// The cell that named it, such as `学工部.xlsx[任务!O4]`; nil when it was attached by hand.
  public var source: String?

  /// Creates a piece of evidence.
  public init(
    number: EvidenceNumber, digest: EvidenceDigest, fileName: String, byteCount: Int,
    mediaType: String, measure: Int? = nil, caption: String = "", documentNumber: String = "",
    date: CivilDate? = nil, pages: Int? = nil, original: String = "", group: String? = nil,
    source: String? = nil
  ) {
    self.number = number
    self.digest = digest
    self.fileName = fileName
    self.byteCount = byteCount
    self.mediaType = mediaType
    self.measure = measure
    self.caption = caption
    self.documentNumber = documentNumber
    self.date = date
    self.pages = pages
    self.original = original
    self.group = group
    self.source = source
  }

  /// What a reader is shown as its name: the caption, or else the file name.
  public var title: String { caption.isEmpty ? fileName : caption }
}

/// The number of a piece of evidence: 证-3.1-01.
///
/// Invariant: `index` is at least 1.
public struct EvidenceNumber: Sendable, Hashable, Comparable {
  /// The item it belongs to.
  public let item: ItemID
  /// The place among the item's evidence, from 1.
  public let index: Int

  /// Creates a number, or nil when the index is below 1.
  public init?(item: ItemID, index: Int) {
    guard index >= 1 else { return nil }
    self.item = item
    self.index = index
  }

  /// Orders by item, then by index.
  public static func < (left: EvidenceNumber, right: EvidenceNumber) -> Bool {
    (left.item, left.index) < (right.item, right.index)
  }
}

extension EvidenceNumber: LosslessStringConvertible, Codable {
  /// Reads 证-3.1-01; anything else is nil.
  public init?(_ description: String) {
    var text = description
    guard let number = text.withUTF8({ EvidenceNumber(utf8: $0) }) else { return nil }
    self = number
  }

  /// Reads the bytes of the printed form; anything else is nil.
  init?(utf8: UnsafeBufferPointer<UInt8>) {
    let dash = UInt8(ascii: "-")
    guard let first = utf8.firstIndex(of: dash), let last = utf8.lastIndex(of: dash),
      first < last, utf8[..<first].elementsEqual(EvidencePhrases.numberPrefix.utf8),
      let item = ItemID(utf8: UnsafeBufferPointer(rebasing: utf8[(first + 1)..<last])),
      let index = Int(digits: utf8[(last + 1)...])
    else { return nil }
    self.init(item: item, index: index)
  }

  /// The number as 证-3.1-01.
  public var description: String {
    "\(EvidencePhrases.numberPrefix)-\(item)-\(zeroPadded(index, 2))"
  }

  /// Decodes the printed form.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.singleValueContainer()
    let text = try box.decode(String.self)
    guard let number = EvidenceNumber(text) else {
      throw DecodingError.dataCorruptedError(
        in: box, debugDescription: "not an evidence number: \(text)")
    }
    self = number
  }

  /// Encodes the printed form.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.singleValueContainer()
    try box.encode(description)
  }
}

/// The SHA-256 of a file's content, written as 64 lower-case hexadecimal digits.
///
/// Invariant: exactly 64 digits; kept as the 32 bytes they stand for.
public struct EvidenceDigest: Sendable, Hashable, LosslessStringConvertible, Codable {
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

  /// Creates a digest from 64 lower-case hexadecimal digits; anything else is nil.
  public init?(_ description: String) {
    var text = description
    guard let digest = text.withUTF8({ EvidenceDigest(utf8: $0) }) else { return nil }
    self = digest
  }

  /// Reads the bytes of the digits; anything else is nil.
  init?(utf8: UnsafeBufferPointer<UInt8>) {
    guard utf8.count == 64, let first = Self.word(utf8, at: 0),
      let second = Self.word(utf8, at: 16), let third = Self.word(utf8, at: 32),
      let fourth = Self.word(utf8, at: 48)
    else { return nil }
    (self.first, self.second, self.third, self.fourth) = (first, second, third, fourth)
  }

  /// Creates a digest from the 32 bytes that a SHA-256 function gives; any other number is nil.
  public init?(bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    guard bytes.count == 32 else { return nil }
    func word(_ place: Int) -> UInt64 {
      bytes[place..<place + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
    self.init(quarters: (word(0), word(8), word(16), word(24)))
  }

  /// The digits.
  public var description: String {
    String(unsafeUninitializedCapacity: 64) { bytes in
      for (place, word) in [first, second, third, fourth].enumerated() {
        for digit in 0..<16 {
          let value = UInt8(truncatingIfNeeded: word >> UInt64((15 - digit) * 4) & 15)
          bytes[place * 16 + digit] =
            value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
        }
      }
      return 64
    }
  }

  /// Hashes a quarter of the digest: every bit of it is as good as a hash already.
  public func hash(into hasher: inout Hasher) { hasher.combine(first) }

  /// The digest as four numbers of 64 bits, the first the highest.
  var quarters: (UInt64, UInt64, UInt64, UInt64) { (first, second, third, fourth) }

  /// Creates the digest of four numbers.
  init(quarters: (UInt64, UInt64, UInt64, UInt64)) {
    (first, second, third, fourth) = quarters
  }

  private static func word(_ digits: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt64? {
    var word: UInt64 = 0
    for digit in digits[place..<place + 16] {
      switch digit {
      case 0x30...0x39: word = word << 4 | UInt64(digit - 0x30)
      case 0x61...0x66: word = word << 4 | UInt64(digit - 0x61 + 10)
      default: return nil
      }
    }
    return word
  }

  /// Decodes the digits.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.singleValueContainer()
    let text = try box.decode(String.self)
    guard let digest = EvidenceDigest(text) else {
      throw DecodingError.dataCorruptedError(in: box, debugDescription: "not a digest: \(text)")
    }
    self = digest
  }

  /// Encodes the digits.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.singleValueContainer()
    try box.encode(description)
  }
}
