internal import OfficeFiles
internal import TaskLedger

/// The running text of a plan by its headings: parts 一、, sections （一） and numbered passages 1.
struct BodyOutline {
  /// A passage under its headings.
  struct Passage {
    /// The heading of the part 一、 it stands in.
    var part: String?
    /// The index of its section, from 0 through the document; nil outside of sections.
    var section: Int?
    /// The printed number; nil for text directly below a heading.
    var label: Numbering.Label?
    /// The words, broken lines joined, without the printed number.
    var text: String
    /// Its paragraphs without the number.
    var paragraphs: [String]
    /// Where it begins.
    var location: Diagnostic.Location
    /// What titles and lines around it state of it and others.
    var common = SectionStatement()
    /// Whether a line below it spoke of it.
    var isClosed = false
    /// Whether its labels stand above its words, as those of all around it do.
    var hasMovedLabels = false

    /// The last number of its label.
    var number: Int? { label?.value }
  }

  /// A section （一） with its title.
  struct Section {
    /// The heading of the part it stands in.
    var part: String?
    /// Its printed number.
    var number: Int
    /// Its title.
    var title: String
    /// Where its heading stands.
    var location: Diagnostic.Location
    /// Lines below its heading and before its passages that are labels, such as 牵头单位：….
    var labels: [String] = []
    /// Lines there that say what is to be reached, 工作目标：….
    var goals: [String] = []
    /// Whether its heading is a whole sentence: with nothing below it is an item.
    var isSentence = false
  }

  /// The passages in order.
  private(set) var passages: [Passage] = []
  /// The sections in order.
  private(set) var sections: [Section] = []
  /// The headings of the parts in order.
  private(set) var parts: [String] = []
  /// The lines that speak of all passages around them.
  private(set) var commonLines: [CommonLine] = []
  /// The lines of a table of contents, which were passed over.
  let contents: ContentsLines

  private var part: String?
  private var section: Int?
  private var isOpen = false
  /// What a line states of all passages below it, in the whole text and in the open part and section.
  private var opening: (text: SectionStatement, part: SectionStatement, section: SectionStatement) =
    (SectionStatement(), SectionStatement(), SectionStatement())
  /// The style of the number by which the open passage began, when it is （1）, 1） or A.
  private var opener: Numbering.Style?
  /// What the open passage is called where its number says it, as in 任务1：….
  private var openerNoun: String?
  /// Whether the lines are those of a printed page or a plain text, broken where they are full.
  private let isPrinted: Bool
  /// The heading of the open section when it is as long as a line that a printer broke.
  private var brokenHeading: (words: String, location: Diagnostic.Location)?
  /// The line that was read last into the open passage.
  private var lastLine = ""
  private let finder: LabelledText
  private let sentences: SentenceReader

  /// Reads the paragraphs outside of tables; `year` is that of deadlines without one.
  init(_ document: SourceDocument, _ setting: PlanSetting, year: Int?) {
    finder = LabelledText(setting)
    sentences = SentenceReader(setting, year: year)
    let name = document.name.lowercased()
    isPrinted = name.hasSuffix(".pdf") || name.hasSuffix(".txt")
    contents = ContentsLines(document)
    let lines = BodyLines(document, without: contents, finder)
    for place in lines.all.indices {
      guard let line = lines.all[place] else {
        isOpen = false
        continue
      }
      read(line, at: place, lines)
    }
  }

  private mutating func read(_ paragraph: SourceParagraph, at index: Int, _ lines: BodyLines) {
    let words = paragraph.text
    if lines.endsText(at: index) {
      isOpen = false
      return
    }
    if PlanPhrases.annexBeginnings.contains(where: { words.hasPrefix($0) }), words.count <= 40 {
      (part, section, isOpen) = (nil, nil, false)
      return
    }
    if let named = BodyLines.named(words), !isOpen || openerNoun == named.noun {
      open(named.label, named.rest, at: paragraph.location)
      openerNoun = named.noun
      return
    }
    guard let leading = Numbering.leading(words) else {
      readUnnumbered(paragraph, at: index, lines)
      return
    }
    if !goesOnWithMeasures(words, leading.label.style) {
      readNumbered(paragraph, leading, lines)
    }
  }

  private mutating func readUnnumbered(
    _ paragraph: SourceParagraph, at index: Int, _ lines: BodyLines
  ) {
    let words = paragraph.text
    if isCommon(words, at: paragraph.location) { return }
    if isOpen, passages.last?.number != nil, lines.isBehindItems(at: index),
      let line = CommonLine(remark: words, at: paragraph.location)
    {
      commonLines.append(line)
      isOpen = false
      return
    }
    if endsPassage(words, above: index, lines) {
      isOpen = false
    } else {
      add(words, at: paragraph.location, isAboveLabels: lines.isAboveLabel(at: index, finder))
    }
  }

  private mutating func readNumbered(
    _ paragraph: SourceParagraph, _ leading: (label: Numbering.Label, rest: String),
    _ lines: BodyLines
  ) {
    let words = paragraph.text
    switch leading.label.style {
    case .chinese where Self.isHeading(leading.rest): openPart(leading.rest)
    case .chineseBracketed:
      openSection(leading.label.value, leading.rest, at: paragraph.location)
    case .dotted, .comma, .decimal, .ordinal:
      open(leading.label, leading.rest, at: paragraph.location)
    case .letter, .roman:
      // A. below a heading numbers the passages; below 1. it divides one.
      let isFree = passages.last?.number == nil || opener == leading.label.style
      if part != nil || section != nil, !isOpen || isFree {
        open(leading.label, leading.rest, at: paragraph.location)
        opener = leading.label.style
      } else {
        add(words, at: paragraph.location)
      }
    case .closing, .bracketed:
      // （1） below （一）, or below the heading of the tasks, numbers the passages themselves where
      // nothing else does.
      let isBelow = section != nil || part.map(PlanPhrases.isMeasurePart) ?? false
      if isBelow && (!isOpen || opener == leading.label.style)
        || numbersPart(leading.label.style, lines)
      {
        open(leading.label, leading.rest, at: paragraph.location)
        opener = leading.label.style
      } else {
        add(words, at: paragraph.location)
      }
    case .circled where numbersPart(.circled, lines):
      open(leading.label, leading.rest, at: paragraph.location)
      opener = .circled
    case .chinese
    where parts.isEmpty && !lines.hasNumberedItems && (!isOpen || opener == .chinese):
      // 一、 before whole sentences, and no heading anywhere: they are the items.
      open(leading.label, leading.rest, at: paragraph.location)
      opener = .chinese
    case .chinese, .circled, .point, .must, .step, .sequence:
      add(words, at: paragraph.location)
    }
  }

  /// Whether （1） or ① below the heading of a part numbers its passages, as nothing else in the text
  /// does.
  private func numbersPart(_ style: Numbering.Style, _ lines: BodyLines) -> Bool {
    part != nil && section == nil && !lines.hasNumberedItems
      && (!isOpen || passages.last?.number == nil || opener == style)
  }

  /// Whether a line without a number is a heading between two items, which states nothing.
  private func endsPassage(_ words: String, above index: Int, _ lines: BodyLines) -> Bool {
    guard isOpen, let before = passages.last?.paragraphs.last, !Self.hasOpenBracket(before),
      let end = before.last,
      PlanPhrases.sentenceEnds.contains(end) || PlanPhrases.tailBrackets[end] != nil,
      lines.isHeading(at: index)
    else { return false }
    return SectionStatement(sentences.title(words).stated).isEmpty
      && sentences.roles(of: words).isEmpty
  }

  private mutating func openPart(_ title: String) {
    part = title
    parts.append(title)
    (section, isOpen) = (nil, false)
    opening.part = SectionStatement(sentences.title(title).stated)
    opening.section = SectionStatement()
  }

  /// Takes a numbered line below a bare label for measures (整改措施：) as one of them: （1）, ① and
  /// letters number measures; 1. and 2、 are items, in whatever hand they are written.
  private mutating func goesOnWithMeasures(_ words: String, _ style: Numbering.Style) -> Bool {
    switch style {
    case .bracketed, .closing, .circled, .letter: break
    case .chinese, .chineseBracketed, .dotted, .comma, .decimal, .ordinal, .roman, .point, .must,
      .step, .sequence:
      return false
    }
    guard isOpen, opener != style, let last = passages.indices.last,
      let line = passages[last].paragraphs.indices.last,
      finder.opensMeasures(passages[last].paragraphs[line])
    else { return false }
    passages[last].paragraphs[line] += "\n" + words
    passages[last].text += "\n" + words
    return true
  }

  /// Takes a line that speaks of all passages around it; false when it is none.
  private mutating func isCommon(_ words: String, at place: Diagnostic.Location) -> Bool {
    if let line = CommonLine(words, of: .above, at: place, sentences), closes(line) { return true }
    guard let line = CommonLine(words, of: .below, at: place, sentences) else { return false }
    // A later line goes before an earlier one, and leaves what it does not speak of.
    var stated = line.stated
    switch (part, section) {
    case (nil, nil):
      stated.fill(from: opening.text)
      opening.text = stated
    case (_, nil):
      stated.fill(from: opening.part)
      opening.part = stated
    case (_, _):
      stated.fill(from: opening.section)
      opening.section = stated
    }
    commonLines.append(line)
    isOpen = false
    return true
  }

  /// Gives the numbered passages of the open section or part what a line says of all of them; false
  /// when there are none.
  private mutating func closes(_ line: CommonLine) -> Bool {
    let above = passages.indices.filter {
      passages[$0].part == part && passages[$0].section == section && passages[$0].number != nil
        && !passages[$0].isClosed
    }
    guard !above.isEmpty, !line.stated.isEmpty else { return false }
    for index in above {
      var common = line.stated
      common.fill(from: passages[index].common)
      (passages[index].common, passages[index].isClosed) = (common, true)
    }
    commonLines.append(line)
    isOpen = false
    return true
  }

  private mutating func openSection(_ number: Int, _ words: String, at place: Diagnostic.Location) {
    let title: String
    var rest = ""
    brokenHeading = nil
    if Self.isHeading(words) {
      title = words
      if isPrinted, words.count >= 30,
        words.last.map({ !PlanPhrases.brackets.contains($0) }) ?? false
      {
        brokenHeading = (words, place)
      }
    } else if let end = words.firstIndex(of: PlanPhrases.fullStop),
      words.distance(from: words.startIndex, to: end) <= 40
    {
      title = String(words[..<end])
      rest = DataTable.trimmed(String(words[words.index(after: end)...]))
    } else if let (before, inside) = LabelledText.tail(of: words), before.count <= 40,
      sentences.bracket(inside) != nil
    {
      // What its bracket states is read with the title: （一）健全组织（牵头单位：…；完成时限：…）.
      title = words
    } else {
      title = String(words.prefix(40))
      rest = words
    }
    // A bracket with who and by when behind a sentence belongs to its words; a sentence that is a
    // clause of the list is no title of what it is done by.
    if LabelledText.isBracket(rest) || !rest.isEmpty && sentences.answersClause(title) {
      rest = words
    }
    sections.append(
      Section(
        part: part, number: number, title: title, location: place,
        isSentence: rest.isEmpty && words.hasSuffix(String(PlanPhrases.fullStop))))
    (section, isOpen) = (sections.count - 1, false)
    opening.section = SectionStatement()
    if !rest.isEmpty { open(nil, rest, at: place) }
  }

  private mutating func open(
    _ label: Numbering.Label?, _ words: String, at place: Diagnostic.Location
  ) {
    (opener, openerNoun, brokenHeading) = (nil, nil, nil)
    var common = opening.section
    common.fill(from: opening.part)
    common.fill(from: opening.text)
    passages.append(
      Passage(
        part: part, section: section, label: label, text: words, paragraphs: [words],
        location: place, common: common))
    isOpen = true
    lastLine = words
  }

  private mutating func add(
    _ words: String, at place: Diagnostic.Location, isAboveLabels: Bool = false
  ) {
    let isLabel = finder.beginsWithLabel(words)
    guard isOpen, let last = passages.indices.last else {
      if let section, !isLabel, let heading = brokenHeading {
        // The words of the item begin in the line that was taken for a title.
        sections[section].title = String(heading.words.prefix(40))
        open(nil, heading.words + words, at: heading.location)
      } else if let section, isLabel || sentences.statement(words) != nil {
        sections[section].labels.append(words)
      } else if let section,
        PlanPhrases.goalLabels.contains(where: { words.hasPrefix($0) })
          || isAboveLabels && finder.isAside(words)
      {
        sections[section].goals.append(words)
      } else if part != nil || section != nil {
        open(nil, words, at: place)
      }
      return
    }
    defer { lastLine = words }
    if isBroken(by: words), let line = passages[last].paragraphs.indices.last {
      passages[last].text += words
      passages[last].paragraphs[line] += words
    } else {
      passages[last].text += "\n" + words
      passages[last].paragraphs.append(words)
    }
  }

  /// Whether a line goes on with the words of the open passage, which end in the midst of something.
  ///
  /// Only their beginning and their end are looked at, so that a long run of lines takes no longer
  /// for each than a short one.
  private func isBroken(by words: String) -> Bool {
    guard isOpen, let last = passages.last else { return false }
    let before = last.paragraphs.last ?? ""
    if Self.hasOpenBracket(before) { return Self.closesBracket(words) }
    guard before.last.map({ !PlanPhrases.sentenceEnds.contains($0) }) ?? false,
      Self.isRunning(lastLine), isPrinted || Self.isRunning(words)
    else { return false }
    if StepDays.isStep(words) || sentences.entry(words) != nil || sentences.labelled(words) != nil {
      return false
    }
    // …（责任单位：校团委；完成时限：6月） is whole.
    if let (_, inside) = LabelledText.tail(of: String(before.suffix(300))),
      finder.beginsWithLabel(inside)
    {
      return false
    }
    return !finder.beginsWithLabel(words) && !finder.beginsWithLabel(String(before.prefix(100)))
  }

  /// Whether a line is part of running text: it has marks of sentences, or it is as long as a line
  /// that ends where the page does. Entries of a list are neither, and stay lines of their own.
  private static func isRunning(_ line: String) -> Bool {
    line.utf8.count >= 60 || line.contains { PlanPhrases.marksWithinSentences.contains($0) }
  }

  /// Whether a line ends within a bracket, as one that a printer broke: （责任单位：校团委；完成时限：.
  private static func hasOpenBracket(_ line: String) -> Bool {
    let brackets = PlanPhrases.tailBrackets
    let rest = line.suffix(120)
    guard let place = rest.lastIndex(where: { brackets.values.contains($0) }) else { return false }
    return !rest[place...].contains { brackets[$0] != nil }
  }

  /// Whether a line closes a bracket that it does not open.
  private static func closesBracket(_ line: String) -> Bool {
    let brackets = PlanPhrases.tailBrackets
    guard let close = line.firstIndex(where: { brackets[$0] != nil }) else { return false }
    return !line[..<close].contains { brackets.values.contains($0) }
  }

  private static func isHeading(_ words: String) -> Bool {
    words.count <= 40 && !words.contains(PlanPhrases.fullStop)
  }
}
