package import TaskLedger

/// The computed conclusion of the self-evaluation (自评结论); nothing overrides it.
///
/// 自评通过 only when every clause is answered, every item is settled, no file is damaged, no gap of an
/// item is open, every indicator allows it, and no statement hedges.
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
    self.init(lines, answers: IndicatorLine.all(input).map(\.answer), input)
  }

  /// Judges the items by indicators that were answered already.
  package init(_ lines: [ItemLine], answers: [IndicatorAnswer], _ input: ReportInput) {
    reasons = Self.reasons(ofWhole: input.ledger)
    reasons += lines.compactMap { Self.unsettled($0.onDay, $0.obstacles) }
    reasons += EvidenceLine.counting(input).filter(\.isDamaged)
      .map { .evidenceDamaged($0.evidence.number) }
    reasons += lines.flatMap { Self.hedges(of: $0.id, $0.obstacles) }
    reasons += Self.gaps(of: input.ledger)
    reasons += Self.reasons(of: answers, isJudged: input.indicators != nil)
  }

  /// The reasons that list and plan give together.
  static func reasons(ofWhole ledger: Ledger) -> [Reason] {
    (ledger.list == nil || ledger.liveItems.isEmpty ? [.nothingToJudge] : [])
      + ledger.unansweredClauses.map { .clauseUnanswered($0.id) }
  }

  /// The open gaps of items in the order of the plan, also of those that were withdrawn or dropped.
  static func gaps(of ledger: Ledger) -> [Reason] {
    ledger.itemsInOrder.flatMap { state in
      ledger.openGaps(of: state.id).map { .gapOpen($0.number, state.id) }
    }
  }

  /// The reasons that an item gives by itself, files and gaps left out.
  ///
  /// - Parameters:
  ///   - item: An item that still counts.
  ///   - ledger: The ledger as of the same day.
  ///   - words: The words that hedge a statement.
  /// - Returns: The reasons, none when it holds nothing back.
  static func reasons(
    of item: ItemOnDay, in ledger: Ledger, hedges words: HedgeWords
  ) -> [Reason] {
    let obstacles = ledger.obstacles(of: item, words)
    let unsettled = Self.unsettled(item, obstacles).map { [$0] } ?? []
    return unsettled + hedges(of: item.id, obstacles)
  }

  /// The reasons that the indicators give; without a table of them nobody has judged.
  static func reasons(of answers: [IndicatorAnswer], isJudged: Bool) -> [Reason] {
    (isJudged ? [] : [.indicatorsUnjudged])
      + answers.filter { !$0.allowsPassing }.map { .indicator($0) }
  }

  /// Why an item is not settled; nil when it is.
  private static func unsettled(_ item: ItemOnDay, _ obstacles: [Obstacle]) -> Reason? {
    guard !item.isSettled else { return nil }
    switch item.status {
    case .stale: return .closureStale(item.id)
    case .closed, .ongoing: return .standingWithoutEvidence(item.id, item.day.civilMonth)
    case .pending, .inProgress, .submitted, .withdrawn:
      let missing = obstacles.compactMap { obstacle -> MissingPart? in
        if case .missing(let part) = obstacle { part } else { nil }
      }
      return .itemOpen(item.id, item.state.phase, missing: missing)
    }
  }

  private static func hedges(of id: ItemID, _ obstacles: [Obstacle]) -> [Reason] {
    obstacles.compactMap { obstacle in
      if case .hedges(let words) = obstacle { .statementHedges(id, words: words) } else { nil }
    }
  }
}

extension Verdict.Reason {
  static let keys = KeyTable<Verdict.Reason>([
    .text("reason") { ReportPhrases.words(of: $0) }
  ])
}
