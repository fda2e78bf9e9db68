import TaskLedger

/// The words of the wall chart.
extension ReportPhrases {
  /// A month on the axis; January with its year.
  static func shortMonth(_ month: CivilMonth) -> String {
    month.month == 1 ? "\(month.year)年1月" : "\(month.month)月"
  }

  /// Today on the axis.
  static func today(_ day: CivilDate) -> String { "统计日 \(day.month)月\(day.day)日" }

  /// The timeline told in words.
  static func summary(of timeline: Board.Timeline) -> String {
    var days: [CivilDate] = []
    for due in timeline.marks.compactMap(\.line.state.due) where !days.contains(due) {
      days.append(due)
    }
    return days.sorted().map { day in
      let own = timeline.marks.filter { $0.line.state.due == day }
      return "\(date(day))到期 \(own.count) 项：\(joined(own.map { "\($0.line.id)" }))"
    }.joined(separator: "；")
  }

  /// What a light says of an item without a due day.
  static func lifeSigns(of light: Light) -> String {
    switch light {
    case .yellow: "本月尚无进展"
    case .red: "上月以来无进展"
    case .green, .blue, .grey: light.meaning
    }
  }

  /// A department's load in words.
  static func load(of group: GroupLine) -> String {
    "共 \(group.total) 项，已销号 \(group.closed)，逾期 \(group.overdue)"
  }
}
