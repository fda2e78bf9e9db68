import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// Whether tests that need other programs must run.
private let isStrict = ProcessInfo.processInfo.environment["XIAOHAO_STRICT"] == "1"

/// What people do with sheets beside filling them in, and what the office reads of it.
@Suite(.enabled(if: isStrict || Python.has("openpyxl"), Python.absence(of: "openpyxl")))
struct SheetHabitTests {
  let house: SheetHouse

  init() throws { house = try SheetHouse() }

  /// The items of a department's sheet.
  private func items(_ department: String) throws -> [String] {
    let departments =
      try house.desk.json("sheet status --json" + house.options)["departments"] as? [[String: Any]]
    let line = departments?.first { $0["name"] as? String == department }
    return try #require(line?["items"] as? [String])
  }

  /// Changes a sheet that was filled in, or one that went out, by lines of Python.
  private func change(_ name: String, in folder: String = "收回", _ lines: String) throws {
    _ = try Python.run(
      "import sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\n\(lines)\n"
        + "book.save(sys.argv[1])",
      [house.desk.path("\(folder)/\(name)")])
  }

  private func staff(_ count: Int) -> [[String: String]] {
    (1...count).map { place in
      [
        "学号": "2020\(1000 + place)", "姓名": "学生\(place)", "来自院系学生会": place % 2 == 0 ? "是" : "否",
        "职务": place < 4 ? "主席团成员" : place < 8 ? "部门负责人" : "部门成员",
        "所在部门": place < 4 ? "" : place % 2 == 0 ? "办公室" : "学习部",
        "政治面貌": "共青团员", "年级": place > 10 ? "一年级" : "二年级", "学历层次": "专科生",
        "成绩时段": "最近1学年", "专业排名": "\(place)/60", "不及格门数": place == 5 ? "1" : "0",
      ]
    }
  }

  @Test(.bug(id: "C1", "a row of totals was counted, and five of twelve figures were dropped"))
  func `a list gives all that indicators ask, whoever is asked, and totals are nobody`() throws {
    house.export("--all --staff")
    let name = house.file("校团委")
    try house.fill(name, [:], adding: staff(12) + [["学号": "合计", "姓名": "12人"]])
    let taken = house.take("收回 --confirm")
    #expect(taken.status == .fine, "\(taken.messages)")
    #expect(taken.messages.contains("[staff-row-left]"), "\(taken.messages)")
    let figures = try house.figures()
    let expected = [
      "工作人员": "12", "主席团成员": "3", "工作部门": "2", "来自院系": "6", "党团员": "12", "成绩前三成": "10",
      "一年级新生": "2", "研究生": "0", "课业不及格": "1",
    ]
    for (name, value) in expected { #expect(figures[name] == value, "\(name): \(figures)") }
    #expect(house.take().output.contains("先前已登记"))
  }

  @Test(.bug(id: "desk", "a sheet whose answer was undone was called recorded already"))
  func `an answer that was taken back is recorded again only when somebody says so`() throws {
    house.export("学工部")
    let name = house.file("学工部")
    let id = try #require(try items("学工部").first)
    try house.fill(name, [id: ["本月进展": "召开推进会。"]])
    #expect(house.take().status == .fine)
    let actor = " --actor 学工部" + house.options
    func shown() -> String { house.desk.run("show \(id)" + house.options).output }
    let log = house.desk.run("export --events --ledger 台账").output.split(separator: "\n")
    let note = try #require(log.firstIndex { $0.contains("\"progress-noted\"") }) + 1
    let undone = house.desk.run("undo \(note) --reason 日期不对" + actor)
    #expect(undone.status == .fine, "\(undone.messages)")
    let again = house.take()
    #expect(again.status == .fine)
    #expect(
      again.messages.contains("[sheet-answer-taken-back]: \(id) 的这一格登记过（第 \(note) 条记录）"),
      "\(again.messages)")
    #expect(again.messages.contains("--force-item \(id)"), "\(again.messages)")
    #expect(!shown().contains("召开推进会"))
    #expect(house.take("收回 --force-item \(id)").status == .fine)
    #expect(shown().contains("召开推进会"))

    try house.desk.write("收回/纪要.txt", Array("推进会纪要".utf8))
    try house.fill(name, [id: ["本月进展": "召开推进会。", "佐证文件": "纪要.txt"]])
    #expect(house.take().status == .fine)
    #expect(house.desk.run("void 证-\(id)-01 --reason 放错了" + actor).status == .fine)
    let voided = house.take()
    #expect(voided.messages.contains("[sheet-answer-taken-back]"), "\(voided.messages)")
    #expect(!shown().contains("证-\(id)-02"))
    #expect(house.take("收回 --force-item \(id)").status == .fine)
    #expect(shown().contains("证-\(id)-02"), "\(shown())")
  }

  @Test(.bug(id: "desk", "a sheet made a closing stale without a word"))
  func `a sheet that makes a closing stale says so`() throws {
    let id = try #require(try items("学工部").first)
    try close(id, by: "学工部")
    house.export("学工部")
    try house.fill(house.file("学工部"), [id: ["佐证文件": "纪要.txt"]])
    try house.desk.write("收回/纪要.txt", Array("推进会纪要".utf8))
    let outcome = house.take()
    #expect(outcome.status == .fine, "\(outcome)")
    #expect(
      outcome.messages.contains("[closure-stale]: \(id) 销号以后内容有变动"), "\(outcome.messages)")
  }

  @Test(.bug(id: "desk", "a review of what changed ended with 1"))
  func `a review sheet of an item that changed ends with 2`() throws {
    let id = try #require(try items("学工部").first)
    try close(id, by: "学工部", isDecided: false)
    house.export("--review")
    try house.desk.write("补充.txt", Array("补充".utf8))
    #expect(
      house.desk.run("attach \(id) 补充.txt --actor 学工部" + house.options).status == .fine)
    try house.fill(
      "审核表-2020-08-20.xlsx", [id: ["审核决定": "销号", "意见或理由": "同意"]], person: "领导小组办公室")
    let outcome = house.take()
    #expect(outcome.messages.contains("[review-basis-changed]"), "\(outcome.messages)")
    #expect(outcome.status == .overtaken, "\(outcome.messages)")
  }

  /// Takes an item as far as its closing, or up to it.
  private func close(_ id: String, by department: String, isDecided: Bool = true) throws {
    try house.desk.write("方案.txt", Array("方案".utf8))
    let decision = isDecided ? ["close \(id) --opinion 同意 --actor 领导小组办公室"] : []
    for step in [
      "start \(id) --actor \(department)", "attach \(id) 方案.txt --actor \(department)",
      "submit \(id) --summary 已经印发文件。 --actor \(department)",
    ] + decision {
      let done = house.desk.run(step + house.options)
      #expect(done.status == .fine, "\(step): \(done.messages)")
    }
  }

  @Test(.bug(id: "C3", "words outside of the yellow cells vanished without a word"))
  func `words outside of the cells to fill in are named, and nothing is recorded of them`() throws {
    house.export("学工部")
    let name = house.file("学工部")
    let id = try #require(try items("学工部").first)
    try house.fill(name, [id: ["本月进展": "召开推进会"]])
    let plain = house.take("收回 --dry-run")
    for code in ["sheet-words-not-taken", "sheet-cell-changed"] {
      #expect(!plain.messages.contains(code), "\(plain.messages)")
    }
    try change(
      name,
      """
      sheet = book['任务']
      heads = [cell.value for cell in sheet[1]]
      sheet.cell(1, len(heads) + 1).value = '我的备注'
      sheet.cell(2, len(heads) + 1).value = '随手写的'
      sheet.cell(2, heads.index('完成时限') + 1).value = '2020年12月'
      sheet.cell(sheet.max_row + 2, 2).value = '请领导关注'
      book['填表说明'].cell(20, 1).value = '联系电话 123'
      book.create_sheet('补充说明')['A1'] = '另有情况'
      """)
    let taken = house.take()
    #expect(taken.status == .fine, "\(taken.messages)")
    #expect(taken.messages.components(separatedBy: "[sheet-words-not-taken]").count == 5)
    #expect(taken.messages.contains("[sheet-cell-changed]: \(id) 的「完成时限」"), "\(taken.messages)")
    for words in ["我的备注", "随手写的", "请领导关注", "联系电话 123", "补充说明", "另有情况"] {
      #expect(taken.messages.contains(words), "\(words): \(taken.messages)")
    }
    let events = house.desk.run("export --events" + house.options).output
    #expect(events.contains("召开推进会") && !events.contains("随手写的") && !events.contains("另有情况"))
  }

  @Test(.bug(id: "C4", "days without a year kept a whole sheet out"))
  func `a day without a year is taken from the month of the sheet, and that is said`() throws {
    house.export("信息工程系")
    house.export("学工部")
    let id = try #require(try items("学工部").first)
    try house.fill(house.file("学工部"), [id: ["本月进展": "召开推进会", "预计完成": "9月底"]])
    try house.fill(
      house.file("信息工程系"), ["工作人员@信息工程系": ["填报数值": "28", "统计日期": "8月1日"]])
    let taken = house.take()
    #expect(taken.status == .fine, "\(taken.messages)")
    #expect(taken.messages.contains("[sheet-year-assumed]"), "\(taken.messages)")
    #expect(taken.messages.contains("[fact-year-assumed]"), "\(taken.messages)")
    let events = house.desk.run("export --events" + house.options).output
    #expect(events.contains("预计完成：2020年9月30日") && events.contains("2020-08-01"), "\(events)")
    // What was recorded is known again, though the year stands in no cell.
    let before = try house.desk.ledgerBytes()
    #expect(house.take().output.contains("先前已登记"))
    #expect(try house.desk.ledgerBytes() == before)
  }

  @Test(.bug(id: "C5", "faults of the ledger's rules came after those of the cells were mended"))
  func `one reading says the faults of cells and of rules`() throws {
    house.export("学工部")
    let name = house.file("学工部")
    let ids = try items("学工部")
    try house.fill(name, [ids[0]: ["申请销号": "是"], ids[1]: ["预计完成": "不久"]])
    let refused = house.take()
    #expect(refused.status == .refused)
    for code in ["sheet-day-unreadable", "text-missing", "evidence-missing"] {
      #expect(refused.messages.contains("[\(code)]"), "\(code): \(refused.messages)")
    }
    // A file that is misspelt may be the evidence that the rule misses.
    try house.fill(
      name, [ids[0]: ["完成情况说明": "已印发办法。", "佐证文件": "没有的.pdf", "申请销号": "是"]])
    let misspelt = house.take()
    #expect(misspelt.messages.contains("[sheet-file-missing]"), "\(misspelt.messages)")
    #expect(!misspelt.messages.contains("[evidence-missing]"), "\(misspelt.messages)")
  }

  @Test(.bug(id: "C8", "#REF! was recorded as progress"))
  func `an error value is no progress`() throws {
    house.export("学工部")
    let name = house.file("学工部")
    let id = try #require(try items("学工部").first)
    try house.fill(name, [id: ["本月进展": "#REF!"]])
    let refused = house.take()
    #expect(refused.status == .refused)
    #expect(refused.messages.contains("错误[sheet-cell-error]"), "\(refused.messages)")
    #expect(refused.messages.contains("任务!H"), "\(refused.messages)")
  }

  @Test(.bug(id: "C9", "the column of what is missing knew less than the missing list"))
  func `a sheet shows the round, and all that still holds an item back`() throws {
    let options = " --ledger 台账 --today 2020-08-05"
    try house.desk.write("方案.txt", Array("方案".utf8))
    for line in [
      "start 1.4 --actor 校团委", "attach 1.4 方案.txt --caption 方案 --actor 校团委",
      "submit 1.4 --summary 工作基本完成 --actor 校团委", "start 2.1 --actor 校团委",
      "attach 2.1 方案.txt --caption 方案 --actor 校团委", "submit 2.1 --summary 已印发文件。 --actor 校团委",
      "close 2.1 --opinion 同意 --actor 领导小组办公室",
      "reopen 2.1 --finding 名单不实 --basis 督查 --due 2020-09-10 --actor 领导小组办公室",
      "start 2.2 --actor 校团委", "attach 2.2 方案.txt --caption 方案 --actor 校团委",
      "submit 2.2 --summary 已印发文件。 --actor 校团委",
      "gap raise 方案未公开 --owner 校团委 --item 1.4 --actor 领导小组办公室",
    ] {
      let done = house.desk.run(line + options)
      #expect(done.status == .fine, "\(line): \(done.messages)")
    }
    house.export("校团委")
    house.export("--review")
    let shown = try Python.run(
      """
      import sys, openpyxl
      for path in sys.argv[1:]:
          for row in openpyxl.load_workbook(path)['任务'].iter_rows(values_only=True):
              if row[0] in ('1.4', '2.1', '2.2'):
                  print(*[str(cell).replace(chr(10), ' ') for cell in row[:9]], sep='|')
      """,
      [house.desk.path("发出/" + house.file("校团委")), house.desk.path("发出/审核表-2020-08-20.xlsx")])
    let rows = shown.split(separator: "\n").map { $0.split(separator: "|").map(String.init) }
    let own = try #require(rows.first { $0[0] == "1.4" })
    #expect(own[5].contains("不确定的说法") && own[5].contains("差距短板"), "\(own)")
    #expect(own[2].hasPrefix("（1）"), "\(own)")
    let again = try #require(rows.first { $0[0] == "2.1" })
    #expect(again[4].contains("第2轮"), "\(again)")
    let review = try #require(rows.last { $0[0] == "1.4" })
    #expect(review[3].hasPrefix("（1）"), "\(review)")
    let bare = try #require(rows.last { $0[0] == "2.2" })
    #expect(bare[8].contains("落实措施第1、2条没有佐证"), "\(bare)")
    #expect(review[8].contains("不确定的说法") && !shown.contains("含糊词"), "\(review)")
  }
}
