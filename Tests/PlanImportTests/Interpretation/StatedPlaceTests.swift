import PlanImport
import TaskLedger
import Testing

/// Who does what by when, wherever it stands around the words of items in running text.
struct StatedPlaceTests {
  private let support: PlanSupport
  private let clauses = ["1.1", "1.2", "1.3"]

  init() throws { support = try PlanSupport() }

  /// A plan of three clauses with words before and behind each, and lines above and below them.
  private func plan(
    before: String = "", behind: String = "", above: [String] = [], below: [String] = [],
    heading: String = "一、明确职能定位"
  ) throws -> PlanSupport.Imported {
    let items = clauses.enumerated().flatMap { place, clause in
      ["\(place + 1).\(before){\(clause)}\(behind)"] + below
    }
    return try prose([heading] + above + items)
  }

  private func prose(_ lines: [String]) throws -> PlanSupport.Imported {
    let head = ["青禾学院学生会深化改革实施方案", "2020年6月1日"]
    return try support.plan((head + lines).joined(separator: "\n"))
  }

  private func expectRead(
    _ plan: PlanSupport.Imported, lead: [String] = ["校团委"], due: String? = "2020-07-31",
    flag: FindingCode? = .readFromSentence, holdsWords: Bool = false
  ) throws {
    #expect(plan.ids == clauses)
    for (item, clause) in zip(plan.items, clauses) {
      #expect(item.departments.lead == lead)
      #expect(item.deadline.due?.description == due)
      let words = try support.words(clause)
      #expect(holdsWords ? item.content.contains(words) : item.content.hasPrefix(words.prefix(8)))
      #expect(holdsWords || item.content.hasSuffix(words.suffix(8)))
      if let flag { #expect(item.flags.contains(flag)) }
    }
  }

  @Test(
    .bug(id: "16", "a bracket of labels before the words took them for the deadline"),
    arguments: [
      "【责任部门：校团委；完成时限：2020年7月】", "（责任部门：校团委）（完成时限：2020年7月）", "（校团委，2020年7月底前）",
      "【2020年7月底前】【校团委】", "（由校团委牵头，2020年7月底前完成）", "责任部门：校团委；完成时限：2020年7月。",
      "（责任部门校团委，完成时限2020年7月）",
    ])
  func `what stands before the words of an item is read and taken out`(words: String) throws {
    try expectRead(plan(before: words))
  }

  @Test(arguments: ["2020年7月底前，校团委：", "2020年7月底前，由校团委牵头，", "于2020年7月底前，由校团委负责，"])
  func `words that begin a sentence are read and stay`(words: String) throws {
    try expectRead(plan(before: words), holdsWords: true)
  }

  @Test(arguments: ["（政治引领）", "【重点】", "（研究生会）", "（见附件3）", "2020年以来，", "按照2020年3月会议精神，"])
  func `other words before an item say nothing`(words: String) throws {
    let plan = try plan(before: words)
    for item in plan.items {
      #expect(item.deadline.meaning == .blank && item.departments.all.isEmpty)
      #expect(item.content.hasPrefix(words))
    }
  }

  @Test func `a day before an item that names a later limit too is not chosen`() throws {
    let plan = try plan(before: "2020年7月底前，", behind: "2020年9月底前，总结经验。")
    #expect(plan.items.allSatisfy { $0.deadline.meaning == .blank })
  }

  @Test(
    .bug(id: "16", "责任部门校团委 became the name of a department"),
    arguments: [
      "（责任部门校团委，完成时限2020年7月）", "（牵头校团委，时限2020年7月）", "责任部门校团委，完成时限2020年7月。",
      "\t校团委\t2020年7月", "　校团委，2020年7月", "——责任部门：校团委；完成时限：2020年7月。",
    ])
  func `labels without a colon and cells behind an item are read`(words: String) throws {
    try expectRead(plan(behind: words))
  }

  @Test(arguments: ["（分管领导参加）", "（单位负责人）", "（责任部门另行确定）"])
  func `words that only begin like a label name nobody`(words: String) throws {
    let plan = try plan(behind: words)
    #expect(plan.items.allSatisfy { $0.departments.all.isEmpty && $0.responsiblePerson.isEmpty })
    #expect(plan.items.allSatisfy { $0.content.hasSuffix(words) })
  }

  @Test(
    .bug(id: "16", "lines below an item that name who and by when were lost"),
    arguments: [
      ["校团委　　2020年7月"], ["（校团委　2020年7月底前）"], ["责任部门：", "校团委", "完成时限：", "2020年7月"],
      ["责任部门　校团委　完成时限　2020年7月"], ["责任部门校团委", "完成时限2020年7月"],
    ])
  func `lines below an item are read`(lines: [String]) throws {
    try expectRead(plan(below: lines), flag: nil)
  }

  @Test(arguments: ["校团委指导下开展　2020年7月", "学生会　文艺部", "2020年7月"])
  func `other lines below an item stay its words`(line: String) throws {
    let plan = try plan(below: [line])
    #expect(plan.items.first?.departments.all == [])
    #expect(plan.items.first?.content.contains(line) == true)
  }

  @Test(
    .bug(id: "16", "a line below a heading that speaks of all below it was lost"),
    arguments: [
      "本部分任务由校团委牵头，2020年7月底前完成。", "本部分由校团委负责，2020年7月底前完成。", "（由校团委牵头，2020年7月底前完成）",
      "该项任务由校团委牵头，于2020年7月底前全部完成。", "校团委牵头，2020年7月底前完成以下工作：",
      "此项工作由校团委牵头负责，时限2020年7月底。", "责任部门校团委，完成时限2020年7月",
    ])
  func `a line below a heading holds for what stands below it`(line: String) throws {
    for heading in ["一、明确职能定位", "（一）明确职能定位"] {
      try expectRead(plan(above: [line], heading: heading), flag: .deadlineInherited)
    }
  }

  @Test(
    .bug(id: "16", "labels behind the last item of each section were that item's alone"),
    arguments: ["责任部门：校团委；完成时限：2020年7月", "本部分任务由校团委牵头，2020年7月底前完成。"])
  func `a line behind the last item of every section holds for the section`(line: String) throws {
    let plan = try prose([
      "一、明确职能定位", "1.{1.1}", "2.{1.2}", line, "二、改革运行机制", "1.{2.1}", "2.{2.2}", line,
    ])
    #expect(plan.ids == ["1.1", "1.2", "2.1", "2.2"])
    for item in plan.items {
      #expect(item.departments.lead == ["校团委"])
      #expect(item.deadline.due?.description == "2020-07-31")
      #expect(item.flags.isSuperset(of: [.deadlineInherited, .departmentInherited]))
      #expect(!item.content.contains("校团委牵头，2020年7月"))
    }
  }

  @Test func `labels behind one item of one section are its own`() throws {
    let plan = try prose([
      "一、明确职能定位", "1.{1.1}", "2.{1.2}", "3.{1.3}", "责任部门：校团委；完成时限：2020年7月",
    ])
    #expect(plan.dues == [nil, nil, "2020-07-31"])
  }

  @Test(.bug(id: "16", "a day that stands in the words was said to be nowhere"))
  func `days that are not read are said`() throws {
    let line = "学校成立专班，2020年7月底前动员。"
    let above = try plan(above: [line])
    #expect(above.said("row-left-alone").map { $0.message.contains(line) } == [true])
    let within = try plan(before: "2020年7月底前，", behind: "2020年9月底前，总结经验。")
    let said = try #require(within.said("prose-without-table").first?.message)
    #expect(said.contains("3 条写有日期，没有读作完成时限") && !said.contains("没有找到完成时限"))
  }

  @Test func `an item keeps what it says itself below such a line`() throws {
    let plan = try plan(
      behind: "（责任部门：学工部；完成时限：2020年9月）", above: ["本部分任务由校团委牵头，2020年7月底前完成。"])
    try expectRead(plan, lead: ["学工部"], due: "2020-09-30")
  }

  @Test(arguments: [
    "学校由校团委牵头成立专班，2020年7月底前完成动员。", "2020年工作任务", "校团委牵头成立专班。", "2020年7月", "学工部配合。",
  ])
  func `other lines below a heading give nothing`(line: String) throws {
    let plan = try plan(above: [line])
    #expect(plan.ids == clauses)
    #expect(plan.items.allSatisfy { $0.deadline.meaning == .blank && $0.departments.all.isEmpty })
  }
}
