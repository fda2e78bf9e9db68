import TaskLedger
import Testing

struct NextDay: CustomTestStringConvertible, Sendable {
  var words: String
  var today: String
  var next: String?
  var testDescription: String { "\(words) on \(today)" }

  init(_ words: String, _ today: String, _ next: String?) {
    (self.words, self.today, self.next) = (words, today, next)
  }
}

struct DeadlineTests {
  @Test(arguments: [
    NextDay("2020年9月", "2020-08-01", "2020-09-30"),
    NextDay("2020年9月", "2020-09-30", "2020-09-30"),
    NextDay("2020年9月", "2020-10-01", nil),
    NextDay("2020年9月起", "2020-08-01", nil),
    NextDay("2020年3-4月", "2020-03-15", "2020-04-30"),
    NextDay("10月、5月", "2020-05-01", "2020-05-31"),
    NextDay("10月、5月", "2020-06-01", "2020-10-31"),
    NextDay("10月、5月", "2020-11-01", nil),
    NextDay("2020年底前，并长期坚持", "2020-06-01", "2020-12-31"),
    NextDay("2020年底前，并长期坚持", "2021-01-01", nil),
    NextDay("长期坚持", "2020-06-01", nil),
    NextDay("适时", "2020-06-01", nil),
    NextDay("", "2020-06-01", nil),
    NextDay("每月25日前", "2020-08-25", "2020-08-25"),
    NextDay("每月25日前", "2020-08-26", "2020-09-25"),
    NextDay("每月25日前", "2020-12-26", "2021-01-25"),
    NextDay("每月31日前", "2021-02-01", "2021-02-28"),
    NextDay("每月", "2020-02-03", "2020-02-29"),
    NextDay("每周", "2020-07-19", "2020-07-19"),
    NextDay("每周", "2020-07-20", "2020-07-26"),
    NextDay("每周五", "2020-07-17", "2020-07-17"),
    NextDay("每周五", "2020-07-18", "2020-07-24"),
    NextDay("每季度", "2020-07-01", "2020-09-30"),
    NextDay("每半年", "2020-07-01", "2020-12-31"),
    NextDay("每学期", "2020-02-01", "2020-07-31"),
    NextDay("每学期末", "2020-08-01", "2021-01-31"),
    NextDay("每年", "2020-08-01", "2020-12-31"),
    NextDay("每年10月15日前", "2020-10-16", "2021-10-15"),
    NextDay("每学年", "2020-08-01", "2021-07-31"),
    NextDay("2020年9月起每月", "2020-01-01", "2020-09-30"),
    NextDay("每年", "9999-12-31", "9999-12-31"),
    NextDay("每年10月", "9999-11-01", nil),
  ])
  func `the next day is found`(row: NextDay) throws {
    let today = try #require(CivilDate(row.today))
    let deadline = DeadlineLanguage.read(row.words, year: 2020)
    #expect(deadline.next(onOrAfter: today)?.description == row.next)
  }

  @Test(arguments: [
    ("1969-12-29", 7), ("1970-01-01", 4), ("1960-02-29", 1), ("2020-07-19", 7), ("0001-01-07", 7),
  ])
  func `weekdays hold before and after 1970`(text: String, weekday: Int) throws {
    let date = try #require(CivilDate(text))
    let next = try #require(Recurrence(period: .week, weekdays: [weekday]).next(onOrAfter: date))
    #expect(date.days(to: next) == (text == "1969-12-29" ? 6 : 0))
  }

  @Test(arguments: [
    ("每月25日前", "2020-08-26", "2020-11-25", ["2020-09-25", "2020-10-25", "2020-11-25"]),
    ("2020年9月起每月25日前", "2020-07-19", "2020-10-31", ["2020-09-25", "2020-10-25"]),
    ("2020年9月至10月每月25日前", "2020-07-19", "2021-10-31", ["2020-09-25", "2020-10-25"]),
    ("2020年每季度", "2020-07-19", "2021-12-31", ["2020-09-30", "2020-12-31"]),
    ("每学期", "2020-07-19", "2021-08-31", ["2020-07-31", "2021-01-31", "2021-07-31"]),
    ("每半年", "2020-07-01", "2021-06-30", ["2020-12-31", "2021-06-30"]),
    ("每年5月、11月", "2020-06-01", "2021-06-30", ["2020-11-30", "2021-05-31"]),
    ("每两个月", "2020-06-01", "2020-10-31", ["2020-06-30", "2020-08-31", "2020-10-31"]),
    ("2020年9月起每两个月", "2020-06-01", "2021-01-31", ["2020-09-30", "2020-11-30", "2021-01-31"]),
    ("每周一、周四", "2020-06-02", "2020-06-11", ["2020-06-04", "2020-06-08", "2020-06-11"]),
    ("2020年6月1日起每两周", "2020-05-01", "2020-06-30", ["2020-06-07", "2020-06-21"]),
    ("每月10日、25日前", "2020-06-11", "2020-07-10", ["2020-06-25", "2020-07-10"]),
    ("每季度首月10日前", "2020-06-11", "2020-12-31", ["2020-07-10", "2020-10-10"]),
    ("每月31日", "2021-02-01", "2021-04-30", ["2021-02-28", "2021-03-31", "2021-04-30"]),
    ("每月", "2020-06-30", "2020-06-30", ["2020-06-30"]),
    ("每月", "2020-07-01", "2020-06-30", []),
    ("2020年6月", "2020-01-01", "2020-12-31", []),
  ])
  func `recurring days lie in the span`(
    words: String, first: String, last: String, days: [String]
  ) throws {
    let deadline = DeadlineLanguage.read(words, year: 2020)
    let found = deadline.recurringDays(
      from: try #require(CivilDate(first)), through: try #require(CivilDate(last)))
    #expect(found.map(\.description) == days)
  }

  @Test(arguments: Recurrence.Period.allCases)
  func `recurring days are those that come next, one after the other`(
    period: Recurrence.Period
  ) throws {
    let first: CivilDate = "2019-12-30"
    let last: CivilDate = "2023-03-01"
    for interval in [1, 2, 3, 4] {
      let recurrence = Recurrence(period: period, interval: interval)
      let days = recurrence.days(from: first, through: last)
      var day = first
      while day <= last {
        #expect(
          recurrence.next(onOrAfter: day).map { $0 > last } ?? true
            == !days.contains { $0 >= day })
        #expect(
          recurrence.next(onOrAfter: day) == days.first { $0 >= day } || day > (days.last ?? first))
        day = try #require(CivilDate(dayNumber: day.dayNumber + 1))
      }
    }
  }

  @Test func `an ongoing deadline after a date is due and goes on`() {
    let deadline = DeadlineLanguage.read("2020年底前，并长期坚持", year: nil)
    #expect(deadline.isOngoing)
    #expect(deadline.due == CivilDate.init("2020-12-31"))
    #expect(deadline.start == nil)
  }

  @Test func `an ongoing deadline from a date has a start and no due day`() {
    let deadline = DeadlineLanguage.read("2020年9月起长期坚持", year: nil)
    #expect(deadline.isOngoing)
    #expect(deadline.due == nil)
    #expect(deadline.start == CivilDate.init("2020-09-01"))
  }

  @Test func `immediate work may go on`() {
    #expect(DeadlineLanguage.read("立行立改，长期坚持", year: nil).isOngoing)
    #expect(!DeadlineLanguage.read("立行立改", year: nil).isOngoing)
  }

  @Test func `a blank deadline says nothing`() {
    #expect(Deadline.blank.kind == "blank")
    #expect(Deadline.blank.due == nil && Deadline.blank.start == nil && !Deadline.blank.isOngoing)
  }
}
