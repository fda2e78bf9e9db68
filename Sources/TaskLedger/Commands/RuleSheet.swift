/// Collects the unmet conditions of one command, so that a refusal names all of them.
final class RuleSheet {
  let ledger: Ledger
  let occasion: Occasion
  private(set) var reasons: [LedgerRejection.Reason] = []

  init(ledger: Ledger, occasion: Occasion) {
    self.ledger = ledger
    self.occasion = occasion
  }

  func refuse(_ reason: LedgerRejection.Reason) { reasons.append(reason) }

  func require(
    _ condition: Bool, _ reason: @autoclosure () -> LedgerRejection.Reason
  ) {
    if !condition { reasons.append(reason()) }
  }

  func requireText(_ text: String, _ kind: LedgerRejection.RequiredText) {
    require(!TextChecks.isBlank(text), .textMissing(kind))
  }

  func requireNotInFuture() {
    require(
      occasion.effective <= occasion.today,
      .dateInFuture(occasion.effective, today: occasion.today))
  }

  /// The state of an item that still counts; an unknown item ends the decision at once, because
  /// nothing else can be said about it.
  func liveItem(_ id: ItemID) throws(LedgerRejection) -> ItemState {
    guard let state = ledger[id] else {
      throw LedgerRejection(.itemUnknown(id, nearest: ledger.nearestItems(to: id)), reasons)
    }
    require(state.isLive, .itemNotLive(id))
    return state
  }

  func requireMove(_ transition: Transition, of state: ItemState) {
    guard state.isLive else { return }
    if state.phase == .closed, transition.curesStaleClosure {
      require(state.isStale, .closureStands(state.id))
    } else {
      require(
        transition.sources.contains(state.phase),
        .phaseWrong(state.id, transition, phase: state.phase))
    }
    require(
      occasion.effective >= state.lastMoveOn,
      .beforeLastMove(state.id, last: state.lastMoveOn, effective: occasion.effective))
  }

  func requireReviewer() {
    guard !TextChecks.isBlank(occasion.actor) else { return }
    let isReviewer = ledger.reviewers.contains { TextChecks.isSameName($0, occasion.actor) }
    require(
      isReviewer, .actorMayNotReview(actor: occasion.actor, reviewers: ledger.reviewers))
  }

  func requireOtherThanSubmitter(of state: ItemState) {
    guard let submission = state.submission else { return }
    require(
      !TextChecks.isSameName(submission.actor, occasion.actor),
      .reviewerIsSubmitter(state.id, actor: occasion.actor))
  }

  /// Ends a decision: the events when every condition is met.
  func events(_ events: @autoclosure () -> [LedgerEvent]) throws(LedgerRejection)
    -> [LedgerEvent]
  {
    guard let first = reasons.first else { return events() }
    throw LedgerRejection(first, Array(reasons.dropFirst()))
  }
}

/// Comparisons of names and texts that people typed.
enum TextChecks {
  static func isBlank(_ text: String) -> Bool {
    text.allSatisfy { $0.isWhitespace || $0.isNewline }
  }

  /// Whether two names are the same but for white space and the composition of characters.
  static func isSameName(_ left: String, _ right: String) -> Bool {
    left.filter { !$0.isWhitespace } == right.filter { !$0.isWhitespace }
  }
}

extension Ledger {
  /// The items nearest to an unknown id: those of the same task, then those of the nearest task.
  public func nearestItems(to id: ItemID) -> [ItemID] {
    func distance(_ other: ItemID) -> Int {
      switch (id, other) {
      case (.clause(let a), .clause(let b)): abs(a.task - b.task) * 100 + abs(a.number - b.number)
      case (.own(let a), .own(let b)): abs(a - b)
      case (.clause, .own), (.own, .clause): Int.max
      }
    }
    return Array(
      order.filter { distance($0) < Int.max }
        .sorted { (distance($0), $0) < (distance($1), $1) }.prefix(3))
  }
}
