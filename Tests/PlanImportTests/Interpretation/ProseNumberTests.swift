import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Which numbers in running text count items, and text that stands in a frame.
struct ProseNumberTests {
  private let support: PlanSupport
  private let head = "青禾学院学生会深化改革任务分解\n2020年6月1日\n一、明确职能定位\n"
  private let tail = "（责任部门：校团委；完成时限：2020年6月）"

  init() throws { support = try PlanSupport() }

  @Test(
    .bug(id: "16", "items numbered ① or (1) below the heading of a part were refused"),
    arguments: [["①", "②", "③"], ["(1)", "(2)", "(3)"], ["（1）", "（2）", "（3）"]], ["", "各项任务如下。\n"])
  func `the only numbers below a part count items`(numbers: [String], intro: String) throws {
    let lines = zip(numbers, ["1.1", "1.2", "1.3"]).map { "\($0){\($1)}\(tail)" }
    let plan = try support.plan(head + intro + lines.joined(separator: "\n"))
    #expect(plan.ids == ["1.1", "1.2", "1.3"])
    #expect(plan.dues == ["2020-06-30", "2020-06-30", "2020-06-30"])
  }

  @Test func `beside other numbers they divide an item`() throws {
    let plan = try support.plan(
      head + "1.{1.1}\(tail)\n①起草办法。\n②印发执行。\n2.{1.2}\(tail)\n3.{1.3}\(tail)")
    #expect(plan.ids == ["1.1", "1.2", "1.3"])
  }

  @Test(.bug(id: "gen4", "2.25名… was number 2.25, and its figure lost"))
  func `a figure right behind a number belongs to the words`() throws {
    let plan = try support.plan(
      head + "1.{1.1}\(tail)\n2.25名干部到位，{1.2}\(tail)\n3.3.5学雷锋日前后，{1.3}\(tail)")
    #expect(plan.items.map(\.ordinal) == ["1", "2", "3"])
    #expect(plan.items[1].content.hasPrefix("25名干部到位"))
    #expect(plan.items[2].content.hasPrefix("3.5学雷锋日前后"))
  }

  @Test(arguments: [
    ["1.1", "1.2", "2.1"], ["1.", "2.1", "2.2"], ["1.", "1.1", "1.2"], ["2.3", "2.4", "3."],
  ])
  func `a number of the depth of others stays as it is`(numbers: [String]) throws {
    let lines = zip(numbers, ["1.1", "1.2", "1.3"]).map { "\($0){\($1)}\(tail)" }
    let plan = try support.plan(head + lines.joined(separator: "\n"))
    let bare = numbers.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
    #expect(plan.items.map(\.ordinal) == bare)
  }

  @Test(.bug(id: "16", "a plan in running text within a table of one cell was refused"))
  func `a table of one cell is a frame around its text`() throws {
    let lines = try ["1.1", "1.2", "1.3"].enumerated().map { place, clause in
      "\(place + 1).\(try support.words(clause))\(tail)"
    }
    var document = Sheet.lines("青禾学院学生会深化改革任务分解\n2020年6月1日")
    let place = Diagnostic.Location.tableCell(file: "方案.docx", table: 1, row: 1, column: 1)
    let cell = SourceCell(
      column: 0, paragraphs: ["一、明确职能定位"] + lines, location: place)
    document.blocks.append(.table(SourceTable(rows: [SourceRow(cells: [cell])])))
    let plan = try support.imported(document)
    #expect(plan.ids == ["1.1", "1.2", "1.3"])
    #expect(plan.items.allSatisfy { $0.departments.lead == ["校团委"] })
    #expect(plan.said("table-left-alone").isEmpty)
  }
}
