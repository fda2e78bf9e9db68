import TaskLedger
import Testing

/// The days on which work that comes back is due.
///
/// Source: product description, The closing machine (Signs of life): what recurs wants a sign in each
/// window, so that a day too many or too few is a missed day too many or too few.
struct RecurrenceTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var recurrence: Recurrence
    var first: CivilDate
    var last: CivilDate
    var days: [CivilDate]

    init(
      _ description: String, _ recurrence: Recurrence, from first: CivilDate, to last: CivilDate,
      _ days: [CivilDate]
    ) {
      testDescription = description
      (self.recurrence, self.first, self.last, self.days) = (recurrence, first, last, days)
    }
  }

  static let weeks: [Row] = [
    Row(
      "weeks end on Sunday", Recurrence(period: .week), from: "2020-07-18", to: "2020-08-02",
      ["2020-07-19", "2020-07-26", "2020-08-02"]),
    Row(
      "the days of a week in order, whatever the order of the words",
      Recurrence(period: .week, weekdays: [5, 1, 5]), from: "2020-07-20", to: "2020-07-31",
      ["2020-07-20", "2020-07-24", "2020-07-27", "2020-07-31"]),
    Row(
      "every second week of a beginning within a week",
      Recurrence(period: .week, interval: 2, weekdays: [3], from: "2020-07-23"),
      from: "2020-07-01", to: "2020-08-31", ["2020-08-05", "2020-08-19"]),
    Row(
      "every second week of a beginning on the day",
      Recurrence(period: .week, interval: 2, weekdays: [3], from: "2020-07-22"),
      from: "2020-07-01", to: "2020-08-20", ["2020-07-22", "2020-08-05", "2020-08-19"]),
    Row(
      "every third week up to an end that is a day of it",
      Recurrence(period: .week, interval: 3, from: "2020-06-01", until: "2020-07-19"),
      from: "2020-06-01", to: "2020-12-31", ["2020-06-07", "2020-06-28", "2020-07-19"]),
    Row(
      "an end the day before leaves it out",
      Recurrence(period: .week, interval: 3, from: "2020-06-01", until: "2020-07-18"),
      from: "2020-06-01", to: "2020-12-31", ["2020-06-07", "2020-06-28"]),
    Row(
      "weeks run over the new year", Recurrence(period: .week, weekdays: [4]), from: "2020-12-25",
      to: "2021-01-08", ["2020-12-31", "2021-01-07"]),
  ]

  static let months: [Row] = [
    Row(
      "the last day of each month", Recurrence(period: .month), from: "2021-01-31",
      to: "2021-04-30", ["2021-01-31", "2021-02-28", "2021-03-31", "2021-04-30"]),
    Row(
      "a day that a month does not have is its last",
      Recurrence(period: .month, days: [30]), from: "2020-01-31", to: "2020-04-30",
      ["2020-02-29", "2020-03-30", "2020-04-30"]),
    Row(
      "two days that fall together count once",
      Recurrence(period: .month, days: [30, 31]), from: "2020-02-01", to: "2020-03-31",
      ["2020-02-29", "2020-03-30", "2020-03-31"]),
    Row(
      "every second month from January on without a beginning",
      Recurrence(period: .month, interval: 2), from: "2020-06-15", to: "2020-12-31",
      ["2020-06-30", "2020-08-31", "2020-10-31", "2020-12-31"]),
    Row(
      "every second month from a beginning",
      Recurrence(period: .month, interval: 2, days: [10], from: "2020-07-01"),
      from: "2020-06-15", to: "2020-12-31", ["2020-07-10", "2020-09-10", "2020-11-10"]),
    Row(
      "every fourth month over the new year",
      Recurrence(period: .month, interval: 4, from: "2020-11-01"), from: "2020-11-01",
      to: "2021-08-31", ["2020-11-30", "2021-03-31", "2021-07-31"]),
    Row(
      "the day of the month before the beginning is no day of it",
      Recurrence(period: .month, days: [5], from: "2020-09-10"), from: "2020-01-01",
      to: "2020-11-30", ["2020-10-05", "2020-11-05"]),
    Row(
      "quarters end with their last month", Recurrence(period: .quarter), from: "2020-04-01",
      to: "2021-03-31", ["2020-06-30", "2020-09-30", "2020-12-31", "2021-03-31"]),
    Row(
      "the first month of a quarter",
      Recurrence(period: .quarter, days: [10], months: [1, 4, 7, 10]),
      from: "2020-07-11", to: "2021-01-10", ["2020-10-10", "2021-01-10"]),
    Row(
      "halves of the year", Recurrence(period: .halfYear), from: "2020-06-30", to: "2021-06-29",
      ["2020-06-30", "2020-12-31"]),
    Row(
      "terms end in January and July", Recurrence(period: .term), from: "2020-02-01",
      to: "2021-07-31", ["2020-07-31", "2021-01-31", "2021-07-31"]),
    Row(
      "years end in December", Recurrence(period: .year), from: "2020-12-31", to: "2022-12-30",
      ["2020-12-31", "2021-12-31"]),
    Row(
      "29 February is 28 in other years", Recurrence(period: .year, days: [29], months: [2]),
      from: "2020-01-01", to: "2022-12-31", ["2020-02-29", "2021-02-28", "2022-02-28"]),
    Row(
      "the months of a year in order", Recurrence(period: .year, days: [15], months: [11, 5]),
      from: "2020-05-15", to: "2021-05-14", ["2020-05-15", "2020-11-15"]),
  ]

  @Test(arguments: weeks + months)
  func `the days within a span`(row: Row) {
    #expect(row.recurrence.days(from: row.first, through: row.last) == row.days)
    #expect(row.recurrence.next(onOrAfter: row.first) == row.days.first)
    // One day at a time gives the same.
    var day = row.first
    var found: [CivilDate] = []
    while day <= row.last {
      if row.recurrence.next(onOrAfter: day) == day { found.append(day) }
      guard let next = day.following else { break }
      day = next
    }
    #expect(found == row.days)
  }

  @Test func `an interval is kept within what is written`() {
    #expect(Recurrence(period: .month, interval: 0).interval == 1)
    #expect(Recurrence(period: .month, interval: -3).interval == 1)
    #expect(Recurrence(period: .week, interval: 52).interval == 52)
    #expect(Recurrence(period: .week, interval: 99).interval == 52)
    #expect(Recurrence(period: .month, days: [25, 5, 25]).days == [5, 25])
    #expect(Recurrence(period: .year, months: [9, 3]).months == [3, 9])
  }

  @Test func `nothing comes after the end, nor at the end of the calendar`() {
    let ended = Recurrence(period: .month, until: "2020-09-30")
    #expect(ended.next(onOrAfter: "2020-09-30") == "2020-09-30")
    #expect(ended.next(onOrAfter: "2020-10-01") == nil)
    #expect(Recurrence(period: .week, weekdays: [6]).next(onOrAfter: "9999-12-31") == nil)
    #expect(Recurrence(period: .week, weekdays: [5]).next(onOrAfter: "9999-12-31") == "9999-12-31")
    #expect(Recurrence(period: .term).next(onOrAfter: "9999-08-01") == nil)
  }
}
