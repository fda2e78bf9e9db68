import TaskLedger

/// What the items of a ledger, or of a stretch of it, come to in the paper of a month.
struct MonthlyPass: Sendable {
  private let month: CivilMonth
  private(set) var tally = Tally()
  private(set) var original = Tally()
  private(set) var groups: GroupTables
  private(set) var agenda: MeetingAgenda
  private(set) var closed: [ItemLine] = []
  private(set) var closedSince: [ItemLine] = []
  private(set) var overdue: [ItemLine] = []
  private(set) var turns: [MonthlyReport.Turn] = []
  private(set) var dueNext: [ItemLine] = []
  private(set) var standing: [ItemLine] = []
  private(set) var undated: [ItemLine] = []
  private(set) var unconfirmed: [ItemID] = []

  /// Looks at every item once.
  init(of month: CivilMonth, _ input: ReportInput) {
    let ground = LineGround(input)
    let items = ground.states
    let empty = MonthlyPass(of: month, on: input.asOf, input.ledger)
    let parts = SideBySide.map(stretchesOf: items.count) { stretch in
      var part = empty
      let ground = LineGround(as: ground)
      for place in stretch {
        let marks = ItemMarks(at: place, of: items, on: input.asOf)
        part.add(ItemLine(at: place, of: ground, marks), at: place, of: items, marks)
      }
      part.sortOverdue()
      return part
    }
    self = parts.first ?? empty
    for part in parts.dropFirst() { append(part) }
    sortOverdue()
  }

  /// Puts what is overdue longest first; what is sorted in stretches is merged quickly.
  private mutating func sortOverdue() {
    overdue.sort {
      ($0.marks.due ?? $0.asOf, $0.place) < ($1.marks.due ?? $1.asOf, $1.place)
    }
  }

  private init(of month: CivilMonth, on day: CivilDate, _ ledger: Ledger) {
    self.month = month
    groups = GroupTables(list: ledger.list)
    agenda = MeetingAgenda(of: month, on: day, gaps: ledger.gaps)
  }

  private mutating func add(
    _ line: ItemLine, at place: Int, of items: [ItemState], _ marks: ItemMarks
  ) {
    tally.count(marks)
    original.count(marks, basis: .original)
    groups.count(at: place, of: items, marks)
    agenda.add(at: place, of: items, marks)
    show(line, marks)
  }

  /// Takes up an item wherever it is shown.
  private mutating func show(_ line: ItemLine, _ marks: ItemMarks) {
    guard marks.isLive else { return }
    let isClosed = marks.isSoundlyClosed
    if isClosed, let closedOn = marks.closedOn {
      if month.contains(closedOn) { closed.append(line) }
      if closedOn > month.lastDay { closedSince.append(line) }
    }
    if marks.isOverdue { overdue.append(line) }
    if line.hasTurns { turns += MonthlyReport.Turn.all(of: line, in: month) }
    if line.isUnconfirmed { unconfirmed.append(line.id) }
    if let next = marks.nextDay, next.civilMonth == month.next, next != marks.due {
      dueNext.append(line)
    }
    if let due = marks.due {
      if !isClosed, due.civilMonth == month.next, due >= marks.day { dueNext.append(line) }
    } else if marks.isUnending {
      standing.append(line)
    } else if !isClosed {
      undated.append(line)
    }
  }

  /// Takes up what the items after these came to.
  private mutating func append(_ later: MonthlyPass) {
    tally.add(later.tally)
    original.add(later.original)
    groups.append(later.groups)
    agenda.append(later.agenda)
    closed += later.closed
    closedSince += later.closedSince
    overdue += later.overdue
    turns += later.turns
    dueNext += later.dueNext
    standing += later.standing
    undated += later.undated
    unconfirmed += later.unconfirmed
  }
}
