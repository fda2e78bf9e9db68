internal import TaskLedger

/// What the name of a list says of its version: V2.0, 2.0版, 第二版, 二审稿, 5月28日稿, （5月28日）, 0528.
struct VersionName {
  private enum Kind: Hashable { case number, edition, day }

  private let kind: Kind
  private let parts: [Int]

  /// Reads a name; nil when it names no version.
  init?(_ name: String) {
    let words = TextFolding.compact(name)
    if let found = words.firstMatch(of: /[vV]\.?([0-9]{1,3})(?:\.([0-9]{1,3}))?/) {
      kind = .number
      parts = [Int(found.1) ?? 0, found.2.flatMap { Int($0) } ?? 0]
    } else if let found = words.firstMatch(
      of: /(?:^|[^0-9.])([0-9]{1,2})\.([0-9]{1,3})[版稿]/)
    {
      kind = .number
      parts = [Int(found.1) ?? 0, Int(found.2) ?? 0]
    } else if let found = words.firstMatch(of: /第([0-9一二三四五六七八九十]{1,3})[版稿次]/),
      let number = ChineseNumerals.value(of: String(found.1)) ?? Int(found.1)
    {
      (kind, parts) = (.edition, [number])
    } else if let number = Self.draft(words) {
      (kind, parts) = (.edition, [number])
    } else if let found = words.firstMatch(
      of: /([0-9]{1,2})月([0-9]{1,2})(?:日?[稿版修]|日\)$)/),
      let month = Int(found.1), let day = Int(found.2)
    {
      (kind, parts) = (.day, [month, day])
    } else if let found = words.firstMatch(of: /(?:^|[^0-9])([01][0-9])([0-3][0-9])\)?$/),
      let month = Int(found.1), let day = Int(found.2), (1...12).contains(month),
      (1...31).contains(day)
    {
      (kind, parts) = (.day, [month, day])
    } else {
      return nil
    }
  }

  /// The number of a draft: 二审稿, 三稿; 统一稿 is none.
  private static func draft(_ words: String) -> Int? {
    words.firstMatch(
      of: /(?:^|[^0-9一二三四五六七八九十统])([0-9]{1,2}|[一二三四五六七八九十]{1,3})审?稿/
    ).flatMap { ChineseNumerals.value(of: String($0.1)) ?? Int($0.1) }
  }

  /// Whether this is the later of two versions; nil when they are the same or of different kinds.
  func isLater(than other: VersionName) -> Bool? {
    guard kind == other.kind, parts != other.parts else { return nil }
    return other.parts.lexicographicallyPrecedes(parts)
  }
}
