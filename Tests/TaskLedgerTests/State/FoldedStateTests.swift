import TaskLedger
import Testing

/// What an item is after entries that undo, void, reopen, extend and supersede each other.
///
/// Source: product description, The closing machine. Item 1.1 has two measures and is due on 2020-07-31,
/// 2.1 goes on, S1 is due on 2020-08-31.
struct FoldedStateTests {
  /// What is seen of an item.
  struct Seen: Equatable, Sendable {
    var phase: Phase
    var due: CivilDate?
    var original: CivilDate?
    var round = 1
    var evidence: [EvidenceNumber] = []
    var closedOn: CivilDate?
    var isStale = false

    init(
      _ phase: Phase, due: CivilDate? = "2020-07-31", original: CivilDate? = "2020-07-31",
      round: Int = 1, evidence: [EvidenceNumber] = [], closedOn: CivilDate? = nil,
      isStale: Bool = false
    ) {
      (self.phase, self.due, self.original, self.round) = (phase, due, original, round)
      (self.evidence, self.closedOn, self.isStale) = (evidence, closedOn, isStale)
    }

    init(_ state: ItemState) {
      self.init(
        state.phase, due: state.due, original: state.originalDue, round: state.round.number,
        evidence: state.currentEvidence.map(\.number), closedOn: state.closedOn,
        isStale: state.isStale)
    }
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var id: ItemID
    var given: [Happening]
    var seen: Seen

    init(_ description: String, of id: ItemID = "1.1", _ given: [Happening], _ seen: Seen) {
      testDescription = description
      (self.id, self.given, self.seen) = (id, given, seen)
    }
  }

  private static let one: [EvidenceNumber] = ["证-1.1-01"]
  private static let closed = ClosingCommandTests.closed

  private static func reopened(
    _ due: RoundDue, _ day: CivilDate = "2020-08-03", id: ItemID = "1.1"
  ) -> Happening {
    Happening(
      .item(id, .reopened(ItemReopened(finding: "名单不实", basis: "督查反馈", due: due))), on: day,
      by: SampleSchool.other)
  }

  private static func plan(_ day: CivilDate, _ edit: (inout Item) -> Void = { _ in }) -> Happening {
    var item = SampleSchool.items[0]
    edit(&item)
    return Happening(.imported(item), on: day, by: SampleSchool.office)
  }

  private static func undone(_ given: [Happening], _ day: CivilDate) -> [Happening] {
    let last = Happening.imported.count + given.count
    let by = given.last?.by ?? SampleSchool.owner
    return given + [.undone("1.1", last, day, by: by)]
  }

  static let rounds: [Row] = [
    Row(
      "closed", closed, Seen(.closed, evidence: one, closedOn: "2020-07-24")),
    Row(
      "a new round has no day until somebody sets one, and its own evidence",
      closed + [reopened(.unset)], Seen(.inProgress, due: nil, round: 2)),
    Row(
      "a new round with a day", closed + [reopened(.day("2020-09-10"))],
      Seen(.inProgress, due: "2020-09-10", round: 2)),
    Row(
      "an entry of the first format keeps the day", closed + [reopened(.kept)],
      Seen(.inProgress, round: 2)),
    Row(
      "a day that is set afterwards is the open round's",
      closed + [
        reopened(.unset),
        .revised("1.1", "2020-08-04", .deadline(SampleSchool.deadline("2020-09-20"))),
      ], Seen(.inProgress, due: "2020-09-20", round: 2)),
    Row(
      "evidence of the new round counts, that of the old one does not",
      closed + [reopened(.day("2020-09-10")), .attached("证-1.1-02", "2020-08-05", digest: "b")],
      Seen(.inProgress, due: "2020-09-10", round: 2, evidence: ["证-1.1-02"])),
    Row(
      "closed again, the round's own day counts",
      closed + [
        reopened(.day("2020-09-10")), .attached("证-1.1-02", "2020-08-05", digest: "b"),
        .submitted("1.1", "2020-08-06"), .closed("1.1", "2020-08-07"),
      ],
      Seen(
        .closed, due: "2020-09-10", round: 2, evidence: ["证-1.1-02"], closedOn: "2020-08-07")),
    Row(
      "void evidence of the round before changes nothing of this round",
      closed + [
        reopened(.day("2020-09-10")), .attached("证-1.1-02", "2020-08-05", digest: "b"),
        .voided("证-1.1-01", "2020-08-06"),
      ], Seen(.inProgress, due: "2020-09-10", round: 2, evidence: ["证-1.1-02"])),
    Row(
      "a reopening taken back closes again on the first day",
      undone(closed + [reopened(.unset)], "2020-08-03"),
      Seen(.closed, evidence: one, closedOn: "2020-07-24")),
  ]

  static let extensions: [Row] = [
    Row(
      "a request moves nothing", [.asked("1.1", until: "2020-08-31")], Seen(.pending)),
    Row(
      "a grant moves the day and keeps the first",
      [.asked("1.1", until: "2020-08-31"), .granted("1.1", until: "2020-08-31")],
      Seen(.pending, due: "2020-08-31")),
    Row(
      "a refusal moves nothing",
      [.asked("1.1", until: "2020-08-31"), .refused("1.1")], Seen(.pending)),
    Row(
      "the second grant counts",
      [
        .asked("1.1", until: "2020-08-31"), .granted("1.1", until: "2020-08-31"),
        .asked("1.1", until: "2020-09-30", "2020-08-01"),
        .granted("1.1", until: "2020-09-30", "2020-08-02"),
      ], Seen(.pending, due: "2020-09-30")),
    Row(
      "a grant taken back",
      undone(
        [.asked("1.1", until: "2020-08-31"), .granted("1.1", until: "2020-08-31")], "2020-07-24"),
      Seen(.pending)),
    Row(
      "a grant without a request is none", [.granted("1.1", until: "2020-08-31")], Seen(.pending)),
    Row(
      "a corrected day supersedes the grant",
      [
        .asked("1.1", until: "2020-08-31"), .granted("1.1", until: "2020-08-31"),
        .revised("1.1", "2020-07-24", .deadline(SampleSchool.deadline("2020-08-10"))),
      ], Seen(.pending, due: "2020-08-10")),
    Row(
      "the same day in other words leaves the grant",
      [
        .asked("1.1", until: "2020-08-31"), .granted("1.1", until: "2020-08-31"),
        .revised(
          "1.1", "2020-07-24", .deadline(DeadlineLanguage.read("2020年7月底前", year: nil))),
      ], Seen(.pending, due: "2020-08-31")),
    Row(
      "a grant belongs to its round",
      [.asked("1.1", until: "2020-08-31"), .granted("1.1", until: "2020-08-31")] + closed
        + [reopened(.day("2020-09-10"), "2020-08-20")],
      Seen(.inProgress, due: "2020-09-10", round: 2)),
  ]

  static let plans: [Row] = [
    Row(
      "the same plan again changes nothing", closed + [plan("2020-07-26")],
      Seen(.closed, evidence: one, closedOn: "2020-07-24")),
    Row(
      "a plan with other words makes the closure stale",
      closed + [plan("2020-07-26") { $0.content = "改写" }],
      Seen(.closed, evidence: one, closedOn: "2020-07-24", isStale: true)),
    Row(
      "and a plan with the old words cures it",
      closed + [plan("2020-07-26") { $0.content = "改写" }, plan("2020-07-27")],
      Seen(.closed, evidence: one, closedOn: "2020-07-24")),
    Row(
      "a plan with another day supersedes the grant and keeps the first day",
      [
        .asked("1.1", until: "2020-08-31"), .granted("1.1", until: "2020-08-31"),
        plan("2020-07-26") { $0.deadline = SampleSchool.deadline("2020-09-15") },
      ], Seen(.pending, due: "2020-09-15")),
    Row(
      "what was dropped comes back as it was",
      ClosingCommandTests.submitted + [.dropped("1.1", "2020-07-26"), plan("2020-07-27")],
      Seen(.submitted, evidence: one)),
    Row(
      "the first day that was written is the original, not a blank one",
      of: "2.2", [.revised("2.2", "2020-07-22", .deadline(SampleSchool.deadline("2020-09-30")))],
      Seen(.pending, due: "2020-09-30", original: "2020-09-30")),
    Row(
      "nor vague words",
      of: "2.2",
      [
        .revised("2.2", "2020-07-22", .deadline(DeadlineLanguage.read("尽快", year: nil))),
        .revised("2.2", "2020-07-23", .deadline(SampleSchool.deadline("2020-09-30"))),
        .revised("2.2", "2020-07-24", .deadline(SampleSchool.deadline("2020-08-30"))),
      ], Seen(.pending, due: "2020-08-30", original: "2020-09-30")),
  ]

  static let evidence: [Row] = [
    Row(
      "evidence declared void makes the closure stale",
      closed + [.voided("证-1.1-01", "2020-07-26")],
      Seen(.closed, closedOn: "2020-07-24", isStale: true)),
    Row(
      "a voiding taken back leaves it sound",
      undone(closed + [.voided("证-1.1-01", "2020-07-26")], "2020-07-26"),
      Seen(.closed, evidence: one, closedOn: "2020-07-24")),
    Row(
      "void twice is void once",
      ClosingCommandTests.ready + [
        .voided("证-1.1-01", "2020-07-26"), .voided("证-1.1-01", "2020-07-27"),
      ], Seen(.inProgress)),
    Row(
      "evidence taken back is gone",
      undone(ClosingCommandTests.ready, "2020-07-26"), Seen(.inProgress)),
    Row(
      "a note changes nothing that was reviewed", closed + [.noted("1.1", "2020-07-26")],
      Seen(.closed, evidence: one, closedOn: "2020-07-24")),
  ]

  static let goingOn: [Row] = [
    Row(
      "sustained", of: "2.1", [.started("2.1"), .sustained("2.1")],
      Seen(.ongoing, due: nil, original: nil)),
    Row(
      "what goes on and gets a day is to be closed first", of: "2.1",
      [
        .started("2.1"), .sustained("2.1"),
        .revised("2.1", "2020-07-24", .deadline(SampleSchool.deadline("2020-09-30"))),
      ], Seen(.inProgress, due: "2020-09-30", original: nil)),
    Row(
      "a sustaining of the first format on an item with a day reads as in progress", of: "S1",
      [.started("S1"), .sustained("S1")],
      Seen(.inProgress, due: "2020-08-31", original: "2020-08-31")),
    Row(
      "withdrawn ends it", of: "2.1", [.started("2.1"), .withdrawn("2.1")],
      Seen(.withdrawn, due: nil, original: nil)),
    Row(
      "returned and applied for again waits for review",
      ClosingCommandTests.submitted + [.returned("1.1"), .submitted("1.1", "2020-07-26")],
      Seen(.submitted, evidence: one)),
    Row(
      "a closing of what was not applied for is none", ClosingCommandTests.ready + [.closed("1.1")],
      Seen(.inProgress, evidence: one)),
  ]

  @Test(arguments: rounds + extensions + plans + evidence + goingOn)
  func `entries one after the other leave the item so`(row: Row) throws {
    let history = History(Happening.imported + row.given)
    #expect(Seen(try #require(history.ledger[row.id])) == row.seen)
    // Folded entry by entry or as a whole, as of the last day or without one.
    #expect(Seen(try #require(Ledger.folding(history.entries)[row.id])) == row.seen)
    #expect(Seen(try #require(history.ledger(asOf: "2020-12-31")[row.id])) == row.seen)
  }

  @Test func `what fits nothing is listed and changes nothing`() {
    let rows: [(Happening, ItemID)] = [
      (.closed("1.1"), "1.1"), (.returned("1.1"), "1.1"), (.reopened("1.1"), "1.1"),
      (.submitted("1.1"), "1.1"), (.sustained("1.1"), "1.1"),
      (.granted("1.1", until: "2020-08-31"), "1.1"), (.refused("1.1"), "1.1"),
      (.voided("证-1.1-01", "2020-07-22"), "1.1"),
      (.undone("1.1", 3, "2020-07-22", by: SampleSchool.owner), "1.1"),
    ]
    for (happening, id) in rows {
      let history = History.imported.after(happening)
      #expect(history.ledger.unplaced == [history.entries.count], "\(happening.event.name)")
      #expect(history.ledger[id] == History.imported.ledger[id], "\(happening.event.name)")
    }
    let unknown = History.imported.after(.noted("3.1", "2020-07-22"))
    #expect(unknown.ledger.unplaced == [unknown.entries.count])
    #expect(unknown.ledger["3.1"] == nil)
  }
}
