import TaskLedger
import TestSupport
import Testing

/// How alike words are, how far names lie apart, and numerals.
///
/// Source: product description, Linking (the clause that shares most words) and Commands (the nearest
/// names are suggested).
struct TextMeasureTests {
  // MARK: - Alike

  private static let clause = "明确校级学生会工作人员一般为40人左右，不超过60人"

  @Test(arguments: [
    ("校级学生会工作人员", "校级学生会工作人员", 1.0), ("校级学生会", "院系团总支", 0.0), ("", "", 0.0), ("甲", "", 0.0),
    ("甲", "甲", 1.0), ("甲乙", "乙甲", 0.0), ("，。", "，。", 0.0),
    // 4 of 4 pairs and 4 of 5: 2 × 4 / 9.
    ("甲乙丙丁戊", "甲乙丙丁戊己", 8.0 / 9), ("甲乙丙", "乙丙丁", 0.5),
  ])
  func `texts are as alike as the pairs of neighbours they share`(
    one: String, other: String, measure: Double
  ) {
    #expect(abs(TextSimilarity.similarity(one, other) - measure) < 1e-9)
    #expect(abs(TextSimilarity.similarity(other, one) - measure) < 1e-9)
  }

  @Test(arguments: [
    "明确校级学生会工作人员一般为４０人左右不超过６０人", "明确校级学生会工作人员，一般为 40 人左右；\n不超过 60 人。",
    "「明确校级学生会工作人员」一般为40人左右——不超过60人", "明确校级学生会工作人员一般为40人左右,不超过60人\u{200B}",
  ])
  func `forms, white space and marks do not count`(other: String) {
    #expect(TextSimilarity.similarity(Self.clause, other) == 1, "\(other)")
  }

  @Test func `a passage stands wholly in the text it is of, wherever it was moved`() {
    let passage = "不超过60人"
    #expect(TextSimilarity.containment(of: passage, in: Self.clause) == 1)
    #expect(TextSimilarity.containment(of: passage, in: "不超过60人，" + Self.clause) == 1)
    #expect(TextSimilarity.containment(of: Self.clause, in: passage) < 0.5)
    #expect(TextSimilarity.containment(of: "", in: Self.clause) == 0)
    #expect(TextSimilarity.containment(of: passage, in: "") == 0)
    let moved = "不超过60人。明确校级学生会工作人员一般为40人左右"
    #expect(TextSimilarity.similarity(Self.clause, moved) > 0.9)
    #expect(TextSimilarity.similarity(Self.clause, moved) < 1)
  }

  @Test func `a pair that stands twice must stand twice to be shared twice`() {
    #expect(TextSimilarity.containment(of: "会会会", in: "会会") == 0.5)
    #expect(TextSimilarity.containment(of: "会会会", in: "会会会会") == 1)
    #expect(TextSimilarity.Profile("会会会").count == 2)
    #expect(TextSimilarity.Profile("会").count == 1)
    #expect(TextSimilarity.Profile("、，").isEmpty)
  }

  @Test(arguments: 0..<60)
  func `no text is liker another than itself, and both ways are one`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    func words() -> String {
      String(
        (0..<Int.random(in: 0...12, using: &random)).map { _ in
          "学生会工作，0１ ".randomElement(using: &random) ?? "会"
        })
    }
    let (one, other) = (words(), words())
    let measure = TextSimilarity.similarity(one, other)
    #expect((0...1).contains(measure))
    #expect(measure == TextSimilarity.similarity(other, one))
    let own = TextSimilarity.similarity(one, one)
    #expect(own == (TextSimilarity.Profile(one).isEmpty ? 0 : 1))
    let within = TextSimilarity.containment(of: one, in: other)
    #expect((0...1).contains(within))
    // The likeness lies between the two containments.
    let back = TextSimilarity.containment(of: other, in: one)
    #expect(measure >= min(within, back) - 1e-9 && measure <= max(within, back) + 1e-9)
  }

  // MARK: - Apart

  @Test(arguments: [
    ("学工部", "学工部", 0), ("学工部", "学工处", 1), ("学工部", "学工", 1), ("学工", "学工部", 1), ("工学部", "学工部", 1),
    ("", "学工部", 3), ("学工部", "", 3), ("", "", 0), ("校团委", "学工部", 3), ("甲乙丙丁", "乙甲丁丙", 2),
    ("ＡＢ", "ab", 0), ("学 工 部", "学工部", 0), ("甲乙丙", "丙乙甲", 2),
  ])
  func `names lie as many changes apart as make one the other`(
    one: String, other: String, changes: Int
  ) {
    #expect(EditDistance.between(one, other) == changes)
    #expect(EditDistance.between(other, one) == changes)
  }

  @Test(
    arguments: [
      ("学工处", ["学工部"]), ("学工", ["学工部"]), ("学务部", ["学工部"]), ("教务", ["教务处"]), ("科长处", []),
      ("学生工作处", ["学生工作部"]), ("学生工做处", ["学生工作部"]), ("学习工做处", []), ("", []), ("学工部", ["学工部"]),
    ] as [(String, [String])])
  func `one change is near for a short name and two for a long one`(
    name: String, nearest: [String]
  ) {
    let known = ["校团委", "学工部", "教务处", "学生工作部"]
    #expect(EditDistance.nearest(to: name, among: known) == nearest)
  }

  @Test func `at most three are named, the nearest first and each once`() {
    let known = ["甲乙丙丁己庚", "甲乙丙丁戊", "甲乙丙丁己", "甲乙丙丁戊", "甲乙丙丁庚", "甲乙丙丁辛"]
    #expect(
      EditDistance.nearest(to: "甲乙丙丁戊", among: known) == ["甲乙丙丁戊", "甲乙丙丁己", "甲乙丙丁庚"])
    #expect(
      EditDistance.nearest(to: "甲乙丙丁戊", among: known.reversed())
        == EditDistance.nearest(to: "甲乙丙丁戊", among: known), "whatever their order")
  }

  // MARK: - Numerals

  /// A number as it is written in full.
  private static func written(_ number: Int) -> String {
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    var result = ""
    var isZeroDue = false
    for (size, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let place = number / size % 10
      if place == 0 {
        isZeroDue = !result.isEmpty
      } else {
        if isZeroDue { result += "零" }
        result += digits[place] + unit
        isZeroDue = false
      }
    }
    return result
  }

  @Test func `every number that is written in full is read`() {
    for number in 1...9999 {
      let words = Self.written(number)
      guard ChineseNumerals.value(of: words) != number else { continue }
      Issue.record("\(words) is not \(number)")
    }
    for number in 10...19 {
      #expect(ChineseNumerals.value(of: String(Self.written(number).dropFirst())) == number)
    }
  }

  @Test func `every year that is written sign by sign is read`() {
    let digits = Array("〇一二三四五六七八九")
    for year in 1990...2049 {
      let words = String(String(year).compactMap(\.wholeNumberValue).map { digits[$0] })
      #expect(ChineseNumerals.value(of: words) == year)
      #expect(ChineseNumerals.value(of: words.replacing("〇", with: "零")) == year)
      #expect(ChineseNumerals.value(of: words.replacing("〇", with: "○")) == year)
    }
  }
}
