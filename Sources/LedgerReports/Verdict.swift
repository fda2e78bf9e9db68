package import TaskLedger

/// The computed conclusion of the self-evaluation (自评结论); nothing overrides it.
///
/// 自评通过 only when every clause is answered and closed, or ongoing with this month's evidence, no
/// closure is stale, no file is damaged, every indicator allows it, and no statement hedges.
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
    /// A standing item without evidence in the month.
    case standingWithoutEvidence(ItemID, CivilMonth)
    /// A closure that no longer stands.
    case closureStale(ItemID)
    /// A file that is missing or was changed.
    case evidenceDamaged(EvidenceNumber)
    /// A statement that hedges where a fact is demanded.
    case statementHedges(ItemID, words: [String])
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
    reasons += lines.compactMap { Self.standing(of: $0) }
    for line in lines {
      reasons += line.evidence.filter(\.isDamaged).map { .evidenceDamaged($0.evidence.number) }
    }
    reasons += lines.compactMap { Self.hedging(of: $0) }
    let answers = IndicatorLine.all(input).map(\.answer)
    if answers.isEmpty { reasons.append(.indicatorsUnjudged) }
    reasons += answers.filter { !$0.allowsPassing }.map { .indicator($0) }
  }

  private static func standing(of line: ItemLine) -> Reason? {
    let state = line.state
    switch state.phase {
    case .closed: return state.isStale ? .closureStale(line.id) : nil
    case .ongoing:
      return line.isStandingWithEvidence
        ? nil : .standingWithoutEvidence(line.id, line.asOf.civilMonth)
    case .pending, .inProgress, .submitted:
      return .itemOpen(line.id, state.phase, missing: line.missing)
    case .withdrawn: return nil
    }
  }

  /// A statement is held to facts unless the item goes on without an end, for which 逐步 is true.
  private static func hedging(of line: ItemLine) -> Reason? {
    guard !(line.state.isStanding && line.state.due == nil),
      let statement = line.state.submission?.summary
    else { return nil }
    var words: [String] = []
    for hit in HedgeWords.found(in: statement) where !words.contains(hit.word) {
      words.append(hit.word)
    }
    return words.isEmpty ? nil : .statementHedges(line.id, words: words)
  }
}

extension Verdict.Reason {
  static let keys = KeyTable<Verdict.Reason>([
    .text("reason") { ReportPhrases.words(of: $0) }
  ])
}
