/// One round of an item, from its start to its closure; reopening begins the next.
///
/// Invariant: a closure belongs to the last submission of its round.
public struct Round: Sendable, Hashable {
  /// The number, from 1.
  public var number: Int
  /// The day the work began.
  public var startedOn: CivilDate?
  /// Why the round was opened; nil in the first round.
  public var reopening: Reopening?
  /// The applications for closure, in order.
  public var submissions: [Submission] = []
  /// The returns, in order.
  public var returns: [Return] = []
  /// The days on which the item went over to 长期坚持, in order.
  public var sustainedOn: [CivilDate] = []
  /// The closures, in order: a stale closure that was reviewed again has a successor.
  public var closures: [Closure] = []
  /// Whether the item was without evidence at some time since the last closure.
  var hasLackedEvidence = false

  /// Creates a round.
  public init(number: Int, startedOn: CivilDate? = nil, reopening: Reopening? = nil) {
    self.number = number
    self.startedOn = startedOn
    self.reopening = reopening
  }

  /// Adds a closure.
  mutating func close(_ payload: ItemClosed, on basis: ReviewBasis, by entry: EventEnvelope) {
    let renewed = closures.last.flatMap {
      $0.submissionCount == submissions.count && !hasLackedEvidence ? $0.countsFrom : nil
    }
    closures.append(
      Closure(
        opinion: payload.opinion, actor: entry.actor, on: entry.effective,
        sequence: entry.sequence, reviewed: payload.reviewed, basis: basis,
        submissionCount: submissions.count, countsFrom: renewed ?? entry.effective))
    hasLackedEvidence = false
  }

  /// An application for closure (申请销号).
  public struct Submission: Sendable, Hashable {
    /// The statement of completion (完成情况说明).
    public var summary: String
    /// The measures without evidence of their own.
    public var unprovedMeasures: [Int]
    /// Who applied.
    public var actor: String
    /// Who handed the application in for them; nil when they are one.
    public var handedInBy: String?
    /// When.
    public var on: CivilDate
  }

  /// A return (退回).
  public struct Return: Sendable, Hashable {
    /// What is missing.
    public var reason: String
    /// Who returned it.
    public var actor: String
    /// When.
    public var on: CivilDate
  }

  /// A closure (销号).
  public struct Closure: Sendable, Hashable {
    /// The reviewer's opinion.
    public var opinion: String
    /// Who closed it.
    public var actor: String
    /// When.
    public var on: CivilDate
    /// The entry of the log.
    public var sequence: Int
    /// The digest the reviewer's entry carries.
    public var reviewed: EvidenceDigest
    /// What stood for review when it was closed.
    public var basis: ReviewBasis
    /// How many applications the round had then.
    var submissionCount: Int
    /// The day from which the item counts as closed: that of the first closure when only the review
    /// was renewed, because something had changed while the evidence stayed.
    public var countsFrom: CivilDate
  }

  /// What opened a further round (重启).
  public struct Reopening: Sendable, Hashable {
    /// What was found.
    public var finding: String
    /// On what ground.
    public var basis: String
    /// Who reopened it.
    public var actor: String
    /// When.
    public var on: CivilDate
    /// By when the round is due.
    public var due: RoundDue
  }
}
