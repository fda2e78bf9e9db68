/// Words of a cell that refer to another item by its number (所指条目): 同第1项, 同1.1, 见序号3.
package enum ItemReference {
  /// The number that words refer to, in figures; nil when they are anything else.
  ///
  /// - Parameter words: The words of a whole cell: `同第一项` gives `1`, `同1.1` gives `1.1`.
  /// - Returns: The number.
  package static func number(in words: String) -> String? {
    guard words.utf8.count <= 60, words.unicodeScalars.contains(where: isBeginning) else {
      return nil
    }
    var rest = TextFolding.compact(words)[...]
    while let last = rest.last, "。.)".contains(last) { rest.removeLast() }
    if rest.first == "(" { rest.removeFirst() }
    guard let beginning = beginnings.first(where: rest.hasPrefix) else { return nil }
    rest = rest.dropFirst(beginning.count)
    let mark = marks.first(where: rest.hasPrefix)
    rest = rest.dropFirst(mark?.count ?? 0)
    let number = rest.prefix { $0 == "." || PlanPhrases.dashes.contains($0) || isNumeral($0) }
    rest = rest.dropFirst(number.count)
    guard let value = value(number) else { return nil }
    let unit = units.first(where: rest.hasPrefix)
    rest = rest.dropFirst(unit?.count ?? 0)
    // 同2020年, 与3个部门: a number needs 第, 序号 or 项 beside it, unless nothing else stands there.
    guard mark != nil || unit != nil || rest.isEmpty else { return nil }
    let what = objects.first(where: rest.hasPrefix)
    rest = rest.dropFirst(what?.count ?? 0)
    // 按第2条执行 and 见第3款 may name an article of any document: only 同 and 与 need no word for items.
    if !sameWords.contains(beginning), what == nil, !(mark.map(itemMarks.contains) ?? false),
      !(unit?.hasPrefix("项") ?? false)
    {
      return nil
    }
    if let same = endings.first(where: rest.hasPrefix) { rest = rest.dropFirst(same.count) }
    return rest.isEmpty ? value : nil
  }

  /// The number at the beginning of words that go on with something of their own: 同第1项，并组织宣讲.
  ///
  /// - Parameter words: The words of one entry.
  /// - Returns: The number, and what follows; nothing follows where the words only refer.
  package static func leading(in words: String) -> (number: String, rest: String)? {
    if let number = number(in: words) { return (number, "") }
    guard words.unicodeScalars.contains(where: isBeginning),
      let end = words.firstIndex(where: { PlanPhrases.clauseSeparators.contains($0) }),
      let number = sameNumber(in: String(words[..<end]))
    else { return nil }
    let rest = words[end...].drop {
      $0.isWhitespace || PlanPhrases.clauseSeparators.contains($0)
    }
    return rest.isEmpty ? nil : (number, String(rest))
  }

  /// The number that words refer to as the same: 同第1项, but not 见第1项.
  package static func sameNumber(in words: String) -> String? {
    guard sameWords.contains(where: TextFolding.compact(words).hasPrefix) else { return nil }
    return number(in: words)
  }

  private static func isBeginning(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "同" || scalar == "与" || scalar == "见" || scalar == "按" || scalar == "参"
  }

  private static func isNumeral(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { ChineseNumerals.isNumeral($0.value) }
  }

  private static func value(_ number: Substring) -> String? {
    guard number.count <= 9 else { return nil }
    let parts = number.split(omittingEmptySubsequences: false) {
      $0 == "." || PlanPhrases.dashes.contains($0)
    }
    let values = parts.compactMap { ChineseNumerals.value(of: $0) }
    guard !parts.isEmpty, values.count == parts.count, parts.count <= 3 else { return nil }
    return values.map(String.init).joined(separator: ".")
  }

  private static let beginnings = ["同于", "同", "与", "详见", "参见", "参照", "见", "按照", "按"]
  private static let sameWords: Set = ["同于", "同", "与"]
  private static let itemMarks: Set = ["本表第", "序号第", "序号", "任务第", "任务"]
  private static let marks = [
    "上述第", "前述第", "本表第", "序号第", "序号", "任务第", "任务", "条款第", "条款", "编号", "第",
  ]
  private static let units = ["项任务", "项工作", "项", "条款", "条", "款", "点", "行", "号", "栏"]
  private static let objects = [
    "的落实措施", "落实措施", "的措施", "措施", "的内容", "内容", "完成时限", "时限", "实施部门", "责任部门", "责任单位",
    "部门", "责任人",
  ]
  private static let endings = ["相同", "一致", "执行", "同"]
}
