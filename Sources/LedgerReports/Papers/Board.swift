package import TaskLedger

/// The wall chart (挂图作战): the days that are left, every task with its items, what the meeting must
/// decide, what is overdue and what each department carries, on one screen.
package struct Board: Sendable, Hashable {
  /// What the month of the day comes to.
  package var month: MonthlyReport
  /// The tasks with their items.
  package var sections: [SelfEvaluation.Section]
  /// The items by light.
  package var segments: [Segment]

  /// Makes the chart.
  package init(_ input: ReportInput) {
    month = MonthlyReport(of: input.asOf.civilMonth, input)
    sections = SelfEvaluation.Section.all(
      ItemLine.all(input), withdrawn: ItemLine.withdrawn(input), of: input.ledger, input.profile
    ).filter { !$0.all.isEmpty }
    segments = Segment.all(input.onDay.items)
  }

  /// The counts of the heading.
  package var counts: HeadCounts { month.counts }

  /// The items of the heading, withdrawn ones included.
  package var lines: [ItemLine] { sections.flatMap(\.all) }

  /// The items that show one light; those that were withdrawn stand apart from what has no day.
  package struct Segment: Sendable, Hashable {
    /// The light.
    package var light: Light
    /// Whether its items were withdrawn.
    package var isWithdrawn: Bool
    /// What it says of these items, such as 逾期 and 上月以来无进展.
    package var meanings: [String]
    /// The same as a legend says it, each with its count.
    package var legend: String
    /// How many items show it.
    package var count: Int

    /// The items by light; the counts add up to the items.
    package static func all(_ items: [ItemOnDay]) -> [Segment] {
      let lights: [Light] = [.blue, .green, .yellow, .red, .grey]
      let live = lights.map { light in
        Segment(light, items.filter { $0.isLive && $0.light == light }, isWithdrawn: false)
      }
      let withdrawn = Segment(.grey, items.filter { !$0.isLive }, isWithdrawn: true)
      return (live + [withdrawn]).filter { $0.count > 0 }
    }

    private init(_ light: Light, _ items: [ItemOnDay], isWithdrawn: Bool) {
      self.light = light
      self.isWithdrawn = isWithdrawn
      let reasons = Self.reasons(of: items)
      meanings = reasons.map(\.words)
      legend = ReportPhrases.legend(reasons)
      count = items.count
    }

    /// Each reason once, the most usual first.
    private static func reasons(of items: [ItemOnDay]) -> [(words: String, count: Int)] {
      var counts: [String: Int] = [:]
      for item in items { counts[item.lightReason, default: 0] += 1 }
      return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { (words: $0.key, count: $0.value) }
    }
  }
}
