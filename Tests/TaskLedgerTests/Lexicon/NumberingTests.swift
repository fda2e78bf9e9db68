import TaskLedger
import Testing

struct LeadingCase: CustomTestStringConvertible, Sendable {
  var text: String
  var style: Numbering.Style
  var value: Int
  var label: String
  var rest: String
  var testDescription: String { text }

  init(_ text: String, _ style: Numbering.Style, _ value: Int, _ label: String, _ rest: String) {
    (self.text, self.style, self.value, self.label, self.rest) = (text, style, value, label, rest)
  }
}

struct NumberingTests {
  @Test(arguments: [
    LeadingCase("1. 甲", .dotted, 1, "1.", "甲"),
    LeadingCase("1．甲", .dotted, 1, "1．", "甲"),
    LeadingCase("１．甲", .dotted, 1, "１．", "甲"),
    LeadingCase("12.甲。", .dotted, 12, "12.", "甲。"),
    LeadingCase("7 . 甲", .dotted, 7, "7 .", "甲"),
    LeadingCase("1.2020年底前完成", .dotted, 1, "1.", "2020年底前完成"),
    LeadingCase("3、甲", .comma, 3, "3、", "甲"),
    LeadingCase("4、 甲", .comma, 4, "4、", "甲"),
    LeadingCase("1、2020年完成", .comma, 1, "1、", "2020年完成"),
    LeadingCase("一、总体要求", .chinese, 1, "一、", "总体要求"),
    LeadingCase("十二、甲", .chinese, 12, "十二、", "甲"),
    LeadingCase("（一）甲", .chineseBracketed, 1, "（一）", "甲"),
    LeadingCase("(十) 甲", .chineseBracketed, 10, "(十)", "甲"),
    LeadingCase("㈡甲", .chineseBracketed, 2, "㈡", "甲"),
    LeadingCase("(1) 甲", .bracketed, 1, "(1)", "甲"),
    LeadingCase("（2）甲", .bracketed, 2, "（2）", "甲"),
    LeadingCase("（ 3 ）甲", .bracketed, 3, "（ 3 ）", "甲"),
    LeadingCase("⑵甲", .bracketed, 2, "⑵", "甲"),
    LeadingCase("①甲", .circled, 1, "①", "甲"),
    LeadingCase("⑳甲", .circled, 20, "⑳", "甲"),
    LeadingCase("1)甲", .closing, 1, "1)", "甲"),
    LeadingCase("2）甲", .closing, 2, "2）", "甲"),
    LeadingCase("1.1 甲", .decimal, 1, "1.1", "甲"),
    LeadingCase("3.2甲", .decimal, 2, "3.2", "甲"),
    LeadingCase("10.3、甲", .decimal, 3, "10.3、", "甲"),
    LeadingCase("1.2.3 甲", .decimal, 3, "1.2.3", "甲"),
    LeadingCase("第一，甲", .ordinal, 1, "第一，", "甲"),
    LeadingCase("第二、甲", .ordinal, 2, "第二、", "甲"),
    LeadingCase("第三条 甲", .ordinal, 3, "第三条", "甲"),
    LeadingCase("一是甲", .point, 1, "一是", "甲"),
    LeadingCase("三要甲", .must, 3, "三要", "甲"),
    LeadingCase("  \n\t2. 甲 ", .dotted, 2, "2.", "甲"),
    LeadingCase("[bookmark: _GoBack]2.甲", .dotted, 2, "2.", "甲"),
    LeadingCase("5.", .dotted, 5, "5.", ""),
    LeadingCase("A.甲", .letter, 1, "A.", "甲"),
    LeadingCase("B、甲", .letter, 2, "B、", "甲"),
    LeadingCase("Ｃ．甲", .letter, 3, "Ｃ．", "甲"),
    LeadingCase("a) 甲", .letter, 1, "a)", "甲"),
    LeadingCase("（b）甲", .letter, 2, "（b）", "甲"),
    LeadingCase("Ⅰ.甲", .roman, 1, "Ⅰ.", "甲"),
    LeadingCase("Ⅳ、甲", .roman, 4, "Ⅳ、", "甲"),
    LeadingCase("第一步，甲", .step, 1, "第一步，", "甲"),
    LeadingCase("第2步甲", .step, 2, "第2步", "甲"),
    LeadingCase("首先甲", .sequence, 1, "首先", "甲"),
    LeadingCase("其次，甲", .sequence, 2, "其次，", "甲"),
    LeadingCase("最后，甲", .sequence, 4, "最后，", "甲"),
  ])
  func `a label at the start is read with the rest`(row: LeadingCase) throws {
    let found = try #require(Numbering.leading(row.text))
    #expect(found.label.style == row.style)
    #expect(found.label.value == row.value)
    #expect(found.label.text == row.label)
    #expect(found.rest == row.rest)
  }

  @Test func `a decimal label keeps the numbers before its last`() {
    #expect(Numbering.leading("1.2.3 甲")?.label.prefix == [1, 2])
  }

  @Test(arguments: [
    "", "甲", "1.5倍", "2020.6", "2020.10.15", "2020年6月", "30%", "1.5%以内", "40人左右", "第一次全体会议",
    "第一学期", "一、二年级学生", "1、2、3班", "一年级", "十项任务", "(试行)", "（校安办）", "(2020)38号文", "0.甲",
    "(0)甲", "1", "一", "一定要", "3-4月", "2.0版", "1 名", "123456.甲", "（", "第", "5月、10月", "A、B两类",
    "A.B公司", "PPT.", "A类", "最后一次会议", "第一步骤", "(ab)甲",
  ])
  func `what only looks like a label is none`(text: String) {
    #expect(Numbering.leading(text) == nil)
  }
}

struct SplitCase: CustomTestStringConvertible, Sendable {
  var text: String
  var parts: [String]
  var testDescription: String { text }

  init(_ text: String, _ parts: [String]) {
    self.text = text
    self.parts = parts
  }
}

struct NumberingSplitTests {
  @Test(arguments: [
    SplitCase("", []),
    SplitCase(" \n ", []),
    SplitCase("甲乙。", ["-|甲乙。"]),
    SplitCase("4. 甲。 5. 乙。", ["4.|甲。", "5.|乙。"]),
    SplitCase("4. 甲。5. 乙。6.丙", ["4.|甲。", "5.|乙。", "6.|丙"]),
    SplitCase(
      "(1) 甲 (1) 乙 (2) 丙", ["(1)|甲", "(1)|乙", "(2)|丙"]),
    SplitCase("一是甲。二是乙；三是丙。", ["一是|甲。", "二是|乙；", "三是|丙。"]),
    SplitCase("总述。一是甲，二是乙。", ["-|总述。", "一是|甲，", "二是|乙。"]),
    SplitCase("总述：一要甲。二要乙。", ["-|总述：", "一要|甲。", "二要|乙。"]),
    SplitCase("①甲②乙，③丙", ["①|甲", "②|乙，", "③|丙"]),
    SplitCase("1、甲\n2、乙\r\n3、丙", ["1、|甲", "2、|乙", "3、|丙"]),
    SplitCase("4. 甲\n4. 乙", ["4.|甲", "4.|乙"]),
    SplitCase("7. 甲\n10. 乙", ["7.|甲", "10.|乙"]),
    SplitCase("1. (1) 甲。(2) 乙。2. 丙", ["1.|", "(1)|甲。", "(2)|乙。", "2.|丙"]),
    SplitCase("(1) 甲为1.5倍。 (2) 乙", ["(1)|甲为1.5倍。", "(2)|乙"]),
    SplitCase("1. 不少于 2.5 倍。 2. 乙", ["1.|不少于 2.5 倍。", "2.|乙"]),
    SplitCase("1. 到 2020.6 完成。 2. 乙", ["1.|到 2020.6 完成。", "2.|乙"]),
    SplitCase("1. 按第(1)项和第 (2) 项办理", ["1.|按第(1)项和第 (2) 项办理"]),
    SplitCase("(1) 见 (2) 的规定 (2) 乙", ["(1)|见 (2) 的规定", "(2)|乙"]),
    SplitCase("1. 面向 1、2、3 年级。 2. 乙", ["1.|面向 1、2、3 年级。", "2.|乙"]),
    SplitCase("1. 每年至少 1 次，共 2 次 2. 乙", ["1.|每年至少 1 次，共 2 次", "2.|乙"]),
    SplitCase("1. 前 30%；2. 乙", ["1.|前 30%；", "2.|乙"]),
    SplitCase("甲。 5. 乙", ["-|甲。 5. 乙"]),
    SplitCase("见附件 1. 名单", ["-|见附件 1. 名单"]),
    SplitCase("1.1 甲 1.2 乙 2.1 丙", ["1.1|甲", "1.2|乙", "2.1|丙"]),
    SplitCase("[bookmark: a]1.甲\n[bookmark: b]2.乙", ["1.|甲", "2.|乙"]),
    SplitCase("（一）甲 （二）乙（试行） （三）丙", ["（一）|甲", "（二）|乙（试行）", "（三）|丙"]),
    SplitCase("第一，甲。第二，乙。第一次会议。", ["第一，|甲。", "第二，|乙。第一次会议。"]),
  ])
  func `running text splits at its labels`(row: SplitCase) {
    let parts = Numbering.split(row.text).map { "\($0.label?.text ?? "-")|\($0.text)" }
    #expect(parts == row.parts)
  }

  @Test(arguments: [
    "A.甲 B.乙 C.丙", "A.甲B.乙C.丙", "a) 甲；b) 乙；c) 丙", "第一步，甲；第二步，乙；第三步，丙", "首先甲；其次乙；最后，丙",
    "首先甲，其次乙，再次，丙", "Ⅰ.甲Ⅱ.乙Ⅲ.丙", "（1）甲（2）乙（3）丙", "1.甲2.乙3.丙", "⑴甲⑵乙⑶丙", "⒈甲⒉乙⒊丙", "㈠甲㈡乙㈢丙",
    "1）征求意见 2）乙 3）丙",
    "（1）对照通知第五条（2）款逐项自查；（2）整改；（3）报送", "（1）梳理重点事项（2）项目申报（3）名单公示", "（1）开通公众号（2）个人自荐（3）人员培训",
  ])
  func `lists of any kind are divided where they run on`(text: String) {
    let parts = Numbering.split(text)
    #expect(parts.count == 3)
    #expect(parts.allSatisfy { $0.label != nil })
  }

  @Test(arguments: [
    "首先完成摸底工作", "第一步完成摸底", "选项 A.甲", "甲（2）乙", "提高2.征求意见", "甲⑵乙", "甲⒉乙", "按照（1）和（2）办理",
    "甲 B.乙",
  ])
  func `a single label within words divides nothing`(text: String) {
    #expect(Numbering.split(text).map(\.text) == [text])
  }

  @Test(arguments: [
    "（1）对照通知第五条（2）款逐项自查", "（1）每班推荐候选人（2）名", "（1）按方案第三项（2）自查", "（1）落实教〔2020〕38号（2）",
  ])
  func `a reference or a count within a list does not divide it`(text: String) {
    #expect(Numbering.split(text).count == 1)
  }

  @Test func `only the named styles split`() {
    let text = "1. 甲：(1) 乙。(2) 丙。 2. 丁。一是戊。二是己。"
    let items = Numbering.split(text, styles: [.dotted])
    #expect(items.map(\.text) == ["甲：(1) 乙。(2) 丙。", "丁。一是戊。二是己。"])
    let points = Numbering.split(text, styles: [.point])
    #expect(points.map(\.text) == ["1. 甲：(1) 乙。(2) 丙。 2. 丁。", "戊。", "己。"])
  }

  @Test func `parts hold every word of the text in order`() {
    let text = "序。1. 甲乙。 2. 丙（1）丁。\n3. 戊"
    let joined = Numbering.split(text).map { ($0.label?.text ?? "") + $0.text }.joined()
    #expect(TextFolding.compact(joined) == TextFolding.compact(text))
  }
}
