import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Deadlines and departments that stand in lines, brackets, sentences and titles are read.
struct StatedValuesTests {
  let support: PlanSupport

  init() throws { support = try PlanSupport() }

  /// A plan in running text.
  private func text(_ words: [String]) throws -> PlanSupport.Imported {
    try support.imported(
      SourceDocument(
        name: "方案.docx",
        blocks: words.enumerated().map {
          .paragraph(
            SourceParagraph(
              text: $0.element, location: .paragraph(file: "方案.docx", index: $0.offset + 1)))
        }))
  }

  /// A plan in running text of three clauses, each with lines behind it.
  private func prose(_ tail: String = "", lines: [String] = []) throws -> PlanSupport.Imported {
    var words = ["青禾学院学生会深化改革实施方案", "2020年6月1日", "一、重点任务", "（一）明确职能定位"]
    for (index, clause) in ["1.1", "1.2", "1.3"].enumerated() {
      words.append("\(index + 1).\(try support.words(clause))\(tail)")
      words += lines
    }
    return try text(words)
  }

  @Test(arguments: [
    "（责任单位：校团委、学工部；完成时限：2020年6月）", "（牵头单位：校团委，配合单位：学工部，完成时限：2020年6月底前）",
    "（校团委牵头，学工部配合，2020年6月底前完成）", "（校团委、学工部，2020年6月）",
  ])
  func `the bracket behind an item is read, taken out and flagged`(tail: String) throws {
    let plan = try prose(tail)
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2", "1.3"])
    for item in plan.items {
      #expect(item.deadline.due?.description == "2020-06-30")
      #expect(item.departments.all == ["校团委", "学工部"])
      #expect(!item.content.contains("校团委、学工部") && !item.content.contains("学工部配合"))
      #expect(item.flags.contains(.readFromSentence))
    }
    #expect(!plan.notes.contains { $0.message.contains("没有找到完成时限") })
  }

  @Test func `who leads and who takes part is read from one part of a sentence`() throws {
    let plan = try prose("由校团委牵头、学工部配合，2020年6月底前完成。")
    for item in plan.items {
      #expect(item.departments.lead == ["校团委"])
      #expect(item.departments.supporting == ["学工部"])
      #expect(item.flags.contains(.readFromSentence))
    }
  }

  @Test func `a label may be spaced out`() throws {
    let plan = try prose(lines: ["责 任 单 位：学工部　责 任 人：张三", "完 成 时 限：2020年10月"])
    for item in plan.items {
      #expect(item.responsiblePerson == "张三")
      #expect(item.departments.lead == ["学工部"])
      #expect(item.deadline.due?.description == "2020-10-31")
    }
  }

  @Test func `passages may be numbered by letters`() throws {
    var words = ["青禾学院学生会深化改革实施方案", "2020年6月1日", "一、重点任务", "（一）明确职能定位"]
    for (letter, clause) in [("A", "1.1"), ("B", "1.2"), ("C", "1.3")] {
      words.append("\(letter). \(try support.words(clause))（责任单位：校团委；完成时限：2020年6月）")
    }
    let plan = try text(words)
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2", "1.3"])
  }

  @Test func `a table of contents is no part of the text`() throws {
    let contents = ["一、总体要求……1", "二、重点任务\t2", "三、保障措施 ........ 5"]
    var words = ["青禾学院学生会深化改革实施方案", "2020年6月1日"] + contents
    words += ["一、总体要求", "二、重点任务"]
    for (index, clause) in ["1.1", "1.2", "1.3"].enumerated() {
      words.append("\(index + 1).\(try support.words(clause))")
    }
    let plan = try text(words)
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2", "1.3"])
  }

  @Test func `a line of cells that ends with a day is no entry of a table of contents`() throws {
    var words = ["青禾学院学生会深化改革实施方案", "2020年6月1日", "一、重点任务"]
    for (index, clause) in ["1.1", "1.2", "1.3"].enumerated() {
      words.append("\(index + 1).\(try support.words(clause))\t校团委\t20201231")
    }
    #expect(try text(words).items.count == 3)
  }

  @Test func `lines with labels are read and are no part of the content`() throws {
    let plan = try prose(lines: ["牵头单位：校团委", "责任单位：学工部，教务处", "责任人：张三", "完成时限：2020年10月"])
    for item in plan.items {
      #expect(item.departments.lead == ["校团委"])
      #expect(item.departments.supporting == ["学工部", "教务处"])
      #expect(item.responsiblePerson == "张三")
      #expect(item.deadline.due?.description == "2020-10-31")
      #expect(!item.content.contains("牵头单位"))
      #expect(!item.flags.contains(.readFromSentence))
    }
  }

  @Test func `a sentence is read, stays and is flagged`() throws {
    let plan = try prose("由校团委牵头，学工部配合，2020年6月底前完成。")
    for item in plan.items {
      #expect(item.departments.lead == ["校团委"])
      #expect(item.departments.supporting == ["学工部"])
      #expect(item.deadline.due?.description == "2020-06-30")
      #expect(item.content.contains("由校团委牵头"))
      #expect(item.flags.contains(.readFromSentence))
    }
  }

  @Test func `the bracket in a cell is read when no column holds it`() throws {
    let plan = try support.imported(
      Sheet.document(
        "序号|任务|改革内容|落实措施",
        "1|明确职能定位|\(support.words("1.1"))（责任单位：校团委；完成时限：2020年6月）|起草"))
    #expect(plan.items[0].deadline.due?.description == "2020-06-30")
    #expect(plan.items[0].departments.lead == ["校团委"])
  }

  @Test(arguments: [
    ("一、2020年6月底前完成的任务（1项）", "2020-06-30"), ("第一阶段（2020年6月底前）", "2020-06-30"),
    ("2020年8月底前完成：", "2020-08-31"),
  ])
  func `titles of sections carry the deadline of what follows`(title: String, day: String) throws {
    let plan = try support.imported(
      Sheet.document(
        "序号|任务|改革内容|落实措施|实施部门", "\(title)",
        "1|明确职能定位|\(support.words("1.1"))|起草|校团委"))
    #expect(plan.items.map(\.id.description) == ["1.1"])
    #expect(plan.items[0].deadline.due?.description == day)
    #expect(plan.items[0].flags.contains(.deadlineInherited))
  }

  @Test func `words above a table carry deadline and departments of its rows`() throws {
    let plan = try support.imported(
      Sheet.document(
        "序号|任务|改革内容|落实措施", "1|明确职能定位|\(support.words("1.1"))|起草",
        before: ["一、2020年6月底前完成的任务（牵头单位：校团委）"]))
    #expect(plan.items[0].deadline.due?.description == "2020-06-30")
    #expect(plan.items[0].departments.lead == ["校团委"])
    #expect(plan.items[0].flags.contains(.departmentInherited))
  }
}
