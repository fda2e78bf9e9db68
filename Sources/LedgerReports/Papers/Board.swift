package import TaskLedger

/// The wall chart (挂图作战): progress, tasks, deadlines against today, departments' loads.
///
/// Every place in a drawing is a whole number reckoned here; the template only draws.
package struct Board: Sendable, Hashable {
  /// Head and foot.
  package var masthead: Masthead
  /// The items by status; they add up to the total of the head.
  package var counts: StatusCounts
  /// What the rates are reckoned from, against the days after granted extensions.
  package var tally: Tally
  /// The items that still count.
  package var lines: [ItemLine]
  /// The tasks with their items.
  package var sections: [SelfEvaluation.Section]
  /// The items by light, as pieces of one bar.
  package var segments: [Segment]
  /// The deadlines against today; nil when no item has one.
  package var timeline: Timeline?
  /// The loads of the leading departments.
  package var bars: [Bar]

  /// Makes the chart.
  package init(_ input: ReportInput) {
    let evaluation = SelfEvaluation(input)
    masthead = evaluation.masthead
    counts = evaluation.counts
    tally = evaluation.tally
    sections = evaluation.sections.filter { !$0.lines.isEmpty }
    let lines = sections.flatMap(\.lines)
    self.lines = lines
    segments = Segment.all(lines)
    timeline = Timeline(lines, today: input.asOf)
    bars = Bar.all(GroupTables(input.onDay, departments: input.departments).departments)
  }

  /// The items without a due day whose light is red: standing ones that show no sign of life.
  package var idle: [ItemLine] { lines.filter { $0.state.due == nil && $0.light == .red } }

  /// One piece of the progress bar, in thousandths of its width.
  package struct Segment: Sendable, Hashable {
    /// The light.
    package var light: Light
    /// What it says of these items, such as 逾期 and 整月无进展.
    package var meanings: [String]
    /// How many items show it.
    package var count: Int
    /// The share in per cent; shares add up to 100.0.
    package var share: String
    /// Where the piece begins.
    package var x: Int
    /// How wide it is.
    package var width: Int

    fileprivate static func all(_ lines: [ItemLine]) -> [Segment] {
      let lights: [Light] = [.blue, .green, .yellow, .red, .grey]
      let counts = lights.map { light in lines.count { $0.light == light } }
      let tenths = Shares.tenths(of: counts)
      var x = 0
      var segments: [Segment] = []
      for (place, light) in lights.enumerated() where counts[place] > 0 {
        segments.append(
          Segment(
            light: light, meanings: meanings(of: lines.filter { $0.light == light }),
            count: counts[place],
            share: Ratio.decimal(tenths[place], decimals: 1), x: x, width: tenths[place]))
        x += tenths[place]
      }
      return segments
    }

    /// Each meaning once, the most usual first.
    private static func meanings(of lines: [ItemLine]) -> [String] {
      var counts: [String: Int] = [:]
      for line in lines { counts[line.lightMeaning, default: 0] += 1 }
      return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
  }

  /// The deadlines on an axis of 1000 units.
  package struct Timeline: Sendable, Hashable {
    /// The first days of the months.
    package var months: [Tick]
    /// The items, those of one day above each other.
    package var marks: [Mark]
    /// Where today stands; nil when it lies outside.
    package var today: Tick?
    /// The height of the whole drawing.
    package var height: Int

    /// A place on the axis.
    package struct Tick: Sendable, Hashable {
      /// The place.
      package var x: Int
      /// The words beside it.
      package var label: String
    }

    /// One item.
    package struct Mark: Sendable, Hashable {
      /// The left edge; the right one stands on the day.
      package var x: Int
      /// The upper edge.
      package var y: Int
      /// The item.
      package var line: ItemLine
    }

    static let markWidth = 52
    static let markHeight = 24
    private static let head = 34
    private static let foot = 34

    init?(_ lines: [ItemLine], today: CivilDate) {
      let dated = lines.compactMap { line in line.state.due.map { (due: $0, line: line) } }
      guard let first = dated.map(\.due).min(), let last = dated.map(\.due).max(),
        let start = CivilDate(year: first.year, month: first.month, day: 1)
      else { return nil }
      let end = last.civilMonth.lastDay
      let length = max(1, start.days(to: end))
      func place(_ day: CivilDate) -> Int { 40 + start.days(to: day) * 900 / length }
      // A mark ends at its day, so that the last day of a month stands before the next one's line;
      // marks that would touch stand above each other.
      var ends: [Int] = []
      let placed = dated.sorted { ($0.due, $0.line.id) < ($1.due, $1.line.id) }.map { due, line in
        let x = max(0, place(due) - Self.markWidth)
        let level = ends.firstIndex { $0 <= x } ?? ends.count
        if level == ends.count { ends.append(0) }
        ends[level] = x + Self.markWidth + 2
        return (x: x, level: level, line: line)
      }
      let height = Self.head + ends.count * (Self.markHeight + 4) + Self.foot
      self.height = height
      marks = placed.map { mark in
        Mark(
          x: mark.x, y: height - Self.foot - (mark.level + 1) * (Self.markHeight + 4),
          line: mark.line)
      }
      months = []
      var month: CivilMonth? = start.civilMonth
      while let current = month, current <= last.civilMonth, months.count < 60 {
        if let day = CivilDate(year: current.year, month: current.month, day: 1) {
          months.append(Tick(x: place(day), label: ReportPhrases.shortMonth(current)))
        }
        month = current.next
      }
      self.today =
        start <= today && today <= end
        ? Tick(x: place(today), label: ReportPhrases.today(today)) : nil
    }

    var axisY: Int { height - Self.foot }
  }

  /// The load of one department, in units of the widest.
  package struct Bar: Sendable, Hashable {
    /// The counts.
    package var group: GroupLine
    /// The upper edge.
    package var y: Int
    /// The widths of closed, overdue and other open items.
    package var widths: [Int]

    static let height = 34

    fileprivate static func all(_ groups: [GroupLine]) -> [Bar] {
      let widest = max(1, groups.map(\.total).max() ?? 1)
      return groups.enumerated().map { place, group in
        let counts = [
          group.closed, group.overdue, group.total - group.withdrawn - group.closed - group.overdue,
        ]
        return Bar(group: group, y: place * height, widths: counts.map { $0 * 620 / widest })
      }
    }
  }
}
