import TaskLedger
import Testing

/// The conventions of days, for every month of six years and every way to write it.
///
/// Source: product description, Deadlines (a wrong date is the worst fault there is).
struct DeadlinePropertyTests {
  /// Words with `Y` for the year and `M` for the month, and which day of the month they mean.
  struct Form: Sendable, CustomTestStringConvertible {
    var words: String
    var day: @Sendable (CivilMonth) -> CivilDate
    var testDescription: String { words }

    func written(_ month: CivilMonth) -> String {
      words.replacing("Y", with: "\(month.year)").replacing("M", with: "\(month.month)")
    }
  }

  private static func day(_ day: Int, _ month: CivilMonth) -> CivilDate {
    CivilDate(year: month.year, month: month.month, day: day) ?? month.lastDay
  }

  private static func last(_ month: Int, _ year: Int) -> CivilDate {
    CivilMonth(year: year, month: month)?.lastDay ?? "2020-01-01"
  }

  static let ofMonths: [Form] =
    [
      "Y年M月", "Y年M月底", "Y年M月底前", "Y年M月末", "Y年M月前", "Y年M月内", "Y年M月份", "Y年M月下旬",
    ].map { Form(words: $0) { $0.lastDay } }
    + ["Y年M月上旬", "Y年M月初", "Y年M月10日前", "Y年M月10日", "Y年M月1日至10日", "Y-M-10"]
    .map { Form(words: $0) { day(10, $0) } }
    + ["Y年M月中旬", "Y年M月中", "Y年M月20日前", "Y年M月20日之前", "Y.M.20"]
    .map { Form(words: $0) { day(20, $0) } }

  static let ofYears: [Form] =
    ["Y年", "Y年内", "Y年底", "Y年底前", "Y年年底前", "Y年下半年", "Y年末"]
    .map { Form(words: $0) { last(12, $0.year) } }
    + [
      Form(words: "Y年上半年") { last(6, $0.year) },
      Form(words: "Y年第一季度") { last(3, $0.year) }, Form(words: "Y年第三季度") { last(9, $0.year) },
    ]

  static let months: [CivilMonth] = (2019...2024).flatMap { year in
    (1...12).compactMap { CivilMonth(year: year, month: $0) }
  }

  @Test(arguments: ofMonths + ofYears)
  func `words mean the same day of every month, in every way to write them`(form: Form) {
    for month in Self.months {
      let words = form.written(month)
      let due = form.day(month)
      let deadline = DeadlineLanguage.read(words, year: nil)
      #expect(deadline.due == due, "\(words)")
      #expect(deadline.text == words && !deadline.isYearAssumed)
      // The document's year changes nothing of words that have one.
      #expect(DeadlineLanguage.read(words, year: 1999).meaning == deadline.meaning, "\(words)")
      let wide = String(words.map { Self.wide[$0] ?? $0 })
      #expect(DeadlineLanguage.read(wide, year: nil).meaning == deadline.meaning, "\(wide)")
      let spaced = words.map { "年月日".contains($0) ? " \($0) " : "\($0)" }.joined()
      #expect(DeadlineLanguage.read(spaced, year: nil).due == due, "\(spaced)")
    }
  }

  private static let wide: [Character: Character] = [
    "0": "０", "1": "１", "2": "２", "3": "３", "4": "４", "5": "５", "6": "６", "7": "７", "8": "８",
    "9": "９",
  ]

  @Test(arguments: ofMonths.filter { $0.words.hasPrefix("Y年") && !$0.words.contains("至") })
  func `without its year a month is the document's, and said to be so`(form: Form) {
    for month in Self.months {
      let words = String(form.written(month).drop { $0 != "年" }.dropFirst())
      let deadline = DeadlineLanguage.read(words, year: month.year)
      #expect(deadline.due == form.day(month), "\(words) of \(month.year)")
      #expect(deadline.isYearAssumed, "\(words)")
      #expect(DeadlineLanguage.read(words, year: nil).due == nil, "\(words)")
    }
  }

  @Test(arguments: ofMonths.filter { !$0.words.contains("至") })
  func `what goes on afterwards is due on the same day`(form: Form) {
    for month in Self.months {
      let deadline = DeadlineLanguage.read(form.written(month) + "，并长期坚持", year: nil)
      #expect(deadline.due == form.day(month), "\(deadline.text)")
      #expect(deadline.isOngoing, "\(deadline.text)")
    }
  }

  @Test func `a term ends with January or July`() {
    for year in 2019...2024 {
      for joint in ["—", "-", "－", "至"] {
        for (term, due) in [
          ("第一学期", Self.last(1, year + 1)), ("第二学期", Self.last(7, year + 1)),
        ] {
          let words = "\(year)\(joint)\(year + 1)学年\(term)"
          #expect(DeadlineLanguage.read(words, year: nil).due == due, "\(words)")
        }
      }
    }
  }

  @Test(arguments: 0..<40)
  func `of several days the last is due, and each is the next in its turn`(seed: Int) throws {
    var random = Randomness(seed: seed)
    var days = (0..<random.int(in: 2...4)).compactMap { _ in
      CivilDate(dayNumber: CivilDate("2020-01-01").dayNumber + random.int(in: 0...700))
    }
    days = Array(Set(days)).sorted()
    let words = days.map { "\($0.year)年\($0.month)月\($0.day)日" }.joined(separator: "、")
    let deadline = DeadlineLanguage.read(words, year: nil)
    #expect(deadline.due == days.last, "\(words)")
    guard days.count > 1 else { return }
    for day in days {
      #expect(deadline.next(onOrAfter: day) == day, "\(words)")
      let after = try #require(day.following)
      #expect(deadline.next(onOrAfter: after) == days.first { $0 > day }, "\(words) after \(day)")
    }
  }

  @Test(arguments: 0..<40)
  func `a range begins and ends on the days that are written`(seed: Int) throws {
    var random = Randomness(seed: seed)
    let first = CivilDate("2020-01-01").dayNumber + random.int(in: 0...600)
    let start = try #require(CivilDate(dayNumber: first))
    let end = try #require(CivilDate(dayNumber: first + random.int(in: 1...300)))
    func words(_ day: CivilDate) -> String { "\(day.year)年\(day.month)月\(day.day)日" }
    for joint in ["至", "—", "到"] {
      let deadline = DeadlineLanguage.read(words(start) + joint + words(end), year: nil)
      #expect(deadline.due == end && deadline.start == start, "\(deadline.text)")
      // Backwards it is asked about and never turned round.
      let backwards = DeadlineLanguage.read(words(end) + joint + words(start), year: nil)
      #expect(
        backwards.due == nil || !DeadlineLanguage.doubts(of: backwards).isEmpty,
        "\(backwards.text)")
    }
  }
}
