import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// What the office writes, decides and asks for: texts, meetings, the missing list and reminders.
struct OfficePapersTests {
  private let desk: Desk

  init() throws { desk = try TourTests.desk() }

  private func run(_ line: String, today: String = "2020-08-20") -> Desk.Outcome {
    desk.run(
      line.split(separator: " ").map(String.init) + ["--ledger", "台账", "--today", today])
  }

  private func office(_ line: String, today: String = "2020-08-20") -> Desk.Outcome {
    let outcome = run(line + " --actor 领导小组办公室", today: today)
    #expect(outcome.status == .fine, "\(line): \(outcome.messages)")
    return outcome
  }

  private static let text = """
    # 文稿

    ## 一、明确职能定位

    学校取消宿舍检查等行政职能，校级学生会工作人员35人全部回到服务岗位。

    ## 三、主要成效

    同学满意度基本提高。

    ## 下一步工作

    推进院系学生会换届。

    ## 别的标题。

    """

  // MARK: Texts

  @Test func `a text is read by heading, and what does not fit the ledger is named`() throws {
    _ = office("fact set 工作人员 31 --on 2020-08-19")
    try desk.write("文稿.md", Array(Self.text.utf8))
    let before = try desk.ledgerBytes()
    #expect(office("text import 文稿.md --dry-run").output.contains("第 1 项任务  1     是"))
    #expect(try desk.ledgerBytes() == before)
    let outcome = office("text import 文稿.md")
    #expect(outcome.messages.contains("提醒[text-hedges]: 文稿「成效」用了不确定的说法：「基本」"))
    #expect(
      outcome.messages.contains(
        "提醒[text-figure-differs]: 文稿「第 1 项任务」写工作人员 35，台账登记的是 31"))
    #expect(outcome.output.contains("还没有文稿的部分：第 2 项任务、"))
    let log = try desk.ledgerBytes()
    #expect(office("text import 文稿.md").output.contains("与台账相同"))
    #expect(try desk.ledgerBytes() == log, "the same file again adds nothing")
    let report = run("report self-evaluation").output
    #expect(report.contains("校级学生会工作人员35人全部回到服务岗位"))
    #expect(report.contains("同学满意度基本提高。"))
    #expect(report.contains("\n推进院系学生会换届。"))
    #expect(run("report reform").output.contains("明确职能定位。学校取消宿舍检查等行政职能"))
  }

  @Test func `a file without known headings is refused with what to do`() throws {
    try desk.write("文稿.md", Array("# 总结\n\n一年来工作很多。\n".utf8))
    let outcome = run("text import 文稿.md --actor 领导小组办公室")
    #expect(outcome.status == .unreadableInput)
    #expect(outcome.messages.contains("错误[text-headings-missing]"))
    #expect(outcome.messages.contains("xiaohao text export 文稿.md"))
  }

  @Test func `what is exported can be written on and comes back`() throws {
    #expect(run("text export 样稿.md").status == .fine)
    let form = try desk.text("样稿.md")
    #expect(form.components(separatedBy: "\n## ").count == 15)
    #expect(form.contains("【待写】"))
    #expect(form.contains("文件已于7月21日印发。"))
    let back = office("text import 样稿.md")
    #expect(!back.messages.contains("text-stray"), "\(back.messages)")
    #expect(!run("text list").output.contains("【待写】"))
    let listed = try desk.json("text list --json --ledger 台账 --today 2020-08-20")
    let texts = try #require(listed["texts"] as? [[String: Any]])
    #expect(texts.contains { $0["part"] as? String == "task" && $0["task"] as? Int == 1 })
  }

  @Test func `only the office writes texts and decisions`() throws {
    try desk.write("文稿.md", Array(Self.text.utf8))
    for line in [
      "text import 文稿.md --actor 学工部", "reminder 学工部 --actor 学工部",
    ] {
      let outcome = run(line)
      #expect(outcome.status == .refused, "\(line)")
      #expect(outcome.messages.contains("[actor-may-not-review]"), "\(outcome.messages)")
    }
  }

  @Test func `a fault of what a paper prints is named with its place, and stays as written`() throws
  {
    for line in ["start 2.1 --actor 校团委", "attach 2.1 方案.pdf --actor 校团委"] {
      #expect(run(line).status == .fine, "\(line)")
    }
    let fault = "[text-proofreading]: 2.1 的完成情况说明用了半角标点“,”：「已印发了方案,并报党委备案」"
    let submitted = run("submit 2.1 --summary 已印发了方案,并报党委备案。 --actor 校团委")
    #expect(submitted.messages.contains(fault), "\(submitted.messages)")
    #expect(submitted.messages.contains("撤回后改好重报"), "\(submitted.messages)")
    #expect(submitted.status == .fine)
    let report = run("report self-evaluation")
    let told = "[text-proofreading]: 照登的原文有 1 处要校对，第一处是2.1 的完成情况说明用了半角标点“,”"
    #expect(report.messages.contains(told), "\(report.messages)")
    #expect(report.output.contains("已印发了方案,并报党委备案"))
    #expect(!run("report hand-in").messages.contains("text-proofreading"))
    let noted = office("note 2.1 2020.8.20召开座谈会")
    #expect(noted.messages.contains("2.1 的进展（2020-08-20）日期写作“2020.8.20”"), "\(noted.messages)")
  }

  @Test func `why something does not apply is proofread where it is recorded and printed`() throws {
    let figure = office("fact set 研究生 --exempt 本校没有研究生,不适用")
    #expect(figure.messages.contains("「研究生」不适用的理由用了半角标点"), "\(figure.messages)")
    let recorded = office("indicator exempt 5 --reason 尚无党团员,明年再报")
    #expect(recorded.messages.contains("「5」不适用的理由用了半角标点"), "\(recorded.messages)")
    let report = run("report filing-form")
    #expect(report.output.contains("尚无党团员,明年再报"))
    let told = "照登的原文有 1 处要校对，第一处是「5」不适用的理由用了半角标点"
    #expect(report.messages.contains(told), "\(report.messages)")
    let notice = run("report filing-notice")
    #expect(notice.output.contains("尚无党团员,明年再报") && notice.messages.contains(told))
  }

  @Test func `the reason of a correction is proofread where a late entry is printed`() throws {
    #expect(run("start 2.1 --actor 校团委").status == .fine)
    let revised = office("revise 2.1 --person 王老师 --reason 分工有变,另行指定")
    #expect(
      revised.messages.contains("2.1 的更正或作废的理由用了半角标点“,”"), "\(revised.messages)")
  }

  // MARK: Meetings

  @Test func `what a meeting decides is in its minutes and comes back next month`() throws {
    let opened = office("meeting open 2020-08")
    #expect(opened.output.contains("  请决定："))
    #expect(opened.output.contains("说明人："))
    _ = office("meeting attend 2020-08 李老师 张伟")
    _ = office("meeting decide 2020-08 1.2 --text 补齐签到表 --owner 校团委 --due 2020-08-25")
    _ = office("meeting decide 2020-08 --text 统一佐证格式 --owner 学工部 --due 2020-09-10")
    let minutes = run("report minutes 2020-08").output
    #expect(minutes.contains("出席：李老师、张伟"))
    #expect(minutes.contains("| 1 | 1.2 | 补齐签到表 | 校团委 | 8月25日 |"))
    #expect(minutes.contains("| 2 |  | 统一佐证格式 | 学工部 | 9月10日 |"))
    _ = office("meeting decide 2020-08 --settled 2 --text 已印发格式", today: "2020-09-08")
    let monthly = run("report monthly 2020-09", today: "2020-09-20").output
    #expect(monthly.contains("1.2 补齐签到表（8月25日前） | 校团委 | 条目推进中，已过期限 |"))
    #expect(monthly.contains("统一佐证格式（9月10日前） | 学工部 | 9月8日：已印发格式 |"))
  }

  @Test func `what awaits a review is shown with its code`() {
    for line in [
      "start 2.1 --actor 校团委", "attach 2.1 方案.pdf --actor 校团委",
      "submit 2.1 --summary 架构基本理顺。 --actor 校团委",
    ] {
      #expect(run(line).status == .fine, "\(line)")
    }
    let opened = office("meeting open 2020-08").output
    #expect(opened.contains("说明：架构基本理顺。佐证2.1-01。"))
    #expect(opened.contains("说明中有不确定的说法：“基本”。"))
    #expect(opened.firstMatch(of: /审核码 [0-9A-Z]{4}-[0-9A-Z]{4}/) != nil)
  }

  @Test(arguments: [
    ("meeting decide 2020-08 --text 无 --owner 学工部", "meeting-not-opened"),
    ("meeting attend 2020-08 李老师", "meeting-not-opened"),
    ("meeting decide 2020-08 --settled 3 --text 已办", "decision-unknown"),
    ("reminder reply 7 已办", "reminder-unknown"),
  ])
  func `what is not there is refused`(line: String, code: String) {
    let outcome = run(line + " --actor 领导小组办公室")
    #expect(outcome.status == .refused)
    #expect(outcome.messages.contains("错误[\(code)]"), "\(outcome.messages)")
  }

  // MARK: The missing list and reminders

  @Test func `the missing list says everything by department, as the paper does`() throws {
    let list = try desk.json("missing --json --ledger 台账 --today 2020-08-20")
    #expect(list["by"] as? String == "2020-10-15")
    #expect(list["passes"] as? Bool == false)
    let departments = try #require(list["departments"] as? [[String: Any]])
    let items = departments.flatMap { $0["items"] as? [[String: Any]] ?? [] }
    let returned = try #require(items.first { $0["id"] as? String == "1.2" })
    let words = try #require(returned["missing"] as? [String])
    #expect(words.contains("退回后未再申请：缺会议签到表"))
    #expect(words.contains("缺完成情况说明"))
    #expect(!items.contains { $0["id"] as? String == "1.1" })
    #expect((list["indicators"] as? [Any])?.count == 17)
    let paper = run("report missing").output
    #expect(paper.contains("退回后未再申请：缺会议签到表"))
    #expect(paper.contains("## 办公室"))
    let one = run("missing --department 学工部")
    #expect(one.status == .fine && one.output.hasPrefix("学工部（"), "\(one.output)")
    let unknown = run("missing --department 学工处室")
    #expect(unknown.messages.contains("department-unknown"), "\(unknown.messages)")
  }

  @Test func `a day that is still to come is not missed`() throws {
    let fresh = try Desk.withPlan()
    let options = " --ledger 台账 --today 2020-07-20"
    let revised = fresh.run(
      "revise 10.2 --deadline 每月25日前 --reason 会议明确 --actor 领导小组办公室" + options)
    #expect(revised.status == .fine, "\(revised.messages)")
    let missing = fresh.run("missing" + options).output
    #expect(missing.contains("2020年9月的进展或佐证") && !missing.contains("漏期"), "\(missing)")
  }

  @Test func `text that claims more than the ledger, and an unknown heading, are said`() throws {
    try desk.write(
      "文稿.md",
      Array("## 三、主要成效\n\n27项改革举措已全部办妥，已销号27项。\n\n经验做法\n\n坚持每月例会。\n".utf8))
    let taken = office("text import 文稿.md")
    #expect(
      taken.messages.components(separatedBy: "[text-figure-differs]").count == 3,
      "\(taken.messages)")
    #expect(taken.messages.contains("[text-heading-unknown]: 「经验做法」"), "\(taken.messages)")
  }

  @Test func `a school that passes misses nothing`() throws {
    let finished = try FinishedSchool.desk()
    let list = try finished.json("missing --json --ledger 台账 --today 2020-10-12")
    #expect(list["passes"] as? Bool == true, "\(list)")
    #expect((list["departments"] as? [Any])?.isEmpty == true)
    #expect(finished.run("missing --ledger 台账 --today 2020-10-12").output.contains("没有还缺的"))
  }

  @Test func `an open gap of no item is listed though it holds nothing back`() throws {
    let finished = try FinishedSchool.desk()
    let options = " --ledger 台账 --today 2020-10-12"
    let raised = finished.run(
      "gap raise 院系指导不够 --owner 学工部 --actor 领导小组办公室" + options)
    #expect(raised.status == .fine, "\(raised.messages)")
    let paper = finished.run("report missing" + options).output
    #expect(paper.contains("可以作出自评通过的结论"))
    #expect(paper.contains("- 第1号：院系指导不够。由学工部负责"), "\(paper)")
    #expect(finished.run("report missing 学工部" + options).output.contains("第1号：院系指导不够"))
    #expect(!finished.run("report missing 校团委" + options).output.contains("院系指导不够"))
    let listed = finished.run("missing" + options)
    #expect((listed.output + listed.messages).contains("第1号（不属于条目，不影响结论）：院系指导不够"))
  }

  @Test func `minutes are those of a meeting that was held, and stay as sealed`() {
    let none = run("report minutes 2020-07")
    #expect(none.status == .refused && none.messages.contains("[meeting-not-opened]"), "\(none)")
    _ = office("meeting open 2020-08")
    _ = office("meeting decide 2020-08 1.2 --text 补齐签到表 --owner 校团委 --due 2020-08-25")
    _ = office("meeting open 2020-09", today: "2020-09-02")
    let open = run("report minutes 2020-09", today: "2020-09-02").output
    #expect(open.contains("条目推进中，已过期限"), "\(open)")
    _ = office("meeting close 2020-08", today: "2020-10-02")
    _ = office("meeting close 2020-09", today: "2020-10-02")
    let sealed = run("report minutes 2020-09", today: "2020-10-02").output
    _ = office("meeting open 2020-10", today: "2020-10-03")
    _ = office("meeting decide 2020-08 --settled 1 --text 已补齐", today: "2020-10-05")
    #expect(run("report minutes 2020-09", today: "2020-10-12").output == sealed)
    #expect(!sealed.contains("已补齐"))
  }

  @Test func `a sheet that was sent is printed as it was, and a draft as it would be`() {
    let first = office("reminder 校团委").output
    for line in [
      "start 2.2 --actor 校团委", "attach 2.2 方案.pdf --actor 校团委",
      "submit 2.2 --summary 已印发方案。 --actor 校团委",
    ] {
      #expect(run(line, today: "2020-08-25").status == .fine, "\(line)")
    }
    #expect(run("report reminder 校团委", today: "2020-08-25").output == first)
    let draft = office("reminder 校团委 --dry-run", today: "2020-08-26").output
    #expect(draft != first && !draft.contains("第1号"), "\(draft)")
  }

  @Test func `a 督办单 names apart what was not urged before its answer was due`() throws {
    _ = office("reminder 校团委")
    // The answer is asked for by 23 August.
    let soon = office("reminder 校团委 --dry-run", today: "2020-08-23").output
    #expect(soon.contains("催办函"), "\(soon)")
    let later = office("reminder 校团委", today: "2020-10-09").output
    #expect(later.contains("督办单（第2号）"))
    let parts = later.components(separatedBy: "另有以下各项")
    try #require(parts.count == 2, "\(later)")
    #expect(parts[0].contains("| 1.2 "))
    #expect(!parts[0].contains("10月15日") && parts[1].contains("10月15日"), "\(later)")
  }

  @Test func `a reminder is numbered, becomes more urgent, and takes an answer`() {
    let first = office("reminder 校团委").output
    #expect(first.hasPrefix("# 学生会深化改革催办函（第1号）") || first.contains("催办函（第1号）"), "\(first)")
    let answered = run("reminder reply 1 本周补齐 --actor 校团委", today: "2020-08-22")
    #expect(answered.status == .fine, "\(answered.messages)")
    #expect(
      run("report reminder 校团委", today: "2020-08-22").output.contains("回复（2020年8月22日）：本周补齐"))
    #expect(office("reminder 校团委", today: "2020-09-20").output.contains("督办单（第2号）"))
    #expect(run("reminder list").output.contains("本周补齐") == false)
    #expect(run("reminder list", today: "2020-09-20").output.contains("本周补齐"))
  }

  @Test(
    .bug(id: "desk", "a letter that could not be written took a number"),
    arguments: [
      ("催办函.xyz", ProgramStatus.usage, "output-form-unknown"),
      ("夹", .disk, "output-unwritable"), ("没有/催办函.md", .disk, "output-unwritable"),
      ("催办函.md", .refused, "output-exists"), ("台账/evidence/函.md", .refused, "output-is-ledger"),
    ])
  func `a reminder that cannot be written takes no number`(
    output: String, status: ProgramStatus, code: String
  ) throws {
    try FileManager.default.createDirectory(
      atPath: desk.path("夹"), withIntermediateDirectories: true)
    try desk.write("催办函.md", Array("手写的\n".utf8))
    let before = run("export --events").output
    let outcome = run("reminder 校团委 --output \(output) --actor 领导小组办公室")
    #expect(outcome.status == status, "\(outcome.messages)")
    #expect(outcome.messages.contains(code), "\(outcome.messages)")
    #expect(run("export --events").output == before)
    #expect(try desk.text("催办函.md") == "手写的\n")
    // With another place it is the first.
    #expect(run("reminder 校团委 --output 函.md --actor 领导小组办公室").status == .fine)
    #expect(try desk.text("函.md").contains("（第1号）"))
  }
}
