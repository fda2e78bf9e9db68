import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// What lines with labels below an item of running text say of it.
struct LabelValuesTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  /// Lines below an item, and what a clerk reads in them.
  struct Case: CustomTestStringConvertible {
    var lines: String
    var lead: [String] = []
    var supporting: [String] = []
    var person = ""
    var due: String?
    var measures: [String] = []
    var testDescription: String { lines }
  }

  private func item(_ lines: String) throws -> Item {
    try #require(
      support.plan(
        """
        青禾学院学生会深化改革实施方案
        2020年6月1日
        一、重点任务
        1.{1.1}
        \(lines.replacing("/", with: "\n"))
        2.{1.2}
        3.{1.3}
        """
      ).items.first)
  }

  private static let cases: [Case] = [
    // A day behind a department.
    Case(lines: "牵头单位：校团委，2020年6月底前完成", lead: ["校团委"], due: "2020-06-30"),
    Case(lines: "责任单位：校团委、学工部，2020年6月", lead: ["校团委", "学工部"], due: "2020-06-30"),
    Case(lines: "责任部门：校团委；2020年6月30日前", lead: ["校团委"], due: "2020-06-30"),
    Case(
      lines: "牵头单位：校团委；2020年7月底前；配合单位：学工部", lead: ["校团委"], supporting: ["学工部"],
      due: "2020-07-31"),
    Case(lines: "责任单位：2020年9月，校团委", lead: ["校团委"], due: "2020-09-30"),
    Case(lines: "配合单位：学工部，长期坚持/牵头单位：校团委", lead: ["校团委"], supporting: ["学工部"]),
    // Several labels in a line.
    Case(
      lines: "牵头单位：校团委；配合单位：学工部、教务处；完成时限：2020年6月底前", lead: ["校团委"],
      supporting: ["学工部", "教务处"], due: "2020-06-30"),
    Case(
      lines: "责任单位：校团委　责任人：张三　完成时限：2020年8月", lead: ["校团委"], person: "张三",
      due: "2020-08-31"),
    Case(lines: "【责任部门】校团委【完成时限】2020年8月", lead: ["校团委"], due: "2020-08-31"),
    Case(lines: "[责任部门]：校团委 [完成时限]：2020年8月", lead: ["校团委"], due: "2020-08-31"),
    Case(lines: "（责任部门：校团委，完成时限：2020年8月）", lead: ["校团委"], due: "2020-08-31"),
    Case(lines: "责任单位:校团委;完成时限:2020年8月.", lead: ["校团委"], due: "2020-08-31"),
    Case(lines: "责任单位：校团委。完成时限：2020年6月。", lead: ["校团委"], due: "2020-06-30"),
    // Beside those who lead the others take part, in whatever order they stand.
    Case(lines: "责任单位：学工部/牵头单位：校团委", lead: ["校团委"], supporting: ["学工部"]),
    Case(lines: "责任单位：校团委/责任单位：学工部", lead: ["校团委", "学工部"]),
    Case(lines: "责任单位：校团委/配合单位：学工部", lead: ["校团委"], supporting: ["学工部"]),
    Case(lines: "责任单位：校团委、学工部/牵头单位：校团委", lead: ["校团委"], supporting: ["学工部"]),
    Case(lines: "责任单位：校团委（牵头）、学工部", lead: ["校团委"], supporting: ["学工部"]),
    // Names that end in a bracket keep it.
    Case(lines: "责任单位：学生工作部（处）；完成时限：2020年6月", lead: ["学生工作部（处）"], due: "2020-06-30"),
    Case(lines: "完成时限：2020年6月（特殊情况除外）", due: nil),
    // Measures.
    Case(lines: "落实措施：起草办法，征求意见", measures: ["起草办法，征求意见"]),
    Case(lines: "落实措施：（1）起草办法；（2）征求意见。", measures: ["起草办法；", "征求意见"]),
    Case(
      lines: "落实措施：起草办法/工作举措：征求意见", measures: ["起草办法", "征求意见"]),
    Case(lines: "落实措施：请校团委按分工起草：先征求意见", measures: ["请校团委按分工起草：先征求意见"]),
    // A second label of its kind names another day, another person.
    Case(lines: "完成时限：2020年6月/完成时限：2020年9月", due: "2020-09-30"),
    Case(lines: "完成时限：2020年9月；完成时限：2020年9月", due: "2020-09-30"),
    Case(lines: "责任人：张三/责任人：李四", person: "张三、李四"),
    Case(lines: "责任领导：张三；责任人：李四", person: "张三、李四"),
    Case(lines: "责任人：张三/责任人：张三", person: "张三"),
    // Who is to be asked answers where nobody else does.
    Case(lines: "责任人：张三/联系人：李四", person: "张三"),
    Case(lines: "联系人：李四/责任人：张三", person: "张三"), Case(lines: "联系人：李四", person: "李四"),
    // What names nothing of an item.
    Case(lines: "责任单位：校团委；联系电话：2345678", lead: ["校团委"]),
    Case(lines: "完成时限：2020年6月；佐证材料：会议纪要", due: "2020-06-30"),
  ]

  @Test(arguments: cases)
  func `labels say who answers, by when and how`(case: Case) throws {
    let item = try item(`case`.lines)
    #expect(item.departments.lead == `case`.lead)
    #expect(item.departments.supporting == `case`.supporting)
    #expect(item.responsiblePerson == `case`.person)
    #expect(item.deadline.due?.description == `case`.due)
    #expect(item.measures.map(\.text) == `case`.measures)
    #expect(item.content == (try support.words("1.1")))
  }

  @Test(arguments: [
    "注意：各单位按季度通报。", "各单位责任重大：要抓紧落实。", "要求：按期完成", "重点解决三个问题：机构臃肿",
  ])
  func `other words with a colon stay with the content`(line: String) throws {
    let item = try item(line)
    #expect(item.content.hasSuffix(line))
    #expect(item.deadline.meaning == .blank && item.departments.all.isEmpty)
  }

  @Test func `the labels of one item are none of the next`() throws {
    let plan = try support.plan(
      """
      青禾学院学生会深化改革实施方案
      2020年6月1日
      一、重点任务
      1.{1.1}
      责任单位：校团委
      2.{1.2}
      完成时限：2020年8月
      3.{1.3}
      责任人：张三
      """)
    #expect(plan.items.map(\.departments.lead) == [["校团委"], [], []])
    #expect(plan.dues == [nil, "2020-08-31", nil])
    #expect(plan.items.map(\.responsiblePerson) == ["", "", "张三"])
    #expect(
      plan.items.map { $0.flags.contains(.departmentMissing) } == [false, true, true])
    #expect(plan.items.map { $0.flags.contains(.deadlineMissing) } == [true, false, true])
  }

  // MARK: - In the cells of a table

  /// The first item of a table that has no columns but number, content and measures.
  private func cell(_ content: String, _ measures: String = "起草") throws -> Item {
    try #require(
      support.plan(
        """
        2020年6月1日
        序号|任务|改革内容|落实措施
        1|明确职能定位|\(content)|\(measures)
        2|明确职能定位|{1.2}|宣讲
        """
      ).items.first)
  }

  @Test(arguments: [
    ("{1.1}/责任单位：校团委/完成时限：2020年6月", false), ("{1.1}（责任单位：校团委；完成时限：2020年6月）", true),
    ("{1.1}（校团委，2020年6月底前）", true), ("{1.1}。责任单位：校团委，完成时限：2020年6月", true),
    ("{1.1}/（校团委负责，2020年6月底前完成）", true),
  ])
  func `the words of a content cell say what no column holds`(
    words: String, isFromSentence: Bool
  ) throws {
    let item = try cell(words)
    #expect(item.departments.lead == ["校团委"])
    #expect(item.deadline.due?.description == "2020-06-30")
    #expect(item.flags.contains(.readFromSentence) == isFromSentence)
    #expect(item.content.hasPrefix(try support.words("1.1").dropLast()))
    #expect(!item.content.contains("2020年6月"))
  }

  @Test func `labels behind the last measure speak of the item`() throws {
    let item = try cell("{1.1}", "（1）起草办法。/（2）征求意见。责任单位：校团委，完成时限：2020年6月")
    #expect(item.measures.map(\.text) == ["起草办法。", "征求意见。"])
    #expect(item.departments.lead == ["校团委"] && item.deadline.due?.description == "2020-06-30")
    #expect(item.flags.contains(.readFromSentence))
  }

  @Test func `where a column holds the day the labels behind the last measure stay in it`() throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|完成时限
      1|{1.1}|（1）起草办法。/（2）征求意见。责任单位：校团委，完成时限：2020年6月|2020年9月
      """)
    let item = try #require(plan.items.first)
    #expect(item.deadline.due?.description == "2020-09-30")
    #expect(item.measures.map(\.text) == ["起草办法。", "征求意见。责任单位：校团委，完成时限：2020年6月"])
  }

  @Test func `who does one measure does not answer for the item`() throws {
    let item = try cell("{1.2}", "（1）起草办法，由学工部牵头。/（2）征求意见，2020年6月底前完成。")
    #expect(item.departments.all.isEmpty && item.deadline.meaning == .blank)
  }

  @Test func `labels behind every measure speak of the measure`() throws {
    let item = try cell("{1.1}", "（1）起草办法。完成时限：2020年5月/（2）征求意见。完成时限：2020年6月")
    #expect(
      item.measures.map(\.text) == ["起草办法。完成时限：2020年5月", "征求意见。完成时限：2020年6月"])
  }

  @Test(.bug(id: "import", "the day in the bracket was neither taken nor left in the content"))
  func `where a column holds the day the words are not taken, and stay`() throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|完成时限
      1|{1.1}（校团委，2020年6月底前）|起草|2020年9月
      2|{1.2}（学工部，2020年6月底前）|起草|
      3|{1.3}/责任单位：校团委/完成时限：2020年6月|起草|
      4|{1.4}（教务处负责）|起草|2020年8月
      """)
    #expect(plan.dues == ["2020-09-30", nil, nil, "2020-08-31"])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"], ["校团委"], ["教务处"]])
    #expect(
      plan.items.map { $0.content.contains("2020年6月") } == [true, true, true, false])
    #expect(plan.items[3].content == (try support.words("1.4")))
  }

  @Test(.bug(id: "import", "the department in the bracket was lost beside a column of departments"))
  func `where a column holds the department the words stay too`() throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|责任单位
      1|{1.1}（教务处，2020年6月底前）|起草|学工部
      2|{1.2}（教务处，2020年6月底前）|起草|
      """)
    #expect(plan.dues == ["2020-06-30", "2020-06-30"])
    #expect(plan.items.map(\.departments.all) == [["学工部"], []])
    #expect(plan.items.allSatisfy { $0.content.contains("教务处") })
  }
}
