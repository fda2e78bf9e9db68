import Foundation
import Testing
import XiaohaoCLI

/// What papers say beside the tick of an indicator.
struct IndicatorWordsTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withPlan()
    try desk.write("甲.pdf", Array("甲".utf8))
    run("attach 2.1 甲.pdf --actor 校团委")
  }

  @discardableResult
  private func run(_ line: String) -> Desk.Outcome {
    desk.run(line + " --ledger 台账 --today 2020-07-22")
  }

  private func row(_ number: String, of paper: String) -> String {
    run("report \(paper)").output.split(separator: "\n").first {
      $0.hasPrefix("| \(number) |") || $0.hasPrefix("| ▲\(number) |")
    }.map(String.init) ?? ""
  }

  @Test(.bug(id: "proof", "a row with one proved figure of two counted as proved"))
  func `a figure without evidence is named in form, publication and annex`() {
    run("fact set 主席团加工作部门 是 --evidence 证-2.1-01 --actor 校团委")
    run("fact set 其他常设层级 否 --actor 校团委")
    for paper in ["filing-form", "filing-notice", "self-evaluation"] {
      #expect(row("2", of: paper).contains("其他常设层级未附佐证"), "\(paper): \(row("2", of: paper))")
    }
    run("fact set 主席团加工作部门 是 --actor 校团委 --source 统计表")
    for paper in ["filing-form", "filing-notice", "self-evaluation"] {
      #expect(row("2", of: paper).contains("未附佐证"), "\(paper): \(row("2", of: paper))")
    }
  }

  @Test(.bug(id: "not-applicable", "two empty boxes and a reason without the word"))
  func `an indicator that does not apply says so beside its empty boxes`() {
    let told = run("indicator exempt 4 --reason 学期未满 --actor 领导小组办公室")
    #expect(told.status == .fine, "\(told.messages)")
    #expect(row("4", of: "filing-form").contains("不适用：学期未满"), "\(row("4", of: "filing-form"))")
  }

  @Test(.bug(id: "lack", "what an indicator lacks was empty"))
  func `the list of what is missing has the figure of a row that fails`() {
    run("fact set 代表 50 --actor 校团委")
    run("fact set 学生总数 12800 --actor 校团委")
    let row = row("10", of: "missing")
    #expect(row.contains("未达标") && row.contains("代表50人"), "\(row)")
  }

  @Test(.bug(id: "fact-words", "a value with a reason is 放宽, and was called 不适用"))
  func `a value with a reason is told as an exemption`() {
    let told = run("fact set 工作人员 38 --exempt 三个校区 --actor 校团委").output
    #expect(told.contains("工作人员 38；放宽：三个校区"), "\(told)")
    let none = run("fact set 研究生 不适用：高职 --actor 校团委").output
    #expect(none.contains("研究生 不适用：高职"), "\(none)")
  }

  @Test(.bug(id: "school-blanks", "the blanks around a school's name were kept"))
  func `the name of a school has no blanks around it`() throws {
    let opened = desk.run([
      "init", "--ledger", "另", "--school", "  南岭学院  ", "--today", "2020-07-20",
    ])
    #expect(opened.output.contains("「南岭学院」"), "\(opened.output)")
    #expect(desk.run("history --ledger 另 --today 2020-07-22").output.contains(" 南岭学院；审核人"))
  }

  @Test(.bug(id: "text-counts", "a paper printed a text against the ledger without a word"))
  func `a paper repeats what its text says otherwise than the ledger`() throws {
    try desk.write("文稿.md", Array("## 成效\n\n改革任务共销号27项，完成率100%。\n".utf8))
    let imported = run("text import 文稿.md --actor 领导小组办公室")
    let printed = run("report self-evaluation")
    for outcome in [imported, printed] {
      #expect(outcome.status == .fine)
      #expect(outcome.messages.contains("共销号27项”，台账里已销号的是 0 项"), "\(outcome.messages)")
      #expect(outcome.messages.contains("“完成率100%”，台账里有截止日期的"), "\(outcome.messages)")
    }
    #expect(!run("report ledger").messages.contains("text-figure-differs"))
  }

  @Test(.bug(id: "text-hedges", "a paper printed a text that hedges without a word"))
  func `a paper says again where its text hedges`() throws {
    try desk.write(
      "文稿.md", Array("## 成效\n\n各项制度基本完成。\n\n## 下一步工作\n\n拟推进换届。\n".utf8))
    let imported = run("text import 文稿.md --actor 领导小组办公室")
    let printed = run("report self-evaluation")
    for outcome in [imported, printed] {
      #expect(outcome.messages.contains("[text-hedges]: 文稿「成效」"), "\(outcome.messages)")
      #expect(!outcome.messages.contains("文稿「下一步」"), "\(outcome.messages)")
    }
    #expect(!run("report ledger").messages.contains("text-hedges"))
  }
}
