import TaskLedger
import Testing

/// The moment of a recording, from which the office's own day is read.
///
/// Source: product description, The closing machine: what counts as stale depends on the day on which
/// a change was recorded.
struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0, 0), ("1970-01-01T01:02:03Z", 3_723, 0),
    ("1970-01-02T00:00:00+08:00", 57_600, 480), ("1969-12-31T23:59:59Z", -1, 0),
    ("1970-01-01T00:00:00-05:30", 19_800, -330), ("2020-08-01T23:59:59+08:00", 1_596_297_599, 480),
    ("2020-02-29T09:30:05-00:01", 1_582_968_665, -1),
    ("2020-08-01T00:00:00+23:59", 1_596_153_660, 1_439),
  ])
  func `a moment is read and written as it was`(text: String, seconds: Int, offset: Int) throws {
    let instant = try #require(Instant(text))
    #expect(instant.seconds == seconds && instant.offsetMinutes == offset)
    #expect(instant.description == text)
    #expect(instant.civilDate?.description == String(text.prefix(10)))
  }

  @Test(arguments: [
    "", "2020-08-01", "2020-08-01T09:30:05", "2020-08-01 09:30:05Z", "2020-08-01T24:00:00Z",
    "2020-08-01T09:60:00Z", "2020-08-01T09:30:60Z", "2020-08-01T09:30:05+24:00",
    "2020-08-01T09:30:05+08:60", "2020-08-01T09-30:05Z", "2020-08-01T09:30-05Z",
    "2020-08-01T09:30:05+08-00", "2020-08-01T09:30:05+0800", "2020-08-01T09:30:05Z08:00",
    "2020-08-01T09:30:05+", "2020-08-01T09:30:05*08:00", "2020-08-01T9:30:05Z",
    "2020-02-30T09:30:05Z",
    "2020-08-01Ta9:30:05Z", "2020-08-01T0a:30:05Z", "2020-08-01T09:3a:05Z", "2020-08-01T09:30:05z",
    "2020-08-01T09:30:05+a8:00", "2020-08-01T09:30:05+08:0a", "2020-08-01T09:30:/0Z",
  ])
  func `anything else is no moment`(text: String) { #expect(Instant(text) == nil) }

  @Test func `the day is that of the office, not of Greenwich`() throws {
    let seconds = try #require(Instant("2020-07-31T16:30:00Z")).seconds
    #expect(Instant(seconds: seconds, offsetMinutes: 0).civilDate == "2020-07-31")
    #expect(Instant(seconds: seconds, offsetMinutes: 480).civilDate == "2020-08-01")
    #expect(
      Instant(seconds: seconds, offsetMinutes: 480).description == "2020-08-01T00:30:00+08:00")
    #expect(Instant(startOf: "2020-08-01").description == "2020-08-01T00:00:00Z")
  }

  @Test(arguments: [(1_439, 1_439), (1_440, 1_439), (-1_439, -1_439), (-1_440, -1_439)])
  func `an offset lies within a day`(given: Int, kept: Int) {
    #expect(Instant(seconds: 0, offsetMinutes: given).offsetMinutes == kept)
  }

  @Test func `a moment has a day in every zone`() {
    for seconds in [Int.min, Int.max, 0] {
      for offset in [-1_439, 0, 1_439] {
        #expect(Instant(seconds: seconds, offsetMinutes: offset).civilDate != nil)
      }
    }
  }
}
