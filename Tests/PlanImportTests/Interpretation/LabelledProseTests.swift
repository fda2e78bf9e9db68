import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Plans in running text whose items have lines of labels and measures below them.
struct LabelledProseTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  private func text(_ words: [String]) throws -> PlanSupport.Imported {
    try support.imported(
      SourceDocument(
        name: "方案.docx",
        blocks: (["青禾学院学生会深化改革实施方案", "2020年6月1日", "一、重点任务"] + words).enumerated().map {
          .paragraph(
            SourceParagraph(
              text: $0.element, location: .paragraph(file: "方案.docx", index: $0.offset + 1)))
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
}
