import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Numbered words in cells: measures of one item, and several items in one cell.
struct CellListTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  // MARK: - Measures

  private func measures(_ cell: String) throws -> [String] {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|完成时限|责任单位
      1|{1.1}|\(cell)|2020年6月|校团委
      2|{1.2}|宣讲|2020年7月|学工部
      """)
    return try #require(plan.items.first).measures.map(\.text)
  }

  @Test(
    arguments: [
      ("1.起草；2.报送；3.印发", ["起草；", "报送；", "印发"]), ("1、起草 2、报送", ["起草", "报送"]),
      ("（1）起草。（2）报送。", ["起草。", "报送。"]), ("①起草②报送", ["起草", "报送"]),
      ("（一）起草/（二）报送", ["起草", "报送"]), ("一、起草/二、报送", ["起草", "报送"]),
      ("A.起草 B.报送", ["起草", "报送"]), ("1）起草；2）报送", ["起草；", "报送"]),
      ("第一步，起草。第二步，报送。", ["起草。", "报送。"]), ("首先，起草；其次，报送；最后，印发", ["起草；", "报送；", "印发"]),
      // The outer numbers divide, those within belong to the words.
      ("（一）起草：1.甲；2.乙。/（二）报送", ["起草：1.甲；2.乙。", "报送"]),
      ("一、起草/（1）甲/（2）乙/二、报送", nil),
      // Points below a measure that ends with a colon are its own.
      (
        "1.起草初稿。/2.征求意见，包括：/（1）师生代表；/（2）各系。/3.印发",
        ["起草初稿。", "征求意见，包括：\n（1）师生代表；\n（2）各系。", "印发"]
      ),
      // Words before the first number are a measure of their own.
      ("为做好工作：1.起草；2.报送", ["为做好工作：", "起草；", "报送"]),
      // No numbers of a list.
      ("起草方案；报送方案；印发方案", ["起草方案；报送方案；印发方案"]), ("压缩至1.5倍以内，2020.6前报送", ["压缩至1.5倍以内，2020.6前报送"]),
      ("每年召开1次，参加2次以上", ["每年召开1次，参加2次以上"]), ("落实第（1）项和第（2）项", ["落实第（1）项和第（2）项"]),
      ("到2020年6月，完成80%", ["到2020年6月，完成80%"]), ("起草", ["起草"]),
      // A number that was typed twice or left out loses nothing.
      ("1.起草；/1.报送；/3.印发", ["起草；", "报送；", "印发"]), ("1.起草；/3.印发", ["起草；", "印发"]),
      // Paragraphs without numbers are measures each.
      ("起草。/报送。", ["起草。", "报送。"]), ("起草/报送", ["起草", "报送"]),
      // Bullets.
      ("● 起草/● 报送", ["起草", "报送"]), ("- 起草/- 报送/- 印发", ["起草", "报送", "印发"]),
      ("● 起草", ["● 起草"]), ("★起草/●报送", ["★起草", "●报送"]),
    ] as [(String, [String]?)])
  func `a cell of measures is divided at its numbers and at nothing else`(
    cell: String, expected: [String]?
  ) throws {
    let measures = try measures(cell)
    if let expected {
      #expect(measures == expected)
    } else {
      // Lines in another hand may be measures or parts of one; none is lost.
      #expect(measures.first == "起草" && measures.last == "报送")
    }
  }

  @Test(arguments: [
    // Lines that end as sentences are measures, lines broken to fit are one.
    ("制定学生会章程。\n征求各系意见。\n提交大会审议。", 3),
    ("制定学生会章程；\n征求各系意见；\n提交大会审议", 3),
    ("制定学生会章程\n征求各系学生会意见\n提交审议", 3),
    ("制定学生会章程并征求各系学生会和\n团总支的意见后提交学生代表大会审\n议通过", 1),
    ("制定学生会章程并征求各系学生会和\n团总支的意见后提交学生代表大会审\n议通过并公布", 1),
    ("制定章程，\n征求意见", 1), ("制定\n章程", 1), ("制定学生会章程（试行\n稿）", 1),
  ])
  func `lines of a cell`(cell: String, count: Int) throws {
    var document = try Sheet.document(
      "序号|改革内容|落实措施|完成时限|责任单位", "1|\(support.words("1.1"))|x|2020年6月|校团委")
    guard case .table(var table) = document.blocks[0] else { return }
    table.rows[1].cells[2].paragraphs = [cell]
    document.blocks[0] = .table(table)
    let measures = try #require(support.imported(document).items.first).measures
    #expect(measures.count == count)
    #expect(
      measures.map(\.text).joined().filter { $0 != "\n" } == cell.filter { $0 != "\n" })
  }

  // MARK: - Several items in a cell

  private func items(_ content: String, _ rest: String) throws -> [Item] {
    try support.plan(
      """
      2020年6月1日
      任务|改革内容|落实措施|完成时限|责任单位
      明确职能定位|\(content)|\(rest)
      改革遴选|9.{4.1}|宣讲|2020年7月|学工部
      """
    ).items.dropLast()
  }

  @Test(arguments: [
    "1.{1.1} 2.{1.2} 3.{1.3}", "1.{1.1}/2.{1.2}/3.{1.3}", "（1）{1.1}（2）{1.2}（3）{1.3}",
    "（一）{1.1}/（二）{1.2}/（三）{1.3}", "①{1.1}②{1.2}③{1.3}", "1、{1.1}/2、{1.2}/3、{1.3}",
  ])
  func `numbers that go up are items`(content: String) throws {
    let items = try items(content, "起草|2020年6月|校团委")
    #expect(items.map(\.id.description) == ["1.1", "1.2", "1.3"])
    #expect(items.map(\.ordinal) == ["1", "2", "3"])
    #expect(items.allSatisfy { $0.deadline.due?.description == "2020-06-30" })
    #expect(items.map { $0.flags.contains(.deadlineInherited) } == [false, true, true])
    #expect(items.map(\.measures.count) == [1, 1, 1])
  }

  @Test(arguments: [
    // A number left out, up to three further.
    ("1.{1.1}/3.{1.2}", ["1", "3"]), ("1.{1.1}/4.{1.2}", ["1", "4"]), ("1.{1.1}/5.{1.2}", ["1"]),
    // A number that goes back belongs to the words above it.
    ("3.{1.1}/1.{1.2}", ["3"]), ("2.{1.1}/2.{1.2}", ["2", "2"]),
    // Numbers of another kind do not divide.
    ("1.{1.1}/（1）甲；（2）乙/2.{1.2}", ["1", "2"]),
    // Numbers of two parts.
    ("1.1 {1.1}/1.2 {1.2}", ["1.1", "1.2"]), ("1.4 {1.1}/2.1 {1.2}", ["1.4", "2.1"]),
  ])
  func `which numbers divide a cell`(content: String, ordinals: [String]) throws {
    let items = try items(content, "起草|2020年6月|校团委")
    #expect(items.map(\.ordinal) == ordinals)
  }

  @Test func `words within a text divide no cell of contents`() throws {
    let items = try items("一是{1.1}二是{1.2}", "起草|2020年6月|校团委")
    #expect(items.count == 1)
    #expect(items.first?.content.contains("二是") == true)
  }

  @Test func `numbered items with a day each are items, though 序号 counts the cells`() throws {
    func plan(_ days: String) throws -> PlanSupport.Imported {
      try support.plan(
        """
        序号|改革内容|落实措施|完成时限|责任单位
        1|1.{1.1}/2.{1.2}|起草|\(days)|校团委
        2|{1.3}|宣讲|2020年7月|学工部
        3|{1.4}|宣讲|2020年7月|学工部
        """)
    }
    #expect(try plan("2020年6月/2020年8月").dues.prefix(2) == ["2020-06-30", "2020-08-31"])
    #expect(try plan("2020年6月/2020年8月").items.count == 4)
    #expect(try plan("2020年6月").items.count == 3)
  }

  /// Entries of cells beside three items, and what each item gets.
  struct Shares: CustomTestStringConvertible {
    var cells: String
    var dues: [String?]
    var lead: [[String]]
    var flagged: [Bool]
    var testDescription: String { cells }
  }

  private static let shares: [Shares] = [
    Shares(
      cells: "起草|2020年6月/2020年7月/2020年8月|校团委/学工部/教务处",
      dues: ["2020-06-30", "2020-07-31", "2020-08-31"], lead: [["校团委"], ["学工部"], ["教务处"]],
      flagged: [false, false, false]),
    Shares(
      cells: "起草|2020年6月/2020年7月|校团委", dues: ["2020-06-30", "2020-07-31", "2020-07-31"],
      lead: [["校团委"], ["校团委"], ["校团委"]], flagged: [false, true, true]),
    // More days than items: nobody knows whose they are, none is lost.
    Shares(
      cells: "起草|2020年6月/2020年7月/2020年8月/2020年9月|校团委",
      dues: ["2020-06-30", "2020-07-31", "2020-09-30"], lead: [["校团委"], ["校团委"], ["校团委"]],
      flagged: [true, true, true]),
    // Days in one line.
    Shares(
      cells: "起草|2020年6月；2020年7月；2020年8月|校团委",
      dues: ["2020-06-30", "2020-07-31", "2020-08-31"], lead: [["校团委"], ["校团委"], ["校团委"]],
      flagged: [false, false, false]),
    // A year alone in its line only wraps.
    Shares(
      cells: "起草|2020年/6月/2020年7月/8月|校团委", dues: ["2020-06-30", "2020-07-31", "2020-08-31"],
      lead: [["校团委"], ["校团委"], ["校团委"]], flagged: [false, false, false]),
    Shares(
      cells: "起草||校团委", dues: [nil, nil, nil], lead: [["校团委"], ["校团委"], ["校团委"]],
      flagged: [false, false, false]),
    // Lines of one department each are no lines of items where their number differs.
    Shares(
      cells: "起草|2020年6月|校团委/学工部", dues: ["2020-06-30", "2020-06-30", "2020-06-30"],
      lead: [["校团委", "学工部"], ["校团委", "学工部"], ["校团委", "学工部"]], flagged: [false, true, true]),
  ]

  @Test(arguments: shares)
  func `entries beside several items`(shares: Shares) throws {
    let items = try items("1.{1.1}/2.{1.2}/3.{1.3}", shares.cells)
    #expect(items.map { $0.deadline.due?.description } == shares.dues)
    #expect(items.map(\.departments.lead) == shares.lead)
    #expect(items.map { $0.flags.contains(.deadlineInherited) } == shares.flagged)
  }

  @Test(arguments: [
    // Numbers that begin again begin the next item's.
    ("（1）甲一（2）甲二/（1）乙一/（1）丙一（2）丙二", [["甲一", "甲二"], ["乙一"], ["丙一", "丙二"]], false),
    // As many measures as items, in whatever way they are numbered.
    ("（1）甲（2）乙（3）丙", [["甲"], ["乙"], ["丙"]], false), ("甲/乙/丙", [["甲"], ["乙"], ["丙"]], false),
    // Nobody knows whose they are.
    ("（1）甲（2）乙", [["甲", "乙"], ["甲", "乙"], ["甲", "乙"]], true),
    ("（1）甲一（2）甲二/（1）乙一（2）乙二", [["甲一", "甲二"], ["乙一", "乙二"], ["乙一", "乙二"]], true),
    ("甲：（1）甲一（2）甲二/乙/丙", [["甲：", "甲一", "甲二"], ["乙"], ["丙"]], false),
  ])
  func `measures beside several items`(cell: String, expected: [[String]], isFlagged: Bool) throws {
    let items = try items("1.{1.1}/2.{1.2}/3.{1.3}", "\(cell)|2020年6月|校团委")
    #expect(items.map { $0.measures.map(\.text) } == expected)
    #expect(items.last?.flags.contains(.measureInherited) == isFlagged)
    #expect(items.first?.measures.map(\.number) == Array(1...expected[0].count))
  }
}
