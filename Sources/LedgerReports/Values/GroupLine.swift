import TaskLedger

/// The items of a task, of a department or in a state, counted.
package struct GroupLine: Sendable, Hashable {
  /// The name.
  package var name: String
  /// The items that still count.
  package var total = 0
  /// Of those, soundly closed.
  package var closed = 0
  /// Waiting for a review.
  package var submitted = 0
  /// Past the due day and open.
  package var overdue = 0
  /// Standing items.
  package var standing = 0
  /// The share of the table's whole; empty when the table has none.
  package var share = ""

  /// Creates a group without items.
  init(_ name: String) { self.name = name }

  /// Counts an item on a day.
  mutating func count(_ item: ItemState, on day: CivilDate) {
    total += 1
    if item.isSoundlyClosed { closed += 1 }
    if item.phase == .submitted { submitted += 1 }
    if item.isOverdue(on: day) { overdue += 1 }
    if item.isUnending, item.due == nil, !item.isSoundlyClosed { standing += 1 }
  }
}

/// Items counted by state, by task and by leading department.
///
/// Invariant: each item is counted once in one state and one task, and once at each department that
/// leads it.
struct GroupTables: Sendable {
  private var byState = Groups<State>()
  private var byTask = Groups<Int>()
  private var byDepartment = Groups<String>()

  /// What papers have a name of its own for.
  private struct State: Hashable {
    var phase: Phase
    var isStale: Bool
  }

  /// The tables of the items of a ledger that still count.
  init(_ ledger: Ledger, on day: CivilDate) {
    for item in ledger.itemsInOrder where item.isLive {
      byState.count(
        item, on: day, under: State(phase: item.phase, isStale: item.isStale),
        named: ReportPhrases.state(item.phase, isStale: item.isStale))
      let task = item.item.task
      byTask.count(
        item, on: day, under: task,
        named: ReportPhrases.task(task, ledger.list?.task(task)?.title ?? item.item.taskTitle))
      let leads = item.item.departments.lead
      for lead in leads.indices where !leads[..<lead].contains(leads[lead]) {
        byDepartment.count(item, on: day, under: leads[lead], named: leads[lead])
      }
    }
  }

  /// The items by state, with shares of all that add up to 100.0; empty states are left out.
  var states: [GroupLine] {
    var lines = ReportPhrases.stateOrder.compactMap { name in
      byState.lines.first { $0.name == name }
    }
    for (index, share) in Shares.words(of: lines.map(\.total)).enumerated() {
      lines[index].share = share
    }
    return lines
  }

  /// The items by task, in the order of the list; the school's own last.
  var tasks: [GroupLine] {
    byTask.keys.sorted { ($0 == 0 ? .max : $0) < ($1 == 0 ? .max : $1) }.compactMap { byTask[$0] }
  }

  /// The items by leading department, in the order in which the plan first names them; an item
  /// with several counts at each.
  var departments: [GroupLine] { byDepartment.lines }

  /// Groups by key, in the order in which they were first met.
  private struct Groups<Key: Hashable & Sendable>: Sendable {
    private(set) var keys: [Key] = []
    private(set) var lines: [GroupLine] = []
    private var places: [Key: Int] = [:]

    subscript(key: Key) -> GroupLine? { places[key].map { lines[$0] } }

    mutating func count(
      _ item: ItemState, on day: CivilDate, under key: Key, named name: @autoclosure () -> String
    ) {
      let place = places[key] ?? lines.count
      if place == lines.count {
        places[key] = place
        keys.append(key)
        lines.append(GroupLine(name()))
      }
      lines[place].count(item, on: day)
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
