import TaskLedger
import Testing

struct ProofreadingTests {
  /// A text with the faults that are to be found in it.
  struct Row: CustomTestStringConvertible {
    var text: String
    var faults: [Proofreading.Fault]
    var testDescription: String { text }

    init(_ text: String, _ faults: Proofreading.Fault...) {
      self.text = text
      self.faults = faults
    }
  }

  static let rows: [Row] = [
    Row("学习习近平新时代中国特色社会主义思想 and 党的十九大精神", .latinWord("and")),
    Row("组织 Training 两次", .latinWord("Training")),
    Row("会议通过了方案,并印发各院系", .halfWidthMark(",")),
    Row("报告如下:", .halfWidthMark(":")),
    Row("主席团(校级)成员", .halfWidthMark("("), .halfWidthMark(")")),
    Row("已经完成。。", .markDoubled("。。")),
    Row("院系、、班级", .markDoubled("、、")),
    Row("采用“主席团+工作部门模式", .markUnpaired("“")),
    Row("主席团）成员", .markUnpaired("）")),
    Row("按照「三级联动」推进", .quotationMark("「"), .quotationMark("」")),
    Row("开展\"学生接待日\"活动", .quotationMark("\""), .quotationMark("\"")),
    Row("2020.9.30召开大会", .dateInFigures("2020.9.30")),
    Row("于2020-09-30召开", .dateInFigures("2020-09-30")),
    Row("见附件动员会.jpg", .fileExtension(".jpg")),
    Row("见 plan38.docx", .fileExtension(".docx")),
    Row("统计截至10月12日 的情况", .spaceBetween),
  ]

  @Test(arguments: rows)
  func `what an official paper should not hold is found`(row: Row) {
    #expect(Proofreading.findings(in: row.text).map(\.fault) == row.faults)
  }

  @Test(arguments: [
    "2020年9月30日召开第14次学生代表大会，代表167人，占1.30%。", "在“智慧团建”和“i志愿”系统注册。",
    "通过QQ群、APP和Word文档征求意见。", "（1）修订章程；（2）公示。", "1）建立台账；2）按月检查。", "负责人2—3人，比例为3.5:1。",
    "《关于加强“三走”活动的意见》（学团〔2020〕3号）已印发！", "邮箱 tuanwei@example.edu.cn，网址 http://example.edu.cn/a.html。",
    "证-3.1-01", "第3.1项", "“学生会（研究生会）”", "怎么办？！",
  ])
  func `what official papers do hold is passed over`(text: String) {
    #expect(Proofreading.findings(in: text) == [])
  }

  @Test func `a finding has its place and the words around it`() {
    let finding = Proofreading.findings(in: "会议通过了方案,并印发各院系").first
    #expect(finding?.offset == 7)
    #expect(finding?.excerpt == "议通过了方案,并印发各院系")
  }
}
