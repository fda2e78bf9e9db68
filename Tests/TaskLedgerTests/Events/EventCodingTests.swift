import Foundation
import TaskLedger
import Testing

/// The stored form of events: a public contract.
struct EventCodingTests {
  @Test(arguments: LedgerEvent.Name.allCases)
  func `every event type keeps its stored form`(_ name: LedgerEvent.Name) throws {
    let event = EventSamples.sample(name)
    #expect(event.name == name)
    let path = "Tests/Fixtures/events/v1/\(name.rawValue).json"
    try GoldenText.expect(try event.encodedPayload() + "\n", at: path)

    let stored = try String(
      contentsOf: GoldenText.repository.appendingPathComponent(path), encoding: .utf8
    ).trimmingCharacters(in: .newlines)
    let decoded = try LedgerEvent(name: name, payload: stored)
    #expect(decoded == event)
    let again = try decoded.encodedPayload()
    #expect(again == stored)
  }

  @Test(arguments: LedgerEvent.Name.allCases)
  func `a key that the type does not know is an error`(_ name: LedgerEvent.Name) throws {
    let payload = try EventSamples.sample(name).encodedPayload()
    let foreign = "{\"later\":1," + payload.dropFirst()
    #expect(throws: DecodingError.self) { try LedgerEvent(name: name, payload: foreign) }
  }

  @Test(arguments: LedgerEvent.Name.allCases)
  func `a payload without its keys is an error`(_ name: LedgerEvent.Name) {
    #expect(throws: DecodingError.self) { try LedgerEvent(name: name, payload: "{}") }
    #expect(throws: DecodingError.self) { try LedgerEvent(name: name, payload: "[]") }
    #expect(throws: DecodingError.self) { try LedgerEvent(name: name, payload: "") }
  }

  @Test(arguments: EventSamples.corrections)
  func `a correction of the index keeps what it names`(_ change: ItemChange) throws {
    let event = LedgerEvent.item("1.1", .revised(ItemRevised(changes: [change], reason: "核对原件")))
    let decoded = try LedgerEvent(name: .itemRevised, payload: event.encodedPayload())
    #expect(decoded == event)
  }

  @Test(arguments: EventSamples.fromSheets)
  func `an entry read from a sheet keeps its cell`(_ name: String, _ event: LedgerEvent) throws {
    let path = "Tests/Fixtures/events/v1/from-sheet/\(name).json"
    try GoldenText.expect(try event.encodedPayload() + "\n", at: path)
    let stored = try String(
      contentsOf: GoldenText.repository.appendingPathComponent(path), encoding: .utf8
    ).trimmingCharacters(in: .newlines)
    #expect(try LedgerEvent(name: event.name, payload: stored) == event)
    #expect(event.source == "学工部.xlsx[任务!H4]")
  }

  @Test func `keys added since the first fixtures are left out when there is nothing to say`()
    throws
  {
    var fact = FactRecorded(name: "工作人员", value: "31")
    #expect(
      try LedgerEvent.ledger(.factRecorded(fact)).encodedPayload()
        == #"{"name":"工作人员","value":"31"}"#)
    fact.countedOn = "2020-09-15"
    fact.source = "院系.xlsx[Sheet1!B3]"
    let payload = try LedgerEvent.ledger(.factRecorded(fact)).encodedPayload()
    #expect(payload.contains(#""countedOn":"2020-09-15""#))
    #expect(try LedgerEvent(name: .factRecorded, payload: payload) == .ledger(.factRecorded(fact)))

    var evidence = SampleSchool.evidence("证-1.1-01", SampleSchool.file("a"))
    let plain = LedgerEvent.item("1.1", .evidenceAttached(evidence))
    #expect(!(try plain.encodedPayload().contains("pages")))
    evidence.pages = 6
    evidence.original = "校档案室2020-17"
    let paged = LedgerEvent.item("1.1", .evidenceAttached(evidence))
    let stored = try paged.encodedPayload()
    #expect(try LedgerEvent(name: .evidenceAttached, payload: stored) == paged)
    let none = stored.replacingOccurrences(of: #""pages":6"#, with: #""pages":0"#)
    #expect(throws: DecodingError.self) {
      try LedgerEvent(name: .evidenceAttached, payload: none)
    }
  }

  @Test func `rounds with their own day, superior documents and groups are kept`() throws {
    let day: CivilDate = "2020-12-31"
    var piece = SampleSchool.evidence("证-1.1-01", SampleSchool.file("a"))
    piece.group = "培训照片"
    let events: [ItemEvent] = [
      .reopened(ItemReopened(finding: "不实", basis: "督查", due: .day(day))),
      .reopened(ItemReopened(finding: "不实", basis: "督查", due: .unset)),
      .extensionGranted(ExtensionGranted(until: day, basis: "例会", superior: "省发〔2020〕1号")),
      .revised(ItemRevised(changes: [.remark("见附件")], reason: "核对", superior: "省发〔2020〕1号")),
      .evidenceAttached(piece),
    ]
    for event in events.map({ LedgerEvent.item("1.1", $0) }) {
      #expect(try LedgerEvent(name: event.name, payload: event.encodedPayload()) == event)
    }
    let lifted = LedgerEvent.ledger(
      .indicatorExempted(IndicatorExempted(indicator: "6", reason: nil)))
    #expect(try LedgerEvent(name: lifted.name, payload: lifted.encodedPayload()) == lifted)
  }

  @Test(arguments: [
    (OfficeText.Part.results, "results"), (.problems, "problems"), (.nextSteps, "next-steps"),
    (.guidance, "guidance"),
  ])
  func `every part of the office's words keeps its stored name`(
    part: OfficeText.Part, name: String
  ) throws {
    let event = LedgerEvent.ledger(.textRecorded(TextRecorded(part: part, paragraphs: ["甲"])))
    let payload = try event.encodedPayload()
    #expect(payload.contains("\"part\":\"\(name)\""))
    #expect(try LedgerEvent(name: .textRecorded, payload: payload) == event)
  }

  @Test func `an unknown type is no type`() {
    #expect(LedgerEvent.Name(rawValue: "item-exploded") == nil)
  }

  @Test(arguments: EventSamples.deadlines)
  func `every kind of deadline keeps its meaning`(_ meaning: Deadline.Meaning) throws {
    for isYearAssumed in [false, true] {
      let deadline = Deadline(text: "原文", meaning: meaning, isYearAssumed: isYearAssumed)
      let event = LedgerEvent.item(
        "1.1", .revised(ItemRevised(changes: [.deadline(deadline)], reason: "核对")))
      let decoded = try LedgerEvent(name: .itemRevised, payload: event.encodedPayload())
      #expect(decoded == event)
    }
  }

  @Test(arguments: EventSamples.locations)
  func `every kind of place keeps its numbers`(_ location: Diagnostic.Location) throws {
    var item = EventSamples.item
    item.location = location
    let event = LedgerEvent.imported(item)
    let decoded = try LedgerEvent(name: .itemImported, payload: event.encodedPayload())
    #expect(decoded == event)
  }

  /// A stored text with one word replaced by one that nobody knows.
  struct Foreign: Sendable, CustomTestStringConvertible {
    var testDescription: String { new }
    var name: LedgerEvent.Name
    var old: String
    var new: String
  }

  static let foreign: [Foreign] = [
    Foreign(name: .itemRevised, old: #""kind":"date""#, new: #""kind":"someday""#),
    Foreign(name: .itemRevised, old: #""field":"content""#, new: #""field":"colour""#),
    Foreign(name: .itemRevised, old: #""bound":"by""#, new: #""bound":"around""#),
    Foreign(name: .itemRevised, old: #""text":"措施""#, new: #""note":1,"text":"措施""#),
    Foreign(name: .itemConfirmed, old: "cell-shifted", new: "cell-vanished"),
    Foreign(name: .itemImported, old: #""kind":"table-cell""#, new: #""kind":"margin""#),
    Foreign(name: .itemImported, old: #""confidence":"certain""#, new: #""confidence":"sure""#),
    Foreign(name: .evidenceAttached, old: "证-1.1-01", new: "证-1.1-+1"),
    Foreign(name: .evidenceAttached, old: "证-1.1-01", new: "证-1.1-00"),
    Foreign(name: .evidenceAttached, old: #""byteCount""#, new: #""size":1,"byteCount""#),
    Foreign(name: .itemClosed, old: "ccc", new: "CCC"),
    Foreign(name: .itemClosed, old: "1.1", new: "1.0"),
    Foreign(name: .gapRaised, old: "2020-08-10", new: "2020-02-30"),
    Foreign(name: .monthSealed, old: #""2020-07""#, new: #""2020-13""#),
    Foreign(name: .listAdopted, old: #""relation":"between""#, new: #""relation":"near""#),
  ]

  @Test(arguments: foreign)
  func `an unknown word is an error and never a default`(_ row: Foreign) throws {
    let payload = try EventSamples.sample(row.name).encodedPayload()
    let changed = payload.replacingOccurrences(of: row.old, with: row.new)
    #expect(changed != payload)
    #expect(throws: DecodingError.self) { try LedgerEvent(name: row.name, payload: changed) }
  }

  @Test func `every stored name is kebab-case`() {
    for name in LedgerEvent.Name.allCases {
      #expect(name.rawValue.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
    }
  }

  @Test func `an event knows its item`() {
    let whole: Set<LedgerEvent.Name> = [
      .ledgerOpened, .reviewersChanged, .listAdopted, .listCorrected, .planImported, .gapResolved,
      .meetingOpened, .monthSealed, .factRecorded, .indicatorExempted, .memberAdded,
      .memberRetired, .textRecorded, .decisionSettled, .meetingAttended,
      .reminderSent, .reminderAnswered,
    ]
    for name in LedgerEvent.Name.allCases {
      #expect((EventSamples.sample(name).item == nil) == whole.contains(name))
    }
  }

  @Test func `an entry dated before its recording is marked`() {
    var entry = EventEnvelope(
      sequence: 1, recordedAt: Instant(startOf: "2020-07-22"), effective: "2020-07-21",
      actor: "学工部", event: EventSamples.sample(.itemStarted))
    #expect(entry.isBackDated)
    entry.effective = "2020-07-22"
    #expect(!entry.isBackDated)
  }
}
