import Foundation

/// The decision of one command: collects the unmet conditions, so that a refusal names all of them.
struct Decision {
  let ledger: Ledger
  let occasion: Occasion
  private(set) var reasons: [LedgerRejection.Reason] = []

  init(ledger: Ledger, occasion: Occasion) {
    self.ledger = ledger
    self.occasion = occasion
  }

  mutating func refuse(_ reason: LedgerRejection.Reason) { reasons.append(reason) }

  mutating func require(
    _ condition: Bool, _ reason: LedgerRejection.Reason
  ) {
    if !condition { reasons.append(reason) }
  }

  mutating func requireText(_ text: String, _ kind: RequiredText) {
    require(!TextChecks.isBlank(text), .entry(.textMissing(kind)))
    requireRoom(text, kind)
  }

  /// A plan's own words may be as long as the plan writes them.
  mutating func requireRoom(_ text: String, _ kind: RequiredText) {
    guard kind != .content, kind != .measure, text.utf8.count > RequiredText.limit else { return }
    let count = text.count
    require(count <= RequiredText.limit, .entry(.textTooLong(kind, count: count)))
  }

  /// Words that may be left out are no longer than others.
  mutating func requireRoom(_ texts: [String?]) {
    for text in texts { requireRoom(text ?? "", .words) }
  }

  mutating func requireNotInFuture() {
    require(
      occasion.effective <= occasion.today,
      .entry(.dateInFuture(occasion.effective, today: occasion.today)))
    // A mistyped year would keep every later entry out, because entries may not count before it.
    if let clock = occasion.clock {
      requireNear(occasion.today, to: max(clock, ledger.latestEffective ?? clock), within: 366)
    }
  }

  /// A day to come, such as a deadline, must lie within what plans are made for.
  mutating func requireNearDeadline(_ day: CivilDate?) {
    guard let day else { return }
    requireNear(day, to: max(occasion.today, occasion.clock ?? occasion.today), within: 10 * 366)
  }

  private mutating func requireNear(_ day: CivilDate, to known: CivilDate, within days: Int) {
    guard !occasion.confirmsDates else { return }
    require(day.dayNumber - known.dayNumber <= days, .entry(.dateFarOff(day, after: known)))
  }

  /// The state of an item that still counts; an unknown item ends the decision at once, because
  /// nothing else can be said about it.
  mutating func liveItem(_ id: ItemID) throws(LedgerRejection) -> ItemState {
    let state = try knownItem(id)
    require(state.isLive, .item(.notLive(id)))
    return state
  }

  /// The state of an item, whether it still counts or not.
  func knownItem(_ id: ItemID) throws(LedgerRejection) -> ItemState {
    guard let state = ledger[id] else {
      throw LedgerRejection(.item(.unknown(id, nearest: ledger.nearestItems(to: id))), reasons)
    }
    return state
  }

  mutating func requireMove(_ transition: Transition, of state: ItemState) {
    guard state.isLive else { return }
    let isStanding = state.phase == .closed && transition.curesStaleClosure
    require(
      state.allows(transition),
      isStanding
        ? .review(.closureStands(state.id))
        : .item(.phaseWrong(state.id, transition, phase: state.phase)))
    switch transition {
    case .submit, .close, .return:
      // They rest on what stands for review, and may not count before it was there.
      requireNotBefore(max(state.lastMoveOn, state.basisChangedOn), state.id)
    case .start, .reopen, .sustain, .withdraw:
      requireNotBefore(state.lastMoveOn, state.id)
    }
  }

  /// The entry may not count before another that it rests on.
  mutating func requireNotBefore(_ last: CivilDate, _ id: ItemID) {
    require(
      occasion.effective >= last,
      .item(.beforeLastMove(id, last: last, effective: occasion.effective)))
  }

  /// Whether who acts may review: a name in the reviewers' list, or a member of a department there.
  var isReviewer: Bool { ledger.isReviewer(occasion.actor, in: occasion.directory) }

  mutating func requireReviewer() {
    guard !TextChecks.isBlank(occasion.actor) else { return }
    require(
      isReviewer, .entry(.actorMayNotReview(actor: occasion.actor, reviewers: ledger.reviewers)))
  }

  mutating func requireOtherThanSubmitter(of state: ItemState) {
    guard
      let submitter = ledger.submitter(of: state, alike: occasion.actor, in: occasion.directory)
    else { return }
    refuse(.review(.reviewerIsSubmitter(state.id, actor: occasion.actor, submitter: submitter)))
  }

  /// What the reviewer saw must be what stands for review.
  mutating func requireSeen(_ seal: ReviewSeal?, of state: ItemState) {
    guard let seal, !seal.fits(occasion.digest(state.reviewBasis.text)) else { return }
    let now = state.reviewCode(occasion.digest)
    if let change = state.change(since: seal, occasion.digest) {
      refuse(.review(.reviewBasisChanged(state.id, change, now: now)))
    } else {
      refuse(.review(.reviewCodeUnknown(state.id, given: seal, now: now)))
    }
  }

  /// Ends a decision: the events when every condition is met.
  func events(_ events: [LedgerEvent]) throws(LedgerRejection) -> [LedgerEvent] {
    guard let first = reasons.first else { return events }
    throw LedgerRejection(first, Array(reasons.dropFirst()))
  }
}

/// Comparisons of names and texts that people typed.
enum TextChecks {
  /// Whether a text shows nothing: white space and invisible characters only.
  static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
        || $0.properties.generalCategory == .control
    }
  }

  /// Whether two names are the same but for white space, invisible characters, letter case and
  /// width: one person must not pass as two.
  static func isSameName(_ left: String, _ right: String) -> Bool {
    folded(left) == folded(right)
  }

  private static func folded(_ name: String) -> String {
    let wide = TextFolding.compact(name.precomposedStringWithCompatibilityMapping).lowercased()
    return String(
      String.UnicodeScalarView(
        wide.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }))
  }
}

extension ClauseID {
  /// How far another clause lies: first by task, then by place.
  func distance(to other: ClauseID) -> (Int, Int) {
    (abs(task - other.task), abs(number - other.number))
  }
}

extension Ledger {
  /// The items nearest to an unknown id: those of the same task, then those of the nearest task.
  public func nearestItems(to id: ItemID) -> [ItemID] {
    func distance(_ other: ItemID) -> (Int, Int)? {
      switch (id, other) {
      case (.clause(let a), .clause(let b)): a.distance(to: b)
      case (.own(let a), .own(let b)): (0, abs(a - b))
      case (.clause, .own), (.own, .clause): nil
      }
    }
    let near = order.compactMap { other in distance(other).map { ($0.0, $0.1, other) } }
    return near.sorted(by: <).prefix(3).map(\.2)
  }
}
