import LedgerReports
import TaskLedger
import TestSupport
import Testing

/// What an item still lacks (还缺) is one list in one wording, wherever it is told.
struct LackingWordsTests {
  private let input: ReportInput
  private let id: ItemID
  private let wanted = ["完成情况说明有“基本”等不确定的说法", "第1号差距短板尚未解决"]

  /// Closed with a hedge and an open gap: settled, but not enough for the verdict.
  init() throws {
    id = try .item("7.1")
    var scenario = try LedgerScenario()
    try scenario.close(id, "制度基本建立", on: "2020-06-20")
    try scenario.run(
      .raiseGap(text: "制度没有公示", item: id, owner: "校团委", due: nil), by: scenario.reviewer,
      on: "2020-06-22")
    input = try MadeUpLedgers.input(scenario, asOf: "2020-06-30")
  }

  @Test func `the missing list, the sheet of the item and the workbook name the same`() throws {
    let row = try #require(MissingReport(input).items.first { $0.line.id == id })
    #expect(row.words == wanted)
    let state = try #require(input.ledger[id])
    let sheet = ItemSheet(
      state: state, ledger: input.ledger, today: input.asOf, hedges: input.profile.hedges,
      digest: ReviewDigest.sha256
    ).text(200)
    #expect(sheet.contains("还缺      " + wanted.joined(separator: "；")), "\(sheet)")
    let cells = try #require(LedgerSheet.progress(input).first { $0[0] == "7.1" })
    #expect(cells.last == wanted.joined(separator: "；"))
  }

  @Test func `the list of a department says what settled items lack`() throws {
    let text = try render(.department("学工部"), input, templates: MadeUpLedgers.templates)
    #expect(text.contains("）：" + wanted.joined(separator: "；")), "\(text)")
  }

  @Test func `the calendar names it too`() {
    let text = CalendarText.written(input).replacing("\r\n ", with: "")
    #expect(text.contains("欠缺：" + wanted.joined(separator: "；")), "\(text)")
  }
}
