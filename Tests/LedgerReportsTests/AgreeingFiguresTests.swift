import Foundation
import LedgerReports
import TaskLedger
import TestSupport
import Testing

/// The same figure is the same figure in every output, on every day of random histories.
///
/// What a day says is reckoned a second time, from the entries alone, by ``Reckoning``.
struct AgreeingFiguresTests {
  @Test(
    .bug(id: "counts", "heads, tables, lists and rollup counted differently"), arguments: 0..<300)
  func `every pair of outputs gives the same figures`(seed: Int) throws {
    let walk = try FigureWalk(seed: seed, length: 60)
    for day in walk.days {
      let ledger = Ledger.folding(walk.scenario.entries, asOf: day)
      let input = ReportInput(
        ledger: ledger, asOf: day, entries: walk.scenario.entries.filter { $0.effective <= day },
        indicators: IndicatorTable())
      for fault in try Self.faults(in: input) {
        Issue.record("seed \(seed), \(day): \(fault)")
      }
    }
  }

  /// What does not agree, in words.
  static func faults(in input: ReportInput) throws -> [String] {
    var faults: [String] = []
    func same<Value: Equatable>(_ name: String, _ left: Value, _ right: Value) {
      if left != right { faults.append("\(name): \(left) and \(right)") }
    }
    let onDay = input.onDay
    for item in onDay.items {
      let other = Reckoning(item.state, in: input)
      same("\(item.id) due", item.due, other.due)
      same("\(item.id) overdue", item.isOverdue, other.isOverdue)
      same("\(item.id) target", item.target?.day, other.target)
      same("\(item.id) alive", item.state.isAlive(on: input.asOf), other.isAlive)
      same("\(item.id) missed", item.isMissed, other.isMissed)
      same("\(item.id) settled", item.isSettled, other.isSettled)
      same("\(item.id) red", item.light == .red, other.isRed)
      if item.isLive, !item.isSettled, item.missing.isEmpty {
        faults.append("\(item.id) is not settled and misses nothing")
      }
      if item.isSettled, item.isOverdue { faults.append("\(item.id) settled and overdue") }
    }
    let counts = onDay.counts
    let live = onDay.live
    let overdue = live.filter(\.isOverdue).map(\.id).sorted()
    let unsettled = live.filter { !$0.isSettled }.map(\.id)
    same("total", counts.total, onDay.items.count)
    same("sum", ItemStatus.allCases.map { counts[$0] }.reduce(0, +), counts.total)

    let month = input.asOf.civilMonth
    let monthly = MonthlyReport(of: month, input)
    same("monthly head", monthly.counts.states, counts)
    same("monthly states", monthly.states.map(\.total).reduce(0, +), counts.total)
    same("monthly tasks", monthly.tasks.map(\.total).reduce(0, +), counts.total)
    same("tasks closed", monthly.tasks.map(\.closed).reduce(0, +), counts[.closed])
    same("tasks standing", monthly.tasks.map(\.standing).reduce(0, +), counts[.ongoing])
    same("tasks overdue", monthly.tasks.map(\.overdue).reduce(0, +), overdue.count)
    same("monthly overdue", monthly.overdue.map(\.id).sorted(), overdue)
    // What was closed in the month and reopened since stands in it and is not closed.
    if monthly.closed.count(where: \.isDone) > counts[.closed] {
      faults.append("closed in the month above closed")
    }
    let listed = Set((monthly.overdue + monthly.dueThis).map(\.id))
    for item in live where !item.isSettled {
      if let target = item.target?.day, month.contains(target), !listed.contains(item.id) {
        faults.append("\(item.id) is due in the month and in no list")
      }
    }
    let agenda = MeetingAgenda(of: month, in: onDay)
    same("agenda overdue", agenda.overdue.map(\.item).sorted(), overdue)
    same("agenda this month", agenda.dueThisMonth, monthly.dueThis.map(\.id))
    same("agenda next month", agenda.dueNextMonth, monthly.dueNext.map(\.id))
    same("agenda stale", agenda.stale.count, counts[.stale])
    same("agenda submitted", agenda.submitted.count, counts[.submitted])

    let evaluation = SelfEvaluation(input)
    same("evaluation head", evaluation.counts.states, counts)
    same("evaluation settled", evaluation.counts.settled, counts.total - unsettled.count)
    same("evaluation open", evaluation.open.map(\.id), unsettled)
    same("evaluation withdrawn", evaluation.withdrawn.count, counts[.withdrawn])
    same("rate overdue", monthly.tally.overdue, overdue.count)

    let board = Board(input)
    same("board head", board.counts.states, counts)
    same("board lights", board.segments.map(\.count).reduce(0, +), counts.total)
    same("board items", board.lines.count, counts.total)
    same("board departments", board.month.departments, monthly.departments)

    let summary = SchoolSummary(
      input, source: "", origin: "", head: (sequence: 1, digest: ""), later: 0)
    same("rollup head", summary.counts, counts)
    same("rollup tally", summary.tally, monthly.tally)
    same("rollup months", summary.months.values.map(\.overdue).reduce(0, +), overdue.count)
    same("rollup verdict", summary.passes, evaluation.verdict.passes)
    let held = summary.reasons.filter {
      [.itemOpen, .standingWithoutEvidence, .closureStale].contains($0.code)
    }
    same("rollup open", Set(held.flatMap(\.subjects)), Set(unsettled.map(\.description)))

    for lead in Set(live.flatMap(\.state.item.departments.all)).sorted() {
      let paper = try DepartmentReport(of: lead, input)
      let own = onDay.items.filter { $0.state.item.departments.lead.contains(lead) }
      same("\(lead) items", (paper.open + paper.done).map(\.id).sorted(), own.map(\.id).sorted())
      same("\(lead) open", Set(paper.open.map(\.id)), Set(own.map(\.id)).intersection(unsettled))
      let line = monthly.departments.first { $0.name == lead }
      same("\(lead) overdue", line?.overdue ?? 0, own.count(where: \.isOverdue))
    }
    let calendar = CalendarText.written(input)
    for item in live where item.nextDay != nil {
      if !calendar.contains("UID:item-\(item.id)-") { faults.append("\(item.id) not in calendar") }
    }
    try faults += jsonFaults(onDay)
    return faults + sheetFaults(in: input)
  }

  /// What the sheets that go out say otherwise.
  private static func sheetFaults(in input: ReportInput) -> [String] {
    var faults: [String] = []
    let sheets = SheetInput(
      report: input, first: ReviewDigest.sha256("first"), returnBy: input.asOf, recipient: "",
      digest: ReviewDigest.sha256)
    let onDay = input.onDay
    let status = SheetStatusLine.all(sheets.asking, since: input.asOf.civilMonth.firstDay)
    var listed: Set<ItemID> = []
    for (department, line) in zip(sheets.departments, status) {
      let own = onDay.live.filter {
        SheetAsking.owners(of: $0.state.item).contains(department)
      }
      let book = DepartmentSheet.book(of: department, sheets)
      if book.items != own.count || line.items != own.map(\.id) {
        faults.append("\(department) sheet: \(book.items), \(line.items.count) and \(own.count)")
      }
      let rows = book.pages.count > 1 ? book.pages[1].rows.dropFirst() : []
      for (row, item) in zip(rows, own) {
        if row[0] != item.id.description { faults.append("\(item.id) stands as \(row[0])") }
        if let target = item.target?.day, !row[3].contains("\(target)") {
          faults.append("\(item.id) sheet target: \(row[3]) and \(target)")
        }
        if row[5].isEmpty { faults.append("\(item.id) sheet says nothing of what is missing") }
        let obstacles = onDay.obstacles(of: item, input.profile.hedges)
        if (item.missing.isEmpty && obstacles.isEmpty) != (row[5] == "无") {
          faults.append("\(item.id) sheet missing: \(row[5]) and \(item.missing)")
        }
      }
      listed.formUnion(own.map(\.id))
    }
    if listed != Set(onDay.live.filter { !$0.state.item.departments.all.isEmpty }.map(\.id)) {
      faults.append("items in sheets: \(listed.count)")
    }
    let waiting = onDay.counts[.submitted] + onDay.counts[.stale]
    let review = ReviewSheet.book(sheets).items
    if review != waiting { faults.append("review sheet: \(review) and \(waiting)") }
    return faults
  }

  /// What the items as programs read them say otherwise.
  private static func jsonFaults(_ onDay: LedgerOnDay) throws -> [String] {
    try onDay.items.compactMap { item in
      let json = ItemJSON(item.state, in: onDay.ledger, on: onDay.day, digest: ReviewDigest.sha256)
      let read = try JSONDecoder().decode(ReadItem.self, from: JSONEncoder().encode(json))
      let expected = ReadItem(
        status: item.status.rawValue, settled: item.isSettled, isOverdue: item.isOverdue,
        light: item.light.rawValue, targetDay: item.target?.day.description)
      return read == expected ? nil : "\(item.id): \(read) and \(expected)"
    }
  }

  private struct ReadItem: Decodable, Equatable {
    var status: String
    var settled: Bool
    var isOverdue: Bool
    var light: String
    var targetDay: String?
  }
}

/// What a day says of an item, reckoned from its entries alone.
struct Reckoning {
  private(set) var due: CivilDate?
  private(set) var target: CivilDate?
  private(set) var isOverdue = false
  private(set) var isAlive = false
  private(set) var isMissed = false
  private(set) var isSettled = false
  private(set) var isRed = false

  init(_ state: ItemState, in input: ReportInput) {
    let day = input.asOf
    var deadline = Deadline.blank
    var (granted, roundDue): (CivilDate?, CivilDate??) = (nil, nil)
    var hasSuperior = false
    var reopened: CivilDate?
    var signs: [(day: CivilDate, number: EvidenceNumber?)] = []
    for entry in state.entries {
      guard case .item(_, let event) = entry.event else { continue }
      switch event {
      case .imported(let item): deadline = item.deadline
      case .revised(let payload):
        for case .deadline(let new) in payload.changes {
          if new.due != deadline.due { granted = nil }
          (deadline, roundDue) = (new, nil)
          if payload.superior != nil || granted == nil { hasSuperior = payload.superior != nil }
        }
      case .extensionGranted(let payload):
        granted = payload.until
        hasSuperior = payload.superior != nil
      case .reopened(let payload):
        (granted, roundDue, reopened) = (nil, .some(payload.due.day), entry.effective)
        hasSuperior = false
      case .progressNoted, .closed, .sustained: signs.append((entry.effective, nil))
      case .evidenceAttached(let piece): signs.append((entry.effective, piece.number))
      case .evidenceVoided(let payload): signs.removeAll { $0.number == payload.number }
      default: break
      }
    }
    due = granted ?? roundDue ?? deadline.due
    let handIn = input.ledger.list?.handIns.map(\.due).max()
    target = due
    if let handIn, due == nil || !hasSuperior, reopened.map({ $0 <= handIn }) ?? true {
      target = min(due ?? handIn, handIn)
    }
    let isLive = state.phase != .withdrawn && state.droppedReason == nil
    let isSound = state.phase == .closed && !state.isStale
    isOverdue = isLive && !isSound && due.map { $0 < day } ?? false

    let days = signs.map(\.day)
    var goesOn = deadline.isOngoing || state.phase == .ongoing
    if case .recurring(let recurrence) = deadline.meaning {
      goesOn = true
      var elapsed: [CivilDate] = []
      var next = state.importedOn
      while next < day {
        if recurrence.next(onOrAfter: next) == next { elapsed.append(next) }
        next = CivilDate(dayNumber: next.dayNumber + 1) ?? day
      }
      var last: CivilDate?
      var missed: CivilDate?
      for due in elapsed {
        if !days.contains(where: { sign in sign <= due && last.map { sign > $0 } ?? true }) {
          missed = due
        }
        last = due
      }
      let isOpen = missed.map { due in !days.contains { $0 > due } } ?? false
      isMissed = isLive && isOpen
      let start = elapsed.count >= 2 ? elapsed[elapsed.count - 2] : nil
      let hasSign = start.map { start in days.contains { $0 > start } } ?? !days.isEmpty
      isAlive = !(isLive && isOpen) && hasSign
    } else {
      isAlive = days.contains(where: day.civilMonth.contains)
    }
    switch state.phase {
    case .closed: isSettled = isSound && (!goesOn || isAlive)
    case .ongoing: isSettled = !isOverdue && isAlive
    case .withdrawn: isSettled = true
    default: isSettled = false
    }
    if !isLive { return }
    let isRoundWithoutDay = roundDue == .some(nil) && deadline.due != nil
    if goesOn, due == nil && !isRoundWithoutDay || isSound {
      isRed = isMissed || !isSettled && !isSound && target.map { day > $0 } ?? false
      guard !deadline.meaning.isRecurringForTest, !isAlive else { return }
      if let start = deadline.start, day < start { return }
      let since = max(state.importedOn, deadline.start ?? state.importedOn).civilMonth
      guard let before = day.civilMonth.previous, since < before else { return }
      if !days.contains(where: before.contains) { isRed = true }
    } else if !isSound, due != nil, let target {
      isRed = day > target
    }
  }
}

extension Deadline.Meaning {
  fileprivate var isRecurringForTest: Bool {
    if case .recurring = self { true } else { false }
  }
}

/// A random history with every kind of deadline in it; refused commands are left out.
struct FigureWalk {
  private(set) var scenario: LedgerScenario
  private(set) var days: [CivilDate] = []
  private var random: SplitMix64
  private let ids: [ItemID]

  init(seed: Int, length: Int) throws {
    random = SplitMix64(seed: UInt64(seed) &+ 7)
    var list = TaskList.madeUp
    list.handIns = [
      HandIn(
        due: try LedgerScenario.day("2020-10-15"), what: "自评报告", forms: [], recipients: [])
    ]
    let words = [
      "2020年8月底前，并长期坚持", "每月25日前", "每学期", "长期坚持", "", "2020年6月", "2020年12月",
      "2020年5月、2020年10月", "2020年9月起长期坚持", "2020年7月",
    ]
    let chosen = ["1.1", "1.2", "2.1", "2.2", "2.3", "3.1", "4.1", "5.1", "9.2", "10.1"]
    var items: [Item] = []
    for (place, id) in chosen.enumerated() {
      guard var item = Item.madeUp.first(where: { $0.id.description == id }) else { continue }
      item.deadline = DeadlineLanguage.read(words[place], year: 2020)
      items.append(item)
    }
    ids = items.map(\.id)
    scenario = try LedgerScenario(list: list, items: items)
    for _ in 0..<length { try step() }
    let last = scenario.today.dayNumber
    let first = last - 200
    var chosenDays = (0..<3).compactMap { _ in CivilDate(dayNumber: first + int(230)) }
    chosenDays.append(scenario.today.civilMonth.lastDay)
    chosenDays.append(scenario.today)
    days = chosenDays
  }

  private mutating func int(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  private mutating func step() throws {
    scenario.today = CivilDate(dayNumber: scenario.today.dayNumber + int(7)) ?? scenario.today
    let id = ids[int(ids.count)]
    let actor = ["学工部", "校团委", scenario.reviewer][int(3)]
    let command = try command(for: id)
    do {
      if int(4) == 0 {
        let back = CivilDate(dayNumber: scenario.today.dayNumber - int(30)) ?? scenario.today
        try scenario.backDate(command, by: actor, to: back.description)
      } else {
        try scenario.run(command, by: actor)
      }
    } catch is LedgerRejection {
      return
    }
  }

  private mutating func command(for id: ItemID) throws -> LedgerCommand {
    let later = CivilDate(dayNumber: scenario.today.dayNumber + 1 + int(120)) ?? scenario.today
    switch int(20) {
    case 0, 1, 2: return .start(id)
    case 3, 4: return .note(id, text: "推进会")
    case 5, 6, 7:
      return .attach(
        id,
        NewEvidence(
          digest: try LedgerScenario.digest("\(int(50))"), fileName: "材料.pdf", byteCount: 1,
          mediaType: "application/pdf"))
    case 8, 9: return .submit(id, summary: int(4) == 0 ? "基本完成" : "已完成")
    case 10, 11, 12: return .close(id, opinion: "同意")
    case 13: return .return(id, reason: "缺名单")
    case 14:
      return .reopen(id, finding: "不实", basis: "督查", due: int(2) == 0 ? later : nil)
    case 15: return .sustain(id)
    case 16: return .requestExtension(id, until: later, reason: "推迟", progress: "拟稿")
    case 17: return .grantExtension(id, basis: "例会", superior: int(2) == 0 ? "省发〔2020〕2号" : nil)
    case 18:
      return int(5) == 0
        ? .withdraw(id, basis: "省厅通知")
        : .raiseGap(text: "未公示", item: id, owner: "学工部", due: nil)
    default:
      return .revise(
        id, changes: [int(2) == 0 ? .deadline(.until(later.description)) : .content("改写\(int(9))")],
        reason: "核对")
    }
  }
}
