internal import TaskLedger

/// Reads a plan without a table: its numbered measures become items (文字方案).
///
/// Deadlines and departments are read from lines of their own (牵头单位：…), from the bracket behind
/// an item and from its sentences; what a sentence gave is flagged.
struct ProseReader {
  private let sentences: SentenceReader
  private var language: CellLanguage

  /// Creates a reader; `year` is that of deadlines without one.
  init(_ setting: PlanSetting, year: Int?, study: StudyYear? = nil) {
    sentences = SentenceReader(setting, year: year)
    language = CellLanguage(year: year, study: study, setting: setting)
  }

  /// How many items state what.
  struct Counts: Hashable {
    /// All items.
    var items: Int
    /// Those with a deadline.
    var deadlines: Int
    /// Those with departments.
    var departments: Int
    /// Those with a responsible person.
    var persons: Int
    /// Those without a deadline whose words name a limit that was not read as one.
    var limits: Int
  }

  /// How many items state what.
  static func counts(_ items: [ItemDraft]) -> Counts {
    Counts(
      items: items.count, deadlines: items.count { $0.deadline.meaning != .blank },
      departments: items.count { !$0.departments.all.isEmpty },
      persons: items.count { !$0.responsiblePerson.isEmpty },
      limits: items.count { $0.deadline.meaning == .blank && namesLimit($0.narrative) })
  }

  /// Whether words say until when, whatever they say it of.
  private static func namesLimit(_ words: String) -> Bool {
    let finder = DeadlineFinder(year: nil)
    return SentenceReader.parts(of: words).contains { part in
      finder.first(in: part).map { finder.isLimit($0.words) } ?? false
    }
  }

  /// The lines below headings that name a limit and were not read, where items have no deadline.
  func linesLeft(
    of outline: BodyOutline, _ items: [ItemDraft]
  ) -> [(words: String, location: Diagnostic.Location)] {
    guard items.contains(where: { $0.deadline.meaning == .blank }) else { return [] }
    let read = Set(items.map(\.location))
    let isRead = parts(of: outline)
    return outline.passages.filter { passage in
      passage.number == nil && isRead(passage.part) && !read.contains(passage.location)
        && Self.namesLimit(passage.text)
        && !passage.paragraphs.allSatisfy { sentences.statement($0) != nil }
    }.map { ($0.text, $0.location) }
  }

  /// The items of a plan in running text; empty when it is none.
  ///
  /// - Parameters:
  ///   - outline: The text by its headings.
  ///   - title: The title of a plan, where the document has one.
  ///   - isReport: Whether it calls itself a report, which is no plan without such a title.
  /// - Returns: The items.
  func items(of outline: BodyOutline, title: String?, isReport: Bool) -> [ItemDraft] {
    if title == nil, isReport { return [] }
    let isRead = parts(of: outline)
    let chosen = Self.withSections(outline.passages(movingLabelsBy: sentences), outline)
      .filter { isRead($0.part) }
    let numbered = chosen.filter { $0.number != nil }
    let sections = Set(numbered.compactMap(\.section))
    var reader = self
    var items: [ItemDraft] = []
    for passage in chosen {
      let isWhole = passage.number == nil && passage.section.map { !sections.contains($0) } ?? false
      guard passage.number != nil || isWhole else { continue }
      items.append(reader.item(passage, outline))
    }
    let isNamed = title.map { PlanPhrases.planTitleWords.contains(where: $0.contains) } ?? false
    return items.count >= 3 && (isNamed || Self.areTasks(items)) ? items : []
  }

  /// Whether items show what they are without a title such as 方案: most have a day and a department,
  /// as those of 工作要点 and 重点任务分工 do.
  private static func areTasks(_ items: [ItemDraft]) -> Bool {
    items.count { $0.deadline.meaning != .blank && !$0.departments.all.isEmpty } * 3
      >= items.count * 2
  }

  /// The parts with numbers of their own that hold no items of the plan, each with its first place.
  func partsLeft(of outline: BodyOutline) -> [(heading: String, location: Diagnostic.Location)] {
    let isRead = parts(of: outline)
    return outline.parts.filter { !isRead($0) }.compactMap { heading in
      outline.passages.first { $0.part == heading && $0.number != nil }
        .map { (heading, $0.location) }
    }
  }

  /// Which parts hold the items: the one whose heading says so, else all but those about the work.
  private func parts(of outline: BodyOutline) -> (String?) -> Bool {
    let frames = frames(in: outline)
    let tasks = outline.parts.first { PlanPhrases.isMeasurePart($0) && !Self.isNamedFrame($0) }
    // 2025年任务 and 2026年任务 hold items alike.
    let areYears = tasks.flatMap(PlanPhrases.yearOfTasks) != nil
    return { part in
      guard let tasks else { return !(part.map(frames.contains) ?? false) }
      return part == tasks || areYears && part.flatMap(PlanPhrases.yearOfTasks) != nil
    }
  }

  /// The parts that speak about the work and hold none of it: 保障措施, 工作要求. Where something in them
  /// has a day, it is work.
  private func frames(in outline: BodyOutline) -> Set<String> {
    Set(
      outline.parts.filter(Self.isNamedFrame).filter { heading in
        !outline.passages.contains { passage in
          passage.part == heading && sentences.read(passage.paragraphs).stated.deadline != nil
        }
      })
  }

  private static func isNamedFrame(_ heading: String) -> Bool {
    PlanPhrases.framePartWords.contains { heading.hasPrefix($0) || heading.hasSuffix($0) }
  }

  /// The passages, and for a section with nothing but labels below its heading one of its own: its
  /// heading is what is to be done.
  private static func withSections(
    _ passages: [BodyOutline.Passage], _ outline: BodyOutline
  ) -> [BodyOutline.Passage] {
    let held = Set(passages.compactMap(\.section))
    // Where no section of the tasks has anything below it, their headings are the items.
    let parts = Set(held.map { outline.sections[$0].part })
    var missing = outline.sections.indices.filter { index in
      let section = outline.sections[index]
      return !held.contains(index)
        && (!section.labels.isEmpty || section.isSentence
          || !parts.contains(section.part)
            && section.part.map(PlanPhrases.isMeasurePart) ?? false)
    }[...]
    guard !missing.isEmpty else { return passages }
    func passage(_ index: Int) -> BodyOutline.Passage {
      let section = outline.sections[index]
      return BodyOutline.Passage(
        part: section.part, section: index, label: nil, text: section.title,
        paragraphs: [section.title] + section.labels, location: section.location)
    }
    var result: [BodyOutline.Passage] = []
    for next in passages {
      while let first = missing.first, let place = next.section, first < place {
        result.append(passage(first))
        missing = missing.dropFirst()
      }
      result.append(next)
    }
    return result + missing.map(passage)
  }

  private mutating func item(
    _ passage: BodyOutline.Passage, _ outline: BodyOutline
  ) -> ItemDraft {
    let section = passage.section.map { outline.sections[$0] }
    let kept = language
    let titles = [section?.title, passage.part].compactMap { $0 }
    let named = titles.lazy.compactMap(PlanPhrases.yearOfTasks).first
    if let named, named != language.year { language = language.of(year: named) }
    defer { if named != nil { language = kept } }
    var (paragraphs, stated) = sentences.read(passage.paragraphs)
    if paragraphs.isEmpty, let first = passage.paragraphs.first,
      sentences.roles(of: first) == [.measures],
      let colon = first.firstIndex(where: { PlanPhrases.colons.contains($0) })
    {
      // 1.改革举措：… with nothing before it is what is to be done.
      paragraphs = [DataTable.trimmed(String(first[first.index(after: colon)...]))]
      stated.measures.removeFirst()
    }
    let (content, measures) = Self.split(paragraphs)
    var draft = ItemDraft(
      ordinal: passage.label.map(ContentSplitter.ordinal) ?? section.map { String($0.number) },
      taskNumber: section?.number ?? passage.label?.prefix.first,
      taskTitle: section?.title ?? passage.part, content: content, measures: measures,
      narrative: passage.text, group: passage.section ?? -1, location: passage.location)
    if passage.number == nil, let goals = section?.goals, !goals.isEmpty {
      draft.remark = goals.joined(separator: "\n")
    }
    language.take(stated, into: &draft)
    if stated.isFromSentence || passage.hasMovedLabels { draft.flags.insert(.readFromSentence) }
    if let heading = draft.taskTitle {
      let (title, found) = sentences.title(heading)
      if !title.isEmpty { draft.taskTitle = title }
      if let section {
        var above = found
        for line in section.labels {
          above.fill(from: sentences.statement(line) ?? sentences.title(line).stated)
        }
        language.fill(&draft, from: SectionStatement(above))
      }
    }
    language.fill(&draft, from: passage.common)
    if draft.deadline.meaning == .blank { draft.flags.insert(.deadlineMissing) }
    if draft.departments.all.isEmpty { draft.flags.insert(.departmentMissing) }
    if draft.measures.isEmpty { draft.flags.insert(.measureMissing) }
    if draft.deadline.isYearAssumed { draft.flags.insert(.yearAssumed) }
    return draft
  }

  private static let measureStyles: Set<Numbering.Style> = [.point, .must, .step, .sequence]

  /// The paragraphs, those that go on with 第二步 or 其次 in one: a single 第一步 numbers nothing.
  private static func joined(_ paragraphs: [String]) -> [String] {
    var result: [String] = []
    for paragraph in paragraphs {
      if let label = Numbering.leading(paragraph)?.label, label.value > 1,
        label.style == .step || label.style == .sequence, let last = result.indices.last
      {
        result[last] += "\n" + paragraph
      } else {
        result.append(paragraph)
      }
    }
    return result
  }

  /// The words before 一是 or 一要 and between such rows, and the rows themselves as measures.
  private static func split(_ paragraphs: [String]) -> (content: String, measures: [Measure]) {
    var content: [String] = []
    var measures: [Measure] = []
    for paragraph in Self.joined(paragraphs) {
      for part in Numbering.split(paragraph, styles: Self.measureStyles) {
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
