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
    sections = SelfEvaluation(input).sections.filter { !$0.lines.isEmpty }
    segments = Segment.all(sections.flatMap(\.lines))
  }

  /// The counts of the heading.
  package var counts: HeadCounts { month.counts }

  /// The items that still count.
  package var lines: [ItemLine] { sections.flatMap(\.lines) }

  /// The items that show one light.
  package struct Segment: Sendable, Hashable {
    /// The light.
    package var light: Light
    /// What it says of these items, such as 逾期 and 整月无进展.
    package var meanings: [String]
    /// How many items show it.
    package var count: Int

    fileprivate static func all(_ lines: [ItemLine]) -> [Segment] {
      let lights: [Light] = [.blue, .green, .yellow, .red, .grey]
      return lights.compactMap { light in
        let own = lines.filter { $0.light == light }
        return own.isEmpty
          ? nil
          : Segment(light: light, meanings: meanings(of: own.map(\.onDay)), count: own.count)
      }
    }

    /// Each meaning once, the most usual first.
    package static func meanings(of items: [ItemOnDay]) -> [String] {
      var counts: [String: Int] = [:]
      for item in items { counts[item.lightMeaning, default: 0] += 1 }
      return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
  }
}
