import LedgerReports
import LedgerStore
package import TaskLedger

extension Desk {
  /// Records that the meeting of a month begins (例会).
  package func openMeeting(
    _ month: CivilMonth, by clerk: Clerk, at moment: Moment, dryRun: Bool
  ) throws(DeskError) -> Receipt {
    try append({ _ in [.openMeeting(month)] }, by: clerk, at: moment, dryRun: dryRun)
  }

  /// What the meeting of a month must talk about, and what it has before it, matter by matter
  /// (议题材料): facts, who answers, and the review code of what awaits a review.
  ///
  /// Both look at the day of the month's paper, however late the meeting is held, so that the two
  /// agree.
  ///
  /// - Parameters:
  ///   - month: The month of the meeting.
  ///   - moment: When.
  /// - Returns: The agenda, and the lines of the dossier in the order of the month's paper.
  /// - Throws: ``DeskError`` when the ledger or the school's data cannot be read.
  package func matters(
    of month: CivilMonth, at moment: Moment
  ) throws(DeskError) -> (agenda: MeetingAgenda, dossier: [String]) {
    let day = month.lookedAt(on: moment.today)
    var input = ReportInput(ledger: try snapshot(asOf: day).ledger, asOf: day)
    input.departments = try schoolData.departments()
    input.indicators = try schoolData.indicators()
    input.profile = try schoolData.profile()
    return (
      MeetingAgenda(of: month, in: input.onDay),
      MeetingDossier.lines(of: month, input) { $0.reviewCode(Self.digest).description }
    )
  }

  /// Seals a month (封存) that is over, as of its last day: its paper is kept as it is now, because templates and programs change
  /// and a sealed month does not.
  ///
  /// - Throws: ``DeskError``; ``DeskError/Kind/integrity`` when evidence is missing or changed.
  package func sealMonth(
    _ month: CivilMonth, by clerk: Clerk, at moment: Moment, dryRun: Bool
  ) throws(DeskError) -> Receipt {
    let snapshot = try snapshot(asOf: moment.today)
    let store = try store(for: .writing)
    let damaged = store.damagedEvidence(in: snapshot.ledger)
    guard damaged.isEmpty else {
      throw DeskError([.evidenceNotSound(damaged.sorted())], kind: .integrity)
    }
    // An unfinished month is refused by the decision; until then nothing of it is written.
    let asOf = month.lastDay
    guard moment.today > asOf else {
      return try append(
        { _ in
          [
            .sealMonth(
              month, through: snapshot.head.sequence, asOf: asOf, paper: EventChain.digest(of: ""))
          ]
        }, by: clerk, at: moment, dryRun: true, in: store)
    }
    let last = snapshot.head.sequence
    let draft = MonthSealed(
      month: month, through: last, asOf: asOf, paper: EventChain.digest(of: ""))
    let text = try printer(templates: nil, at: moment).draft(of: month, draft)
    let vault = EvidenceVault(folder: store.folder)
    var staged: [EvidenceVault.StagedFile] = []
    defer { for file in staged { vault.discard(file) } }
    if !dryRun {
      staged = try DeskError.ofStore { () throws(StoreError) in
        [try vault.stage(text: text, named: Diagnostic.sealedPaperName(month))]
      }
    }
    let digest = EventChain.digest(of: text)
    return try append(
      { _ in [.sealMonth(month, through: last, asOf: asOf, paper: digest)] }, by: clerk,
      at: moment, dryRun: dryRun, placing: staged, in: store)
  }
}
