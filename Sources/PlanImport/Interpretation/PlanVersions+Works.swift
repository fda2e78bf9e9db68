internal import OfficeFiles
internal import TaskLedger

extension PlanVersions {
  /// How well a content fits its clause in a list that the table answers, and in one that it does not.
  private static let (answers, differs) = (0.5, 0.3)

  /// The tables of another work than the one that the list is of, each with the one that is read.
  ///
  /// Nothing in such a table is like a clause, its name names a work, and shares with the list's
  /// title and with the names of those that answer it no word that says which. What a school adds to
  /// its own plan (校级特色任务) bears no such name.
  static func otherWorks(
    _ parts: [PlanTables.Part], _ heads: [Int], _ setting: PlanSetting
  ) -> [(head: Int, read: Int)] {
    guard heads.count > 1, !setting.clauses.isEmpty else { return [] }
    let fits = heads.map { likeness(of: parts[$0], setting) }
    let answering = zip(heads, fits).filter { _, found in
      !found.isEmpty && found.count { $0 >= answers } * 2 >= found.count
    }.map(\.0)
    guard let read = answering.first else { return [] }
    let others = answering.map { title(parts[$0].caption.name) }
    return zip(heads, fits).compactMap { head, found in
      guard found.count > 1, found.allSatisfy({ $0 < differs }),
        isOtherWork(title(parts[head].caption.name), beside: others, setting)
      else { return nil }
      return (head, read)
    }
  }

  /// Whether a title names a work that neither the list nor the titles beside it speak of.
  private static func isOtherWork(
    _ title: String, beside others: [String], _ setting: PlanSetting
  ) -> Bool {
    guard PlanPhrases.workWords.contains(where: { title.contains($0) }) else { return false }
    // The name of the school begins them all.
    let start = others.map { other in zip(title, other).prefix { $0 == $1 }.count }.max() ?? 0
    let own = subject(String(title.dropFirst(start)))
    guard own.contains(where: { $0.count > 1 }), !setting.isDepartment(own.joined()) else {
      return false
    }
    let known = others.map { String($0.dropFirst(start)) } + [setting.list?.title ?? ""]
    return pairs(own).isDisjoint(with: known.flatMap { pairs(subject($0)) })
  }

  /// How well the first contents of a table fit the clauses of the list.
  private static func likeness(of part: PlanTables.Part, _ setting: PlanSetting) -> [Double] {
    guard let column = part.layout.roles.firstIndex(of: .content) else { return [] }
    return part.rows.lazy.compactMap { $0.cell(at: column) }
      .filter { !$0.isBlank && !$0.continuesAbove && $0.words.count >= 8 }
      .prefix(sample).map { setting.likeness(of: $0.words) }
  }

  /// The name of a table without 附件2： before it.
  private static func title(_ name: String) -> String {
    let words: String = TextFolding.compact(name)
    guard let annex = PlanPhrases.annexBeginnings.first(where: { words.hasPrefix($0) }) else {
      return words
    }
    return String(
      words.dropFirst(annex.count).drop { $0.isNumber || PlanPhrases.colons.contains($0) })
  }

  /// The words of a title that say which work it is of.
  private static func subject(_ title: String) -> [Substring] {
    PlanPhrases.commonTitleWords.reduce(TextFolding.compact(title) as String) {
      $0.replacing($1, with: " ")
    }.split { !$0.isLetter }
  }

  /// The pairs of signs in words.
  private static func pairs(_ words: [Substring]) -> Set<String> {
    Set(words.flatMap { word in zip(word, word.dropFirst()).map { String([$0, $1]) } })
  }
}
