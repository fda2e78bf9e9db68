/// What an item still lacks until it can be struck off (还缺什么).
public enum MissingPart: Sendable, Hashable {
  /// Nobody has begun.
  case start
  /// No evidence at all.
  case evidence
  /// Measures without evidence of their own.
  case measureEvidence([Int])
  /// No statement of completion.
  case statement
  /// The application was returned; the reason.
  case answerToReturn(String)
  /// A review.
  case review
  /// A new review, because something changed after the closure.
  case newReview
  /// No deadline is written.
  case deadline
  /// A sign of life in the month.
  case signOfLife(CivilMonth)
  /// A standing item has not gone over to 长期坚持.
  case sustaining
  /// Doubts of the import.
  case confirmation([FindingCode])
}

extension ItemState {
  /// What is missing on a day, in the order in which it is done; empty when nothing is.
  public func missing(on today: CivilDate) -> [MissingPart] {
    guard isLive else { return [] }
    var parts: [MissingPart] = []
    switch phase {
    case .pending, .inProgress:
      if phase == .pending { parts.append(.start) }
      if let last = round.returns.last { parts.append(.answerToReturn(last.reason)) }
      if item.deadline.isOngoing, item.deadline.due == nil {
        if phase == .inProgress { parts.append(.sustaining) }
      } else {
        let unproved = unprovedMeasures
        if validEvidenceCount == 0 {
          parts.append(.evidence)
        } else if !unproved.isEmpty {
          parts.append(.measureEvidence(unproved))
        }
        parts.append(.statement)
      }
    case .submitted: parts.append(.review)
    case .closed: if isStale { parts.append(.newReview) }
    case .ongoing, .withdrawn: break
    }
    if isStanding, phase != .closed, lastSignOfLife(in: today.civilMonth) == nil {
      parts.append(.signOfLife(today.civilMonth))
    }
    if case .blank = item.deadline.meaning, phase != .closed { parts.append(.deadline) }
    if !item.flags.isEmpty {
      parts.append(.confirmation(item.flags.sorted { $0.rawValue < $1.rawValue }))
    }
    return parts
  }
}
