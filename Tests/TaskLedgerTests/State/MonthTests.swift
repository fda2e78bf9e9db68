import TaskLedger
import Testing

/// Agendas, sealed months and what comes after a seal (补记).
struct MonthTests {
  @Test func `the agenda gathers what the meeting has to speak of`() {
    let history = History(
      Happening.imported + ClosingCommandTests.stale + [
        .started("1.2"), .attached("证-1.2-01"), .submitted("1.2"), .returned("1.2"),
        .asked("1.2", until: "2020-11-30"), .gap(1, "2020-07-25"), .gap(2, "2020-07-25"),
        .resolved(1, "2020-07-26"), .gap(3, "2020-09-02"),
      ])
    let agenda = MeetingAgenda(of: "2020-09", in: LedgerOnDay(history.ledger, on: "2020-09-10"))
    var expected = MeetingAgenda(of: "2020-09", in: LedgerOnDay(Ledger(), on: "2020-09-10"))
    expected.overdue = [
      .init(item: "1.1", due: "2020-07-31", days: 41),
      .init(item: "S1", due: "2020-08-31", days: 10),
    ]
    expected.returned = ["1.2"]
    expected.stale = ["1.1"]
    expected.pendingExtensions = ["1.2"]
    expected.dueNextMonth = ["1.2"]
    expected.silent = ["2.1"]
    expected.undecidedGaps = history.ledger.gaps.filter { $0.number == 2 }
    #expect(agenda == expected)
  }

  @Test func `what is due in the rest of the month is not forgotten`() {
    let agenda = MeetingAgenda(
      of: "2020-08", in: LedgerOnDay(History.imported.ledger, on: "2020-08-31"))
    #expect(agenda.dueThisMonth == ["S1"])
    #expect(agenda.overdue.map(\.item) == ["1.1"])
    #expect(agenda.dueNextMonth == [])
  }

  @Test func `applied for again is no longer returned`() {
    let history = History(
      Happening.imported + ClosingCommandTests.submitted + [
        .returned("1.1"), .submitted("1.1", "2020-07-25"),
      ])
    let agenda = MeetingAgenda(of: "2020-07", in: LedgerOnDay(history.ledger, on: "2020-07-28"))
    #expect(agenda.returned == [])
    #expect(agenda.submitted == ["1.1"])
  }

  /// July sealed on 1 August through entry 9; then two late entries, one of them before July.
  static let july = History(
    Happening.imported + [
      .meeting("2020-07", "2020-07-31"),
      .sealed("2020-07", through: 9, asOf: "2020-07-31", "2020-08-01"),
      .noted("1.1", "2020-07-30", recordedOn: "2020-08-05"),
      .noted("1.2", "2020-06-10", recordedOn: "2020-08-05"),
      .noted("1.2", "2020-08-05"),
    ])

  static let august = july.after(
    .meeting("2020-08", "2020-08-31"),
    .sealed("2020-08", through: 15, asOf: "2020-08-31", "2020-09-01"),
    .noted("2.1", "2020-07-29", recordedOn: "2020-09-03"),
    .noted("2.1", "2020-08-29", recordedOn: "2020-09-03"))

  @Test func `an entry recorded after a seal is late for its month`() {
    let late = Self.july.ledger.lateEntries(for: "2020-07", among: Self.july.entries)
    #expect(late.map(\.sequence) == [11])
    #expect(Self.july.ledger.lateEntries(for: "2020-08", among: Self.july.entries) == [])
  }

  @Test func `late entries appear in the next paper, each in one only`() {
    let (ledger, entries) = (Self.august.ledger, Self.august.entries)
    #expect(ledger.supplements(in: "2020-07", among: entries) == [])
    #expect(ledger.supplements(in: "2020-08", among: entries).map(\.sequence) == [11, 12])
    #expect(ledger.supplements(in: "2020-09", among: entries).map(\.sequence) == [16, 17])
  }

  @Test(.bug(id: "figures", "a supplement told of evidence that was void"))
  func `what was made void since is no supplement`() {
    let history = History(
      Happening.imported + [
        .meeting("2020-07", "2020-07-31"),
        .sealed("2020-07", through: 9, asOf: "2020-07-31", "2020-08-01"),
        .noted("1.1", "2020-07-30", recordedOn: "2020-08-05"),
        .attached("证-1.1-01", "2020-07-30", recordedOn: "2020-08-05"),
      ])
    func supplements(_ history: History) -> [Int] {
      history.ledger.supplements(in: "2020-08", among: history.entries).map(\.sequence)
    }
    #expect(supplements(history) == [11, 12])
    #expect(supplements(history.after(.voided("证-1.1-01", "2020-08-06"))) == [11])
  }

  @Test func `what was recorded in time but counts after the paper's day is a supplement too`() {
    let history = History(
      Happening.imported + [
        .noted("1.1", "2020-07-31"), .meeting("2020-07", "2020-07-31"),
        .sealed("2020-07", through: 10, asOf: "2020-07-30", "2020-07-31"),
      ])
    #expect(
      history.ledger.supplements(in: "2020-08", among: history.entries).map(\.sequence) == [9])
  }

  @Test func `a sealed paper rests on the same state for ever`() throws {
    let seal = try #require(Self.july.ledger.meetings["2020-07"]?.seal)
    let sealed = Ledger.folding(Self.august.entries, underSeal: seal)
    let before = History(Happening.imported + [.meeting("2020-07", "2020-07-31")]).entries
    #expect(sealed == Ledger.folding(before, asOf: seal.asOf))
    #expect(Self.august.ledger.sealedMonths == ["2020-07", "2020-08"])
    #expect(Self.august.ledger.lastSealedMonth == "2020-08")
    #expect(Self.july.after(.meeting("2020-08", "2020-08-31")).ledger.openMonths == ["2020-08"])
  }

  @Test func `the figure of the latest day counts, whenever it was recorded`() {
    let history = History(
      Happening.imported + [
        .fact("40", "2020-09-30"), .fact("60", "2020-06-30"), .fact("38", "2020-09-30"),
      ])
    #expect(history.ledger.facts["校级学生会工作人员"]?.map(\.value) == ["60", "40", "38"])
  }
}
