import TaskLedger
import Testing

/// Something that happened: an event with its day and actor, before it has a number.
struct Happening: Sendable {
  var event: LedgerEvent
  var on: CivilDate
  var by: String
  var recordedOn: CivilDate?

  init(
    _ event: LedgerEvent, on day: CivilDate, by actor: String, recordedOn: CivilDate? = nil
  ) {
    self.event = event
    self.on = day
    self.by = actor
    self.recordedOn = recordedOn
  }
}

/// A log under construction: the only way by which tests reach a state.
struct History: Sendable, CustomTestStringConvertible {
  private(set) var entries: [EventEnvelope] = []
  private(set) var ledger = Ledger()

  init(_ happenings: [Happening] = []) {
    for happening in happenings { record(happening) }
  }

  /// The made-up school with its plan imported on 2020-07-20.
  static let imported = History(Happening.imported)

  /// How many entries there are and what the last one was, so that a log of a test run stays short.
  var testDescription: String {
    "\(entries.count) entries to \(entries.last?.event.name.rawValue ?? "none")"
  }

  /// The number the next entry gets.
  var nextSequence: Int { entries.count + 1 }

  mutating func record(_ happening: Happening) {
    let entry = EventEnvelope(
      sequence: nextSequence, recordedAt: Instant(startOf: happening.recordedOn ?? happening.on),
      effective: happening.on, actor: happening.by, event: happening.event)
    entries.append(entry)
    ledger.apply(entry)
  }

  /// Decides a command and records what follows.
  @discardableResult
  mutating func run(
    _ command: LedgerCommand, by actor: String, on day: CivilDate, today: CivilDate? = nil
  ) throws(LedgerRejection) -> [LedgerEvent] {
    let occasion = Occasion(actor: actor, today: today ?? day, effective: day)
    let events = try decide(command, in: ledger, on: occasion)
    for event in events {
      record(Happening(event, on: day, by: actor, recordedOn: today))
    }
    return events
  }

  func after(_ happenings: Happening...) -> History {
    var copy = self
    for happening in happenings { copy.record(happening) }
    return copy
  }

  func ledger(asOf day: CivilDate) -> Ledger { Ledger.folding(entries, asOf: day) }
}

extension Happening {
  static let opened: [Happening] = [
    Happening(
      .ledger(.opened(LedgerOpened(school: SampleSchool.name, reviewers: [SampleSchool.office]))),
      on: SampleSchool.importDay, by: SampleSchool.office),
    Happening(
      .ledger(.listAdopted(SampleSchool.list)), on: SampleSchool.importDay,
      by: SampleSchool.office),
  ]

  static let imported: [Happening] =
    opened
    + [
      Happening(
        .ledger(.planImported(SampleSchool.header())),
        on: SampleSchool.importDay, by: SampleSchool.office)
    ]
    + SampleSchool.items.map {
      Happening(
        .imported($0), on: SampleSchool.importDay,
        by: SampleSchool.office)
    }

  static func started(
    _ id: ItemID, _ day: CivilDate = "2020-07-21", by actor: String = SampleSchool.owner
  ) -> Happening {
    Happening(.item(id, .started), on: day, by: actor)
  }

  static func noted(
    _ id: ItemID, _ day: CivilDate, recordedOn: CivilDate? = nil, text: String = "召开推进会"
  ) -> Happening {
    Happening(
      .item(id, .progressNoted(text: text)), on: day, by: SampleSchool.owner,
      recordedOn: recordedOn)
  }

  static func attached(
    _ number: EvidenceNumber, _ day: CivilDate = "2020-07-22", digest: EvidenceDigest = "a",
    measure: Int? = nil, recordedOn: CivilDate? = nil
  ) -> Happening {
    Happening(
      .item(
        number.item,
        .evidenceAttached(
          SampleSchool.evidence(number, SampleSchool.file(digest, measure: measure)))),
      on: day, by: SampleSchool.owner, recordedOn: recordedOn)
  }

  static func voided(_ number: EvidenceNumber, _ day: CivilDate) -> Happening {
    Happening(
      .item(number.item, .evidenceVoided(EvidenceVoided(number: number, reason: "盖章不清"))),
      on: day, by: SampleSchool.owner)
  }

  static func submitted(
    _ id: ItemID, _ day: CivilDate = "2020-07-23", by actor: String = SampleSchool.owner,
    unproved: [Int] = []
  ) -> Happening {
    Happening(
      .item(id, .closureSubmitted(ClosureSubmitted(summary: "已全部完成", unprovedMeasures: unproved))),
      on: day, by: actor)
  }

  static func closed(
    _ id: ItemID, _ day: CivilDate = "2020-07-24", by actor: String = SampleSchool.office
  ) -> Happening {
    Happening(
      .item(id, .closed(ItemClosed(opinion: "同意销号", reviewed: "c"))), on: day, by: actor)
  }

  static func returned(_ id: ItemID, _ day: CivilDate = "2020-07-24") -> Happening {
    Happening(
      .item(id, .closureReturned(reason: "缺名单")), on: day,
      by: SampleSchool.office)
  }

  static func reopened(_ id: ItemID, _ day: CivilDate = "2020-07-25") -> Happening {
    Happening(
      .item(id, .reopened(ItemReopened(finding: "名单不实", basis: "督查反馈", due: .kept))), on: day,
      by: SampleSchool.other)
  }

  static func sustained(_ id: ItemID, _ day: CivilDate = "2020-07-22") -> Happening {
    Happening(.item(id, .sustained), on: day, by: SampleSchool.owner)
  }

  static func withdrawn(_ id: ItemID, _ day: CivilDate = "2020-07-25") -> Happening {
    Happening(
      .item(id, .withdrawn(basis: "省厅通知")), on: day,
      by: SampleSchool.office)
  }

  static func dropped(_ id: ItemID, _ day: CivilDate = "2020-07-25") -> Happening {
    Happening(
      .item(id, .dropped(reason: "方案.docx")), on: day,
      by: SampleSchool.office)
  }

  static func revised(_ id: ItemID, _ day: CivilDate, _ changes: ItemChange...) -> Happening {
    Happening(
      .item(id, .revised(ItemRevised(changes: changes, reason: "核对原文"))), on: day,
      by: SampleSchool.owner)
  }

  static func asked(
    _ id: ItemID, until: CivilDate, _ day: CivilDate = "2020-07-22",
    by actor: String = SampleSchool.owner
  ) -> Happening {
    Happening(
      .item(
        id, .extensionRequested(ExtensionRequested(until: until, reason: "开学推迟", progress: "已拟稿"))),
      on: day, by: actor)
  }

  static func granted(_ id: ItemID, until: CivilDate, _ day: CivilDate = "2020-07-23")
    -> Happening
  {
    Happening(
      .item(id, .extensionGranted(ExtensionGranted(until: until, basis: "例会决定"))), on: day,
      by: SampleSchool.office)
  }

  static func refused(_ id: ItemID, _ day: CivilDate = "2020-07-23") -> Happening {
    Happening(
      .item(id, .extensionRefused(reason: "理由不足")), on: day,
      by: SampleSchool.office)
  }

  static func undone(_ id: ItemID, _ sequence: Int, _ day: CivilDate, by actor: String)
    -> Happening
  {
    Happening(
      .item(id, .undone(EntryUndone(sequence: sequence, reason: "录入有误"))), on: day,
      by: actor)
  }

  static func gap(_ number: Int, _ day: CivilDate, item: ItemID? = nil) -> Happening {
    Happening(
      .ledger(
        .gapRaised(GapRaised(number: number, text: "制度未公示", item: item, owner: SampleSchool.owner))),
      on: day, by: SampleSchool.office)
  }

  static func resolved(_ number: Int, _ day: CivilDate) -> Happening {
    Happening(
      .ledger(.gapResolved(GapResolved(number: number, resolution: "已公示"))), on: day,
      by: SampleSchool.office)
  }

  static func meeting(_ month: CivilMonth, _ day: CivilDate) -> Happening {
    Happening(
      .ledger(.meetingOpened(month)), on: day, by: SampleSchool.office)
  }

  static func sealed(
    _ month: CivilMonth, through: Int, asOf: CivilDate, _ day: CivilDate
  ) -> Happening {
    Happening(
      .ledger(.monthSealed(MonthSealed(month: month, through: through, asOf: asOf, paper: "d"))),
      on: day, by: SampleSchool.office)
  }

  static func fact(_ value: String, _ day: CivilDate) -> Happening {
    Happening(
      .ledger(.factRecorded(FactRecorded(name: "校级学生会工作人员", value: value))), on: day,
      by: SampleSchool.office)
  }

  static func member(
    _ name: String, _ department: String, _ role: Member.Role = .owner,
    by actor: String = SampleSchool.office
  ) -> Happening {
    Happening(
      .ledger(.memberAdded(MemberAdded(name: name, department: department, role: role))),
      on: "2020-07-21", by: actor)
  }

  static func retired(_ name: String) -> Happening {
    Happening(.ledger(.memberRetired(name: name)), on: "2020-07-22", by: SampleSchool.office)
  }
}
