import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// What was taken or claimed without a word once (decision 0168).
struct UnsaidSlipsTests {
  private let desk: Desk
  private let options = " --ledger 台账 --today 2020-07-20"

  init() throws {
    desk = try Desk()
    desk.run("init --ledger 台账 --school 青禾示范学院 --reviewer 领导小组办公室 --today 2020-06-10")
  }

  /// A plan of two items with what it says of the days of each.
  @discardableResult
  private func plan(_ first: String, _ second: String = "2020年10月") throws -> Desk.Outcome {
    let text = """
      青禾示范学院学生会深化改革实施方案

      2020年6月8日

      | 条款 | 任务 | 改革内容 | 完成时限 | 实施部门 | 完成情况 |
      |---|---|---|---|---|---|
      | 3.1 | 坚持精简原则 | 优化两级学生会机构和规模 | \(first) | 校团委 | 待报 |
      | 3.2 | 坚持精简原则 | 原有部门撤并、人员分流 | \(second) | 学工部 | 待报 |
      """
    try desk.write("方案.md", Array(text.utf8))
    let outcome = desk.run("import 方案.md --ledger 台账 --today 2020-06-10")
    #expect(outcome.status == .fine, "\(outcome.messages)")
    return outcome
  }

  @Test func `a department that nobody knows is said where a person is registered`() throws {
    try plan("2020年8月")
    let unknown = desk.run("member add 赵六 --department 学公部 --actor 领导小组办公室" + options)
    #expect(unknown.status == .fine)
    #expect(unknown.messages.contains("[member-department-unknown]"), "\(unknown.messages)")
    #expect(unknown.messages.contains("「学工部」"), "\(unknown.messages)")
    let known = desk.run("member add 孙七 --department 学工部 --actor 领导小组办公室" + options)
    #expect(!known.messages.contains("member-department-unknown"), "\(known.messages)")
    let role = desk.run("member add 孙七 --department 学工部 --role 老板 --actor 领导小组办公室" + options)
    #expect(role.messages.contains("责任部门、办公室、领导、管理员 之一"), "\(role.messages)")
  }

  @Test func `who is registered again and who leaves nobody behind is told`() throws {
    try plan("2020年8月")
    func office(_ line: String) -> Desk.Outcome {
      desk.run(line + " --actor 领导小组办公室" + options)
    }
    let first = office("member add 赵审 --department 党政办 --role 办公室")
    #expect(!first.messages.contains("member-holds"), "\(first.messages)")
    #expect(office("member retire 赵审").status == .fine)
    let again = office("member add 赵审 --department 学工部")
    #expect(again.messages.contains("说明[member-holds]"), "\(again.messages)")
    #expect(again.messages.contains("党政办、学工部；职责：责任部门、办公室"), "\(again.messages)")
    #expect(office("member add 吴工 --department 学工部 --role 管理员").status == .fine)
    let left = office("member retire 吴工")
    #expect(left.messages.contains("提醒[administrator-gone]"), "\(left.messages)")
  }

  @Test func `a picture with a number is no document, a scan with a title is one`() throws {
    try plan("2020年8月")
    try desk.write("培训照片.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3])
    try desk.write("扫描件.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 4, 5, 6])
    desk.run("start 3.1 --actor 校团委" + options)
    for words in [
      "培训照片.jpg --number 青团〔2020〕9号", "扫描件.jpg --caption 工作指引 --number 青团〔2020〕5号",
    ] {
      let attached = desk.run("attach 3.1 \(words) --actor 校团委" + options)
      #expect(attached.status == .fine, "\(attached.messages)")
    }
    desk.run("submit 3.1 --summary 工作指引已印发。 --actor 校团委" + options)
    let closed = desk.run("close 3.1 --opinion 同意 --actor 领导小组办公室" + options)
    #expect(closed.status == .fine, "\(closed.messages)")
    let report = desk.run("report self-evaluation" + options).output
    #expect(report.contains("《工作指引》（青团〔2020〕5号）"), "\(report)")
    #expect(!report.contains("《培训照片》"), "\(report)")
  }

  @Test func `the list's own deadline is named where the plan has none`() throws {
    try plan("")
    let paper = desk.run("report monthly 2020-06 --ledger 台账 --today 2020-06-30").output
    #expect(paper.contains("方案没有写时限，所对条款写的是“2020年"), "\(paper)")
    #expect(!paper.contains("方案和所对条款都没有写时限"))
  }

  @Test func `a remedy that is copied keeps what goes on, and names no role`() throws {
    let imported = try plan("2020年底前，并长期坚持")
    #expect(imported.messages.contains("--map 栏目名="), "\(imported.messages)")
    #expect(!imported.messages.contains("--map 时限="), "\(imported.messages)")
    let checked = desk.run("check --ledger 台账 --today 2020-06-10")
    let remedy = (checked.output + checked.messages).split(separator: "\n").first {
      $0.contains("revise 3.1 --deadline")
    }
    #expect(remedy?.contains("，并长期坚持") ?? false, "\(checked)")
  }

  @Test(.bug(id: "desk", "of two measures that evidence was to prove only the last was kept"))
  func `one piece of evidence proves one measure`() throws {
    let desk = try Desk.withPlan()
    try desk.write("材料.txt", Array("材料".utf8))
    let outcome = desk.run(
      "attach 1.1 材料.txt --measure 1 --measure 2 --actor 学工部 --ledger 台账 --today 2020-08-01")
    #expect(outcome.status == .usage)
    #expect(outcome.messages.contains("只能写一个 --measure"), "\(outcome.messages)")
  }

  @Test(.bug(id: "desk", "an extension was in no report, and a further round was told as one"))
  func `the self-evaluation names what was given more time, and on what ground`() throws {
    let desk = try Desk.withPlan()
    func run(_ line: String, on day: String) -> Desk.Outcome {
      desk.run(line + " --ledger 台账 --today \(day)")
    }
    let shown = try desk.json("show 7.1 --json --ledger 台账 --today 2020-07-21")
    let item = (shown["items"] as? [[String: Any]])?.first ?? shown
    let due = try #require((item["deadline"] as? [String: Any])?["due"] as? String)
    _ = run("start 7.1 --actor 学工部", on: "2020-07-21")
    _ = run("extend request 7.1 --until 2020-09-30 --reason 换届推迟 --actor 学工部", on: "2020-07-22")
    let granted = run("extend grant 7.1 --basis 主任办公会同意 --actor 领导小组办公室", on: "2020-07-23")
    try #require(granted.status == .fine, "\(granted.messages)")
    let report = run("report self-evaluation", on: "2020-08-01").output
    let date = due.split(separator: "-").compactMap { Int($0) }
    #expect(
      report.contains(
        "延期的条目有：第7.1项原定\(date[0])年\(date[1])月\(date[2])日前，延至2020年9月30日前（主任办公会同意）。"),
      "\(report.prefix(3000))")
    // The day of a further round is no extension.
    try desk.write("材料.txt", Array("材料".utf8))
    _ = run("attach 7.1 材料.txt --caption 材料 --actor 学工部", on: "2020-08-02")
    _ = run("submit 7.1 --summary 已按办法换届。 --actor 学工部", on: "2020-08-03")
    _ = run("close 7.1 --opinion 同意 --actor 领导小组办公室", on: "2020-08-04")
    let again = run(
      "reopen 7.1 --finding 名单不实 --basis 督查反馈 --due 2020-10-10 --actor 领导小组办公室", on: "2020-08-10")
    try #require(again.status == .fine, "\(again.messages)")
    #expect(!run("report self-evaluation", on: "2020-08-11").output.contains("延期的条目"))
  }
}
