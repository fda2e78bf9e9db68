/// Decides a command: the events that carry it out, or every reason why it may not be.
///
/// All rules of the closing machine live in `Commands/`. Pure: the clock is never read, the ledger
/// is never changed; the caller appends the events.
///
/// - Parameters:
///   - command: What somebody wants to do.
///   - ledger: The ledger folded from every event so far.
///   - occasion: Who acts, and on which civil date.
/// - Returns: The events to append, in order; empty when there is nothing to do, such as the import
///   of a file that is already there.
/// - Throws: ``LedgerRejection`` naming each unmet condition, so that all can be fixed at once.
public func decide(
  _ command: LedgerCommand, in ledger: Ledger, on occasion: Occasion
) throws(LedgerRejection) -> [LedgerEvent] {
  var rules = Decision(ledger: ledger, occasion: occasion)
  rules.requireText(occasion.actor, .actor)
  rules.requireNotInFuture()
  switch command {
  case .open(let school, let reviewers, let list):
    return try rules.decideOpening(school: school, reviewers: reviewers, list: list)
  case .setReviewers(let reviewers, let reason):
    return try rules.decideReviewers(reviewers, reason: reason)
  case .importPlan(let header, let items, let update):
    return try rules.decideImport(header, items: items, update: update)
  case .revise(let id, let changes, let reason):
    return try rules.decideRevision(of: id, changes: changes, reason: reason)
  case .confirm(let id, let codes, let reason):
    return try rules.decideConfirmation(of: id, codes: codes, reason: reason)
  case .start(let id):
    return try rules.decideStart(of: id)
  case .note(let id, let text):
    return try rules.decideNote(on: id, text: text)
  case .attach(let id, let evidence):
    return try rules.decideAttachment(to: id, evidence)
  case .voidEvidence(let number, let reason):
    return try rules.decideVoiding(of: number, reason: reason)
  case .submit(let id, let summary):
    return try rules.decideSubmission(of: id, summary: summary)
  case .close(let id, let opinion, let reviewed):
    return try rules.decideClosure(of: id, opinion: opinion, reviewed: reviewed)
  case .return(let id, let reason):
    return try rules.decideReturn(of: id, reason: reason)
  case .reopen(let id, let finding, let basis):
    return try rules.decideReopening(of: id, finding: finding, basis: basis)
  case .sustain(let id):
    return try rules.decideSustaining(of: id)
  case .withdraw(let id, let basis):
    return try rules.decideWithdrawal(of: id, basis: basis)
  case .requestExtension(let id, let until, let reason, let progress):
    return try rules.decideExtensionRequest(
      of: id, until: until, reason: reason, progress: progress)
  case .grantExtension(let id, let basis):
    return try rules.decideExtensionGrant(of: id, basis: basis)
  case .refuseExtension(let id, let reason):
    return try rules.decideExtensionRefusal(of: id, reason: reason)
  case .raiseGap(let text, let item, let owner, let due):
    return try rules.decideGap(text, item: item, owner: owner, due: due)
  case .resolveGap(let number, let resolution):
    return try rules.decideGapResolution(of: number, resolution: resolution)
  case .openMeeting(let month):
    return try rules.decideMeeting(of: month)
  case .sealMonth(let month, let through, let day, let paper):
    return try rules.decideSeal(of: month, through: through, asOf: day, paper: paper)
  case .recordFact(let name, let value, let evidence, let exemption, let countedOn, let source):
    return try rules.decideFact(
      FactRecorded(
        name: name, value: value, evidence: evidence, exemption: exemption, countedOn: countedOn,
        source: source))
  case .undo(let entry, let reason):
    return try rules.decideUndo(of: entry, reason: reason)
  }
}
