import LedgerReports
import TaskLedger
import TestSupport
import Testing

/// What recurs is told in its own rhythm, not month by month.
struct RhythmWordsTests {
  private let id: ItemID
  private let scenario: LedgerScenario

  /// One item that is wanted by the 25th of each month, alive in its windows until July.
  init() throws {
    id = try .item("2.3")
    var item = try #require(Item.madeUp.first { $0.id.description == "2.3" })
    item.deadline = DeadlineLanguage.read("每月25日前", year: 2020)
    var scenario = try LedgerScenario(items: [item])
    try scenario.run(.start(id), by: "校学生会", on: "2020-06-10")
    try scenario.run(.note(id, text: "收集意见"), by: "校学生会", on: "2020-06-20")
    try scenario.run(.note(id, text: "再次收集意见"), by: "校学生会", on: "2020-07-20")
    self.scenario = scenario
  }

  private var sustained: LedgerScenario {
    get throws {
      var scenario = scenario
      try scenario.run(.sustain(id), by: "校学生会", on: "2020-07-22")
      return scenario
    }
  }

  @Test func `a light before its next day says that the day is coming`() throws {
    let input = try MadeUpLedgers.input(sustained, asOf: "2020-08-20")
    let item = try #require(input.onDay[id])
    #expect(item.light == .yellow && item.isSettled)
    #expect(item.lightMeaning == "下一次临近尚无进展")
    let page = try render(.board, input, templates: MadeUpLedgers.templates)
    #expect(!page.contains("本月尚无进展"), "\(page)")
  }

  @Test func `the month counts it as alive without an entry of that month`() throws {
    let text = try render(
      .monthly(MadeUpLedgers.month("2020-08")),
      MadeUpLedgers.input(sustained, asOf: "2020-08-20"), templates: MadeUpLedgers.templates)
    #expect(text.contains("1项（其中按期有进展1项）"), "\(text)")
  }

  @Test func `what is not sustained yet is asked for that, in the words of its deadline`() throws {
    let input = try MadeUpLedgers.input(scenario, asOf: "2020-08-20")
    let text = try render(.selfEvaluation, input, templates: MadeUpLedgers.templates)
    #expect(text.contains("转入长期坚持，按期（每月25日前）检查进展"), "\(text)")
    #expect(text.contains("第2.3项正在推进，尚未转入长期坚持"), "\(text)")
    #expect(!text.contains("尚未申请销号"))
  }

  @Test func `a legend says each reason once, without that the item is struck off`() throws {
    var items = Item.madeUp.filter { ["2.2", "2.3"].contains($0.id.description) }
    for place in items.indices {
      items[place].deadline = DeadlineLanguage.read(
        place == 0 ? "2020年6月底前，并长期坚持" : "全年持续推进", year: 2020)
    }
    var scenario = try LedgerScenario(items: items)
    try scenario.close(.item("2.2"), "机制已建立", on: "2020-06-20")
    try scenario.run(.start(id), by: "校学生会", on: "2020-06-20")
    try scenario.run(.sustain(id), by: "校学生会")
    let board = Board(try MadeUpLedgers.input(scenario, asOf: "2020-07-10"))
    #expect(board.segments.map(\.meanings) == [["本月尚无进展"]])
    let meanings = board.lines.map(\.lightMeaning)
    #expect(meanings == ["已销号、本月尚无进展", "本月尚无进展"])
  }

  @Test func `one document was not issued one after the other`() throws {
    var scenario = try LedgerScenario()
    try scenario.close(
      .item("1.1"), "推进计划已报送", on: "2020-06-20", number: "南示团〔2020〕3号")
    let one = try render(
      .selfEvaluation, MadeUpLedgers.input(scenario, asOf: "2020-06-30"),
      templates: MadeUpLedgers.templates)
    #expect(one.contains("学校印发《工作材料》（南示团〔2020〕3号）"), "\(one)")
  }
}
