package import TaskLedger

/// Everything that still stands between today and 自评通过 (倒排表): a page a department, one for the
/// office.
///
/// Invariant: nothing is listed exactly when the verdict passes on the day.
package struct MissingReport: Sendable, Hashable {
  /// Head and foot.
  package var masthead: Masthead
  /// The day by which it must be done; the hand-in day when nobody names one.
  package var by: CivilDate
  /// The hand-in day, when it is past and no other day was named; nil otherwise.
  package var pastHandIn: CivilDate?
  /// The only department asked for; nil for all.
  package var department: String?
  /// The departments that lead something open, in the order in which the plan first names them.
  package var departments: [Department]
  /// Items that nobody leads.
  package var unassigned: [Row]
  /// Indicators that are not met or cannot be judged.
  package var indicators: [IndicatorLine]
  /// Reasons against passing that belong to no item: clauses without an item, damaged files.
  package var others: [Verdict.Reason]
  /// Open gaps that belong to no item, which hold no verdict back; of one department its own.
  package var gaps: [Ledger.Gap]
  /// The parts of the papers for which the office wrote nothing yet.
  package var unwritten: [OfficeText.Part]

  /// A department with what it must do.
  package struct Department: Sendable, Hashable {
    /// The name.
    package var name: String
    /// Its items.
    package var rows: [Row]
    /// The evidence of the items it leads whose file is missing or changed.
    package var damaged: [EvidenceNumber] = []
  }

  /// An item with what holds the verdict back.
  package struct Row: Sendable, Hashable {
    /// The item today.
    package var line: ItemLine
    /// What is missing, in the order in which it is done.
    package var obstacles: [Obstacle]

    /// What is missing in words, one after the other.
    package var words: [String] { obstacles.map { ReportPhrases.words(of: $0) } }
  }

  /// Gathers what is missing.
  ///
  /// - Parameters:
  ///   - day: The day by which it must be done; nil for the hand-in day, or the day of the input.
  ///   - name: The only department to list; nil for all.
  ///   - input: The ledger as of today.
  /// - Throws: ``ReportError`` for a department that nobody knows.
  package init(
    by day: CivilDate? = nil, of name: String? = nil, _ input: ReportInput
  ) throws(ReportError) {
    masthead = Masthead(input)
    let handIn = input.ledger.list?.handInDay
    let by = day ?? max(handIn ?? input.asOf, input.asOf)
    self.by = by
    pastHandIn = day == nil ? handIn.flatMap { $0 < input.asOf ? $0 : nil } : nil
    let lines = ItemLine.all(input)
    let rows = Self.rows(by: by, handIn: handIn, input)
    let directory = input.departments
    let names = PrintedDepartments(of: input.ledger, directory)
    let damaged = EvidenceLine.counting(input).filter(\.isDamaged).map(\.evidence.number)
    var found = Self.departments(rows, damaged: damaged, names, input)
    if let name {
      guard let own = found.first(where: { directory.isSame($0.name, name) }) else {
        throw .departmentUnknown(
          name, nearest: EditDistance.nearest(to: name, among: found.map(\.name)))
      }
      department = own.name
      found = [own]
    }
    departments = found.filter { !$0.rows.isEmpty || !$0.damaged.isEmpty || name != nil }
    unassigned = rows.filter { $0.line.state.item.departments.lead.isEmpty }
    indicators = IndicatorLine.all(input).filter { !$0.answer.allowsPassing }
    others = Verdict(lines, input).reasons.filter { reason in
      switch reason {
      case .nothingToJudge, .clauseUnanswered, .evidenceDamaged, .indicatorsUnjudged: true
      case .itemOpen, .standingWithoutEvidence, .closureStale, .statementHedges, .gapOpen,
        .indicator:
        false
      }
    }
    let owner = department
    gaps = input.ledger.undecidedGaps.filter { gap in
      gap.item == nil && owner.map { directory.isSame($0, gap.owner) } ?? true
    }
    unwritten = input.ledger.unwrittenParts
  }

  /// The departments in the order in which the plan first names them, with what each must do.
  ///
  /// Whoever leads nothing but withdrawn items is known too, and has nothing to do.
  private static func departments(
    _ rows: [Row], damaged: [EvidenceNumber], _ names: PrintedDepartments, _ input: ReportInput
  ) -> [Department] {
    let wanted = Set(rows.map(\.line.id) + damaged.map(\.item))
    let all = ItemLine.all(input) { _ in true }
    let known =
      all.filter(\.state.isLive) + ItemLine.withdrawn(input)
      + all.filter { wanted.contains($0.id) }
    var found: [Department] = []
    for name in known.flatMap(\.state.item.departments.lead).map({ names[$0] })
    where !found.contains(where: { $0.name == name }) {
      found.append(Department(name: name, rows: []))
    }
    for place in found.indices {
      func isLed(_ line: ItemLine) -> Bool {
        line.state.item.departments.lead.contains { names[$0] == found[place].name }
      }
      let led = Set(all.filter(isLed).map(\.id))
      found[place].rows = rows.filter { led.contains($0.line.id) }
      found[place].damaged = damaged.filter { led.contains($0.item) }
    }
    return found
  }

  /// What is missing of each item by a day; of one that left the plan, its open gaps.
  private static func rows(by day: CivilDate, handIn: CivilDate?, _ input: ReportInput) -> [Row] {
    // What goes on must be alive in the month of the day by which all must be done.
    let then = max(day, input.asOf)
    return ItemLine.all(input, where: { _ in true }).compactMap { line -> Row? in
      if line.onDay.isLive, let target = line.onDay.target?.day, target > day,
        handIn.map({ day < $0 }) ?? false
      {
        return nil
      }
      let item = ItemOnDay(line.state, on: then, handInDay: handIn)
      let obstacles = input.ledger.obstacles(of: item, input.profile.hedges)
        .map { $0.toCome(after: input.asOf) }
      return obstacles.isEmpty ? nil : Row(line: line, obstacles: obstacles)
    }
  }

  /// The items with something missing, each once.
  package var items: [Row] {
    var seen: Set<ItemID> = []
    return (departments.flatMap(\.rows) + unassigned).filter { seen.insert($0.line.id).inserted }
      .sorted { $0.line.id < $1.line.id }
  }

  /// What the office itself must see to, line by line; of one department its own gaps and files.
  package var officeWords: [String] {
    let gaps = gaps.map(ReportPhrases.openGap)
    guard department == nil else {
      return gaps + damaged.map { ReportPhrases.words(of: Verdict.Reason.evidenceDamaged($0)) }
    }
    return gaps + others.map { ReportPhrases.words(of: $0) }
      + indicators.map { ReportPhrases.words(of: Verdict.Reason.indicator($0.answer)) }
      + (unwritten.isEmpty ? [] : [ReportPhrases.unwritten(unwritten)])
  }

  /// The evidence whose file is missing or changed; of one department that of the items it leads.
  package var damaged: [EvidenceNumber] {
    if let own = departments.first, department != nil { return own.damaged }
    return others.compactMap { reason in
      if case .evidenceDamaged(let number) = reason { number } else { nil }
    }
  }

  /// How much is missing of each kind. Indicators and clauses are no department's own.
  package var amounts: String {
    let clauses = others.count { if case .clauseUnanswered = $0 { true } else { false } }
    return ReportPhrases.lacking(
      items: items.count,
      indicators: department == nil && masthead.isJudged ? indicators.count : nil,
      clauses: department == nil ? clauses : 0, files: damaged)
  }

  /// Whether nothing at all is missing.
  package var isEmpty: Bool { items.isEmpty && indicators.isEmpty && others.isEmpty }
}

extension Obstacle {
  /// What a later day will lack as it is told today: a day that is still to come is not missed.
  fileprivate func toCome(after today: CivilDate) -> Obstacle {
    if case .missing(.missedDay(let day)) = self, day >= today {
      return .missing(.signOfLife(day.civilMonth))
    }
    return self
  }
}

extension Ledger {
  /// The parts of the papers that the office has not written: a text a task, then the others.
  package var unwrittenParts: [OfficeText.Part] {
    let tasks = (list?.tasks ?? []).map { OfficeText.Part.task($0.number) }
    return (tasks + OfficeText.Part.whole).filter { texts[$0] == nil }
  }
}

extension MissingReport {
  static let keys =
    Masthead.keys.within { (report: MissingReport) in report.masthead }
    + KeyTable<MissingReport>([
      .text("title") { $0.masthead.title(of: .missing) },
      .text("by") { ReportPhrases.date($0.by) },
      .optional("daysLeft") { report in
        let days = report.masthead.asOf.days(to: report.by)
        return days >= 0 ? String(days) : nil
      },
      .optional("handInDay") { $0.pastHandIn.map(ReportPhrases.date) },
      .optional("daysPast") { report in
        report.pastHandIn.map { String($0.days(to: report.masthead.asOf)) }
      },
      .text("amounts") { $0.amounts },
      .number("itemCount") { $0.items.count },
      .number("indicatorReasonCount") { $0.indicators.count },
      .flag("isNothingMissing") { $0.isEmpty && $0.department == nil },
      .rows("parts", Department.keys) { $0.departments },
      .flag("isForOffice") { $0.department == nil },
      .flag("hasUnassigned") { !$0.unassigned.isEmpty },
      .rows("unassigned", Row.keys) { $0.unassigned },
      .rows("reviews", Row.keys) { report in
        report.items.filter { row in
          row.obstacles.contains(.missing(.review)) || row.obstacles.contains(.missing(.newReview))
        }
      },
      .flag("hasReviews") { report in
        report.items.contains { row in
          row.obstacles.contains(.missing(.review)) || row.obstacles.contains(.missing(.newReview))
        }
      },
      .flag("hasIndicators") { !$0.indicators.isEmpty },
      .rows("indicators", IndicatorLine.keys) { $0.indicators },
      .flag("hasOthers") { !$0.others.isEmpty },
      .rows("others", Verdict.Reason.keys) { $0.others },
      .flag("hasGaps") { !$0.gaps.isEmpty },
      .rows("gaps", Ledger.Gap.keys) { $0.gaps },
      .optional("unwritten") {
        ReportPhrases.joined($0.unwritten.map { ReportPhrases.name(of: $0) })
      },
    ])
}

extension MissingReport.Department {
  static let keys = KeyTable<MissingReport.Department>([
    .text("name") { $0.name },
    .number("count") { $0.rows.count },
    .flag("hasItems") { !$0.rows.isEmpty },
    .rows("items", MissingReport.Row.keys) { $0.rows },
    .optional("damagedNumbers") { ReportPhrases.joined($0.damaged.map { "\($0)" }) },
  ])
}

extension MissingReport.Row {
  static let keys =
    ItemLine.keys.within { (row: MissingReport.Row) in row.line }
    + KeyTable<MissingReport.Row>([.text("obstacles") { $0.words.joined(separator: "；") }])
}

/// What `missing --json` prints.
package struct MissingJSON: Encodable, Sendable {
  private let by: String
  private let passes: Bool
  private let departments: [Department]
  private let unassigned: [Item]
  private let indicators: [Indicator]
  private let others: [String]
  private let gaps: [String]
  private let unwritten: [String]

  private struct Department: Encodable {
    let name: String
    let items: [Item]
  }

  private struct Item: Encodable {
    let id: String
    let missing: [String]

    init(_ row: MissingReport.Row) {
      id = "\(row.line.id)"
      missing = row.words
    }
  }

  private struct Indicator: Encodable {
    let number: String
    let isStarred: Bool
    let text: String
    let judgement: String
    let detail: String

    init(_ line: IndicatorLine) {
      number = line.answer.indicator.number
      isStarred = line.answer.indicator.isStarred
      text = line.answer.indicator.text
      judgement = line.answer.judgement.words
      detail = ReportPhrases.detail(of: line.answer) ?? ""
    }
  }

  /// The report as programs read it.
  package init(_ report: MissingReport) {
    by = report.by.description
    passes = report.isEmpty
    departments = report.departments
      .filter { !$0.rows.isEmpty || report.department != nil }
      .map { .init(name: $0.name, items: $0.rows.map(Item.init)) }
    unassigned = report.unassigned.map(Item.init)
    indicators = report.indicators.map(Indicator.init)
    others = report.others.map { ReportPhrases.words(of: $0) }
    gaps = report.gaps.map(ReportPhrases.openGap)
    unwritten = report.unwritten.map { ReportPhrases.name(of: $0) }
  }
}
