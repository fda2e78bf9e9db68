import TaskLedger
import Testing

/// A sheet stores a day and shows its month or year alone.
///
/// Source: product description, Deadlines (a wrong date is the worst fault there is; the words as
/// written are always kept).
struct HiddenDayTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var words: String
    var stored: CivilDate
    var isDoubtful: Bool
    var testDescription: String { "\(words) for \(stored)" }

    init(_ words: String, _ stored: CivilDate, _ isDoubtful: Bool) {
      (self.words, self.stored, self.isDoubtful) = (words, stored, isDoubtful)
    }
  }

  static let rows: [Row] = [
    // The first of a month stands for the month itself, its last day is what the words say.
    Row("2020年7月", "2020-07-01", false), Row("2020年7月", "2020-07-02", true),
    Row("2020年7月", "2020-07-15", true), Row("2020年7月", "2020-07-30", true),
    Row("2020年7月", "2020-07-31", false), Row("2020年2月", "2020-02-28", true),
    Row("2020年2月", "2020-02-29", false), Row("2020年7月", "2020-08-15", false),
    Row("2020年7月", "2021-07-15", false),
    Row("2020年", "2020-01-01", false), Row("2020年", "2020-01-02", true),
    Row("2020年", "2020-07-01", true), Row("2020年", "2020-12-30", true),
    Row("2020年", "2020-12-31", false), Row("2020年", "2021-07-15", false),
    // Words that name more than the period itself say what they mean.
    Row("2020年7月底前", "2020-07-15", false), Row("2020年7月15日", "2020-07-15", false),
    Row("2020年7月上旬", "2020-07-08", false), Row("2020年第三季度", "2020-07-15", false),
    Row("2020—2021学年第一学期", "2020-12-15", false),
  ]

  private static func deadline(_ row: Row) -> Deadline {
    Deadline(
      text: row.words,
      meaning: .date(DeadlinePoint(day: row.stored, bound: .within, precision: .day)))
  }

  @Test(arguments: rows)
  func `a day behind a shown month or year is asked about`(row: Row) {
    #expect(
      DeadlineLanguage.doubts(of: Self.deadline(row)).contains(.hiddenDay) == row.isDoubtful)
  }

  @Test func `the day that is stored and the words that are shown are both said`() {
    let hidden = Self.deadline(Row("2020年7月", "2020-07-15", true))
    let said = DeadlineLanguage.explain(hidden)
    #expect(said.contains("2020年7月15日") && said.contains("「2020年7月」") && said.contains("核对"))
  }

  @Test func `what was read from its words hides nothing`() {
    for row in Self.rows {
      let read = DeadlineLanguage.read(row.words, year: 2020)
      #expect(!DeadlineLanguage.doubts(of: read).contains(.hiddenDay))
    }
  }

  @Test(arguments: [
    Deadline.Meaning.blank, .vague, .unreadable, .immediate(thenOngoing: true), .event("学代会召开前"),
  ])
  func `what has no day is never doubted for its day`(meaning: Deadline.Meaning) {
    #expect(DeadlineLanguage.doubts(of: Deadline(text: "10月前", meaning: meaning)) == [])
  }
}
