import TaskLedger

extension SelfEvaluation {
  static let keys =
    Masthead.keys.within { (report: SelfEvaluation) in report.masthead }
    + HeadCounts.keys.within { (report: SelfEvaluation) in report.counts } + prose + lists
    + annexKeys

  private static let prose = KeyTable<SelfEvaluation>([
    .text("title") { $0.masthead.title(of: .selfEvaluation) },
    .flag("passes") { $0.verdict.passes },
    .text("conclusion") { $0.masthead.conclusion(of: $0.verdict) },
    .number("reasonCount") { $0.verdict.reasons.count },
    .rows("reasons", Verdict.Reason.keys) { $0.verdict.reasons },
    .text("reasonSummary") { ReportPhrases.summary(of: $0.verdict.reasons) },
    .number("evidenceCount") { EvidenceCount($0.evidence.map(\.evidence)).pieces },
    .number("fileCount") { EvidenceCount($0.evidence.map(\.evidence)).files },
    .rows("sections", Section.keys) { $0.sections },
    .flag("hasWithdrawn") { !$0.withdrawn.isEmpty },
    .rows("withdrawn", GoneLine.keys) { $0.withdrawn.map(GoneLine.init) },
    .optional("postponement") { ReportPhrases.postponement(of: $0.lines) },
    .rows("guidance", paragraph) { $0.texts[.guidance]?.paragraphs ?? [] },
    .rows("results", paragraph) { $0.results },
    .flag("hasProblems") { !$0.problems.isEmpty || !$0.nextSteps.isEmpty },
    .rows("problems", paragraph) { $0.problems },
    .flag("hasOwnNextSteps") { $0.texts[.nextSteps] != nil },
    .flag("hasNextSteps") { !$0.nextSteps.isEmpty },
    .rows("nextSteps", paragraph) { $0.nextSteps },
  ])

  private static let lists = KeyTable<SelfEvaluation>([
    .rows("items", ItemLine.keys) { $0.lines },
    .flag("hasIndicators") { !$0.indicators.isEmpty },
    .rows("indicators", IndicatorLine.keys) { $0.indicators },
    .flag("hasUndated") { !$0.undated.isEmpty },
    .rows("undated", ItemLine.keys) { $0.undated },
    .flag("isFullyProved") { $0.lines.allSatisfy(\.isFullyProved) },
    .text("indicatorsReached") { ReportPhrases.indicatorsReached($0.indicators.map(\.answer)) },
    .optional("unprovedCount") { report in
      let count = report.indicators.count { ReportPhrases.unproved($0.answer) != nil }
      return count > 0 ? String(count) : nil
    },
    .flag("hasEvidence") { !$0.evidence.isEmpty },
    .rows("evidence", EvidencePiece.keys) { EvidencePiece.all($0.evidence) },
  ])

  private static let annexKeys = KeyTable<SelfEvaluation>([
    .rows("annexes", Annex.keys) { $0.annexes },
    .optional("trailAnnex") { $0.number(of: .trail) },
    .optional("indicatorAnnex") { $0.number(of: .indicators) },
    .optional("evidenceAnnex") { $0.number(of: .evidence) },
    .optional("undatedAnnex") { $0.number(of: .undated) },
  ])

  /// A paragraph of prose.
  static let paragraph = KeyTable<String>([.text("paragraph") { $0 }])

  /// What follows the signature.
  enum Annex: Sendable, Hashable, CaseIterable {
    /// How each item was closed.
    case trail
    /// The indicators with their answers.
    case indicators
    /// The evidence that counts.
    case evidence
    /// The items without a deadline.
    case undated

    static let keys = KeyTable<(place: Int, name: String)>([
      .flag("isFirst") { $0.place == 0 },
      .number("number") { $0.place + 1 },
      .text("name") { $0.name },
    ])
  }

  private var kinds: [Annex] {
    Annex.allCases.filter { annex in
      switch annex {
      case .trail: !lines.isEmpty
      case .indicators: !indicators.isEmpty
      case .evidence: !evidence.isEmpty
      case .undated: !undated.isEmpty
      }
    }
  }

  /// The annexes that have something in them, in order.
  var annexes: [(place: Int, name: String)] {
    kinds.enumerated().map {
      (place: $0.offset, name: ReportPhrases.name(of: $0.element, masthead.profile))
    }
  }

  private func number(of annex: Annex) -> String? {
    kinds.firstIndex(of: annex).map { String($0 + 1) }
  }
}

extension SelfEvaluation.Section {
  static let keys = KeyTable<SelfEvaluation.Section>([
    .text("numeral") { ReportPhrases.numeral($0.number) },
    .flag("hasHeading") { $0.hasHeading },
    .text("title") { section in
      section.title.isEmpty ? ReportPhrases.task(section.task ?? 0, "") : section.title
    },
    .flag("isSettled") { $0.isSettled },
    .flag("hasItems") { !$0.lines.isEmpty },
    .optional("withdrawnNumbers") { section in
      ReportPhrases.joined(section.withdrawn.map { "\($0.id)" })
    },
    .rows("items", ItemLine.keys) { $0.lines },
    .rows("allItems", ItemLine.keys) { $0.all },
    .rows("entries", SelfEvaluation.Entry.keys) { $0.entries },
    .rows("paragraphs", SelfEvaluation.paragraph) { $0.paragraphs },
    .flag("hasRemainders") { !$0.remainders.isEmpty },
    .rows("remainders", SelfEvaluation.paragraph) { $0.remainders },
  ])
}
