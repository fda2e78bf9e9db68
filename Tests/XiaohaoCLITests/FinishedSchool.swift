import Foundation
import Testing
import XiaohaoCLI

/// A made-up school that has done everything: every item closed with evidence, every figure entered.
enum FinishedSchool {
  static let today = "2020-10-12"

  static let plan = """
    # 青禾示范学院学生会深化改革实施方案

    青禾职院党〔2020〕9号

    2020年6月5日

    | 序号 | 任务 | 改革内容 | 落实措施 | 完成时限 | 实施部门 |
    |---|---|---|---|---|---|

    """

  /// Figures with which every shipped indicator is met.
  static let figures = """
    | 名称 | 数值 |
    |---|---|
    | 承担行政职能 | 否 |
    | 主席团加工作部门 | 是 |
    | 其他常设层级 | 否 |
    | 工作人员 | 31 |
    | 主席团成员 | 5 |
    | 工作部门 | 6 |
    | 部门负责人最少 | 2 |
    | 部门负责人最多 | 3 |
    | 部门成员最多 | 4 |
    | 其他职务 | 否 |
    | 党团员 | 31 |
    | 成绩前三成 | 24 |
    | 一年级新生 | 7 |
    | 研究生 | 0 |
    | 课业不及格 | 0 |
    | 院系团组织推荐 | 是 |
    | 院系党组织同意 | 是 |
    | 联合审查 | 是 |
    | 学校党委确定 | 是 |
    | 大会选举主席团 | 是 |
    | 学代会日期 | 2020-08-25 |
    | 代表 | 167 |
    | 学生总数 | 12800 |
    | 来自院系 | 21 |
    | 参训人员 | 31 |
    | 每学期述职评议 | 是 |
    | 院系数 | 2 |
    | 工作人员@机电系 | 25 |
    | 主席团成员@机电系 | 3 |
    | 工作人员@外语系 | 20 |
    | 主席团成员@外语系 | 2 |

    """

  /// A desk with the school's ledger, made once and copied for every test.
  static func desk() throws -> Desk {
    let desk = try Desk()
    try FileManager.default.copyItem(
      at: prepared.get().folder.appendingPathComponent("台账"),
      to: desk.folder.appendingPathComponent("台账"))
    return desk
  }

  // Unsafe only in name: the desk is kept so that its folder stays, and nobody runs anything on it.
  private nonisolated(unsafe) static let prepared = Result<Desk, any Error> {
    let desk = try Desk()
    try walk(desk)
    return desk
  }

  /// Walks through the whole year.
  private static func walk(_ desk: Desk) throws {
    func run(_ line: String) {
      let outcome = desk.run(line + " --ledger 台账")
      #expect(outcome.status == .fine, "\(line): \(outcome.messages)")
    }
    run("init --school 青禾示范学院 --today 2020-06-08")
    let list = try desk.json(
      "import --dry-run --json --ledger 台账 --today 2020-06-08 " + Desk.samplePlan)
    let items = try #require(list["items"] as? [[String: Any]])
    var rows = ""
    for item in items {
      let id = try #require(item["id"] as? String)
      let title = item["taskTitle"] as? String ?? ""
      let content = (item["content"] as? String ?? "").replacing("\n", with: "")
      let deadline = id == "2.3" ? "长期坚持" : "2020年9月"
      rows += "| \(id) | \(title) | \(content) | 按要求落实\(id)。 | \(deadline) | 学工部 |\n"
    }
    try desk.write("方案.md", Array((plan + rows).utf8))
    run("import 方案.md --today 2020-06-08")
    let read = try desk.json("list --json --ledger 台账 --today 2020-06-08")["items"]
    let all = try #require(read as? [[String: Any]])
    let ids = all.compactMap { $0["id"] as? String }
    let flagged = all.filter { !($0["flags"] as? [String] ?? []).isEmpty }
      .compactMap { $0["id"] as? String }
    if !flagged.isEmpty {
      run(
        "revise \(flagged.joined(separator: " ")) --confirm --reason 核对一致 --actor 校团委 "
          + "--today 2020-06-09")
    }
    run("start \(ids.joined(separator: " ")) --actor 学工部 --today 2020-06-10")
    for id in ids {
      try desk.write("材料\(id).pdf", Array("%PDF-1.4 \(id)".utf8))
      let day = id == "2.3" ? "2020-10-08" : "2020-06-20"
      run("attach \(id) 材料\(id).pdf --caption 落实\(id)的材料 --actor 学工部 --today \(day)")
    }
    let closing = ids.filter { $0 != "2.3" }.joined(separator: " ")
    run("submit \(closing) --summary 已于6月20日办结。 --actor 学工部 --today 2020-06-21")
    run("close \(closing) --opinion 同意销号 --actor 领导小组办公室 --today 2020-06-22")
    run("sustain 2.3 --actor 学工部 --today 2020-10-08")
    try desk.write("数据.md", Array(figures.utf8))
    run("fact import 数据.md --on 2020-09-25 --actor 校团委 --today 2020-10-09")
  }

  /// Overwrites the stored file of an item's evidence.
  static func spoil(_ desk: Desk, evidenceOf id: String, removing: Bool = false) throws {
    let shown = try desk.json("show \(id) --json --ledger 台账 --today \(today)")
    let items = try #require(shown["items"] as? [[String: Any]])
    let evidence = try #require(items.first?["evidence"] as? [[String: Any]])
    let digest = try #require(evidence.first?["sha256"] as? String)
    let file = desk.folder.appendingPathComponent("台账/evidence/\(digest.prefix(2))/\(digest)")
    if removing {
      try FileManager.default.removeItem(at: file)
    } else {
      try Data("another content".utf8).write(to: file)
    }
  }
}
