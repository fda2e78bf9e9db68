import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// Whether tests that need other programs must run.
private let isStrict = ProcessInfo.processInfo.environment["XIAOHAO_STRICT"] == "1"

/// Sheets that go out, are filled in by other programs, and come back.
@Suite(.enabled(if: isStrict || Python.has("openpyxl"), Python.absence(of: "openpyxl")))
struct SheetTests {
  let desk: Desk

  init() throws {
    desk = try Desk.withPlan()
    #expect(desk.run("sheet export --all --output 发出" + options).status == .fine)
  }

  private let options = " --ledger 台账 --today 2020-08-20"

  /// The name of a department's sheet.
  private func file(_ department: String) -> String { "\(department)-填报表-2020-08.xlsx" }

  /// Fills a sheet in and puts it where what came back lies.
  private func fill(
    _ department: String, _ answers: [String: [String: String]], person: String = "",
    into folder: String = "收回"
  ) throws {
    let target = desk.path(folder)
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    let json = String(decoding: try JSONEncoder().encode(answers), as: UTF8.self)
    _ = try Python.run(
      SheetFilling.script,
      [desk.path("发出/" + file(department)), target + "/" + file(department), json, person])
  }

  /// The departments and the items of their sheets.
  private func sheets() throws -> [String: [String]] {
    let departments =
      try desk.json("sheet status --json" + options)["departments"] as? [[String: Any]] ?? []
    return Dictionary(
      uniqueKeysWithValues: departments.compactMap { line in
        (line["name"] as? String).map { ($0, line["items"] as? [String] ?? []) }
      })
  }

  @Test(.bug(id: "desk", "what was recorded looked refused when its receipt could not be written"))
  func `a sheet is recorded only where its receipt can be written`() throws {
    let (department, items) = try #require(
      try sheets().sorted { $0.key < $1.key }.first { !$0.value.isEmpty })
    let id = try #require(items.first)
    try fill(department, [id: ["本月进展": "召开推进会。"]])
    // A folder of that name is in the way.
    try FileManager.default.createDirectory(
      atPath: desk.path("收回/回执.xlsx"), withIntermediateDirectories: false)
    let before = try desk.ledgerBytes()
    let refused = desk.run("sheet import 收回" + options)
    #expect(refused.status == .refused, "\(refused.messages)")
    #expect((refused.output + refused.messages).contains("写不了「回执.xlsx」"), "\(refused)")
    #expect(try desk.ledgerBytes() == before)
    try FileManager.default.removeItem(atPath: desk.path("收回/回执.xlsx"))
    let taken = desk.run("sheet import 收回" + options)
    #expect(taken.status == .fine, "\(taken.messages)")
    #expect(taken.output.contains("已登记"), "\(taken.output)")
  }

  @Test func `what a department wrote is recorded once, with its cell`() throws {
    let (department, items) = try #require(
      try sheets().sorted { $0.key < $1.key }.first { !$0.value.isEmpty })
    let id = try #require(items.first)
    try FileManager.default.createDirectory(
      atPath: desk.path("收回"), withIntermediateDirectories: true)
    try desk.write("收回/实施方案.pdf", Array("%PDF-1.4 方案".utf8))
    try fill(
      department,
      [
        id: [
          "本月进展": "召开推进会。", "存在问题": "@SUM(1)", "佐证文件": "实施方案", "文号": "南工团〔2020〕5号",
          "完成情况说明": "已全部完成", "申请销号": "是",
        ]
      ])
    let before = try desk.ledgerBytes()
    let shown = desk.run("sheet import 收回 --dry-run" + options)
    #expect(shown.status == .fine, "\(shown.messages)")
    #expect(shown.output.contains("将登记"), "\(shown.output)")
    #expect(try desk.ledgerBytes() == before)

    let taken = desk.run("sheet import 收回" + options)
    #expect(taken.status == .fine, "\(taken.messages)")
    #expect(taken.output.contains("已登记 4 条记录"), "\(taken.output)")
    #expect(try desk.names(in: "收回").contains("回执.xlsx"))
    let events = desk.run("export --events" + options).output
    #expect(events.contains("\(file(department))[任务!"))
    let item = try desk.json("show \(id) --json" + options)
    let shownItem = (item["items"] as? [[String: Any]])?.first ?? item
    #expect(shownItem["state"] as? String == "submitted")

    let after = try desk.ledgerBytes()
    let again = desk.run("sheet import 收回" + options)
    #expect(again.status == .fine, "\(again.messages)")
    #expect(again.output.contains("先前已登记"), "\(again.output)")
    #expect(try desk.ledgerBytes() == after)
    #expect(try desk.json("sheet status --json" + options)["departments"] != nil)
    #expect(desk.run("sheet status" + options).output.contains("已登记"))
  }

  @Test func `one fault leaves the whole sheet unrecorded, and is placed`() throws {
    let (department, items) = try #require(
      try sheets().sorted { $0.key < $1.key }.first { $0.value.count > 1 })
    try fill(
      department,
      [
        items[0]: ["本月进展": "召开推进会"],
        items[1]: ["佐证文件": "没有的文件.pdf", "申请销号": "可能吧", "预计完成": "不久"],
      ])
    let before = try desk.ledgerBytes()
    let refused = desk.run("sheet import 收回" + options)
    #expect(refused.status == .refused)
    for code in ["sheet-file-missing", "sheet-answer-unreadable", "sheet-day-unreadable"] {
      #expect(refused.messages.contains("任务!"))
      #expect(refused.messages.contains("[\(code)]"), "\(refused.messages)")
    }
    #expect(try desk.ledgerBytes() == before)
  }

  @Test func `a folder without sheets names the workbooks that are none`() throws {
    try FileManager.default.createDirectory(
      atPath: desk.path("别的"), withIntermediateDirectories: true)
    #expect(desk.run("export --xlsx --output 别的/工资表.xlsx" + options).status == .fine)
    let refused = desk.run("sheet import 别的" + options)
    #expect(refused.messages.contains("「别的」里没有填报表：「工资表.xlsx」不是从台账导出的表"), "\(refused)")
  }

  @Test func `two copies of one sheet that differ are not both recorded`() throws {
    let (department, items) = try #require(
      try sheets().sorted { $0.key < $1.key }.first { !$0.value.isEmpty })
    let copy = "收回/再交/" + file(department)
    try fill(department, [items[0]: ["本月进展": "核对5人"]])
    try fill(department, [items[0]: ["本月进展": "核对6人"]], into: "收回/再交")
    let before = try desk.ledgerBytes()
    let refused = desk.run("sheet import 收回" + options)
    #expect(refused.status == .refused)
    #expect(refused.messages.contains("[sheet-twice]"), "\(refused.messages)")
    #expect(try desk.ledgerBytes() == before)
    // What was recorded before is corrected by the copy that comes later.
    #expect(desk.run("sheet import 收回/" + file(department) + options).status == .fine)
    let corrected = desk.run("sheet import 收回" + options)
    #expect(corrected.status == .fine, "\(corrected.messages)")
    #expect(desk.run("show \(items[0])" + options).output.contains("核对6人"))
    #expect(desk.run("sheet import \(copy)" + options).messages.contains("[sheet-already-taken]"))
  }

  @Test func `a cell that says there is nothing is no progress and no statement`() throws {
    let (department, items) = try #require(
      try sheets().sorted { $0.key < $1.key }.first { $0.value.count > 1 })
    try fill(
      department,
      [
        items[0]: ["本月进展": "无", "存在问题": "暂无。"],
        items[1]: ["本月进展": "召开推进会", "下步打算": "/"],
      ])
    let taken = desk.run("sheet import 收回" + options)
    #expect(taken.status == .fine, "\(taken.messages)")
    #expect(taken.messages.components(separatedBy: "[sheet-nothing-said]").count == 4)
    let events = desk.run("export --events" + options).output
    #expect(events.contains("召开推进会") && !events.contains("暂无。"))
    #expect(events.components(separatedBy: "\"progress-noted\"").count == 2, "\(events)")

    try fill(department, [items[0]: ["完成情况说明": "无", "申请销号": "是"]])
    let refused = desk.run("sheet import 收回" + options)
    #expect(refused.status == .refused, "\(refused.messages)")
  }

  @Test(.bug(id: "desk", "a forecast alone counted as progress of the month"))
  func `a forecast alone is kept and is no progress`() throws {
    let (department, items) = try #require(
      try sheets().sorted { $0.key < $1.key }.first { $0.value.count > 1 })
    try fill(
      department,
      [items[0]: ["预计完成": "2020-10-08"], items[1]: ["本月进展": "召开推进会", "预计完成": "2020-10-09"]])
    let taken = desk.run("sheet import 收回 --json" + options)
    #expect(taken.messages.contains("[sheet-forecast-alone]"), "\(taken.messages)")
    let notes = try items.prefix(2).map { id in
      let item = try #require(try desk.items("show \(id)", on: "2020-08-20").first)
      return (item["progress"] as? [[String: Any]])?.first?["text"] as? String ?? ""
    }
    #expect(notes[0].contains("2020年10月8日") && notes[0].contains("未报进展"))
    #expect(notes[1] == "召开推进会；预计完成：2020年10月9日")
    let paper = desk.run("report monthly 2020-08" + options).output
    #expect(paper.contains("召开推进会") && !paper.contains("2020年10月8日"), "\(paper)")
  }

  @Test(.bug(id: "desk", "files that no cell names, and figures of /, were left out unsaid"))
  func `what is not taken is said with its place and what to do`() throws {
    for (folder, department) in [("收回/学工部", "学工部"), ("收回", "校团委")] {
      try FileManager.default.createDirectory(
        atPath: desk.path(folder), withIntermediateDirectories: true)
      let items = try #require(try sheets()[department])
      try desk.write(folder + "/\(department)写到的.pdf", Array(department.utf8))
      try desk.write(folder + "/\(department)没写到的.jpg", Array(department.utf8))
      try fill(
        department,
        [
          items[0]: ["本月进展": "召开推进会", "佐证文件": "\(department)写到的"],
          "工作人员": ["填报数值": "/"], "党团员": ["填报数值": "/"],
        ], into: folder)
    }
    let taken = desk.run("sheet import 收回" + options)
    #expect(taken.status == .fine, "\(taken.messages)")
    #expect(taken.messages.components(separatedBy: "[sheet-file-not-taken]").count == 3)
    #expect(taken.messages.contains("「学工部」里有 1 个文件没有哪一格写到，没有收：「学工部没写到的.jpg」"))
    #expect(taken.messages.contains("「收回」里有 1 个文件没有哪一格写到，没有收：「校团委没写到的.jpg」"))
    #expect(taken.messages.contains("「工作人员」写的是“/”"), "\(taken.messages)")
    #expect(taken.messages.contains("「党团员」写的是“/”"))
    // Receipts lie beside the sheets now, and are no files that somebody handed in.
    let again = desk.run("sheet import 收回" + options)
    #expect(!again.messages.contains("回执"), "\(again.messages)")
  }

  @Test func `a fault of a day stands at its own cell, and nothing is doubled`() throws {
    let (department, items) = try #require(
      try sheets().sorted { $0.key < $1.key }.first { !$0.value.isEmpty })
    try FileManager.default.createDirectory(
      atPath: desk.path("收回"), withIntermediateDirectories: true)
    try desk.write("收回/名单.txt", Array("名单".utf8))
    try fill(department, [items[0]: ["佐证文件": "名单", "形成日期": "2020-12-01"]])
    let refused = desk.run("sheet import 收回" + options)
    #expect(refused.messages.contains("任务!O2]: 错误[sheet-day-ahead]"), "\(refused.messages)")
    #expect(!refused.messages.contains("办理日期"))
    let status = desk.run("sheet status" + options).output
    #expect(status.contains("未登记") && !status.contains("未交"), "\(status)")
  }

  @Test func `of two files with one name none is taken, unless they are the same`() throws {
    let (department, items) = try #require(
      try sheets().sorted { $0.key < $1.key }.first { !$0.value.isEmpty })
    try FileManager.default.createDirectory(
      atPath: desk.path("收回/照片"), withIntermediateDirectories: true)
    try desk.write("收回/签到表.JPG", Array("甲".utf8))
    try desk.write("收回/照片/签到表.jpg", Array("乙".utf8))
    try fill(department, [items[0]: ["佐证文件": "签到表.jpg"]])
    let before = try desk.ledgerBytes()
    let refused = desk.run("sheet import 收回" + options)
    #expect(refused.messages.contains("[sheet-file-ambiguous]"), "\(refused.messages)")
    #expect(try desk.ledgerBytes() == before)
    try fill(department, [items[0]: ["佐证文件": "照片/签到表.jpg"]])
    #expect(desk.run("sheet import 收回 --dry-run" + options).status == .fine)
    try desk.write("收回/照片/签到表.jpg", Array("甲".utf8))
    try fill(department, [items[0]: ["佐证文件": "签到表.jpg"]])
    let taken = desk.run("sheet import 收回" + options)
    #expect(taken.status == .fine, "\(taken.messages)")
  }

  @Test func `an item that changed is shown with both versions and taken only when forced`()
    throws
  {
    let (department, items) = try #require(
      try sheets().sorted { $0.key < $1.key }.first { !$0.value.isEmpty })
    try fill(department, [items[0]: ["本月进展": "召开推进会"]])
    let revised = desk.run(
      ["revise", items[0], "--content", "改过的内容", "--reason", "更正", "--actor", department]
        + options.split(separator: " ").map(String.init))
    #expect(revised.status == .fine, "\(revised.messages)")
    let refused = desk.run("sheet import 收回" + options)
    #expect(refused.status.rawValue == 2, "\(refused.messages)")
    #expect(refused.messages.contains("[sheet-item-changed]"))
    #expect(refused.messages.contains("改过的内容"))
    let taken = desk.run("sheet import 收回 --force-item \(items[0])" + options)
    #expect(taken.status == .fine, "\(taken.messages)")
  }

  @Test func `of two leads the first one's application is taken, and the other's evidence`()
    throws
  {
    let all = try sheets()
    let id = try #require(
      all.values.flatMap(\.self).first { id in all.values.count { $0.contains(id) } > 1 })
    let both = all.filter { $0.value.contains(id) }.keys.sorted()
    for department in both {
      try fill(
        department,
        [id: ["完成情况说明": "\(department)已完成", "佐证文件": "名单", "申请销号": "是"]],
        into: "收回/\(department)")
      try desk.write("收回/\(department)/名单.txt", Array(department.utf8))
    }
    let taken = desk.run("sheet import 收回" + options)
    #expect(taken.status == .fine, "\(taken.messages)")
    #expect(taken.messages.contains("[sheet-application-doubled]"))
    let shown = try desk.json("show \(id) --json" + options)
    let item = (shown["items"] as? [[String: Any]])?.first ?? shown
    #expect((item["evidence"] as? [Any])?.count == both.count)
  }

  @Test func `where no item has a department nothing is written`() throws {
    let plan = "| 序号 | 改革内容 | 完成时限 |\n|---|---|---|\n| 1 | 清理学生会挂靠机构 | 2020年9月 |\n"
    try desk.write("无部门.md", Array(plan.utf8))
    let options = " --ledger 另一台账 --today 2020-08-20"
    #expect(desk.run("init --school 某校" + options).status == .fine)
    #expect(desk.run("import 无部门.md" + options).status == .fine)
    let outcome = desk.run("sheet export --all --output 空" + options)
    #expect(outcome.status == .refused)
    #expect(outcome.messages.contains("sheet-departments-missing"), "\(outcome.messages)")
    #expect(!FileManager.default.fileExists(atPath: desk.path("空")))
  }

  @Test(.bug(id: "desk", "sheets named a department otherwise than papers"))
  func `a department is named as the plan and the papers name it`() throws {
    let plan = try String(
      contentsOf: SharedDocuments.repository.appendingPathComponent("tasks/example-plan.md"),
      encoding: .utf8)
    try desk.write("学工处.md", Array(plan.replacing("学工部", with: "学工处").utf8))
    let options = " --ledger 学工处 --today 2020-08-20"
    desk.run("init --school 某校" + options)
    #expect(desk.run("import 学工处.md" + options).status == .fine)
    #expect(desk.run("sheet export 学工部 --output 处" + options).status == .fine)
    let name = "学工处-填报表-2020-08.xlsx"
    #expect(try desk.names(in: "处") == [name])
    _ = try Python.run(
      SheetFilling.script,
      [desk.path("处/" + name), desk.path("处/交回.xlsx"), #"{"1.1": {"本月进展": "召开推进会"}}"#, ""])
    let taken = desk.run("sheet import 处/交回.xlsx" + options)
    #expect(taken.output.contains("学工处"), "\(taken)")
    #expect(desk.run("sheet status" + options).output.contains("学工处"))
    #expect(desk.run("report monthly 2020-08" + options).output.contains("学工处"))
  }

  @Test func `a sheet of another ledger is said`() throws {
    let (department, items) = try #require(
      try sheets().sorted { $0.key < $1.key }.first { !$0.value.isEmpty })
    try fill(department, [items[0]: ["本月进展": "召开推进会"]])
    desk.run("init --ledger 别的 --school 北岭学院 --today 2020-07-21")
    desk.run(["import", Desk.samplePlan, "--ledger", "别的", "--today", "2020-07-21"])
    let refused = desk.run("sheet import 收回 --ledger 别的 --today 2020-08-20")
    #expect(refused.status == .refused)
    #expect(refused.messages.contains("[sheet-other-ledger]"), "\(refused.messages)")
  }

  @Test(.bug(id: "18", "containers in a folder of returned sheets were passed over"))
  func `containers in the folder of what came back are read`() throws {
    let (department, items) = try #require(
      try sheets().sorted { $0.key < $1.key }.first { !$0.value.isEmpty })
    try fill(department, [try #require(items.first): ["本月进展": "召开推进会。"]], into: "打包")
    let name = file(department)
    let sheet = try Data(contentsOf: URL(fileURLWithPath: desk.path("打包/" + name)))
    try FileManager.default.createDirectory(
      atPath: desk.path("收回"), withIntermediateDirectories: true)
    try desk.write(
      "收回/交表.zip", ZipFixture([.init(name: name, bytes: Array(sheet))]).bytes())
    let read = desk.run("sheet import 收回 --dry-run" + options)
    #expect(read.status == .fine, "\(read.messages)")
    #expect(read.output.contains("将登记"), "\(read.output)")
    #expect(!read.messages.contains("sheet-file-not-taken"), "\(read.messages)")
    // A folder with nothing but a container that cannot be read says which, and why.
    try FileManager.default.createDirectory(
      atPath: desk.path("坏包"), withIntermediateDirectories: true)
    try desk.write("坏包/交表.zip", Array("PK 不是压缩包".utf8))
    let broken = desk.run("sheet import 坏包 --dry-run" + options)
    #expect(broken.status == .unreadableInput)
    #expect((broken.output + broken.messages).contains("交表.zip"), "\(broken)")
  }
}

/// Round trips through LibreOffice.
@Suite(
  .enabled(
    if: isStrict
      || (try? Shell.run(
        "sh", ["-c", "ls $(dirname $(readlink -f $(command -v soffice)))/libsclo.so"])) != nil,
    "LibreOffice Calc is not installed (libreoffice-calc)"))
struct SheetRoundTripTests {
  @Test(arguments: ["xls", "ods"])
  func `a sheet saved as another format and back still names itself`(_ format: String) throws {
    let desk = try Desk.withPlan()
    let options = " --ledger 台账 --today 2020-08-20"
    #expect(desk.run("sheet export --all --output 发出" + options).status == .fine)
    let name = try #require(try desk.names(in: "发出").first)
    let stem = (name as NSString).deletingPathExtension
    for (target, source) in [(format, "发出/\(name)"), ("xlsx", "中间/\(stem).\(format)")] {
      _ = try Shell.run(
        "soffice",
        [
          "-env:UserInstallation=file://" + desk.path("profile"), "--headless", "--convert-to",
          target, "--outdir", desk.path(target == "xlsx" ? "收回" : "中间"), desk.path(source),
        ])
    }
    let outcome = desk.run("sheet import 收回" + options)
    #expect(outcome.status == .fine, "\(outcome.messages)")
    #expect(outcome.output.contains("没有填写"), "\(outcome.output)")
  }
}
