import TaskLedger
import Testing

/// The table of checks: each by its name, each once, in one order.
struct CheckRegistryTests {
  @Test func `every check is known by its name and stands once`() {
    let names = CheckRegistry.all.map(\.name)
    #expect(Set(names).count == names.count)
    for check in CheckRegistry.all {
      #expect(CheckRegistry.check(named: check.name)?.code == check.code)
    }
    // Every fault that this library knows has a check that finds it.
    #expect(Set(names) == Set(FindingCode.allCases.map(\.rawValue)))
  }

  @Test(arguments: ["", "deadline", "Deadline-later", "deadline-later ", "qinghe/doubt"])
  func `other names are no check`(name: String) {
    #expect(CheckRegistry.check(named: name) == nil)
  }

  @Test func `findings of one item stand in the order of the checks, items in the plan's order`()
    throws
  {
    var late = SampleSchool.items[0]
    late.departments = DepartmentAssignment()
    late.flags = [.cellShifted, .yearAssumed, .linkDoubtful]
    var own = SampleSchool.items[4]
    own.departments = DepartmentAssignment(lead: ["相关部门"])
    let context = CheckContext(items: [own, late], list: SampleSchool.list, plan: nil)
    let found = CheckRegistry.run(in: context).filter { $0.code != "clause-missing" }
    #expect(
      found.map { "\($0.item?.description ?? "-") \($0.code)" } == [
        "1.1 link-doubtful", "1.1 cell-shifted", "1.1 deadline-later", "1.1 year-assumed",
        "1.1 department-missing", "S1 department-generic", "S1 measure-missing",
      ])
    // The order of the items given does not matter.
    let turned = CheckContext(items: [late, own], list: SampleSchool.list, plan: nil)
    #expect(CheckRegistry.run(in: turned) == CheckRegistry.run(in: context))
  }

  @Test func `import flags what the linked items themselves show and nothing else`() {
    #expect(
      Set(ImportFlags.checks.map(\.code)) == [
        .deadlineMissing, .deadlineUnreadable, .deadlineVague, .deadlineAmbiguous,
        .departmentMissing, .departmentGeneric, .measureMissing,
      ])
    var items = SampleSchool.items
    items[1].departments = DepartmentAssignment(lead: ["各部门"])
    items[4].deadline = DeadlineLanguage.read("尽快", year: nil)
    let flagged = ImportFlags.apply(to: items, list: SampleSchool.list)
    #expect(
      flagged.map(\.flags) == [
        [], [.cellShifted, .deadlineInherited, .departmentGeneric, .measureMissing],
        [.measureMissing], [.deadlineMissing, .measureMissing], [.deadlineVague, .measureMissing],
      ])
    // A second time changes nothing.
    #expect(ImportFlags.apply(to: flagged, list: SampleSchool.list) == flagged)
  }

  @Test func `a duty is taken up when each group of words has one in the text, spaces aside`() {
    func dropped(_ content: String, _ measures: String..., groups: [[String]]) -> Bool {
      var list = SampleSchool.list
      list.tasks[0].clauses[0].duties = [Duty(name: "公示", groups: groups)]
      var item = SampleSchool.items[0]
      item.content = content
      item.measures = measures.enumerated().map { Measure(number: $0 + 1, text: $1) }
      let context = CheckContext(items: [item], list: list, plan: nil)
      return !CheckRegistry.run([.dutyDropped], in: context).isEmpty
    }
    let groups = [["公示", "公开"], ["名单"]]
    #expect(!dropped("名 单\n公示", groups: groups))
    #expect(!dropped("名单", "予以公开", groups: groups))
    #expect(dropped("名单", "予以公布", groups: groups))
    #expect(dropped("公示", groups: groups))
    #expect(dropped("", groups: groups))
    #expect(!dropped("名（单）", groups: [["名(单)"]]))
  }
}
