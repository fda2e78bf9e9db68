import LedgerReports
import TaskLedger
import TestSupport
import Testing

/// Who answers for gaps and decisions is called in papers as the plan calls the department.
struct PrintedOwnerTests {
  @Test func `an owner is printed by the plan's name`() throws {
    var items = Item.madeUp
    for place in items.indices { items[place].departments = .init(lead: ["党政办公室"]) }
    var scenario = try LedgerScenario(items: items)
    let month = try MadeUpLedgers.month("2020-06")
    try scenario.run(.openMeeting(month), by: scenario.reviewer, on: "2020-06-20")
    try scenario.run(
      .decideAtMeeting(month, item: nil, text: "统一佐证格式", owner: "党政办", due: nil),
      by: scenario.reviewer, on: "2020-06-20")
    try scenario.run(
      .raiseGap(text: "格式不一", item: nil, owner: "党办", due: nil), by: scenario.reviewer,
      on: "2020-06-20")
    var input = try MadeUpLedgers.input(scenario, asOf: "2020-06-25")
    input.departments = DepartmentDirectory([.init(name: "党政办", aliases: ["党政办公室", "党办"])])
    let minutes = try render(.minutes(month), input, templates: MadeUpLedgers.templates)
    #expect(minutes.contains("党政办公室"), "\(minutes)")
    #expect(!minutes.replacing("党政办公室", with: "").contains("党政办"), "\(minutes)")
    #expect(!minutes.contains("党办"), "\(minutes)")
  }
}
