import TaskLedger
import Testing

/// What recurs wants one sign of life in each window, what goes on one in each month.
///
/// Source: product description, The closing machine (Signs of life).
struct SignOfLifeTests {
  /// 每月25日前 with notes on days, imported on 2020-07-20.
  private static func item(_ signs: [CivilDate], on day: CivilDate) throws -> ItemOnDay {
    let history = signs.reduce(ItemOnDayTests.dated("每月25日前")) {
      $0.after(.noted("1.2", $1))
    }
    return try ItemOnDayTests.item(history, on: day)
  }

  /// What holds on a day after signs on others.
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String { "\(signs) on \(day)" }
    var signs: [CivilDate]
    var day: CivilDate
    var isAlive: Bool
    var missed: CivilDate?
    var count: Int

    init(
      _ signs: [CivilDate], on day: CivilDate, alive: Bool, missed: CivilDate? = nil,
      _ count: Int = 0
    ) {
      (self.signs, self.day, isAlive, self.missed, self.count) = (signs, day, alive, missed, count)
    }
  }

  @Test(arguments: [
    Row([], on: "2020-07-22", alive: false),
    Row([], on: "2020-07-25", alive: false),
    Row([], on: "2020-07-26", alive: false, missed: "2020-07-25", 1),
    Row(["2020-07-21"], on: "2020-07-22", alive: true),
    Row(["2020-07-25"], on: "2020-07-26", alive: true),
    Row(["2020-07-22"], on: "2020-08-25", alive: true),
    Row(["2020-07-22"], on: "2020-08-26", alive: false, missed: "2020-08-25", 1),
    Row(["2020-07-26"], on: "2020-07-26", alive: true, 1),
    Row(["2020-07-30"], on: "2020-08-20", alive: true, 1),
    Row(["2020-07-30"], on: "2020-09-10", alive: true, 1),
    Row(["2020-07-24", "2020-08-26"], on: "2020-08-26", alive: true, 1),
    // The second day was done, the third was missed: nothing came since.
    Row(["2020-07-30"], on: "2020-09-26", alive: false, missed: "2020-09-25", 2),
    Row(["2020-07-30", "2020-09-27"], on: "2020-09-27", alive: true, 2),
    Row([], on: "2020-09-26", alive: false, missed: "2020-09-25", 3),
  ])
  func `a day that recurs is missed once it has passed, until a sign comes`(_ row: Row) throws {
    let item = try Self.item(row.signs, on: row.day)
    #expect(item.state.isAlive(on: row.day) == row.isAlive)
    #expect(item.state.openMissedDay(before: row.day) == row.missed)
    #expect(item.missedCount == row.count)
    #expect(item.isMissed == (row.missed != nil))
    #expect(item.isSilent == !row.isAlive)
  }

  @Test(
    arguments: [
      (["2020-07-25"], "2020-08-15", Light.yellow),
      (["2020-07-25", "2020-07-26"], "2020-08-15", .green),
      (["2020-07-25", "2020-08-15"], "2020-08-15", .green),
      (["2020-07-22", "2020-08-20"], "2020-09-15", .yellow),
      (["2020-07-22", "2020-08-20", "2020-08-26"], "2020-09-15", .green),
      (["2020-07-22", "2020-08-20"], "2020-09-09", .green), (["2020-07-22"], "2020-08-26", .red),
    ] as [([CivilDate], CivilDate, Light)])
  func `near its next day it is yellow unless the window holds a sign already`(
    signs: [CivilDate], day: CivilDate, light: Light
  ) throws {
    #expect(try Self.item(signs, on: day).light == light)
  }

  @Test func `notes, evidence, closings and sustainings are signs, a start is none`() throws {
    let history = History.imported.after(
      .started("2.1", "2020-07-21"), .noted("2.1", "2020-09-02"), .noted("2.1", "2020-07-22"),
      .attached("证-2.1-01", "2020-08-05"), .attached("证-2.1-02", "2020-08-06", digest: "b"),
      .voided("证-2.1-02", "2020-08-07"), .submitted("2.1", "2020-08-10"),
      .closed("2.1", "2020-08-20"))
    let state = try #require(history.ledger["2.1"])
    #expect(state.signsOfLife == ["2020-07-22", "2020-08-05", "2020-08-20", "2020-09-02"])
    #expect(state.lastSignOfLife(in: "2020-08") == "2020-08-20")
    #expect(state.lastSignOfLife(in: "2020-10") == nil)
    let sustained = History.imported.after(.started("2.1"), .sustained("2.1", "2020-08-31"))
    #expect(sustained.ledger["2.1"]?.signsOfLife == ["2020-08-31"])
  }

  @Test(.bug(id: "desk", "a forecast alone counted as progress"))
  func `a forecast alone is no sign of life and no latest progress`() throws {
    let forecast = SheetWords.forecast("2020-10-08")
    let history = History.imported.after(
      .started("2.1", "2020-07-21"), .noted("2.1", "2020-07-22"),
      .noted("2.1", "2020-08-05", text: forecast))
    let state = try #require(history.ledger["2.1"])
    #expect(state.signsOfLife == ["2020-07-22"])
    #expect(state.latestNote?.on == "2020-07-22")
    #expect(state.notes.map(\.text) == ["召开推进会", forecast])
    for words in ["预计完成：2020年10月8日", forecast + "，正在招标", "召开推进会"] {
      #expect(!SheetWords.isForecast(words))
    }
  }

  @Test func `an item that no longer counts misses no day`() throws {
    let history = ItemOnDayTests.dated("每月25日前").after(.withdrawn("1.2"))
    #expect(try ItemOnDayTests.item(history, on: "2020-12-01").missedCount == 0)
  }

  @Test(.bug(id: "newcomer", "what a correction made recur was missed before the correction"))
  func `what came to recur by a correction is missed from then on`() throws {
    let dated = ItemOnDayTests.dated("2020年10月底前")
    func corrected(_ words: String) -> History {
      dated.after(
        .revised("1.2", "2020-09-10", .deadline(DeadlineLanguage.read(words, year: 2020))))
    }
    let item = try ItemOnDayTests.item(corrected("每月25日前"), on: "2020-10-10")
    #expect(item.state.missedDays(before: "2020-10-10") == ["2020-09-25"])
    let standing = corrected("长期坚持")
    #expect(try ItemOnDayTests.item(standing, on: "2020-09-20").light == .yellow)
    #expect(try ItemOnDayTests.item(standing, on: "2020-11-10").light == .red)
  }
}
