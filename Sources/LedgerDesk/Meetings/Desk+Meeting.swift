import LedgerReports
import LedgerStore
package import TaskLedger

extension Desk {
  /// Records that the meeting of a month begins (例会), and lists what it must talk about.
  package func openMeeting(
    _ month: CivilMonth, by clerk: Clerk, at moment: Moment, dryRun: Bool
  ) throws(DeskError) -> (receipt: Receipt, agenda: MeetingAgenda) {
    let receipt = try append(
      { _ in [.openMeeting(month)] }, by: clerk, at: moment, dryRun: dryRun)
    return (receipt, MeetingAgenda(of: month, in: LedgerOnDay(receipt.ledger, on: moment.today)))
  }

  /// What the meeting has before it, matter by matter (议题材料): facts, who answers, and the review
  /// code of what awaits a review.
  ///
  /// - Parameters:
  ///   - month: The month of the meeting.
  ///   - ledger: The ledger, with the meeting opened.
  ///   - moment: When.
  /// - Returns: The lines, in the order of the month's paper.
  /// - Throws: ``DeskError`` when the school's data cannot be read.
  package func dossier(
    of month: CivilMonth, in ledger: Ledger, at moment: Moment
  ) throws(DeskError) -> [String] {
    var input = ReportInput(ledger: ledger, asOf: moment.today)
    input.departments = try schoolData.departments()
    input.indicators = try schoolData.indicators()
    return MeetingDossier.lines(of: month, input) { $0.reviewCode(Self.digest).description }
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
