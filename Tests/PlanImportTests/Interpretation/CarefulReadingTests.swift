import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Wordings that a careful person reads without asking.
struct CarefulReadingTests {
  let support: PlanSupport

  init() throws { support = try PlanSupport() }

  private func imported(_ rows: [String]) throws -> PlanSupport.Imported {
    let lines = ["青禾学院学生会深化改革实施方案", "2020年6月1日"].enumerated().map {
      SourceDocument.Block.paragraph(
        SourceParagraph(
          text: $0.element, location: .paragraph(file: "方案.docx", index: $0.offset + 1)))
    }
    return try support.imported(
      SourceDocument(name: "方案.docx", blocks: lines + [.table(Sheet.table(rows))]))
  }

  private func item(
    deadline: String = "2020年7月", departments: String = "校团委", measures: String = "起草"
  )
    throws -> Item
  {
    let plan = try imported([
      "序号|任务|改革内容|落实措施|完成时限|实施部门",
      "1|明确职能定位|\(try support.words("1.1"))|\(measures)|\(deadline)|\(departments)",
      "2|明确职能定位|\(try support.words("1.2"))|宣讲|2020年7月|学工部",
    ])
    return try #require(plan.items.first)
  }

  @Test(arguments: [
    ("校 团 委", ["校团委"], [String]()),
    ("学 工 部、校团委", ["学工部", "校团委"], []),
    ("校团委（学工部、教务处配合）", ["校团委"], ["学工部", "教务处"]),
    ("校团委（牵头）学工部（配合）教务处（配合）", ["校团委"], ["学工部", "教务处"]),
    ("□校团委 ☑学工部", ["学工部"], []),
    ("□校团委 □学工部", [], []),
    ("校团委、学工部按职责分工负责", ["校团委", "学工部"], []),
  ])
  func `who answers is read`(words: String, lead: [String], supporting: [String]) throws {
    let item = try item(departments: words)
    #expect(item.departments.lead == lead)
    #expect(item.departments.supporting == supporting)
    #expect(!item.flags.contains(.departmentDoubtful))
    #expect(item.flags.contains(.departmentMissing) == lead.isEmpty)
  }

  @Test(arguments: [
    ("制定学生会章程修订方案，广泛征求/各院系学生会意见后提交学代会/审议通过并公布", 1), ("起草章程/广泛征求意见/提交学代会审议", 3),
    ("起草章程，送审。/征求意见，修改。", 2),
  ])
  func `a sentence broken by hand is one measure`(words: String, count: Int) throws {
    let measures = try item(measures: words.replacing("/", with: "\n")).measures
    #expect(measures.count == count)
  }

  @Test(arguments: [
    ("调整为2020年8月（原2020年6月）", "2020-08-31"), ("2020年8月（原定2020年6月）", "2020-08-31"),
    ("2020年6月，延期至2020年9月", "2020-09-30"), ("2020年7月（可延至8月）", nil),
  ])
  func `the day that holds now is read`(words: String, due: String?) throws {
    #expect(try item(deadline: words).deadline.due?.description == due)
  }

  @Test(arguments: [
    ("一是起草；二是报送。", 2), ("一要起草；二要报送；三要公开。", 3), ("加强组织，一是起草；二是报送。", 1),
  ])
  func `a cell that begins with a list is divided`(words: String, count: Int) throws {
    #expect(try item(measures: words).measures.count == count)
  }

  @Test func `where a day was not changed the first one holds`() throws {
    let plan = try imported([
      "序号|任务|改革内容|原计划完成时间|变更后完成时间|实施部门",
      "1|明确职能定位|\(try support.words("1.1"))|2020年6月||校团委",
      "2|明确职能定位|\(try support.words("1.2"))|2020年7月|2020年8月|学工部",
    ])
    #expect(plan.items.map { $0.deadline.due?.description } == ["2020-06-30", "2020-08-31"])
  }

  @Test func `rows that number the columns and rows that go on are no items`() throws {
    let plan = try imported([
      "序号|任务|改革内容|落实措施|完成时限|实施部门", "栏次|1|2|3|4|5",
      "1|明确职能定位|\(try support.words("1.1"))|起草|2020年6月|校团委", "续|||报送||",
      "2|明确职能定位|\(try support.words("1.2"))|宣讲|2020年7月|学工部",
    ])
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2"])
    #expect(plan.items.map(\.measures.count) == [2, 1])
  }

  @Test(arguments: ["主|协", "★|○"])
  func `departments as columns are read by any usual sign`(signs: String) throws {
    let plan = try imported([
      "序号|任务|改革内容|完成时限|校团委|学工部",
      "1|明确职能定位|\(try support.words("1.1"))|2020年6月|\(signs)",
      "2|明确职能定位|\(try support.words("1.2"))|2020年7月|\(signs)",
    ])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["校团委"]])
    #expect(plan.items.map(\.departments.supporting) == [["学工部"], ["学工部"]])
  }

  @Test(arguments: ["校团委牵头的任务", "（校团委负责）"])
  func `the title of a section says who answers`(title: String) throws {
    let plan = try imported([
      "序号|任务|改革内容|完成时限", "\(title)",
      "1|明确职能定位|\(try support.words("1.1"))|2020年6月",
      "2|明确职能定位|\(try support.words("1.2"))|2020年7月",
    ])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["校团委"]])
    #expect(plan.items.allSatisfy { $0.flags.contains(.departmentInherited) })
  }
}
