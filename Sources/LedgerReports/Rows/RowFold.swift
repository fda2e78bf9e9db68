import TaskLedger

/// Walks through the days on which something of a ledger changes and keeps what held in between.
///
/// On each such day only the items are looked at of which something is entered or recorded, or whose
/// own next change has come (``ItemOnDay/nextChange``).
struct RowFold {
  /// What is kept of an item between two looks; small, because it is walked through on every day.
  private struct Counted {
    var clause: ClauseID?
    var answer: SchoolSummary.Standing.Answer
    var isLive: Bool { answer.isLive }
    var next: CivilDate?
    var month: CivilMonth?
    var monthCounts: SchoolSummary.Month
    var reasons: [ReasonRow]
  }

  private let entries: [EventEnvelope]
  private let departments: DepartmentDirectory
  private let hedges: HedgeWords
  private let entriesByDay: [CivilDate: [Int]]
  private let recordedByDay: [CivilDate: [ItemID]]
  private var ledger = Ledger(asOf: nil)
  private var lastApplied = -1
  private var lastCounted: [ItemID: Counted] = [:]
  private var answering: [ClauseID: Set<ItemID>] = [:]
  private var listed: Set<ClauseID> = []
  private var monthCounts: [CivilMonth: SchoolSummary.Month] = [:]
  private var answers: IndicatorAnswers?
  private var wholeReasons: [ReasonRow] = []
  private var indicatorReasons: [ReasonRow] = []

  private(set) var clauses = Spans<ClauseID, ClauseRow>()
  private(set) var months = Spans<CivilMonth, MonthRow>()
  private(set) var indicatorAnswers = Spans<String, IndicatorRow>()
  private(set) var reasons = Spans<ReasonRow, ReasonRow>()
  private(set) var items = Spans<ItemID, ItemRow>()

  init(
    _ entries: [EventEnvelope], indicators: IndicatorTable?, departments: DepartmentDirectory,
    hedges: HedgeWords
  ) {
    self.entries = entries
    answers = indicators.map(IndicatorAnswers.init)
    self.departments = departments
    self.hedges = hedges
    entriesByDay = Dictionary(grouping: entries.indices) { entries[$0].effective }
    recordedByDay = Dictionary(
      entries.compactMap { entry in
        guard case .item(let id, _) = entry.event, entry.recordedOn > entry.effective else {
          return nil
        }
        return (entry.recordedOn, [id])
      }, uniquingKeysWith: +)
  }

  /// The school's name after all entries.
  var school: String { ledger.school }

  /// The hand-in day after all entries.
  var handInDay: CivilDate? { ledger.list?.handInDay }

  /// Walks through all days.
  mutating func run() {
    let fixed = Set(entriesByDay.keys).union(recordedByDay.keys).sorted()
    var place = 0
    while true {
      let own = lastCounted.values.compactMap(\.next).min()
      let entered = place < fixed.count ? fixed[place] : nil
      guard let day = [own, entered].compactMap({ $0 }).min() else { return }
      if day == entered { place += 1 }
      look(on: day)
    }
  }

  private mutating func look(on day: CivilDate) {
    let isFirst = lastApplied < 0
    var scope = take(on: day)
    if isFirst { scope = Scope(isWhole: true, isJudgedAnew: true) }
    var touched = Set(recordedByDay[day] ?? []).union(scope.items)
    if scope.isWhole { touched.formUnion(ledger.order + Array(lastCounted.keys)) }
    for (id, counted) in lastCounted where counted.next == day { touched.insert(id) }
    if scope.isJudgedAnew || !scope.figures.isEmpty { judgeIndicators(scope, on: day) }
    if !touched.isEmpty || scope.isWhole { count(touched, isWhole: scope.isWhole, on: day) }
  }

  // MARK: - The entries of a day

  /// What the entries of a day may change.
  private struct Scope {
    var items: Set<ItemID> = []
    var isWhole = false
    var figures: Set<FactName> = []
    var isJudgedAnew = false
  }

  /// Takes in the entries that count from a day on; entries dated back are put in their place by
  /// folding again.
  private mutating func take(on day: CivilDate) -> Scope {
    ledger.look(on: day)
    guard let new = entriesByDay[day], let first = new.first, let last = new.last else {
      return Scope()
    }
    if first > lastApplied {
      for index in new { ledger.apply(entries[index]) }
      lastApplied = last
      return new.reduce(into: Scope()) {
        Self.widen(&$0, by: entries[$1].event)
        $0.figures.formUnion(figuresProved(by: entries[$1].event))
      }
    }
    ledger = Ledger.folding(entries, asOf: day)
    lastApplied = max(lastApplied, last)
    return Scope(isWhole: true, isJudgedAnew: true)
  }

  private static func widen(_ scope: inout Scope, by event: LedgerEvent) {
    switch event {
    case .item(let id, _): scope.items.insert(id)
    case .ledger(.factRecorded(let fact)): scope.figures.insert(FactName(fact.name))
    case .ledger(.indicatorExempted): scope.isJudgedAnew = true
    case .ledger(.memberAdded), .ledger(.memberRetired), .ledger(.textRecorded),
      .ledger(.reminderSent), .ledger(.reminderAnswered), .ledger(.meetingAttended):
      break
    case .ledger(.opened), .ledger(.reviewersChanged), .ledger(.listAdopted),
      .ledger(.listCorrected), .ledger(.planImported), .ledger(.gapRaised), .ledger(.gapResolved),
      .ledger(.meetingOpened), .ledger(.monthSealed), .ledger(.meetingDecided),
      .ledger(.decisionSettled):
      scope.isWhole = true
      scope.isJudgedAnew = true
    }
  }

  /// The figures that rest on evidence of an item whose evidence an entry may change.
  private func figuresProved(by event: LedgerEvent) -> [FactName] {
    guard case .item(let id, let event) = event else { return [] }
    switch event {
    case .evidenceAttached, .evidenceVoided, .undone:
      return ledger.facts.filter { _, facts in facts.contains { $0.evidence?.item == id } }
        .map { FactName($0.key) }
    case .imported, .dropped, .revised, .confirmed, .started, .progressNoted, .closureSubmitted,
      .closed, .closureReturned, .reopened, .sustained, .withdrawn, .extensionRequested,
      .extensionGranted, .extensionRefused:
      return []
    }
  }

  // MARK: - What is counted

  private mutating func judgeIndicators(_ scope: Scope, on day: CivilDate) {
    let sheet = FactSheet(ledger)
    if scope.isJudgedAnew {
      answers?.renew(by: sheet)
    } else {
      answers?.renew(asking: scope.figures, by: sheet)
    }
    let all = answers?.all ?? []
    indicatorAnswers.set(
      Dictionary(all.map { ($0.indicator.number, IndicatorRow($0)) }, uniquingKeysWith: { $1 }),
      from: day)
    let new = Verdict.reasons(of: all, isJudged: answers != nil).map(ReasonRow.init)
    replace(indicatorReasons, by: new, on: day)
    indicatorReasons = new
  }

  /// Says which reasons hold in the place of others; those that stay are left alone.
  private mutating func replace(_ old: [ReasonRow], by new: [ReasonRow], on day: CivilDate) {
    guard old != new else { return }
    for reason in old where !new.contains(reason) { reasons.set(reason, nil, from: day) }
    for reason in new { reasons.set(reason, reason, from: day) }
  }

  private mutating func count(_ touched: Set<ItemID>, isWhole: Bool, on day: CivilDate) {
    let handInDay = ledger.list?.handInDay
    var months: Set<CivilMonth> = []
    var answered: Set<ClauseID> = []
    var isRearranged = isWhole
    if isWhole { listed = Set(ledger.list?.clauses.map(\.id) ?? []) }
    for id in touched {
      let before = lastCounted[id]
      let look = ledger[id].flatMap { state in
        state.droppedReason == nil ? ItemOnDay(state, on: day, handInDay: handInDay) : nil
      }
      let now = look.map { counted(of: $0) }
      lastCounted[id] = now
      items.set(id, look.map { ItemRow($0, departments, before: items[id]) }, from: day)
      move(id, from: before, to: now)
      replace(before?.reasons ?? [], by: now?.reasons ?? [], on: day)
      months.formUnion([before?.month, now?.month].compactMap { $0 })
      answered.formUnion([before?.clause, now?.clause].compactMap { $0 })
      if before?.clause != now?.clause || before?.isLive != now?.isLive { isRearranged = true }
    }
    if isRearranged {
      let whole = Verdict.reasons(ofWhole: ledger) + Verdict.gaps(of: ledger)
      let new = whole.map(ReasonRow.init)
      replace(wholeReasons, by: new, on: day)
      wholeReasons = new
    }
    countMonths(months, on: day)
    countClauses(isWhole ? nil : answered, on: day)
  }

  private func counted(of item: ItemOnDay) -> Counted {
    var counted = Counted(
      clause: item.state.item.clause, answer: .init(item), next: item.nextChange,
      month: nil, monthCounts: .init(), reasons: [])
    if item.isLive {
      counted.month = item.due?.civilMonth
      counted.monthCounts.add(item)
      counted.reasons = Verdict.reasons(of: item, in: ledger, hedges: hedges)
        .map(ReasonRow.init)
    }
    return counted
  }

  /// Counts an item where it belongs now, and no longer where it belonged.
  private mutating func move(_ id: ItemID, from before: Counted?, to now: Counted?) {
    if let month = before?.month, let counts = before?.monthCounts {
      monthCounts[month]?.subtract(counts)
    }
    if let month = now?.month, let counts = now?.monthCounts {
      monthCounts[month, default: .init()].add(counts)
    }
    guard before?.clause != now?.clause else { return }
    if let clause = before?.clause { answering[clause]?.remove(id) }
    if let clause = now?.clause { answering[clause, default: []].insert(id) }
  }

  private mutating func countMonths(_ changed: Set<CivilMonth>, on day: CivilDate) {
    for month in changed {
      let counts = monthCounts[month] ?? .init()
      months.set(
        month, counts.due == 0 ? nil : MonthRow(month: month, counts: counts), from: day)
    }
  }

  private mutating func countClauses(_ changed: Set<ClauseID>?, on day: CivilDate) {
    let wanted = changed?.intersection(listed) ?? listed.union(clauses.keys)
    for clause in wanted {
      let answers = (answering[clause] ?? []).compactMap { lastCounted[$0]?.answer }
      let row = ClauseRow(clause: clause, standing: .init(of: answers))
      clauses.set(clause, listed.contains(clause) ? row : nil, from: day)
    }
  }
}
