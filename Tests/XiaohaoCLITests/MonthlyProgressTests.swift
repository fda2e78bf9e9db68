import Testing
import XiaohaoCLI

/// What happened in a month stands in its paper, and nobody who worked is called idle.
struct MonthlyProgressTests {
  private let desk: Desk

  /// Two departments that write 校学生会 in two ways, an item that goes on, and two to be closed.
  private static let plan = """
    # 青禾示范学院学生会深化改革实施方案

    | 序号 | 改革内容 | 完成时限 | 实施部门 |
    |---|---|---|---|
    | 1 | 印发改革推进计划 | 2020年8月20日前 | 校团委 |
    | 2 | 听取同学意见并答复 | 全年持续推进 | 校学生会（研究生会） |
    | 3 | 压缩工作机构 | 2020年8月15日前 | 校团委、教务处 |
    | 4 | 修订遴选办法 | 2020年8月底前 | 学工部 |

    """

  init() throws {
    desk = try Desk()
    try desk.write("方案.md", Array(Self.plan.utf8))
    try desk.write("材料.txt", Array("材料".utf8))
    run("init --school 青禾示范学院 --reviewer 领导小组办公室", on: "2020-07-01")
    run("import 方案.md", on: "2020-07-01")
  }

  @discardableResult
  private func run(_ line: String, on day: String, fine: Bool = true) -> Desk.Outcome {
    let outcome = desk.run(line + " --ledger 台账 --today \(day)")
    #expect((outcome.status == .fine) == fine, "\(line): \(outcome.messages)")
    return outcome
  }

  private func close(_ id: String, by actor: String, on day: String) {
    run("start \(id) --actor \(actor)", on: day)
    run("attach \(id) 材料.txt --caption 材料 --actor \(actor)", on: day)
    run("submit \(id) --summary 已经印发 --actor \(actor)", on: day)
    run("close \(id) --opinion 同意 --actor 领导小组办公室", on: day)
  }

  private func paper(_ month: String, on day: String) -> String {
    run("report monthly \(month)", on: day).output
  }

  @Test func `of two leads each is told what it did, and evidence names the department`() {
    run("member add 李红 --department 教务处 --actor 领导小组办公室", on: "2020-08-01")
    run("start S3 --actor 校团委", on: "2020-08-03")
    run("note S3 校团委拟定撤并方案 --actor 校团委", on: "2020-08-04")
    run("note S3 教务处核对人数 --actor 教务处", on: "2020-08-05")
    run("attach S3 材料.txt --caption 名单 --actor 李红", on: "2020-08-06")
    let august = paper("2020-08", on: "2020-08-31").split(separator: "\n").map(String.init)
    func row(_ name: String) -> String { august.first { $0.hasPrefix("| \(name) |") } ?? "" }
    #expect(row("校团委").contains("校团委拟定撤并方案"), "\(august)")
    #expect(!row("校团委").contains("教务处核对人数") && !row("校团委").contains("新增佐证"))
    #expect(row("教务处").contains("教务处核对人数") && row("教务处").contains("新增佐证1件"))
    let index = run("report evidence-index", on: "2020-08-31").output
    #expect(index.contains("| 教务处 |") && !index.contains("李红"), "\(index)")
  }

  @Test func `a note on what goes on is told, and its department is not idle`() {
    run("start S2 --actor 校学生会", on: "2020-08-03")
    run("sustain S2 --actor 校学生会", on: "2020-08-03")
    run("note S2 收集意见12条，答复12条 --actor 校学生会", on: "2020-08-27")
    let august = paper("2020-08", on: "2020-09-02")
    #expect(august.contains("| 校学生会（研究生会） | 转入长期坚持1项（S2）；S2 收集意见12条，答复12条（8月27日） |"), "\(august)")
    #expect(august.contains("没有登记进展的牵头部门：校团委、教务处、学工部。"), "\(august)")
  }

  @Test func `who works on what another leads is not idle`() {
    run("start S3 --actor 教务处", on: "2020-08-03")
    run("note S3 已拟方案 --actor 教务处", on: "2020-08-04")
    let august = paper("2020-08", on: "2020-08-31")
    #expect(august.contains("没有登记进展的牵头部门：校学生会（研究生会）、学工部。"), "\(august)")
  }

  @Test func `a closing stands in its month although the item was reopened`() {
    close("S4", by: "学工部", on: "2020-07-20")
    close("S1", by: "校团委", on: "2020-07-24")
    run("reopen S1 --finding 名单不实 --basis 督查 --due 2020-08-20 --actor 领导小组办公室", on: "2020-07-27")
    let july = paper("2020-07", on: "2020-07-31")
    #expect(july.contains("本月销号2项：S1（7月24日，后重启）、S4（7月20日）"), "\(july)")
    #expect(july.contains("重启S1（2020年7月27日") || july.contains("重启S1（7月27日"), "\(july)")
  }

  @Test(.bug(id: "papers", "a closing of a sealed month that no longer holds left no trace"))
  func `the change since the month before is told, a sealed one as its paper was`() throws {
    close("S4", by: "学工部", on: "2020-07-20")
    #expect(!paper("2020-07", on: "2020-07-31").contains("与上月"))
    close("S1", by: "校团委", on: "2020-08-05")
    let august = paper("2020-08", on: "2020-08-31")
    #expect(august.contains("与上月（截至2020年7月31日）相比，办妥增加1项，未办妥减少1项，"), "\(august)")
    run("meeting open 2020-08 --actor 领导小组办公室", on: "2020-09-02")
    run("meeting close 2020-08 --actor 领导小组办公室", on: "2020-09-02")
    // It counts in August, whose sealed paper does not have it.
    try desk.write("补充.txt", Array("补充".utf8))
    run("attach S1 补充.txt --caption 补充 --on 2020-08-20 --actor 校团委", on: "2020-09-03")
    let september = paper("2020-09", on: "2020-09-30")
    #expect(
      september.contains("与上月（截至2020年8月31日）相比，办妥减少1项，未办妥增加1项，"), "\(september)")
  }

  /// Closes S1, opens it again until 20 July, and closes it once more.
  private func closeTwice(first: String, reopened: String, second: String) {
    close("S1", by: "校团委", on: first)
    run("reopen S1 --finding 名单不实 --basis 督查 --due 2020-07-20 --actor 领导小组办公室", on: reopened)
    run("attach S1 方案.md --caption 补充材料 --actor 校团委", on: second)
    run("submit S1 --summary 已经整改 --actor 校团委", on: second)
    run("close S1 --opinion 同意 --actor 领导小组办公室", on: second)
  }

  @Test(.bug(id: "papers", "of two closings in one month the first was left out"))
  func `both closings of one month stand in it`() {
    closeTwice(first: "2020-07-03", reopened: "2020-07-06", second: "2020-07-23")
    let july = paper("2020-07", on: "2020-07-31")
    #expect(july.contains("本月销号1项：S1（7月3日，后重启；7月23日，逾期3天）"), "\(july)")
  }

  @Test func `a closing of an earlier round does not bear the lateness of the later one`() {
    closeTwice(first: "2020-07-05", reopened: "2020-07-10", second: "2020-08-05")
    let july = paper("2020-07 --as-of 2020-08-06", on: "2020-08-06")
    #expect(july.contains("S1（7月5日，后重启）"), "\(july)")
    #expect(paper("2020-08", on: "2020-08-31").contains("S1（8月5日，逾期16天）"))
  }

  @Test func `what was taken back was no work`() {
    run("start S3 --actor 教务处", on: "2020-08-03")
    run("undo 8 --reason 录错 --actor 教务处", on: "2020-08-03")
    let august = paper("2020-08", on: "2020-08-31")
    #expect(august.contains("没有登记进展的牵头部门：校团委、校学生会（研究生会）、教务处、学工部。"), "\(august)")
  }

  @Test(.bug(id: "figures", "who only took an item on was neither told nor idle"))
  func `to take an item on is no progress yet`() {
    run("start S3 --actor 教务处", on: "2020-08-03")
    let august = paper("2020-08", on: "2020-08-31")
    #expect(august.contains("没有登记进展的牵头部门：校团委、校学生会（研究生会）、教务处、学工部。"), "\(august)")
  }

  @Test(.bug(id: "figures", "two names of one department were told one closing each"))
  func `a department that leads under two names is told an item once`() {
    run("revise S4 --departments 学工部、学生处 --reason 核对 --actor 领导小组办公室", on: "2020-08-01")
    close("S4", by: "学工部", on: "2020-08-20")
    let august = paper("2020-08", on: "2020-08-31")
    #expect(august.contains("销号1项（S4）") && !august.contains("S4、S4"), "\(august)")
  }

  @Test(.bug(id: "figures", "who only sustained was neither told nor idle"))
  func `what went over to going on is told in the month's progress`() {
    run("start S2 --actor 校学生会", on: "2020-08-03")
    run("sustain S2 --actor 校学生会", on: "2020-08-04")
    let august = paper("2020-08", on: "2020-08-31")
    #expect(august.contains("| 校学生会（研究生会） | 转入长期坚持1项（S2） |"), "\(august)")
    #expect(!paper("2020-09", on: "2020-09-30").contains("转入长期坚持1项"))
  }

  @Test func `papers and their tables name a department in one way`() {
    for paper in ["monthly 2020-08", "missing", "department 校学生会"] {
      let text = run("report \(paper)", on: "2020-08-31").output
      #expect(text.contains("校学生会（研究生会）"), "\(paper): \(text)")
      #expect(!text.replacing("校学生会（研究生会）", with: "").contains("校学生会"), "\(paper): \(text)")
    }
  }

  @Test func `a gap that is past its day says so in the evaluation, and all done is not all`() {
    for (id, actor) in [("S1", "校团委"), ("S3", "校团委"), ("S4", "学工部")] {
      close(id, by: actor, on: "2020-08-03")
    }
    run("start S2 --actor 校学生会", on: "2020-10-03")
    run("sustain S2 --actor 校学生会", on: "2020-10-03")
    run(
      "gap raise 制度没有公示 --owner 学工部 --due 2020-10-08 --item S4 --actor 领导小组办公室", on: "2020-10-03")
    let before = run("report self-evaluation", on: "2020-10-08").output
    #expect(before.contains("由学工部负责整改，应于2020年10月8日前整改到位。"), "\(before)")
    let after = run("report self-evaluation", on: "2020-10-10").output
    #expect(after.contains("由学工部负责整改，原定2020年10月8日前整改到位，现已超过期限。"), "\(after)")
    #expect(after.contains("已办妥4项；另有差距短板1项尚未整改到位"), "\(after)")
    #expect(after.contains("| 证-S1-01 |") && !after.contains("证-SS1"), "\(after)")
    for paper in ["filing-form", "hand-in"] {
      let text = run("report \(paper)", on: "2020-10-10").output
      #expect(text.contains("原因列在自评报告中"), "\(text)")
    }
  }
}
