import OfficeFiles
import PlanImport
import TaskLedger
import TestSupport
import Testing

/// The real plan of 2020 must give exactly the table of its items, from every form it comes in.
@Suite(.enabled(if: SharedDocuments.isAvailable, Comment(rawValue: SharedDocuments.absence)))
struct RealPlanTests {
  let support: PlanSupport

  init() throws { support = try PlanSupport() }

  struct Row: Sendable {
    var id: String
    var ordinal: String
    var deadline: String
    var due: String
    var provincial: String
    /// Flags that import sets in every form.
    var flags = ""
    /// The flag that only the text form gives.
    var textFlag = ""
    /// What only `check` finds.
    var found = ""

    init(
      _ id: String, _ ordinal: String, _ deadline: String, _ due: String, _ provincial: String,
      _ flags: String = "", text: String = "", found: String = ""
    ) {
      (self.id, self.ordinal, self.deadline, self.due) = (id, ordinal, deadline, due)
      (self.provincial, self.flags, self.textFlag, self.found) = (provincial, flags, text, found)
    }
  }

  static let rows: [Row] = [
    Row("1.1", "1", "2020年6月", "2020-06-30", "2020年6月", found: "deadline-before-issue"),
    Row("1.2", "2", "2020年7月", "2020-07-31", "2020年6月", found: "deadline-later"),
    Row("1.3", "3", "2020年9月", "2020-09-30", "2020年10月"),
    Row(
      "1.4", "4", "2020年10月", "2020-10-31", "2020年10月", "department-generic ordinal-duplicate"),
    Row(
      "2.1", "4", "2020年6月", "2020-06-30", "2020年10月", "ordinal-duplicate",
      found: "deadline-before-issue"),
    Row(
      "2.2", "5", "2020年6月", "2020-06-30", "2020年10月", "deadline-inherited",
      text: "department-inherited", found: "deadline-before-issue"),
    Row("2.3", "6", "全年持续推进", "–", "全年持续推进"),
    Row(
      "3.1", "7", "2020年9月", "2020-09-30", "2020年6月", "figure-conflict", found: "deadline-later"),
    Row("3.2", "8", "2020年10月", "2020-10-31", "2020年10月", text: "row-misplaced"),
    Row("4.1", "9", "2020年7月", "2020-07-31", "2020年7月"),
    Row("4.2", "10", "2020年10月", "2020-10-31", "2020年10月"),
    Row("5.1", "11", "2020年7月", "2020-07-31", "2020年7月"),
    Row("5.2", "12", "2020年7月", "2020-07-31", "2020年7月", "deadline-inherited"),
    Row("5.3", "13", "2020年7月", "2020-07-31", "2020年10月", "deadline-inherited"),
    Row("6.1", "14", "2020年7月", "2020-07-31", "2020年10月"),
    Row("6.2", "15", "2020年10月", "2020-10-31", "2020年10月", text: "cell-shifted"),
    Row("7.1", "16", "2020年9月", "2020-09-30", "2020年6月", found: "deadline-later"),
    Row("7.2", "17", "2020年9月", "2020-09-30", "2020年8月", found: "deadline-later"),
    Row("7.3", "18", "2020年9月", "2020-09-30", "2020年8月", found: "deadline-later"),
    Row("7.4", "19", "2020年10月", "2020-10-31", "2020年10月"),
    Row("8.1", "20", "2020年7月", "2020-07-31", "2020年6月", found: "deadline-later"),
    Row("8.2", "21", "2020年10月", "2020-10-31", "2020年10月", text: "row-misplaced"),
    Row("9.1", "22", "2020年10月", "2020-10-31", "2020年10月"),
    Row("9.2", "23", "", "–", "", "deadline-missing"),
    Row("10.1", "24", "2020年10月", "2020-10-31", "2020年10月"),
    Row("10.2", "25", "2020年8月", "2020-08-31", "2020年8月"),
    Row(
      "10.3", "26", "2020年8月", "2020-08-31", "2020年8月", "deadline-inherited",
      text: "department-inherited"),
  ]

  static let text = "seeds/000_033cfe50d217046a.txt"
  static let files = [text, "documents/plan-38.docx", "documents/plan-38.xlsx"]

  @Test(arguments: files)
  func `the plan gives its 27 items with their deadlines and flags`(file: String) throws {
    let plan = try support.imported(PlanSupport.sharedFile(file))
    let isText = file == Self.text
    let hasBody = !file.hasSuffix(".xlsx")
    try #require(plan.items.count == Self.rows.count)
    for (item, row) in zip(plan.items, Self.rows) {
      #expect(item.id.description == row.id)
      #expect(item.ordinal == row.ordinal, "\(row.id)")
      #expect(item.deadline.text == row.deadline, "\(row.id)")
      #expect(item.deadline.due?.description ?? "–" == row.due, "\(row.id)")
      let clause = try #require(item.clause.flatMap { support.list.clause($0) })
      #expect(clause.deadline.text == row.provincial, "\(row.id)")
      #expect(item.taskTitle == support.list.task(clause.id.task)?.title)
      var flags = Set(row.flags.split(separator: " ").map(String.init))
      if isText, !row.textFlag.isEmpty { flags.insert(row.textFlag) }
      if !hasBody { flags.remove("figure-conflict") }
      #expect(PlanSupport.flags(item.flags) == flags.sorted().joined(separator: " "), "\(row.id)")
    }
  }

  @Test(arguments: files.dropLast())
  func `check finds what the table says and nothing else but dropped duties`(file: String) throws {
    let plan = try support.imported(PlanSupport.sharedFile(file))
    for (item, row) in zip(plan.items, Self.rows) {
      let codes = Set(plan.findings.filter { $0.item == item.id }.map(\.code))
      var expected = Set((row.flags + " " + row.found).split(separator: " ").map(String.init))
      if file == Self.text, !row.textFlag.isEmpty { expected.insert(row.textFlag) }
      #expect(codes.subtracting(["duty-dropped", "proofreading"]) == expected, "\(row.id)")
    }
    let dropped = plan.findings.filter { $0.code == "duty-dropped" }.compactMap(\.item?.description)
    #expect(dropped == ["1.3", "9.2"])
    #expect(!plan.findings.contains { $0.code == "clause-missing" })
  }

  @Test(arguments: files.dropLast())
  func `the plan says its school, number and issue date itself`(file: String) throws {
    let draft = try support.imported(PlanSupport.sharedFile(file)).draft
    #expect(draft.school == "广东茂名健康职业学院")
    #expect(draft.documentNumber == "茂健职党〔2020〕38号")
    #expect(draft.issueDate == CivilDate("2020-07-19"))
    #expect(draft.title == "广东茂名健康职业学院学生会深化改革实施方案")
  }

  @Test func `departments and measures stand as the cells give them`() throws {
    for file in Self.files {
      let items = try support.imported(PlanSupport.sharedFile(file)).items
      func departments(_ id: String) -> [String] {
        items.first { $0.id.description == id }?.departments.lead ?? []
      }
      #expect(departments("1.1") == ["学工部", "校团委", "校学生会"])
      #expect(departments("1.4") == ["校团委", "相关部门", "系党支部"])
      #expect(
        departments("9.1") == ["党政办", "学工部", "校团委", "教务处", "人事处", "总务处（校安办）"])
      #expect(
        items.map(\.measures.count) == [
          1, 1, 2, 1, 1, 2, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1, 1, 2, 2, 2, 1, 1, 1, 3, 2, 2, 3,
        ])
    }
  }

  @Test func `Word and text form give the same items but for their places and faults`() throws {
    func items(_ file: String) throws -> [Item] {
      try support.imported(PlanSupport.sharedFile(file)).items.map { item in
        var item = item
        item.location = .paragraph(file: "", index: 1)
        item.flags.subtract([.rowMisplaced, .cellShifted, .departmentInherited])
        item.link = Link(confidence: .certain, reasons: [])
        return item
      }
    }
    let word = try items("documents/plan-38.docx")
    #expect(try items(Self.text) == word)
    let sheet = try items("documents/plan-38.xlsx")
    let withoutBody = word.map { item in
      var item = item
      item.narrative = ""
      item.flags.remove(.figureConflict)
      return item
    }
    #expect(sheet == withoutBody)
  }

  @Test func `every item has its passage of the body`() throws {
    let items = try support.imported(PlanSupport.sharedFile("documents/plan-38.docx")).items
    #expect(items.allSatisfy { !$0.narrative.isEmpty })
    #expect(items.first { $0.id.description == "3.1" }?.narrative.contains("60") ?? false)
  }

  @Test func `the prose plan of 2018 gives eight measures without dates`() throws {
    let plan = try support.imported(PlanSupport.sharedFile("seeds/001_4d3c637ee54742bc.txt"))
    #expect(plan.items.count == 8)
    #expect(plan.items.map(\.ordinal) == (1...8).map(String.init))
    #expect(plan.items.map(\.measures.count) == [2, 0, 2, 0, 0, 0, 4, 0])
    #expect(
      plan.items.allSatisfy { $0.flags.isSuperset(of: [.deadlineMissing, .departmentMissing]) })
    #expect(plan.draft.school == "南阳医学高等专科学校")
    #expect(plan.draft.documentNumber == "宛医专团[2018]29号")
    #expect(plan.draft.issueDate == CivilDate("2018-11-13"))
    #expect(plan.notes.contains { $0.code == "prose-without-table" })
  }

  @Test(arguments: ["seeds/003_3221f1348440b390.txt", "seeds/004_dcdca89260039dbe.txt"])
  func `a report is no plan`(file: String) throws {
    let document = try PlanSupport.sharedFile(file)
    #expect(throws: PlanReadError.noPlan(file: document.name)) {
      try PlanInterpreter.interpret(document, vocabulary: support.vocabulary)
    }
  }
}
