import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// `import --map`: a person says what columns hold, and the ledger keeps it for the next import.
struct ImportMapTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    desk.run("init --ledger 台账 --school 甲职业学院 --today 2020-06-02")
    try write("方案.csv", "2020年9月", "2020年7月")
  }

  /// A plan with two columns of days, neither with a heading that is known.
  private func write(_ name: String, _ first: String, _ second: String) throws {
    let text = """
      序号,任务,改革内容,落实措施,甲类,乙类,实施部门
      1.1,明确职能定位,由校团委拟定本校学生会（研究生会）深化改革推进计划并报送。,起草计划,\(first),\(second),校团委
      1.2,明确职能定位,开校级的改革动员会或培训会，讲明改革目标、改革任务、改革时限。,召开会议,\(first),\(second),学工部
      """
    try desk.write(name, Array(text.utf8))
  }

  private func imported(_ words: [String]) -> Desk.Outcome {
    desk.run(["import"] + words + ["--ledger", "台账", "--today", "2020-06-02", "--actor", "校团委"])
  }

  private func dues() throws -> [String] {
    try desk.items("list", on: "2020-06-02").map {
      ($0["deadline"] as? [String: Any])?["due"] as? String ?? ""
    }
  }

  @Test(arguments: [
    (["--map", "时限=甲类"], "2020-09-30"), (["--map", "时限=F"], "2020-07-31"),
    (["--map", "时限＝ 乙类 "], "2020-07-31"), (["--map", "时限=e"], "2020-09-30"),
    (["--map", "时限=甲类", "--map", "时限=乙类"], "2020-07-31"),
  ])
  func `a column is named by its heading or its letter`(words: [String], due: String) throws {
    let outcome = imported(["方案.csv"] + words)
    #expect(outcome.status == .fine, "\(outcome)")
    #expect(try dues() == [due, due])
  }

  @Test func `without a word two columns of days are asked about`() throws {
    let outcome = imported(["方案.csv"])
    #expect(outcome.messages.contains("[column-doubtful]"))
    #expect(try dues() == ["", ""])
  }

  @Test(arguments: [
    ("时限=丙类", "错误[column-unknown]", "甲类、乙类"), ("时限=Z", "错误[column-unknown]", "甲类、乙类"),
    ("日子=甲类", "栏目「日子」不认识", "栏目名有"), ("时限", "没有写成「栏目=表头」", "--map 时限="),
  ])
  func `a heading that is not there is refused with those that are`(
    words: String, fault: String, remedy: String
  ) throws {
    let outcome = imported(["方案.csv", "--map", words])
    #expect(outcome.status != .fine)
    #expect(outcome.messages.contains(fault), "\(outcome.messages)")
    #expect(outcome.messages.contains(remedy), "\(outcome.messages)")
    #expect(try dues().isEmpty)
  }

  @Test(.bug(id: "cli", "the advice named a role that no column has, and was refused when copied"))
  func `a column that fits no role is told with the roles there are`() throws {
    let text = """
      序号,任务,改革内容,落实措施,完成时限,实施部门,完成情况
      1.1,明确职能定位,由校团委拟定本校学生会（研究生会）深化改革推进计划并报送。,起草计划,2020年9月,校团委,办好了
      """
    try desk.write("多栏.csv", Array(text.utf8))
    let told = imported(["多栏.csv", "--dry-run"]).messages
    #expect(told.contains("--map 栏目名=完成情况"), "\(told)")
    #expect(told.contains("（栏目名写 序号、条款、任务、依据、内容、措施、时限、部门、"), "\(told)")
    let copied = imported(["多栏.csv", "--dry-run", "--map", "备注=完成情况"])
    #expect(copied.status == .fine, "\(copied.messages)")
  }

  @Test func `what was said is kept for the next import and can be said anew`() throws {
    #expect(imported(["方案.csv", "--map", "时限=乙类"]).status == .fine)
    #expect(try dues() == ["2020-07-31", "2020-07-31"])
    try write("新方案.csv", "2020年6月10日", "2020年6月20日")
    let outcome = imported(["新方案.csv", "--update"])
    #expect(!outcome.messages.contains("[column-doubtful]"), "\(outcome.messages)")
    #expect(try dues() == ["2020-06-20", "2020-06-20"])
    #expect(imported(["新方案.csv", "--update", "--map", "时限=甲类"]).status == .fine)
    #expect(try dues() == ["2020-06-10", "2020-06-10"])
  }

  @Test func `of two plans in one file one is chosen by its name`() throws {
    let text = """
      # 甲职业学院学生会深化改革实施方案

      2019年任务清单

      | 序号 | 任务 | 改革内容 | 完成时限 | 实施部门 |
      |---|---|---|---|---|
      | 1.1 | 明确职能定位 | 由校团委拟定本校学生会（研究生会）深化改革推进计划并报送。 | 2019年6月 | 校团委 |

      2020年任务清单

      | 序号 | 任务 | 改革内容 | 完成时限 | 实施部门 |
      |---|---|---|---|---|
      | 1.1 | 明确职能定位 | 由校团委拟定本校学生会（研究生会）深化改革推进计划并报送。 | 2020年6月 | 校团委 |
      """
    try desk.write("两份.md", Array(text.utf8))
    let newer = imported(["两份.md", "--dry-run"])
    #expect(newer.output.contains("2020-06-30"))
    #expect(newer.messages.contains("--table 2019年任务清单"), "\(newer.messages)")
    let older = imported(["两份.md", "--dry-run", "--table", "2019年"])
    #expect(older.output.contains("2019-06-30"), "\(older)")
    let neither = imported(["两份.md", "--dry-run", "--table", "2018年"])
    #expect(neither.messages.contains("错误[table-unknown]"))
    #expect(neither.messages.contains("「2019年任务清单」、「2020年任务清单」"))
  }
}
