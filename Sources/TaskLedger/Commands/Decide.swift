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
  var decision = Decision(ledger: ledger, occasion: occasion)
  decision.requireText(occasion.actor, .actor)
  decision.requireNotInFuture()
  if !command.mayBeUnsigned { decision.requireKnownActor() }
  switch command {
  case .open(let school, let reviewers, let list):
    return try decision.decideOpening(school: school, reviewers: reviewers, list: list)
  case .setReviewers(let reviewers, let reason):
    return try decision.decideReviewers(reviewers, reason: reason)
  case .correctList(let list, let reason):
    return try decision.decideListCorrection(list, reason: reason)
  case .importPlan(let header, let items, let update):
    return try decision.decideImport(header, items: items, update: update)
  case .revise(let id, let changes, let reason, let superior):
    return try decision.decideRevision(
      of: id, changes: changes, reason: reason, superior: superior)
  case .confirm(let id, let codes, let reason):
    return try decision.decideConfirmation(of: id, codes: codes, reason: reason)
  case .start(let id):
    return try decision.decideStart(of: id)
  case .note(let id, let text, let source):
    return try decision.decideNote(on: id, text: text, source: source)
  case .attach(let id, let evidence):
    return try decision.decideAttachment(to: id, evidence)
  case .voidEvidence(let number, let reason):
    return try decision.decideVoiding(of: number, reason: reason)
  case .submit(let id, let summary, let source, let handedInBy):
    return try decision.decideSubmission(
      of: id, summary: summary, source: source, handedInBy: handedInBy)
  case .close(let id, let opinion, let seen, let source):
    return try decision.decideClosure(of: id, opinion: opinion, seen: seen, source: source)
  case .return(let id, let reason, let seen, let source):
    return try decision.decideReturn(of: id, reason: reason, seen: seen, source: source)
  case .reopen(let id, let finding, let basis, let due):
    return try decision.decideReopening(of: id, finding: finding, basis: basis, due: due)
  case .sustain(let id):
    return try decision.decideSustaining(of: id)
  case .withdraw(let id, let basis):
    return try decision.decideWithdrawal(of: id, basis: basis)
  case .requestExtension(let id, let until, let reason, let progress):
    return try decision.decideExtensionRequest(
      of: id, until: until, reason: reason, progress: progress)
  case .grantExtension(let id, let basis, let superior):
    return try decision.decideExtensionGrant(of: id, basis: basis, superior: superior)
  case .refuseExtension(let id, let reason):
    return try decision.decideExtensionRefusal(of: id, reason: reason)
  case .raiseGap(let text, let item, let owner, let due):
    return try decision.decideGap(text, item: item, owner: owner, due: due)
  case .resolveGap(let number, let resolution):
    return try decision.decideGapResolution(of: number, resolution: resolution)
  case .openMeeting(let month):
    return try decision.decideMeeting(of: month)
  case .sealMonth(let month, let through, let day, let paper):
    return try decision.decideSeal(of: month, through: through, asOf: day, paper: paper)
  case .recordFact(let name, let value, let evidence, let exemption, let countedOn, let source):
    return try decision.decideFact(
      FactRecorded(
        name: name, value: value, evidence: evidence, exemption: exemption, countedOn: countedOn,
        source: source))
  case .exemptIndicator(let indicator, let unit, let reason):
    return try decision.decideExemption(of: indicator, unit: unit, reason: reason)
  case .liftExemption(let number, let unit):
    return try decision.decideLifting(of: number, unit: unit)
  case .addMember(let name, let department, let role, let source):
    return try decision.decideMember(name, department: department, role: role, source: source)
  case .retireMember(let name):
    return try decision.decideRetirement(of: name)
  case .recordText(let text):
    return try decision.decideText(text)
  case .decideAtMeeting(let month, let item, let text, let owner, let due):
    return try decision.decideAtMeeting(month, item: item, text: text, owner: owner, due: due)
  case .settleDecision(let month, let number, let result):
    return try decision.decideSettling(month, number: number, result: result)
  case .attendMeeting(let month, let names):
    return try decision.decideAttendance(month, names: names)
  case .remind(let department, let kind, let items, let due):
    return try decision.decideReminder(to: department, kind, items: items, due: due)
  case .answerReminder(let number, let text):
    return try decision.decideAnswer(to: number, text: text)
  case .undo(let entry, let reason):
    return try decision.decideUndo(of: entry, reason: reason)
  }
}
