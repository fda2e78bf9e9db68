/// What a sheet that goes out and comes back names itself by (表单码): what it is, of which ledger,
/// for which department, and after which entry it was made, such as `XH1D-7F2K9QTM-214-9HV3R-18`.
///
/// It stands in the sheet's properties, on its first page and in each row, so that it survives
/// whatever program saves the file.
///
/// Invariant: the last two characters are the check of the others.
public struct SheetCode: Sendable, Hashable {
  /// What a sheet is for.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A department reports its items.
    case department = "D"
    /// Reviewers decide on applications.
    case review = "R"
    /// People are registered.
    case members = "M"
    /// Counted figures are asked for.
    case figures = "F"
    /// What was taken of a sheet that came back (回执).
    case receipt = "E"
  }

  /// Why a text is no code of this program.
  public enum Fault: Error, Sendable, Hashable {
    /// It is no code.
    case unreadable
    /// Another version of the program made it.
    case version(Int)
    /// It was changed: the check does not fit.
    case check
  }

  /// The version of the form; another one is not read.
  public static let version = 1

  /// What the sheet is for.
  public let kind: Kind
  /// The ledger: the digest of its first entry, shortened.
  public let ledger: String
  /// The last entry that the sheet knows.
  public let head: Int
  /// The department, shortened; see ``part(of:_:)``.
  public let department: String

  /// Creates a code.
  public init(kind: Kind, ledger: String, head: Int, department: String) {
    self.kind = kind
    self.ledger = ledger
    self.head = head
    self.department = department
  }

  /// Creates the code of a ledger's sheet.
  ///
  /// - Parameters:
  ///   - kind: What it is for.
  ///   - first: The digest of the ledger's first entry.
  ///   - head: The last entry it knows.
  ///   - department: The department's name, or nothing.
  ///   - digest: Makes the SHA-256 of a text.
  public init(
    kind: Kind, first: EvidenceDigest, head: Int, department: String,
    digest: Occasion.DigestFunction
  ) {
    self.init(
      kind: kind, ledger: Self.letters(of: first, 8), head: head,
      department: Self.part(of: department, digest))
  }

  /// The five characters that stand for a department.
  public static func part(of department: String, _ digest: Occasion.DigestFunction) -> String {
    letters(of: digest(TextFolding.compact(department)), 5)
  }

  private static func letters(of digest: EvidenceDigest, _ count: Int) -> String {
    String(ReviewCode(of: digest).description.filter { $0 != "-" }.prefix(count))
  }

  private var body: String { "XH\(Self.version)\(kind.rawValue)-\(ledger)-\(head)-\(department)" }

  /// Reads a code as a cell or a person gives it: width, case and spaces aside.
  ///
  /// - Throws: ``Fault``.
  public init(reading text: String) throws(Fault) {
    let folded = TextFolding.compact(text).uppercased()
      .replacing("—", with: "-").replacing("－", with: "-")
    let parts = folded.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5, parts[0].hasPrefix("XH"), let last = parts[0].last,
      let version = Int(parts[0].dropFirst(2).dropLast()), version > 0
    else { throw .unreadable }
    guard version == Self.version else { throw .version(version) }
    guard let kind = Kind(rawValue: String(last)), parts[1].count == 8, let head = Int(parts[2]),
      head >= 0, parts[3].count == 5
    else { throw .unreadable }
    self.init(kind: kind, ledger: parts[1], head: head, department: parts[3])
    guard Self.check(of: body) == parts[4] else { throw .check }
  }

  /// The two characters that tell whether a text was changed, of Crockford's base 32.
  static func check(of text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    let folded = hash ^ hash >> 32
    return String(alphabet[Int(folded & 31)]) + String(alphabet[Int(folded >> 5 & 31)])
  }
}

extension SheetCode: CustomStringConvertible {
  /// The code with its check.
  public var description: String { "\(body)-\(Self.check(of: body))" }
}

/// What binds one row of a sheet (标识): the sheet's code, the item, and the whole digest of what
/// stood for review when the sheet was made.
public struct SheetRowKey: Sendable, Hashable, CustomStringConvertible {
  /// The sheet.
  public let code: SheetCode
  /// The item.
  public let item: ItemID
  /// SHA-256 of what stood for review.
  public let digest: EvidenceDigest

  /// Creates a key.
  public init(code: SheetCode, item: ItemID, digest: EvidenceDigest) {
    self.code = code
    self.item = item
    self.digest = digest
  }

  /// Reads a key.
  ///
  /// - Throws: ``SheetCode/Fault``.
  public init(reading text: String) throws(SheetCode.Fault) {
    let parts = TextFolding.compact(text).split(separator: "/").map(String.init)
    guard parts.count == 4 else { throw .unreadable }
    code = try SheetCode(reading: parts[0])
    guard let item = ItemID(parts[1].uppercased()),
      let digest = EvidenceDigest(parts[2].lowercased())
    else { throw .unreadable }
    self.item = item
    self.digest = digest
    guard parts[3].uppercased() == SheetCode.check(of: body) else { throw .check }
  }

  private var body: String { "\(code)/\(item)/\(digest)" }

  /// The key with its check.
  public var description: String { "\(body)/\(SheetCode.check(of: body))" }
}
