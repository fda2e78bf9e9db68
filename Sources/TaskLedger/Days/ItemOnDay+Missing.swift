extension ItemOnDay {
  /// What is missing, in the order in which it is done; empty when nothing is.
  ///
  /// What is not settled always misses something.
  public var missing: [MissingPart] {
    guard isLive else { return [] }
    var parts: [MissingPart] = []
    switch status {
    case .pending, .inProgress: parts += missingOfWork
    case .submitted: parts += evidenceToReview + [.review]
    case .stale: parts += evidenceToReview + [.newReview]
    case .closed, .ongoing, .withdrawn: break
    }
    if state.isStanding && status != .stale || state.goesOn && status == .closed {
      if let missed = state.openMissedDay(before: day) {
        parts.append(.missedDay(missed))
      } else if !state.isAlive(on: day) {
        parts.append(.signOfLife(day.civilMonth))
      }
    }
    if isWithoutDay, status != .closed {
      parts.append(.deadline(round: state.isRoundWithoutDay ? state.round.number : nil))
    }
    let flags = state.item.flags
    if !flags.isEmpty {
      parts.append(.confirmation(flags.sorted { $0.rawValue < $1.rawValue }))
    }
    return parts
  }

  /// The evidence without which a review cannot close the item: it was voided since.
  private var evidenceToReview: [MissingPart] { state.currentEvidence.isEmpty ? [.evidence] : [] }

  /// What work that was not applied for lacks.
  private var missingOfWork: [MissingPart] {
    var parts: [MissingPart] = status == .pending ? [.start] : []
    if let last = state.round.returns.last { parts.append(.answerToReturn(last.reason)) }
    if state.isStanding {
      if status == .inProgress { parts.append(.sustaining) }
      return parts
    }
    let unproved = state.unprovedMeasures
    if state.currentEvidence.isEmpty {
      parts.append(.evidence)
    } else if !unproved.isEmpty {
      parts.append(.measureEvidence(unproved))
    }
    parts.append(.statement)
    return parts
  }

  /// Whether somebody must still say by when: nothing is written, or a further round has no day yet.
  private var isWithoutDay: Bool {
    if state.isRoundWithoutDay { return true }
    if state.due != nil || state.goesOn { return false }
    if case .blank = state.item.deadline.meaning { return true }
    return false
  }
}
