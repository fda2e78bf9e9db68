import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Which item 同第1项 means, and when it means none.
struct ReferenceTargetTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  private func measures(_ plan: PlanSupport.Imported) -> [[String]] {
    plan.draft.items.map { $0.measures.map(\.text) }
  }

  @Test func `the item is looked for in the same table before the others`() throws {
    let plan = try support.plan(
      """
      第一批任务清单
      序号|改革内容|落实措施|完成时限|责任单位
      1|{1.1}|起草章程|2020年6月|校团委
      2|{1.2}|同第1项|2020年6月|校团委

      第二批任务清单
      序号|改革内容|落实措施|完成时限|责任单位
      1|{2.1}|压缩规模|2020年7月|学工部
      2|{2.2}|同第1项|同第1项|同第1项
      """)
    #expect(measures(plan) == [["起草章程"], ["起草章程"], ["压缩规模"], ["压缩规模"]])
    #expect(plan.dues == ["2020-06-30", "2020-06-30", "2020-07-31", "2020-07-31"])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["校团委"], ["学工部"], ["学工部"]])
  }

  @Test func `in the same table another task goes before another table`() throws {
    let plan = try support.plan(
      """
      第一批任务清单
      序号|任务|改革内容|落实措施|完成时限|责任单位
      1|明确职能|{1.1}|起草章程|2020年6月|校团委
      2|明确职能|{1.2}|宣讲|2020年6月|校团委

      第二批任务清单
      序号|任务|改革内容|落实措施|完成时限|责任单位
      1|运行机制|{2.1}|建立联动|2020年7月|学工部
      2|精简机构|{3.1}|同第1项|2020年7月|学工部
      """)
    #expect(measures(plan).last == ["建立联动"])
  }

  @Test func `a number that only another table has is found there`() throws {
    let plan = try support.plan(
      """
      第一批任务清单
      序号|改革内容|落实措施|完成时限|责任单位
      1|{1.1}|起草章程|2020年6月|校团委
      2|{1.2}|宣讲|2020年6月|校团委

      第二批任务清单
      序号|改革内容|落实措施|完成时限|责任单位
      3|{2.1}|压缩规模|2020年7月|学工部
      4|{2.2}|同第2项|2020年7月|学工部
      """)
    #expect(measures(plan).last == ["宣讲"])
  }

  @Test func `a number that several items have names none of them`() throws {
    let plan = try support.plan(
      """
      序号|改革内容|落实措施|完成时限|责任单位
      1|{1.1}|起草章程|2020年6月|校团委
      1|{1.2}|宣讲|2020年6月|校团委
      3|{1.3}|同第1项|2020年6月|校团委
      """)
    #expect(measures(plan).last == ["同第1项"])
    #expect(plan.items.last?.flags.contains(.measureInherited) == true)
    #expect(plan.said("reference-taken").isEmpty)
  }

  @Test func `items that name each other, or themselves, take nothing over`() throws {
    let plan = try support.plan(
      """
      序号|改革内容|落实措施|完成时限|责任单位
      1|{1.1}|同第2项|同第2项|校团委
      2|{1.2}|同第1项|同第1项|校团委
      3|{1.3}|同第3项|2020年6月|同第3项
      """)
    #expect(measures(plan) == [["同第2项"], ["同第1项"], ["同第3项"]])
    #expect(plan.items.prefix(2).allSatisfy { $0.deadline.meaning == .unreadable })
    #expect(plan.items.allSatisfy { $0.flags.contains(.measureInherited) })
    #expect(plan.items.last?.flags.contains(.departmentDoubtful) == true)
    #expect(plan.said("reference-taken").isEmpty)
  }

  @Test(arguments: [2, 3, 4])
  func `a chain of items is followed to its end`(length: Int) throws {
    let clauses = ["1.1", "1.2", "1.3", "1.4", "2.1"]
    // The first rows name the next one, so that none is known before it is asked for.
    let rows = (1...length).map { "\($0)|{\(clauses[$0 - 1])}|同第\($0 + 1)项|2020年6月|校团委" }
    let plan = try support.plan(
      """
      序号|改革内容|落实措施|完成时限|责任单位
      \(rows.joined(separator: "\n"))
      \(length + 1)|{\(clauses[length])}|起草章程|2020年6月|校团委
      """)
    // Three steps are followed; a longer chain is asked about.
    #expect(
      measures(plan).first == (length <= 3 ? ["起草章程"] : ["同第2项"]))
    #expect(plan.items.first?.flags.contains(.measureInherited) == true)
  }

  @Test func `a number of two parts is an item of a task`() throws {
    let plan = try support.plan(
      """
      序号|任务|改革内容|落实措施|完成时限|责任单位
      1|明确职能|1.{1.1}|起草章程|2020年6月|校团委
      ^|^|2.{1.2}|宣讲|2020年6月|校团委
      2|运行机制|1.{2.1}|同1.2|2020年6月|校团委
      ^|^|2.{2.2}|同1.1|2020年6月|校团委
      ^|^|3.{2.3}|同3.1|2020年6月|校团委
      """)
    #expect(measures(plan) == [["起草章程"], ["宣讲"], ["宣讲"], ["起草章程"], ["同3.1"]])
  }

  @Test func `persons are taken over, and what is assumed of a year is said again`() throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|完成时限|责任单位|责任人
      1|{1.1}|起草|8月底前|校团委|张三
      2|{1.2}|宣讲|同第1项|校团委|同第1项
      3|{1.3}|宣讲|2020年6月|校团委|同第8项
      """)
    #expect(plan.items.map(\.responsiblePerson) == ["张三", "张三", "同第8项"])
    #expect(
      plan.items.map { $0.flags.contains(.personInherited) } == [false, true, true])
    #expect(plan.dues == ["2020-08-31", "2020-08-31", "2020-06-30"])
    #expect(plan.items[1].flags.isSuperset(of: [.deadlineInherited, .yearAssumed]))
    #expect(plan.said("reference-taken").count == 2)
  }

  @Test func `one department of several may be named so, on either side`() throws {
    let plan = try support.plan(
      """
      序号|改革内容|落实措施|完成时限|牵头单位|配合单位
      1|{1.1}|起草|2020年6月|校团委|学工部
      2|{1.2}|宣讲|2020年6月|教务处|同第1项
      3|{1.3}|宣讲|2020年6月|同第1项|
      """)
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["教务处"], ["校团委"]])
    #expect(plan.items[1].departments.supporting == ["校团委", "学工部"])
    #expect(plan.items[2].departments.supporting == ["学工部"])
  }

  // MARK: - The passage of the body

  @Test func `an item has the passage of the body that speaks of it`() throws {
    let plan = try support.plan(
      """
      青禾学院学生会深化改革实施方案
      一、重点任务
      （一）明确职能定位
      1.制定章程修订方案并征求各系意见。
      2.召开动员大会，讲清目标和时限。
      （二）改革运行机制
      不分条的一段话，说的是运行机制。
      （三）无关的一节
      序号|任务|改革内容|完成时限|责任单位
      1|明确职能定位|召开动员大会讲清时限|2020年6月|校团委
      2|明确职能定位|制定章程修订方案|2020年6月|校团委
      3|改革运行机制|建立三级联动运行机制|2020年6月|校团委
      4|精简机构|撤并部门和分流人员|2020年6月|校团委
      5|明确职能定位|盘点场地器材|2020年6月|校团委
      """)
    #expect(
      plan.draft.items.map(\.narrative) == [
        "召开动员大会，讲清目标和时限。", "制定章程修订方案并征求各系意见。", "不分条的一段话，说的是运行机制。", "", "",
      ])
  }

  @Test func `of two passages that fit alike the one of the item's own section is taken`() throws {
    let plan = try support.plan(
      """
      青禾学院学生会深化改革实施方案
      一、重点任务
      （一）明确职能定位
      1.召开动员大会，甲处。
      2.修订章程，甲处。
      3.印发清单，甲处。
      （二）改革运行机制
      1.召开动员大会，乙处。
      2.修订章程，乙处。
      序号|任务|改革内容|完成时限|责任单位
      1|明确职能定位|召开动员大会|2020年6月|校团委
      2|改革运行机制|召开动员大会|2020年6月|校团委
      """)
    #expect(plan.draft.items.map(\.narrative) == ["召开动员大会，甲处。", "召开动员大会，乙处。"])
  }
}
