import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Who leads, where a plan says it by order, brackets or merged cells.
struct LeadOrderTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  private func items(
    _ departments: String, heading: String = "责任单位", before: [String] = []
  ) throws -> [Item] {
    let document = Sheet.document(
      "序号|改革内容|落实措施|\(heading)|完成时限",
      "1|\(try support.words("1.1"))|起草|\(departments)|2020年7月",
      "2|\(try support.words("1.2"))|宣讲|校团委、学工部|2020年7月", before: before)
    return try support.imported(document).items
  }

  // MARK: - By order

  @Test(arguments: [
    "责任单位（第一个为牵头单位）", "责任单位（排在首位的为牵头单位）", "责任部门（牵头部门列首位）", "责任单位（首个为牵头部门）",
    "责任单位（排名第一为牵头单位）",
  ])
  func `a heading says that the first leads, and that is flagged`(heading: String) throws {
    for item in try items("校团委、学工部", heading: heading) {
      #expect(item.departments.lead == ["校团委"] && item.departments.supporting == ["学工部"])
      #expect(item.flags.contains(.departmentDoubtful))
    }
  }

  @Test(arguments: [
    "注：责任单位中排在首位的为牵头单位，其他为配合单位。", "责任部门有多个的，列第一位的是牵头部门。",
    "备注：排在第一位的为牵头部门。", "注：责任单位中排名第一的为牵头单位。",
  ])
  func `a note says that the first leads`(note: String) throws {
    for item in try items("校团委、学工部", before: [note]) {
      #expect(item.departments.lead == ["校团委"] && item.departments.supporting == ["学工部"])
      #expect(item.flags.contains(.departmentDoubtful))
    }
  }

  @Test(arguments: [
    ("责任单位（加粗为牵头单位）", ""), ("责任单位", "注：责任单位中黑体字为牵头单位。"), ("责任单位", "带下划线的为牵头单位。"),
  ])
  func `a lead that only its look marks is asked about`(heading: String, note: String) throws {
    for item in try items("校团委、学工部", heading: heading, before: [note]) {
      #expect(item.departments.lead == ["校团委", "学工部"])
      #expect(item.flags.contains(.departmentDoubtful))
    }
    let plain = try items("校团委、学工部", before: ["重点任务用黑体字标出，各牵头单位要抓好落实。"])
    #expect(plain.allSatisfy { !$0.flags.contains(.departmentDoubtful) })
  }

  @Test(arguments: [
    "各责任单位要把改革摆在首位，牵头单位要主动作为。", "责任单位排名不分先后，第一个不是牵头单位。", "责任单位主要负责人为第一责任人，牵头部门要每月报告。",
    "校团委是首个开展改革的牵头单位，各责任单位要学习借鉴。", "明确牵头单位为第一责任单位。", "第一个月由牵头单位召开会议，责任单位参加。",
  ])
  func `other words about the first and the lead say nothing of order`(note: String) throws {
    for item in try items("校团委、学工部", before: [note]) {
      #expect(item.departments.lead == ["校团委", "学工部"])
      #expect(!item.flags.contains(.departmentDoubtful))
    }
  }

  @Test func `what the cell itself divides stays, whatever the heading says of order`() throws {
    let item = try #require(
      items("校团委、学工部牵头，教务处配合", heading: "责任单位（第一个为牵头单位）").first)
    #expect(item.departments.lead == ["校团委", "学工部"])
    #expect(item.departments.supporting == ["教务处"])
  }

  // MARK: - By brackets and labels

  @Test(arguments: [
    ("【牵头】校团委【配合】学工部", ["校团委"], ["学工部"]),
    ("【牵头】校团委、教务处/【配合】学工部", ["校团委", "教务处"], ["学工部"]),
    ("校团委/（配合单位：学工部、教务处）", ["校团委"], ["学工部", "教务处"]),
    ("校团委（配合：学工部）、教务处", ["校团委", "教务处"], ["学工部"]),
    ("牵头单位：校团委；责任单位：学工部", ["校团委"], ["学工部"]),
    ("牵头处室：校团委；协同处室：学工部", ["校团委"], ["学工部"]),
    ("（牵头）校团委、学工部", ["校团委"], ["学工部"]),
    ("校团委（牵头）学工部（配合）教务处（配合）", ["校团委"], ["学工部", "教务处"]),
    ("校团委（东校区）、学工部", ["校团委（东校区）", "学工部"], [String]()),
  ])
  func `brackets and labels divide a cell`(
    words: String, lead: [String], supporting: [String]
  ) throws {
    let cell = words.replacing("/", with: "\n")
    let read = DepartmentNames.read(cell)
    #expect(read.lead == lead && read.supporting == supporting)
    let item = try #require(items(words.replacing("/", with: "、")).first)
    #expect(item.departments.all.count == lead.count + supporting.count)
  }

  @Test(.bug(id: "16", "（责任人：…） became part of the name, and in lines the second was lost"))
  func `persons in brackets are no part of the names`() throws {
    let words = "校团委（责任人：王立民）、学工部（责任人：何伟）"
    let item = try #require(items(words).first)
    #expect(item.departments.lead == ["校团委", "学工部"])
    #expect(item.flags.contains(.departmentDoubtful))
  }

  @Test(arguments: ["校团委——学工部", "校团委（具体由张三负责）"])
  func `what is no plain name is flagged`(words: String) throws {
    let item = try #require(items(words).first)
    #expect(item.flags.contains(.departmentDoubtful))
  }

  @Test(.bug(id: "16", "a lead of its own that took part above was read as taking part"))
  func `a lead of its own leads beside merged supporters`() throws {
    let plan = try support.imported(
      Sheet.document(
        "序号|改革内容|落实措施|牵头单位|配合单位|完成时限",
        "1|\(try support.words("1.1"))|起草|校团委|学工部、教务处|2020年7月",
        "2|\(try support.words("1.2"))|宣讲|学工部|^|2020年7月"))
    #expect(plan.items.last?.departments.lead == ["学工部"])
    #expect(plan.items.last?.departments.supporting == ["教务处"])
  }

  @Test func `who takes part in merged cells does so again below the row that it leads`() throws {
    let words = try ["1.1", "1.2", "1.3"].map(support.words)
    let content = words.enumerated().map { "\($0.offset + 1). \($0.element)" }
    let items = try support.imported(
      Sheet.document(
        "任务|改革内容|牵头单位|配合单位|完成时限",
        "明确职能定位|\(content.joined(separator: "/"))|校团委|学工部|2020年7月", "^|^|学工部|^|2020年8月",
        "^|^|教务处|^|2020年9月")
    ).items
    #expect(items.map(\.departments.lead) == [["校团委"], ["学工部"], ["教务处"]])
    #expect(items.map(\.departments.supporting) == [["学工部"], [], ["学工部"]])
  }
}
