import TaskLedger

/// The form of acceptance (评估备案表): indicators with answers and counted figures.
package struct FilingForm: Sendable, Hashable {
  /// Head and foot.
  package var masthead: Masthead
  /// The indicators with their answers.
  package var indicators: [IndicatorLine]
  /// The computed conclusion.
  package var verdict: Verdict

  /// Makes the form.
  package init(_ input: ReportInput) {
    masthead = Masthead(input)
    indicators = IndicatorLine.all(input)
    verdict = Verdict(ItemLine.all(input), input)
  }

  private func count(_ wanted: (IndicatorAnswer.Judgement) -> Bool) -> Int {
    indicators.count { wanted($0.answer.judgement) }
  }

  static let keys =
    Masthead.keys.within { (form: FilingForm) in form.masthead }
    + KeyTable<FilingForm>([
      .flag("passes") { $0.verdict.passes },
      .number("reasonCount") { $0.verdict.reasons.count },
      .number("indicatorReasonCount") { form in
        form.indicators.count { !$0.answer.allowsPassing }
      },
      .rows("reasons", Verdict.Reason.keys) { $0.verdict.reasons },
      .number("total") { $0.indicators.count },
      .number("metCount") { form in form.count { if case .met = $0 { true } else { false } } },
      .number("unmetCount") { form in form.count { if case .unmet = $0 { true } else { false } } },
      .number("undecidedCount") { form in
        form.count { if case .undecided = $0 { true } else { false } }
      },
      .number("notApplicableCount") { form in
        form.count { if case .notApplicable = $0 { true } else { false } }
      },
      .flag("hasIndicators") { !$0.indicators.isEmpty },
      .rows("indicators", IndicatorLine.keys) { $0.indicators },
    ])
}

/// The reform told by area instead of by clause (改革情况报告).
package struct ReformReport: Sendable, Hashable {
  /// The same facts as the self-evaluation.
  package var evaluation: SelfEvaluation
  /// The areas with their items.
  package var areas: [SelfEvaluation.Section]

  /// Makes the report.
  package init(_ input: ReportInput) {
    evaluation = SelfEvaluation(input)
    let lines = evaluation.sections.flatMap(\.lines)
    areas = []
    var told: Set<Int> = []
    for area in ReportPhrases.areas {
      told.formUnion(area.tasks)
      let own = area.tasks.flatMap { task in lines.filter { $0.state.item.task == task } }
      areas.append(
        SelfEvaluation.Section(number: areas.count + 1, title: area.title, lines: own))
    }
    let others = lines.filter { !told.contains($0.state.item.task) }
    if !others.isEmpty {
      areas.append(
        SelfEvaluation.Section(
          number: areas.count + 1, title: ReportPhrases.otherArea, lines: others))
    }
  }

  static let keys =
    SelfEvaluation.keys.within { (report: ReformReport) in report.evaluation }
    + KeyTable<ReformReport>([
      .rows("areas", SelfEvaluation.Section.keys) { $0.areas }
    ])
}
