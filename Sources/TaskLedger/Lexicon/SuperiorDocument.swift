/// How a superior document (上级文件) is named: by its title, its number, or as the kind of paper it is.
enum SuperiorDocument {
  private static let kinds = ["通知", "函", "批复", "意见", "决定", "纪要", "文件", "公告", "方案", "办法", "规定", "令"]

  /// Whether a text names a document; a spoken word does not, and what is not named cannot be looked
  /// up.
  static func isNamed(in text: String) -> Bool {
    let words = TextFolding.compact(text)
    guard !spoken.contains(where: words.contains) else { return false }
    return words.contains("《") || (words.contains("号") && words.contains(where: \.isNumber))
      || kinds.contains(where: words.contains)
  }

  private static let spoken = ["口头", "电话", "当面", "微信"]
}
