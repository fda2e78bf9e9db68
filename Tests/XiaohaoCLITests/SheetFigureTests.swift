import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// Whether tests that need other programs must run.
private let isStrict = ProcessInfo.processInfo.environment["XIAOHAO_STRICT"] == "1"

/// A ledger with two unions and the sheets that went out of it.
struct SheetHouse {
  let desk: Desk
  let options = " --ledger 台账 --today 2020-08-20"
  let office = " --actor 领导小组办公室"

  init() throws {
    desk = try Desk.withPlan()
    let tasks = SharedDocuments.repository.appendingPathComponent("tasks/departments.md")
    try FileManager.default.createDirectory(
      atPath: desk.path("台账/tasks"), withIntermediateDirectories: true)
    var text = try String(contentsOf: tasks, encoding: .utf8)
    for unit in ["信息工程系", "机电工程系"] { text += "| \(unit) | \(unit)团总支、\(unit)学生会 | 是 |\n" }
    try desk.write("台账/tasks/departments.md", Array(text.utf8))
  }

  /// The name of a department's sheet.
  func file(_ department: String) -> String { "\(department)-填报表-2020-08.xlsx" }

  /// Writes sheets.
  @discardableResult
  func export(_ words: String) -> Desk.Outcome {
    let outcome = desk.run("sheet export \(words) --output 发出" + options)
    #expect(outcome.status == .fine, "\(outcome.messages)")
    return outcome
  }

  /// Fills a sheet in and puts it where what came back lies.
  func fill(
    _ name: String, _ answers: [String: [String: String]], person: String = "",
    adding rows: [[String: String]] = [], script: String = SheetFilling.script,
    into folder: String = "收回"
  ) throws {
    try FileManager.default.createDirectory(
      atPath: desk.path(folder), withIntermediateDirectories: true)
    func json(_ value: some Encodable) throws -> String {
      String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }
    _ = try Python.run(
      script,
      [
        desk.path("发出/" + name), desk.path(folder + "/" + name), try json(answers), person,
        try json(rows),
      ])
  }

  /// Reads what came back.
  func take(_ words: String = "收回") -> Desk.Outcome { desk.run("sheet import \(words)" + options) }

  /// The recorded figures by name.
  func figures() throws -> [String: String] {
    let facts = try desk.json("fact list --json" + options)["facts"] as? [[String: Any]] ?? []
    return Dictionary(
      uniqueKeysWithValues: facts.compactMap { fact in
        (fact["name"] as? String).map { ($0, fact["value"] as? String ?? "") }
      })
  }
}

/// Figures, lists of staff and members by sheet.
@Suite(.enabled(if: isStrict || Python.has("openpyxl"), Python.absence(of: "openpyxl")))
struct SheetFigureTests {
  let house: SheetHouse

  init() throws { house = try SheetHouse() }

  @Test func `a school's figure is asked of one department, a union's of its own`() throws {
    let outcome = house.export("--all --json")
    let sheets =
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let counts = Dictionary(
      uniqueKeysWithValues: (sheets?["sheets"] as? [[String: Any]] ?? []).compactMap { sheet in
        (sheet["department"] as? String).map { ($0, sheet["figures"] as? Int ?? 0) }
      })
    #expect(counts["信息工程系"] == 19)
    #expect(counts["机电工程系"] == 19)
    let all = house.export("--figures --json")
    let book = try JSONSerialization.jsonObject(with: Data(all.output.utf8)) as? [String: Any]
    let figures = (book?["sheets"] as? [[String: Any]])?.first?["figures"] as? Int ?? 0
    // Nothing of the school is asked twice.
    #expect(counts.values.reduce(0, +) <= figures)
    #expect(counts.values.reduce(0, +) > 19 * 2)
  }

  @Test func `a union's figures are recorded once, each with its cell, and blanks erase nothing`()
    throws
  {
    house.export("信息工程系")
    let name = house.file("信息工程系")
    try house.fill(
      name,
      [
        "工作人员@信息工程系": ["填报数值": "28", "统计日期": "2020年8月15日"],
        "其他职务@信息工程系": ["填报数值": "否"],
        "问题不足@信息工程系": ["填报数值": "两个部门职责交叉"],
        "学代会日期@信息工程系": ["填报数值": "2020-05-30"],
        "秋季培训@信息工程系": ["不适用或放宽的理由": "不适用：本学期没有新进人员"],
      ])
    let shown = house.take("收回 --dry-run")
    #expect(shown.output.contains("将登记 5 条记录"), "\(shown.messages)\(shown.output)")
    #expect(try house.figures().isEmpty)
    let taken = house.take()
    #expect(taken.status == .fine, "\(taken.messages)")
    let figures = try house.figures()
    #expect(figures["工作人员@信息工程系"] == "28")
    #expect(figures["学代会日期@信息工程系"] == "2020-05-30")
    #expect(figures["秋季培训@信息工程系"]?.isEmpty == true)
    let events = house.desk.run("export --events" + house.options).output
    #expect(events.contains("\(name)[数据!"))
    let before = try house.desk.ledgerBytes()
    #expect(house.take().output.contains("先前已登记"))
    #expect(try house.desk.ledgerBytes() == before)
    #expect(house.desk.run("sheet status" + house.options).output.contains("信息工程系"))
    // The form of the union says what the sheet said.
    let form = house.desk.run("report filing-form 信息工程系" + house.options).output
    #expect(form.contains("28人"), "\(form)")
    #expect(form.contains("|  | 问题不足 |  | 两个部门职责交叉 |"), "\(form)")
  }

  @Test(.bug(id: "newcomer", "a table that its people recorded was called the department's sheet"))
  func `a table of the whole school is nobody's sheet`() throws {
    func line(of department: String) throws -> Substring {
      let status = house.desk.run("sheet status" + house.options).output
      return try #require(
        status.split(separator: "\n").first { $0.contains(department) }, "\(status)")
    }
    #expect(try line(of: "校团委").contains("未登记"))
    try house.desk.write("院系.csv", Array("院系,工作人员\n信息工程系,28\n机电工程系,30\n".utf8))
    let taken = house.desk.run("fact import 院系.csv --actor 校团委" + house.options)
    #expect(taken.status == .fine, "\(taken)")
    #expect(try house.figures()["工作人员@机电工程系"] == "30")
    #expect(try line(of: "校团委").contains("未登记"))
  }

  @Test func `a department with brackets in its name reports its union all the same`() throws {
    let table = try house.desk.text("台账/tasks/departments.md")
    try house.desk.write(
      "台账/tasks/departments.md", Array((table + "| 计算机学院（软件学院） | 计算机学院团委 | 是 |\n").utf8))
    house.export("计算机学院团委 --staff")
    let name = house.file("计算机学院（软件学院）")
    try house.fill(
      name, ["其他职务@计算机学院(软件学院)": ["填报数值": "否"]], adding: staff(21))
    let taken = house.take()
    #expect(taken.status == .fine, "\(taken.messages)")
    let figures = try house.figures()
    #expect(figures["其他职务@计算机学院(软件学院)"] == "否")
    #expect(figures["工作人员@计算机学院(软件学院)"] == "21")
  }

  @Test func `one figure that cannot be read keeps the sheet out, with what would be accepted`()
    throws
  {
    house.export("信息工程系")
    try house.fill(
      house.file("信息工程系"),
      [
        "工作人员@信息工程系": ["填报数值": "二十来个"], "其他职务@信息工程系": ["填报数值": "否"],
        "党团员@信息工程系": ["填报数值": "28", "统计日期": "月底"],
      ])
    let refused = house.take()
    #expect(refused.status == .refused)
    #expect(refused.messages.contains("[fact-value-unreadable]"), "\(refused.messages)")
    #expect(refused.messages.contains("[fact-date-unreadable]"))
    #expect(refused.messages.contains("数据!"))
    #expect(try house.figures().isEmpty)
  }

  @Test func `a figure recorded since is shown with both values and taken only when checked`()
    throws
  {
    house.export("信息工程系")
    try house.fill(house.file("信息工程系"), ["工作人员@信息工程系": ["填报数值": "28"]])
    house.desk.run("fact set 工作人员@信息工程系 26" + house.office + house.options)
    let refused = house.take()
    #expect(refused.status.rawValue == 2, "\(refused.messages)")
    #expect(refused.messages.contains("[sheet-figure-changed]"))
    #expect(refused.messages.contains("「28」") && refused.messages.contains("「26」"))
    #expect(house.take("收回 --confirm").status == .fine)
    #expect(try house.figures()["工作人员@信息工程系"] == "28")
  }

  private func staff(_ count: Int) -> [[String: String]] {
    (0..<count).map { place in
      [
        "学号": "2019\(1000 + place)", "姓名": "学生\(place)",
        "职务": place < 3 ? "主席团成员" : place < 9 ? "部门负责人" : "部门成员",
        "所在部门": place < 3 ? "" : ["综合部", "学习部", "权益部"][place % 3],
        "政治面貌": place % 2 == 0 ? "共青团员" : "中共党员",
        "年级": place < 4 ? "一年级" : "二年级", "学历层次": "专科生", "成绩时段": "入学以来",
        "专业排名": place == 9 ? "30/60" : "\(place + 1)/\(100)", "不及格门数": place == 9 ? "1" : "0",
      ]
    }
  }

  @Test func `a list of staff is counted, and nobody's name enters the ledger`() throws {
    house.export("信息工程系 --staff")
    try house.fill(house.file("信息工程系"), [:], adding: staff(24))
    let taken = house.take()
    #expect(taken.status == .fine, "\(taken.messages)")
    let figures = try house.figures()
    let expected = [
      "工作人员": "24", "主席团成员": "3", "党团员": "24", "成绩前三成": "19", "一年级新生": "4", "课业不及格": "1",
    ]
    for (name, value) in expected { #expect(figures["\(name)@信息工程系"] == value, "\(name)") }
    let events = house.desk.run("export --events" + house.options).output
    #expect(!events.contains("学生1") && !events.contains("20191001"))
    #expect(house.take().output.contains("先前已登记"))
  }

  @Test func `what is wrong in a list of staff is placed, and a figure beside it must agree`()
    throws
  {
    house.export("信息工程系 --staff")
    var rows = staff(6)
    rows[1]["学号"] = rows[0]["学号"]
    rows[2]["政治面貌"] = "党员"
    rows[3]["专业排名"] = "60/30"
    rows[4]["排名档次"] = "30%以后"
    rows[5]["学号"] = ""
    try house.fill(
      house.file("信息工程系"), ["工作人员@信息工程系": ["填报数值": "25"]], adding: rows)
    let refused = house.take()
    #expect(refused.status == .refused)
    for code in [
      "staff-twice", "sheet-answer-unreadable", "staff-rank-contradicts", "staff-number-missing",
      "staff-count-differs",
    ] { #expect(refused.messages.contains("[\(code)]"), "\(code): \(refused.messages)") }
    #expect(refused.messages.contains("工作人员名单!"))
    #expect(try house.figures().isEmpty)
  }

  @Test func `figures of the office come back by either command`() throws {
    house.export("--figures")
    let name = "数据表-2020-08-20.xlsx"
    try house.fill(
      name,
      ["工作部门": ["填报数值": "6"], "工作人员@机电工程系": ["填报数值": "25"]], person: "校团委")
    let read = house.desk.run("fact import 收回/\(name) --dry-run" + house.office + house.options)
    #expect(read.output.contains("工作人员@机电工程系"), "\(read.messages)")
    let taken = house.take()
    #expect(taken.status == .fine, "\(taken.messages)")
    #expect(try house.figures() == ["工作部门": "6", "工作人员@机电工程系": "25"])
  }

  @Test func `a department's sheet is no table of figures`() throws {
    house.export("信息工程系")
    try house.fill(house.file("信息工程系"), ["工作人员@信息工程系": ["填报数值": "28"]])
    let refused = house.desk.run(
      "fact import 收回/\(house.file("信息工程系"))" + house.office + house.options)
    #expect(refused.messages.contains("[sheet-of-figures-wanted]"), "\(refused.messages)")
  }

  @Test func `members are registered and leave by sheet`() throws {
    house.desk.run("member add 王芳 --department 学工部" + house.office + house.options)
    house.export("--members")
    let name = "人员表-2020-08-20.xlsx"
    try house.fill(
      name, ["王芳": ["离任": "是"]], person: "领导小组办公室",
      adding: [["姓名": "李明", "部门": "校团委、学工部", "角色": "办公室"]])
    let taken = house.take()
    #expect(taken.status == .fine, "\(taken.messages)")
    let members =
      try house.desk.json("member list --json" + house.options)["members"] as? [[String: Any]] ?? []
    let byName = Dictionary(
      uniqueKeysWithValues: members.map { ($0["name"] as? String ?? "", $0) })
    #expect(byName["李明"]?["departments"] as? [String] == ["校团委", "学工部"])
    #expect(byName["李明"]?["roles"] as? [String] == ["office"])
    #expect(byName["王芳"]?["retiredOn"] is String)
    #expect(house.take().output.contains("先前已登记"))
  }

  @Test func `a list of staff that lies beside a sheet is evidence and no sheet`() throws {
    house.export("学工部")
    try house.fill(house.file("学工部"), [:])
    _ = try Python.run(
      """
      import sys, openpyxl
      book = openpyxl.Workbook()
      book.active.append(["学号", "姓名", "政治面貌", "年级"])
      book.active.append(["", "张三", "不知道", "一年级"])
      book.save(sys.argv[1])
      """, [house.desk.path("收回/名单.xlsx")])
    let outcome = house.take()
    #expect(outcome.status == .fine, "\(outcome.messages)")
    // It is not read, and that is said.
    #expect(outcome.messages.components(separatedBy: "名单.xlsx").count == 2)
    #expect(outcome.messages.contains("没有收：「名单.xlsx」"), "\(outcome.messages)")
  }

  @Test func `who has not returned a sheet that others returned is reminded of it`() throws {
    house.export("--all")
    let reminder = "reminder 学工部 --dry-run" + house.office + house.options
    #expect(!house.desk.run(reminder).output.contains("本月填报表"))
    try house.fill(house.file("信息工程系"), ["工作人员@信息工程系": ["填报数值": "28"]])
    #expect(house.take().status == .fine)
    #expect(house.desk.run(reminder).output.contains("本月填报表已有部门登记"))
    let history = house.desk.run("history" + house.options).output
    #expect(history.contains("（来自 信息工程系-填报表-2020-08.xlsx[数据!"), "\(history)")
  }

  @Test func `evidence counts from its own day, as when it is attached by hand`() throws {
    house.export("学工部")
    let shown =
      try house.desk.json("sheet status --json" + house.options)["departments"]
      as? [[String: Any]] ?? []
    let items = shown.first { $0["name"] as? String == "学工部" }?["items"] as? [String]
    let id = try #require(items?.first)
    try house.fill(house.file("学工部"), [id: ["佐证文件": "纪要", "形成日期": "2020-08-03"]])
    try house.desk.write("收回/纪要.txt", Array("纪要".utf8))
    #expect(house.take().status == .fine)
    let read = try house.desk.json("show \(id) --json" + house.options)["items"] as? [[String: Any]]
    let piece = (read?.first?["evidence"] as? [[String: Any]])?.first
    #expect(piece?["countsFrom"] as? String == "2020-08-03")
    #expect(piece?["attachedOn"] as? String == "2020-08-20")
  }

  @Test func `pages and rows that are gone are said, and the rest is taken`() throws {
    let shown =
      try house.desk.json("sheet status --json" + house.options)["departments"]
      as? [[String: Any]] ?? []
    let items = shown.first { $0["name"] as? String == "学工部" }?["items"] as? [String] ?? []
    let id = try #require(items.count > 1 ? items.last : nil)
    house.export("学工部")
    try house.fill(house.file("学工部"), [id: ["本月进展": "开了两次会"]])
    let whole = house.take("收回 --dry-run")
    #expect(!whole.messages.contains("sheet-page-missing"), "\(whole.messages)")
    #expect(!whole.messages.contains("sheet-rows-missing"), "\(whole.messages)")
    func change(_ line: String) throws {
      _ = try Python.run(
        "import sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\n\(line)\nbook.save(sys.argv[1])",
        [house.desk.path("收回/" + house.file("学工部"))])
    }
    try change("book['任务'].delete_rows(2)\ndel book['数据']")
    let taken = house.take()
    #expect(taken.status == .fine, "\(taken.messages)")
    #expect(taken.messages.contains("少了「数据」页，按空着处理"), "\(taken.messages)")
    #expect(taken.messages.contains("「任务」页少了 1 行（\(items[0])），按空着处理"), "\(taken.messages)")
    #expect(house.desk.run("show \(id)" + house.options).output.contains("开了两次会"))
    try house.fill(house.file("学工部"), [id: ["本月进展": "又开了一次会"]])
    try change("del book['任务']")
    let bare = house.take()
    #expect(bare.messages.contains("少了「任务」页，按空着处理"), "\(bare.messages)")
  }

  @Test(.bug(id: "newcomer", "a day to come was named at the figure, and doubts at no cell"))
  func `a day to come, a doubt and a figure not in force are named at their cells`() throws {
    house.export("信息工程系")
    let name = house.file("信息工程系")
    try house.fill(
      name, ["工作人员@信息工程系": ["填报数值": "28", "统计日期": "2020年9月15日"]])
    let ahead = house.take()
    #expect(ahead.status == .refused, "\(ahead)")
    #expect(ahead.messages.contains("统计日期写作 2020-09-15"), "\(ahead.messages)")
    // The column of the day, not of the figure.
    let day = try column(of: "fact-day-ahead", in: ahead.messages)
    try house.fill(name, ["工作人员@信息工程系": ["填报数值": "2"]])
    let doubt = house.take().messages
    #expect(try column(of: "fact-doubtful", in: doubt) != day, "\(doubt)")
    try house.fill(
      name, ["工作人员@信息工程系": ["填报数值": "28", "统计日期": "2020年8月15日"]])
    #expect(house.take().status == .fine)
    try house.fill(
      name, ["工作人员@信息工程系": ["填报数值": "27", "统计日期": "2020年8月1日"]])
    let earlier = house.take()
    #expect(earlier.status == .fine)
    #expect(try column(of: "fact-superseded", in: earlier.messages) != day)
    #expect(try house.figures()["工作人员@信息工程系"] == "28")
  }

  /// The column of the cell that a message names.
  private func column(of code: String, in messages: String) throws -> String {
    let place = try Regex("数据!([A-Z]+)\\d+\\]: [^\\[\\]]*\\[\(code)\\]")
    let found = try #require(messages.firstMatch(of: place), "\(messages)")
    return String(try #require(found[1].substring))
  }
}
