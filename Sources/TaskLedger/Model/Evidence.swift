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

  /// Creates a piece of evidence.
  public init(
    number: EvidenceNumber, digest: EvidenceDigest, fileName: String, byteCount: Int,
    mediaType: String, measure: Int? = nil, caption: String = "", documentNumber: String = "",
    date: CivilDate? = nil, pages: Int? = nil, original: String = ""
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
    let parts = description.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == EvidencePhrases.numberPrefix,
      parts[2].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let item = ItemID(String(parts[1])), let index = Int(parts[2])
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

/// The SHA-256 of a file's content, 64 lower-case hexadecimal digits.
///
/// Invariant: exactly 64 digits.
public struct EvidenceDigest: Sendable, Hashable, LosslessStringConvertible, Codable {
  /// The digits.
  public let description: String

  /// Creates a digest from 64 lower-case hexadecimal digits; anything else is nil.
  public init?(_ description: String) {
    let isHexadecimal = description.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
    }
    guard description.utf8.count == 64, isHexadecimal else { return nil }
    self.description = description
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
