import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Items in running text whose numbered steps have days of their own.
struct StepDayTests {
  private let support: PlanSupport
  private let clauses = ["1.1", "1.2", "1.3"]
  private let head = "青禾学院学生会深化改革实施方案\n2020年6月1日\n一、主要任务\n"

  init() throws { support = try PlanSupport() }

  private func plan(_ behind: String = "", _ steps: String...) throws -> PlanSupport.Imported {
    let below = steps.map { "\n" + $0 }.joined()
    return try support.plan(
      head
        + clauses.enumerated().map { "\($0 + 1).{\($1)}\(behind)\(below)" }
        .joined(separator: "\n"))
  }

  @Test(
    .bug(id: "gen4", "the day of the first step was that of the item"),
    arguments: [
      ("（1）起草办法。（责任单位：校团委；完成时限：2020年7月）", "（2）印发执行。（责任单位：校团委；完成时限：2020年9月底前）"),
      ("①起草办法（2020年7月底前完成）；", "②印发执行（2020年9月底前完成）。"),
      ("1）起草办法，2020年7月底前完成；", "2）印发执行（2020年9月底前完成）。"),
      ("（1）起草办法。完成时限：2020年7月", "（2）印发执行。完成时限：2020年9月"),
      // Out of order, and one without a year.
      ("①印发执行（2020年9月底前完成）；", "②起草办法（7月底前完成）。"),
    ])
  func `an item is due when the last of its steps is`(first: String, second: String) throws {
    let plan = try plan("", first, second)
    #expect(plan.ids == clauses)
    #expect(plan.dues == Array(repeating: "2020-09-30", count: 3))
    #expect(plan.items.allSatisfy { $0.flags.contains(.readFromSentence) })
    #expect(plan.items.allSatisfy { $0.deadline.text.contains("7月") })
  }

  @Test func `a day of the item itself goes before those of its steps`() throws {
    let plan = try plan("（校团委牵头，2020年10月底前完成）", "①起草办法（2020年7月底前完成）；", "②印发执行（2020年9月底前完成）。")
    #expect(plan.dues == Array(repeating: "2020-10-31", count: 3))
    let labelled = try self.plan("", "①起草办法（2020年7月底前完成）；", "②印发执行。", "完成时限：2020年8月")
    #expect(labelled.dues == Array(repeating: "2020-08-31", count: 3))
  }

  @Test func `a line without a number that has a day is no step`() throws {
    let plan = try plan("", "办法先行（2020年8月底前完成）。", "各院系跟进（2020年9月底前完成）。")
    #expect(plan.dues == Array(repeating: "2020-08-31", count: 3))
  }

  @Test func `days that mean nothing together leave the last one`() throws {
    let plan = try plan("", "①动员（2020年7月底前完成）；", "②巩固（长期坚持）。", "③总结（2020年10月底前完成）。")
    #expect(plan.dues == Array(repeating: "2020-10-31", count: 3))
  }
}
