import Foundation
import TaskLedger
import TestSupport
import Testing

struct CivilDateTests {
  @Test(arguments: [
    (2020, 2, 29), (2000, 2, 29), (2021, 2, 28), (1, 1, 1), (9999, 12, 31), (2020, 4, 30),
  ])
  func `a day that exists is a date`(year: Int, month: Int, day: Int) throws {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    #expect(date.year == year && date.month == month && date.day == day)
  }

  @Test(arguments: [
    (2021, 2, 29), (1900, 2, 29), (2020, 2, 30), (2020, 4, 31), (2020, 13, 1), (2020, 0, 1),
    (2020, 1, 0), (2020, 1, 32), (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (Int.max, Int.max, Int.max),
    (Int.min, Int.min, Int.min),
  ])
  func `a day that does not exist is none`(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1970-01-02", 1), ("1969-12-31", -1), ("2000-03-01", 11_017),
    ("2020-07-19", 18_462), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ])
  func `days are counted from 1970`(text: String, number: Int) throws {
    let date = try #require(CivilDate(text))
    #expect(date.dayNumber == number)
    #expect(CivilDate(dayNumber: number) == date)
  }

  @Test func `every day of 400 years follows the one before`() throws {
    var date = try #require(CivilDate.init("1800-01-01"))
    for number in date.dayNumber + 1...date.dayNumber + 146_097 {
      let next = try #require(CivilDate(dayNumber: number))
      #expect(next > date && next.dayNumber == number)
      let isNextDay = next.year == date.year && next.month == date.month && next.day == date.day + 1
      #expect(isNextDay || next.day == 1)
      date = next
    }
    #expect(date.description == "2200-01-01")
  }

  @Test func `numbers outside of the calendar are no dates`() {
    #expect(CivilDate(dayNumber: 2_932_897) == nil)
    #expect(CivilDate(dayNumber: -719_163) == nil)
    #expect(CivilDate(dayNumber: -10_000_000) == nil)
  }

  @Test(arguments: [
    "", "2020-9-30", "2020/09/30", "2020-09-31", "20200930", "2020-09-30 ", " 2020-09-30",
    "+020-09-30", "２０２０-09-30",
    "2020-09-3a", "0000-01-01", "2020年9月",
  ])
  func `other spellings are no dates`(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test func `a date prints as it is read`() {
    #expect(CivilDate.init("2020-09-05")?.description == "2020-09-05")
    #expect(CivilDate.init("0033-01-01")?.description == "0033-01-01")
  }

  @Test func `dates order and count days between`() throws {
    let first = try #require(CivilDate.init("2020-02-28"))
    let second = try #require(CivilDate.init("2020-03-01"))
    #expect(first < second)
    #expect(first.days(to: second) == 2)
    #expect(second.days(to: first) == -2)
    #expect(first.civilMonth.description == "2020-02")
  }

  @Test func `a date is coded as its text`() throws {
    let date = try #require(CivilDate.init("2020-09-30"))
    let data = try JSONEncoder().encode([date])
    #expect(String(decoding: data, as: UTF8.self) == "[\"2020-09-30\"]")
    #expect(try JSONDecoder().decode([CivilDate].self, from: data) == [date])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([CivilDate].self, from: Data("[\"2020-02-30\"]".utf8))
    }
  }
}

struct CivilMonthTests {
  @Test func `a month is read and printed`() throws {
    let month = try #require(CivilMonth.init("2020-08"))
    #expect(month.year == 2020 && month.month == 8)
    #expect(month.description == "2020-08")
    #expect(CivilMonth(year: 2020, month: 8) == month)
  }

  @Test(arguments: ["", "2020-13", "2020-00", "2020-8", "202008", "2020-08-01", "0000-01"])
  func `other spellings are no months`(text: String) {
    #expect(CivilMonth(text) == nil)
  }

  @Test func `a month knows its last day and what lies in it`() throws {
    let february = try #require(CivilMonth.init("2020-02"))
    #expect(february.lastDay.description == "2020-02-29")
    #expect(february.contains(try #require(CivilDate.init("2020-02-01"))))
    #expect(!february.contains(try #require(CivilDate.init("2021-02-01"))))
    #expect(!february.contains(try #require(CivilDate.init("2020-03-01"))))
  }

  @Test func `months follow one another over the year's end`() throws {
    let december = try #require(CivilMonth.init("2020-12"))
    #expect(december.next?.description == "2021-01")
    #expect(december.next?.previous == december)
    #expect(december < (try #require(december.next)))
    #expect(CivilMonth.init("9999-12")?.next == nil)
    #expect(CivilMonth.init("0001-01")?.previous == nil)
  }

  @Test func `a month is coded as its text`() throws {
    let month = try #require(CivilMonth.init("2020-08"))
    let data = try JSONEncoder().encode([month])
    #expect(String(decoding: data, as: UTF8.self) == "[\"2020-08\"]")
    #expect(try JSONDecoder().decode([CivilMonth].self, from: data) == [month])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([CivilMonth].self, from: Data("[\"2020-13\"]".utf8))
    }
  }
}
