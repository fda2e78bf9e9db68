import TaskLedger
import Testing

/// Lights with their borders, and what overdue and late mean.
struct LightTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var id: ItemID = "1.1"
    var given: [Happening] = []
    var today: CivilDate
    var light: Light

    init(
      _ description: String, _ id: ItemID = "1.1", given: [Happening] = [], on today: CivilDate,
      _ light: Light
    ) {
      testDescription = description
      self.id = id
      self.given = given
      self.today = today
      self.light = light
    }
  }

  static let closedLate: [Happening] =
    ClosingCommandTests.ready + [.submitted("1.1", "2020-08-01"), .closed("1.1", "2020-08-02")]

  static let fromSeptember = Happening.revised(
    "2.1", "2020-07-21",
    .deadline(
      Deadline(
        text: "2020年9月起长期坚持",
        meaning: .ongoing(
          after: DeadlinePoint(day: "2020-09-01", bound: .from, precision: .month)))))

  static let thenOngoing = Happening.revised(
    "2.1", "2020-07-21",
    .deadline(
      Deadline(
        text: "2020年底前，并长期坚持",
        meaning: .ongoing(
          after: DeadlinePoint(day: "2020-12-31", bound: .by, precision: .year)))))

  static let dated: [Row] = [
    Row("16 days before", on: "2020-07-15", .green),
    Row("15 days before", on: "2020-07-16", .yellow),
    Row("the due day", on: "2020-07-31", .yellow),
    Row("the day after", on: "2020-08-01", .red),
    Row("submitted is still open", given: ClosingCommandTests.submitted, on: "2020-08-01", .red),
    Row("closed", given: ClosingCommandTests.closed, on: "2020-12-31", .blue),
    Row("closed late", given: closedLate, on: "2020-12-31", .blue),
    Row("stale before the due day", given: ClosingCommandTests.stale, on: "2020-07-31", .yellow),
    Row("stale after the due day", given: ClosingCommandTests.stale, on: "2020-08-01", .red),
    Row(
      "asked for more time", given: [.asked("1.1", until: "2020-08-31")], on: "2020-08-01", .red),
    Row(
      "granted more time",
      given: [.asked("1.1", until: "2020-08-31"), .granted("1.1", until: "2020-08-31")],
      on: "2020-08-01", .green),
    Row(
      "refused more time",
      given: [.asked("1.1", until: "2020-08-31"), .refused("1.1")], on: "2020-08-01", .red),
    Row(
      "a correction that moves the day supersedes the grant",
      given: [
        .asked("1.1", until: "2020-08-31"), .granted("1.1", until: "2020-08-31"),
        .revised("1.1", "2020-07-24", .deadline(SampleSchool.deadline("2020-08-10"))),
      ], on: "2020-08-11", .red),
    Row(
      "a correction of the words alone leaves the grant",
      given: [
        .asked("1.1", until: "2020-08-31"), .granted("1.1", until: "2020-08-31"),
        .revised(
          "1.1", "2020-07-24",
          .deadline(
            Deadline(text: "7月底", meaning: SampleSchool.deadline("2020-07-31").meaning))),
      ], on: "2020-08-11", .green),
    Row("no date", "2.2", on: "2020-12-31", .grey),
    Row("withdrawn", given: [.withdrawn("1.1")], on: "2020-12-31", .grey),
    Row(
      "closed, then dropped", given: ClosingCommandTests.closed + [.dropped("1.1")],
      on: "2020-12-31", .grey),
  ]

  static let standing: [Row] = [
    Row("new this month", "2.1", on: "2020-07-31", .yellow),
    Row("the first whole month runs", "2.1", on: "2020-08-31", .yellow),
    Row("never begun and a whole month without a sign", "2.1", on: "2020-09-01", .red),
    Row("a note this month", "2.1", given: [.noted("2.1", "2020-09-01")], on: "2020-09-30", .green),
    Row(
      "a note last month", "2.1", given: [.noted("2.1", "2020-08-31")], on: "2020-09-30", .yellow),
    Row(
      "a note two months ago", "2.1", given: [.noted("2.1", "2020-08-31")], on: "2020-10-01", .red),
    Row(
      "evidence counts", "2.1", given: [.attached("证-2.1-01", "2020-09-01")],
      on: "2020-09-30", .green),
    Row(
      "void evidence does not", "2.1",
      given: [.attached("证-2.1-01", "2020-09-01"), .voided("证-2.1-01", "2020-09-02")],
      on: "2020-09-30", .red),
    Row(
      "an application is no sign of life", "2.1",
      given: [.started("2.1"), .attached("证-2.1-01"), .submitted("2.1", "2020-09-01")],
      on: "2020-09-30", .red),
    Row("standing from a day, before it", "2.1", given: [fromSeptember], on: "2020-08-31", .green),
    Row("standing from a day, on it", "2.1", given: [fromSeptember], on: "2020-09-01", .yellow),
    Row(
      "standing from a day, its first month let pass", "2.1", given: [fromSeptember],
      on: "2020-11-01", .red),
    Row(
      "dated and standing afterwards, gone over early", "2.1",
      given: [thenOngoing, .started("2.1"), .sustained("2.1")], on: "2021-01-01", .red),
    Row(
      "closed after review, in its month", "2.1",
      given: [
        .started("2.1"), .attached("证-2.1-01"), .submitted("2.1"), .closed("2.1"),
      ], on: "2020-07-31", .blue),
    Row(
      "closed after review, and silent the month after", "2.1",
      given: [
        .started("2.1"), .attached("证-2.1-01"), .submitted("2.1"), .closed("2.1"),
      ], on: "2020-08-31", .yellow),
    Row(
      "closed after review, and silent for a whole month", "2.1",
      given: [
        .started("2.1"), .attached("证-2.1-01"), .submitted("2.1"), .closed("2.1"),
      ], on: "2020-12-31", .red),
  ]

  @Test(arguments: dated + standing)
  func `the light says how it stands`(_ row: Row) throws {
    var history = History.imported
    for happening in row.given { history.record(happening) }
    #expect(history.ledger.unplaced == [])
    let state = try #require(history.ledger[row.id])
    #expect(ItemOnDay(state, on: row.today, handInDay: nil).light == row.light)
    if state.due != nil {
      #expect(ItemOnDay(state, on: row.today, handInDay: nil).isOverdue == (row.light == .red))
    }
  }

  @Test func `an extension keeps the original day for ever`() throws {
    let history = History(
      Happening.imported + [
        .asked("1.1", until: "2020-08-31"), .granted("1.1", until: "2020-08-31"),
        .asked("1.1", until: "2020-09-30", "2020-08-20"),
        .granted("1.1", until: "2020-09-30", "2020-08-21"),
      ])
    let state = try #require(history.ledger["1.1"])
    #expect(state.due == "2020-09-30")
    #expect(state.originalDue == "2020-07-31")
    #expect(state.item.deadline.due == "2020-07-31")
    #expect(state.extensions.map(\.answeredOn) == ["2020-07-23", "2020-08-21"])
  }

  /// The original deadline under corrections: (item, corrections, what stays).
  @Test func `the first settled and undoubted deadline is the original`() throws {
    let second = ItemChange.deadline(SampleSchool.deadline("2020-11-30"))
    let third = ItemChange.deadline(SampleSchool.deadline("2020-12-31"))
    var history = History.imported
    for id: ItemID in ["1.1", "1.2", "2.1", "2.2"] {
      history.record(.revised(id, "2020-07-22", second))
      history.record(.revised(id, "2020-07-22", third))
    }
    let originals = history.ledger.itemsInOrder.map(\.originalDue)
    #expect(originals == ["2020-07-31", "2020-11-30", nil, "2020-11-30", "2020-08-31"])
    let dues = history.ledger.itemsInOrder.map(\.due)
    #expect(dues == ["2020-12-31", "2020-12-31", "2020-12-31", "2020-12-31", "2020-08-31"])
  }

  @Test func `a corrected plan keeps originals and history`() throws {
    var item = SampleSchool.items[0]
    item.deadline = SampleSchool.deadline("2020-09-30")
    let before = History(Happening.imported + ClosingCommandTests.closed)
    let after = before.after(
      Happening(
        .imported(item), on: "2020-07-28", by: SampleSchool.office))
    let state = try #require(after.ledger["1.1"])
    #expect(state.item == item)
    #expect(state.originalDue == "2020-07-31")
    #expect(state.due == "2020-09-30")
    #expect(state.rounds == before.ledger["1.1"]?.rounds)
    #expect(state.evidence == before.ledger["1.1"]?.evidence)
    #expect(state.isStale)
  }
}
