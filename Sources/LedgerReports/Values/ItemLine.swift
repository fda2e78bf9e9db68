package import TaskLedger

/// One item as papers show it: its words, its dates, where it stands and what it lacks.
package struct ItemLine: Sendable, Hashable {
  /// The item on the day the paper speaks of: what is counted and dated is taken from here.
  package let onDay: ItemOnDay
  /// The evidence that counts.
  package let evidence: [EvidenceLine]
  /// The provincial deadline; nil when the item answers no clause.
  package let provincialDeadline: Deadline?
  /// The last open gap that names it.
  package let gap: Ledger.Gap?
  /// What of it holds the verdict back: what every paper says it still lacks.
  package let obstacles: [Obstacle]

  /// The lines of a ledger's items, in the order of the plan.
  ///
  /// - Parameters:
  ///   - input: The ledger as of a day.
  ///   - isWanted: Which items; those that still count when nothing is said.
  /// - Returns: The lines.
  package static func all(
    _ input: ReportInput, where isWanted: (ItemState) -> Bool = { $0.isLive }
  ) -> [ItemLine] {
    let gaps = Dictionary(
      input.ledger.undecidedGaps.compactMap { gap in gap.item.map { ($0, gap) } },
      uniquingKeysWith: { _, last in last })
    return input.ledger.itemsInOrder.filter(isWanted).map { state in
      let onDay = ItemOnDay(state, on: input.asOf, handInDay: input.ledger.list?.handInDay)
      return ItemLine(
        onDay: onDay,
        evidence: EvidenceLine.all(of: state, damaged: input.damagedEvidence)
          .filter { $0.voidReason == nil },
        provincialDeadline: input.ledger.provincialDeadline(of: state.item), gap: gaps[state.id],
        obstacles: input.ledger.obstacles(of: onDay, input.profile.hedges))
    }
  }

  /// The lines of the items that a superior document withdrew; of those that the plan dropped none.
  static func withdrawn(_ input: ReportInput) -> [ItemLine] {
    all(input) { $0.phase == .withdrawn && $0.droppedReason == nil }
  }

  /// What the list says of the deadline; nil when it says nothing.
  var listDeadline: String? {
    provincialDeadline.flatMap { $0.text.allSatisfy(\.isWhitespace) ? nil : $0.text }
  }

  /// Whether it has evidence, and each of its measures evidence of its own.
  var isFullyProved: Bool { !evidence.isEmpty && state.unprovedMeasures.isEmpty }

  /// The state it is made from.
  package var state: ItemState { onDay.state }

  /// The day the paper speaks of.
  package var asOf: CivilDate { onDay.day }

  /// What it still lacks, in the order in which it is done.
  package var missing: [MissingPart] { onDay.missing }

  /// The id.
  package var id: ItemID { state.id }

  /// The light on the day.
  package var light: Light { onDay.light }

  /// What the light says of this item.
  package var lightMeaning: String { onDay.lightMeaning }

  /// How many days it is overdue; nil when it is not.
  package var overdueDays: Int? { onDay.overdueDays }

  /// How many days after its due day it was closed; nil when it was closed in time or is open.
  package var lateDays: Int? { onDay.lateDays }

  /// Whether it is soundly closed.
  package var isDone: Bool { onDay.status == .closed }

  /// Whether it is settled (办妥).
  package var isSettled: Bool { onDay.isSettled }

  /// Why it is late or open, as the ledger tells it; nil when nobody said.
  package var reason: Reason? {
    if state.isReturned, let last = state.round.returns.last {
      return .returned(last.reason)
    }
    if let request = state.extensions.last {
      switch request.answer {
      case .refused(let reason): return .extensionRefused(reason)
      case .pending: return .extensionAsked(until: request.until, request.reason)
      case .granted: break
      }
    }
    if let gap { return .gap(gap.text) }
    if let reopening = state.round.reopening, state.round.submissions.isEmpty {
      return .reopened(reopening.finding)
    }
    if let note = state.latestNote { return .note(note.text, on: note.on) }
    return state.extensions.last.map { .extensionGranted($0.reason) }
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

extension ItemOnDay {
  /// What the light says of this item: what goes on has no due day to be past, also when it was
  /// struck off, and what was withdrawn needs none.
  package var lightMeaning: String {
    let isClosedAndGoesOn = status == .closed && light != .blue
    return (isClosedAndGoesOn ? Light.blue.meaning + "、" : "") + lightReason
  }

  /// Why it shows the light, as a legend says it of many.
  package var lightReason: String {
    if status == .withdrawn { return status.words }
    if showsLife { return ReportPhrases.lifeSigns(of: light, recurs: state.recurs) }
    guard light == .red else { return light.meaning }
    return isOverdue ? OverlayWords.overdue : OverlayWords.unsettledAtHandIn
  }
}

extension ItemLine {
  /// The item with its words.
  private var item: Item { state.item }

  /// The numbers of the evidence that counts.
  private var evidenceNumbers: [EvidenceNumber] { evidence.map(\.evidence.number) }

  /// Whether the import left doubts.
  var isUnconfirmed: Bool { !item.flags.isEmpty }
}

extension ItemLine {
  static let keys = core + dates + standing

  private static let core = KeyTable<ItemLine>([
    .text("id") { "\($0.id)" },
    .optional("clause") { $0.item.clause.map { "\($0)" } },
    .optional("ordinal") { $0.item.ordinal },
    .text("taskTitle") { $0.item.taskTitle },
    .text("title") { ReportPhrases.subject($0.item.content) },
    .text("content") { $0.item.content },
    .optional("basis") { $0.item.basis },
    .optional("measures") { ReportPhrases.measures($0.item.measures) },
    .optional("departments") { ReportPhrases.joined($0.item.departments.all) },
    .optional("leads") { ReportPhrases.joined($0.item.departments.lead) },
    .optional("supporting") { ReportPhrases.joined($0.item.departments.supporting) },
    .optional("person") { $0.item.responsiblePerson },
    .optional("remark") { $0.item.remark },
  ])

  private static let dates = KeyTable<ItemLine>([
    .optional("deadline") { $0.state.deadlineInForce.text },
    .optional("due") { $0.state.due.map(ReportPhrases.date) },
    .optional("targetDay") { $0.onDay.target.map { ReportPhrases.date($0.day) } },
    .optional("handInTarget") { line in
      line.onDay.target.flatMap { $0.source == .handIn ? ReportPhrases.date($0.day) : nil }
    },
    .optional("targetSource") { $0.onDay.target?.source.words },
    .text("targetShort") { line in
      line.onDay.dayWords { ReportPhrases.day($0, near: line.asOf) }
    },
    .text("nextShort") { line in
      line.onDay.nextDay.map { ReportPhrases.day($0, near: line.asOf) } ?? ""
    },
    .optional("nextDay") { $0.state.nextDay(onOrAfter: $0.asOf).map(ReportPhrases.date) },
    .optional("originalDue") { $0.state.originalDue.map(ReportPhrases.date) },
    .optional("grantedDue") { $0.state.grantedDue.map(ReportPhrases.date) },
    .optional("provincialDeadline") { $0.listDeadline },
    .optional("overdueDays") { $0.overdueDays.map(String.init) },
    .number("missedTimes") { $0.onDay.missedCount },
    .optional("lateDays") { $0.lateDays.map(String.init) },
    .optional("timeliness") { ReportPhrases.timeliness(of: $0) },
    .flag("isRoundWithoutDay") { $0.state.isRoundWithoutDay },
    .optional("closedOn") { $0.state.closedOn.map(ReportPhrases.date) },
    .optional("closedBy") { $0.state.closure?.actor },
    .optional("opinion") { $0.state.closure?.opinion },
    .optional("submittedOn") { ($0.state.submission?.on).map(ReportPhrases.date) },
    .optional("submittedBy") { $0.state.submission?.actor },
    .number("round") { $0.state.round.number },
  ])

  private static let standing = KeyTable<ItemLine>([
    .text("state") { ReportPhrases.state($0.onDay.status) },
    .text("lightName") { $0.light.rawValue },
    .text("light") { $0.light.words },
    .text("lightMeaning") { $0.lightMeaning },
    .flag("isDone") { $0.isDone },
    .flag("isSettled") { $0.isSettled },
    .flag("isOngoing") { $0.state.phase == .ongoing },
    .flag("isStale") { $0.state.isStale },
    .text("outcome") { ReportPhrases.outcome(of: $0) },
    .optional("statement") {
      $0.state.submission.map { ReportPhrases.sentence($0.summary) }
    },
    .optional("missing") { ReportPhrases.missing($0.obstacles) },
    .optional("lacking") { line in
      // What the state says already is left out.
      let said: [Obstacle] = [.missing(.start), .missing(.review), .missing(.newReview)]
      return ReportPhrases.missing(line.obstacles.filter { !said.contains($0) })
    },
    .optional("nextStep") { ReportPhrases.nextStep(of: $0) },
    .optional("reason") { $0.reason.map { ReportPhrases.reason($0) } },
    .optional("lastNote") { $0.state.latestNote?.text },
    .optional("lastNoteOn") { ($0.state.latestNote?.on).map(ReportPhrases.date) },
    .optional("reopening") { $0.state.round.reopening?.finding },
    .optional("evidenceNumbers") { line in
      ReportPhrases.joined(line.evidenceNumbers.map(\.description))
    },
    .optional("evidenceRuns") { Citation.runs(of: $0.evidenceNumbers) },
    .number("evidenceCount") { EvidenceCount($0.evidence.map(\.evidence)).pieces },
    .number("fileCount") { EvidenceCount($0.evidence.map(\.evidence)).files },
    .rows("evidence", EvidenceLine.keys) { $0.evidence },
  ])
}
