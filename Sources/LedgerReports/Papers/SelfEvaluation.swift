package import TaskLedger

/// The report handed in on 15 October (自评报告): a heading a task, the verdict, results, problems.
package struct SelfEvaluation: Sendable, Hashable {
  /// Head and foot.
  package var masthead: Masthead
  /// The tasks of the list in order, then the school's own items.
  package var sections: [Section]
  /// The computed conclusion.
  package var verdict: Verdict
  /// The items by status; they add up to the total of the head.
  package var counts: StatusCounts
  /// What the rates are reckoned from, against the days after granted extensions.
  package var tally: Tally
  /// The rates with their definitions.
  package var rates: [RateLine]
  /// The documents the work rests on, by number, each once.
  package var documents: [EvidenceLine]
  /// The counted figures, sorted by name, the newest of each.
  package var figures: [FigureLine]
  /// The items that are not done.
  package var open: [ItemLine]
  /// The items that a superior document withdrew.
  package var withdrawn: [ItemLine]
  /// The gaps that nobody has decided.
  package var gaps: [Ledger.Gap]
  /// The items without a deadline, done or not.
  package var undated: [ItemLine]
  /// The evidence that counts.
  package var evidence: [EvidenceLine]
  /// The acceptance indicators with their answers.
  package var indicators: [IndicatorLine]

  /// Makes the report.
  package init(_ input: ReportInput) {
    let ledger = input.ledger
    let lines = ItemLine.all(input)
    masthead = Masthead(input)
    sections = Section.all(lines, of: ledger)
    verdict = Verdict(lines, input)
    let onDay = input.onDay
    counts = onDay.counts
    tally = onDay.tally()
    rates = RateLine.all(original: onDay.tally(.original), granted: tally)
    evidence = lines.flatMap(\.evidence)
    indicators = IndicatorLine.all(input)
    documents = []
    for line in evidence where !line.evidence.documentNumber.isEmpty {
      if !documents.contains(where: {
        $0.evidence.documentNumber == line.evidence.documentNumber
      }) {
        documents.append(line)
      }
    }
    figures = FigureLine.all(of: ledger)
    open = lines.filter { !$0.isSettled }
    withdrawn = ItemLine.all(input) { $0.phase == .withdrawn && $0.droppedReason == nil }
    gaps = ledger.undecidedGaps
    undated = lines.filter { $0.state.due == nil && !$0.state.isStanding }
  }

  /// One heading with its items.
  package struct Section: Sendable, Hashable {
    /// The place among the headings, from 1.
    package var number: Int
    /// The title of the task; empty for the school's own items.
    package var title: String
    /// The items.
    package var lines: [ItemLine]

    /// Whether nothing more is asked of any item.
    package var isSettled: Bool { !lines.isEmpty && lines.allSatisfy(\.isSettled) }

    fileprivate static func all(_ lines: [ItemLine], of ledger: Ledger) -> [Section] {
      let tasks = ledger.list?.tasks ?? []
      var sections = tasks.enumerated().map { place, task in
        Section(
          number: place + 1, title: task.title,
          lines: lines.filter { $0.state.item.task == task.number })
      }
      let known = Set(tasks.map(\.number))
      let others = lines.filter { !known.contains($0.state.item.task) }
      if !others.isEmpty {
        sections.append(Section(number: sections.count + 1, title: "", lines: others))
      }
      return sections
    }
  }
}

/// The newest of the figures recorded under a name.
package struct FigureLine: Sendable, Hashable {
  /// What was counted.
  package var name: String
  /// The figure.
  package var fact: Ledger.Fact

  /// The figures sorted by name.
  static func all(of ledger: Ledger) -> [FigureLine] {
    ledger.facts.keys.sorted().compactMap { name in
      ledger.facts[name]?.last.map { FigureLine(name: name, fact: $0) }
    }
  }
}

extension FigureLine {
  static let keys = KeyTable<FigureLine>([
    .text("name") { $0.name },
    .optional("value") { $0.fact.value },
    .text("on") { ReportPhrases.date($0.fact.on) },
    .optional("evidenceNumber") { $0.fact.evidence.map { "\($0)" } },
    .optional("exemption") { $0.fact.exemption },
  ])
}

extension SelfEvaluation {
  static let keys =
    Masthead.keys.within { (report: SelfEvaluation) in report.masthead } + figures + lists

  private static let figures = KeyTable<SelfEvaluation>([
    .flag("passes") { $0.verdict.passes },
    .number("reasonCount") { $0.verdict.reasons.count },
    .number("total") { $0.counts.total },
    .number("mustClose") { $0.tally.mustClose },
    .number("closedCount") { $0.counts[.closed] },
    .number("withdrawnCount") { $0.counts[.withdrawn] },
    .number("openCount") { $0.open.count },
    .number("overdueCount") { $0.tally.overdue },
    .number("standingCount") { $0.tally.standing },
    .number("undatedCount") { $0.undated.count },
    .number("evidenceCount") { EvidenceCount($0.evidence.map(\.evidence)).pieces },
    .number("fileCount") { EvidenceCount($0.evidence.map(\.evidence)).files },
    .optional("settledTasks") { report in
      ReportPhrases.joined(report.sections.filter(\.isSettled).map { "「\($0.title)」" })
    },
  ])

  private static let lists = KeyTable<SelfEvaluation>([
    .rows("sections", Section.keys) { $0.sections },
    .rows("reasons", Verdict.Reason.keys) { $0.verdict.reasons },
    .rows("rates", RateLine.keys) { $0.rates },
    .flag("hasDocuments") { !$0.documents.isEmpty },
    .rows("documents", EvidenceLine.keys) { $0.documents },
    .flag("hasFigures") { !$0.figures.isEmpty },
    .rows("figures", FigureLine.keys) { $0.figures },
    .flag("hasIndicators") { !$0.indicators.isEmpty },
    .rows("indicators", IndicatorLine.keys) { $0.indicators },
    .flag("hasOpen") { !$0.open.isEmpty },
    .rows("open", ItemLine.keys) { $0.open },
    .flag("hasWithdrawn") { !$0.withdrawn.isEmpty },
    .rows("withdrawn", GoneLine.keys) { $0.withdrawn.map(GoneLine.init) },
    .flag("hasGaps") { !$0.gaps.isEmpty },
    .rows("gaps", Ledger.Gap.keys) { $0.gaps },
    .flag("hasUndated") { !$0.undated.isEmpty },
    .rows("undated", ItemLine.keys) { $0.undated },
    .flag("hasEvidence") { !$0.evidence.isEmpty },
    .rows("evidence", EvidenceLine.keys) { $0.evidence },
  ])
}

extension SelfEvaluation.Section {
  static let keys = KeyTable<SelfEvaluation.Section>([
    .text("numeral") { ReportPhrases.numeral($0.number) },
    .text("title") { $0.title.isEmpty ? ReportPhrases.task(0, "") : $0.title },
    .flag("isSettled") { $0.isSettled },
    .flag("hasItems") { !$0.lines.isEmpty },
    .rows("items", ItemLine.keys) { $0.lines },
  ])
}
