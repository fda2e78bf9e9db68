import LedgerReports
import TestSupport
import Testing

@testable import TaskLedger

/// Papers of so many items that these are counted and printed side by side.
struct ManyItemsTests {
  /// The items of August over and over again as items of the school's own, each with an id of its
  /// own, and one of a form that no other row has.
  private func input(_ count: Int) throws -> ReportInput {
    var input = try MadeUpLedgers.input(MadeUpLedgers.august(), asOf: "2020-08-31")
    let states = input.ledger.itemsInOrder
    for number in 1...count {
      var state = states[number % states.count]
      state.item.id = .own(number)
      if number == count - 100 {
        state.item.departments = DepartmentAssignment()
        state.item.content = "只此一项"
      }
      input.ledger.items.insert(state)
    }
    return input
  }

  @Test func `the month of many items counts each once and keeps their order`() throws {
    let input = try input(5000)
    let month = try MadeUpLedgers.month("2020-08")
    let report = MonthlyReport(of: month, input)
    let states = input.ledger.itemsInOrder
    #expect(states.count == 5027)
    #expect(report.tally == Tally(states, on: input.asOf))
    #expect(report.tally.total == report.states.map(\.total).reduce(0, +))
    #expect(report.tally.total == report.tasks.map(\.total).reduce(0, +))
    #expect(
      report.departments.map { "\($0.name) \($0.total)" } == departments(of: states))
    #expect(
      report.closed.map(\.id)
        == states.filter { $0.closedOn.map(month.contains) ?? false }.map(\.id))
    let agenda = MeetingAgenda(of: month, on: input.asOf, in: input.ledger)
    func subjects(_ kind: MonthlyReport.Decision.Kind) -> [String]? {
      report.decisions.first { $0.kind == kind }?.subjects
    }
    #expect(subjects(.review) == agenda.submitted.map(\.description))
    #expect(subjects(.returned) == agenda.returned.map(\.description))
    #expect(subjects(.extension) == agenda.pendingExtensions.map(\.description))
    #expect(report.overdue.count == agenda.overdue.count && report.overdue.count > 1000)
  }

  private func departments(of states: [ItemState]) -> [String] {
    var names: [String] = []
    var counts: [String: Int] = [:]
    for state in states where state.isLive {
      for lead in Set(state.item.departments.lead) { counts[lead, default: 0] += 1 }
      for lead in state.item.departments.lead where !names.contains(lead) { names.append(lead) }
    }
    return names.map { "\($0) \(counts[$0] ?? 0)" }
  }

  @Test func `many rows are the same when each is printed by itself`() throws {
    let input = try input(5000)
    let builtIn = MadeUpLedgers.templates.builtIn
    let paper = Paper.monthly(try MadeUpLedgers.month("2020-08"))
    let texts = try [builtIn, builtIn.mapValues { "{{% CONTENT_TYPE:TEXT}}\n" + $0 }].map {
      try render(paper, input, templates: TemplateSource(builtIn: $0))
    }
    #expect(texts[0] == texts[1])
    #expect(texts[0].contains("只此一项"))
  }

  @Test func `pieces come to the same in the same order however they are cut`() {
    let squares = (0..<10_000).map { $0 * $0 }
    for size in [1, 7, 4096, 10_000, 20_000] {
      let parts = SideBySide.map(stretchesOf: squares.count, size: size) { $0.map { $0 * $0 } }
      #expect(parts.flatMap(\.self) == squares)
      #expect(parts.count == (squares.count + size - 1) / size)
    }
    #expect(SideBySide.map(stretchesOf: 0) { $0.count }.isEmpty)
  }
}
