package import TaskLedger

/// What a meeting has before it, matter by matter (议题材料).
package enum MeetingDossier {
  /// The matters of a month, in the order of its paper.
  ///
  /// - Parameters:
  ///   - month: The month of the meeting.
  ///   - input: The ledger on the day of the meeting.
  ///   - reviewCode: The code of what a reviewer sees of an item.
  /// - Returns: The lines of each matter: what it is, its facts, what is asked; the review code where a review is asked for.
  package static func lines(
    of month: CivilMonth, _ input: ReportInput, reviewCode: (ItemState) -> String
  ) -> [String] {
    MonthlyReport(of: month, input).agenda.flatMap { row in
      let codes = row.kinds.contains { $0 == .review || $0 == .reviewAgain }
      let state = codes ? ItemID(row.subject).flatMap { input.ledger[$0] } : nil
      return ReportPhrases.dossier(row, code: state.map(reviewCode))
    }
  }
}
