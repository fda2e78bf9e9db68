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
    Row("截至10月12日 的3项", .spaceBetween),
    Row("各院系  学生会", .spaceBetween),
    Row("经会议研究 ，同意", .spaceBetween),
    Row("召开《章程》 修订会", .spaceBetween),
    // Marks beside figures and letters are those of the prose around them.
    Row("到会31人,占75%,其余请假", .halfWidthMark(","), .halfWidthMark(",")),
    Row("时间:8:30至11:30", .halfWidthMark(":")),
    Row("会议原则通过;3人弃权", .halfWidthMark(";")),
    Row("主席团成员(5人)", .halfWidthMark("("), .halfWidthMark(")")),
    Row("到会率(31%)较低", .halfWidthMark("("), .halfWidthMark(")")),
    Row("会议强调...落实", .halfWidthMark(".")),
    Row("校团委--学生会", .halfWidthMark("-")),
    Row("5月~6月集中整改", .halfWidthMark("~")),
    Row("印发<管理办法>", .halfWidthMark("<"), .halfWidthMark(">")),
    Row("[附件]另发", .halfWidthMark("["), .halfWidthMark("]")),
    Row("”主席团“轮值", .markUnpaired("”"), .markUnpaired("“")),
    Row("主席团（校级)成员", .markUnpaired("（"), .halfWidthMark(")")),
    // Dates.
    Row("2020.9前完成", .dateInFigures("2020.9")),
    Row("自2020-09起执行", .dateInFigures("2020-09")),
    Row("请于9.30前报送", .dateInFigures("9.30")),
    Row("定于2020年9.30召开", .dateInFigures("9.30")),
    Row("截至2020年9.30", .dateInFigures("9.30")),
    Row("2020年9.30前完成", .dateInFigures("9.30")),
    Row("2020/9/30召开", .dateInFigures("2020/9/30")),
    Row("2020年09月05日召开", .datePadded("09月"), .datePadded("05日")),
    Row("9月30前报送", .dateUnfinished("9月30")),
    Row("10月5起公示", .dateUnfinished("10月5")),
    Row("2020年12月31，报送", .dateUnfinished("12月31")),
    Row("20年9月印发", .yearShortened("20年9月")),
    Row("南工职团[2020]3号", .documentYear("[2020]")),
    Row("南工职团（2020）第3号", .documentYear("（2020）")),
    // Characters.
    Row("召開學生代表大會", .traditional("開"), .traditional("學"), .traditional("會")),
    Row("⽂件已印发", .oddCharacter("⽂")),
    Row("现有工作人员３１人，ＡＰＰ已上线", .fullWidth("３１"), .fullWidth("ＡＰＰ")),
    Row("二○二○年六月", .oddCharacter("○"), .oddCharacter("○")),
    Row("见“签到表.xlsx”", .fileExtension(".xlsx")),
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
    "按GB/T 9704-2012排版，另存PDF。", "完成5G网络和Wi-Fi覆盖。", "评为C 级，另有A类2个。", "上午8:30—11:30，比例为1:3。",
    "支出3,000元，下拨12,500.50元。", "横幅宽3cm，步行5km，重2.5 kg。", "用Python编写，由MySQL存储。",
    "人工智能（Artificial Intelligence，AI）培训。", "举办“Youth Talk”沙龙。", "土壤pH值和iPhone应用。",
    "见https://tw.example.cn/a/2020-09-30/index.html?id=3&k=工作。", "网址www.example.edu.cn/a.html可查。",
    "联系123456@qq.com，电话020-3838。", "(1)修订章程；(2)公示。", "A）动员；B）自查。", "服务器版本2020.9.30.1。",
    "2020—2021学年第一学期，1998年9月1日。", "第2019-12页，任期3年6个月，近10年3月均有活动。", "二〇二〇年六月五日",
    "组长：王　强，副组长：李　明", "9月1至3日，9月3、4日", "人数>40的院系", "吐鲁番-哈密盆地", "评出（People’s Choice）奖。",
    "（一）加强领导\n（二）改进作风", "按第6.1项，占地2020.5平方米。", "“‘挑战杯’竞赛”获奖（含‘互联网+’）",
    "较2019年3.5万元减少", "2020年9.2%", "2020年4.8个百分点",
  ])
  func `what official papers do hold is passed over`(text: String) {
    #expect(Proofreading.findings(in: text) == [])
  }

  @Test func `one fault through a whole text is told once, with its first places`() {
    let text = "甲,乙,丙,丁,戊 and 己"
    let groups = Proofreading.groups(of: Proofreading.findings(in: text))
    #expect(groups.map(\.fault) == [.halfWidthMark(","), .latinWord("and")])
    #expect(groups.first?.findings.map(\.offset) == [1, 3, 5, 7])
    #expect(groups.first?.words.hasPrefix("用了半角标点“,”（4 处）：「甲,乙,丙,丁,」、") == true)
    #expect(groups.first?.words.hasSuffix("」等") == true)
    #expect(groups.last?.words == "夹有外文“and”：「丙,丁,戊 and 己」")
  }

  @Test func `whose text it is is said once, and months in words`() {
    let item: ItemID = "1.2"
    let number: EvidenceNumber = "证-1.2-01"
    let month: CivilMonth = "2020-09"
    #expect(WrittenText(item: item, .evidence(number), "").words == "证-1.2-01 的名称")
    #expect(WrittenText(item: item, .statement, "").words == "1.2 的完成情况说明")
    #expect(
      WrittenText(item: nil, .decision(month, 1), "").words == "2020年9月第 1 项议定事项")
  }

  @Test func `corrections and reasons why an indicator does not apply are looked at`() {
    let item: ItemID = "1.2"
    let revised = ItemRevised(
      changes: [.content("修订章程,并公示"), .remark("另有,备注")], reason: "改正文字")
    let events: [LedgerEvent] = [
      .item(item, .revised(revised)),
      .ledger(.indicatorExempted(IndicatorExempted(indicator: "1.1", reason: "未设,该机构"))),
    ]
    let moment = Instant(startOf: "2020-09-01")
    let day: CivilDate = "2020-09-01"
    let places: [[WrittenText.Place]] = [[.content, .correction], [.exemption("1.1")]]
    for (event, expected) in zip(events, places) {
      let entry = EventEnvelope(
        sequence: 1, recordedAt: moment, effective: day, actor: "校团委", event: event)
      #expect(entry.writtenTexts.map(\.place) == expected)
    }
  }

  @Test func `a finding has its place and the words around it`() {
    let finding = Proofreading.findings(in: "会议通过了方案,并印发各院系").first
    #expect(finding?.offset == 7)
    #expect(finding?.excerpt == "会议通过了方案,并印发各院系")
  }

  @Test(
    .bug(id: "desk", "a quotation lost its first character, or began within a figure"),
    arguments: [
      ("学生会工作人员,均为团员", "学生会工作人员,均为团员"),
      ("工作人员学习成绩前30.5%以内者,优先录用为骨干成员", "30.5%以内者,优先录用为骨"),
    ])
  func `the words around a fault are whole`(text: String, excerpt: String) throws {
    let finding = try #require(Proofreading.findings(in: text).first)
    #expect(finding.excerpt == excerpt)
  }
}
