import TaskLedger
import Testing

/// Missed days against a count day by day, for any signs of life.
///
/// Source: product description, The closing machine (Signs of life): what recurs wants one in each
/// window from after one of its days up to the next; a day without one is missed until a later sign.
struct RecurringPropertyTests {
  /// Words that come back, and which days they are, told from the calendar alone.
  struct Duty: Sendable, CustomTestStringConvertible {
    var words: String
    var isOn: @Sendable (CivilDate) -> Bool
    var testDescription: String { words }
  }

  static let duties = [
    Duty(words: "每月25日前") { $0.day == 25 }, Duty(words: "每月底") { $0 == $0.civilMonth.lastDay },
    Duty(words: "每季度末") { $0 == $0.civilMonth.lastDay && $0.month.isMultiple(of: 3) },
    Duty(words: "每学期") { $0 == $0.civilMonth.lastDay && ($0.month == 1 || $0.month == 7) },
    // 1 January 1970 was a Thursday.
    Duty(words: "每周五") { $0.dayNumber % 7 == 1 },
    Duty(words: "每月10日、25日") { $0.day == 10 || $0.day == 25 },
  ]

  private static func days(_ first: CivilDate, before last: CivilDate) -> [CivilDate] {
    (first.dayNumber..<last.dayNumber).compactMap { CivilDate(dayNumber: $0) }
  }

  @Test(arguments: duties, 0..<12)
  func `a day is missed when its window holds no sign, counted day by day`(
    duty: Duty, seed: Int
  ) throws {
    var random = Randomness(seed: seed)
    let begin = SampleSchool.importDay
    let signs = (0..<random.int(in: 0...8)).compactMap { _ in
      CivilDate(dayNumber: begin.dayNumber + random.int(in: 0...300))
    }
    let history = signs.reduce(ItemOnDayTests.dated(duty.words)) { $0.after(.noted("1.2", $1)) }
    for _ in 0..<6 {
      let today = try #require(CivilDate(dayNumber: begin.dayNumber + random.int(in: 1...320)))
      let known = signs.filter { $0 <= today }
      let due = Self.days(begin, before: today).filter(duty.isOn)
      var missed: [CivilDate] = []
      for (place, day) in due.enumerated() {
        let isDone = known.contains { $0 <= day && (place == 0 || $0 > due[place - 1]) }
        if !isDone { missed.append(day) }
      }
      let open = missed.last.flatMap { last in known.contains { $0 > last } ? nil : last }
      let item = try ItemOnDayTests.item(history, on: today)
      let place = "seed \(seed): \(signs), looked at on \(today)"
      #expect(item.state.missedDays(before: today) == missed, "\(place)")
      #expect(item.missedCount == missed.count, "\(place)")
      #expect(item.state.openMissedDay(before: today) == open, "\(place)")
      #expect(item.isMissed == (open != nil), "\(place)")
      #expect(!item.isOverdue && item.due == nil, "\(place)")
      if open != nil { #expect(item.light == .red && !item.state.isAlive(on: today), "\(place)") }
      if known.isEmpty { #expect(!item.state.isAlive(on: today), "\(place)") }
    }
  }

  @Test(arguments: duties)
  func `the days that come back are those of the calendar, however they are asked for`(
    duty: Duty
  ) throws {
    let deadline = DeadlineLanguage.read(duty.words, year: 2020)
    guard case .recurring(let recurrence) = deadline.meaning else {
      Issue.record("\(deadline.meaning)")
      return
    }
    let all = Self.days("2019-12-01", before: "2022-02-01")
    let expected = all.filter(duty.isOn)
    #expect(recurrence.days(from: "2019-12-01", through: "2022-01-31") == expected)
    for day in all {
      guard let next = expected.first(where: { $0 >= day }) else { continue }
      #expect(deadline.next(onOrAfter: day) == next, "\(duty.words) from \(day)")
    }
    let halves =
      recurrence.days(from: "2019-12-01", through: "2020-12-25")
      + recurrence.days(from: "2020-12-26", through: "2022-01-31")
    #expect(halves == expected)
  }
}
