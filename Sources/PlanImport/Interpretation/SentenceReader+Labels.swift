internal import TaskLedger

/// Labels that stand otherwise than before a colon and their value.
extension SentenceReader {
  /// The paragraphs, a label and the value on the next line in one: 责任部门： and 校团委.
  func joiningValues(_ paragraphs: [String]) -> [String] {
    var result: [String] = []
    for paragraph in paragraphs {
      if let last = result.last, let role = labels.openRole(of: last),
        isValue(paragraph, of: role)
      {
        result[result.count - 1] = last + paragraph
      } else {
        result.append(paragraph)
      }
    }
    return result
  }

  /// What the labels state that a paragraph begins with, and the words that go on behind them:
  /// 责任部门：校团委；完成时限：2020年6月。拟定….
  func opening(of paragraph: String) -> (found: StatedValues, behind: String)? {
    guard labels.beginsWithLabel(paragraph), let (role, start) = labels.last(in: paragraph),
      let end = paragraph[start...].firstIndex(where: {
        $0 == PlanPhrases.fullStop || $0 == "\n"
      }),
      isValue(DataTable.trimmed(String(paragraph[start..<end])), of: role),
      let found = labels.values(in: String(paragraph[..<end]))
    else { return nil }
    let behind = DataTable.trimmed(String(paragraph[paragraph.index(after: end)...]))
    return behind.count >= 8 ? (found, behind) : nil
  }

  /// What the labels of words state that stand right before their values, with nothing else beside
  /// them: 责任部门校团委，完成时限2020年6月.
  func labelled(_ words: String) -> StatedValues? {
    guard words.utf8.count <= 300 else { return nil }
    return withColons(words).flatMap(labels.values)
  }

  /// The words before such labels at the end of a paragraph, and what these state.
  func labelled(behind paragraph: String) -> (before: String, found: StatedValues)? {
    guard let stop = paragraph.dropLast().lastIndex(where: { PlanPhrases.fullStop == $0 }) else {
      return labelled(paragraph).map { ("", $0) }
    }
    let start = paragraph.index(after: stop)
    guard let found = labelled(String(paragraph[start...])) else { return nil }
    return (DataTable.trimmed(String(paragraph[..<start])), found)
  }

  /// Words with a colon behind each of their labels; nil when they hold anything but labels and
  /// values.
  private func withColons(_ words: String) -> String? {
    var result = ""
    var found: [(label: String, role: ColumnRole)] = []
    var rest = words[...]
    while true {
      let gap = rest.prefix(while: Self.isGap)
      result += gap
      rest = rest.dropFirst(gap.count)
      let token = rest.prefix { !Self.isGap($0) }
      guard !token.isEmpty else { break }
      rest = rest.dropFirst(token.count)
      let next = rest.drop(while: \.isWhitespace).prefix { !Self.isGap($0) }
      if let (label, role) = label(of: token, before: next) {
        found.append((label, role))
        result += label + PlanPhrases.colon + Self.withoutVerb(token.dropFirst(label.count))
      } else if let role = found.last?.role, isValue(String(token), of: role) {
        result += token
      } else {
        return nil
      }
    }
    // 配合 alone is a verb, and 分管领导参加 names nobody.
    let isSure = found.contains { $0.role != .person && ($0.label.count >= 4 || found.count > 1) }
    return isSure ? result : nil
  }

  private static func isGap(_ character: Character) -> Bool {
    character.isWhitespace || PlanPhrases.clauseSeparators.contains(character)
  }

  /// The label that words begin with, when its value follows.
  private func label(
    of token: Substring, before next: Substring
  ) -> (label: String, role: ColumnRole)? {
    for count in stride(from: min(token.count, 10), through: 2, by: -1) {
      let label = String(token.prefix(count))
      guard let role = labels.valueRole(of: label) else { continue }
      let behind = Self.withoutVerb(token.dropFirst(count))
      if isValue(String(behind.isEmpty ? next : behind), of: role) { return (label, role) }
    }
    return nil
  }

  /// A value without the verb between it and its label: 责任部门为校团委.
  private static func withoutVerb(_ value: Substring) -> Substring {
    let isVerb = value.first.map { PlanPhrases.joiningVerbs.contains($0) } ?? false
    return isVerb ? value.dropFirst() : value
  }

  /// Whether words are what a label names and nothing else.
  private func isValue(_ words: String, of role: ColumnRole) -> Bool {
    switch role {
    case .deadline: return deadlines.whole(words) != nil
    case .departments, .lead, .supporting:
      let named = setting.names(in: words)
      // 校团委、配合部门学工部 holds another label.
      return named.supporting.isEmpty && areDepartments(words)
        && named.all.allSatisfy(isPlainName)
    case .person:
      let name = TextFolding.compact(words)
      return (2...4).contains(name.count) && name.allSatisfy(\.isLetter) && !areDepartments(name)
    case .ordinal, .clause, .task, .basis, .content, .measures, .remark: return false
    }
  }
}
