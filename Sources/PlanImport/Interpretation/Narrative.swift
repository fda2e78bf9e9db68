internal import TaskLedger

/// Finds the passage of the plan's body that speaks of each item (正文对应段落).
///
/// A section whose title is that of the item's task gives the candidates, its neighbours too, since
/// a row can stand under the wrong task; place and words decide.
enum Narrative {
  /// A passage that may belong to an item.
  private struct Candidate {
    var section: Int
    var number: Int?
    var text: String
    var profile: TextSimilarity.Profile
  }

  /// Sets the narrative of every item that has one.
  static func attach(_ outline: BodyOutline, to items: inout [ItemDraft]) {
    let sections = sections(of: items, in: outline)
    guard !sections.isEmpty else { return }
    let wanted = sections.values.sorted()
    var candidates: [Int: [Candidate]] = [:]
    for section in Set(wanted) { candidates[section] = passages(of: section, in: outline) }
    let counts = Dictionary(grouping: items.compactMap(\.taskTitle), by: { $0 })
      .mapValues(\.count)
    var place = 0
    var last: String?
    for index in items.indices {
      guard let title = items[index].taskTitle, let section = sections[title] else { continue }
      place = title == last ? place + 1 : 1
      last = title
      let rank = wanted.firstIndex(of: section) ?? 0
      let near = wanted[max(0, rank - 1)...min(wanted.count - 1, rank + 1)]
      let choice = best(
        for: items[index], own: section, among: Set(near).sorted().flatMap { candidates[$0] ?? [] },
        place: counts[title] == candidates[section]?.count ? place : nil)
      if let choice { items[index].narrative = choice }
    }
  }

  private static func best(
    for item: ItemDraft, own: Int, among candidates: [Candidate], place: Int?
  ) -> String? {
    let profile = TextSimilarity.Profile(item.content)
    var best: (fit: Double, text: String)?
    for candidate in candidates {
      var fit = profile.similarity(to: candidate.profile)
      if candidate.section == own {
        fit += 0.1
        if candidate.number == nil || (place != nil && candidate.number == place) { fit += 0.1 }
      }
      if fit > best?.fit ?? 0.2 - 1e-9 { best = (fit, candidate.text) }
    }
    return best?.text
  }

  /// The passages of a section; one without numbers is a single passage.
  private static func passages(of section: Int, in outline: BodyOutline) -> [Candidate] {
    let all = outline.passages.filter { $0.section == section }
    let numbered = all.filter { $0.number != nil }
    guard numbered.isEmpty else {
      return numbered.map {
        Candidate(
          section: section, number: $0.number, text: $0.text,
          profile: TextSimilarity.Profile($0.text))
      }
    }
    let text = all.map(\.text).joined(separator: "\n")
    guard !text.isEmpty else { return [] }
    return [
      Candidate(section: section, number: nil, text: text, profile: TextSimilarity.Profile(text))
    ]
  }

  /// The section of each task title.
  private static func sections(of items: [ItemDraft], in outline: BodyOutline) -> [String: Int] {
    guard !outline.sections.isEmpty else { return [:] }
    let keys = outline.sections.map { TextFolding.compact($0.title) }
    var result: [String: Int] = [:]
    for title in Set(items.compactMap(\.taskTitle)) {
      let key = TextFolding.compact(title)
      guard key.count >= 3 else { continue }
      result[title] =
        keys.firstIndex(of: key) ?? keys.firstIndex { $0.contains(key) || key.contains($0) }
    }
    return result
  }
}
