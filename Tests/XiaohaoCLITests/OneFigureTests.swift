import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// What an office met in which screens contradicted each other, command by command.
struct OneFigureTests {
  private let desk: Desk
  private let office = "领导小组办公室"

  init() throws {
    desk = try Desk.withPlan()
    for name in ["指引.pdf", "补充.pdf", "1.1"] { try desk.write(name, Array(name.utf8)) }
  }

  @discardableResult
  private func run(_ line: String, by actor: String? = nil, on day: String = "2020-07-22")
    -> Desk.Outcome
  {
    desk.run(line + (actor.map { " --actor \($0)" } ?? "") + " --ledger 台账 --today \(day)")
  }

  private func items(_ options: String, on day: String = "2020-07-22") throws -> [[String: Any]] {
    try desk.items("list \(options)", on: day)
  }

  private func ids(_ options: String, on day: String = "2020-07-22") throws -> [String] {
    try items(options, on: day).compactMap { $0["id"] as? String }
  }

  private func item(_ id: String, on day: String) throws -> [String: Any] {
    try #require(desk.items("show \(id)", on: day).first)
  }

  private func close(_ id: String, on day: String = "2020-07-22") {
    run("start \(id)", by: "学工部", on: day)
    run("attach \(id) 指引.pdf", by: "学工部", on: day)
    run("submit \(id) --summary 已印发。", by: "学工部", on: day)
    #expect(run("close \(id) --opinion 同意", by: office, on: day).status == .fine)
  }

  // MARK: Departments

  @Test(.bug(id: "counts", "no paper of a department mentioned the hand-in"))
  func `a department reads the hand-in beside a later day and beside none`() {
    let paper = run("report department 学工部", on: "2020-10-12").output
    #expect(paper.contains("2020年10月31日（报送日2020年10月15日前办妥）"))
    #expect(paper.contains("未载明（报送日2020年10月15日前办妥）"))
    #expect(!paper.contains("2020年5月31日（报送日"))
  }

  @Test(.bug(id: "counts", "a department under its other name was another one"))
  func `a department is the same under its other name everywhere`() throws {
    run("revise 1.2 --departments 学生处 --reason 更名", by: office)
    let all = try ids("--department 学工部")
    #expect(all.contains("1.2"))
    for name in ["学生处", "学生工作部", "学工处"] {
      #expect(try ids("--department \(name)") == all, "\(name)")
      #expect(
        run("report department \(name)").output == run("report department 学工部").output, "\(name)")
    }
    let led = try items("--department 学工部").count { item in
      let leads = (item["departments"] as? [String: Any])?["lead"] as? [String] ?? []
      return leads.contains("学工部") || leads.contains("学生处")
    }
    try FileManager.default.createDirectory(
      atPath: desk.path("样式"), withIntermediateDirectories: true)
    let loads = "{{#departmentLoads}}\n{{name}}={{total}}\n{{/departmentLoads}}\n"
    try desk.write("样式/monthly.mustache", Array(loads.utf8))
    let lines = run("report monthly 2020-07 --templates 样式").output.split(separator: "\n")
    #expect(lines.contains("学工部=\(led)"))
    #expect(!lines.contains { $0.hasPrefix("学生处") })
  }

  // MARK: Closing

  @Test(.bug(id: "counts", "what holds the verdict back was said only in October"))
  func `hedges and open gaps are said at submit and at close`() {
    run("start 1.1", by: "学工部")
    run("attach 1.1 指引.pdf", by: "学工部")
    run("gap raise 名单没有公示 --item 1.1 --owner 学工部", by: "校团委")
    for outcome in [
      run("submit 1.1 --summary 基本完成，大部分已印发。", by: "学工部"),
      run("close 1.1 --opinion 同意", by: office),
    ] {
      #expect(outcome.status == .fine)
      #expect(outcome.messages.contains("[statement-hedges]"), "\(outcome.messages)")
      #expect(outcome.messages.contains("「基本」、「大部分」"), "\(outcome.messages)")
      #expect(outcome.messages.contains("[gap-open]"), "\(outcome.messages)")
    }
  }

  /// A plan whose days are written so that a person must look at them.
  private static let doubtful = """
    # 青禾示范学院学生会深化改革实施方案

    青禾职院党〔2020〕9号

    2020年6月5日

    | 序号 | 任务 | 改革内容 | 落实措施 | 完成时限 | 实施部门 |
    |---|---|---|---|---|---|
    | 1.1 | 明确职能定位 | 拟定本校学生会深化改革实施方案并上报 | 印发方案。 | 10月前 | 学工部 |
    | 1.2 | 明确职能定位 | 举办校级层面的改革动员会或培训会 | 召开会议。 | 2021年前 | 学工部 |

    """

  @Test(.bug(id: "counts", "one confirmation took every doubt along"))
  func `one flag is confirmed by name, and all are named when all are`() throws {
    let desk = try Desk()
    try desk.write("方案.md", Array(Self.doubtful.utf8))
    func run(_ line: String) -> Desk.Outcome {
      desk.run(line + " --ledger 新 --today 2020-06-08 --actor 校团委")
    }
    func flags() throws -> [[String]] {
      let json = try desk.json("list --json --ledger 新 --today 2020-06-08")
      let items = try #require(json["items"] as? [[String: Any]])
      return items.map { $0["flags"] as? [String] ?? [] }
    }
    _ = run("init --school 青禾示范学院")
    _ = run("import 方案.md")
    // The printed convention holds, and whoever confirms it looks at it.
    #expect(try flags() == [["deadline-ambiguous", "year-assumed"], ["deadline-ambiguous"]])
    #expect(run("revise 1.1 --confirm-flag year --reason 已核对").messages.contains("flag-unknown"))
    let one = run("revise 1.1 --confirm-flag year-assumed --reason 已核对").output
    #expect(one.contains("year-assumed") && !one.contains("deadline-ambiguous"))
    #expect(try flags() == [["deadline-ambiguous"], ["deadline-ambiguous"]])
    let rest = run("revise 1.1 1.2 --confirm --reason 已核对").output
    #expect(rest.split(separator: "\n").count { $0.contains("deadline-ambiguous") } == 2)
    #expect(try flags() == [[], []])
  }

  @Test(.bug(id: "counts", "a round without a day showed the day of the round before"))
  func `a reopened round without a day says so and never the old day`() throws {
    close("1.2")
    run("reopen 1.2 --finding 名单不实 --basis 督查", by: "校团委", on: "2020-07-24")
    let shown = run("show 1.2", on: "2020-07-24").output
    let row = run("list", on: "2020-07-24").output.split(separator: "\n")
      .first { $0.hasPrefix("1.2 ") }.map(String.init)
    for text in [shown, try #require(row)] { #expect(text.contains("第 2 轮时限未定"), "\(text)") }
    #expect(!shown.contains("到期日"))
    let json = try item("1.2", on: "2020-07-24")
    let deadline = try #require(json["deadline"] as? [String: Any])
    #expect(deadline["text"] as? String == "第 2 轮时限未定")
    #expect(deadline["due"] is NSNull)
    #expect(json["targetDay"] as? String == "2020-10-15")
    #expect((json["missing"] as? [String])?.contains("第 2 轮时限未定") == true)
    let original = try #require(json["originalDeadline"] as? [String: Any])
    #expect(original["text"] as? String == "2020年6月")
    let paper = run("report self-evaluation", on: "2020-07-24").output
    #expect(!paper.contains("2020年6月」，没有明确日期"))
    #expect(paper.contains("第2轮时限未定"))
    #expect(
      run("submit 1.2 --summary 已改。", by: "学工部", on: "2020-07-24").messages
        .contains("evidence-missing"))

    run("revise 1.2 --deadline 2020年8月 --reason 会议明确", by: office, on: "2020-07-25")
    let dated = try item("1.2", on: "2020-07-25")
    #expect((dated["deadline"] as? [String: Any])?["due"] as? String == "2020-08-31")
  }

  @Test func `a reopened round with a day of its own goes by that day`() throws {
    close("1.2")
    run("reopen 1.2 --finding 名单不实 --basis 督查 --due 2020-08-20", by: "校团委", on: "2020-07-24")
    let json = try item("1.2", on: "2020-08-21")
    let deadline = try #require(json["deadline"] as? [String: Any])
    #expect(deadline["due"] as? String == "2020-08-20")
    #expect(deadline["text"] as? String == "第 2 轮，2020年8月20日前")
    #expect(json["isOverdue"] as? Bool == true)
    let late = run(
      "reopen 1.2 --finding 名单不实 --basis 督查 --due 2020-12-20", by: "校团委", on: "2020-07-24")
    #expect(late.status == .refused)
  }

  // MARK: Who acts

  @Test(.bug(id: "counts", "any word was an actor for ever"))
  func `an unknown actor is refused with the nearest, members act, and unsigned is said`() throws {
    let refused = run("start 1.1", by: "学工布")
    #expect(refused.status == .refused)
    #expect(refused.messages.contains("actor-unknown") && refused.messages.contains("学工部"))
    #expect(run("member add 张伟 --department 学生处", by: office).status == .fine)
    #expect(run("member add 张伟 --department 校团委", by: office).status == .fine)
    let twice = run("member add 张伟 --department 团委", by: office)
    #expect(twice.messages.contains("member-already-there"))
    #expect(run("start 1.1", by: "张纬").messages.contains("张伟"))
    #expect(run("start 1.1", by: "张伟").status == .fine)
    run("member retire 张伟", by: office)
    #expect(run("note 1.1 推进", by: "张伟").status == .refused)

    let fresh = try Desk()
    let opened = fresh.run("init --ledger 新 --school 某校 --today 2020-07-20")
    #expect(opened.output.contains("未署名"))
    let history = fresh.run("history --ledger 新 --today 2020-07-20").output
    #expect(history.contains("未署名") && !history.contains("补记"))
  }

  @Test(.bug(id: "store", "a department that only another item names was unknown"))
  func `a department of any item of the plan may act on every item`() {
    run("revise 3.1 --departments 后勤保障集团 --reason 更名", by: office)
    let noted = run("note 1.1 已排好场地", by: "后勤保障集团")
    #expect(noted.status == .fine, "\(noted.messages)")
    #expect(run("note 1.1 已排好场地", by: "后勤保障集团公司").status == .refused)
  }

  @Test func `one person under two departments never reviews her own`() {
    run("member add 张伟 --department 学工部", by: office)
    run("member add 张伟 --department \(office)", by: office)
    run("start 1.1", by: "张伟")
    run("attach 1.1 指引.pdf", by: "张伟")
    run("submit 1.1 --summary 已印发。", by: "张伟")
    let own = run("close 1.1 --opinion 同意", by: "张伟")
    #expect(own.messages.contains("[reviewer-is-submitter]"))
    #expect(own.messages.contains("本人"))
    let department = run("close 1.1 --opinion 同意", by: office)
    #expect(department.messages.contains("1.1 是「张伟」申请的"), "\(department.messages)")
  }

  @Test(.bug(id: "counts", "a department's list left what was withdrawn out of what is settled"))
  func `what was withdrawn is settled in the list of its department too`() throws {
    let desk = try Desk.withPlan()
    func counts(on day: String) -> [Int] {
      let text = desk.run("report department 学工部 --ledger 台账 --today \(day)").output
      let line = text.split(separator: "\n").first { $0.contains("牵头未办妥") } ?? ""
      return line.split { !$0.isNumber }.suffix(3).compactMap { Int($0) }
    }
    let before = counts(on: "2020-08-01")
    desk.run(
      "withdraw 1.1 --basis 粤团办〔2020〕9号 --actor 领导小组办公室 --ledger 台账 --today 2020-08-01")
    let after = counts(on: "2020-08-01")
    try #require(before.count == 3 && after.count == 3)
    #expect(after[0] == before[0] - 1)
    #expect(after[2] == before[2] + 1)
    let check = desk.run("check --ledger 台账 --today 2020-08-01")
    #expect(!(check.output + check.messages).contains("条款 1.1「"), "\(check.output)")
  }

  /// A ledger with one item, due as its plan says.
  private func oneItem(until deadline: String) throws -> Desk {
    let desk = try Desk()
    desk.run("init --school 南岭工程职业学院 --ledger 台账 --today 2020-07-20")
    try desk.write(
      "方案.md",
      Array(
        """
        # 南岭工程职业学院学生会深化改革实施方案

        | 序号 | 改革内容 | 落实措施 | 完成时限 | 牵头单位 |
        |---|---|---|---|---|
        | 1 | 每学期听取一次学生会的工作报告和意见建议 | 听取报告 | \(deadline) | 校团委 |
        """.utf8))
    desk.run("import 方案.md --actor 校团委 --ledger 台账 --today 2020-07-20")
    return desk
  }

  @Test(.bug(id: "counts", "a recurring item had another day to be settled in every paper"))
  func `what recurs after the hand-in is to be settled by the hand-in`() throws {
    let desk = try oneItem(until: "每学期一次")
    let item = try #require(
      (try desk.json("list --json --ledger 台账 --today 2020-09-05")["items"] as? [[String: Any]])?
        .first)
    #expect(item["targetDay"] as? String == "2020-10-15")
    let list = desk.run("list --ledger 台账 --today 2020-09-05").output
    #expect(list.contains("2020-10-15"), "\(list)")
    #expect(!list.contains("2021-01-31"), "\(list)")
  }

  @Test(.bug(id: "counts", "what was struck off and goes on was called due soon on the wall chart"))
  func `what was struck off and shows no progress is called that`() throws {
    let desk = try oneItem(until: "2020年10月底前，并长期坚持")
    try desk.write("材料.txt", Array("材料".utf8))
    func run(_ line: String, on day: String) -> String {
      desk.run(line + " --ledger 台账 --today \(day)").output
    }
    let id =
      (try desk.json("list --json --ledger 台账 --today 2020-07-20")["items"]
      as? [[String: Any]])?.first?["id"] as? String ?? ""
    _ = run("start \(id) --actor 校团委", on: "2020-07-21")
    _ = run("attach \(id) 材料.txt --caption 材料 --actor 校团委", on: "2020-07-22")
    _ = run("submit \(id) --summary 已听取报告。 --actor 校团委", on: "2020-07-23")
    _ = run("close \(id) --opinion 同意 --actor 领导小组办公室", on: "2020-07-24")
    let board = run("report board", on: "2020-09-05")
    #expect(board.contains("已销号、"), "\(board.suffix(400))")
    #expect(!board.contains("临期"))
    // The words on what to do next do not lead to a new review.
    let list = run("report department 校团委", on: "2020-09-05")
    #expect(list.contains("当月补记一条进展"))
  }
}
