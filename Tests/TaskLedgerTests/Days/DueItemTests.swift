import TaskLedger
import Testing

/// What is due, near or asked for, and what is not because nothing more is wanted.
///
/// Source: product description, Days and counts (target day, settled, a month's paper).
struct DueItemTests {
  private static func item(_ history: History, on day: CivilDate, _ id: ItemID = "1.2") throws
    -> ItemOnDay
  {
    try ItemOnDayTests.item(history, on: day, id)
  }

  private static let early = ItemOnDayTests.dated(
    "2020年8月底前", .started("1.2"), .attached("证-1.2-01"), .submitted("1.2"))

  private static let goingOn = ItemOnDayTests.dated(
    "2020年8月底前，并长期坚持", .started("1.2"), .attached("证-1.2-01"), .submitted("1.2"),
    .closed("1.2"))

  // MARK: - due

  @Test func `what was closed or withdrawn before its day is not due on it`() throws {
    let open = try Self.item(Self.early, on: "2020-08-20")
    #expect(open.isDue(within: 11) && !open.isDue(within: 10) && open.isDue(in: "2020-08"))
    for ended in [Self.early.after(.closed("1.2")), Self.early.after(.withdrawn("1.2"))] {
      let item = try Self.item(ended, on: "2020-08-20")
      #expect(!item.isDue(within: 11) && !item.isDue(in: "2020-08"))
    }
    let dropped = try Self.item(Self.early.after(.dropped("1.2")), on: "2020-08-20")
    #expect(!dropped.isDue(within: 11) && !dropped.isDue(in: "2020-08"))
  }

  @Test func `what goes on is due at the hand-in only while it is silent`() throws {
    let history = History.imported.after(.started("2.1"), .sustained("2.1", "2020-10-02"))
    let alive = try Self.item(history, on: "2020-10-10", "2.1")
    #expect(alive.isSettled && !alive.isDue(within: 5) && !alive.isDue(in: "2020-10"))
    let silent = try Self.item(history.after(.noted("1.2", "2020-11-02")), on: "2020-11-02", "2.1")
    #expect(!silent.isSettled && silent.isPastTarget && silent.isUnsettledAtHandIn)
    #expect(try Self.item(history, on: "2020-10-16", "2.1").isPastTarget == false)
  }

  @Test func `closed for its dated half it is not past its target when it falls silent`() throws {
    let silent = try Self.item(Self.goingOn, on: "2020-09-30")
    #expect(!silent.isSettled && !silent.isPastTarget && !silent.isOverdue)
    // Before its day it is not due a second time either.
    let before = try Self.item(Self.goingOn, on: "2020-08-20")
    #expect(!before.isSettled && !before.isDue(within: 20))
  }

  @Test(
    arguments: [
      ("2020-10-14", "2020-10-15"), ("2020-10-15", "2020-10-15"), ("2020-10-16", "2020-10-25"),
      ("2020-10-25", "2020-10-25"), ("2020-10-26", "2020-11-25"),
    ] as [(CivilDate, CivilDate)])
  func `up to the hand-in it is the day shown, afterwards the next that recurs`(
    day: CivilDate, shown: CivilDate
  ) throws {
    let history = ItemOnDayTests.dated("每月25日前", .noted("1.2", "2020-09-26"))
    #expect(try Self.item(history, on: day).nextDay == shown)
  }

  // MARK: - the agenda

  @Test func `what is overdue stands once in the agenda, with its day`() {
    let history = ItemOnDayTests.dated("2020年8月10日前")
    let agenda = MeetingAgenda(of: "2020-08", in: LedgerOnDay(history.ledger, on: "2020-08-20"))
    #expect(
      agenda.overdue == [
        .init(item: "1.1", due: "2020-07-31", days: 20),
        .init(item: "1.2", due: "2020-08-10", days: 10),
      ])
    #expect(agenda.dueThisMonth == ["S1"])
    #expect(agenda.dueNextMonth == [])
  }

  @Test func `returned is what was given back in this round and not applied for since`() {
    let returned = Self.early.after(.returned("1.2"), .started("1.1"))
    func told(_ history: History) -> [ItemID] {
      MeetingAgenda(of: "2020-08", in: LedgerOnDay(history.ledger, on: "2020-08-20")).returned
    }
    #expect(told(returned) == ["1.2"])
    let closed = returned.after(.submitted("1.2", "2020-07-26"), .closed("1.2", "2020-07-27"))
    #expect(told(closed) == [])
    #expect(told(closed.after(.reopened("1.2", "2020-08-01"))) == [])
  }

  @Test func `withdrawn and dropped items stand nowhere in the agenda`() {
    let gone = ItemOnDayTests.dated("每月25日前").after(
      .started("S1"), .attached("证-S1-01"), .submitted("S1"), .asked("1.1", until: "2020-09-30"),
      .withdrawn("1.1"), .dropped("1.2"), .withdrawn("S1"), .dropped("2.1"), .withdrawn("2.2"))
    let day: CivilDate = "2020-10-31"
    let empty = MeetingAgenda(of: "2020-10", in: LedgerOnDay(Ledger(), on: day))
    #expect(MeetingAgenda(of: "2020-10", in: LedgerOnDay(gone.ledger, on: day)) == empty)
  }

  // MARK: - changes of the day alone

  @Test func `a month that ends changes nothing of what does not go on`() throws {
    let open = ItemOnDayTests.dated("2020年9月10日前", .noted("1.2", "2020-07-24"))
    #expect(try Self.item(open, on: "2020-07-24").nextChange == "2020-09-10")
    let withdrawn = History.imported.after(
      .started("2.1"), .sustained("2.1", "2020-07-22"), .withdrawn("2.1"))
    #expect(try Self.item(withdrawn, on: "2020-07-26", "2.1").nextChange == "2020-10-15")
    let recurring = ItemOnDayTests.dated("每月25日前", .withdrawn("1.2"))
    #expect(try Self.item(recurring, on: "2020-07-26").nextChange == "2020-10-15")
  }

  // MARK: - what is missing

  @Test func `a day is asked for while the item is open, however it was fixed`() throws {
    let asked = MissingPart.deadline(round: nil)
    let open = History.imported.after(
      .started("2.2"), .attached("证-2.2-01"), .submitted("2.2"))
    #expect(try Self.item(open, on: "2020-07-24", "2.2").missing.contains(asked))
    let closed = open.after(.closed("2.2"))
    #expect(
      try Self.item(closed, on: "2020-07-24", "2.2").missing
        == [.confirmation([.deadlineMissing])])
    // A round of its own day needs no other.
    let again = closed.after(
      Happening(
        .item(
          "2.2", .reopened(ItemReopened(finding: "名单不实", basis: "督查", due: .day("2020-09-10")))),
        on: "2020-07-25", by: SampleSchool.office))
    let item = try Self.item(again, on: "2020-07-26", "2.2")
    #expect(item.due == "2020-09-10" && !item.missing.contains(asked))
    #expect(item.target == TargetDay(day: "2020-09-10", source: .due))
  }

  @Test func `what was sustained goes on although its words are gone`() throws {
    let history = History.imported.after(
      .started("2.1"), .sustained("2.1"), .revised("2.1", "2020-07-24", .deadline(.blank)))
    let item = try Self.item(history, on: "2020-07-24", "2.1")
    #expect(item.status == .ongoing && item.isSettled && item.missing == [])
  }

  @Test func `flags alone hold nothing back`() throws {
    let closed = History.imported.after(
      .started("1.2"), .attached("证-1.2-01"), .submitted("1.2"), .closed("1.2"))
    let item = try Self.item(closed, on: "2020-08-01")
    #expect(item.isSettled && !item.missing.isEmpty)
    #expect(closed.ledger.obstacles(of: item, .common) == [])
  }
}
