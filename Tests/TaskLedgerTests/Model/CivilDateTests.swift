import TaskLedger
import Testing

/// Days, months and moments without a calendar library.
struct CivilDateTests {
  @Test func `every day of ten thousand years has its number, and back`() {
    var expected = CivilDate(year: 1, month: 1, day: 1)?.dayNumber ?? 0
    #expect(expected == -719_162)
    var mistakes = 0
    for year in stride(from: 1, through: 9999, by: 1) {
      for month in 1...12 {
        for day in [1, CivilDate.dayCount(year: year, month: month)] {
          guard let date = CivilDate(year: year, month: month, day: day) else {
            mistakes += 1
            continue
          }
          if day == 1, date.dayNumber != expected { mistakes += 1 }
          if CivilDate(dayNumber: date.dayNumber) != date { mistakes += 1 }
        }
        expected += CivilDate.dayCount(year: year, month: month)
      }
    }
    #expect(mistakes == 0)
    #expect(CivilDate(dayNumber: expected) == nil)
    #expect(CivilDate(dayNumber: -719_163) == nil)
    #expect(CivilDate(dayNumber: 0) == "1970-01-01")
  }

  @Test(arguments: zip([1900, 2000, 2020, 2021], [28, 29, 29, 28]))
  func `leap years are the calendar's`(_ year: Int, _ days: Int) {
    #expect(CivilDate.dayCount(year: year, month: 2) == days)
    #expect(CivilDate(year: year, month: 2, day: days + 1) == nil)
  }

  @Test(arguments: [
    "2020-9-30", "2020-09-31", "2020-00-01", "2020-13-01", "0000-01-01", "２０２０-09-30",
    "2020/09/30", "2020-09-30 ", "+020-09-30", "", "2020-09-3０",
  ])
  func `what is not a date is refused`(_ text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test func `days are counted across months and years`() {
    let day: CivilDate = "2020-07-31"
    #expect(day.days(to: "2020-08-01") == 1)
    #expect(day.days(to: "2020-07-30") == -1)
    #expect(day.days(to: "2021-07-31") == 365)
    #expect(("2019-12-31" as CivilDate) < "2020-01-01")
  }

  @Test func `months follow each other and end`() {
    let december: CivilMonth = "2020-12"
    #expect(december.next == "2021-01")
    #expect(december.next?.previous == december)
    #expect(CivilMonth(year: 9999, month: 12)?.next == nil)
    #expect(CivilMonth(year: 1, month: 1)?.previous == nil)
    #expect(("2020-02" as CivilMonth).lastDay == "2020-02-29")
    #expect(CivilMonth(String("2020-13")) == nil)
    #expect(CivilMonth(String("2020-1")) == nil)
    #expect(december.contains("2020-12-31"))
    #expect(!december.contains("2019-12-31"))
  }

  @Test(arguments: 0..<200)
  func `a moment survives being written, in every zone`(_ seed: Int) throws {
    var random = Randomness(seed: seed)
    for _ in 0..<50 {
      let moment = Instant(
        seconds: random.int(in: -62_135_510_400...253_402_214_399),
        offsetMinutes: random.int(in: -1439...1439))
      #expect(Instant(moment.description) == moment, "seed \(seed): \(moment)")
      #expect(moment.civilDate.map { moment.description.hasPrefix("\($0)T") } == true)
    }
  }

  @Test func `the civil day is the office's`() {
    #expect(Instant("2020-07-31T23:30:00Z")?.civilDate == "2020-07-31")
    #expect(Instant("2020-08-01T07:30:00+08:00")?.civilDate == "2020-08-01")
    let late = Instant("2020-07-31T23:30:00Z").map {
      Instant(seconds: $0.seconds, offsetMinutes: 480)
    }
    #expect(late?.description == "2020-08-01T07:30:00+08:00")
    #expect(Instant(startOf: "1969-12-31").description == "1969-12-31T00:00:00Z")
    #expect(Instant(seconds: -1, offsetMinutes: -90).description == "1969-12-31T22:29:59-01:30")
  }

  @Test func `a moment beyond the calendar is held at its end`() {
    let last = Instant(seconds: .max, offsetMinutes: .max)
    #expect(last.civilDate == "9999-12-31")
    let first = Instant(seconds: .min, offsetMinutes: .min)
    #expect(first.civilDate == "0001-01-01")
    #expect(Instant(first.description) == first)
  }

  @Test(arguments: [
    "2020-08-01T09:30:00", "2020-08-01T24:00:00Z", "2020-08-01T09:60:00Z",
    "2020-08-01 09:30:00Z", "2020-08-01T09:30:00+8:00", "2020-08-01T09:30:00+08:60",
    "2020-08-01T09:30:00Z+08:00", "2020-02-30T09:30:00Z", "",
  ])
  func `what is not a moment is refused`(_ text: String) {
    #expect(Instant(text) == nil)
  }

  @Test(arguments: [
    "", "3", "3.", ".1", "0.1", "3.0", "3.1.1", "-3.1", "+3.1", "３.1", "S0", "S", "S+1", "T1",
  ])
  func `what is not an item is refused`(_ text: String) {
    #expect(ItemID(text) == nil)
  }

  @Test func `items are ordered by number, the school's own last`() {
    let ids: [ItemID] = ["S2", "10.1", "2.10", "2.9", "S1"]
    #expect(ids.sorted() == ["2.9", "2.10", "10.1", "S1", "S2"])
    #expect(EvidenceNumber(String("证-S1-01"))?.description == "证-S1-01")
    #expect(EvidenceNumber(String("证-1.1-100"))?.index == 100)
    #expect(EvidenceNumber(String("证-1.1-")) == nil)
    #expect(EvidenceNumber(String("材-1.1-01")) == nil)
  }
}
