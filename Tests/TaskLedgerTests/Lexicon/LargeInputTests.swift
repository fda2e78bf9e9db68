import TaskLedger
import Testing

/// Inputs of a hostile size: each is read in a moment when reading is linear, and takes minutes
/// or the stack when it is not.
struct LargeInputTests {
  /// A text that is told by its beginning and size.
  struct Large: Sendable, CustomTestStringConvertible {
    var text: String
    var testDescription: String { "\(text.prefix(12))… × \(text.utf8.count)" }
  }

  private static func many(_ words: String, _ count: Int, then end: String = "") -> Large {
    Large(text: String(repeating: words, count: count) + end)
  }

  @Test(arguments: [
    many("7", 160_000), many("七", 60_000), many("七7", 40_000), many("5人", 40_000),
    Large(text: "学生会5人，" + many("5人", 40_000).text), many("1-", 80_000),
    Large(text: "主席团成员不超过" + many("1.", 80_000).text),
    many("应", 50_000, then: "不超过5人"), many("5人，", 30_000), many("校级学生会工作人员不超过5人，", 3_000),
    many("不超过的", 20_000, then: "5人"),
  ])
  func `figures of a large text are read once`(large: Large) {
    let text = large.text
    #expect(FigureLanguage.figures(in: text).count <= text.count)
  }

  @Test func `many figures of one subject are held against each other`() {
    func figures(_ range: Range<Int>) -> [Figure] {
      range.map { Figure(subject: "主席团成员", relation: .atMost, value: $0, unit: "人") }
    }
    #expect(
      FigureLanguage.conflicts(between: figures(0..<10_000), and: figures(0..<10_000)).isEmpty)
    #expect(
      FigureLanguage.conflicts(between: figures(0..<10_000), and: figures(1..<10_001)).count == 1)
  }

  @Test(arguments: [
    many("学工部（团委、", 16_000), many("（", 60_000), many("甲部和", 20_000, then: "乙部"),
    many("甲部牵头", 15_000), many("甲部牵头、", 15_000), Large(text: "牵头：" + many("甲部牵头、", 15_000).text),
    many("甲部 ", 30_000), Large(text: (0..<30_000).map { "甲\($0)部" }.joined(separator: "、")),
    many("（甲）", 20_000), many("由", 60_000), many("等", 60_000),
  ])
  func `departments of a large cell are read once`(large: Large) {
    let text = large.text
    #expect(!DepartmentNames.read(text).all.isEmpty || text.allSatisfy { "（由等".contains($0) })
  }

  @Test(arguments: [
    many("\n", 160_000), many(" ", 160_000), many("\n ", 80_000), many("1.", 80_000),
    many("（1）", 40_000), many("①", 60_000), many("9", 160_000), many("一", 60_000),
    many("（", 60_000), many("。 ", 60_000), many("[bookmark: x]", 10_000),
  ])
  func `numbering of a large text is split once`(large: Large) {
    let text = large.text
    #expect(Numbering.split(text).count <= text.count)
    _ = Numbering.leading(text)
  }

  @Test(arguments: [many("将", 60_000), many("基本", 40_000), many("拟", 60_000, then: "纳入")])
  func `hedges of a large text are found once`(large: Large) {
    let text = large.text
    #expect(HedgeWords.common.found(in: text).count <= text.count)
  }

  @Test(arguments: [
    many("9", 160_000), many("2020年", 30_000), many("（", 60_000), many("每", 60_000),
    many("2020年6月、", 20), many("（2020年", 40), many("1、", 90), many("每月", 60), many("－", 180),
  ])
  func `a large deadline is unreadable or read`(large: Large) {
    let text = large.text
    let deadline = DeadlineLanguage.read(text, year: 2020)
    #expect(deadline.text == text)
    #expect(!DeadlineLanguage.explain(deadline).isEmpty)
  }

  @Test(arguments: [
    many("非 ", 60_000, then: "甲"), Large(text: "甲 " + many("+ 1", 200_000).text),
    many("(", 100_000),
    many("甲", 200_000), many("甲 且 ", 60_000, then: "甲"), many("9", 200_000),
    many("1 ≤ ", 60_000, then: "1"),
    many("各院系(", 10_000), many("非 ", 30, then: "甲"), Large(text: "甲 " + many("+ 1 ", 500).text),
  ])
  func `a large condition is refused`(large: Large) {
    let text = large.text
    #expect(throws: FactExpression.SyntaxError.self) { try FactExpression(text) }
  }

  @Test func `a long condition within the budget is judged`() throws {
    let condition = "1" + Self.many(" + 1", 190).text + " ≥ 工作人员"
    #expect(try FactExpression(condition).names == ["工作人员"])
  }

  @Test(arguments: ["-9223372036854775808", "9223372036854775807", "99999999999999999999", "-1"])
  func `a printed number beyond counting links like none`(ordinal: String) throws {
    let list = try LinkerTests.list()
    let items = Linker.link(
      PlanDraft(
        items: LinkerTests.all.map { draft in
          var draft = draft
          draft.ordinal = ordinal
          return draft
        }), to: list)
    #expect(items.compactMap(\.clause).count == 6)
  }

  @Test(arguments: [Int.max, .min, 2_932_897, -719_469])
  func `a day beyond the calendar is none`(number: Int) {
    #expect(CivilDate(dayNumber: number) == nil)
  }
}
