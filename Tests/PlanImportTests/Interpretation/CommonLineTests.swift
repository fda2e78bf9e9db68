import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Lines below or above items that speak of all of them.
struct CommonLineTests {
  private let support: PlanSupport
  private let title = "青禾学院学生会深化改革实施方案\n\n2020年6月1日\n\n"

  init() throws { support = try PlanSupport() }

  private func plan(_ body: String) throws -> PlanSupport.Imported {
    try support.imported(PlanReader.read(bytes: Array((title + body).utf8), name: "方案.md"))
  }

  private func table(_ deadlines: String...) throws -> String {
    let clauses = ["1.1", "1.2", "1.3"]
    let rows = try zip(clauses, deadlines).enumerated().map { place, row in
      "| \(place + 1) | \(try support.words(row.0)) | 起草办法 | 校团委 | \(row.1) |"
    }
    return (["| 序号 | 改革内容 | 落实措施 | 责任单位 | 完成时限 |", "|---|---|---|---|---|"] + rows)
      .joined(separator: "\n") + "\n"
  }

  @Test(.bug(id: "16", "the deadline of all items below a table was lost without a word"))
  func `a line below a table gives a day to the items that have none`() throws {
    let plan = try plan(table("2020年7月", "", "") + "\n以上任务均于2020年9月底前完成。\n")
    #expect(
      plan.items.map(\.deadline.due?.description) == ["2020-07-31", "2020-09-30", "2020-09-30"])
    #expect(
      plan.items.map { $0.flags.contains(.deadlineInherited) } == [false, true, true])
    let said = plan.notes.filter { $0.code == "closing-line" }
    #expect(said.map(\.severity) == [.note])
    #expect(said.first?.message.contains("以上任务均于2020年9月底前完成") == true)
  }

  @Test func `a line within a table holds for the rows above and not for those below`() throws {
    let words = try ["1.1", "1.2", "1.3"].map(support.words)
    let plan = try support.imported(
      Sheet.document(
        "序号|改革内容|落实措施|责任单位|完成时限", "1|\(words[0])|起草|校团委|", "以上任务均于2020年8月底前完成||||",
        "2|\(words[1])|宣讲|校团委|", "3|\(words[2])|宣讲|校团委|2020年10月", before: ["2020年6月1日"]))
    #expect(plan.items.map(\.deadline.due?.description) == ["2020-08-31", nil, "2020-10-31"])
  }

  @Test func `a line between two tables is no title of the one below`() throws {
    let below = try table("").replacing(support.words("1.1"), with: support.words("2.1"))
    let plan = try plan(
      table("2020年7月") + "\n以上工作由学工部牵头，2020年8月底前完成\n\n" + below)
    #expect(plan.items.map(\.deadline.due?.description) == ["2020-07-31", nil])
    #expect(plan.items.allSatisfy { $0.departments.lead == ["校团委"] })
  }

  @Test func `a line without a year takes that of the plan and says so`() throws {
    let item = try #require(plan(table("") + "\n上述事项须于9月底前完成。\n").items.first)
    #expect(item.deadline.due?.description == "2020-09-30")
    #expect(item.flags.isSuperset(of: [.deadlineInherited, .yearAssumed]))
  }

  @Test(arguments: [
    "以上任务完成情况于2020年9月底前报送校团委。", "以上任务请各单位认真落实。", "说明：以上任务每月调度一次。", "以上人员均于2020年9月底前完成培训。",
  ])
  func `other lines give no day`(line: String) throws {
    let plan = try plan(table("", "") + "\n" + line + "\n")
    #expect(plan.items.allSatisfy { $0.deadline.meaning == .blank })
    #expect(!plan.notes.contains { $0.code == "closing-line" })
  }

  @Test func `a day that such a line names and that cannot be read is said`() throws {
    let plan = try plan(table("") + "\n以上任务以2020年9月底前为第一个节点，分步推进。\n")
    #expect(plan.items.first?.deadline.meaning == .blank)
    #expect(plan.notes.contains { $0.code == "closing-line" && $0.severity == .warning })
  }

  @Test(.bug(id: "16", "the last item of a section took what its last line says of all"))
  func `a line below numbered text holds for its section alone`() throws {
    let words = try ["1.1", "1.2", "2.1", "2.2"].map(support.words)
    let plan = try plan(
      """
      （一）明确职能定位

      1. \(words[0])

      2. \(words[1])

      （二）改革运行机制

      1. \(words[2])（校团委，2020年7月）

      2. \(words[3])

      以上任务由学工部牵头，8月底前完成。
      """)
    #expect(
      plan.items.map(\.deadline.due?.description) == [nil, nil, "2020-07-31", "2020-08-31"])
    #expect(plan.items.map(\.departments.lead) == [[], [], ["校团委"], ["学工部"]])
    #expect(
      plan.items[3].flags.isSuperset(of: [.deadlineInherited, .departmentInherited, .yearAssumed]))
    #expect(!plan.items.contains { $0.content.contains("以上任务") })
    #expect(plan.notes.contains { $0.code == "closing-line" })
  }

  @Test(
    .bug(id: "16", "a line about all items was glued to the words of the last"),
    arguments: [
      "以上各项任务由分管校领导统筹。", "上述工作纳入年度考核。", "以上任务完成情况于每月25日前报送校团委。",
    ])
  func `a line below the last item that gives nobody a day is no part of its words`(
    line: String
  ) throws {
    let items = try (1...3).map { "\($0). \(try support.words("1.\($0)"))（2020年7月）\n" }
    let plan = try plan((items + [line, "\n一、工作保障\n\n要加强领导。"]).joined(separator: "\n"))
    #expect(plan.ids == ["1.1", "1.2", "1.3"])
    #expect(plan.items.allSatisfy { $0.deadline.due?.description == "2020-07-31" })
    #expect(plan.items.allSatisfy { !$0.content.contains(line.prefix(4)) })
    let said = plan.notes.filter { $0.code == "closing-line" }
    #expect(said.map(\.severity) == [.note])
    #expect(said.first?.message.contains("没有读入") == true)
  }

  @Test func `a line of an item that goes on with its own work stays with it`() throws {
    let words = try (1...3).map { try support.words("1.\($0)") }
    let plan = try plan(
      "1. \(words[0])\n\n上述工作分两步开展。\n\n2. \(words[1])\n\n3. \(words[2])\n")
    #expect(plan.items.first?.content.contains("上述工作分两步开展") == true)
    #expect(!plan.notes.contains { $0.code == "closing-line" })
  }

  @Test(.bug(id: "16", "what a line above numbered text says of all items was lost"))
  func `a line above numbered text holds for all below it`() throws {
    let plan = try plan(
      """
      以下任务均由校团委牵头，9月底前完成。

      一、明确职能定位

      1. \(support.words("1.1"))

      2. \(support.words("1.2"))（2020年7月）

      二、改革运行机制

      1. \(support.words("2.1"))
      """)
    #expect(
      plan.items.map(\.deadline.due?.description) == ["2020-09-30", "2020-07-31", "2020-09-30"])
    #expect(plan.items.allSatisfy { $0.departments.lead == ["校团委"] })
    #expect(plan.items.map { $0.flags.contains(.deadlineInherited) } == [true, false, true])
    #expect(plan.notes.filter { $0.code == "opening-line" }.map(\.severity) == [.note])
  }

  @Test func `a line within a part or a section holds for that alone`() throws {
    let plan = try plan(
      """
      一、第一批

      下列任务由学工部负责。

      1. \(support.words("1.1"))

      （一）另有安排

      以下各项由组织部负责。

      1. \(support.words("1.2"))

      （二）其余

      1. \(support.words("1.3"))

      二、第二批

      1. \(support.words("2.1"))
      """)
    #expect(plan.items.map(\.departments.lead) == [["学工部"], ["组织部"], ["学工部"], []])
  }

  @Test func `a line above a table holds for it and for those below`() throws {
    let other = try table("").replacing(support.words("1.1"), with: support.words("2.1"))
    let plan = try plan(
      "以下任务均于2020年9月底前完成。\n\n" + table("2020年7月", "") + "\n另一批：\n\n" + other)
    #expect(
      plan.items.map(\.deadline.due?.description) == ["2020-07-31", "2020-09-30", "2020-09-30"])
    #expect(plan.notes.count { $0.code == "opening-line" } == 1)
  }

  @Test func `a line above the table of one part says nothing of the next part`() throws {
    let other = try table("").replacing(support.words("1.1"), with: support.words("2.1"))
    let plan = try plan(
      "一、第一批\n\n以下任务均于2020年9月底前完成。\n\n" + table("") + "\n二、第二批\n\n" + other)
    #expect(plan.items.map(\.deadline.due?.description) == ["2020-09-30", nil])
  }

  @Test func `a line in the rows above the headings holds for the rows below`() throws {
    let plan = try support.imported(
      Sheet.document(
        "以下任务由校团委牵头，2020年9月底前完成。|||", "序号|改革内容|落实措施|完成时限",
        "1|\(support.words("1.1"))|起草|", "2|\(support.words("1.2"))|宣讲|2020年7月"))
    #expect(plan.items.map(\.deadline.due?.description) == ["2020-09-30", "2020-07-31"])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["校团委"]])
  }

  @Test func `a later line goes before an earlier one and leaves what it does not speak of`() throws
  {
    let plan = try plan(
      """
      一、第一批

      以下任务由校团委负责。

      以下任务均于2020年9月底前完成。

      1. \(support.words("1.1"))

      以下任务由学工部负责。

      2. \(support.words("1.2"))

      3. \(support.words("1.3"))
      """)
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"], ["学工部"]])
    #expect(plan.items.allSatisfy { $0.deadline.due?.description == "2020-09-30" })
    #expect(plan.notes.count { $0.code == "opening-line" } == 3)
  }

  @Test(arguments: ["以下任务除第2项外均于2020年9月底前完成。", "以下任务中，第1至2项由校团委负责，第3项由学工部负责。"])
  func `a line that does not speak of all alike is said and not read`(line: String) throws {
    let prose = try plan(
      line
        + "\n\n1. \(support.words("1.1"))\n\n2. \(support.words("1.2"))\n\n3. \(support.words("1.3"))\n"
    )
    let below = try plan(line + "\n\n" + table("", ""))
    for plan in [prose, below] {
      #expect(plan.items.allSatisfy { $0.deadline.meaning == .blank })
      #expect(plan.notes.contains { $0.code == "opening-line" && $0.severity == .warning })
    }
    #expect(prose.items.allSatisfy { $0.departments.all.isEmpty })
  }

  @Test func `a line about one table holds for that alone`() throws {
    let other = try table("").replacing(support.words("1.1"), with: support.words("2.1"))
    let plan = try plan("下表任务均于2020年9月底前完成。\n\n" + table("") + "\n另一批：\n\n" + other)
    #expect(plan.items.map(\.deadline.due?.description) == ["2020-09-30", nil])
  }
}
