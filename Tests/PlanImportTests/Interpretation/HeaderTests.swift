import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// A document says its title, school, number and date in many ways.
struct HeaderTests {
  let vocabulary = HeadingVocabulary([
    ("任务", .task), ("内容", .content), ("时限", .deadline), ("部门", .departments),
  ])

  func draft(_ lines: String...) throws -> PlanDraft {
    try draft(Sheet.document("任务|内容|时限|部门", "甲任务|内容一|2020年6月|校团委", before: lines))
  }

  func draft(_ document: SourceDocument) throws -> PlanDraft {
    try PlanInterpreter.interpret(document, vocabulary: vocabulary).draft
  }

  @Test(arguments: [
    ("2020年7月19日", "2020-07-19"), ("2020 年 7 月 19 日", "2020-07-19"),
    ("二〇一八年十一月十三日", "2018-11-13"), ("２０２０年７月１日", "2020-07-01"),
    ("（2020年7月19日印发）", "2020-07-19"), ("2020年7月19日印发", "2020-07-19"),
  ])
  func `the issue date stands on a line of its own`(line: String, day: String) throws {
    #expect(try draft(line).issueDate == CivilDate(day))
  }

  @Test(
    .bug(id: "16", "of two labels in one cell the first alone was read"),
    arguments: [
      "文号：甲团〔2020〕3号　印发日期：2020年6月1日", "文号：甲团〔2020〕3号；印发日期：2020年6月1日",
      "文  号：甲团〔2020〕3号 印发时间： 2020.6.1", "发文字号：甲团〔2020〕3号/印发日期：2020-06-01",
      "（文号：甲团〔2020〕3号，发文日期：2020年6月1日）", "印发日期：2020年6月1日　文号：甲团〔2020〕3号",
      "文号|甲团〔2020〕3号|印发日期|2020.6.1",
    ])
  func `labels above the headings name number and day`(cells: String) throws {
    let draft = try draft(
      Sheet.document(cells, "任务|内容|时限|部门", "甲任务|内容一|2020年6月|校团委"))
    #expect(draft.documentNumber == "甲团〔2020〕3号")
    #expect(draft.issueDate == CivilDate("2020-06-01"))
  }

  @Test func `a day that a sheet stores beside its label is the day of issue`() throws {
    var table = Sheet.table(["印发日期|2020/6/1", "任务|内容|时限|部门", "甲任务|内容一|2020年6月|校团委"])
    table.rows[0].cells[1].date = CivilDate("2020-06-01")
    let draft = try draft(SourceDocument(name: "方案.xlsx", blocks: [.table(table)]))
    #expect(draft.issueDate == CivilDate("2020-06-01"))
  }

  @Test(arguments: [
    "依据文号：甲团〔2020〕3号　上报日期：2020年6月1日", "依据文件：甲团〔2020〕3号　时间：2020年6月1日",
    "印发日期：2020年6月　文号：另行通知",
  ])
  func `other labels name neither`(cells: String) throws {
    let draft = try draft(
      Sheet.document(cells, "任务|内容|时限|部门", "甲任务|内容一|2020年6月|校团委"))
    #expect(draft.documentNumber == nil && draft.issueDate == nil)
  }

  @Test(arguments: ["2020年7月", "会议定于2020年7月19日召开。", "2020年9月底前完成"])
  func `other dates are not the issue date`(line: String) throws {
    #expect(try draft(line).issueDate == nil)
  }

  @Test(arguments: [
    ("甲职党〔2020〕38号", "甲职党〔2020〕38号"), ("甲团[2018]29号", "甲团[2018]29号"),
    ("甲团（2019）5 号", "甲团（2019）5号"), ("文号：甲团﹝2019﹞5号", "甲团﹝2019﹞5号"),
    ("甲党发【2020】112号", "甲党发【2020】112号"), ("（甲团〔2019〕5号）", "甲团〔2019〕5号"),
  ])
  func `the document number is read in all brackets`(line: String, number: String) throws {
    #expect(try draft(line).documentNumber == number)
  }

  @Test(arguments: [
    (["甲职业学院党政办公室　　2020年6月3日印发"], "2020-06-03"),
    (["抄送：各系。", "甲职业学院办公室 2020 年 6 月 3 日 印发"], "2020-06-03"),
    (["中共甲职业学院委员会（盖章）", "2020年6月3日"], "2020-06-03"),
    (["中共甲职业学院委员会（盖章）　2020年6月3日"], "2020-06-03"),
    (["共青团甲职业学院委员会（公章）", "二〇二〇年六月三日"], "2020-06-03"),
    (["（2020年5月20日党委会审议通过）", "甲职业学院", "2020年6月3日"], "2020-06-03"),
    (["2020年5月20日", "经党委会议审议通过", "中共甲职业学院委员会", "2020年6月3日"], "2020-06-03"),
  ])
  func `the issue date stands in the imprint or below the signature`(
    lines: [String], day: String
  ) throws {
    var document = Sheet.document("任务|内容|时限|部门", "甲任务|内容一|2020年6月|校团委")
    document.blocks += lines.enumerated().map { place, line in
      .paragraph(
        SourceParagraph(text: line, location: .paragraph(file: "方案.docx", index: place + 9)))
    }
    #expect(try draft(document).issueDate == CivilDate(day))
  }

  @Test(arguments: [
    ["发文字号|甲职党〔2020〕8号", "成文日期|2020年6月3日"], ["文号|甲职党〔2020〕8号|成文日期|2020年6月3日"],
    ["成文日期|2020-06-03|发文字号|甲职党〔2020〕8号", "标题|改革实施方案"],
  ])
  func `number and date stand in a table at the head`(rows: [String]) throws {
    var document = Sheet.document("任务|内容|时限|部门", "甲任务|内容一|2020年6月|校团委")
    document.blocks.insert(.table(Sheet.table(rows)), at: 0)
    let draft = try draft(document)
    #expect(draft.issueDate == CivilDate("2020-06-03"))
    #expect(draft.documentNumber == "甲职党〔2020〕8号")
  }

  @Test func `a number cited in a sentence is not the document's`() throws {
    let line = "根据上级关于推动高校学生会深化改革的通知（甲办发〔2020〕14号）的要求，结合学校实际，特制定本方案并印发执行。"
    #expect(try draft(line).documentNumber == nil)
  }

  @Test(arguments: [
    ("南岭工程职业学院学生会深化改革实施方案", "南岭工程职业学院"), ("青禾农业大学研究生会改革方案", "青禾农业大学"),
    ("中共南岭工程职业学院委员会", "南岭工程职业学院"), ("共青团湖山师范高等专科学校委员会", "湖山师范高等专科学校"),
    ("关于印发《松原理工大学学生会深化改革实施方案》的通知", "松原理工大学"),
    ("岭东科学研究院研究生会深化改革实施方案", "岭东科学研究院"),
  ])
  func `the school is read from titles and signatures`(line: String, school: String) throws {
    #expect(try draft(line).school == school)
  }

  @Test(arguments: [
    "各学院学生会改革方案", "二级学院学生会改革方案", "学生会改革方案", "本方案已经学校党委会议审定。", "报学校党委批准后印发。",
    "经学校党委研究同意。", "由学校团委负责解释。",
  ])
  func `general names are no school`(line: String) throws {
    #expect(try draft(line).school == nil)
  }

  @Test func `a title on two lines is joined, a notice's title is the one it quotes`() throws {
    #expect(
      try draft("附件：", "湖山师范高等专科学校", "学生会组织改革实施方案").title
        == "湖山师范高等专科学校学生会组织改革实施方案")
    #expect(try draft("关于印发《甲乙大学学生会改革方案》的通知").title == "甲乙大学学生会改革方案")
  }

  @Test(
    .bug(id: "16", "number and date without labels above the headings were not seen"),
    arguments: [
      ["青禾党〔2020〕9号||2020年6月1日"], ["青禾党〔2020〕9号　　2020年6月1日||"],
      ["青禾学院学生会改革任务列表（青禾党〔2020〕9号）||", "（2020年6月1日）||"],
      ["青禾党〔2020〕9号||", "青禾学院学生会改革任务列表\n（2020年6月1日）||"],
    ])
  func `number and date stand in rows above the headings`(rows: [String]) throws {
    let table = Sheet.table(rows + ["任务|内容|时限", "甲任务|内容一|9月"])
    let draft = try draft(SourceDocument(name: "方案.xlsx", blocks: [.table(table)]))
    #expect(draft.documentNumber == "青禾党〔2020〕9号")
    #expect(draft.issueDate?.description == "2020-06-01")
    #expect(draft.items.first?.deadline.due?.description == "2020-09-30")
  }

  @Test func `a number that a title refers to is not the document's`() throws {
    #expect(try draft("青禾学院学生会改革实施方案（根据省青〔2019〕1号）").documentNumber == nil)
  }

  @Test(arguments: ["完成时限： 2020年9月30日", "责任单位：校团委 2020年9月30日", "依据文件： 示团发〔2020〕8号"])
  func `what stands behind a label in the text is neither day nor number`(line: String) throws {
    let draft = try draft("青禾学院学生会改革实施方案", line)
    #expect(draft.issueDate == nil)
    #expect(draft.documentNumber == nil)
  }
}
