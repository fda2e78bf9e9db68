import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// The day by which an item must be settled, and why it is red, read at every door.
struct FigureDoorsTests {
  private let desk: Desk

  private static let plan = """
    # 南岭工程职业学院学生会深化改革实施方案

    南岭院党〔2020〕9号

    2020年6月5日

    | 序号 | 任务 | 改革内容 | 落实措施 | 完成时限 | 牵头单位 |
    |---|---|---|---|---|---|
    | 1 | 校园服务 | 修订自习室开放办法 | 印发办法。 | 2020年8月 | 学工部 |
    | 2 | 校园服务 | 建成学生议事厅 | 建成启用。 | 2020年10月 | 学工部 |
    | 3 | 校园服务 | 完成社团用房调整 | 调整到位。 | 2020年12月 | 学工部 |
    | 4 | 校园服务 | 走访学生宿舍并收集意见 | 逐栋走访。 | 每月25日前 | 学工部 |
    | 5 | 校园服务 | 常态化开展权益维护 | 开展维权。 | 长期坚持 | 学工部 |

    """

  init() throws {
    desk = try Desk()
    try desk.write("方案.md", Array(Self.plan.utf8))
    run("init --school 南岭工程职业学院 --reviewer 领导小组办公室", on: "2020-07-20")
    run("import 方案.md --actor 校团委", on: "2020-07-20")
    run("start S4 --actor 学工部", on: "2020-10-06")
    run("note S4 走访 --actor 学工部", on: "2020-10-06")
  }

  @discardableResult
  private func run(_ line: String, on day: String) -> String {
    desk.run(line + " --ledger 台账 --today \(day)").output
  }

  /// The line of a table that begins with a word.
  private func row(_ start: String, of text: String) -> String {
    text.split(separator: "\n").first { $0.hasPrefix(start) }.map(String.init) ?? ""
  }

  @Test(.bug(id: "figures", "one cell held the hand-in day and the days since the own day"))
  func `the day to be settled by is the same day, with its days, at every door`() {
    let wanted = "2020-10-15（报送日；时限2020-10-31，逾期8天）"
    for door in ["list", "missing", "show S2"] {
      let text = run(door, on: "2020-11-08")
      #expect(text.contains(wanted), "\(door): \(text)")
    }
    for paper in ["missing", "reminder 学工部"] {
      let text = run("report \(paper)", on: "2020-11-08")
      #expect(text.contains("| 10月15日（报送日；时限10月31日，逾期8天） |"), "\(paper): \(text)")
      #expect(text.contains("| 8月31日（时限，逾期69天） |"), "\(paper): \(text)")
    }
  }

  @Test(.bug(id: "figures", "what recurs had the next of its days as the day to be settled by"))
  func `what recurs is to be settled by the hand-in, and its next day stands beside`() {
    for (day, next) in [("2020-09-10", "2020-09-25"), ("2020-10-27", "2020-11-25")] {
      for door in ["list", "missing"] {
        let text = row("S4", of: run(door, on: day))
        #expect(text.contains("2020-10-15（报送日），下一次\(next)"), "\(door): \(text)")
      }
    }
    let paper = run("report missing", on: "2020-10-27")
    #expect(paper.contains("| 10月15日（报送日），下一次11月25日 |"), "\(paper)")
  }

  @Test(.bug(id: "figures", "alive and not settled after the hand-in was green"))
  func `whatever is past its target is red, also what goes on`() throws {
    let items = try desk.items("list", on: "2020-10-27")
    #expect(items.allSatisfy { $0["light"] as? String == "red" }, "\(items)")
    #expect(run("show S4", on: "2020-10-27").contains("红灯（报送日未办妥）"))
    #expect(run("report board", on: "2020-10-27").contains("<small>S4 报送日未办妥</small>"))
    // It nears its target as everything else does.
    let before = try #require(desk.items("show S4", on: "2020-10-06").first)
    #expect(before["light"] as? String == "yellow")
    #expect(run("show S4", on: "2020-10-06").contains("黄灯（临期）"))
  }

  @Test(.bug(id: "figures", "overdue was said of what was only past the hand-in"))
  func `overdue is said of what is past its own day only, and legends count it`() {
    let board = run("report board", on: "2020-10-27")
    #expect(board.contains("<li>逾期 <b>1</b> 项</li>"), "\(board)")
    for cell in ["S1 逾期57天", "S2 报送日未办妥", "S3 报送日未办妥", "S5 上月以来无进展"] {
      #expect(board.contains("<small>\(cell)</small>"), "\(cell): \(board)")
    }
    let legend = "报送日未办妥3项、上月以来无进展1项、逾期1项，共 5项"
    #expect(board.contains("<span class=\"red\">红</span> \(legend)</li>"), "\(board)")
    #expect(run("show S3", on: "2020-10-27").contains("红灯（报送日未办妥）"))
    #expect(run("show S5", on: "2020-10-27").contains("红灯（上月以来无进展）"))
    #expect(run("show S1", on: "2020-10-27").contains("红灯（逾期）"))
  }

  @Test(.bug(id: "figures", "after the hand-in no month told what was due in it"))
  func `the month tells what is due in it after the hand-in too`() {
    let line = "| S3 完成社团用房调整 | 学工部 | 10月15日（报送日；时限12月31日） |"
    for (month, day) in [("2020-11", "2020-11-08"), ("2020-12", "2020-12-05")] {
      let paper = run("report monthly \(month)", on: day)
      #expect(paper.contains(line), "\(paper)")
    }
    let january = run("report monthly 2021-01", on: "2021-01-05")
    #expect(!january.contains(line) && january.contains("逾期5天"), "\(january)")
  }

  @Test(.bug(id: "figures", "what a superior let go on had no day and was called 未载明"))
  func `what goes on has the hand-in as its day, whoever decided that it goes on`() throws {
    let office = "--reason 核对 --actor 领导小组办公室"
    run("revise S5 --deadline 每月20日前 \(office)", on: "2020-07-21")
    run("revise S5 --deadline 长期坚持 --superior 粤团〔2020〕9号 \(office)", on: "2020-07-22")
    let items = try desk.items("list", on: "2020-07-22")
    #expect(items.last?["targetDay"] as? String == "2020-10-15")
    for door in ["list", "missing"] {
      #expect(row("S5", of: run(door, on: "2020-07-22")).contains("2020-10-15（报送日）"))
    }
  }

  @Test(.bug(id: "figures", "a paper of an earlier day changed with every later entry"))
  func `a paper of an earlier day has the same bytes whatever counts later`() {
    let paper = "report ledger --as-of 2020-10-10"
    let before = run(paper, on: "2020-10-12")
    #expect(before.contains("台账校验码"))
    run("note S4 再次走访 --actor 学工部", on: "2020-10-12")
    #expect(run(paper, on: "2020-10-12") == before)
    #expect(run("report ledger", on: "2020-10-12") != before)
  }

  @Test(.bug(id: "figures", "a province's heading mixed states and overlays, and totals differed"))
  func `the total with what was withdrawn is the same in every paper and submission`() throws {
    run("withdraw S5 --basis 粤团办〔2020〕9号 --actor 领导小组办公室", on: "2020-10-27")
    let states = "待启动3项、推进中1项、已撤销1项"
    #expect(run("report ledger", on: "2020-10-27").contains("共5项：\(states)；"))
    let view = desk.run("rollup 台账 --today 2020-10-27").output
    #expect(view.contains("共 5 项：\(states)；其中逾期 1 项、"), "\(view)")
    let school = try #require(
      (desk.json("rollup 台账 --json --today 2020-10-27")["schools"] as? [[String: Any]])?.first)
    run("bundle --out 报送", on: "2020-10-27")
    let figures = try #require(
      JSONSerialization.jsonObject(with: Data(desk.text("报送/figures.json").utf8))
        as? [String: Any])
    for rates in ["granted", "original"] {
      for source in [school, figures] {
        #expect((source[rates] as? [String: Any])?["total"] as? Int == 5, "\(source)")
      }
    }
    let verified = desk.run("bundle verify 报送 --today 2020-10-27")
    #expect(!verified.messages.contains("differ"), "\(verified.messages)")
  }

  @Test(.bug(id: "figures", "a gap of a withdrawn item stood in one paper and not in another"))
  func `whoever withdraws an item is told of its gaps, which stay until they are resolved`() {
    let office = "--actor 领导小组办公室 --ledger 台账 --today 2020-10-27"
    run("gap raise 办法未公示 --owner 学工部 --item S1 --actor 领导小组办公室", on: "2020-10-27")
    let withdrawn = desk.run("withdraw S1 --basis 粤团办〔2020〕9号 \(office)")
    #expect(withdrawn.messages.contains("[gap-open]"), "\(withdrawn.messages)")
    func reads() -> [Bool] {
      [
        run("missing", on: "2020-10-27").contains("第1号差距短板"),
        run("report missing 学工部", on: "2020-10-27").contains("第1号差距短板"),
        run("report self-evaluation", on: "2020-10-27").contains("差距短板1项尚未整改到位"),
        run("report board", on: "2020-10-27").contains("差距短板 <b>1</b> 条"),
        desk.run("rollup 台账 --json --today 2020-10-27").output.contains("gap-open"),
      ]
    }
    #expect(!reads().contains(false))
    desk.run("gap resolve 1 --resolution 办法不再印发 \(office)")
    #expect(!reads().contains(true))
  }
}
