/// Why an entry of any kind was refused: its words, its day or its actor.
public enum EntryRefusal: Sendable, Hashable {
  /// A text that must be given is empty; what it is.
  case textMissing(RequiredText)
  /// A text is longer than papers, sheets and pages have room for.
  case textTooLong(RequiredText, count: Int)
  /// The entry would count on a day after today.
  case dateInFuture(CivilDate, today: CivilDate)
  /// A day lies so far after another, that of the clock or of the last entry, that the year is
  /// likely to be mistyped.
  case dateFarOff(CivilDate, after: CivilDate)
  /// The actor may not review; who may.
  case actorMayNotReview(actor: String, reviewers: [String])
}

/// The texts a command can ask for.
public enum RequiredText: String, Sendable, Hashable, CaseIterable {
  /// How many characters a text may have that somebody writes of an item, by whatever way it comes.
  public static let limit = 2000
  /// Who acts.
  case actor
  /// The school's name.
  case school
  /// The statement of completion.
  case summary
  /// The reviewer's opinion.
  case opinion
  /// A reason.
  case reason
  /// A finding.
  case finding
  /// A basis.
  case basis
  /// A note of progress.
  case note
  /// Who may review.
  case reviewers
  /// The words of an item.
  case content
  /// The words of a measure.
  case measure
  /// The words of a gap.
  case gap
  /// Who must mend a gap.
  case owner
  /// What became of a gap.
  case resolution
  /// The name of a person.
  case member
  /// The department of a person.
  case department
  /// The name of a counted figure.
  case factName
  /// A text of the office.
  case officeText
  /// What a department answers to a reminder.
  case answer
  /// What a meeting decides.
  case decision
  /// A counted figure, or the reason why it does not apply.
  case factValue
  /// Any other words that may be left out.
  case words
}
