internal import TaskLedger

/// Words by which a plan says that the first of several departments leads (排在首位的为牵头单位).
enum LeadOrder {
  /// Whether words say so: first and lead stand beside each other with nothing but small words
  /// between, and departments are spoken of.
  static func isSaid(in words: String) -> Bool {
    // Few lines hold one of the signs; to look for words takes longer.
    guard words.utf8.count <= 600,
      words.unicodeScalars.contains(where: { $0 == "首" || $0 == "第" || $0 == "最" }),
      PlanPhrases.leadOrderWords.contains(where: { words.contains($0) })
    else { return false }
    let compact = TextFolding.compact(words)
    guard !PlanPhrases.unorderedWords.contains(where: { compact.contains($0) }) else {
      return false
    }
    let (firsts, chiefs) = (PlanPhrases.firstWords, PlanPhrases.chiefWords)
    // 排在首位的为牵头单位, 牵头部门排首位
    return compact.split(whereSeparator: { PlanPhrases.clauseSeparators.contains($0) })
      .contains { joins(firsts, to: chiefs, in: $0) || joins(chiefs, to: firsts, in: $0) }
  }

  /// Whether words say that the look of a name marks the lead, which is not read: 加粗的为牵头单位.
  static func isFormatted(in words: String) -> Bool {
    guard words.utf8.count <= 600,
      PlanPhrases.leadOrderWords.contains(where: { words.contains($0) }),
      PlanPhrases.formatWords.contains(where: { words.contains($0) })
    else { return false }
    return TextFolding.compact(words)
      .split(whereSeparator: { PlanPhrases.clauseSeparators.contains($0) })
      .contains { joins(PlanPhrases.formatWords, to: PlanPhrases.chiefWords, in: $0) }
  }

  /// Whether one of some words is followed by one of others, with small words between and behind.
  private static func joins(_ words: [String], to others: [String], in part: Substring) -> Bool {
    words.flatMap { part.ranges(of: $0) }.contains { range in
      let behind = part[range.upperBound...]
      return others.contains { other in
        guard let found = behind.firstRange(of: other) else { return false }
        return isSmall(behind[..<found.lowerBound], 8)
          && endsStatement(behind[found.upperBound...])
      }
    }
  }

  private static func isSmall(_ words: Substring, _ most: Int) -> Bool {
    words.count <= most && words.allSatisfy { PlanPhrases.orderSigns.contains($0) }
  }

  private static func endsStatement(_ words: Substring) -> Bool {
    words.count <= 4 && words.allSatisfy { PlanPhrases.orderSigns.contains($0) || $0 == ")" }
  }
}
