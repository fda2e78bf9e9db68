internal import TaskLedger

/// Reads a plan without a table: its numbered measures become items (文字方案).
enum ProseReader {
  /// The items of a plan in running text; empty when it is none.
  static func items(of outline: BodyOutline, title: String?) -> [ItemDraft] {
    guard let title, PlanPhrases.planTitleWords.contains(where: { title.contains($0) }),
      !PlanPhrases.reportTitleWords.contains(where: { title.hasSuffix($0) })
    else { return [] }
    let part = outline.parts.first { heading in
      PlanPhrases.measurePartWords.contains { heading.contains($0) }
    }
    let chosen = outline.passages.filter { part == nil || $0.part == part }
    let numbered = chosen.filter { $0.number != nil }
    let sections = Set(numbered.compactMap(\.section))
    var items: [ItemDraft] = []
    for passage in chosen {
      let isWhole = passage.number == nil && passage.section.map { !sections.contains($0) } ?? false
      guard passage.number != nil || isWhole else { continue }
      items.append(item(passage, outline))
    }
    return items.count >= 3 ? items : []
  }

  /// The headings of columns that the running text writes before a colon, such as 完成时间：, in the
  /// order of first use; what stands behind them is not read.
  static func labels(in items: [ItemDraft], _ vocabulary: HeadingVocabulary) -> [String] {
    let roles: Set<ColumnRole> = [.deadline, .departments, .lead, .supporting, .person]
    var found: [String] = []
    for item in items {
      for text in [item.content] + item.measures.map(\.text) {
        let words = text.split { $0.isWhitespace || $0.isPunctuation }
        for word in words where word.endIndex < text.endIndex && word.utf8.count <= 24 {
          guard PlanPhrases.colons.contains(text[word.endIndex]),
            let role = vocabulary.role(of: String(word)), roles.contains(role),
            !found.contains(String(word))
          else { continue }
          found.append(String(word))
        }
      }
    }
    return found
  }

  private static func item(_ passage: BodyOutline.Passage, _ outline: BodyOutline) -> ItemDraft {
    let section = passage.section.map { outline.sections[$0] }
    let (content, measures) = split(passage.paragraphs)
    var flags: Set<FindingCode> = [.deadlineMissing, .departmentMissing]
    if measures.isEmpty { flags.insert(.measureMissing) }
    return ItemDraft(
      ordinal: (passage.number ?? section?.number).map(String.init), taskNumber: section?.number,
      taskTitle: section?.title ?? passage.part, content: content, measures: measures,
      narrative: passage.text, flags: flags, location: passage.location)
  }

  /// The words before 一是 or 一要 and between such rows, and the rows themselves as measures.
  private static func split(_ paragraphs: [String]) -> (content: String, measures: [Measure]) {
    var content: [String] = []
    var measures: [Measure] = []
    for paragraph in paragraphs {
      for part in Numbering.split(paragraph, styles: [.point, .must]) {
        if part.label == nil {
          content.append(part.text)
        } else {
          measures.append(Measure(number: measures.count + 1, text: part.text))
        }
      }
    }
    return (content.joined(separator: "\n"), measures)
  }
}
