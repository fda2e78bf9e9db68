import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// The way from an empty folder to both papers, on the sample school that ships with the program.
struct TourTests {
  let desk: Desk

  init() throws { desk = try Self.desk() }

  /// A desk with two files and the sample school's ledger, two items of it closed and one returned.
  static func desk() throws -> Desk {
    let desk = try Desk()
    try desk.write("方案.pdf", Array("%PDF-1.4 sample".utf8))
    try desk.write("照片.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3])
    walk(desk, plan: Desk.samplePlan, school: "南岭工程职业学院")
    return desk
  }

  /// Imports a plan, closes 1.1 and 4.1, and returns 1.2 once.
  static func walk(_ desk: Desk, plan: String, school: String) {
    desk.run("init --ledger 台账 --school \(school) --today 2020-07-20")
    desk.run(["import", plan, "--ledger", "台账", "--today", "2020-07-20"])
    for line in [
      "start 1.1 1.2 4.1 --actor 学工部 --today 2020-07-21",
      "attach 1.1 方案.pdf --caption 实施方案 --actor 学工部 --today 2020-07-21",
      "attach 4.1 照片.jpg --caption 公示照片 --actor 学工部 --today 2020-07-22",
      "attach 1.2 照片.jpg --actor 校团委 --today 2020-07-22",
      "submit 1.1 4.1 --summary 文件已于7月21日印发。 --actor 学工部 --today 2020-07-23",
      "submit 1.2 --summary 动员会已召开。 --actor 校团委 --today 2020-07-23",
      "close 1.1 4.1 --opinion 同意销号 --actor 领导小组办公室 --today 2020-07-24",
      "return 1.2 --reason 缺会议签到表 --actor 领导小组办公室 --today 2020-07-25",
    ] {
      let outcome = desk.run(line + " --ledger 台账")
      #expect(outcome.status == .fine, "\(line): \(outcome.messages)")
    }
  }

  private func states() throws -> [String: String] {
    let items = try desk.json("list --json --ledger 台账 --today 2020-08-01")["items"]
    let list = try #require(items as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: list.compactMap { item in
        (item["id"] as? String).flatMap { id in (item["state"] as? String).map { (id, $0) } }
      })
  }

  @Test func `two items are closed and one is returned`() throws {
    let states = try states()
    #expect(states.count == 27)
    #expect(states["1.1"] == "closed")
    #expect(states["4.1"] == "closed")
    #expect(states["1.2"] == "inProgress")
    #expect(states.values.count { $0 == "pending" } == 24)
  }

  @Test func `the monthly paper tells what happened in July`() {
    let paper = desk.run("report monthly 2020-07 --ledger 台账 --today 2020-08-01")
    #expect(paper.status == .fine)
    #expect(paper.output.contains("本月销号2项：1.1（7月"))
    #expect(paper.output.contains("、4.1（7月"))
    #expect(paper.output.contains("退回1.2（2020年7月25日）：缺会议签到表"))
    #expect(paper.output.contains("共27项：待启动24项、推进中1项、已销号2项；"))
  }

  @Test func `the self-evaluation has ten headings and does not pass`() {
    let paper = desk.run("report self-evaluation --ledger 台账 --today 2020-10-10")
    #expect(paper.status == .fine)
    #expect(paper.output.split(separator: "\n").count { $0.hasPrefix("### （") } == 10)
    #expect(paper.output.contains("尚不能作出自评通过的结论"))
    #expect(!paper.output.contains("**自评通过**"))
    #expect(paper.output.contains("文件已于7月21日印发。"))
    #expect(paper.output.contains("| 证-1.1-01 | 实施方案 |"))
    #expect(paper.output.contains("第1.2项正在推进，尚未申请销号"))
  }

  @Test func `the same commands twice give the same bytes`() throws {
    let other = try Self.desk()
    for line in [
      "report monthly 2020-07 --today 2020-08-01", "report self-evaluation --today 2020-10-10",
      "list --json --today 2020-08-01", "check --json --today 2020-08-01",
      "history --json --today 2020-08-01",
    ] {
      let first = desk.run(line + " --ledger 台账")
      #expect(first == desk.run(line + " --ledger 台账"))
      #expect(first == other.run(line + " --ledger 台账"))
    }
  }

  @Test func `a school's own template wins, and a wrong key is named with its place`() throws {
    let own = desk.folder.appendingPathComponent("模板")
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    try desk.write("模板/monthly.mustache", Array("本校自查 {{total}} 项\n".utf8))
    let paper = desk.run("report monthly 2020-07 --templates 模板 --ledger 台账 --today 2020-08-01")
    #expect(paper.output == "本校自查 27 项\n")
    try desk.write("模板/monthly.mustache", Array("一\n二 {{totl}}\n".utf8))
    let wrong = desk.run("report monthly 2020-07 --templates 模板 --ledger 台账 --today 2020-08-01")
    #expect(wrong.status == .unreadableInput)
    #expect(wrong.output.isEmpty)
    #expect(wrong.messages.contains("monthly.mustache:2:"))
    #expect(wrong.messages.contains("totl"))
  }

  @Test func `a paper is written to a file`() throws {
    let outcome = desk.run("report monthly 2020-07 --output 自查.md --ledger 台账 --today 2020-08-01")
    #expect(outcome.status == .fine)
    #expect(
      try desk.text("自查.md")
        == desk.run("report monthly 2020-07 --ledger 台账 --today 2020-08-01").output)
  }

  @Test func `importing the same file twice adds nothing`() {
    let before = desk.run("history --ledger 台账").output
    let again = desk.run(["import", Desk.samplePlan, "--ledger", "台账", "--today", "2020-07-26"])
    #expect(again.status == .fine)
    #expect(again.output.contains("没有新增记录"))
    #expect(desk.run("history --ledger 台账").output == before)
  }

  @Test func `Chinese names of the commands do the same`() {
    for (english, chinese) in [("list", "清单"), ("check", "比对"), ("history", "沿革")] {
      let options = " --ledger 台账 --today 2020-08-01"
      #expect(desk.run(english + options) == desk.run(chinese + options))
    }
  }

  @Test func `a sealed month prints the same after later entries`() throws {
    for line in [
      "meeting open 2020-07 --actor 领导小组办公室 --today 2020-07-30",
      "meeting close 2020-07 --actor 领导小组办公室 --today 2020-08-01",
    ] {
      let outcome = desk.run(line + " --ledger 台账")
      #expect(outcome.status == .fine, "\(outcome.messages)")
    }
    let sealed = desk.run("report monthly 2020-07 --ledger 台账 --today 2020-08-01").output
    desk.run("note 1.2 补签到表 --on 2020-07-29 --actor 校团委 --ledger 台账 --today 2020-08-05")
    #expect(desk.run("report monthly 2020-07 --ledger 台账 --today 2020-08-31").output == sealed)
    let august = desk.run("report monthly 2020-08 --ledger 台账 --today 2020-08-31").output
    #expect(august.contains("补记"))
    #expect(august.contains("补签到表"))
  }

  @Test func `a changed evidence file is found and named`() throws {
    #expect(desk.run("verify --ledger 台账").status == .fine)
    let root = desk.folder.appendingPathComponent("台账/evidence")
    let files = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    let file = try #require(files.sorted().first { $0.split(separator: "/").last?.count == 64 })
    try desk.write("台账/evidence/" + file, Array("tampered".utf8))
    let outcome = desk.run("verify --ledger 台账")
    #expect(outcome.status == .integrity)
    #expect(outcome.messages.contains("[evidence-file-changed]"))
    let paper = desk.run("report self-evaluation --ledger 台账 --today 2020-10-10")
    #expect(paper.output.contains("文件缺失或已改动"))
  }
}

extension TourTests {
  @Test func `exported entries read back give a ledger with the same code`() throws {
    #expect(desk.run("export --events --output 记录.jsonl --ledger 台账").status == .fine)
    #expect(desk.run("init --from 记录.jsonl --ledger 新台账").status == .fine)
    let lists = ["台账", "新台账"].map { desk.run("history --ledger \($0)").output }
    #expect(lists[0] == lists[1])
    try desk.write("坏.jsonl", Array("{\"sequence\":1}\n".utf8))
    let wrong = desk.run("init --from 坏.jsonl --ledger 再一本")
    #expect(wrong.status == .unreadableInput)
    #expect(wrong.messages.contains("坏.jsonl:1:1"))
    // One entry is missing, or there twice.
    let lines = try desk.text("记录.jsonl").split(separator: "\n").map(String.init)
    let missing = lines.prefix(4) + lines.dropFirst(5)
    let double = lines.prefix(5) + lines.dropFirst(4)
    for (text, line) in [(missing, 5), (double, 6)] {
      try desk.write("缺.jsonl", Array(text.map { $0 + "\n" }.joined().utf8))
      let outcome = desk.run("init --from 缺.jsonl --ledger 又一本")
      #expect(outcome.status == .unreadableInput)
      #expect(outcome.messages.contains("缺.jsonl:\(line):1"), "\(outcome.messages)")
      #expect(!FileManager.default.fileExists(atPath: desk.path("又一本")))
    }
  }

  @Test func `a paper is printed as JSON`() throws {
    let paper = try desk.json("report self-evaluation --json --ledger 台账 --today 2020-10-10")
    #expect(paper["kind"] as? String == "report")
    let text = try #require(paper["text"] as? String)
    #expect(text == desk.run("report self-evaluation --ledger 台账 --today 2020-10-10").output)
  }
}

extension TourTests {
  @Test func `every built-in paper is printed`() {
    for paper in [
      "monthly 2020-07", "self-evaluation", "reform", "filing-form", "ledger", "evidence-index",
      "department 学工部",
    ] {
      let outcome = desk.run("report \(paper) --ledger 台账 --today 2020-10-10")
      #expect(outcome.status == .fine, "\(paper): \(outcome.messages)")
      #expect(outcome.output.hasPrefix("# "), "\(paper)")
    }
  }

  @Test func `figures are judged, and what is missing is said`() throws {
    for (name, value) in [
      ("工作人员", "31"), ("主席团成员", "5"), ("工作部门", "6"), ("来自院系", "21"), ("代表", "167"),
    ] {
      let outcome = desk.run(
        "fact set \(name) \(value) --on 2020-09-15 --actor 校团委 --ledger 台账 --today 2020-09-16")
      #expect(outcome.status == .fine, "\(outcome.messages)")
    }
    let form = desk.run("report filing-form --ledger 台账 --today 2020-10-10").output
    #expect(form.contains("67.74"))
    let row = try #require(form.split(separator: "\n").first { $0.hasPrefix("| 10 |") })
    #expect(row.contains("□达标　□未达标"))
    #expect(row.contains("学生总数"))
    #expect(form.contains("达标4项，未达标0项，不适用0项，无法判定13项"))
  }

  @Test func `templates are copied out, and a copy prints the same paper`() throws {
    let before = desk.run("report monthly 2020-07 --ledger 台账 --today 2020-08-01").output
    #expect(desk.run("templates export 台账/templates").status == .fine)
    #expect(desk.run("report monthly 2020-07 --ledger 台账 --today 2020-08-01").output == before)
    try desk.write("台账/templates/foot.mustache", Array("改过\n".utf8))
    #expect(desk.run("templates export 台账/templates").output.contains("没有覆盖"))
    #expect(try desk.text("台账/templates/foot.mustache") == "改过\n")
    let keys = desk.run("report monthly 2020-07 --list-keys --ledger 台账 --today 2020-08-01")
    #expect(keys.status == .fine)
    #expect(keys.output.contains("overdueCount"))
  }
}

extension TourTests {
  @Test func `the exported sheet imports again without a change`() {
    #expect(desk.run("export --csv --output 台账.csv --ledger 台账 --today 2020-08-01").status == .fine)
    let again = desk.run("import 台账.csv --ledger 台账 --dry-run --today 2020-08-01")
    #expect(again.output.contains("新增 0 条，变动 0 条，减少 0 条，未变 27 条"))
  }

  @Test func `the wall chart and the calendar are printed`() {
    let board = desk.run("report board --ledger 台账 --today 2020-08-01")
    #expect(board.status == .fine)
    #expect(board.output.contains("距报送日 <b>75</b> 天"))
    #expect(board.output.matches(of: /<small>/).count == 27)
    #expect(!board.output.contains("http:") && !board.output.contains("https:"))
    let calendar = desk.run("export --ics --ledger 台账 --today 2020-08-01")
    #expect(calendar.output.hasPrefix("BEGIN:VCALENDAR\r\n"))
  }
}

extension TourTests {
  @Test func `pages and the place of the original stand in the index and can be corrected`() throws
  {
    let options = " --actor 学工部 --ledger 台账 --today 2020-08-01"
    try desk.write("签到.pdf", Array("%PDF-1.4 list".utf8))
    let attached = desk.run("attach 1.2 签到.pdf --pages 3 --original 校档案室 --caption 签到表" + options)
    #expect(attached.status == .fine, "\(attached.messages)")
    func row(_ number: String) throws -> String {
      let index = desk.run("report evidence-index --ledger 台账 --today 2020-08-01").output
      return String(
        try #require(index.split(separator: "\n").first { $0.hasPrefix("| \(number) |") }))
    }
    #expect(try row("证-1.2-02").contains("| 校档案室 | 3 |"))
    #expect(try row("证-1.1-01").hasSuffix("|  |  |"))
    let closed = desk.run("list --state closed --json --ledger 台账 --today 2020-08-01").output
    let revised = desk.run(
      "revise 1.1 --evidence 证-1.1-01 --pages 12 --original 党办 --reason 补登" + options)
    #expect(revised.status == .fine, "\(revised.messages)")
    #expect(try row("证-1.1-01").contains("| 党办 | 12 |"))
    // The file is the same, so the closure stands.
    #expect(closed.contains("\"1.1\""))
    #expect(desk.run("show 1.1 --ledger 台账 --today 2020-08-01").output.contains("已销号"))
    #expect(!desk.run("show 1.1 --ledger 台账 --today 2020-08-01").output.contains("失效"))
    let unknown = desk.run("revise 1.1 --evidence 证-1.1-09 --pages 2 --reason 补登" + options)
    #expect(unknown.status == .refused)
    #expect(unknown.messages.contains("[evidence-unknown]"))
    #expect(desk.run("attach 1.1 方案.pdf --pages 0" + options).status == .usage)
    #expect(desk.run("revise 1.1 --pages 2 --reason 补登" + options).status == .usage)
  }
}
