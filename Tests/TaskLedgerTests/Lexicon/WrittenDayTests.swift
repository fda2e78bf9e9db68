import TaskLedger
import Testing

/// Days that cells name without a year.
struct WrittenDayTests {
  @Test(
    .bug(id: "C4", "10月12日 and 10月底 kept a whole sheet out"),
    arguments: [
      ("10月12日", "2020-10-12", true), ("10月底", "2020-10-31", true), ("10月1日", "2020-10-01", true),
      // What is past by then is of the next year.
      ("3月15日", "2021-03-15", true), ("9月底前", "2021-09-30", true), ("2月29日", "2024-02-29", true),
      ("2020年9月底", "2020-09-30", false), ("2021年3月15日", "2021-03-15", false),
    ])
  func `a forecast is the first such day to come`(
    words: String, day: String, isYearAssumed: Bool
  ) throws {
    let first = CivilDate("2020-10-01")
    let written = try #require(DeadlineLanguage.forecast(words, onOrAfter: first))
    #expect(written.day.description == day && written.isYearAssumed == isYearAssumed)
  }

  @Test(
    .bug(id: "page", "a day written 2020年9月20日 was read by the command line alone"),
    arguments: [
      ("2020-09-20", "2020-09-20"), (" 2020-9-20 ", "2020-09-20"), ("2020.9.20", "2020-09-20"),
      ("2020/9/20", "2020-09-20"), ("2020年9月20日", "2020-09-20"), ("２０２０年９月２０日", "2020-09-20"),
      ("2020年9月", nil), ("9月20日", nil), ("2020-13-01", nil), ("明天", nil), ("", nil),
    ])
  func `a day is read as people type it`(words: String, day: String?) {
    #expect(CivilDate(written: words)?.description == day)
  }

  @Test(arguments: ["不久", "月底", "10月起", "长期坚持", "每月25日前", ""])
  func `words that name no day are no forecast`(words: String) throws {
    let first = CivilDate("2020-10-01")
    #expect(DeadlineLanguage.forecast(words, onOrAfter: first) == nil)
  }

  @Test(
    arguments: [
      ("10月1日", "2020-10-01"), ("10月10日", "2020-10-10"), ("10月11日", "2019-10-11"),
      ("12月31日", "2019-12-31"), ("2月29日", "2020-02-29"), ("10月", nil), ("九月底", nil),
      ("10月1日前", nil), ("2020年10月1日", nil), ("月底", nil),
    ] as [(String, String?)])
  func `what was so on a day was so on the last such day`(words: String, day: String?) throws {
    let last = CivilDate("2020-10-10")
    #expect(DeadlineLanguage.pastDay(words, notAfter: last)?.description == day)
  }

  @Test(.bug(id: "C1", "合计 was known to one reader alone"))
  func `one rule knows rows of totals`() {
    let vocabulary = FactVocabulary(rows: [], known: [])
    for words in ["合计", "合 计", "总计：12人", "小计12", "合计（人）"] {
      #expect(vocabulary.isTotal(words), "\(words)")
      #expect(PlanPhrases.isTotal(TextFolding.compact(words)), "\(words)")
    }
    for words in ["合计科", "人数合计", "学工部", ""] { #expect(!vocabulary.isTotal(words), "\(words)") }
  }
}
