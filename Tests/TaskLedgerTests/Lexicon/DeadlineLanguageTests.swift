import TaskLedger
import TestSupport
import Testing

struct DeadlineLanguageTests {
  private func check(_ phrase: DeadlinePhrase, year: Int?) {
    let deadline = DeadlineLanguage.read(phrase.words, year: year)
    #expect(deadline.text == phrase.words)
    #expect(deadline.kind == phrase.kind)
    #expect(deadline.due?.description == phrase.due)
    #expect(deadline.start?.description == phrase.start)
    #expect(deadline.isYearAssumed == phrase.isYearAssumed)
  }

  @Test(arguments: DeadlinePhrase.points)
  func `a point in time has its day`(phrase: DeadlinePhrase) { check(phrase, year: 2020) }

  @Test(arguments: DeadlinePhrase.points)
  func `words with a year need none from the document`(phrase: DeadlinePhrase) {
    check(phrase, year: nil)
  }

  @Test(arguments: DeadlinePhrase.withoutYear)
  func `a missing year is the document's and marked`(phrase: DeadlinePhrase) {
    check(phrase, year: 2020)
  }

  @Test(arguments: DeadlinePhrase.withoutYear)
  func `a missing year without a document is unreadable`(phrase: DeadlinePhrase) {
    let deadline = DeadlineLanguage.read(phrase.words, year: nil)
    #expect(deadline.meaning == .unreadable)
    #expect(!deadline.isYearAssumed)
  }

  @Test(arguments: DeadlinePhrase.ranges)
  func `ranges end at their end and several dates at the last`(phrase: DeadlinePhrase) {
    check(phrase, year: 2020)
  }

  @Test(arguments: DeadlinePhrase.wrapped)
  func `known words around a date are passed over`(phrase: DeadlinePhrase) {
    check(phrase, year: 2020)
  }

  @Test(arguments: DeadlinePhrase.standing)
  func `standing and recurring work is told apart`(phrase: DeadlinePhrase) {
    check(phrase, year: 2020)
  }

  @Test(arguments: DeadlinePhrase.withoutDay)
  func `what fixes no day has none`(phrase: DeadlinePhrase) { check(phrase, year: 2020) }

  @Test func `the table holds at least 150 phrasings`() {
    let all =
      DeadlinePhrase.points + DeadlinePhrase.withoutYear + DeadlinePhrase.ranges
      + DeadlinePhrase.wrapped + DeadlinePhrase.standing + DeadlinePhrase.withoutDay
    #expect(Set(all.map(\.words)).count == all.count)
    #expect(all.count >= 150)
  }

  @Test func `bounds and precision are kept`() throws {
    func point(_ words: String) throws -> DeadlinePoint {
      guard case .date(let point) = DeadlineLanguage.read(words, year: 2020).meaning else {
        throw WrongKind(words: words)
      }
      return point
    }
    #expect(try point("2020年9月").bound == .within)
    #expect(try point("2020年9月底").bound == .by)
    #expect(try point("2020年9月底前").bound == .by)
    #expect(try point("2020年内").bound == .within)
    #expect(try point("2020年9月起").bound == .from)
    #expect(try point("2020年9月").precision == .month)
    #expect(try point("2020年9月初").precision == .tenDay)
    #expect(try point("2020年9月3日").precision == .day)
    #expect(try point("2020年三季度").precision == .period)
    #expect(try point("2020—2021学年第一学期").precision == .term)
    #expect(try point("2020年底").precision == .year)
  }

  @Test(arguments: PhrasingRow.all)
  func `what an office writes means what a careful person takes`(row: PhrasingRow) throws {
    let deadline = DeadlineLanguage.read(row.words, year: 2020)
    #expect(deadline.kind == row.kind)
    #expect((deadline.due?.description ?? "-") == row.due)
    #expect(row.start == nil || deadline.start?.description == row.start)
    let today: CivilDate = "2020-06-02"
    #expect(row.next == nil || deadline.next(onOrAfter: today)?.description == row.next)
    #expect(!row.isOngoing || deadline.isOngoing)
    #expect(DeadlineLanguage.doubts(of: deadline).map(\.rawValue) == row.doubts)
    #expect(!DeadlineLanguage.explain(deadline).isEmpty)
  }

  @Test func `the phrasings are many and each stands once`() {
    let rows = PhrasingRow.all
    #expect(rows.count >= 600)
    #expect(Set(rows.map(\.words)).count == rows.count)
  }

  @Test(arguments: [
    ("自印发之日起30日内", "2020-08-18"), ("本方案印发后一个月内完成", "2020-08-19"),
    ("印发之日起两周内", "2020-08-02"), ("方案印发之日起3个月内", "2020-10-19"),
  ])
  func `lengths of time count from the document's own issue`(words: String, due: String) {
    let issued = CivilDate("2020-07-19")
    let deadline = DeadlineLanguage.read(words, year: 2020, issued: issued)
    #expect(deadline.due?.description == due)
    #expect(!deadline.isYearAssumed)
    #expect(DeadlineLanguage.explain(deadline).contains("从文件印发的次日起算"))
    #expect(DeadlineLanguage.read(words, year: 2020).kind == "event")
  }

  @Test(arguments: [
    "自印发之日起5个工作日内", "文件下发后30日内", "换届后30日内", "印发之日起施行",
    "印发之日起99999999日内", "学代会后、印发后一个月内",
  ])
  func `other events and working days have no day though the issue is known`(words: String) {
    let deadline = DeadlineLanguage.read(words, year: 2020, issued: CivilDate("2020-07-19"))
    #expect(deadline.kind == "event")
  }

  @Test func `before the new year is that after the document's issue`() {
    func due(_ issued: CivilDate?) -> String? {
      DeadlineLanguage.read("元旦前", year: 2020, issued: issued).due?.description
    }
    #expect(due("2020-07-19") == "2021-01-01")
    #expect(due("2020-01-01") == "2020-01-01")
    #expect(due(nil) == nil)
    #expect(
      DeadlineLanguage.read("元旦前", year: 2020, issued: CivilDate("2020-07-19")).isYearAssumed)
  }

  @Test(arguments: [
    ("国庆节前", "以节日当日为到期日"), ("印发后15个工作日内", "法定节假日"), ("印发后一个月内", "没有印发日期"),
    ("换届后一个月内", "事项的日期确定后"),
  ])
  func `it is said what gives the day or what is missing for it`(words: String, said: String) {
    #expect(DeadlineLanguage.explain(DeadlineLanguage.read(words, year: 2020)).contains(said))
  }

  @Test(arguments: ["印发之日起3月内", "印发后48小时内"])
  func `only working days are told to be working days`(words: String) {
    let deadline = DeadlineLanguage.read(words, year: 2020, issued: CivilDate("2020-07-19"))
    #expect(!DeadlineLanguage.explain(deadline).contains("工作日"))
  }

  @Test func `a holiday is named only where it gives the day`() {
    func explained(_ words: String, issued: CivilDate? = nil) -> String {
      DeadlineLanguage.explain(DeadlineLanguage.read(words, year: 2020, issued: issued))
    }
    #expect(!explained("原定国庆节前，调整至11月30日").contains("节日"))
    #expect(!explained("9月底（国庆节前）").contains("节日"))
    #expect(explained("10月（国庆节前）").contains("以节日当日为到期日"))
    #expect(explained("元旦前", issued: "2020-07-19").contains("以节日当日为到期日"))
    #expect(explained("元旦前").contains("没有印发日期"))
  }

  @Test func `a month counts to its last day when the day of issue has none like it`() {
    let deadline = DeadlineLanguage.read(
      "印发之日起1个月内", year: 2020, issued: CivilDate("2020-01-31"))
    #expect(deadline.due?.description == "2020-02-29")
  }

  struct WrongKind: Error {
    var words: String
  }

  @Test func `several dates keep the order in which they are written`() {
    guard case .dates(let points) = DeadlineLanguage.read("10月、5月", year: 2020).meaning else {
      Issue.record("not several dates")
      return
    }
    #expect(points.map(\.day.description) == ["2020-10-31", "2020-05-31"])
  }

  @Test func `recurrences keep what the words name`() {
    func recurrence(_ words: String) -> Deadline.Meaning {
      DeadlineLanguage.read(words, year: nil).meaning
    }
    #expect(recurrence("每月25日前") == .recurring(Recurrence(period: .month, days: [25])))
    #expect(recurrence("每月底前") == .recurring(Recurrence(period: .month, days: [31])))
    #expect(recurrence("每月中旬") == .recurring(Recurrence(period: .month, days: [20])))
    #expect(recurrence("每周五") == .recurring(Recurrence(period: .week, weekdays: [5])))
    #expect(recurrence("每周日前") == .recurring(Recurrence(period: .week, weekdays: [7])))
    #expect(recurrence("每年10月") == .recurring(Recurrence(period: .year, months: [10])))
    #expect(
      recurrence("每年10月15日前") == .recurring(Recurrence(period: .year, days: [15], months: [10])))
    #expect(recurrence("每学年") == .recurring(Recurrence(period: .year, months: [7])))
    #expect(recurrence("每半年") == .recurring(Recurrence(period: .halfYear)))
    #expect(recurrence("立行立改，长期坚持") == .immediate(thenOngoing: true))
    #expect(recurrence("[bookmark: a] 换届后一个月内 ") == .event("换届后一个月内"))
  }

  @Test(arguments: UInt64(0)..<200)
  func `no words of the alphabet trap and all are kept`(seed: UInt64) {
    let alphabet = [
      "2020", "20", "1", "9", "12", "13", "31", "年", "月", "日", "底", "前", "内", "起", "初", "中", "末",
      "上旬",
      "上半年", "季度", "第", "一", "二〇二〇", "十", "廿", "学期", "学年", "-", "—", "～", "至", "、", "，", "每", "周",
      "长期坚持", "立行立改", "适时", "换届", "后", "个月", "次年", "明年", "全年", ".", "/", ":", " ", "\n", "０", "９",
      "[bookmark: x]", "[", "完成", "甲", "😀", "\u{200B}", "99999999999", "自", "并",
    ]
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let length = Int.random(in: 0...12, using: &random)
      let text = (0..<length).map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
      let year = Bool.random(using: &random) ? 2020 : nil
      let deadline = DeadlineLanguage.read(text, year: year)
      #expect(deadline.text == text, "seed \(seed)")
      #expect(!DeadlineLanguage.explain(deadline).isEmpty, "seed \(seed)")
      #expect(year != nil || !deadline.isYearAssumed, "seed \(seed): \(text)")
      if let due = deadline.due { #expect(deadline.next(onOrAfter: due) == due, "\(text)") }
    }
  }

  @Test(arguments: [9999, 1, -5, Int.max, Int.min, 2199])
  func `a strange document year never traps`(year: Int) {
    for words in ["12月-1月", "明年", "11月至次年1月", "秋季学期", "去年"] {
      #expect(DeadlineLanguage.read(words, year: year).text == words)
    }
  }

  @Test(arguments: [
    ("2020年9月", "读作2020年9月30日到期。只写到月的，以当月最后一日为到期日；底、末、底前、前相同。"),
    ("10月15日前", "读作2020年10月15日到期。写明到日的，当日为到期日。原文没有写年份，年份取自文件，请核对。"),
    ("2020年9月起", "读作自2020年9月1日起，没有到期日。「起」只说明开始时间。"),
    ("5月、10月", "读作2个时间点：2020年5月31日、2020年10月31日。最后一个2020年10月31日为到期日。原文没有写年份，年份取自文件，请核对。"),
    ("每月25日前", "读作定期：每月一次，25日到期。"),
    ("立行立改，长期坚持", "读作立行立改，没有到期日，此后长期坚持。"),
    ("适时", "「适时」没有写明日期。不作推测，请写明年月。"),
    ("", "未载明完成时限。不作推测，请补充。"),
    (
      "10月前",
      "读作2020年10月31日到期。只写到月的，以当月最后一日为到期日；底、末、底前、前相同。原文没有写年份，年份取自文件，请核对。「前」字前面没有「底」，按惯例算到这段时间的最后一日；如果是指这段时间开始以前，请写明日期。"
    ),
    ("2020年8月2020年6月", "「2020年8月2020年6月」里有两个日期连在一起，不知道以哪个为准。请只留一个，或用顿号、分号隔开。"),
    ("10月至8月", "「10月至8月」的结束时间早于开始时间。请核对后改写。"),
    ("2020年6月（9月底前）", "「2020年6月(9月底前)」括号里的时间与括号前的时间对不上。请只留一个。"),
    (
      "4月、12月，长期坚持",
      "读作2020年12月31日到期，此后长期坚持。只写到月的，以当月最后一日为到期日；底、末、底前、前相同。原文没有写年份，年份取自文件，请核对。写了几个时间，又要长期坚持，只有最后一个时间作为到期日，前面的不再提醒，请核对。"
    ),
    ("三年（试点）", "「三年(试点)」没有写从哪一天算起。请写明到期的年月日。"),
    ("三年（2020—2021年）", "「三年(2020—2021年)」括号里的时间与括号前的时间对不上。请只留一个。"),
    ("两个月内", "「两个月内」没有写从哪一天算起。请写明到期的年月日。"),
    ("每年5月、11月", "读作定期：每年2次，5月最后一日、11月最后一日到期。"),
    ("每两个月一次", "读作定期：每2个月一次，最后一日到期。"),
    ("改革", "「改革」无法识别。请写成「2026年3月底前」「每月25日前」或「长期坚持」一类的写法。"),
  ])
  func `an explanation names day and convention`(words: String, sentences: String) {
    #expect(DeadlineLanguage.explain(DeadlineLanguage.read(words, year: 2020)) == sentences)
  }

  @Test func `words that lack only a year are told so`() {
    #expect(
      DeadlineLanguage.explain(DeadlineLanguage.read("10月15日前", year: nil))
        == "「10月15日前」没有写年份，也没有文件可以取年份。请写明年份，例如「2026年3月底前」。")
  }
}
