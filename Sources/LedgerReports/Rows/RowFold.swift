import TaskLedger

/// Walks through the days on which something of a ledger changes and keeps what held in between.
///
/// On each such day only the items are looked at of which something is entered or recorded, or whose
/// own next change has come (``ItemOnDay/nextChange``).
struct RowFold {
  /// What an item contributes to the counts.
  private struct Share {
    var onDay: ItemOnDay
    var next: CivilDate?
    var reasons: [ReasonRow]
  }

  private let entries: [EventEnvelope]
  private let indicators: IndicatorTable?
  private let departments: DepartmentDirectory
  private let entriesByDay: [CivilDate: [Int]]
  private let recordedByDay: [CivilDate: [ItemID]]
  private var ledger = Ledger(asOf: nil)
  private var lastApplied = -1
  private var shares: [ItemID: Share] = [:]
  private var wholeReasons: [ReasonRow] = []
  private var indicatorReasons: [ReasonRow] = []

  private(set) var clauses = Spans<ClauseID, ClauseRow>()
  private(set) var months = Spans<CivilMonth, MonthRow>()
  private(set) var indicatorAnswers = Spans<String, IndicatorRow>()
  private(set) var reasons = Spans<ReasonRow, ReasonRow>()
  private(set) var items = Spans<ItemID, ItemRow>()

  init(
    _ entries: [EventEnvelope], indicators: IndicatorTable?, departments: DepartmentDirectory
  ) {
    self.entries = entries
    self.indicators = indicators
    self.departments = departments
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
      let own = shares.values.compactMap(\.next).min()
      let entered = place < fixed.count ? fixed[place] : nil
      guard let day = [own, entered].compactMap({ $0 }).min() else { return }
      if day == entered { place += 1 }
      look(on: day)
    }
  }

  private mutating func look(on day: CivilDate) {
    let isFirst = lastApplied < 0
    var scope = take(on: day)
    if isFirst { scope = Scope(isWhole: true, hasFigures: true) }
    var touched = Set(recordedByDay[day] ?? []).union(scope.items)
    if scope.isWhole { touched.formUnion(ledger.order + Array(shares.keys)) }
    touched.formUnion(shares.filter { $0.value.next == day }.keys)
    if scope.hasFigures { judgeIndicators(on: day) }
    if !touched.isEmpty || scope.isWhole { count(touched, isWhole: scope.isWhole, on: day) }
    let own = ledger.itemsInOrder.flatMap { shares[$0.id]?.reasons ?? [] }
    let all = wholeReasons + own + indicatorReasons
    reasons.set(Dictionary(all.map { ($0, $0) }, uniquingKeysWith: { $1 }), from: day)
  }

  // MARK: - The entries of a day

  /// What the entries of a day may change.
  private struct Scope {
    var items: Set<ItemID> = []
    var isWhole = false
    var hasFigures = false
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
      return new.reduce(into: Scope()) { Self.widen(&$0, by: entries[$1].event) }
    }
    ledger = Ledger.folding(entries, asOf: day)
    lastApplied = max(lastApplied, last)
    return Scope(isWhole: true, hasFigures: true)
  }

  private static func widen(_ scope: inout Scope, by event: LedgerEvent) {
    switch event {
    case .item(let id, _): scope.items.insert(id)
    case .ledger(.factRecorded), .ledger(.indicatorExempted): scope.hasFigures = true
    case .ledger(.memberAdded), .ledger(.memberRetired), .ledger(.textRecorded),
      .ledger(.reminderSent), .ledger(.reminderAnswered), .ledger(.meetingAttended):
      break
    case .ledger(.opened), .ledger(.reviewersChanged), .ledger(.listAdopted),
      .ledger(.listCorrected), .ledger(.planImported), .ledger(.gapRaised), .ledger(.gapResolved),
      .ledger(.meetingOpened), .ledger(.monthSealed), .ledger(.meetingDecided),
      .ledger(.decisionSettled):
      scope.isWhole = true
      scope.hasFigures = true
    }
  }

  // MARK: - What is counted

  private mutating func judgeIndicators(on day: CivilDate) {
    let answers = indicators?.answers(by: FactSheet(ledger)) ?? []
    indicatorAnswers.set(
      Dictionary(
        answers.map { ($0.indicator.number, IndicatorRow($0)) }, uniquingKeysWith: { $1 }),
      from: day)
    indicatorReasons = Verdict.reasons(of: answers, isJudged: indicators != nil).map(ReasonRow.init)
  }

  private mutating func count(_ touched: Set<ItemID>, isWhole: Bool, on day: CivilDate) {
    let onDay = LedgerOnDay(ledger, on: day)
    var months: Set<CivilMonth> = []
    var answered: Set<ClauseID> = []
    for id in touched {
      if let before = shares[id] { note(before.onDay, &months, &answered) }
      shares[id] = share(of: id, in: onDay)
      if let now = shares[id] { note(now.onDay, &months, &answered) }
      items.set(id, shares[id].map { ItemRow($0.onDay, departments) }, from: day)
    }
    wholeReasons = Verdict.reasons(ofWhole: ledger).map(ReasonRow.init)
    countMonths(months, on: day)
    countClauses(isWhole ? nil : answered, on: day)
  }

  private func note(
    _ item: ItemOnDay, _ months: inout Set<CivilMonth>, _ answered: inout Set<ClauseID>
  ) {
    if let due = item.due { months.insert(due.civilMonth) }
    if let clause = item.state.item.clause { answered.insert(clause) }
  }

  /// The share of an item; nil when the plan no longer has it.
  private func share(of id: ItemID, in onDay: LedgerOnDay) -> Share? {
    guard let state = ledger[id], state.droppedReason == nil else { return nil }
    let item = ItemOnDay(state, on: onDay.day, handInDay: onDay.handInDay)
    return Share(
      onDay: item, next: item.nextChange,
      reasons: item.isLive ? Verdict.reasons(of: item, in: onDay).map(ReasonRow.init) : [])
  }

  private mutating func countMonths(_ changed: Set<CivilMonth>, on day: CivilDate) {
    for month in changed {
      var counts = SchoolSummary.Month()
      for share in shares.values
      where share.onDay.isLive && share.onDay.due.map(month.contains) == true {
        counts.add(share.onDay)
      }
      months.set(
        month, counts.due == 0 ? nil : MonthRow(month: month, counts: counts), from: day)
    }
  }

  private mutating func countClauses(_ changed: Set<ClauseID>?, on day: CivilDate) {
    let listed = Set(ledger.list?.clauses.map(\.id) ?? [])
    let wanted = changed?.intersection(listed) ?? listed.union(clauses.keys)
    let answers = Dictionary(grouping: shares.values.map(\.onDay)) { $0.state.item.clause }
    for clause in wanted {
      let row = ClauseRow(clause: clause, standing: .init(of: answers[clause] ?? []))
      clauses.set(clause, listed.contains(clause) ? row : nil, from: day)
    }
  }
}
