package import TaskLedger

/// One acceptance indicator with its answer, as papers show it.
package struct IndicatorLine: Sendable, Hashable {
  /// The answer.
  package var answer: IndicatorAnswer

  /// The answers of an input; none when no table was handed in.
  package static func all(_ input: ReportInput) -> [IndicatorLine] {
    let title = input.ledger.plan?.title ?? ""
    return input.indicatorAnswers.map {
      IndicatorLine(answer: $0.naming(input.profile, planTitled: title))
    }
  }
}

extension IndicatorLine {
  static let keys = KeyTable<IndicatorLine>([
    .text("number") { $0.answer.indicator.number },
    .optional("mark") { $0.answer.indicator.mark },
    .flag("isStarred") { $0.answer.indicator.isStarred },
    .text("text") { $0.answer.indicator.text },
    .optional("counted") { $0.answer.indicator.counted },
    .text("judgement") { $0.answer.judgement.words },
    .text("boxes") { ReportPhrases.boxes(of: $0.answer.judgement) },
    .optional("remark") { ReportPhrases.remark(of: $0.answer) },
    .flag("isMet") { if case .met = $0.answer.judgement { true } else { false } },
    .optional("figures") { $0.answer.remark },
    .optional("publishedRemark") { ReportPhrases.publishedRemark(of: $0.answer) },
    .optional("detail") { ReportPhrases.detail(of: $0.answer) },
    .optional("unproved") { ReportPhrases.unproved($0.answer) },
    .optional("lack") { ReportPhrases.lack(of: $0.answer) },
    .optional("clauses") { line in
      ReportPhrases.joined(line.answer.indicator.clauses.map(\.description))
    },
    .flag("isDoubtful") { $0.answer.isDoubtful },
    .optional("evidenceNumbers") { line in
      ReportPhrases.joined(line.answer.evidence.map(\.description))
    },
  ])
}
