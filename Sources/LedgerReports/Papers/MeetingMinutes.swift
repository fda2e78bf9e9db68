package import TaskLedger

/// The minutes of a meeting (会议纪要): who was there, what was decided, which gaps were raised, and
/// what became of earlier decisions.
package struct MeetingMinutes: Sendable, Hashable {
  /// The month.
  package var month: CivilMonth
  /// Head and foot.
  package var masthead: Masthead
  /// The meeting; nil when none was opened.
  package var meeting: Ledger.Meeting
  /// What was decided.
  package var decisions: [DecisionLine]
  /// What became of earlier decisions.
  package var earlier: [DecisionLine]
  /// The gaps raised in the month.
  package var gaps: [Ledger.Gap]

  /// Makes the minutes.
  package init(of month: CivilMonth, _ input: ReportInput) {
    self.month = month
    masthead = Masthead(input)
    meeting = input.ledger.meetings[month] ?? Ledger.Meeting()
    let lines = Dictionary(
      ItemLine.all(input) { _ in true }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }
    )
    decisions = meeting.decisions.map { DecisionLine($0, lines, asOf: input.asOf) }
    earlier = DecisionLine.earlier(than: month, input)
    gaps = input.ledger.gaps.filter { month.contains($0.raisedOn) }
  }

  static let keys =
    Masthead.keys.within { (minutes: MeetingMinutes) in minutes.masthead }
    + KeyTable<MeetingMinutes>([
      .text("title") { minutes in
        minutes.masthead.title(of: .minutes, [.month: ReportPhrases.month(minutes.month)])
      },
      .text("month") { ReportPhrases.month($0.month) },
      .optional("meetingDay") { ($0.meeting.openedOn).map(ReportPhrases.date) },
      .optional("attendance") { ReportPhrases.joined($0.meeting.attendance) },
      .flag("hasDecisions") { !$0.decisions.isEmpty },
      .rows("decisions", DecisionLine.keys) { $0.decisions },
      .flag("hasEarlier") { !$0.earlier.isEmpty },
      .rows("earlier", DecisionLine.keys) { $0.earlier },
      .flag("hasGapsRaised") { !$0.gaps.isEmpty },
      .rows("gapsRaised", Ledger.Gap.keys) { $0.gaps },
    ])
}

/// A decision of a meeting with what became of it on the day of the paper (落实情况).
package struct DecisionLine: Sendable, Hashable {
  /// The decision.
  package var decision: Ledger.MeetingDecision
  /// The item it concerns; nil when it concerns none.
  package var line: ItemLine?
  /// The day of the paper.
  package var asOf: CivilDate

  init(
    _ decision: Ledger.MeetingDecision, _ lines: [ItemID: ItemLine], asOf: CivilDate
  ) {
    self.decision = decision
    line = decision.decided.item.flatMap { lines[$0] }
    self.asOf = asOf
  }

  /// The decisions of the last meeting before a month, and those of older ones that were open when
  /// the month began.
  static func earlier(than month: CivilMonth, _ input: ReportInput) -> [DecisionLine] {
    let lines = Dictionary(
      ItemLine.all(input) { _ in true }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }
    )
    let months = input.ledger.meetings.keys.filter {
      $0 < month && !(input.ledger.meetings[$0]?.decisions.isEmpty ?? true)
    }.sorted()
    return months.flatMap { known in
      (input.ledger.meetings[known]?.decisions ?? [])
        .map { DecisionLine($0, lines, asOf: input.asOf) }
        .filter { line in
          known == months.last || !line.isCarriedOut
            || line.decision.settledOn.map { $0.civilMonth >= month } ?? false
        }
    }
  }

  /// Whether it was carried out: told so, or its item is settled.
  package var isCarriedOut: Bool { decision.result != nil || line?.isSettled ?? false }

  /// Whether its day has passed and it was not carried out.
  package var isLate: Bool { !isCarriedOut && (decision.decided.due.map { $0 < asOf } ?? false) }

  static let keys = KeyTable<DecisionLine>([
    .text("decisionMonth") { ReportPhrases.month($0.decision.decided.month) },
    .number("number") { $0.decision.decided.number },
    .optional("item") { $0.decision.decided.item.map { "\($0)" } },
    .text("text") { PrintableText.line($0.decision.decided.text).trimmedStops },
    .text("owner") { $0.decision.decided.owner },
    .optional("due") { $0.decision.decided.due.map(ReportPhrases.date) },
    .text("dueShort") { line in
      line.decision.decided.due.map { ReportPhrases.day($0, near: line.asOf) } ?? ""
    },
    .text("outcome") { ReportPhrases.outcome(of: $0) },
  ])
}
