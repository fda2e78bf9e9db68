/// An item with everything that has happened to it, as the log tells it.
///
/// Invariant: `rounds` is never empty; evidence numbers are in order.
public struct ItemState: Sendable, Hashable {
  /// The item as it stands now, corrections applied.
  public var item: Item
  /// The deadline first imported; it is kept for ever beside granted dates.
  public var originalDeadline: Deadline
  /// Where it stands in the closing machine.
  public var phase: Phase = .pending
  /// The rounds, the current one last.
  public var rounds: [Round] = [Round(number: 1)]
  /// The evidence in order of number, voided pieces included.
  public var evidence: [AttachedEvidence] = []
  /// The notes of progress, in order.
  public var notes: [ProgressNote] = []
  /// The requests for more time, in order.
  public var extensions: [Extension] = []
  /// The corrections that gave more time, in order.
  public var deferrals: [Deferral] = []
  /// Why the corrected plan no longer has it; nil while it does.
  public var droppedReason: String?
  /// The superior document on which it was withdrawn.
  public var withdrawalBasis: String?
  /// The last entry that concerns the item.
  public var lastSequence: Int
  /// The day of the last move in the closing machine.
  public var lastMoveOn: CivilDate
  /// The latest day on which something counts that a review rests on: words, deadline, evidence.
  public var basisChangedOn: CivilDate
  /// The day it came into the ledger.
  public var importedOn: CivilDate
  /// The day from which signs of life are asked: that of the import, or of the correction by which it
  /// came to go on (长期坚持) or to recur (定期).
  public var goesOnSince: CivilDate
  /// The day last granted, unless a later correction moved the deadline itself.
  public var grantedDue: CivilDate?
  /// Whether the day last granted or corrected rests on a superior document, so that the hand-in does
  /// not cap it.
  public internal(set) var isGrantedBySuperior = false
  /// The item as the plan last gave it, when corrections made it differ; nil while they agree.
  public internal(set) var planned: Item?
  /// The flags of the import that a person confirmed, with what they were about then.
  public var confirmed: [FindingCode: Item.Subject] = [:]
  /// The highest index an evidence number ever had, taken-back pieces included.
  public var lastEvidenceIndex = 0
  /// The day on which the first change was recorded that makes the last closure rest on something
  /// else than what is there; nil while nothing does.
  var staleSince: CivilDate?
  /// The day the ledger is looked at; nil for all entries.
  var asOf: CivilDate?
  /// The entries that concern the item, in order.
  public internal(set) var entries: [EventEnvelope]
  /// The last entry, when it can be taken back.
  var undoable = Undoable.nothing

  /// An entry that can be taken back, with what stood before it.
  indirect enum Undoable: Sendable, Hashable {
    /// The last entry cannot be taken back.
    case nothing
    /// The last entry, and the state before it without its own past.
    case entry(EventEnvelope, before: ItemState)
  }

  /// A piece of evidence with who attached it and when.
  public struct AttachedEvidence: Sendable, Hashable {
    /// Why it is void; nil while it counts.
    public var voidReason: String?
    /// The evidence.
    public var evidence: Evidence
    /// Who attached it.
    public var actor: String
    /// The day it counts from.
    public var on: CivilDate
    /// The day it was recorded.
    public var recordedOn: CivilDate
    /// The round it was attached in.
    public var round: Int
  }

  /// A note of progress.
  public struct ProgressNote: Sendable, Hashable {
    /// What was done.
    public var text: String
    /// Who noted it.
    public var actor: String
    /// The day it counts on.
    public var on: CivilDate
    /// Whether it only says when the item is expected to be done: no progress and no sign of life.
    public var isForecast: Bool { SheetWords.isForecast(text) }
  }

  /// A request for more time with its answer.
  public struct Extension: Sendable, Hashable {
    /// The answer to a request.
    public enum Answer: Sendable, Hashable {
      /// Not yet answered.
      case pending
      /// Granted until a day on a ground.
      case granted(until: CivilDate, basis: String)
      /// Refused for a reason.
      case refused(reason: String)
    }

    /// The date asked for.
    public var until: CivilDate
    /// Why.
    public var reason: String
    /// What had been done.
    public var progress: String
    /// Who asked.
    public var actor: String
    /// When.
    public var on: CivilDate
    /// The answer.
    public var answer: Answer = .pending
    /// The day of the answer.
    public var answeredOn: CivilDate?
    /// The number of the superior document a grant rests on; nil when none is named.
    public var superior: String?
  }

  /// A due day that a correction moved later or took away: more time, as a granted request is.
  public struct Deferral: Sendable, Hashable {
    /// The day before.
    public var from: CivilDate
    /// The day after; nil when none is fixed any more.
    public var until: CivilDate?
    /// Why.
    public var reason: String
    /// Who corrected it.
    public var actor: String
    /// When.
    public var on: CivilDate
    /// The number of the superior document; nil when none is named.
    public var superior: String?
  }
}

extension ItemState {
  /// The id.
  public var id: ItemID { item.id }

  /// The current round.
  public var round: Round { rounds[rounds.count - 1] }

  /// The evidence that counts.
  public var validEvidence: [Evidence] {
    evidence.compactMap { $0.voidReason == nil ? $0.evidence : nil }
  }

  /// Finds the evidence that counts and is the same file for the same purpose.
  ///
  /// - Parameters:
  ///   - digest: The digest of the file.
  ///   - measure: The measure it proves; nil for the whole item.
  /// - Returns: The evidence, or nil when the item has none.
  public func twin(of digest: EvidenceDigest, for measure: Int?) -> AttachedEvidence? {
    evidence.first {
      $0.voidReason == nil && $0.evidence.digest == digest && $0.evidence.measure == measure
    }
  }

  /// The evidence whose original a file is that comes again for damaged or missing evidence.
  ///
  /// - Parameters:
  ///   - digest: The digest of the file.
  ///   - measure: The measure it is said to prove; nil when nothing is said, which need not be repeated.
  /// - Returns: The evidence, or nil when the item has none.
  public func original(_ digest: EvidenceDigest, for measure: Int?) -> AttachedEvidence? {
    twin(of: digest, for: measure)
      ?? evidence.first {
        measure == nil && $0.voidReason == nil && $0.evidence.digest == digest
      }
  }

  /// How many pieces of evidence count.
  public var validEvidenceCount: Int { evidence.count { $0.voidReason == nil } }

  /// The closings that count from a day of a month, in order, whatever became of them.
  public func closings(in month: CivilMonth) -> [Round.Closure] {
    rounds.flatMap(\.closures).filter { month.contains($0.countsFrom) }
  }

  /// The last application for closure of the current round.
  public var submission: Round.Submission? { round.submissions.last }

  /// The last closure of the current round, when the item is closed.
  public var closure: Round.Closure? { phase == .closed ? round.closures.last : nil }

  /// The day from which the item counts as closed, when it is closed.
  public var closedOn: CivilDate? { closure?.countsFrom }

  /// The day by which it is due after granted extensions; nil when none is fixed.
  public var due: CivilDate? { grantedDue ?? roundDue }

  /// The day by which the current round is due, whatever was granted; nil when none is fixed.
  private var roundDue: CivilDate? {
    switch round.reopening?.due {
    case .kept, nil: item.deadline.due
    case .unset: nil
    case .day(let day): day
    }
  }

  /// Whether a further round is open that nobody has given a day yet (第 2 轮时限未定).
  ///
  /// What goes on or recurs needs none.
  public var isRoundWithoutDay: Bool {
    guard case .unset? = round.reopening?.due else { return false }
    return item.deadline.due != nil || !goesOn
  }

  /// The deadline that counts now: the item's own words, or those of a further round, whose day is
  /// never the old one.
  public var deadlineInForce: Deadline {
    switch round.reopening?.due {
    case .kept, nil: return item.deadline
    case .day(let day):
      let point = DeadlinePoint(day: day, bound: .by, precision: .day)
      return Deadline(
        text: StatusWords.round(round.number, due: day),
        meaning: item.deadline.isOngoing ? .ongoing(after: point) : .date(point))
    case .unset:
      guard isRoundWithoutDay else { return item.deadline }
      return Deadline(
        text: StatusWords.roundWithoutDay(round.number),
        meaning: item.deadline.isOngoing ? .ongoing(after: nil) : .blank)
    }
  }

  /// The next day of an open item that has several or comes back again and again (下一次); nil when
  /// there is one day at most, none is left, or more time was granted.
  public func nextDay(onOrAfter today: CivilDate) -> CivilDate? {
    let deadline = deadlineInForce
    guard deadline.meaning.hasSeveralDays, isLive, !isSoundlyClosed, grantedDue == nil else {
      return nil
    }
    return deadline.next(onOrAfter: today)
  }

  /// The day first planned, whatever was granted or corrected afterwards.
  public var originalDue: CivilDate? { originalDeadline.due }

  /// The notes that tell of progress, in order: those that are no forecast alone.
  public var progressNotes: [ProgressNote] { notes.filter { !$0.isForecast } }

  /// The note of progress of the latest day; of several on one day the one recorded last. What is
  /// noted afterwards for an earlier day is not the latest that is known.
  public var latestNote: ProgressNote? {
    let notes = progressNotes
    return notes.indices.max { (notes[$0].on, $0) < (notes[$1].on, $1) }.map { notes[$0] }
  }

  /// The request for more time that awaits an answer.
  public var pendingExtension: Extension? {
    guard let last = extensions.last, case .pending = last.answer else { return nil }
    return last
  }

  /// The evidence that counts and was attached in the current round.
  public var currentEvidence: [Evidence] {
    evidence.filter { $0.voidReason == nil && $0.round == round.number }.map(\.evidence)
  }

  /// The measures that no evidence of the current round names; the only measure of an item is proved
  /// by any evidence.
  public var unprovedMeasures: [Int] {
    let evidence = currentEvidence
    if item.measures.count == 1, !evidence.isEmpty { return [] }
    let proved = Set(evidence.compactMap(\.measure))
    return item.measures.map(\.number).filter { !proved.contains($0) }
  }

  /// Whether the item still counts: neither withdrawn nor gone from the plan.
  public var isLive: Bool { phase.isLive && droppedReason == nil }

  /// Whether the item stands where a move begins; a stale closure is open for review again.
  public func allows(_ transition: Transition) -> Bool {
    guard isLive else { return false }
    if phase == .closed, transition.curesStaleClosure { return isStale }
    return transition.isPossible(from: phase)
  }

  /// Whether a reviewer is to decide: it was applied for, or its closure no longer holds (销号失效).
  public var awaitsReview: Bool { isLive && (phase == .submitted || isStale) }

  /// Whether the item can be sustained now.
  public var mayBeSustained: Bool { allows(.sustain) && isStanding }

  /// What a reviewer reviews.
  public var reviewBasis: ReviewBasis {
    ReviewBasis(
      clause: item.clause, content: item.content, deadline: item.deadline.text, due: due,
      statement: submission?.summary ?? "", measures: item.measures,
      evidence: evidence.compactMap { attached in
        guard attached.voidReason == nil else { return nil }
        let piece = attached.evidence
        return ReviewBasis.Piece(
          number: piece.number, digest: piece.digest, measure: piece.measure)
      })
  }

  /// Whether the closure no longer rests on what is there (失效): on a day, when the first change was
  /// recorded by that day and no review that counts by then followed.
  public var isStale: Bool {
    guard phase == .closed, let staleSince else { return false }
    return asOf.map { staleSince <= $0 } ?? true
  }

  /// The day from which the closure is stale; nil while it is sound or there is none.
  public var staleOn: CivilDate? { isStale ? staleSince : nil }

  /// Whether a person confirmed a flag and what it is about is still the same.
  public func isConfirmed(_ code: FindingCode) -> Bool {
    confirmed[code].map { $0 == item.subject(of: code) } ?? false
  }

  /// The flags that a person confirmed and that still stand so, in order of name.
  public var confirmedCodes: [FindingCode] {
    confirmed.keys.filter(isConfirmed).sorted { $0.rawValue < $1.rawValue }
  }

  /// Whether the item is struck off and the closure stands.
  public var isSoundlyClosed: Bool { phase == .closed && !isStale }
}
