import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// Rectification after an inspection: a school's own list of problems, from the list to the report.
struct RectificationTests {
  /// Words that belong to the reform of a students' union alone.
  static let foreign = ["学生会", "省", "自评", "改革"]
  private let desk: Desk

  init() throws {
    desk = try Desk()
    desk.variables["XIAOHAO_ACTOR"] = "党政办"
    try desk.write("清单.md", Array(try Self.sample().utf8))
  }

  /// The made-up list that ships beside the sets.
  static func sample() throws -> String {
    let path = SharedDocuments.repository.appendingPathComponent("tasks/example-rectification.md")
    return try String(contentsOf: path, encoding: .utf8)
  }

  @discardableResult
  private func run(_ line: String, on day: String = "2026-06-05") -> Desk.Outcome {
    desk.run(line + " --ledger 台账 --today \(day) --confirm-date")
  }

  private func open() {
    run("init --school 示例职业学院 --list 清单.md", on: "2026-03-10")
    run("import 清单.md", on: "2026-03-10")
  }

  /// Settles an item with evidence for every measure.
  private func settle(_ id: String, measures: Int, on day: String) throws {
    run("start \(id)", on: day)
    for measure in 1...measures {
      let file = "\(id)-\(measure).txt"
      try desk.write(file, Array("\(id) 第 \(measure) 条".utf8))
      run("attach \(id) ./\(file) --measure \(measure) --caption 第\(measure)条材料", on: day)
    }
    run("submit \(id) --summary 已核实并办结，记录齐全。", on: day)
    let closed = run("close \(id) --opinion 同意销号 --actor 领导小组办公室", on: day)
    #expect(closed.status == .fine, "\(closed.messages)")
  }

  @Test func `a list of problems is opened, imported and told by its own words`() throws {
    let opened = run("init --school 示例职业学院 --list 清单.md", on: "2026-03-10")
    #expect(opened.status == .fine, "\(opened.messages)")
    #expect(opened.output.contains("按「巡察整改」，3 项任务 8 条"))
    #expect(opened.output.contains("下一步：xiaohao import 清单.md"))
    let imported = run("import 清单.md", on: "2026-03-10")
    #expect(imported.output.contains("共 8 条，对上列表条款 8 条，缺 0 条"), "\(imported)")
    let items = try #require(
      desk.json("show 1.1 --json --ledger 台账 --today 2026-03-10 --confirm-date")["items"]
        as? [[String: Any]])
    let item = try #require(items.first)
    #expect(item["responsiblePerson"] as? String == "林一舟")
    #expect((item["measures"] as? [Any])?.count == 2)
    #expect((item["deadline"] as? [String: Any])?["due"] as? String == "2026-06-30")
    let departments = try #require(item["departments"] as? [String: [String]])
    #expect(departments["lead"] == ["宣传部"])
    #expect(departments["supporting"] == ["党政办"])
    let ledger = run("report ledger").output
    #expect(ledger.contains("# 示例职业学院巡察整改台账"))
    #expect(ledger.contains("| 条目 | 反馈问题 | 整改措施 | 整改时限 | 责任单位 |"))
    #expect(run("report monthly 2026-05").output.contains("# 示例职业学院巡察整改月度进展（2026年5月）"))
    let report = run("report self-evaluation").output
    #expect(report.contains("# 示例职业学院关于巡察整改情况的报告"))
    #expect(report.contains("**反馈问题尚未全部整改到位**"))
    #expect(!report.contains("指标"))
  }

  @Test func `without indicators the verdict rests on the items`() throws {
    open()
    let rows = [("1.1", 2), ("1.2", 2), ("1.3", 1), ("2.1", 2), ("2.2", 1), ("3.1", 2), ("3.2", 1)]
    for (id, measures) in rows { try settle(id, measures: measures, on: "2026-04-20") }
    run("start 2.3", on: "2026-04-20")
    run("sustain 2.3", on: "2026-04-20")
    run("note 2.3 四月会议计划已审", on: "2026-04-20")
    run("note 1.3 四月抽查两个支部", on: "2026-04-21")
    let report = run("report self-evaluation", on: "2026-04-30").output
    #expect(report.contains("**反馈问题全部整改到位**"), "\(report.prefix(3000))")
    #expect(run("missing --by 2026-04-30", on: "2026-04-30").status == .fine)
    let form = run("report filing-form", on: "2026-04-30").output
    #expect(form.contains("巡察整改没有评估指标，本表不用填报"))
    let packed = run("bundle --out 报送", on: "2026-04-30")
    #expect(packed.output.contains("结论：反馈问题全部整改到位"), "\(packed)")
    #expect(try desk.names(in: "报送").contains("整改情况报告.md"))
    #expect(try !desk.names(in: "报送").contains("评估备案表.md"))
    let view = run("rollup 台账", on: "2026-04-30").output
    #expect(view.contains("巡察整改情况汇总"), "\(view.prefix(400))")
  }

  @Test(.bug(id: "newcomer", "papers called the list and its groups by the words of another set"))
  func `papers call the list and its groups by the words of the set`() throws {
    open()
    run("extend request 3.1 --until 2027-01-31 --reason 等待厂家调试")
    let month = run("report monthly 2026-06", on: "2026-06-30").output
    #expect(month.contains("晚于反馈问题清单的时限2026年9月30日和报送日"), "\(month)")
    #expect(month.contains("反馈问题清单：示职党巡〔2026〕3号"), "\(month)")
    #expect(!month.contains("任务列表"))
    let report = run("report self-evaluation", on: "2026-06-30").output
    #expect(report.contains("三类问题中尚无一类全部办妥，8项反馈问题中尚无一项办妥"), "\(report)")
  }

  @Test(.bug(id: "newcomer", "what was done for several problems ran on without naming them"))
  func `each problem is answered by itself, with its own evidence`() throws {
    open()
    try settle("2.1", measures: 2, on: "2026-04-20")
    try settle("2.2", measures: 1, on: "2026-04-20")
    try desk.write("计划.txt", Array("计划".utf8))
    run("attach 2.3 ./计划.txt --caption 会议计划", on: "2026-04-20")
    let report = run("report self-evaluation", on: "2026-04-21").output
    #expect(
      report.contains("关于“公务接待清单要素不全，有三笔报销没有附公函”问题（第2.1项）"), "\(report)")
    #expect(report.contains("关于“学生反映的食堂价格问题答复不及时"), "\(report)")
    #expect(report.components(separatedBy: "落实情况：已核实并办结，记录齐全").count == 3)
    // What is under way proves nothing that is told as done.
    #expect(!report.contains("2.3-01）"), "\(report)")
  }

  @Test func `no paper, message, check or flag speaks of another work`() throws {
    open()
    try settle("1.1", measures: 2, on: "2026-04-20")
    run("extend request 3.1 --until 2027-01-31 --reason 等待厂家调试")
    run("gap raise 合同档案缺四份 --owner 总务处 --item 3.2")
    run("meeting open 2026-05 --actor 领导小组办公室")
    let papers = [
      "monthly 2026-05", "minutes 2026-05", "missing", "self-evaluation", "reform", "filing-form",
      "filing-notice", "ledger", "evidence-index", "department 总务处", "board", "hand-in",
      "reminder 总务处",
    ].map { "report " + $0 }
    let commands = [
      "check", "check --strict", "list", "show 2.1", "history", "missing", "reminder 总务处",
      "gap list", "fact list", "fact names", "member list", "text list", "export --csv",
      "export --ics", "export --events", "import 清单.md --dry-run", "import 清单.md",
      "list update 清单.md --reason 核对 --dry-run", "verify", "doctor", "init --school 甲",
      "submit 2.2 --summary 基本完成", "close 2.2 --opinion 同意", "revise 9.9 --content 甲 --reason 乙",
      "revise 3.2 --clause 9.9 --reason 核对", "extend grant 3.1 --basis 会议 --actor 领导小组办公室",
      "fact set 工作人员 31", "indicator exempt 1 --reason 无", "meeting close 2026-05",
      "sheet export --all --output 表单", "bundle --out 报送 --dry-run", "rollup 台账",
      "report filing-form 机电系", "deadline 立行立改", "text export 文稿.md",
    ]
    for line in papers + commands + commands.map({ $0 + " --json" }) {
      let outcome = run(line)
      for word in Self.foreign {
        #expect(!outcome.output.contains(word), "\(line): \(word)")
        let messages = outcome.messages.replacing("可省略", with: "")
        #expect(!messages.contains(word), "\(line): \(messages)")
      }
    }
  }

  @Test(arguments: [
    ("问题", "整改措施", "责任领导", "责任单位", "整改时限"),
    ("存在的问题", "整改任务", "整改责任人", "整改责任部门", "整改期限"),
    ("具体表现", "具体整改措施", "分管领导", "牵头单位", "完成时限"),
    ("反馈意见", "整改举措", "责任人", "责任部门", "整改完成时间"),
    ("巡察反馈问题", "整改要求", "牵头校领导", "整改单位", "办结时限"),
  ])
  func `headings of schools are known`(
    content: String, measures: String, person: String, department: String, deadline: String
  ) throws {
    let table = DocumentWriter.html([
      .paragraph("巡察整改问题清单（2026年）"),
      .table(
        [
          ["序号", content, measures, person, department, deadline],
          ["1", "三个支部换届超过期限。", "到期支部完成换届。", "林一舟", "组织部", "2026年5月底前"],
          ["2", "报销手续不全。", "补齐手续，修订办法。", "周远山", "财务处", "立行立改"],
        ].map { row in row.map { DocumentWriter.Cell(paragraphs: [$0]) } }),
    ])
    try desk.write("清单.html", Array(table.utf8))
    let opened = run("init --school 甲学院 --list 清单.html", on: "2026-03-10")
    #expect(opened.output.contains("按「巡察整改」"), "\(opened)")
    run("import 清单.html", on: "2026-03-10")
    let items = try desk.items("show 1.1 --confirm-date", on: "2026-03-10")
    let first = try #require(items.first)
    #expect(first["content"] as? String == "三个支部换届超过期限。")
    #expect(first["responsiblePerson"] as? String == "林一舟")
    #expect((first["departments"] as? [String: [String]])?["lead"] == ["组织部"])
    #expect((first["deadline"] as? [String: Any])?["due"] as? String == "2026-05-31")
    #expect((first["measures"] as? [Any])?.count == 1)
  }

  @Test func `hedges of rectification are named at submit, at review and in the verdict`() throws {
    open()
    run("start 3.2", on: "2026-04-20")
    try desk.write("记录.txt", Array("记录".utf8))
    run("attach 3.2 ./记录.txt --measure 1 --caption 记录", on: "2026-04-20")
    let applied = run("submit 3.2 --summary 台账已补齐，其余推进中，作风有所改善。", on: "2026-04-20")
    #expect(applied.messages.contains("「推进中」、「有所改善」"), "\(applied.messages)")
    run("meeting open 2026-04 --actor 领导小组办公室", on: "2026-04-25")
    #expect(run("report monthly 2026-04", on: "2026-04-25").output.contains("推进中"))
    #expect(run("missing", on: "2026-04-25").output.contains("推进中"))
    let closed = run("close 3.2 --opinion 同意 --actor 领导小组办公室", on: "2026-04-26")
    #expect(closed.messages.contains("「推进中」"), "\(closed.messages)")
    #expect(run("report self-evaluation", on: "2026-04-30").output.contains("推进中"))
    // The office says what hedges in its own work.
    try FileManager.default.createDirectory(
      atPath: desk.path("台账/tasks"), withIntermediateDirectories: true)
    try desk.write(
      "台账/tasks/rectification.md", Array("| 项目 | 内容 |\n|---|---|\n| 含糊词 | 已补齐 |\n".utf8))
    let own = run("missing", on: "2026-04-27").output
    #expect(own.contains("已补齐") && !own.contains("有所改善"), "\(own)")
    try desk.write(
      "台账/tasks/rectification.md", Array("| 项目 | 内容 |\n|---|---|\n| 含糊词 | 中 |\n".utf8))
    let faulty = run("missing", on: "2026-04-27")
    #expect(faulty.messages.contains("错误[hedge-unusable]"), "\(faulty.messages)")
  }

  @Test func `the final report answers problem by problem`() throws {
    open()
    try settle("1.1", measures: 2, on: "2026-05-20")
    run("start 1.2", on: "2026-05-20")
    try desk.write("批复.txt", Array("批复".utf8))
    run(
      "attach 1.2 ./批复.txt --measure 1 --caption 换届批复 --number 示职党组〔2026〕9号", on: "2026-05-21")
    let report = run("report self-evaluation").output
    let answer = """
      #### 1. 关于“理论学习中心组研讨交流不够，全年只安排两次集中研讨”问题（第1.1项）

      整改措施：一是每季度至少安排一次集中研讨，研讨提纲提前一周下发。二是建立学习情况季度通报。

      落实情况：已核实并办结，记录齐全。

      佐证：1.1-01至02。
      """
    #expect(report.contains(answer), "\(report.prefix(3000))")
    #expect(report.contains("问题（第1.2项）\n\n整改措施：一是逐个支部核对届满时间。"), "\(report.prefix(3000))")
    #expect(report.contains("落实情况：正在推进，还缺"), "\(report.prefix(3000))")
    #expect(!report.contains("第1.2项“"))
    // A document of what nobody has reviewed yet is no result.
    #expect(!report.contains("印发《换届批复》"))
  }

  @Test func `what the office writes of a category stands in place of the answers`() throws {
    open()
    try settle("1.1", measures: 2, on: "2026-05-20")
    try desk.write("文稿.md", Array("# 一、党的建设\n\n学校党委把理论学习摆在首位。\n".utf8))
    let taken = run("text import 文稿.md --actor 领导小组办公室")
    #expect(taken.status == .fine, "\(taken.messages)")
    let report = run("report self-evaluation").output
    #expect(report.contains("学校党委把理论学习摆在首位。"))
    #expect(!report.contains("问题（第1.1项）") && report.contains("问题（第2.1项）"))
  }

  @Test func `without a list it says what a list needs`() throws {
    let outcome = run("init --school 甲学院 --set 巡察整改")
    #expect(outcome.status == .usage)
    #expect(outcome.messages.contains("错误[list-needed]"))
    #expect(outcome.messages.contains("--list 文件"))
    let unknown = run("init --school 甲学院 --set 督查")
    #expect(unknown.messages.contains("有：深化改革、年度改革自评、巡察整改、通用"))
  }

  @Test func `the office changes the words in its own table`() throws {
    open()
    try FileManager.default.createDirectory(
      atPath: desk.path("台账/tasks"), withIntermediateDirectories: true)
    try desk.write(
      "台账/tasks/rectification.md",
      Array("| 项目 | 内容 |\n|---|---|\n| 改革 | 巡视整改 |\n| 领导机构 | 整改专班 |\n".utf8))
    let report = run("report self-evaluation").output
    #expect(report.contains("# 示例职业学院关于巡视整改情况的报告"))
    #expect(report.contains("由整改专班统筹"))
  }

  @Test func `a list of another kind of inspection is told from this one`() throws {
    try desk.write("清单.md", Array(try Self.sample().replacing("巡察", with: "巡视").utf8))
    let opened = run("init --school 示例职业学院 --list 清单.md", on: "2026-03-10")
    #expect(opened.messages.contains("提醒[reform-word-differs]"), "\(opened.messages)")
    run("import 清单.md", on: "2026-03-10")
    #expect(run("check").messages.contains("reform-word-differs"))
    // The rows that the documentation shows leave nothing of the other word.
    let path = SharedDocuments.repository.appendingPathComponent(
      "Sources/TaskLedger/Documentation.docc/Rectification.md")
    let page = try String(contentsOf: path, encoding: .utf8)
    let start = try #require(page.range(of: "```\n| 项目 | 内容 |\n"))
    let rows = try #require(page[start.upperBound...].components(separatedBy: "```").first)
    try FileManager.default.createDirectory(
      atPath: desk.path("台账/tasks"), withIntermediateDirectories: true)
    try desk.write("台账/tasks/rectification.md", Array("| 项目 | 内容 |\n\(rows)".utf8))
    let papers = [
      "monthly 2026-05", "missing", "self-evaluation", "reform", "filing-form", "filing-notice",
      "ledger", "department 总务处", "board", "hand-in",
    ]
    for paper in papers {
      let printed = run("report " + paper)
      #expect(!printed.output.contains("巡察"), "\(paper): \(printed.output)")
      #expect(!printed.messages.contains("reform-word-differs"))
    }
  }

  @Test(arguments: [
    "fact names", "fact set 工作人员 31", "indicator exempt 1 --reason 无 --actor 领导小组办公室",
    "report filing-form 机电系",
  ])
  func `what only indicators ask for is said to be of no use`(line: String) {
    open()
    let outcome = run(line)
    #expect(outcome.messages.contains("[indicators-none]"), "\(outcome)")
    #expect(!outcome.messages.contains("工作人员"), "\(outcome.messages)")
  }

  @Test func `one office has one name`() throws {
    open()
    let office = "巡察整改工作领导小组办公室"
    #expect(run("report filing-notice").output.contains("向\(office)反映"))
    let letter = run("reminder send 总务处 --actor 领导小组办公室")
    #expect(letter.status == .fine, "\(letter.messages)")
    #expect(run("report reminder 总务处").output.contains(office))
  }

  @Test func `its export is imported again as it was`() throws {
    open()
    run("export --csv --output 台账.csv")
    let again = run("import 台账.csv --dry-run")
    #expect(again.output.contains("共 8 条，对上列表条款 8 条"), "\(again)")
  }

  @Test func `the log alone carries what the ledger is about`() throws {
    open()
    run("export --events --output 记录.jsonl")
    let read = desk.run("init --from 记录.jsonl --ledger 副本 --today 2026-06-05 --confirm-date")
    #expect(read.status == .fine, "\(read.messages)")
    let report = desk.run("report ledger --ledger 副本 --today 2026-06-05").output
    #expect(report.contains("# 示例职业学院巡察整改台账"))
  }

  @Test func `a corrected list stays of its work`() throws {
    open()
    try desk.write(
      "更正.md", Array(try Self.sample().replacing("2026年9月底前", with: "2026年8月底前").utf8))
    let outcome = run("list update 更正.md --reason 党委复核 --actor 领导小组办公室")
    #expect(outcome.output.contains("时限：2026年9月底前 → 2026年8月底前"), "\(outcome)")
    #expect(run("report ledger").output.contains("| 反馈问题 | 整改措施 |"))
  }

  @Test(.bug(id: "newcomer", "a corrected list was called the school's plan"))
  func `a list that was corrected under another number is no plan`() throws {
    open()
    let sample = try Self.sample()
    let number = try #require(sample.firstMatch(of: /〔2026〕(\d+)号/)).0
    let corrected = sample.replacing(String(number), with: "〔2026〕99号")
      .replacing("2026年9月底前", with: "2026年8月底前")
    try desk.write("更正.md", Array(corrected.utf8))
    let outcome = run("list update 更正.md --reason 党委复核 --actor 领导小组办公室")
    #expect(outcome.status == .fine, "\(outcome)")
    for paper in ["self-evaluation", "ledger", "monthly 2026-06", "reform"] {
      let text = run("report \(paper)").output
      #expect(!text.contains("实施方案") && !text.contains("，方案"), "\(text)")
      #expect(text.contains("〔2026〕99号") || !text.contains("号）"), "\(text)")
    }
  }

  @Test func `before the list is imported no paper waits for a plan`() throws {
    run("init --school 示例职业学院 --list 清单.md", on: "2026-03-10")
    let text = run("report ledger").output
    #expect(text.contains("尚未导入") && !text.contains("方案"), "\(text)")
  }

  @Test(.bug(id: "newcomer", "the category of a problem was taken for the problem"))
  func `a column of problems under an unknown heading is asked about`() throws {
    let rows = """
      # 示例职业学院党委巡察反馈问题整改清单

      | 序号 | 问题类别 | 情形描述 | 整改措施 | 责任单位 | 整改时限 |
      |---|---|---|---|---|---|
      | 1 | 思想建设 | 理论学习不够深入 | 每月集中学习 | 宣传部 | 2026年6月底前 |
      | 2 | 组织建设 | 支部换届不及时 | 制定换届计划 | 组织部 | 2026年7月底前 |

      """
    try desk.write("问题.md", Array(rows.utf8))
    let asked = run("init --school 示例职业学院 --list 问题.md", on: "2026-03-10")
    #expect(asked.status == .unreadableInput && asked.messages.contains("[list-content-doubtful]"))
    #expect(asked.messages.contains("--map 内容=情形描述"), "\(asked.messages)")
    #expect(!FileManager.default.fileExists(atPath: desk.path("台账/ledger.sqlite")))
    let wrong = run("init --school 示例职业学院 --list 问题.md --map 内容=没有", on: "2026-03-10")
    #expect(wrong.status == .unreadableInput && wrong.messages.contains("[column-unknown]"))
    let opened = run(
      "init --school 示例职业学院 --list 问题.md --map 内容=情形描述", on: "2026-03-10")
    #expect(opened.output.contains("2 项任务 2 条"), "\(opened)")
    #expect(opened.output.contains("xiaohao import 问题.md --ledger 台账 --map 内容=情形描述"))
    let imported = run("import 问题.md --map 内容=情形描述", on: "2026-03-10")
    #expect(imported.output.contains("对上列表条款 2 条，缺 0 条"), "\(imported)")
    // A corrected list is read the same way, and a column of categories may be meant.
    try desk.write(
      "更正.md", Array(rows.replacing("支部换届不及时", with: "支部换届滞后").utf8))
    let options = " --reason 复核 --actor 领导小组办公室"
    #expect(run("list update 更正.md" + options).status == .unreadableInput)
    let updated = run("list update 更正.md --map 内容=情形描述" + options)
    #expect(updated.status == .fine && updated.output.contains("支部换届滞后"), "\(updated)")
    let meant = desk.run(
      "init --ledger 另 --school 示例职业学院 --list 问题.md --map 内容=问题类别 --today 2026-03-10 --confirm-date"
    )
    #expect(meant.status == .fine, "\(meant)")
  }

  @Test func `rows of one problem are its measures`() throws {
    let rows = """
      <tr><td rowspan=2>1</td><td rowspan=3>党的建设</td><td rowspan=2>集中研讨不够，全年只有两次。</td>\
      <td>每季度研讨一次。</td><td>宣传部</td><td>2026年6月底前</td></tr>
      <tr><td>按季通报。</td><td>党政办</td><td>2026年9月底前</td></tr>
      <tr><td>2</td><td>三个支部换届超期。</td><td>完成换届。</td><td>组织部</td><td>限期整改（2026年5月底前）</td></tr>
      """
    try desk.write(
      "清单.html",
      Array(
        """
        <html><body><p>甲学院整改清单</p><table><tr><th>序号</th><th>问题类别</th><th>反馈问题</th>\
        <th>整改措施</th><th>责任单位</th><th>整改时限</th></tr>\(rows)</table></body></html>
        """.utf8))
    run("init --school 甲学院 --list 清单.html", on: "2026-03-10")
    run("import 清单.html", on: "2026-03-10")
    let items = try desk.items("list --confirm-date", on: "2026-03-10")
    #expect(items.map { $0["id"] as? String } == ["1.1", "1.2"])
    #expect((items[0]["measures"] as? [String]) == ["每季度研讨一次。", "按季通报。"])
    #expect(
      items.map { ($0["deadline"] as? [String: Any])?["due"] as? String }
        == ["2026-09-30", "2026-05-31"])
  }

  @Test func `any other list has general words`() throws {
    try desk.write(
      "督查.md",
      Array(
        """
        # 2026年督查事项任务清单

        | 序号 | 任务 | 内容 | 完成时限 |
        |---|---|---|---|
        | 1 | 安全 | 完成实验室危险品清点。 | 2026年5月 |
        | 2 | 安全 | 更换老化线路。 | 2026年8月 |
        """.utf8))
    let opened = run("init --school 甲学院 --list 督查.md", on: "2026-03-10")
    #expect(opened.output.contains("按「通用」"), "\(opened)")
    try desk.write(
      "方案.md",
      Array(
        """
        # 甲学院督查事项落实方案

        | 序号 | 任务 | 内容 | 落实措施 | 完成时限 | 责任单位 |
        |---|---|---|---|---|---|
        | 1.1 | 安全 | 完成实验室危险品清点。 | 逐室清点 | 2026年5月 | 教务处 |
        | 1.2 | 安全 | 更换老化线路。 | 分楼更换 | 2026年8月 | 总务处 |
        """.utf8))
    #expect(run("import 方案.md", on: "2026-03-10").status == .fine)
    let report = run("report self-evaluation").output
    #expect(report.contains("**各项任务尚未全部办妥**"))
    for word in Self.foreign { #expect(!report.contains(word), "\(word)") }
  }
}
