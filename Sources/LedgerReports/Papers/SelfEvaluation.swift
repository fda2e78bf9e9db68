package import TaskLedger

/// The report handed in at the end (自评报告): prose by task, the verdict, results, problems and next
/// steps; the trail of closings, the indicators and the evidence as annexes.
package struct SelfEvaluation: Sendable, Hashable {
  /// Head and foot.
  package var masthead: Masthead
  /// The tasks of the list in order, then the school's own items.
  package var sections: [Section]
  /// The computed conclusion.
  package var verdict: Verdict
  /// The counts of the heading.
  package var counts: HeadCounts
  /// The documents that what is told rests on, by number, each once.
  package var documents: [EvidenceLine]
  /// The items that are not done.
  package var open: [ItemLine]
  /// The items that a superior document withdrew.
  package var withdrawn: [ItemLine]
  /// The gaps that nobody has decided.
  package var gaps: [Ledger.Gap]
  /// The items without a deadline, done or not.
  package var undated: [ItemLine]
  /// The evidence that counts, as the index of the evidence has it.
  package var evidence: [EvidenceLine]
  /// The office's own words.
  package var texts: [OfficeText.Part: OfficeText]
  /// The acceptance indicators with their answers.
  package var indicators: [IndicatorLine]

  /// Makes the report.
  package init(_ input: ReportInput) {
    let ledger = input.ledger
    let lines = ItemLine.all(input)
    masthead = Masthead(input)
    let withdrawn = ItemLine.withdrawn(input)
    sections = Section.all(lines, withdrawn: withdrawn, of: ledger, input.profile)
      .filter { $0.task != nil || !$0.lines.isEmpty }
    verdict = Verdict(lines, input)
    counts = HeadCounts(input.onDay)
    texts = ledger.texts
    evidence = EvidenceLine.counting(input)
    indicators = IndicatorLine.all(input)
    documents = []
    let told = Set(
      sections.flatMap(\.told).flatMap { $0.evidence.map(\.evidence.number) })
    for line in evidence where line.isDocument && told.contains(line.evidence.number) {
      if !documents.contains(where: {
        $0.evidence.documentNumber == line.evidence.documentNumber
      }) {
        documents.append(line)
      }
    }
    open = lines.filter { !$0.isSettled }
    self.withdrawn = withdrawn
    gaps = ledger.undecidedGaps
    undated = lines.filter { $0.state.due == nil && !$0.state.isStanding }
  }

  /// The items that still count.
  var lines: [ItemLine] { sections.flatMap(\.lines) }

  /// What was reached, paragraph by paragraph.
  var results: [String] {
    if let own = texts[.results]?.paragraphs { return own }
    guard masthead.plan != nil else { return [ReportPhrases.without(masthead.planName)] }
    var paragraphs = [
      ReportPhrases.results(
        tasks: sections.count, settled: sections.count(where: \.isSettled), items: counts.total,
        settledItems: counts.settled, gaps: gaps.count { $0.item != nil },
        otherGaps: gaps.count { $0.item == nil },
        indicators: indicators.map(\.answer), masthead.profile)
    ]
    if !documents.isEmpty {
      paragraphs.append(ReportPhrases.documents(documents, masthead.profile))
    }
    let statements = indicators.compactMap(\.answer.statement)
    if !statements.isEmpty { paragraphs.append(ReportPhrases.indicators(statements)) }
    return paragraphs
  }

  /// What is still wrong; none when nothing is.
  var problems: [String] {
    if let own = texts[.problems]?.paragraphs { return own }
    let items = open.isEmpty ? [] : [ReportPhrases.problem(open, masthead.profile)]
    let clauses =
      unanswered.isEmpty
      ? [] : [ReportPhrases.problem(unanswered, in: masthead.planName, masthead.profile)]
    return ReportPhrases.enumeratedParagraphs(
      clauses + items
        + gaps.map { ReportPhrases.problem($0, on: masthead.asOf, masthead.profile) })
  }

  /// What comes next; none when nothing is open.
  var nextSteps: [String] {
    if let own = texts[.nextSteps]?.paragraphs { return own }
    let clauses = unanswered.isEmpty ? [] : [ReportPhrases.nextStep(unanswered, masthead.profile)]
    return ReportPhrases.enumeratedParagraphs(clauses + ReportPhrases.nextSteps(open))
  }

  /// The clauses that no item answers; none before there is a plan, which is said by itself.
  private var unanswered: [ClauseID] {
    masthead.plan == nil ? [] : sections.flatMap(\.unanswered)
  }

  /// One heading with its items.
  package struct Section: Sendable, Hashable {
    /// The place among the headings, from 1.
    package var number: Int
    /// The title of the task; empty for the school's own items.
    package var title: String
    /// The items.
    package var lines: [ItemLine]
    /// The number of the task in the list; nil for the school's own items.
    package var task: Int? = nil
    /// The office's own account; nil where it wrote none.
    package var text: OfficeText? = nil
    /// Whether it stands under a heading of its own; all there is, without a title, needs none.
    package var hasHeading = true

    /// The items that a superior document withdrew.
    package var withdrawn: [ItemLine] = []
    /// The clauses of the task that no item answers.
    package var unanswered: [ClauseID] = []
    /// The answer to each item, where the reform is told item by item and the office wrote no account
    /// of its own.
    package var entries: [Entry] = []

    /// All items in the order of the plan, withdrawn ones included.
    package var all: [ItemLine] { (lines + withdrawn).sorted { $0.id < $1.id } }

    /// Whether nothing more is asked: every clause has its item, and every item is settled, by a
    /// withdrawal too.
    package var isSettled: Bool {
      unanswered.isEmpty && !all.isEmpty && all.allSatisfy(\.isSettled)
    }

    /// The prose of the task: what was done, closed by the evidence it rests on.
    var paragraphs: [String] {
      entries.isEmpty
        ? Citation.closing(text?.paragraphs ?? prose, evidenceOf: told) : []
    }

    /// What the statements of completion say, as one paragraph; none when nothing was said.
    var prose: [String] {
      var sentences: [String] = []
      for sentence in lines.flatMap(ReportPhrases.account) where !sentences.contains(sentence) {
        sentences.append(sentence)
      }
      // Below a heading of nothing but what is alive by its evidence stands at least its name.
      if sentences.isEmpty { sentences = lines.filter(\.isSettled).map(ReportPhrases.kept) }
      let text = sentences.joined()
      return text.isEmpty ? [] : [text]
    }

    /// The items that the prose rests on: never what nobody has reviewed yet. The office's own words
    /// speak of what is settled too.
    var told: [ItemLine] {
      let accounted = lines.filter { !ReportPhrases.account(of: $0).isEmpty }
      if text == nil, !accounted.isEmpty { return accounted }
      return lines.filter { $0.isSettled || !ReportPhrases.account(of: $0).isEmpty }
    }

    /// Where its open items stand, which their entries say as well.
    var remainders: [String] {
      entries.isEmpty ? lines.filter { !$0.isSettled }.map(ReportPhrases.remainder) : []
    }

    /// The tasks of the list in order, then the school's own items where there are any.
    static func all(
      _ lines: [ItemLine], withdrawn: [ItemLine], of ledger: Ledger, _ profile: ReformProfile
    ) -> [Section] {
      let tasks = ledger.list?.tasks ?? []
      let unanswered = ledger.unansweredClauses.map(\.id)
      var sections = tasks.enumerated().map { place, task in
        Section(
          number: place + 1, title: task.title,
          lines: lines.filter { $0.state.item.task == task.number },
          task: task.number, text: ledger.texts[.task(task.number)],
          withdrawn: withdrawn.filter { $0.state.item.task == task.number },
          unanswered: unanswered.filter { $0.task == task.number })
      }
      let known = Set(tasks.map(\.number))
      func isOther(_ line: ItemLine) -> Bool { !known.contains(line.state.item.task) }
      let others = Section(
        number: sections.count + 1, title: "", lines: lines.filter(isOther),
        withdrawn: withdrawn.filter(isOther))
      if !others.all.isEmpty { sections.append(others) }
      if sections.count == 1, sections[0].title.isEmpty, sections[0].task != nil {
        sections[0].hasHeading = false
      }
      for place in sections.indices where sections[place].text == nil {
        sections[place].entries = Entry.all(sections[place].lines, profile)
      }
      return sections
    }
  }
}
