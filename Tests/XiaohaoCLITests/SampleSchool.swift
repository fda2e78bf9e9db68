import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// Made-up schools whose papers are looked at: half way, one that passes, and a rectification.
enum SampleSchool: String, CaseIterable, Sendable {
  case halfWay, finished, rectification

  /// The day on which the papers are printed.
  var today: String {
    switch self {
    case .halfWay: "2020-08-20"
    case .finished: FinishedSchool.today
    case .rectification: "2026-05-20"
    }
  }

  /// The month of the papers of a meeting.
  var month: String { self == .finished ? "2020-09" : String(today.prefix(7)) }

  /// Every paper on paper that it prints, as `report` names it.
  var papers: [String] {
    let department = self == .rectification ? "总务处" : "学工部"
    let own = self == .rectification ? [] : ["filing-form 机电系"]
    // The finished school kept no record of its meetings.
    let minutes = self == .finished ? [] : ["minutes \(month)"]
    return minutes + [
      "monthly \(month)", "missing", "missing \(department)",
      "reminder \(department)", "self-evaluation", "reform", "filing-form", "filing-notice",
      "ledger", "evidence-index", "department \(department)", "hand-in",
    ] + own
  }

  /// The papers that follow GB/T 9704-2012.
  static let official = [
    "self-evaluation", "reform", "filing-notice", "evidence-index", "hand-in",
  ]

  /// A desk with the school's ledger, made once and copied for every test.
  func desk() throws -> Desk {
    let made: Result<Desk, any Error>
    switch self {
    case .halfWay: made = Self.halfWayDesk
    case .finished: return try FinishedSchool.desk()
    case .rectification: made = Self.rectificationDesk
    }
    let desk = try Desk()
    try FileManager.default.copyItem(
      at: made.get().folder.appendingPathComponent("台账"),
      to: desk.folder.appendingPathComponent("台账"))
    return desk
  }

  /// What `report` prints of a paper.
  func report(_ paper: String, on desk: Desk, _ options: String = "") -> Desk.Outcome {
    desk.run(
      "report \(paper) --ledger 台账 --today \(today) --confirm-date \(options)")
  }

  // Unsafe only in name: the desks are kept so that their folders stay, and nobody runs anything
  // on them.
  private nonisolated(unsafe) static let halfWayDesk = Result<Desk, any Error> {
    let desk = try Desk()
    try HalfWaySchool(desk: desk).walk()
    return desk
  }

  private nonisolated(unsafe) static let rectificationDesk = Result<Desk, any Error> {
    let desk = try Desk()
    try RectifiedSchool(desk: desk).walk()
    return desk
  }
}

/// A school in August: some closed, some waiting, one returned, one asking for more time.
private struct HalfWaySchool {
  let desk: Desk
  private let office = "领导小组办公室"

  func walk() throws {
    run("init --school 南岭工程职业学院", by: "校团委", on: "2020-07-20")
    run("import \(Desk.samplePlan)", by: "校团委", on: "2020-07-20")
    let items = try desk.items("list", on: "2020-07-20")
    var submitted: [String] = []
    for (place, item) in items.enumerated() {
      let id = try #require(item["id"] as? String)
      let lead =
        (item["departments"] as? [String: [String]])?["lead"]?.first ?? "校团委"
      let isStanding = id == "2.3"
      switch place % 4 {
      case _ where isStanding:
        try prove(id, by: lead, on: "2020-08-05", photos: 2)
        run("sustain \(id)", by: lead, on: "2020-08-05")
        run("note \(id) 7月召开接待日两次，收集意见32条，均已答复", by: lead, on: "2020-07-31")
        run("note \(id) 8月走访学生宿舍6栋，解决热水供应等问题5件。", by: lead, on: "2020-08-15")
      case 0, 1:
        try prove(id, by: lead, on: "2020-07-27", photos: place == 4 ? 27 : 3)
        run("submit \(id) --summary \(Self.statements[place % 3])", by: lead, on: "2020-07-28")
        if place % 4 == 0 {
          run("close \(id) --opinion 同意销号", by: office, on: "2020-07-29")
        } else {
          submitted.append(id)
        }
      case 2:
        run("start \(id)", by: lead, on: "2020-07-25")
        run("note \(id) 已完成初稿，正在征求各系意见", by: lead, on: "2020-08-14")
      default: break
      }
    }
    let returned = try #require(submitted.first)
    run("return \(returned) --reason 缺会议签到表和照片", by: office, on: "2020-08-18")
    run(
      "extend request 1.3 --until 2020-10-20 --reason 等待换届结束 --progress 已完成初稿", by: "校团委",
      on: "2020-08-15")
    run(
      "gap raise 各系佐证材料格式不统一 --owner 学工部 --due 2020-08-31 --item 1.4", by: office, on: "2020-08-16")
    try desk.write("数据.md", Array(Self.figures.utf8))
    run("fact import 数据.md --on 2020-08-10", by: "校团委", on: "2020-08-19")
    try desk.write("文稿.md", Array(Self.text.utf8))
    run("text import 文稿.md", by: office, on: "2020-08-19")
    run("meeting open 2020-08", by: office, on: "2020-08-20")
    run("meeting attend 2020-08 李明远 张静 王海涛", by: office, on: "2020-08-20")
    run(
      "meeting decide 2020-08 \(returned) --text 补齐签到表后重新申请 --owner 校团委 --due 2020-08-28",
      by: office,
      on: "2020-08-20")
    run(
      "meeting decide 2020-08 --text 统一佐证材料格式并下发样表 --owner 学工部 --due 2020-09-10", by: office,
      on: "2020-08-20")
    run("reminder 学工部", by: office, on: "2020-08-20")
  }

  /// A document with its number and photos as they come from a phone, for the first measures.
  private func prove(_ id: String, by lead: String, on day: String, photos: Int) throws {
    run("start \(id)", by: lead, on: "2020-07-25")
    try desk.write("工作指引\(id).docx", Array("document \(id)".utf8))
    run(
      "attach \(id) 工作指引\(id).docx --caption 工作指引 --number 南工职团〔2020〕\(id.prefix(1))号 --on 2020-07-20 --measure 1",
      by: lead, on: day)
    for photo in 1...photos {
      let name = "IMG_2020_\(id)_\(photo).jpg"
      try desk.write(name, Array("\u{FF}\u{D8}\(id) \(photo)".utf8))
      let caption = photo == 1 ? "" : " --caption 会议照片\(photo)"
      run("attach \(id) \(name)\(caption)", by: lead, on: day)
    }
  }

  private func run(_ line: String, by actor: String, on day: String) {
    let outcome = desk.run("\(line) --actor \(actor) --ledger 台账 --today \(day)")
    #expect(outcome.status == .fine, "\(line): \(outcome.messages)")
  }

  private static let statements = [
    "工作指引经领导小组会议审定，7月21日印发各系执行；7月24日召开动员会，全体工作人员和各系团总支书记参加，逐条讲解改革要求，会后各系报送了落实方案。",
    "对照任务列表逐条核对校、系两级机构设置，原有部门由9个撤并为6个，分流工作人员14人，重大活动改为按项目招募志愿者，方案报党委备案。",
    "组织专题培训两期，参训人员覆盖校、系两级学生会全体工作人员，培训记录和签到表已经归档，考核结果记入工作档案。",
  ]

  /// The first figures alone: what is lacking is named in the papers.
  private static let figures =
    FinishedSchool.figures.split(separator: "\n").prefix(15).joined(separator: "\n")
    + "\n| 工作人员@机电系 | 25 |\n"

  private static let text = """
    # 文稿

    ## 三、坚持精简原则

    学校把压缩机构和人员规模作为改革的突破口，校级学生会工作部门由9个撤并为6个，工作人员由58人减为31人，学生反映的“机构多、职务多”问题得到解决。

    ## 领导指导

    学校党委两次听取改革情况汇报，分管领导每月参加例会，现场协调机构撤并和人员分流中的问题。
    """
}

/// A school that answers an inspection: half of it settled.
private struct RectifiedSchool {
  let desk: Desk

  func walk() throws {
    try desk.write("清单.md", Array(try RectificationTests.sample().utf8))
    run("init --school 示例职业学院 --list 清单.md", by: "党政办", on: "2026-03-10")
    run("import 清单.md", by: "党政办", on: "2026-03-10")
    for (id, measures) in [("1.1", 2), ("1.2", 2), ("2.1", 2), ("2.2", 1), ("3.1", 2)] {
      run("start \(id)", by: "党政办", on: "2026-04-20")
      for measure in 1...measures {
        try desk.write("\(id)-\(measure).jpg", Array("\(id) \(measure)".utf8))
        run(
          "attach \(id) ./\(id)-\(measure).jpg --measure \(measure) --caption 第\(measure)项措施的记录",
          by: "党政办", on: "2026-04-20")
      }
      run(
        "submit \(id) --summary 问题已经核实，整改措施逐条落实，记录齐全，结果报党委会审议，并在教职工大会上通报。", by: "党政办",
        on: "2026-04-20")
      guard id != "2.2" else { continue }
      run("close \(id) --opinion 同意销号", by: "领导小组办公室", on: "2026-04-21")
    }
    run("start 2.3", by: "党政办", on: "2026-04-20")
    run("sustain 2.3", by: "党政办", on: "2026-04-20")
    run("note 2.3 五月会议计划已审，合并会议4个", by: "党政办", on: "2026-05-12")
    run("gap raise 合同档案缺四份 --owner 总务处 --item 3.2", by: "党政办", on: "2026-05-12")
    run("meeting open 2026-05", by: "领导小组办公室", on: "2026-05-20")
  }

  private func run(_ line: String, by actor: String, on day: String) {
    let outcome = desk.run(
      "\(line) --actor \(actor) --ledger 台账 --today \(day) --confirm-date")
    #expect(outcome.status == .fine, "\(line): \(outcome.messages)")
  }
}
