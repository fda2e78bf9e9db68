/// The name of what somebody else's check finds, such as `gduf.roster-missing`.
///
/// Invariant: an owner and a name, both kebab-case ASCII, with a dot between them; none of this
/// library's own names has a dot.
public struct AddedFindingCode: RawRepresentable, Sendable, Hashable {
  /// The stored name.
  public let rawValue: String

  /// Creates a name.
  ///
  /// - Precondition: Both are kebab-case ASCII.
  /// - Parameters:
  ///   - owner: Whose check it is, such as a school's short name in the network.
  ///   - name: The fault; never used again for another one.
  public init(owner: String, name: String) {
    precondition(
      Self.isKebab(owner) && Self.isKebab(name), "owner and name must be kebab-case ASCII")
    rawValue = "\(owner).\(name)"
  }

  /// Reads a stored name; nil when it has not the form of one.
  public init?(rawValue: String) {
    let parts = rawValue.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy(Self.isKebab) else { return nil }
    self.rawValue = rawValue
  }

  private static func isKebab(_ text: some StringProtocol) -> Bool {
    text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { word in
      !word.isEmpty && word.utf8.allSatisfy { isLetter($0) || isDigit($0) }
    } && text.utf8.first.map(isLetter) ?? false
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
