import TaskLedger
import Testing

/// What is said of an item on the day itself, on the day before and on the day after.
struct DayBoundaryTests {
  private static func item(_ history: History, on day: CivilDate, _ id: ItemID = "1.2") throws
    -> ItemOnDay
  {
    try ItemOnDayTests.item(history, on: day, id)
  }

  @Test(
    arguments: [
      ("2020-08-07", false, Light.yellow, [3]), ("2020-08-09", false, .yellow, [1, 3]),
      ("2020-08-10", false, .yellow, [0, 1, 3]), ("2020-08-11", true, .red, []),
    ] as [(CivilDate, Bool, Light, [Int])])
  func `on its day an item is due and not yet overdue`(
    day: CivilDate, isOverdue: Bool, light: Light, soon: [Int]
  ) throws {
    let item = try Self.item(ItemOnDayTests.dated("2020年8月10日前"), on: day)
    #expect(item.isOverdue == isOverdue)
    #expect(item.isPastTarget == isOverdue)
    #expect(item.overdueDays == (isOverdue ? 1 : nil))
    #expect(item.light == light)
    for days in [0, 1, 3] { #expect(item.isDue(within: days) == soon.contains(days), "\(days)") }
  }

  @Test(arguments: [("2020-10-15", false), ("2020-10-16", true)] as [(CivilDate, Bool)])
  func `on the hand-in day nothing is unsettled at the hand-in yet`(
    day: CivilDate, isUnsettled: Bool
  ) throws {
    for words in ["2020年9月底前", "2020年10月15日前", "2020年12月", ""] {
      let item = try Self.item(ItemOnDayTests.dated(words), on: day)
      #expect(item.isUnsettledAtHandIn == isUnsettled, "\(words)")
    }
  }

  @Test func `what a superior let go past the hand-in is not unsettled at it`() throws {
    var history = ItemOnDayTests.dated("2020年9月")
    history.record(.asked("1.2", until: "2020-12-31"))
    let payload = ExtensionGranted(until: "2020-12-31", basis: "例会", superior: "省发〔2020〕2号")
    history.record(
      Happening(
        .item("1.2", .extensionGranted(payload)), on: "2020-07-23", by: SampleSchool.office))
    #expect(try Self.item(history, on: "2020-10-16").isUnsettledAtHandIn == false)
  }

  @Test func `only what goes on by itself is silent`() throws {
    let dated = ItemOnDayTests.dated("2020年8月10日前")
    let closed = dated.after(
      .started("1.2"), .attached("证-1.2-01"), .submitted("1.2"), .closed("1.2"))
    #expect(try Self.item(dated, on: "2020-08-31").isSilent == false)
    #expect(try Self.item(closed, on: "2020-09-30").isSilent == false)
    let goingOn = ItemOnDayTests.dated(
      "2020年8月底前，并长期坚持", .started("1.2"), .attached("证-1.2-01"), .submitted("1.2"))
    #expect(try Self.item(goingOn, on: "2020-08-31").isSilent == false)
    let closedToo = goingOn.after(.closed("1.2", "2020-08-03"))
    #expect(try Self.item(closedToo, on: "2020-08-31").isSilent == false)
    #expect(try Self.item(closedToo, on: "2020-09-01").isSilent)
    let standing = History.imported
    #expect(try Self.item(standing, on: "2020-09-01", "2.1").isSilent)
    let withdrawn = standing.after(.withdrawn("2.1"))
    #expect(try Self.item(withdrawn, on: "2020-09-01", "2.1").isSilent == false)
  }

  @Test func `what is missing is said whole and in order`() throws {
    let flags = MissingPart.confirmation([.cellShifted, .deadlineInherited])
    let plain = History.imported
    #expect(
      try Self.item(plain, on: "2020-08-01").missing == [.start, .evidence, .statement, flags])
    #expect(
      try Self.item(plain, on: "2020-07-21", "2.1").missing == [.start, .signOfLife("2020-07")])
    let started = plain.after(.started("2.1"), .noted("2.1", "2020-07-22"))
    #expect(try Self.item(started, on: "2020-07-31", "2.1").missing == [.sustaining])
    let sustained = started.after(.sustained("2.1"))
    #expect(try Self.item(sustained, on: "2020-07-31", "2.1").missing == [])
    #expect(try Self.item(sustained, on: "2020-08-01", "2.1").missing == [.signOfLife("2020-08")])
    let closed = plain.after(
      .started("S1"), .attached("证-S1-01"), .submitted("S1"), .closed("S1"))
    #expect(try Self.item(closed, on: "2020-10-01", "S1").missing == [])
  }

  @Test func `a stale closure of what goes on wants a review before signs of life`() throws {
    let history = ItemOnDayTests.dated(
      "2020年8月底前，并长期坚持", .started("1.2"), .attached("证-1.2-01"), .submitted("1.2"),
      .closed("1.2", "2020-08-03"),
      .revised("1.2", "2020-08-04", .deadline(SampleSchool.standing)))
    let item = try Self.item(history, on: "2020-09-30")
    #expect(item.status == .stale && item.state.isStanding)
    #expect(item.missing.first == .newReview)
    #expect(!item.missing.contains(.signOfLife("2020-09")))
  }

  @Test func `what is sustained is settled in the month of a sign of life alone`() throws {
    let history = History.imported.after(.started("2.1"), .sustained("2.1", "2020-07-31"))
    #expect(try Self.item(history, on: "2020-07-31", "2.1").isSettled)
    #expect(try Self.item(history, on: "2020-08-01", "2.1").isSettled == false)
  }

  @Test func `a day that recurs is near from as many days before as any other`() throws {
    let history = ItemOnDayTests.dated("每月25日前", .noted("1.2", "2020-07-24"))
    let due: CivilDate = "2020-08-25"
    let near = try #require(CivilDate(dayNumber: due.dayNumber - Light.dueSoonDays))
    #expect(try Self.item(history, on: due).light == .yellow)
    #expect(try Self.item(history, on: near).light == .yellow)
    #expect(try Self.item(history, on: #require(near.preceding)).light == .green)
  }

  @Test(
    arguments: [
      ("2020-10-15", nil, nil), ("2020-10-16", nil, "2020-10-15"),
      ("2020-10-31", nil, "2020-10-15"),
      ("2020-11-01", "2020-10-31", "2020-10-15"),
    ] as [(CivilDate, CivilDate?, CivilDate?)])
  func `a later deadline passes the days before it, not its own`(
    until: CivilDate, list: CivilDate?, handIn: CivilDate?
  ) throws {
    var ledger = History.imported.ledger
    ledger.list?.handIns = [HandIn(due: "2020-10-15", what: "自评报告")]
    let lateness = ledger.lateness(of: try #require(ledger["1.2"]), until: until)
    #expect(lateness?.list == list && lateness?.handIn == handIn)
    #expect((lateness == nil) == (handIn == nil))
  }

  @Test(
    arguments: [
      ("2020-08-01", "2020-08-10"), ("2020-08-10", "2020-08-11"), ("2020-08-11", "2020-08-31"),
      ("2020-08-31", "2020-09-01"), ("2020-09-01", "2020-10-15"),
      ("2020-10-15", "2020-10-16"), ("2020-10-16", nil),
    ] as [(CivilDate, CivilDate?)])
  func `by itself an item changes on its days and on the days after them`(
    day: CivilDate, next: CivilDate?
  ) throws {
    let item = try Self.item(
      History.imported.after(.revised("S1", "2020-07-21", .deadline(Self.august))), on: day, "S1")
    #expect(item.nextChange == next)
  }

  private static let august = DeadlineLanguage.read("2020年8月10日前", year: 2020)

  @Test func `what recurs changes by itself after its next day, what goes on with the month`()
    throws
  {
    let recurring = ItemOnDayTests.dated("每月25日前")
    #expect(try Self.item(recurring, on: "2020-07-24").nextChange == "2020-07-26")
    #expect(try Self.item(recurring, on: "2020-07-25").nextChange == "2020-07-26")
    #expect(try Self.item(recurring, on: "2020-07-26").nextChange == "2020-10-15")
    let standing = History.imported.after(.started("2.1"), .sustained("2.1", "2020-07-31"))
    #expect(try Self.item(standing, on: "2020-07-31", "2.1").nextChange == "2020-08-01")
    #expect(try Self.item(standing, on: "2020-08-01", "2.1").nextChange == "2020-10-15")
  }

  @Test(
    arguments: [
      ("2020-07-25", false), ("2020-07-26", true), ("2020-08-25", true), ("2020-08-26", false),
    ] as [(CivilDate, Bool)])
  func `a window goes from the day after one day to the next with it`(
    sign: CivilDate, isDone: Bool
  ) throws {
    let history = ItemOnDayTests.dated(
      "每月25日前", .noted("1.2", "2020-07-24"), .noted("1.2", sign))
    let item = try Self.item(history, on: "2020-09-01")
    #expect(item.state.missedDays(before: "2020-09-01") == (isDone ? [] : ["2020-08-25"]))
  }

  @Test func `the gaps of an item are its own`() {
    let ledger = History.imported.after(
      .gap(1, "2020-07-21", item: "1.1"), .gap(2, "2020-07-21", item: "1.2"), .gap(3, "2020-07-21")
    ).ledger
    #expect(ledger.openGaps(of: "1.2").map(\.number) == [2])
  }

  @Test func `a ledger on a day gives the item that was asked for`() {
    let onDay = LedgerOnDay(History.imported.ledger, on: "2020-08-01")
    for id in ["1.1", "2.1", "S1"] as [ItemID] { #expect(onDay[id]?.id == id) }
    #expect(onDay["3.1"] == nil)
  }
}
