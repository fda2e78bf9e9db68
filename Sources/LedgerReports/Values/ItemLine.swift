package import TaskLedger

/// One item as papers show it: its words, its dates, where it stands and what it lacks.
///
/// A line of many is small: it names the place of its item among the states of the ledger, and
/// works out what a paper shows only when that is asked for.
package struct ItemLine: Sendable {
  /// The place of its item in the order of the plan.
  let place: Int
  private let ground: LineGround
  /// Where the item stands on the day of the paper.
  let marks: ItemMarks

  /// Creates the line of an item among others.
  init(at place: Int, of ground: LineGround, _ marks: ItemMarks) {
    self.place = place
    self.ground = ground
    self.marks = marks
  }

  /// The lines of a ledger's items, in order.
  ///
  /// - Parameters:
  ///   - input: The ledger as of a day.
  ///   - isWanted: Which items; those that still count when nothing is said.
  /// - Returns: The lines.
  package static func all(
    _ input: ReportInput, where isWanted: (ItemState) -> Bool = { $0.isLive }
  ) -> [ItemLine] {
    let ground = LineGround(input)
    return ground.states.indices.compactMap { place in
      guard isWanted(ground.states[place]) else { return nil }
      return ItemLine(
        at: place, of: ground, ItemMarks(at: place, of: ground.states, on: input.asOf))
    }
  }

  private var states: [ItemState] { ground.states }

  /// The state it is made from.
  package var state: ItemState { states[place] }

  /// The day the paper speaks of.
  package var asOf: CivilDate { ground.asOf }

  /// The evidence that counts.
  package var evidence: [EvidenceLine] {
    EvidenceLine.all(of: states[place], damaged: ground.damagedEvidence).filter {
      $0.voidReason == nil
    }
  }

  /// What it still lacks, in the order in which it is done.
  package var missing: [MissingPart] { states[place].missing(on: asOf) }

  /// The provincial deadline.
  package var provincialDeadline: Deadline? { ground.provincialDeadline(of: states[place].item) }

  /// An open gap that names it.
  package var gap: Ledger.Gap? { ground.gaps[id] }

  /// The id.
  package var id: ItemID { states[place].item.id }

  /// The light on the day.
  package var light: Light { marks.light ?? states[place].light(on: asOf) }

  /// What the light says of this item: a standing one has no due day to be past.
  package var lightMeaning: String {
    guard marks.due == nil else { return light.meaning }
    return ReportPhrases.lifeSigns(of: light)
  }

  /// How many days it is overdue; nil when it is not.
  package var overdueDays: Int? {
    guard marks.isOverdue else { return nil }
    return marks.due.map { $0.days(to: asOf) }
  }

  /// How many days after its due day it was closed; nil when it was closed in time or is open.
  package var lateDays: Int? {
    guard marks.isClosedLate, let closedOn = marks.closedOn else { return nil }
    return marks.due.map { $0.days(to: closedOn) }
  }

  /// Whether it is done: soundly closed, with every file as it was.
  package var isDone: Bool { marks.isSoundlyClosed && !hasDamage }

  /// Whether the file of a piece of evidence that counts is missing or changed.
  private var hasDamage: Bool {
    !ground.damagedEvidence.isEmpty && evidence.contains(where: \.isDamaged)
  }

  /// Whether nothing more is asked of it on the day.
  package var isSettled: Bool { isDone || isStandingWithEvidence }

  /// Whether it stands and shows evidence in the month of the day.
  package var isStandingWithEvidence: Bool {
    marks.phase == .ongoing
      && evidence.contains { asOf.civilMonth.contains($0.on) && !$0.isDamaged }
  }

  /// Why it is late or open, as the ledger tells it; nil when nobody said.
  package var reason: Reason? {
    let rounds = rounds
    let round = rounds.count - 1
    if marks.isReturned, let last = rounds[round].returns.last {
      return .returned(last.reason)
    }
    if let request = extensions.last {
      switch request.answer {
      case .refused(let reason): return .extensionRefused(reason)
      case .pending: return .extensionAsked(until: request.until, request.reason)
      case .granted: break
      }
    }
    if let gap { return .gap(gap.text) }
    if let reopening = rounds[round].reopening, rounds[round].submissions.isEmpty {
      return .reopened(reopening.finding)
    }
    if let note = states[place].notes.latest { return .note(note.text, on: note.on) }
    return extensions.last.map { .extensionGranted($0.reason) }
  }

  /// Why an item is late or open.
  package enum Reason: Sendable, Hashable {
    /// It was returned.
    case returned(String)
    /// It was reopened for what was found.
    case reopened(String)
    /// More time was asked for.
    case extensionAsked(until: CivilDate, String)
    /// More time was granted, for this reason.
    case extensionGranted(String)
    /// More time was refused.
    case extensionRefused(String)
    /// A gap names it.
    case gap(String)
    /// The last note of progress.
    case note(String, on: CivilDate)
  }
}

extension ItemLine: Hashable {
  /// Whether two lines show the same.
  package static func == (left: ItemLine, right: ItemLine) -> Bool {
    left.state == right.state && left.asOf == right.asOf && left.evidence == right.evidence
      && left.provincialDeadline == right.provincialDeadline && left.gap == right.gap
  }

  /// Hashes the item and the day.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(asOf)
  }
}

// What papers of many lines show is read from the parts of a state: handing on the whole of it for
// each word would take longer than all the rest.
extension ItemLine {
  /// The item with its words.
  private var item: Item { states[place].item }

  /// The numbers of the evidence that counts.
  private var validEvidenceNumbers: [EvidenceNumber] {
    let evidence = states[place].evidence
    return evidence.indices.compactMap { index in
      evidence[index].voidReason == nil ? evidence[index].evidence.number : nil
    }
  }

  /// Who closed the item, when it is closed.
  private var closedBy: String? {
    guard marks.phase == .closed else { return nil }
    let rounds = rounds
    let closures = rounds[rounds.count - 1].closures
    return closures.isEmpty ? nil : closures[closures.count - 1].actor
  }

  /// The rounds of the item.
  var rounds: [Round] { states[place].rounds }

  /// The requests for more time.
  var extensions: [ItemState.Extension] { states[place].extensions }

  /// Whether the item was ever returned, reopened or asked more time for.
  var hasTurns: Bool {
    let rounds = rounds
    return !extensions.isEmpty
      || rounds.indices.contains { !rounds[$0].returns.isEmpty || rounds[$0].reopening != nil }
  }

  /// Whether the import left doubts.
  var isUnconfirmed: Bool { !states[place].item.flags.isEmpty }
}

extension ItemLine {
  static let keys = core + dates + standing

  private static let core = KeyTable<ItemLine>([
    .text("id") { "\($0.id)" },
    .optional("clause") { $0.item.clause.map { "\($0)" } },
    .optional("ordinal") { $0.item.ordinal },
    .text("taskTitle") { $0.item.taskTitle },
    .text("title") { ReportPhrases.brief($0.item.content) },
    .text("heading") { ReportPhrases.heading($0.item.content) },
    .text("content") { $0.item.content },
    .optional("basis") { $0.item.basis },
    .optional("measures") { ReportPhrases.measures($0.item.measures) },
    .optional("departments") { ReportPhrases.joined($0.item.departments.all) },
    .optional("leads") { ReportPhrases.joined($0.item.departments.lead) },
    .optional("leadsShort") { ReportPhrases.shortened($0.item.departments.lead) },
    .optional("supporting") { ReportPhrases.joined($0.item.departments.supporting) },
    .optional("person") { $0.item.responsiblePerson },
    .optional("remark") { $0.item.remark },
  ])

  private static let dates = KeyTable<ItemLine>([
    .optional("deadline") { $0.item.deadline.text },
    .optional("due") { $0.marks.due.map(ReportPhrases.date) },
    .optional("nextDay") { $0.marks.nextDay.map(ReportPhrases.date) },
    .optional("originalDue") { $0.marks.originalDue.map(ReportPhrases.date) },
    .optional("grantedDue") { $0.states[$0.place].grantedDue.map(ReportPhrases.date) },
    .optional("provincialDeadline") { $0.provincialDeadline?.text },
    .optional("overdueDays") { $0.overdueDays.map(String.init) },
    .optional("lateDays") { $0.lateDays.map(String.init) },
    .optional("closedOn") { $0.marks.closedOn.map(ReportPhrases.date) },
    .optional("closedBy") { $0.closedBy },
    .optional("opinion") { $0.states[$0.place].closure?.opinion },
    .optional("submittedOn") { ($0.states[$0.place].submission?.on).map(ReportPhrases.date) },
    .optional("submittedBy") { $0.states[$0.place].submission?.actor },
    .number("round") { $0.states[$0.place].round.number },
  ])

  private static let standing = KeyTable<ItemLine>([
    .text("state") { ReportPhrases.state($0.marks.phase, isStale: $0.marks.isStale) },
    .text("lightName") { $0.light.rawValue },
    .text("light") { $0.light.words },
    .text("lightMeaning") { $0.lightMeaning },
    .flag("isDone") { $0.isDone },
    .flag("isSettled") { $0.isSettled },
    .flag("isOngoing") { $0.marks.phase == .ongoing },
    .flag("isStale") { $0.marks.isStale },
    .optional("statement") {
      $0.states[$0.place].submission.map { ReportPhrases.sentence($0.summary) }
    },
    .optional("missing") { ReportPhrases.missing($0.missing) },
    .optional("nextStep") { ReportPhrases.nextStep($0.missing, overdue: $0.overdueDays != nil) },
    .optional("reason") { $0.reason.map(ReportPhrases.reason) },
    .optional("lastNote") { $0.states[$0.place].notes.latest?.text },
    .optional("lastNoteOn") { ($0.states[$0.place].notes.latest?.on).map(ReportPhrases.date) },
    .optional("reopening") { $0.states[$0.place].round.reopening?.finding },
    .optional("evidenceNumbers") { line in
      ReportPhrases.joined(line.validEvidenceNumbers.map(\.description))
    },
    .number("evidenceCount") { $0.validEvidenceNumbers.count },
    .rows("evidence", EvidenceLine.keys) { $0.evidence },
  ])
}
