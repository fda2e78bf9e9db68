package import TaskLedger

/// The computed conclusion of the self-evaluation (自评结论); nothing overrides it.
///
/// It passes only when every clause is answered, every item is settled, no file is damaged, no gap of an
/// item is open, every indicator of a work that has some allows it, and no statement
/// hedges.
///
/// Invariant: it passes exactly when there is no reason against it.
package struct Verdict: Sendable, Hashable {
  /// Why it does not pass, in the order in which a reader looks for it.
  package var reasons: [Reason]

  /// Whether it passes.
  package var passes: Bool { reasons.isEmpty }

  /// One reason against passing, with its facts.
  package enum Reason: Sendable, Hashable {
    /// The ledger has no list or no items.
    case nothingToJudge
    /// A provincial clause that no item answers.
    case clauseUnanswered(ClauseID)
    /// An item that is not closed, with what it lacks.
    case itemOpen(ItemID, Phase, missing: [MissingPart])
    /// What goes on without a sign of life in the month, or since its last day that recurs.
    case standingWithoutEvidence(ItemID, CivilMonth)
    /// A closure that no longer stands.
    case closureStale(ItemID)
    /// A file that is missing or was changed.
    case evidenceDamaged(EvidenceNumber)
    /// A statement that hedges where a fact is demanded.
    case statementHedges(ItemID, words: [String])
    /// An open gap of an item, by number.
    case gapOpen(Int, ItemID)
    /// An indicator that is not met, or that nobody can judge.
    case indicator(IndicatorAnswer)
    /// No indicators were handed in.
    case indicatorsUnjudged
  }

  /// Judges the items.
  package init(_ lines: [ItemLine], _ input: ReportInput) {
    reasons = []
    if input.ledger.list == nil || lines.isEmpty { reasons.append(.nothingToJudge) }
    reasons += input.ledger.unansweredClauses.map { .clauseUnanswered($0.id) }
    let onDay = input.onDay
    let obstacles = lines.map { ($0, onDay.obstacles(of: $0.onDay)) }
    reasons += lines.compactMap { Self.unsettled($0) }
    for line in lines {
      reasons += line.evidence.filter(\.isDamaged).map { .evidenceDamaged($0.evidence.number) }
    }
    for (line, obstacles) in obstacles {
      for case .hedges(let words) in obstacles {
        reasons.append(.statementHedges(line.id, words: words))
      }
    }
    for (line, obstacles) in obstacles {
      for case .gap(let number) in obstacles { reasons.append(.gapOpen(number, line.id)) }
    }
    let answers = IndicatorLine.all(input).map(\.answer)
    if input.indicators == nil { reasons.append(.indicatorsUnjudged) }
    reasons += answers.filter { !$0.allowsPassing }.map { .indicator($0) }
  }

  /// Why an item is not settled; nil when it is.
  private static func unsettled(_ line: ItemLine) -> Reason? {
    guard !line.isSettled else { return nil }
    switch line.onDay.status {
    case .stale: return .closureStale(line.id)
    case .closed, .ongoing: return .standingWithoutEvidence(line.id, line.asOf.civilMonth)
    case .pending, .inProgress, .submitted, .withdrawn:
      return .itemOpen(line.id, line.state.phase, missing: line.missing)
    }
  }
}

extension Verdict.Reason {
  static let keys = KeyTable<Verdict.Reason>([
    .text("reason") { ReportPhrases.words(of: $0) }
  ])
}
