import TaskLedger
import Testing

struct FactExpressionTests {
  @Test(arguments: [
    ("12,345人", 12_345), ("1.2万", 12_000), ("1.2万人", 12_000), ("44012", 44_012),
    ("201911920", 201_911_920), ("31名", 31),
  ])
  func `figures are read with groups, ten thousands and units`(text: String, value: Int) {
    #expect(FactValue(text) == .number(Rational(value)))
  }

  @Test(arguments: ["25.5人", "1,23人", "12,34", "0.5名"])
  func `parts of persons and broken groups are no figure`(text: String) {
    #expect(FactValue(text) == .words(text))
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var text: String
    var offset: Int
    var kind: FactExpression.SyntaxError.Kind
    var testDescription: String { text }
  }

  @Test(arguments: [
    Row(text: "", offset: 0, kind: .endsEarly),
    Row(text: "工作人员 ≤", offset: 6, kind: .endsEarly),
    Row(text: "工作人员 ≤ 40人", offset: 7, kind: .numberUnreadable("40人")),
    Row(text: "工作人员 ≤ 40 60", offset: 10, kind: .unexpected("60")),
    Row(text: "工作人员 ？ 40", offset: 5, kind: .characterUnknown("？")),
    Row(text: "(工作人员 ≤ 40", offset: 10, kind: .endsEarly),
    Row(text: "工作人员 ≤ 40)", offset: 9, kind: .unexpected(")")),
    Row(text: "且 工作人员", offset: 0, kind: .unexpected("且")),
    Row(text: "1.2.3 ≤ 代表", offset: 0, kind: .numberUnreadable("1.2.3")),
    Row(text: String(repeating: "(", count: 30) + "1", offset: 20, kind: .tooDeep),
    Row(text: String(repeating: "非 ", count: 30) + "甲", offset: 40, kind: .tooDeep),
    Row(text: "甲" + String(repeating: "+1", count: 300), offset: 400, kind: .tooLong),
    Row(text: String(repeating: " ", count: 5_000), offset: 4_000, kind: .tooLong),
  ])
  func `a text that is no condition is refused at its place`(row: Row) {
    #expect(throws: FactExpression.SyntaxError(offset: row.offset, kind: row.kind)) {
      try FactExpression(row.text)
    }
  }

  @Test func `full-width signs are read like half-width ones`() throws {
    #expect(
      try FactExpression("（来自院系／工作人员）≧50％") == FactExpression("(来自院系/工作人员) ≥ 50%"))
  }

  @Test func `products bind closer than sums, sums closer than comparisons, 且 closer than 或`()
    throws
  {
    #expect(
      try FactExpression("甲 + 乙 * 丙 ≤ 4 或 丁 = 是 且 戊 = 否")
        == FactExpression("((甲 + (乙 * 丙)) ≤ 4) 或 ((丁 = 是) 且 (戊 = 否))"))
  }

  @Test func `the names of the figures are told in the order written`() throws {
    #expect(
      try FactExpression("乙 / 甲 ≥ 50% 且 各院系(20 ≤ 乙 ≤ 丙)").names == ["乙", "甲", "丙"])
  }

  @Test(arguments: 0..<300)
  func `a mutated condition is read or refused, never trapped on`(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    var text = Array("各院系(20 ≤ 工作人员 ≤ 30 且 主席团成员 / 3 ≥ 1.5%) 或 2020-10-15 ≥ 日期")
    let marks = Array("()≤≥<>=≠+-*/%.且或非是否 0123456789甲@{}　\n")
    for _ in 0..<4 {
      let place = Int(random.next() % UInt64(text.count))
      text[place] = marks[Int(random.next() % UInt64(marks.count))]
    }
    _ = try? FactExpression(String(text))
  }

  private struct SplitMix {
    var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      let mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      return mixed ^ (mixed >> 29)
    }
  }
}

struct RationalTests {
  @Test func `figures are read exactly`() {
    #expect(Rational("67.74%") == Rational(6774, over: 10_000))
    #expect(Rational("31") == Rational(31))
    #expect(Rational("1.") == nil)
    #expect(Rational("") == nil)
    #expect(Rational("12345678901") == nil)
  }

  @Test func `a share is shown with two decimals, rounded half up`() {
    #expect(Rational(21, over: 31)?.words(asPercent: true) == "67.74%")
    #expect(Rational(1, over: 1)?.words(asPercent: true) == "100.00%")
    #expect(Rational(5, over: 2)?.words(asPercent: false) == "2.50")
    #expect(Rational(31).words(asPercent: false) == "31")
  }

  @Test func `a half is rounded away from zero, what is less is not`() {
    #expect(Rational(1, over: 8)?.words(asPercent: false) == "0.13")
    #expect(Rational(-1, over: 8)?.words(asPercent: false) == "-0.13")
    #expect(Rational(1, over: 32)?.words(asPercent: true) == "3.13%")
    #expect(Rational(3, over: 32)?.words(asPercent: true) == "9.38%")
    #expect(Rational(1249, over: 10_000)?.words(asPercent: false) == "0.12")
    #expect(Rational(12_499, over: 100_000)?.words(asPercent: false) == "0.12")
  }

  @Test func `a fraction over nothing is no number`() {
    #expect(Rational(1, over: 0) == nil)
    #expect(Rational(.min, over: 1) == nil)
  }
}

struct FactValueTests {
  @Test func `figures are read as people write them`() {
    #expect(FactValue("31人") == .number(Rational(31)))
    #expect(FactValue("３１") == .number(Rational(31)))
    #expect(FactValue("2020-08-25") == CivilDate.init("2020-08-25").map(FactValue.date))
    #expect(FactValue("2020年8月25日") == CivilDate.init("2020-08-25").map(FactValue.date))
    #expect(FactValue("否") == .truth(false))
    #expect(FactValue("大约三十") == .words("大约三十"))
  }

  @Test func `a month alone is no day`() {
    #expect(FactValue("2020年8月") == .words("2020年8月"))
  }
}
