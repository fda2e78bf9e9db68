import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Words that stand where nothing is filled in are named with their place, and nothing is recorded of
/// them; what programs and readers change by themselves is not.
struct SheetOutsideTests {
  private let code = SheetCode(
    kind: .department, ledger: "7F2K9QTM", head: 214, department: "9HV3R")
  private let words = SheetVocabulary(
    content: "改革内容", facts: FactVocabulary(rows: [], known: ["工作人员"]),
    today: CivilDate("2020-10-10"))
  private let head =
    "条目|改革内容|完成时限|目前状态|本月进展|存在问题|下步打算|预计完成|完成情况说明|佐证文件|文号|形成日期|申请销号|审核码|标识|对照"

  private func key(_ item: String) throws -> String {
    let digest = try #require(EvidenceDigest(String(repeating: "3c", count: 32)))
    return SheetRowKey(code: code, item: try #require(ItemID(item)), digest: digest).description
  }

  /// What a row shows, in the order in which its check keeps it.
  private func check(deadline: String, status: String) -> String {
    SheetCheck(
      of: SheetColumn.shown.map { column in
        switch column {
        case .deadline: deadline
        case .status: status
        default: ""
        }
      }
    ).description
  }

  private func row(
    _ item: String, deadline: String = "2020年9月", status: String = "推进中", progress: String = "已起草"
  ) throws -> [String] {
    [item, "改革方案", deadline, status, progress] + Array(repeating: "", count: 9) + [
      try key(item), check(deadline: "2020年9月", status: "推进中"),
    ]
  }

  private func table(_ name: String, _ rows: [[String]], days: [String: CivilDate] = [:])
    -> SourceDocument.Block
  {
    .table(
      SourceTable(
        name: name,
        rows: rows.enumerated().map { place, cells in
          SourceRow(
            cells: cells.enumerated().map { column, text in
              SourceCell(
                column: column, paragraphs: text.isEmpty ? [] : [text], date: days[text],
                location: .tableCell(file: name, table: 1, row: place + 1, column: column + 1))
            })
        }))
  }

  private var headings: [String] { head.split(separator: "|").map(String.init) }

  private func read(_ blocks: SourceDocument.Block..., notes: [Diagnostic] = [])
    -> ReturnedSheet
  {
    SheetReader.read(
      SourceDocument(name: "学工部.xlsx", blocks: blocks, diagnostics: notes), words)
  }

  private func said(_ sheet: ReturnedSheet) -> [String] {
    sheet.notes.map { "\($0.code) \($0.location?.description ?? "")" }
  }

  // MARK: - The table

  @Test(.bug(id: "C3", "words beside, below and in columns of one's own vanished"))
  func `words in columns of one's own, beside, below and above the table are named`() throws {
    let sheet = read(
      table(
        "任务",
        [
          ["请领导先看"], headings + ["我的备注"], try row("1.1") + ["随手写的", "旁边写的话"],
          try row("1.2"), ["", "表下面写的话"], ["合计", "2 条"],
        ]))
    #expect(sheet.faults.isEmpty)
    #expect(sheet.rows.count == 2)
    #expect(
      sheet.notes.map(\.location)
        == [(1, 1), (3, 17), (3, 18), (5, 2)].map { row, column in
          .tableCell(file: "任务", table: 1, row: row, column: column)
        }, "\(said(sheet))")
    #expect(sheet.notes.allSatisfy { $0.code == "sheet-words-not-taken" })
    let messages = sheet.notes.map(\.message).joined()
    for words in ["请领导先看", "我的备注", "随手写的", "旁边写的话", "表下面写的话"] {
      #expect(messages.contains(words), "\(words)")
    }
    #expect(sheet.notes.allSatisfy { $0.remedy?.words.contains("本月进展") == true })
  }

  @Test(.bug(id: "C3", "a deadline that was written over vanished"))
  func `a cell that is only shown and was written over is named`() throws {
    let sheet = read(
      table(
        "任务",
        [headings, try row("1.1", deadline: "2020年12月", status: "已销号"), try row("1.2", status: "")])
    )
    #expect(sheet.notes.map(\.code) == ["sheet-cell-changed", "sheet-cell-changed"])
    #expect(sheet.notes.first?.message.contains("1.1 的「完成时限」") == true)
    #expect(sheet.notes.first?.message.contains("2020年12月") == true)
    #expect(sheet.notes.first?.item?.description == "1.1")
  }

  @Test func `what programs rewrite, and columns moved or numbered, is nobody's words`() throws {
    var moved = try [headings, row("1.1", deadline: "2020 年９月"), row("1.2")]
    // Sorted, its state moved to the front, and rows numbered by hand.
    moved = [moved[0], moved[2], moved[1]].map { [$0[3]] + $0[..<3] + $0[4...] }
    moved = [moved[0] + ["序号"], moved[1] + ["1"], moved[2] + ["2"]]
    #expect(read(table("任务", moved)).notes.isEmpty)
    // A program made a day of the words.
    let day = try row("1.1", deadline: "2020/9/1")
    let dated = read(
      table("任务", [headings, day], days: ["2020/9/1": try #require(CivilDate("2020-09-01"))]))
    #expect(dated.notes.isEmpty, "\(said(dated))")
  }

  @Test func `a sheet of before, without checks, is compared with nothing`() throws {
    let old = try row("1.1", deadline: "2020年12月").dropLast()
    #expect(read(table("任务", [Array(headings.dropLast()), Array(old)])).notes.isEmpty)
  }

  // MARK: - Pages

  private func page(_ more: [[String]] = [], words: String = "请填浅黄色的格子。") -> [[String]] {
    func shown(_ label: String, _ own: String, _ now: String) -> [String] {
      [label, now, SheetCheck(of: [own]).description]
    }
    return [
      shown("", "学工部　2020年10月填报表", "学工部　2020年10月填报表"),
      shown("怎么填", "请填浅黄色的格子。", words), [], ["填报人", ""], ["部门", "学工部"], ["学校", "南岭学院"],
      ["内容截至", "2020-10-09"], ["表单码", "\(code)"],
    ] + more
  }

  @Test func `the page in words says its day, and nothing is said of what belongs there`() throws {
    let sheet = read(table("填表说明", page()), table("任务", [headings, try row("1.1")]))
    #expect(sheet.notes.isEmpty, "\(said(sheet))")
    #expect(sheet.asOf == CivilDate("2020-10-09"))
    #expect(sheet.person == nil && sheet.department == "学工部")
  }

  @Test(.bug(id: "C3", "words on the first page and added pages vanished"))
  func `words on the first page and on added pages are named`() throws {
    let sheet = read(
      table("填表说明", page([["联系电话 123"]], words: "请填浅黄色的格子。我们部门人手不足。")),
      table("任务", [headings, try row("1.1")]),
      table("补充说明", [["5.1 另有情况"]]), table("选项", [["是", "销号"]]), table("Sheet3", [[""]]))
    #expect(
      sheet.notes.map(\.code) == [
        "sheet-cell-changed", "sheet-words-not-taken", "sheet-words-not-taken",
      ], "\(said(sheet))")
    let messages = sheet.notes.map(\.message).joined()
    for words in ["人手不足", "联系电话 123", "「补充说明」一页", "5.1 另有情况"] {
      #expect(messages.contains(words), "\(words): \(messages)")
    }
  }

  @Test(.bug(id: "C6", "a comment of a sheet had the advice for plans"))
  func `a comment has the advice of sheets`() throws {
    let comment = Diagnostic(
      code: "comments-left-out", severity: .warning, message: "批注「请核实」没有读入",
      remedy: "在原件里改好正文后再导入")
    let sheet = read(table("任务", [headings, try row("1.1")]), notes: [comment])
    #expect(sheet.notes.map(\.message) == [comment.message])
    #expect(sheet.notes.first?.remedy?.words.contains("「本月进展」") == true)
    #expect(sheet.notes.first?.remedy?.words.contains("原件") == false)
  }

  // MARK: - Answers

  @Test(
    .bug(id: "C8", "#REF! was recorded as progress"),
    arguments: ["#REF!", "#VALUE!", "#N/A", "#NAME?", "#DIV/0!", "Err:502"])
  func `an error in place of an answer is a fault with its place`(words: String) throws {
    let sheet = read(table("任务", [headings, try row("1.1", progress: words)]))
    #expect(sheet.faults.map(\.code) == ["sheet-cell-error"])
    #expect(sheet.faults.first?.message.contains(words) == true)
    #expect(sheet.rows.isEmpty)
    // Words about such an error are words.
    #expect(
      try read(table("任务", [headings, row("1.1", progress: "表里有\(words)，已改正")])).faults.isEmpty)
  }

  @Test(.bug(id: "C8", "#REF! in a figure had another fault"))
  func `an error in place of a figure is the same fault`() {
    let name = FactName("工作人员")
    let sheet = read(
      table(
        "数据",
        [
          ["数据名称", "填报数值", "统计日期", "佐证编号", "不适用或放宽的理由", "标识"],
          ["工作人员", "#REF!", "2020-10-01", "", "", "\(FigureKey(code: code, name: name))"],
        ]))
    #expect(sheet.faults.map(\.code) == ["sheet-cell-error"])
  }

  // MARK: - Staff

  private func staff(_ rows: [String]...) -> ReturnedSheet {
    let head = ["学号", "姓名", "职务", "所在部门", "政治面貌"]
    return read(table("填表说明", page()), table("工作人员名单", [head] + rows))
  }

  @Test(.bug(id: "C1", "a row of totals was a person"))
  func `rows of totals, numbers of columns, headings and notes are no people`() {
    let sheet = staff(
      ["1", "2", "3", "4", "5"], ["2020001", "张三", "部门成员", "文体部", "共青团员"],
      ["合计", "1人", "", "", ""], ["合计：1人"], ["小计", "", "1"], ["学号", "姓名", "职务", "所在部门", "政治面貌"],
      ["2020002", "李四", "部门成员", "文体部", "共青团员"], ["说明：以上为本学期名单"])
    #expect(sheet.faults.isEmpty, "\(sheet.faults)")
    #expect(sheet.staff?.people.map(\.number) == ["2020001", "2020002"])
    #expect(sheet.notes.map(\.code) == Array(repeating: "staff-row-left", count: 6))
  }
}
