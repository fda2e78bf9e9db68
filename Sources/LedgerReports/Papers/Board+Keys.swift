import TaskLedger

extension Board {
  static let keys =
    Masthead.keys.within { (board: Board) in board.month.masthead }
    + HeadCounts.keys.within { (board: Board) in board.counts } + figures + lists

  private static let figures = KeyTable<Board>([
    .text("title") { $0.month.masthead.title(of: .board) },
    .text("percent") { board in
      Ratio(board.counts.settled, of: board.counts.total).percent ?? "0.0"
    },
    .number("submittedCount") { $0.counts[.submitted] },
    .optional("gapCount") { board in
      let count = (board.month.gapsBefore + board.month.gapsRaised).count { $0.resolvedOn == nil }
      return count > 0 ? String(count) : nil
    },
    .optional("daysLeft") { $0.month.daysLeft.flatMap { $0 >= 0 ? String($0) : nil } },
    .optional("daysPast") { $0.month.daysLeft.flatMap { $0 < 0 ? String(-$0) : nil } },
  ])

  private static let lists = KeyTable<Board>([
    .rows("segments", Segment.keys) { $0.segments },
    .rows("sections", SelfEvaluation.Section.keys) { $0.sections },
    .flag("hasDecisions") { !$0.month.decisions.isEmpty },
    .rows("decisions", MonthlyReport.Decision.keys) { $0.month.decisions },
    .flag("hasOverdue") { !$0.month.overdue.isEmpty },
    .rows("overdue", ItemLine.keys) { $0.month.overdue },
    .flag("hasDepartments") { !$0.month.departments.isEmpty },
    .rows("departmentLoads", GroupLine.keys) { $0.month.departments },
  ])
}

extension MonthlyReport.Decision {
  static let keys = KeyTable<MonthlyReport.Decision>([
    .text("subject") { ReportPhrases.subject(of: $0.kind) },
    .number("count") { $0.subjects.count },
    .text("numbers") { ReportPhrases.joined($0.subjects) },
  ])
}

extension Board.Segment {
  static let keys = KeyTable<Board.Segment>([
    .text("lightName") { $0.light.rawValue },
    .text("light") { $0.light.words },
    .text("lightMeaning") { $0.legend },
    .number("count") { $0.count },
  ])
}
