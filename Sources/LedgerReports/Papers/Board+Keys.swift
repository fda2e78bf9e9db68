import TaskLedger

extension Board {
  static let keys =
    Masthead.keys.within { (board: Board) in board.masthead }
    + KeyTable<Board>([
      .number("total") { $0.counts.total },
      .number("closedCount") { $0.counts[.closed] },
      .number("overdueCount") { board in board.lines.count { $0.overdueDays != nil } },
      .number("standingCount") { $0.tally.standing },
      .number("undatedCount") { $0.tally.undated },
      .optional("percent") { Ratio($0.tally.closed, of: $0.tally.mustClose).percent },
      .rows("segments", Segment.keys) { $0.segments },
      .rows("sections", SelfEvaluation.Section.keys) { $0.sections },
      .flag("hasTimeline") { $0.timeline != nil },
      .row("timeline", Timeline.keys) { $0.timeline },
      .flag("hasBars") { !$0.bars.isEmpty },
      .number("barsHeight") { max(1, $0.bars.count * Bar.height) },
      .rows("bars", Bar.keys) { $0.bars },
      .flag("hasOverdue") { board in board.lines.contains { $0.overdueDays != nil } },
      .rows("overdue", ItemLine.keys) { board in
        board.lines.filter { $0.overdueDays != nil }
      },
      .flag("hasIdle") { !$0.idle.isEmpty },
      .rows("idle", ItemLine.keys) { $0.idle },
    ])
}

extension Board.Segment {
  static let keys = KeyTable<Board.Segment>([
    .text("lightName") { $0.light.rawValue },
    .text("light") { $0.light.words },
    .text("lightMeaning") { ReportPhrases.joined($0.meanings) },
    .number("count") { $0.count },
    .text("share") { $0.share },
    .number("x") { $0.x },
    .number("width") { $0.width },
  ])
}

extension Board.Timeline {
  static let keys = KeyTable<Board.Timeline>([
    .number("height") { $0.height },
    .number("axisY") { $0.axisY },
    .number("textY") { $0.axisY + 24 },
    .rows("months", Tick.keys) { $0.months },
    .rows("marks", Mark.keys) { $0.marks },
    .row("today", Tick.keys) { $0.today },
    .text("summary") { ReportPhrases.summary(of: $0) },
  ])
}

extension Board.Timeline.Tick {
  static let keys = KeyTable<Board.Timeline.Tick>([
    .number("x") { $0.x },
    .text("label") { $0.label },
  ])
}

extension Board.Timeline.Mark {
  static let keys = KeyTable<Board.Timeline.Mark>([
    .number("x") { $0.x },
    .number("y") { $0.y },
    .number("width") { _ in Board.Timeline.markWidth },
    .number("height") { _ in Board.Timeline.markHeight },
    .text("id") { "\($0.line.id)" },
    .text("label") { "\($0.line.light.words)\($0.line.id)" },
    .text("title") { ReportPhrases.brief($0.line.state.item.content) },
    .text("lightName") { $0.line.light.rawValue },
    .text("lightMeaning") { $0.line.lightMeaning },
    .optional("due") { $0.line.state.due.map(ReportPhrases.date) },
  ])
}

extension Board.Bar {
  static let keys =
    GroupLine.keys.within { (bar: Board.Bar) in bar.group }
    + KeyTable<Board.Bar>([
      .number("y") { $0.y },
      .number("textY") { $0.y + 21 },
      .number("doneWidth") { $0.widths[0] },
      .number("overdueX") { 200 + $0.widths[0] },
      .number("overdueWidth") { $0.widths[1] },
      .number("openX") { 200 + $0.widths[0] + $0.widths[1] },
      .number("openWidth") { $0.widths[2] },
      .text("summary") { ReportPhrases.load(of: $0.group) },
    ])
}
