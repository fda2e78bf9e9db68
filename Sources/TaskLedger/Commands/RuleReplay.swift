/// Replays the rules over a log (规则复核): what an entry says must have been allowed on the ledger as
/// it was then.
///
/// The fold never enforces rules; a log that was forged and chained anew folds as well as any other.
/// Each entry is turned back into its command and decided again by ``decide(_:in:on:)``, so that no
/// rule stands in two places. Rules that came after the first format hold from the first entry that
/// only later programs write.
///
/// Departments' other names are data beside the log and may change: they excuse a reviewer, and
/// where they alone make two parties one, that is a doubt and no breach.
public struct RuleReplay: Sendable {
  /// What a replayed entry breaks.
  public enum Breach: Sendable, Hashable {
    /// The rule that forbids it.
    case rule(LedgerRejection.Reason)
    /// The two are one department only by the names that the school gives its departments now.
    case doubtfulParty(ItemID, actor: String, submitter: String)
  }

  /// The ledger as folded so far.
  public private(set) var ledger = Ledger()
  private let departments: DepartmentDirectory
  private let digest: Occasion.DigestFunction
  private var hasLaterEntries = false

  /// Begins before the first entry.
  ///
  /// - Parameters:
  ///   - departments: The departments that the school knows, with their other names.
  ///   - digest: Makes the SHA-256 of a text.
  public init(departments: DepartmentDirectory, digest: @escaping Occasion.DigestFunction) {
    self.departments = departments
    self.digest = digest
  }

  /// Takes in the next entry.
  ///
  /// - Returns: What it breaks, on the ledger as it was before it.
  public mutating func take(_ entry: EventEnvelope) -> [Breach] {
    hasLaterEntries = hasLaterEntries || entry.event.isOfLaterPrograms
    let breaches = breaches(of: entry)
    ledger.apply(entry)
    return breaches
  }

  private func breaches(of entry: EventEnvelope) -> [Breach] {
    let occasion = Occasion(
      actor: entry.actor, today: max(entry.recordedOn, entry.effective),
      effective: entry.effective, digest: digest)
    let reasons: [LedgerRejection.Reason]
    if case .ledger(.indicatorExempted) = entry.event {
      var decision = Decision(ledger: ledger, occasion: occasion)
      decision.requireReviewer()
      reasons = decision.reasons
    } else if let command = ledger.command(of: entry) {
      do throws(LedgerRejection) {
        _ = try decide(command, in: ledger, on: occasion)
        reasons = []
      } catch {
        reasons = error.reasons
      }
    } else {
      return []
    }
    let breaches = reasons.filter { holds($0, entry) }.map { Breach.rule($0) }
    return breaches + [doubt(about: entry)].compactMap(\.self)
  }

  /// Whether a reason counts against an entry: days are the clock's, and later rules hold for later
  /// entries alone.
  private func holds(_ reason: LedgerRejection.Reason, _ entry: EventEnvelope) -> Bool {
    switch reason {
    case .entry(.actorMayNotReview):
      return !ledger.isReviewer(entry.actor, in: departments)
    case .entry(.textMissing), .review(.reviewerIsSubmitter), .review(.closureStands),
      .item(.unknown), .item(.notLive), .item(.phaseWrong), .item(.undoOfOther),
      .item(.undoImpossible), .extension(.notRequested), .evidence(.unknown):
      return true
    case .evidence(.missing(let id, _)):
      return hasLaterEntries || ledger[id]?.validEvidence.isEmpty ?? true
    case .item(.dueBeforeGoingOn), .item(.notStanding), .extension(.superiorMissing):
      return hasLaterEntries
    case .extension(.revisionDefers):
      return hasLaterEntries && !ledger.isReviewer(entry.actor, in: departments)
    case .entry, .item, .review, .evidence, .plan, .extension, .gap, .meeting, .member:
      return false
    }
  }

  private func doubt(about entry: EventEnvelope) -> Breach? {
    guard case .item(let id, let event) = entry.event, event.isReview,
      let state = ledger[id],
      ledger.submitter(of: state, alike: entry.actor, in: DepartmentDirectory([])) == nil,
      let submitter = ledger.submitter(of: state, alike: entry.actor, in: departments)
    else { return nil }
    return .doubtfulParty(id, actor: entry.actor, submitter: submitter)
  }
}

extension ItemEvent {
  /// Whether it decides an application.
  fileprivate var isReview: Bool {
    switch self {
    case .closed, .closureReturned: true
    default: false
    }
  }
}

extension LedgerEvent {
  /// Whether only programs after the first format write it.
  fileprivate var isOfLaterPrograms: Bool {
    switch self {
    case .item(_, let event):
      switch event {
      case .reopened(let payload): payload.due != .kept
      case .extensionGranted(let payload): payload.superior != nil
      case .revised(let payload): payload.superior != nil
      default: source != nil
      }
    case .ledger(let kind):
      switch kind {
      case .opened, .reviewersChanged, .listAdopted, .planImported, .gapRaised, .gapResolved,
        .meetingOpened, .monthSealed, .factRecorded:
        false
      case .listCorrected, .indicatorExempted, .memberAdded, .memberRetired, .textRecorded,
        .meetingDecided, .decisionSettled, .meetingAttended, .reminderSent, .reminderAnswered:
        true
      }
    }
  }
}

extension Ledger {
  /// The command that made an entry; nil for entries that no replayed rule concerns.
  fileprivate func command(of entry: EventEnvelope) -> LedgerCommand? {
    switch entry.event {
    case .item(let id, let event): command(of: event, on: id)
    case .ledger(let kind): Self.command(of: kind)
    }
  }

  private func command(of event: ItemEvent, on id: ItemID) -> LedgerCommand? {
    switch event {
    case .started: .start(id)
    case .closureSubmitted(let payload): .submit(id, summary: payload.summary)
    case .closed(let payload): .close(id, opinion: payload.opinion)
    case .closureReturned(let reason, _): .return(id, reason: reason)
    case .reopened(let payload):
      .reopen(id, finding: payload.finding, basis: payload.basis, due: payload.due.day)
    case .sustained: .sustain(id)
    case .withdrawn(let basis): .withdraw(id, basis: basis)
    case .extensionRequested(let payload):
      .requestExtension(
        id, until: payload.until, reason: payload.reason, progress: payload.progress)
    case .extensionGranted(let payload):
      .grantExtension(id, basis: payload.basis, superior: payload.superior)
    case .extensionRefused(let reason): .refuseExtension(id, reason: reason)
    case .revised(let payload):
      .revise(
        id, changes: payload.changes, reason: payload.reason, superior: payload.superior)
    case .evidenceVoided(let payload): .voidEvidence(payload.number, reason: payload.reason)
    case .undone(let payload):
      self[id]?.entries.first { $0.sequence == payload.sequence }
        .map { .undo($0, reason: payload.reason) }
    case .imported, .dropped, .confirmed, .progressNoted, .evidenceAttached: nil
    }
  }

  private static func command(of kind: LedgerEventKind) -> LedgerCommand? {
    switch kind {
    case .reviewersChanged(let payload): .setReviewers(payload.reviewers, reason: payload.reason)
    case .listCorrected(let payload): .correctList(payload.list, reason: payload.reason)
    case .memberAdded(let payload):
      .addMember(name: payload.name, department: payload.department, role: payload.role)
    case .memberRetired(let name): .retireMember(name: name)
    case .textRecorded(let payload): .recordText(payload)
    case .meetingDecided(let payload):
      .decideAtMeeting(
        payload.month, item: payload.item, text: payload.text, owner: payload.owner,
        due: payload.due)
    case .meetingAttended(let payload): .attendMeeting(payload.month, names: payload.names)
    case .reminderSent(let payload):
      .remind(
        department: payload.department, payload.kind, items: payload.items, due: payload.due)
    case .opened, .listAdopted, .planImported, .gapRaised, .gapResolved, .meetingOpened,
      .monthSealed, .factRecorded, .indicatorExempted, .decisionSettled, .reminderAnswered:
      nil
    }
  }
}
