import TaskLedger

/// One rate with its two denominators: the days first planned, and those granted.
package struct RateLine: Sendable, Hashable {
  /// What is measured.
  package enum Kind: Sendable, Hashable, CaseIterable {
    /// 完成率.
    case completion
    /// 按期完成率.
    case inTime
    /// 逾期率.
    case overdue
  }

  /// What is measured.
  package var kind: Kind
  /// Against the days first planned.
  package var original: Ratio
  /// Against the days after granted extensions.
  package var granted: Ratio

  /// The three rates of a set of items.
  static func all(original: Tally, granted: Tally) -> [RateLine] {
    Kind.allCases.map {
      RateLine(kind: $0, original: ratio($0, original), granted: ratio($0, granted))
    }
  }

  private static func ratio(_ kind: Kind, _ tally: Tally) -> Ratio {
    switch kind {
    case .completion: Ratio(tally.closed, of: tally.mustClose)
    case .inTime: Ratio(tally.closedInTime, of: tally.dueByDay)
    case .overdue: Ratio(tally.overdue, of: tally.dueByDay)
    }
  }
}

extension RateLine {
  static let keys = KeyTable<RateLine>([
    .text("name") { ReportPhrases.name(of: $0.kind) },
    .text("definition") { ReportPhrases.definition(of: $0.kind) },
    .optional("original") { $0.original.percent },
    .text("originalCount") { "\($0.original.part)/\($0.original.whole)" },
    .optional("granted") { $0.granted.percent },
    .text("grantedCount") { "\($0.granted.part)/\($0.granted.whole)" },
  ])
}

/// The items of a task, of a department or in a state, counted.
package struct GroupLine: Sendable, Hashable {
  /// The name.
  package var name: String
  /// The items that still count.
  package var total: Int
  /// Of those, soundly closed.
  package var closed: Int
  /// Waiting for a review.
  package var submitted: Int
  /// Past the due day and open.
  package var overdue: Int
  /// Standing items.
  package var standing: Int
  /// The share of the table's whole; empty when the table has none.
  package var share = ""

  /// Counts items.
  init(_ name: String, _ items: [ItemState], on day: CivilDate) {
    self.name = name
    total = items.count
    closed = items.count(where: \.isSoundlyClosed)
    submitted = items.count { $0.phase == .submitted }
    overdue = items.count { $0.isOverdue(on: day) }
    standing = items.count { $0.isUnending && $0.due == nil && !$0.isSoundlyClosed }
  }

  /// The items by state, with shares of all that add up to 100.0; empty states are left out.
  static func byState(_ items: [ItemState], on day: CivilDate) -> [GroupLine] {
    let names = ReportPhrases.stateOrder
    var lines = names.map { name in
      GroupLine(name, items.filter { ReportPhrases.state($0) == name }, on: day)
    }.filter { $0.total > 0 }
    for (index, share) in Shares.words(of: lines.map(\.total)).enumerated() {
      lines[index].share = share
    }
    return lines
  }

  /// The items by task, in the order of the list; the school's own last.
  static func byTask(_ items: [ItemState], list: TaskList?, on day: CivilDate) -> [GroupLine] {
    var numbers: [Int] = []
    for item in items where !numbers.contains(item.item.task) { numbers.append(item.item.task) }
    return numbers.sorted { ($0 == 0 ? .max : $0) < ($1 == 0 ? .max : $1) }.map { number in
      let own = items.filter { $0.item.task == number }
      let title = list?.task(number)?.title ?? own.first?.item.taskTitle ?? ""
      return GroupLine(ReportPhrases.task(number, title), own, on: day)
    }
  }

  /// The items by leading department, in the order in which the plan first names them; an item
  /// with several counts at each.
  static func byDepartment(_ items: [ItemState], on day: CivilDate) -> [GroupLine] {
    var names: [String] = []
    for name in items.flatMap(\.item.departments.lead) where !names.contains(name) {
      names.append(name)
    }
    return names.map { name in
      GroupLine(name, items.filter { $0.item.departments.lead.contains(name) }, on: day)
    }
  }
}

extension GroupLine {
  static let keys = KeyTable<GroupLine>([
    .text("name") { $0.name },
    .number("total") { $0.total },
    .number("closed") { $0.closed },
    .number("submitted") { $0.submitted },
    .number("overdue") { $0.overdue },
    .number("standing") { $0.standing },
    .number("open") { $0.total - $0.closed },
    .optional("closedShare") { Ratio($0.closed, of: $0.total).percent },
    .optional("share") { $0.share },
  ])
}
