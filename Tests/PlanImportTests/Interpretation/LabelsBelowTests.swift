import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Labels that stand below the items they speak of, in rows of a table and in lines behind tables.
struct LabelsBelowTests {
  private let support: PlanSupport
  private let heading = "序号|改革内容|落实措施\n"

  init() throws { support = try PlanSupport() }

  private func expectOwn(_ plan: PlanSupport.Imported) {
    #expect(plan.ids == ["1.1", "1.2", "1.3"])
    #expect(plan.dues == ["2020-06-30", "2020-07-31", "2020-09-30"])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"], ["组织部"]])
  }

  @Test(.bug(id: "gen4", "a row of labels below an item was given to the next one"))
  func `a row of labels over the columns at the right is that of the item above`() throws {
    expectOwn(
      try support.plan(
        heading
          + """
          1|{1.1}|起草办法。
          ^|责任单位：校团委　完成时限：2020年6月底前*2
          2|{1.2}|动员部署。
          ^|责任单位：学工部　完成时限：2020年7月*2
          3|{1.3}|组织培训。
          ^|责任单位：组织部　完成时限：2020年9月底前*2
          """))
  }

  @Test(.bug(id: "gen4", "a row of a label in each cell was an item"))
  func `a row with a label in each of its cells is that of the item above`() throws {
    let plan = try support.plan(
      heading
        + """
        1|{1.1}|起草办法。
        |责任单位：校团委|完成时限：2020年6月底前
        2|{1.2}|动员部署。
        |责任单位：学工部|完成时限：2020年7月
        3|{1.3}|组织培训。
        |责任单位：组织部|完成时限：2020年9月底前
        """)
    expectOwn(plan)
    #expect(plan.items.allSatisfy { $0.measures.count == 1 })
  }

  @Test func `a row of labels before the first item speaks of those below it`() throws {
    expectOwn(
      try support.plan(
        heading
          + """
          责任单位：校团委　完成时限：2020年6月底前*3
          1|{1.1}|起草办法。
          责任单位：学工部　完成时限：2020年7月*3
          2|{1.2}|动员部署。
          责任单位：组织部　完成时限：2020年9月底前*3
          3|{1.3}|组织培训。
          """))
  }

  @Test func `a row of labels that has items below it to the end speaks of those`() throws {
    let plan = try support.plan(
      heading
        + """
        1|{1.1}|起草办法。
        责任单位：学工部　完成时限：2020年7月*3
        2|{1.2}|动员部署。
        3|{1.3}|组织培训。
        """)
    #expect(plan.dues == [nil, "2020-07-31", "2020-07-31"])
  }

  @Test func `a row of labels behind several items speaks of them, and not of another section`()
    throws
  {
    let plan = try support.plan(
      heading
        + """
        一、明确职能定位*3
        1|{1.1}|起草办法。
        2|{1.2}|动员部署。
        责任单位：校团委　完成时限：2020年6月底前*3
        二、改革运行机制*3
        3|{2.1}|起草办法。
        责任单位：学工部　完成时限：2020年7月*3
        """)
    #expect(plan.dues == ["2020-06-30", "2020-06-30", "2020-07-31"])
    #expect(plan.items[1].flags.contains(.deadlineInherited))
  }

  private func tables(_ lines: [String], isAbove: Bool) -> String {
    zip(["1.1", "1.2", "1.3"], lines).map { clause, line in
      let table = "序号|改革内容|落实措施\n1|{\(clause)}|起草办法。"
      return isAbove ? "\(line)\n\(table)" : "\(table)\n\(line)"
    }.joined(separator: "\n\n")
  }

  private static let lines = [
    "责任部门：校团委；完成时限：2020年6月底前", "责任部门：学工部；完成时限：2020年7月", "责任部门：组织部；完成时限：2020年9月底前",
  ]

  @Test(.bug(id: "gen4", "labels below each table of a task were given to the next table"))
  func `lines of labels behind every table are those of the table above`() throws {
    let plan = try support.plan(tables(Self.lines, isAbove: false))
    #expect(plan.dues == ["2020-06-30", "2020-07-31", "2020-09-30"])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"], ["组织部"]])
    #expect(plan.said("closing-line").count == 3)
  }

  @Test func `lines of labels before every table are those of the table below`() throws {
    let plan = try support.plan(tables(Self.lines, isAbove: true))
    #expect(plan.dues == ["2020-06-30", "2020-07-31", "2020-09-30"])
    #expect(plan.said("closing-line").isEmpty)
  }
}
