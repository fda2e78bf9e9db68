import TaskLedger
import TestSupport
import Testing

struct FigureSentence: CustomTestStringConvertible, Sendable {
  var text: String
  var figures: [String]
  var testDescription: String { text }

  init(_ text: String, _ figures: [String]) {
    self.text = text
    self.figures = figures
  }
}

extension Figure {
  /// The figure in one line, such as `主席团成员 at-most 5 人`.
  var line: String {
    let range = upper.map { "\(value)-\($0)" } ?? "\(value)"
    return "\(subject) \(relation.rawValue) \(range) \(unit)"
  }
}

struct FigureLanguageTests {
  @Test(arguments: [
    FigureSentence("", []),
    FigureSentence("校级学生会工作人员一般为40人左右", ["校学生会工作人员 about 40 人"]),
    FigureSentence("校级学生会工作人员一般为 40 人左右。", ["校学生会工作人员 about 40 人"]),
    FigureSentence("校学生会工作人员约四十人", ["校学生会工作人员 about 40 人"]),
    FigureSentence("工作人员大约40人", ["工作人员 about 40 人"]),
    FigureSentence("校学生会工作人员原则上不超过６０人", ["校学生会工作人员 at-most 60 人"]),
    FigureSentence("校级学生会（研究生会）工作人员应不得超过60名", ["校学生会工作人员 at-most 60 名"]),
    FigureSentence("主席团成员控制在5人以内", ["主席团成员 at-most 5 人"]),
    FigureSentence("工作部门最多六个", ["工作部门 at-most 6 个"]),
    FigureSentence("工作部门≤6个", ["工作部门 at-most 6 个"]),
    FigureSentence("负责人2至3人", ["负责人 between 2-3 人"]),
    FigureSentence("系学生会工作人员一般为20-30人", ["院系学生会工作人员 between 20-30 人"]),
    FigureSentence("学院（系）学生会工作人员为20人至30人", ["院系学生会工作人员 between 20-30 人"]),
    FigureSentence("院系级学生会工作人员为二十到三十人", ["院系学生会工作人员 between 20-30 人"]),
    FigureSentence("来自基层的成员一般不少于50%", ["来自基层的成员 at-least 50 %"]),
    FigureSentence("来自基层的成员不少于百分之五十", ["来自基层的成员 at-least 50 %"]),
    FigureSentence("代表名额一般不低于所联系学生人数的1%", ["代表名额 at-least 1 %"]),
    FigureSentence("成绩在本专业前30%以内", ["成绩在本专业 at-most 30 %"]),
    FigureSentence("参会代表200人以上", ["参会代表 at-least 200 人"]),
    FigureSentence("要求工作人员必须参加至少一次培训", ["工作人员 at-least 1 次"]),
    FigureSentence("校级学生会每年应至少1次听取意见", ["校学生会每年 at-least 1 次"]),
    FigureSentence("系学生代表大会原则上每年召开一次", ["院系学生代表大会每年 exactly 1 次"]),
    FigureSentence(
      "主席团由主席1名、副主席8名组成", ["主席团由主席 exactly 1 名", "副主席 exactly 8 名"]),
    FigureSentence("明确1名校团委副书记指导", ["校团委副书记 exactly 1 名"]),
    FigureSentence("工作人员最多不超过40人", ["工作人员 at-most 40 人"]),
    FigureSentence("工作人员30人，最多不超过40人", ["工作人员 exactly 30 人", "工作人员 at-most 40 人"]),
    FigureSentence("校学生会工作人员控制在40人以内（含40人）", ["校学生会工作人员 at-most 40 人"]),
    FigureSentence("校学生会每年至少召开2次", ["校学生会每年 at-least 2 次"]),
    FigureSentence("现有工作人员38名", ["工作人员 exactly 38 名"]),
    FigureSentence("工作人员由60人减至40人", ["工作人员 exactly 40 人"]),
    FigureSentence("校级学生会工作人员从60人精简到不超过40人", ["校学生会工作人员 at-most 40 人"]),
    FigureSentence("工作人员精简至40人以内", ["工作人员 at-most 40 人"]),
    FigureSentence("工作部门由9个调整为6个，主席团成员5人", ["工作部门 exactly 6 个", "主席团成员 exactly 5 人"]),
    FigureSentence("代表比例由50%提高到60%以上", ["代表 at-least 60 %"]),
    FigureSentence("志愿者注册率达到100%", ["志愿者注册率 exactly 100 %"]),
  ])
  func `a figure is read with its subject and bound`(row: FigureSentence) {
    #expect(FigureLanguage.figures(in: row.text).map(\.line) == row.figures)
  }

  @Test(arguments: [
    "2020年9月30日前完成", "第一次全体会议有关事项", "第3次会议", "不低于2.5%", "“五位一体”总体布局", "两个月内", "学生人数低于400人的院系",
    "十条要求", "但原则上不超过60人", "原则上不超过60人", "每年召开一次", "附件1", "3-4月", "A4纸5页", "三级联动", "1.5倍",
    "100%在系统报到",
    "以学期为一个轮值周期", "六个坚持", "工作人员不足40人", "工作人员不到40人", "工作人员超过40人的", "不含40人", "每学期至少召开1次",
  ])
  func `what is no figure or has no certain subject is left out`(text: String) {
    #expect(FigureLanguage.figures(in: text).isEmpty)
  }

  @Test func `parts take the body named before them`() {
    let text = """
      优化两级机构：校级学生会工作人员为36人左右。主席团成员不超过4人；工作部门不超过7个，每个工作部门设负责人1至2人，\
      工作人员不超过5人。系学生会工作人员为15至25人，主席团成员不超过2人。
      """
    #expect(
      FigureLanguage.figures(in: text).map(\.line) == [
        "校学生会工作人员 about 36 人", "校学生会主席团成员 at-most 4 人", "校学生会工作部门 at-most 7 个",
        "校学生会工作部门负责人 between 1-2 人", "校学生会工作部门工作人员 at-most 5 人",
        "院系学生会工作人员 between 15-25 人", "院系学生会主席团成员 at-most 2 人",
      ])
  }

  @Test func `a clause without a subject shares the only one before it`() {
    let text = "校学生会工作人员一般为40人左右，不超过60人。"
    #expect(
      FigureLanguage.figures(in: text).map(\.line) == [
        "校学生会工作人员 about 40 人", "校学生会工作人员 at-most 60 人",
      ])
    #expect(FigureLanguage.figures(in: "主席团成员5人，负责人2人，不超过9人").map(\.value) == [5, 2])
  }

  @Test func `different figures for one thing conflict`() {
    let body = FigureLanguage.figures(
      in: "校级学生会工作人员一般为40人左右。主席团成员不超过5人。校学生会工作人员原则上不超过60人。")
    let table = FigureLanguage.figures(in: "校级学生会（研究生会）工作人员原则上不超过40名。主席团成员不超过5人。")
    let found = FigureLanguage.conflicts(between: body, and: table)
    #expect(found.map(\.0.line) == ["校学生会工作人员 at-most 60 人"])
    #expect(found.map(\.1.line) == ["校学生会工作人员 at-most 40 名"])
    #expect(FigureLanguage.conflicts(between: body, and: body).isEmpty)
    #expect(FigureLanguage.conflicts(between: body, and: []).isEmpty)
  }

  @Test func `a value that both give is no conflict`() {
    let one = [
      Figure(subject: "主席团成员", relation: .atMost, value: 5, unit: "人"),
      Figure(subject: "主席团成员", relation: .atMost, value: 3, unit: "人"),
    ]
    #expect(FigureLanguage.conflicts(between: one, and: one.reversed()).isEmpty)
    #expect(FigureLanguage.conflicts(between: one, and: [one[1]]).isEmpty)
  }

  @Test func `a range conflicts with another upper end`() {
    let left = FigureLanguage.figures(in: "系学生会工作人员为20至30人")
    let right = FigureLanguage.figures(in: "学院(系)学生会工作人员为20至35人")
    #expect(FigureLanguage.conflicts(between: left, and: right).count == 1)
  }

  @Test(arguments: [
    ("校级学生会（研究生会）工作人员", "校学生会工作人员"), ("学校学生会组织工作人员总数", "校学生会工作人员"),
    ("学院（系）学生会主席团成员", "院系学生会主席团成员"), ("院(系)学生会", "院系学生会"), ("系学生会", "院系学生会"),
    ("院系级学生会", "院系学生会"), ("系团组织", "院系团组织"), ("系党支部", "院系党支部"), ("院学生会", "院系学生会"),
    ("学院学生会", "院系学生会"), ("其中每个工作部门", "工作部门"), ("", ""),
  ])
  func `subjects fold to one form`(words: String, folded: String) {
    #expect(FigureLanguage.foldedSubject(words) == folded)
    #expect(FigureLanguage.foldedSubject(folded) == folded)
  }

  @Test(
    .enabled(
      if: SharedDocuments.isAvailable, Comment(rawValue: SharedDocuments.absence)))
  func `the real plan gives two figures for one thing exactly once`() throws {
    let bytes = try SharedDocuments.bytes("seeds/000_033cfe50d217046a.txt")
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let isTable = { (line: Substring) in line.contains("\t") || line.contains("<p>") }
    let body = lines.filter { !isTable($0) }.joined(separator: "\n")
    let table = lines.filter(isTable).joined(separator: "\n")
      .split { "\t".contains($0) }.joined(separator: "\n")
    let found = FigureLanguage.conflicts(
      between: FigureLanguage.figures(in: body), and: FigureLanguage.figures(in: table))
    #expect(found.map { [$0.0.value, $0.1.value] } == [[60, 40]])
    #expect(found.map(\.0.subject) == ["校学生会工作人员"])
  }

  @Test(arguments: UInt64(0)..<100)
  func `no text traps`(seed: UInt64) {
    let alphabet = [
      "校级", "学生会", "工作人员", "不超过", "不少于", "约", "左右", "以内", "5", "60", "二", "十", "百分之", "%", "人", "个",
      "次",
      "至", "-", ".", "，", "。", "；", "的", "每", "第", "\n", "（", "）", "😀", "9999999999", "名",
    ]
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      let count = Int.random(in: 0...14, using: &random)
      let text = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
      for figure in FigureLanguage.figures(in: text) {
        #expect(!figure.subject.isEmpty && !figure.unit.isEmpty, "\(text)")
      }
    }
  }
}
