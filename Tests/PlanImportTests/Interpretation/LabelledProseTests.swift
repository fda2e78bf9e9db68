import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Plans in running text whose items have lines of labels and measures below them.
struct LabelledProseTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  private func text(_ words: [String]) throws -> PlanSupport.Imported {
    try document(["一、重点任务"] + words)
  }

  private func document(
    _ words: [String], name: String = "方案.docx"
  ) throws -> PlanSupport.Imported {
    try support.imported(
      SourceDocument(
        name: name,
        blocks: (["青禾学院学生会深化改革实施方案", "2020年6月1日"] + words).enumerated().map {
          .paragraph(
            SourceParagraph(
              text: $0.element, location: .paragraph(file: name, index: $0.offset + 1)))
        }))
  }

  /// Three clauses as numbered items, each with lines below.
  private func plan(_ lines: [String], after: [String] = []) throws -> PlanSupport.Imported {
    var words = ["（一）明确职能定位"]
    for (index, clause) in ["1.1", "1.2", "1.3"].enumerated() {
      words += ["\(index + 1).\(try support.words(clause))"] + lines
    }
    return try text(words + after)
  }

  @Test(
    .bug(id: "16", "numbered lines below 具体措施： were no measures"),
    arguments: [["（1）起草办法。", "（2）印发执行。"], ["①起草办法；", "②印发执行。"], ["1）起草办法；", "2）印发执行。"]])
  func `numbered lines below a label are its measures`(lines: [String]) throws {
    let plan = try plan(["具体措施："] + lines + ["责任单位：校团委", "完成时限：2020年7月"])
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2", "1.3"])
    for item in plan.items {
      #expect(item.measures.count == 2)
      #expect(item.departments.lead == ["校团委"])
      #expect(item.deadline.due?.description == "2020-07-31")
      #expect(!item.content.contains("具体措施"))
    }
  }

  @Test func `the next item is no measure of the one before`() throws {
    let plan = try plan(["责任单位：校团委", "具体措施："])
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2", "1.3"])
  }

  @Test(.bug(id: "16", "sections with nothing but labels below them were refused"))
  func `a section with nothing but labels is an item`() throws {
    var words: [String] = []
    for (number, clause) in zip(["一", "二", "三"], ["1.1", "1.2", "1.3"]) {
      words += [
        "（\(number)）\(try support.words(clause).prefix(30))", "责任单位：校团委", "完成时限：2020年7月",
        "落实措施：起草办法并印发执行。",
      ]
    }
    let plan = try text(words)
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2", "1.3"])
    #expect(plan.items.allSatisfy { !$0.measures.isEmpty && $0.departments.lead == ["校团委"] })
  }

  @Test(
    .bug(id: "16", "the numbered labels of an item became items of their own"),
    arguments: [
      ["1.工作目标：", "2.具体措施：", "3.责任单位：", "4.完成时限："],
      ["（1）工作目标：", "（2）具体措施：", "（3）责任单位：", "（4）完成时限："],
      ["①工作目标：", "②具体措施：", "③责任单位：", "④完成时限："], ["工作进展：", "具体措施：", "责任单位：", "完成时限："],
      ["存在问题：", "具体措施：", "责任单位：", "完成时限："],
    ])
  func `the labels below a heading are no items, numbered or not`(labels: [String]) throws {
    var words: [String] = []
    for (number, clause) in zip(["一", "二", "三"], ["1.1", "1.2", "1.3"]) {
      words.append("（\(number)）\(try support.words(clause).prefix(30))")
      words += zip(labels, ["建立制度。", "起草办法并印发执行。", "校团委", "2020年7月"]).map { $0 + $1 }
    }
    let plan = try text(words)
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2", "1.3"])
    for item in plan.items {
      #expect(item.departments.lead == ["校团委"])
      #expect(item.deadline.due?.description == "2020-07-31")
      #expect(item.measures.map(\.text) == ["起草办法并印发执行"])
      #expect(item.remark.contains("建立制度"))
    }
  }

  @Test func `items that begin with a title and a colon keep their numbers`() throws {
    let plan = try text([
      "（一）明确职能定位", "1.职能：\(try support.words("1.1"))", "2.机构：\(try support.words("1.2"))",
      "3.人员：\(try support.words("1.3"))",
    ])
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2", "1.3"])
  }

  @Test func `labels below a section with items hold for its items`() throws {
    let plan = try text([
      "（一）明确职能定位", "责任单位：校团委", "1.\(try support.words("1.1"))", "2.\(try support.words("1.2"))",
      "3.\(try support.words("1.3"))",
    ])
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2", "1.3"])
    #expect(plan.items.allSatisfy { $0.departments.lead == ["校团委"] })
  }

  @Test func `items in two hands are items, and labels behind other labels are kept`() throws {
    let plan = try text([
      "1.\(try support.words("1.1"))", "责任单位：校团委", "联系人：张三", "完成时限：2020年9月", "落实措施：", "（1）起草",
      "（2）审议", "2、\(try support.words("1.2"))", "责任单位：学工部", "完成时限：2020年8月",
      "3.\(try support.words("1.3"))", "责任单位：校团委", "完成时限：第一阶段：2020年6月；第二阶段：2020年9月",
    ])
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2", "1.3"])
    let days = plan.items.map { $0.deadline.due?.description }
    #expect(days == ["2020-09-30", "2020-08-31", "2020-09-30"])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"], ["校团委"]])
    #expect(plan.items.first?.measures.count == 2)
  }

  @Test func `a sentence about departments right below an item stays its own`() throws {
    let plan = try plan(["各单位按季度通报进展。"])
    #expect(plan.items.allSatisfy { $0.content.contains("各单位按季度通报进展") })
  }

  @Test(.bug(id: "16", "the second department behind （责任人：…） was lost"))
  func `persons in brackets between departments`() throws {
    let plan = try plan(["责任单位：校团委（责任人：王立民）、学工部（责任人：何伟）", "完成时限：2020年7月"])
    for item in plan.items {
      #expect(item.departments.all == ["校团委", "学工部"])
      #expect(item.responsiblePerson == "王立民、何伟")
    }
  }

  @Test func `labels that name nothing of an item end a value`() throws {
    let plan = try plan(["责任部门：校团委；完成时限：2020年7月；佐证材料：会议纪要、文件"])
    for item in plan.items {
      #expect(item.departments.all == ["校团委"])
      #expect(item.deadline.due?.description == "2020-07-31")
    }
  }

  @Test func `lead and support behind one label`() throws {
    let plan = try plan(["牵头：校团委；协同：学工部"])
    for item in plan.items {
      #expect(item.departments.lead == ["校团委"] && item.departments.supporting == ["学工部"])
    }
  }

  @Test func `a bracket on a line of its own is read and flagged`() throws {
    let answered = try plan(["（校团委牵头，学工部配合；2020年7月底前完成）"])
    for item in answered.items {
      #expect(item.departments.lead == ["校团委"] && item.departments.supporting == ["学工部"])
      #expect(item.deadline.due?.description == "2020-07-31")
      #expect(item.flags.contains(.readFromSentence))
    }
    let other = try plan(["（含线上平台建设）"])
    #expect(other.items.allSatisfy { $0.content.contains("含线上平台建设") })
  }

  @Test(
    .bug(id: "16", "a heading 一、… gave its items neither day nor department"),
    arguments: [
      ("一、明确职能定位（校团委牵头，2020年9月底前完成）", "校团委", "2020-09-30"),
      ("一、校团委（2020年9月底前完成）", "校团委", "2020-09-30"), ("一、学工部", "学工部", nil),
    ])
  func `the heading of a part holds for its items`(heading: String, lead: String, day: String?)
    throws
  {
    let plan = try document([
      heading, "1.\(support.words("1.1"))", "2.\(support.words("1.2"))", "二、其余",
      "1.\(support.words("1.3"))",
    ])
    #expect(plan.items.map(\.departments.lead) == [[lead], [lead], []])
    #expect(plan.items.map(\.deadline.due?.description) == [day, day, nil])
    #expect(plan.items[0].flags.contains(.departmentInherited))
  }

  @Test(.bug(id: "16", "labels right below 一、… were dropped"))
  func `labels below the heading of a part hold for its items`() throws {
    let items = try ["1.1", "1.2", "1.3"].enumerated().map { place, clause in
      "\(place + 1).\(try support.words(clause))"
    }
    let plan = try document(["一、明确职能定位", "责任单位：校团委", "完成时限：2020年9月"] + items)
    #expect(plan.items.allSatisfy { $0.departments.lead == ["校团委"] })
    #expect(plan.items.allSatisfy { $0.deadline.due?.description == "2020-09-30" })
  }

  @Test func `labels below a heading say nothing where items have their own`() throws {
    let plan = try document([
      "一、明确职能定位", "完成时限：2020年9月", "1.\(support.words("1.1"))", "完成时限：2020年7月",
      "2.\(support.words("1.2"))", "3.\(support.words("1.3"))",
    ])
    #expect(plan.items.map(\.deadline.due?.description) == ["2020-07-31", nil, nil])
  }

  @Test(
    .bug(id: "16", "within a section each item took the labels of the next one"),
    arguments: [["责任单位：@", "完成时限：#"], ["责任单位：@；完成时限：#"]])
  func `labels above the numbers of a section belong to the item below`(labels: [String]) throws {
    let values = [("校团委", "2020年7月"), ("学工部", "2020年8月"), ("组织部", "2020年9月")]
    var words = ["（一）明确职能定位"]
    for (place, (name, day)) in values.enumerated() {
      words += labels.map { $0.replacing("@", with: name).replacing("#", with: day) }
      words.append("\(place + 1).\(try support.words("1.\(place + 1)"))")
    }
    let plan = try text(words)
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"], ["组织部"]])
    #expect(
      plan.items.map(\.deadline.due?.description) == ["2020-07-31", "2020-08-31", "2020-09-30"])
    #expect(plan.items.allSatisfy { $0.flags.contains(.readFromSentence) })
  }

  @Test(.bug(id: "16", "改革举措： below an item was part of its content"))
  func `a label for 举措 below the words of an item names its measures`() throws {
    let plan = try plan(["改革举措：", "（1）起草办法。", "（2）印发执行。", "完成时限：2020年7月"])
    #expect(plan.items.map(\.measures.count) == [2, 2, 2])
    #expect(plan.items.allSatisfy { !$0.content.contains("举措：") })
  }

  @Test(
    .bug(id: "16", "of two brackets behind an item only the last was read"),
    arguments: ["（校团委）（2020年7月）", "（责任单位：校团委）（完成时限：2020年7月）", "（2020年7月）【校团委负责】"])
  func `several brackets behind an item state it together`(tail: String) throws {
    let content = try support.words("1.1")
    let plan = try text([
      "（一）明确职能定位", "1.\(content)\(tail)", "2.\(support.words("1.2"))\(tail)",
      "3.\(support.words("1.3"))\(tail)",
    ])
    for item in plan.items {
      #expect(item.departments.all == ["校团委"])
      #expect(item.deadline.due?.description == "2020-07-31")
      #expect(item.flags.contains(.readFromSentence))
    }
    #expect(plan.items.first?.content == content)
  }

  @Test func `a known department alone in a bracket behind a sentence answers for the item`() throws
  {
    let plan = try text([
      "（一）明确职能定位", "1.起草推进计划并报送。（校团委）", "2.听取各学院的意见（校团委）", "3.收集需求和困难。（见附件）",
    ])
    #expect(plan.items.map(\.departments.all) == [["校团委"], [], []])
    #expect(plan.items[1].content.hasSuffix("（校团委）"))
  }

  @Test(.bug(id: "16", "1.1 and 2.1 were one number, read twice"))
  func `numbers of two levels name task and item`() throws {
    let plan = try text(
      ["1.1", "1.2", "2.1"].map { "\($0) \(try support.words($0))（校团委，2020年7月）" })
    #expect(plan.items.map(\.ordinal) == ["1.1", "1.2", "2.1"])
    #expect(plan.items.allSatisfy { !$0.flags.contains(.ordinalDuplicate) })
  }

  @Test(.bug(id: "16", "a bracket that a printer broke lost what stood in its second line"))
  func `a bracket over two lines is one`() throws {
    let plan = try text([
      "（一）明确职能定位", "1.\(support.words("1.1"))（责任部门：校团委；责任人：周岚；", "完成时限：2020年7月）",
      "2.\(support.words("1.2"))（责任部门：校团委；责任人：周岚；完成时限：", "2020年7月）",
      "3.\(support.words("1.3"))（责任部门：校团委；责任人：周岚；完成时限：2020年7月）",
    ])
    for item in plan.items {
      #expect(item.departments.all == ["校团委"])
      #expect(item.responsiblePerson == "周岚")
      #expect(item.deadline.due?.description == "2020-07-31")
    }
  }

  @Test(.bug(id: "16", "the first line of an item （一） was taken for a title and left out"))
  func `the first line of an item is no title when the next goes on with it`() throws {
    let first = "由校团委会同有关部门拟定本校学生会深化改革推进计划并逐条写明改革举措"
    let plan = try document(
      [
        "一、重点任务",
        "（一）\(first)", "和完成时限，按时报送。", "责任单位：校团委", "（二）听取各学院学生会的意见。", "责任单位：校团委",
        "（三）收集同学的需求和困难。", "责任单位：校团委",
      ], name: "方案.txt")
    #expect(plan.items.count == 3)
    #expect(plan.items.first?.content == first + "和完成时限，按时报送。")
  }

  @Test(arguments: [
    ("修订学生会章程（试行）（校团委，2020年7月）", "修订学生会章程（试行）"),
    ("压减人数（一般不超过40人）（2020年7月）（校团委）", "压减人数（一般不超过40人）"),
    ("执行《学生社团管理办法》（学工部）", "执行《学生社团管理办法》（学工部）"),
  ])
  func `a bracket that states nothing stays in the content`(words: String, content: String) throws {
    let plan = try text([
      "（一）明确职能定位", "1.\(words)", "2.\(support.words("1.2"))", "3.\(support.words("1.3"))",
    ])
    #expect(plan.items.first?.content == content)
  }

  @Test func `a bracket that nobody closed takes in no labels`() throws {
    let plan = try text([
      "（一）明确职能定位", "1.修订章程（含会徽、会旗使用规定", "责任单位：校团委", "完成时限：2020年7月", "2.\(support.words("1.2"))",
      "3.\(support.words("1.3"))",
    ])
    #expect(plan.items.first?.departments.lead == ["校团委"])
    #expect(plan.items.first?.deadline.due?.description == "2020-07-31")
  }

  @Test(arguments: ["落实2020年3月团中央会议部署的重点任务", "校学生会"])
  func `a heading that refers to a day or names a level states nothing`(heading: String) throws {
    let plan = try document([
      "一、\(heading)", "1.\(support.words("1.1"))", "2.\(support.words("1.2"))",
      "3.\(support.words("1.3"))",
    ])
    #expect(plan.items.allSatisfy { $0.deadline.meaning == .blank })
    #expect(plan.items.allSatisfy { $0.departments.all.isEmpty })
  }

  @Test func `改革举措 with nothing before it is what is to be done`() throws {
    let plan = try text(
      ["（一）明确职能定位"]
        + ["1.1", "1.2", "1.3"].enumerated().flatMap {
          ["\($0.offset + 1).改革举措：\(try support.words($0.element))", "责任单位：校团委"]
        })
    #expect(plan.items.map(\.content) == (try ["1.1", "1.2", "1.3"].map(support.words)))
    #expect(plan.items.allSatisfy { $0.measures.isEmpty })
  }
}
