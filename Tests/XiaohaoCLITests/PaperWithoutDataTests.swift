import Foundation
import OfficeFiles
import Testing
import XiaohaoCLI

/// Papers of what is not there: no plan yet, a list without title and tasks, a hand-in day that is past.
struct PaperWithoutDataTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    desk.variables["XIAOHAO_ACTOR"] = "校团委"
  }

  private func run(_ line: String, on day: String = "2020-07-22") -> Desk.Outcome {
    desk.run(line + " --ledger 台账 --today \(day) --confirm-date")
  }

  @Test(.bug(id: "no-plan", "a plan that nobody had read was said to lack the tasks"))
  func `papers before a plan is imported say that none is`() {
    _ = run("init --school 某某学院")
    let report = run("report self-evaluation").output
    #expect(report.contains("尚未导入实施方案。"))
    #expect(!report.contains("实施方案中没有列入"))
    #expect(!report.contains("已办妥0项"), "\(report)")
    for paper in ["monthly 2020-07", "ledger", "hand-in"] {
      let text = run("report \(paper)").output
      #expect(text.contains("尚未导入实施方案，没有可以统计的条目。"), "\(paper) \(text)")
      #expect(!text.contains("共0项"), "\(paper)")
    }
  }

  @Test(.bug(id: "no-plan", "a day before the ledger counted 共0项：；"))
  func `papers of a day before the ledger say so`() {
    _ = run("init --school 某某学院")
    let text = run("report monthly 2020-06 --as-of 2020-06-20").output
    #expect(text.contains("尚未导入实施方案"), "\(text)")
    #expect(!text.contains("项：；"))
  }

  private func openOwnList() throws {
    let rows = """
      序号,反馈问题,整改措施,责任单位,整改时限
      1,议题把关不严,修订议事规则,党政办,2020年9月底前
      2,报销流程慢,优化流程,财务处,2020年10月底前

      """
    try desk.write("反馈.csv", Array(rows.utf8))
    #expect(run("init --school 某某学院 --set 巡察整改 --list 反馈.csv").status == .fine)
    #expect(run("import 反馈.csv").status == .fine)
  }

  @Test(.bug(id: "own-list", "papers rested on 《反馈.csv》 and printed empty headings"))
  func `a list without title and tasks is told by the words of the work`() throws {
    try openOwnList()
    for paper in ["self-evaluation", "reform", "monthly 2020-07", "ledger", "filing-notice"] {
      let text = run("report \(paper)").output
      #expect(!text.contains(".csv"), "\(paper)")
      #expect(!text.contains("本校自定"), "\(paper)")
      #expect(!text.contains("一、**"), "\(paper)")
      for line in text.split(separator: "\n") {
        #expect(!(line.hasPrefix("#") && line.hasSuffix("、")), "\(paper): \(line)")
      }
    }
    let report = run("report self-evaluation").output
    #expect(report.contains("根据反馈问题清单要求"))
    #expect(report.contains("2项反馈问题中尚无一项办妥。"), "\(report)")
    #expect(!report.contains("一项任务"))
    #expect(!report.contains("### （一）"))
    #expect(run("report reform").output.contains("## 一、反馈问题整改落实情况"))
  }

  @Test(.bug(id: "own-list", "the heading that stands for a task without title was not read back"))
  func `a text for a task without title comes back`() throws {
    try openOwnList()
    #expect(run("text export 样稿.md").status == .fine)
    let form = try desk.text("样稿.md")
    #expect(form.contains("## 第1项任务"))
    try desk.write(
      "文稿.md", Array("## 第1项任务\n\n议事规则已修订印发。\n".utf8))
    let back = run("text import 文稿.md --actor 领导小组办公室")
    #expect(back.output.contains("第 1 项任务"), "\(back.output)\(back.messages)")
  }
}

/// Days by which something is asked for, beside the hand-in day.
struct AskedDayTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPlan() }

  private func run(_ line: String, on day: String) -> Desk.Outcome {
    desk.run(line + " --ledger 台账 --today \(day)")
  }

  @Test(.bug(id: "asked-day", "an answer was asked for after the hand-in"))
  func `an answer is asked for by the hand-in day at the latest`() {
    #expect(
      run("report reminder 学工部", on: "2020-10-13").output.contains("2020年10月15日"))
    #expect(!run("report reminder 学工部", on: "2020-10-13").output.contains("10月16日"))
    #expect(run("report reminder 学工部", on: "2020-10-20").output.contains("2020年10月23日"))
  }

  @Test(.bug(id: "asked-day", "sheets were wanted back after the hand-in"))
  func `sheets are wanted back by the hand-in day at the latest`() throws {
    #expect(run("sheet export 学工部 --output 表", on: "2020-10-05").status == .fine)
    let file = try #require(
      FileManager.default.contentsOfDirectory(atPath: desk.path("表")).first)
    let book = try ZipArchive.withArchive(at: desk.path("表/\(file)"), limits: ReadLimits()) {
      (archive) throws(DocumentReadError) in
      var text = ""
      for name in archive.names where name.hasSuffix(".xml") {
        text += String(decoding: try archive.bytes(of: name) ?? [], as: UTF8.self)
      }
      return text
    }
    #expect(book.contains("请在2020年10月15日前把填好的表"))
  }

  @Test(.bug(id: "asked-day", "a past hand-in was told as 还有0天"))
  func `a hand-in that is past is said to be`() {
    let late = run("report missing", on: "2020-10-20").output
    #expect(late.contains("报送日（2020年10月15日）已过5天；"), "\(late.prefix(300))")
    #expect(!late.contains("还有0天"))
    #expect(run("missing", on: "2020-10-20").output.contains("报送日 2020-10-15 已过 5 天"))
    #expect(
      run("report missing", on: "2020-10-10").output.contains("要在2020年10月15日前办妥，还有5天"))
  }
}
