package import TaskLedger

/// A sheet to a department (提醒函、催办函、督办单): items, days, what is asked, by when.
package struct ReminderSheet: Sendable, Hashable {
  /// Head and foot.
  package var masthead: Masthead
  /// The department.
  package var department: String
  /// How urgent it is.
  package var kind: ReminderSent.Kind
  /// The number; nil for a draft that was not sent.
  package var number: Int?
  /// The day it was sent; that of the paper for a draft.
  package var on: CivilDate
  /// By when an answer is asked for.
  package var due: CivilDate
  /// The items with what they lack; of a 督办单 those that were urged before.
  package var rows: [MissingReport.Row]
  /// What a 督办单 names beside them, because it is pressing and was not urged before.
  package var others: [MissingReport.Row] = []
  /// What is pressing and waits for its review, which is not the department's to do.
  package var underReview: [ItemID] = []
  /// Whether others returned their sheet of the month, and the department did not.
  package var lacksSheet = false
  /// The answer; nil until there is one.
  package var answer: String?
  /// The day of the answer.
  package var answeredOn: CivilDate?

  /// How long a department has to answer.
  private static let daysToAnswer = 3

  /// What a sheet of today would say: whatever the department leads that is past its day or falls
  /// due soon.
  ///
  /// - Throws: ``ReportError`` for a department that nobody knows.
  package init(draftFor name: String, _ input: ReportInput) throws(ReportError) {
    let missing = try MissingReport(of: name, input)
    self.init(missing.department ?? name, input)
    // What waits for a review is the office's to do.
    let all = missing.departments.first?.rows ?? []
    let open = all.filter { $0.line.onDay.status != .submitted }
    underReview = all.filter {
      $0.line.onDay.status == .submitted && $0.line.isPressing(within: Light.dueSoonDays)
    }.map(\.line.id)
    rows = open.filter { $0.line.isPressing(within: Light.dueSoonDays) }
    lacksSheet = Self.lacksSheet(department, input)
    if rows.isEmpty, lacksSheet { rows = open }
    kind = rows.contains(where: Self.isLate) ? .urging : .reminder
    let urged = Self.urged(department, before: nil, on: on, input)
    guard rows.contains(where: { Self.isLate($0) && urged.contains($0.line.id) }) else { return }
    kind = .supervision
    divide(by: urged)
  }

  /// All that it names, in the order of the plan.
  package var all: [MissingReport.Row] { (rows + others).sorted { $0.line.id < $1.line.id } }

  private static func isLate(_ row: MissingReport.Row) -> Bool {
    row.line.onDay.isPastTarget || row.line.onDay.isMissed
  }

  /// Puts apart what was not urged before.
  private mutating func divide(by urged: Set<ItemID>) {
    others = rows.filter { !urged.contains($0.line.id) || !Self.isLate($0) }
    rows = rows.filter { urged.contains($0.line.id) && Self.isLate($0) }
  }

  /// The items of which earlier sheets asked the department for an answer that was due before a day.
  private static func urged(
    _ department: String, before number: Int?, on day: CivilDate, _ input: ReportInput
  ) -> Set<ItemID> {
    let sent = input.ledger.reminders.filter { reminder in
      input.departments.isSame(reminder.sent.department, department)
        && reminder.sent.kind != .reminder && reminder.sent.due < day
        && number.map { reminder.sent.number < $0 } ?? true
    }
    return Set(sent.flatMap(\.sent.items))
  }

  /// The last sheet that was sent to a department, or a draft when none was.
  ///
  /// The input is the ledger when it was sent, with what was answered since.
  package init(lastTo name: String, _ input: ReportInput) throws(ReportError) {
    guard
      let sent = input.ledger.reminders.last(where: {
        input.departments.isSame($0.sent.department, name)
      })
    else {
      try self.init(draftFor: name, input)
      return
    }
    self.init(sent.sent.department, input)
    kind = sent.sent.kind
    number = sent.sent.number
    on = sent.on
    due = sent.sent.due
    answer = sent.answer
    answeredOn = sent.answeredOn
    lacksSheet =
      answer == nil && on.civilMonth == input.asOf.civilMonth && Self.lacksSheet(department, input)
    let onDay = input.onDay
    let hedges = input.profile.hedges
    let wanted = Set(sent.sent.items)
    rows = ItemLine.all(input).filter { wanted.contains($0.id) }.map {
      MissingReport.Row(line: $0, obstacles: onDay.obstacles(of: $0.onDay, hedges))
    }
    guard kind == .supervision else { return }
    let urged = Self.urged(department, before: number, on: on, input)
    // An earlier program urged whole departments: its sheets name what they name.
    if rows.contains(where: { Self.isLate($0) && urged.contains($0.line.id) }) { divide(by: urged) }
  }

  /// Whether sheets of the month came back, but for the department's; where none did, none was asked
  /// for.
  private static func lacksSheet(_ department: String, _ input: ReportInput) -> Bool {
    let lines = SheetStatusLine.all(
      SheetAsking(
        ledger: input.ledger, directory: input.departments, indicators: input.indicators,
        unionIndicators: input.unionIndicators), since: input.asOf.civilMonth.firstDay)
    return lines.contains(where: \.isReturned)
      && lines.contains { !$0.isReturned && input.departments.isSame($0.department, department) }
  }

  private init(_ department: String, _ input: ReportInput) {
    masthead = Masthead(input)
    self.department = department
    kind = .reminder
    on = input.asOf
    due = input.onDay.asked(
      by: CivilDate(dayNumber: input.asOf.dayNumber + Self.daysToAnswer) ?? input.asOf)
    rows = []
  }

  static let keys =
    Masthead.keys.within { (sheet: ReminderSheet) in sheet.masthead }
    + KeyTable<ReminderSheet>([
      .text("title") { sheet in
        sheet.masthead.title(of: .reminder, [.department: sheet.kind.words])
      },
      .text("kind") { $0.kind.words },
      .flag("isReminder") { $0.kind == .reminder },
      .flag("isUrging") { $0.kind == .urging },
      .flag("isSupervision") { $0.kind == .supervision },
      .text("department") { $0.department },
      .optional("number") { $0.number.map(String.init) },
      .text("on") { ReportPhrases.date($0.on) },
      .text("answerDue") { ReportPhrases.date($0.due) },
      .flag("lacksSheet") { $0.lacksSheet },
      .flag("hasItems") { !$0.rows.isEmpty },
      .rows("items", MissingReport.Row.keys) { $0.rows },
      .flag("hasOthers") { !$0.others.isEmpty },
      .rows("others", MissingReport.Row.keys) { $0.others },
      .optional("answer") { $0.answer },
      .optional("answeredOn") { $0.answeredOn.map(ReportPhrases.date) },
    ])
}

extension ItemLine {
  /// Whether a department must be reminded of it: past its day, missed, silent, or due soon.
  fileprivate func isPressing(within days: Int) -> Bool {
    onDay.isPastTarget || onDay.isMissed || onDay.isSilent || onDay.isDue(within: days)
      || onDay.status == .stale || state.isReturned
  }
}
