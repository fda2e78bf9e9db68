import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// A sheet that came back is read by its headings and keys, whatever was moved about in it.
struct SheetReaderTests {
  private let code = SheetCode(
    kind: .department, ledger: "7F2K9QTM", head: 214, department: "9HV3R")
  private let words = SheetVocabulary(
    content: "改革内容", facts: FactVocabulary(rows: [], known: []), today: CivilDate("2020-09-01"))
  private let digest: EvidenceDigest

  init() throws {
    digest = try #require(EvidenceDigest(String(repeating: "3c", count: 32)))
  }

  private func key(_ item: String) throws -> String {
    SheetRowKey(code: code, item: try #require(ItemID(item)), digest: digest).description
  }

  private func read(_ tables: [String]...) -> ReturnedSheet {
    SheetReader.read(
      SourceDocument(
        name: "学工部.xlsx",
        // A / parts no paragraphs here.
        blocks: tables.map {
          var table = Sheet.table($0)
          for row in table.rows.indices {
            for cell in table.rows[row].cells.indices {
              let paragraphs = table.rows[row].cells[cell].paragraphs
              guard paragraphs.count > 1 else { continue }
              table.rows[row].cells[cell].paragraphs = [paragraphs.joined(separator: "/")]
            }
          }
          return .table(table)
        }), words)
  }

  private func codes(_ diagnostics: [Diagnostic]) -> [String] { diagnostics.map(\.code) }

  private let heading = "条目|改革内容|本月进展|存在问题|下步打算|预计完成|完成情况说明|佐证文件|文号|形成日期|申请销号|审核码|标识"

  // MARK: - Rows

  @Test func `what was written is read by item, with its place and without blanks`() throws {
    let sheet = read([
      heading, "1.1|改革方案|已起草|||2020/9/30||方案.docx||2020.8.5|是||\(try key("1.1"))",
      "1.2|宣讲|||||||||||\(try key("1.2"))",
    ])
    #expect(sheet.faults.isEmpty && sheet.notes.isEmpty && sheet.isOurs)
    #expect(sheet.code == code)
    #expect(sheet.items.map(\.description).sorted() == ["1.1", "1.2"])
    #expect(sheet.rows.count == 1)
    let row = try #require(sheet.rows.first)
    #expect(row.item.description == "1.1" && row.seal == .digest(digest))
    #expect(row.content == "改革方案")
    #expect(
      row.answers.mapValues(\.text) == [
        .progress: "已起草", .expected: "2020/9/30", .files: "方案.docx", .date: "2020.8.5",
        .apply: "是",
      ])
    #expect(row.answers[.expected]?.day == CivilDate("2020-09-30"))
    #expect(row.answers[.date]?.day == CivilDate("2020-08-05"))
    #expect(row.answers[.progress]?.day == nil)
    #expect(
      row.answers[.progress]?.location
        == .tableCell(file: "方案.docx", table: 1, row: 2, column: 3))
  }

  @Test func `columns may be moved, and what the office wrote is no answer`() throws {
    let sheet = read([
      "说明：请按月填报||||", "标识|申请销号|条目|本月进展|目前状态|还缺什么|审核提示",
      "\(try key("2.1"))|是|2.1|已印发|推进中|缺佐证|无",
    ])
    #expect(sheet.faults.isEmpty)
    let row = try #require(sheet.rows.first)
    #expect(Set(row.answers.keys) == [.apply, .progress])
    #expect(row.content == nil)
    // Columns of answers that are gone are said, and words that are none of the sheet's.
    #expect(codes(sheet.notes) == ["sheet-column-missing", "sheet-words-not-taken"])
    #expect(sheet.notes.first?.message.contains("佐证文件") == true)
  }

  @Test func `without keys the number and the review code say which item a row is of`() throws {
    let review = ReviewCode(of: digest)
    let sheet = read(
      ["表单码|\(code)"], ["条目|改革内容|本月进展|审核码", "1.1|改革方案|已起草|\(review)", "1.2|宣讲|已办|"])
    #expect(sheet.rows.map(\.item.description) == ["1.1"])
    #expect(sheet.rows.first?.seal == .code(review))
    // The second row has words and nothing to tell its item by.
    #expect(codes(sheet.faults) == ["sheet-row-unknown"])
  }

  /// A sheet with one fault, and how it is told.
  struct Fault: CustomTestStringConvertible {
    var code: String
    var rows: [String]
    var testDescription: String { rows.joined(separator: " // ") }
  }

  private func faults(_ rows: [String]) throws -> [String] {
    let keys = try ["1.1", "1.2"].map(key)
    return codes(
      read(
        ["表单码|\(code)"],
        rows.map {
          $0.replacing("{1.1}", with: keys[0]).replacing("{1.2}", with: keys[1])
            .replacing("{code}", with: ReviewCode(of: digest).description)
        }
      ).faults)
  }

  private static let head = "条目|改革内容|本月进展|审核码|标识"

  private static let faulty: [Fault] = [
    Fault(code: "sheet-row-twice", rows: [head, "1.1||已办||{1.1}", "1.1||又办||{1.1}"]),
    // A copied row counts even where nothing is written in it.
    Fault(code: "sheet-row-twice", rows: [head, "1.1||已办||{1.1}", "1.1||||{1.1}"]),
    Fault(code: "sheet-row-mixed", rows: [head, "1.1||已办||{1.2}"]),
    Fault(code: "sheet-row-mixed", rows: [head, "1.1||已办|7F2K-9QTM|{1.1}"]),
    Fault(code: "sheet-row-unknown", rows: [head, "|另一件事|已办||"]),
    Fault(code: "sheet-column-twice", rows: ["条目|本月进展|本月进展|标识", "1.1|甲|乙|{1.1}"]),
    Fault(code: "sheet-key-missing", rows: ["条目|改革内容|本月进展", "1.1|方案|已办"]),
    Fault(code: "sheet-code-unreadable", rows: [head, "1.1||已办||1.1"]),
    Fault(code: "sheet-code-changed", rows: [head, "1.1||已办||{1.1}X"]),
    Fault(code: "sheet-table-missing", rows: ["备注|本月进展", "无|已办"]),
  ]

  @Test(arguments: faulty)
  func `what stands against reading a row is a fault`(fault: Fault) throws {
    #expect(try faults(fault.rows) == [fault.code])
  }

  @Test func `a row below without key and without words is no fault`() throws {
    #expect(try faults([Self.head, "1.1||已办||{1.1}", "|合计|||", "||||"]).isEmpty)
    // What a review shows of the statement is not whoever decides writes.
    let review = read(["条目|完成情况说明|审核决定|意见或理由|标识", "1.1|已完成|||\(try key("1.1"))"])
    #expect(review.faults.isEmpty && review.rows.isEmpty)
    let decided = read(["条目|完成情况说明|审核决定|意见或理由|标识", "1.1|已完成|销号||\(try key("1.1"))"])
    #expect(decided.rows.first.map { Set($0.answers.keys) } == [.decision])
  }

  // MARK: - Which sheet

  @Test func `the first page says who filled it in, for whom and which sheet it is`() throws {
    let sheet = read(
      ["青禾学院学生会改革填报表", "部门：|学工部", "填报人|张三", "表单码：|\(code)"],
      [Self.head, "1.1||已办||\(try key("1.1"))"])
    #expect(sheet.person?.text == "张三" && sheet.department == "学工部" && sheet.code == code)
  }

  @Test func `rows of another sheet are no rows of this one`() throws {
    let other = SheetCode(kind: .department, ledger: "7F2K9QTM", head: 214, department: "00000")
    let sheet = read(["表单码|\(other)"], [Self.head, "1.1||已办||\(try key("1.1"))"])
    #expect(codes(sheet.faults) == ["sheet-mixed"])
    // A later issue of the same sheet is another one too.
    let later = SheetCode(kind: .department, ledger: "7F2K9QTM", head: 215, department: "9HV3R")
    #expect(
      codes(read(["表单码|\(later)"], [Self.head, "1.1||已办||\(try key("1.1"))"]).faults)
        == ["sheet-mixed"])
  }

  @Test(arguments: [
    ("XH2D-7F2K9QTM-214-9HV3R-18", "sheet-version"),
    ("XH1D-7F2K9QTM-214-9HV3R-00", "sheet-code-changed"),
    ("学工部", "sheet-code-unreadable"),
  ])
  func `a code that cannot be read is said`(words: String, fault: String) throws {
    let sheet = read(["表单码|\(words)"], ["条目|改革内容|本月进展|审核码", "|||"])
    #expect(codes(sheet.faults) == [fault])
    #expect(sheet.code == nil && sheet.isOurs)
  }

  @Test func `a table of anything else is no sheet of ours`() {
    for rows in [["姓名|电话", "张三|1234567"], ["条目|内容", "1.1|方案"], ["部门|学工部", "填报人|张三"]] {
      let sheet = read(rows)
      #expect(!sheet.isOurs && sheet.rows.isEmpty && sheet.notes.isEmpty)
    }
  }

  // MARK: - Days

  @Test(
    arguments: [
      ("2020-09-30", "2020-09-30"), ("2020/9/30", "2020-09-30"), ("2020.9.30", "2020-09-30"),
      ("2020年9月30日", "2020-09-30"), ("２０２０年９月３０日", "2020-09-30"),
      ("2020/2/30", nil), ("2020年9月", nil), ("9月30日", nil), ("月底", nil), ("20/9/30", nil),
      ("", nil),
    ] as [(String, String?)])
  func `a day is read in any common writing, and half a day is none`(words: String, day: String?) {
    #expect(SheetReader.day(words)?.description == day)
  }

  // MARK: - Members

  @Test func `members are read with departments, roles and whether they leave`() throws {
    let members = SheetCode(kind: .members, ledger: "7F2K9QTM", head: 3, department: "9HV3R")
    let role = try #require(Member.Role.allCases.first)
    let sheet = read(
      ["表单码|\(members)"],
      ["姓名|部门|角色|离任", "张三|学工部、教务处|\(role.words)|", "李四|校团委||是", "|||", "王五|校团委||否"])
    #expect(sheet.faults.isEmpty)
    #expect(sheet.members.map(\.name) == ["张三", "李四", "王五"])
    #expect(sheet.members.map(\.departments) == [["学工部", "教务处"], ["校团委"], ["校团委"]])
    #expect(sheet.members.map(\.roles) == [[role], [], []])
    #expect(sheet.members.map(\.leaves) == [false, true, false])
  }

  @Test func `members without name, named twice or with unknown words are faults`() throws {
    let members = SheetCode(kind: .members, ledger: "7F2K9QTM", head: 3, department: "9HV3R")
    let sheet = read(
      ["表单码|\(members)"],
      [
        "姓名|部门|角色|离任", "|学工部||", "张三|学工部||", "张三|教务处||", "李四|校团委|校长|", "王五|校团委||下月",
      ])
    #expect(
      codes(sheet.faults) == [
        "sheet-member-unnamed", "sheet-row-twice", "sheet-answer-unreadable",
        "sheet-answer-unreadable",
      ])
    #expect(sheet.members.map(\.name) == ["张三", "张三"])
  }

  // MARK: - Staff

  private func staff(_ rows: String...) -> ReturnedSheet {
    read(["表单码|\(code)"], ["学号|姓名|职务|所在部门|政治面貌|年级|专业排名|排名档次|不及格门数"] + rows)
  }

  @Test func `a list of staff is read by student number, words by their beginnings`() throws {
    let sheet = staff(
      "2020001|张三|主席||中共党员|三年级|12/60||0", "2020002|李四|负责人|文体部|共青团员|二年级||前20%|1门",
      "2020003|王五|部门成员|文体部|预备|一年级|20%||无", "||||||||")
    #expect(sheet.faults.isEmpty, "\(sheet.faults)")
    let people = try #require(sheet.staff?.people)
    #expect(people.map(\.number) == ["2020001", "2020002", "2020003"])
    #expect(people.map { $0.cells[.post] } == ["主席团成员", "部门负责人", "部门成员"])
    #expect(people.map { $0.cells[.politics] } == ["中共党员", "共青团员", "中共预备党员"])
    #expect(people.map(\.isInFront) == [true, true, true])
    #expect(people.map(\.failed) == [0, 1, 0])
  }

  @Test(arguments: [
    ("|张三|主席团成员||中共党员|三年级|||0", "staff-number-missing"),
    ("2020001|张三|会长||中共党员|三年级|||0", "sheet-answer-unreadable"),
    // 部门 is part of two of the words that may be chosen.
    ("2020001|张三|部门||中共党员|三年级|||0", "sheet-answer-unreadable"),
    ("2020001|张三|部门成员|文体部|中共党员|三年级|||两门多", "sheet-answer-unreadable"),
    ("2020001|张三|部门成员|文体部|中共党员|三年级|||-1", "sheet-answer-unreadable"),
    ("2020001|张三|部门成员|文体部|中共党员|三年级|中上||0", "sheet-answer-unreadable"),
    ("2020001|张三|部门成员|文体部|中共党员|三年级|40/60|前10%|0", "staff-rank-contradicts"),
  ])
  func `what cannot be read of a person is a fault`(row: String, fault: String) {
    #expect(codes(staff(row).faults) == [fault])
  }

  @Test func `a student number stands once, in whatever letters`() {
    let sheet = staff("a001|张三|部门成员||||||", "Ａ001|李四|部门成员||||||")
    #expect(codes(sheet.faults) == ["staff-twice"])
    #expect(sheet.staff?.people.map(\.number) == ["A001"])
  }

  @Test func `two lists of staff in one file are a fault`() {
    let head = "学号|姓名|职务|所在部门"
    let sheet = read(["表单码|\(code)"], [head, "1|张三|部门成员|文体部"], [head, "2|李四|部门成员|文体部"])
    #expect(codes(sheet.faults) == ["sheet-page-twice"])
    // A spare page without people is none.
    #expect(read(["表单码|\(code)"], [head, "1|张三|部门成员|文体部"], [head, "|||"]).faults.isEmpty)
  }

  @Test(.bug(id: "18", "an answer merged over two rows was one item's, and nobody said so"))
  func `an answer that is merged over rows counts for the first, and that is said`() throws {
    let sheet = read([
      heading, "1.1|改革方案|已起草||||||||||\(try key("1.1"))", "1.2|宣讲|^||||||||||\(try key("1.2"))",
      "1.3|培训|^||||||||||\(try key("1.3"))", "1.4|总结|||||||||||\(try key("1.4"))",
    ])
    #expect(sheet.rows.map(\.item.description) == ["1.1"])
    #expect(codes(sheet.notes) == ["sheet-cell-merged", "sheet-cell-merged"])
    #expect(sheet.notes.first?.message.contains("1.2 的「本月进展」") == true)
  }
}
