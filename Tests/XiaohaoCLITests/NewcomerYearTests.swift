import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// What somebody who began with the program this year could not make out.
struct NewcomerYearTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withPlan()
    try desk.write("材料.txt", Array("材料".utf8))
  }

  @discardableResult
  private func run(_ line: String, on day: String) -> Desk.Outcome {
    desk.run(line + " --ledger 台账 --today \(day)")
  }

  @Test(.bug(id: "desk", "a late meeting looked at its own day, and the month's paper at another"))
  func `the meeting of a month that is over looks at what its paper looks at`() throws {
    run("start 1.1 --actor 学工部", on: "2020-08-03")
    run("attach 1.1 材料.txt --caption 材料 --actor 学工部", on: "2020-08-10")
    run("submit 1.1 --summary 推进计划已经报送。 --actor 学工部", on: "2020-08-12")
    run("close 1.1 --opinion 同意 --actor 领导小组办公室", on: "2020-09-04")
    let opened = run("meeting open 2020-08 --actor 领导小组办公室", on: "2020-09-05").output
    #expect(opened.contains("截至 2020-08-31，同当月自查"), "\(opened)")
    #expect(opened.contains("待审核：1.1"))
    #expect(opened.contains("7.1（") == false, "due on the last day, so overdue on the next")
    let paper = run("report monthly 2020-08", on: "2020-09-05").output
    let matters = opened.split(separator: "\n").filter {
      $0.hasPrefix("  说明：") || $0.hasPrefix("  应于")
    }
    #expect(!matters.isEmpty)
    for fact in matters {
      #expect(paper.contains(fact.drop { $0 == " " }), "\(fact)")
    }
    let own = run("meeting open 2020-09 --actor 领导小组办公室", on: "2020-09-05").output
    #expect(own.contains("议程（2020-09，截至 2020-09-05）"), "\(own)")
  }

  @Test(
    .bug(id: "desk", "an export left withdrawn items out, and importing it dropped them"),
    arguments: ["xlsx", "csv"])
  func `an export of the ledger is imported again without a change`(format: String) throws {
    run("withdraw 2.2 --basis 粤团办〔2020〕9号文件 --actor 领导小组办公室", on: "2020-08-05")
    run("export --\(format) --output 台账表.\(format)", on: "2020-08-06")
    let again = run("import 台账表.\(format) --update --dry-run", on: "2020-08-06").output
    #expect(again.contains("新增 0 条，变动 0 条，减少 0 条，未变 27 条"), "\(again.suffix(300))")
  }

  @Test(
    .bug(id: "desk", "a negative figure was taken for an unknown option"),
    arguments: ["-3", "-30", "-3人"])
  func `a negative figure is said to be one`(value: String) throws {
    let outcome = desk.run(
      ["fact", "set", "工作人员", value, "--actor", "校团委", "--ledger", "台账", "--today", "2020-08-01"])
    #expect(outcome.status == .usage)
    #expect(outcome.messages.contains("不能是负数"), "\(outcome.messages)")
    #expect(!outcome.messages.contains("没有这个选项"))
  }

  @Test func `who is at a meeting and unknown is said, and recorded all the same`() throws {
    run("meeting open 2020-08 --actor 领导小组办公室", on: "2020-08-05")
    run("member add 李老师 --department 校团委 --actor 领导小组办公室", on: "2020-08-05")
    let known = run("meeting attend 2020-08 李老师 校团委 --actor 领导小组办公室", on: "2020-08-05")
    #expect(!known.messages.contains("attendee-unknown"), "\(known.messages)")
    let slip = run("meeting attend 2020-08 李老帅 --actor 领导小组办公室", on: "2020-08-05")
    #expect(slip.status == .fine)
    #expect(slip.messages.contains("[attendee-unknown]"))
    #expect(slip.messages.contains("是不是：「李老师」"), "\(slip.messages)")
    #expect(run("report minutes 2020-08", on: "2020-08-05").output.contains("李老帅"))
  }

  @Test(.bug(id: "desk", "the report told what was applied for as if it had been accepted"))
  func `what waits for its review is no result of the reform`() throws {
    run("start 1.1 --actor 学工部", on: "2020-08-03")
    run("attach 1.1 材料.txt --caption 材料 --actor 学工部", on: "2020-08-10")
    run("submit 1.1 --summary 推进计划已经报送。 --actor 学工部", on: "2020-08-12")
    let waiting = run("report reform", on: "2020-08-12").output
    #expect(!waiting.contains("推进计划已经报送"), "\(waiting)")
    let told = run("report self-evaluation", on: "2020-08-12").output
    #expect(told.contains("已申请销号，正在审核（申报的完成情况：推进计划已经报送）"), "\(told.prefix(2000))")
    run("close 1.1 --opinion 同意 --actor 领导小组办公室", on: "2020-08-13")
    #expect(run("report reform", on: "2020-08-13").output.contains("推进计划已经报送"))
  }

  @Test(
    .bug(id: "desk", "headings stood with nothing below them"),
    arguments: ["reform", "self-evaluation"])
  func `no heading of a report is empty`(paper: String) throws {
    run("start 2.3 --actor 校学生会", on: "2020-08-03")
    run("sustain 2.3 --actor 校学生会", on: "2020-08-03")
    for day in ["2020-07-20", "2020-08-12"] {
      let lines = run("report \(paper)", on: day).output.split(separator: "\n")
        .filter { !$0.allSatisfy(\.isWhitespace) }
      for (heading, next) in zip(lines, lines.dropFirst()) where heading.hasPrefix("#") {
        let level = heading.prefix { $0 == "#" }.count
        let below = next.prefix { $0 == "#" }.count
        #expect(below == 0 || below > level, "\(heading)")
      }
    }
  }

  @Test func `two of something are 两`() throws {
    try desk.write(
      "清单.md",
      Array(
        """
        # 2020年督查事项任务清单

        | 序号 | 任务 | 内容 | 完成时限 |
        |---|---|---|---|
        | 1 | 安全 | 完成实验室危险品清点。 | 2020年8月 |
        | 2 | 后勤 | 更换老化线路。 | 2020年9月 |
        """.utf8))
    desk.run("init --ledger 督查 --school 甲学院 --list 清单.md --today 2020-07-20")
    desk.run("import 清单.md --ledger 督查 --today 2020-07-20")
    let report = desk.run("report self-evaluation --ledger 督查 --today 2020-08-01").output
    #expect(report.contains("两类任务中尚无一类全部办妥"), "\(report)")
    #expect(!report.contains("二类任务"))
  }

  @Test(.bug(id: "desk", "history cut a text within a figure"))
  func `history cuts no figure`() throws {
    try desk.write(
      "方案.md",
      Array(
        """
        # 甲学院学生会深化改革实施方案

        | 序号 | 改革内容 | 完成时限 | 实施部门 |
        |---|---|---|---|
        | 1 | 学生会工作人员学习成绩综合排名须在本专业前30%以内，且没有课业不及格情况 | 2020年9月 | 校团委 |
        """.utf8))
    desk.run("init --ledger 另一本 --school 甲学院 --today 2020-07-20")
    desk.run("import 方案.md --ledger 另一本 --today 2020-07-20")
    let history = desk.run("history --ledger 另一本 --today 2020-07-20").output
    #expect(history.contains("须在本专业前…；时限"), "\(history)")
  }

  @Test(.bug(id: "desk", "remedies of check left out who acts, and the command was refused"))
  func `what must be signed is suggested with who signs`() throws {
    let remedies = run("check", on: "2020-07-20").messages + run("check", on: "2020-07-20").output
    for line in remedies.split(separator: "\n") where line.contains("xiaohao revise") {
      for command in line.components(separatedBy: "xiaohao ").dropFirst() {
        #expect(command.contains("--actor 经办人"), "\(line)")
      }
    }
  }
}
