import TaskLedger

/// The items of a task, of a department or in a state, counted.
package struct GroupLine: Sendable, Hashable {
  /// The name.
  package var name: String
  /// The items, withdrawn ones included.
  package var total = 0
  /// Of those, soundly closed.
  package var closed = 0
  /// Waiting for a review.
  package var submitted = 0
  /// Past the due day and open.
  package var overdue = 0
  /// 长期坚持: sustained.
  package var standing = 0
  /// Withdrawn on a superior document.
  package var withdrawn = 0
  /// The share of the table's whole; empty when the table has none.
  package var share = ""

  /// Creates a group without items.
  init(_ name: String) { self.name = name }

  /// Counts an item.
  mutating func count(_ item: ItemOnDay) {
    total += 1
    switch item.status {
    case .closed: closed += 1
    case .submitted: submitted += 1
    case .ongoing: standing += 1
    case .withdrawn: withdrawn += 1
    case .pending, .inProgress, .stale: break
    }
    if item.isOverdue { overdue += 1 }
  }
}

/// Items counted by state, by task and by leading department.
///
/// Invariant: each item is counted once in one state and one task, and once at each department that
/// leads it; a department under its other names is one.
struct GroupTables: Sendable {
  private var byState = Groups<ItemStatus>()
  private var byTask = Groups<Int>()
  private var byDepartment = Groups<String>()

  /// The tables of the items of a ledger, withdrawn ones included.
  init(_ ledger: LedgerOnDay, departments: DepartmentDirectory) {
    let names = PrintedDepartments(of: ledger.ledger, departments)
    for item in ledger.items {
      byState.count(item, under: item.status, named: ReportPhrases.state(item.status))
      let words = item.state.item
      byTask.count(
        item, under: words.task,
        named: ReportPhrases.task(
          words.task, ledger.ledger.list?.task(words.task)?.title ?? words.taskTitle))
      var met: Set<String> = []
      for lead in words.departments.lead {
        let identity = departments.identity(of: lead)
        guard met.insert(identity).inserted else { continue }
        byDepartment.count(item, under: identity, named: names[identity])
      }
    }
  }

  /// The items by state, with shares of all that add up to 100.0; empty states are left out.
  var states: [GroupLine] {
    var lines = ReportPhrases.stateOrder.compactMap { byState[$0] }
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
      _ item: ItemOnDay, under key: Key, named name: @autoclosure () -> String
    ) {
      let place = places[key] ?? lines.count
      if place == lines.count {
        places[key] = place
        keys.append(key)
        lines.append(GroupLine(name()))
      }
      lines[place].count(item)
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
    .number("open") { $0.total - $0.closed - $0.withdrawn },
    .optional("closedShare") { Ratio($0.closed, of: $0.total).percent },
    .optional("share") { $0.share },
  ])
}
