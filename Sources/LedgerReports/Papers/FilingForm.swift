import TaskLedger

/// The form of acceptance (评估备案表): a row an indicator, 达标 or 未达标, and what there is.
package struct FilingForm: Sendable, Hashable {
  /// Whose form it is.
  package enum Kind: Sendable, Hashable {
    /// The school's.
    case school
    /// The school's results as they are published (公示).
    case publication
    /// That of one department's union.
    case union(String)
  }

  /// Whose form it is.
  package var kind: Kind
  /// Head and foot.
  package var masthead: Masthead
  /// The indicators with their answers.
  package var indicators: [IndicatorLine]
  /// What is lacking in a union, as its open gaps say.
  package var shortcomings: [String] = []
  /// The computed conclusion of the school.
  package var verdict: Verdict
  /// The items of the ledger, of which a work without indicators publishes how each came out.
  package var lines: [ItemLine]

  /// Makes a form.
  ///
  /// - Throws: ``ReportError`` when no figure was recorded for the union.
  package init(_ kind: Kind, _ input: ReportInput) throws(ReportError) {
    masthead = Masthead(input)
    lines = ItemLine.all(input)
    verdict = Verdict(lines, input)
    switch kind {
    case .school, .publication:
      self.kind = kind
      indicators = IndicatorLine.all(input)
    case .union(let name):
      if input.unionIndicators?.indicators.isEmpty == true {
        throw .indicatorsNone(input.profile[.set])
      }
      let sheet = FactSheet(input.ledger)
      let wanted = TextFolding.compact(name)
      guard let unit = sheet.units.first(where: { TextFolding.compact($0) == wanted }) else {
        throw .unitUnknown(name, nearest: EditDistance.nearest(to: name, among: sheet.units))
      }
      self.kind = .union(unit)
      let answers = input.unionIndicators?.answers(by: sheet.sheet(of: unit)) ?? []
      let title = input.ledger.plan?.title ?? ""
      indicators = answers.map {
        IndicatorLine(answer: $0.naming(input.profile, planTitled: title))
      }
      shortcomings = input.openGaps(of: unit).map(\.text)
    }
  }

  /// The names of the unions that have figures, sorted.
  package static func units(_ input: ReportInput) -> [String] {
    FactSheet(input.ledger.facts).units
  }

  private var title: String {
    switch kind {
    case .school: masthead.title(of: .filingForm)
    case .publication: masthead.title(of: .publication)
    case .union(let unit): masthead.title(of: .unionForm, [.unit: unit])
    }
  }

  private var unit: String? {
    if case .union(let unit) = kind { unit } else { nil }
  }

  /// How many are met and must be proved, and nothing proves them.
  private var proofLackingCount: Int { indicators.count(where: \.answer.lacksProof) }

  private func count(_ wanted: (IndicatorAnswer.Judgement) -> Bool) -> Int {
    indicators.count { wanted($0.answer.judgement) }
  }

  static let keys =
    Masthead.keys.within { (form: FilingForm) in form.masthead }
    + KeyTable<FilingForm>([
      .text("title") { $0.title },
      .optional("unit") { $0.unit },
      .text("organisationBoxes") { form in
        ReportPhrases.boxes(
          form.masthead.profile.organisations.map { name in
            (name, form.masthead.organisations.contains(name))
          })
      },
      .flag("passes") { $0.verdict.passes },
      .text("conclusion") { $0.masthead.conclusion(of: $0.verdict) },
      .number("reasonCount") { $0.verdict.reasons.count },
      .number("indicatorReasonCount") { form in
        form.indicators.count { !$0.answer.allowsPassing }
      },
      .rows("reasons", Verdict.Reason.keys) { $0.verdict.reasons },
      .number("total") { $0.indicators.count },
      .number("metCount") { form in form.count { if case .met = $0 { true } else { false } } },
      .optional("proofLackingCount") { form in
        form.proofLackingCount == 0 ? nil : "\(form.proofLackingCount)"
      },
      .number("unmetCount") { form in form.count { if case .unmet = $0 { true } else { false } } },
      .number("undecidedCount") { form in
        form.count { if case .undecided = $0 { true } else { false } }
      },
      .number("notApplicableCount") { form in
        form.count { if case .notApplicable = $0 { true } else { false } }
      },
      .optional("advisoryOpenCount") { form in
        let open = form.indicators.count(where: \.answer.isOpenWithoutBinding)
        return open == 0 ? nil : "\(open)"
      },
      .optional("shortcomings") { form in
        form.shortcomings.isEmpty ? nil : form.shortcomings.joined(separator: "；")
      },
      .flag("hasUndecided") { form in
        form.indicators.contains {
          if case .undecided = $0.answer.judgement { true } else { false }
        }
      },
      .flag("hasNotApplicable") { form in
        form.indicators.contains {
          if case .notApplicable = $0.answer.judgement { true } else { false }
        }
      },
      .flag("hasIndicators") { !$0.indicators.isEmpty },
      .flag("hasMarks") { form in
        form.indicators.contains { !$0.answer.indicator.mark.isEmpty }
      },
      .flag("hasProofMarks") { form in
        form.indicators.contains { $0.answer.indicator.mustBeProved }
      },
      .rows("indicators", IndicatorLine.keys) { $0.indicators },
      .rows("items", ItemLine.keys) { $0.lines },
    ])
}
