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
  /// No deadline is written; with the number of a further round that nobody has given a day yet.
  case deadline(round: Int?)
  /// A sign of life in the month.
  case signOfLife(CivilMonth)
  /// A sign of life after a day that recurs was missed (漏期).
  case missedDay(CivilDate)
  /// What goes on has not gone over to 长期坚持.
  case sustaining
  /// Doubts of the import.
  case confirmation([FindingCode])
}
