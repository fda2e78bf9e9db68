import LedgerReports
import TaskLedger
import TestSupport
import Testing

/// What happened in a month stands in its paper once, also what left the ledger.
struct MonthHappeningsTests {
  private func paper(_ month: String, _ scenario: LedgerScenario, asOf day: String) throws
    -> String
  {
    try render(
      .monthly(MadeUpLedgers.month(month)), MadeUpLedgers.input(scenario, asOf: day),
      templates: MadeUpLedgers.templates)
  }

  @Test func `a withdrawal is told in its month with what it rests on`() throws {
    var scenario = try LedgerScenario()
    try scenario.run(
      .withdraw(.item("7.4"), basis: "示团发〔2020〕8号"), by: scenario.reviewer, on: "2020-07-09")
    let july = try paper("2020-07", scenario, asOf: "2020-07-31")
    #expect(july.contains("撤销7.4“修订章程”（2020年7月9日），依据示团发〔2020〕8号。"), "\(july)")
    #expect(try !paper("2020-08", scenario, asOf: "2020-08-31").contains("撤销7.4"))
  }

  @Test func `an item that a new plan leaves out is told in its month, without a file's name`()
    throws
  {
    let scenario = try Self.replanned()
    let july = try paper("2020-07", scenario, asOf: "2020-07-31")
    #expect(july.contains("更新后的方案不再列入8.2“建立激励机制”（2020年7月9日）。"), "\(july)")
    #expect(try !paper("2020-06", scenario, asOf: "2020-06-30").contains("不再列入"))
  }

  @Test func `a new review of a stale closure is told beside the closings`() throws {
    let id = try ItemID.item("5.1")
    var scenario = try LedgerScenario()
    try scenario.close(id, "办法已印发", on: "2020-06-20")
    try scenario.attach(id, "补充名册", on: "2020-06-25")
    try scenario.run(.close(id, opinion: "重审同意。"), by: scenario.reviewer, on: "2020-07-20")
    let july = try paper("2020-07", scenario, asOf: "2020-07-31")
    #expect(july.contains("本月没有销号。"), "\(july)")
    #expect(july.contains("复核5.1（2020年7月20日）：重审同意。销号日期仍为2020年6月20日。"), "\(july)")
    #expect(try !paper("2020-06", scenario, asOf: "2020-06-30").contains("复核5.1"))
  }

  @Test func `the calendar cancels what a new plan leaves out`() throws {
    let text = CalendarText.written(
      try MadeUpLedgers.input(Self.replanned(), asOf: "2020-07-31")
    ).replacing("\r\n ", with: "")
    let event = try #require(
      text.split(separator: "BEGIN:VEVENT").first { $0.contains("UID:item-8.2-") })
    #expect(event.contains("STATUS:CANCELLED") && event.contains("〔方案不再列入〕8.2"), "\(event)")
  }

  @Test func `the row of a matter says nothing twice`() throws {
    let id = try ItemID.item("7.1")
    var scenario = try LedgerScenario()
    try scenario.run(.start(id), by: "学工部", on: "2020-09-20")
    try scenario.run(
      .requestExtension(
        id, until: LedgerScenario.day("2020-11-10"), reason: "换届推迟", progress: "推进中"),
      by: "学工部", on: "2020-09-25")
    let october = MonthlyReport(
      of: try MadeUpLedgers.month("2020-10"),
      try MadeUpLedgers.input(scenario, asOf: "2020-10-31"))
    let row = try #require(october.agenda.first { $0.subject == "7.1" })
    #expect(row.kinds == [.extension, .overdue])
    #expect(row.facts.joined().matches(of: /换届推迟/).count == 1, "\(row.facts)")
  }

  @Test func `a deadline that a new plan moves is no application`() throws {
    let july = try paper("2020-07", Self.replanned(), asOf: "2020-07-31")
    #expect(july.contains("延期7.1：按重新导入的方案。更正时限，延至2020年11月30日"), "\(july)")
    #expect(!july.contains("申请延至2020年11月30日"))
  }

  /// A plan imported again in July without 8.2 and with a later day for 7.1.
  private static func replanned() throws -> LedgerScenario {
    var scenario = try LedgerScenario()
    let items = Item.madeUp.filter { $0.id.description != "8.2" }.map { item in
      var item = item
      if item.id.description == "7.1" { item.deadline = .until("2020-11-30") }
      return item
    }
    var plan = PlanHeader.madeUp
    plan.sourceDigest = String(repeating: "b", count: 64)
    try scenario.run(.importPlan(plan, items: items, update: true), by: "校团委", on: "2020-07-09")
    return scenario
  }
}
