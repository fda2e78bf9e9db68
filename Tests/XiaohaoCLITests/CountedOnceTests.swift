import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// One file for many items, one group for many files, and the smaller places where counts went
/// wrong, command by command.
struct CountedOnceTests {
  private let desk: Desk
  private let office = "领导小组办公室"

  init() throws {
    desk = try Desk.withPlan()
    for name in ["指引.pdf", "补充.pdf", "1.1"] { try desk.write(name, Array(name.utf8)) }
    try FileManager.default.createDirectory(
      atPath: desk.path("样式"), withIntermediateDirectories: true)
  }

  @discardableResult
  private func run(_ line: String, by actor: String? = nil, on day: String = "2020-07-22")
    -> Desk.Outcome
  {
    desk.run(line + (actor.map { " --actor \($0)" } ?? "") + " --ledger 台账 --today \(day)")
  }

  private func items(_ command: String, on day: String = "2020-07-22") throws -> [[String: Any]] {
    try desk.items(command, on: day)
  }

  private func ids(_ options: String, on day: String = "2020-07-22") throws -> [String] {
    try items("list \(options)", on: day).compactMap { $0["id"] as? String }
  }

  private func evidence(of id: String) throws -> [[String: Any]] {
    try #require(items("show \(id)").first?["evidence"] as? [[String: Any]])
  }

  /// What a template of keys prints as a paper.
  private func printed(_ paper: String, _ keys: String, on day: String = "2020-07-22") throws
    -> String
  {
    let name = paper.split(separator: " ").first.map(String.init) ?? paper
    try desk.write("样式/\(name).mustache", Array(keys.utf8))
    return run("report \(paper) --templates 样式", on: day).output
  }

  private func close(_ id: String, on day: String = "2020-07-22") {
    run("start \(id)", by: "学工部", on: day)
    run("attach \(id) 指引.pdf", by: "学工部", on: day)
    run("submit \(id) --summary 已印发。", by: "学工部", on: day)
    #expect(run("close \(id) --opinion 同意", by: office, on: day).status == .fine)
  }

  // MARK: Evidence

  @Test(.bug(id: "figures", "the index of the evidence had two lengths in one submission"))
  func `what a withdrawn item rests on is in every index and count of the evidence`() throws {
    run("attach 4.1 指引.pdf", by: "学工部")
    run("attach 5.1 补充.pdf", by: "学工部")
    run("withdraw 5.1 --basis 粤团办〔2020〕9号", by: office)
    #expect(try printed("evidence-index", "{{validCount}} 件\n") == "2 件\n")
    for paper in ["hand-in", "self-evaluation"] {
      #expect(try printed(paper, "{{evidenceCount}} 件\n") == "2 件\n", "\(paper)")
    }
    #expect(run("report self-evaluation").output.contains("| 证-5.1-01 |"))
    #expect(run("bundle --out 报送").output.contains("有效 2 件"))
  }

  @Test(.bug(id: "counts", "one guide was attached three times"))
  func `one file for several items is one entry each, one piece and one file`() throws {
    let outcome = run("attach 4.1 5.1 5.2 指引.pdf", by: "学工部")
    #expect(outcome.status == .fine, "\(outcome.messages)")
    for number in ["证-4.1-01", "证-5.1-01", "证-5.2-01"] {
      #expect(outcome.output.contains(number))
    }
    let digests = try ["4.1", "5.1", "5.2"].map { try evidence(of: $0)[0]["sha256"] as? String }
    #expect(Set(digests).count == 1)
    let keys = "{{validCount}} 件 {{fileCount}} 个文件\n"
    #expect(try printed("evidence-index", keys) == "1 件 1 个文件\n")
    let again = run("attach 1.1 4.1 指引.pdf", by: "学工部")
    #expect(again.messages.contains("evidence-already-attached"))
    #expect(try evidence(of: "1.1").isEmpty)
  }

  @Test(.bug(id: "counts", "27 photos were 27 pieces"))
  func `a group of files is one piece`() throws {
    let photos = (1...27).map { "照片\($0).jpg" }
    for photo in photos { try desk.write(photo, Array(photo.utf8)) }
    run("attach 5.3 \(photos.joined(separator: " ")) --group 培训照片", by: "学工部")
    let row = run("list").output.split(separator: "\n").first { $0.hasPrefix("5.3 ") }
    let cells = try #require(row).split(separator: " ")
    #expect(cells.contains("1") && !cells.contains("27"), "\(cells)")
    let keys = "{{validCount}} 件 {{fileCount}} 个文件\n"
    #expect(try printed("evidence-index", keys) == "1 件 27 个文件\n")
    #expect(try evidence(of: "5.3").count == 27)
  }

  @Test func `a measure of several items is refused, and a file named like an item is forced`()
    throws
  {
    let refused = run("attach 4.1 5.1 指引.pdf --measure 1", by: "学工部")
    #expect(refused.status == .usage && refused.messages.contains("--measure"))
    #expect(run("attach 1.2 1.1", by: "学工部").status == .usage)
    #expect(run("attach 1.2 ./1.1", by: "学工部").status == .fine)
    #expect(try evidence(of: "1.2").first?["fileName"] as? String == "1.1")
    #expect(try evidence(of: "1.1").isEmpty)
  }

  // MARK: Lists

  @Test(.bug(id: "counts", "what was withdrawn or lapsed stood in the wrong lists"))
  func `lists leave out what was withdrawn, and a lapsed closure is in its own state`() throws {
    #expect(try ids("--due-within 10").contains("5.1"))
    run("withdraw 5.1 --basis 团粤函〔2020〕5号", by: office)
    #expect(try !ids("--due-within 10").contains("5.1"))
    close("1.1")
    #expect(try ids("--state 已销号") == ["1.1"])
    let attached = run("attach 1.1 补充.pdf", by: "学工部", on: "2020-07-23")
    #expect(attached.messages.contains("[closure-stale]"))
    #expect(attached.messages.contains("xiaohao close 1.1"))
    #expect(!attached.output.contains("xiaohao submit"))
    #expect(try ids("--state 已销号", on: "2020-07-23") == [])
    for name in ["失效", "销号失效", "stale"] {
      #expect(try ids("--state \(name)", on: "2020-07-23") == ["1.1"], "\(name)")
    }
    #expect(run("list --state 逾期").messages.contains("--overdue"))
  }

  @Test(.bug(id: "counts", "15 October did not exist"))
  func `three days before the hand-in everything open is due`() throws {
    let due = try ids("--due-within 3", on: "2020-10-12")
    let later = try items("list", on: "2020-10-12").filter {
      ($0["targetDay"] as? String).map { $0 >= "2020-10-12" } ?? false
    }
    #expect(due == later.compactMap { $0["id"] as? String } && !due.isEmpty)
    #expect(Set(later.compactMap { $0["targetDay"] as? String }) == ["2020-10-15"])
    #expect(run("list", on: "2020-10-12").output.contains("距报送日 2020-10-15 还有 3 天"))
    let lights = Set(later.compactMap { $0["light"] as? String })
    #expect(lights.isSubset(of: ["yellow", "grey", "red"]), "\(lights)")
  }

  @Test(.bug(id: "counts", "a deadline moved past the hand-in unsaid"))
  func `more time names what it passes, at request, at grant and in the month's paper`() throws {
    let asked = run("extend request 5.1 --until 2020-10-31 --reason 换届", by: "学工部")
    #expect(asked.messages.contains("[deadline-after-hand-in]"))
    #expect(asked.messages.contains("晚于任务列表的时限 2020-07-31 和报送日 2020-10-15"), "\(asked.messages)")
    #expect(run("extend grant 5.1 --basis 例会", by: office).messages.contains("superior-missing"))
    let granted = run("extend grant 5.1 --basis 例会 --superior 团粤函〔2020〕5号", by: office)
    #expect(granted.messages.contains("依据上级文件 团粤函〔2020〕5号"))
    #expect(!granted.messages.contains("要有上级文件"))
    let listOnly = run("extend request 7.2 --until 2020-09-10 --reason 换届", by: "校团委")
    #expect(listOnly.messages.contains("[deadline-after-list]"))
    #expect(run("revise 1.3 --deadline 2020年10月 --reason 会议明确", by: office).status == .fine)
    let keys = "{{#extensions}}\n{{id}}：{{answer}}\n{{/extensions}}\n"
    let lines = try printed("monthly 2020-07", keys).split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "1.3：更正时限，延至2020年10月31日，晚于报送日2020年10月15日",
        "5.1：同意延至2020年10月31日（例会），晚于任务列表的时限2020年7月31日和报送日2020年10月15日，依据上级文件团粤函〔2020〕5号",
        "7.2：尚未答复，所申请的日期晚于任务列表的时限2020年8月31日",
      ])
    #expect(run("show 5.1").output.contains("上级文件 团粤函〔2020〕5号"))
  }

  @Test(.bug(id: "counts", "a round without a day took any day"))
  func `a day for a reopened round may not pass both without a superior document`() {
    close("1.2")
    run("reopen 1.2 --finding 名单不实 --basis 督查", by: "校团委", on: "2020-07-24")
    let refused = run(
      "revise 1.2 --deadline 2020年12月 --reason 来不及", by: "学工部", on: "2020-07-24")
    #expect(refused.messages.contains("superior-missing"))
  }

  @Test(.bug(id: "counts", "a month was sealed before its last day"))
  func `a month is sealed after its last day`() {
    run("meeting open 2020-07", by: office, on: "2020-07-28")
    for day in ["2020-07-28", "2020-07-31"] {
      let early = run("meeting close 2020-07", by: office, on: day)
      #expect(early.status == .refused && early.messages.contains("[month-not-over]"))
      #expect(!early.messages.contains("date-in-future"))
    }
    #expect(run("meeting close 2020-07", by: office, on: "2020-08-01").status == .fine)
  }

  @Test(.bug(id: "counts", "a closed item without a deadline was closed in time"))
  func `only what had a day is struck off in time or late`() throws {
    close("9.2")
    close("4.1")
    close("5.1")
    let keys = "{{#closed}}\n{{id}} {{#timeliness}}{{timeliness}}{{/timeliness}}\n{{/closed}}\n"
    #expect(
      try printed("monthly 2020-07", keys)
        == "4.1 逾期52天\n5.1 按期\n9.2 未载明时限\n")
  }

  // MARK: The province

  @Test(.bug(id: "counts", "the rollup counted as 长期坚持 what was never sustained"))
  func `the rollup counts what was sustained, and a withdrawn clause is answered`() throws {
    run("withdraw 5.1 --basis 团粤函〔2020〕5号", by: office)
    func rollup() throws -> (standing: Int?, withdrawn: [String]?, unanswered: [String]?) {
      let json = try desk.json("rollup 台账 --json --today 2020-07-22")
      let schools = try #require(json["schools"] as? [[String: Any]])
      let counts = schools.first?["granted"] as? [String: Any]
      let clauses = try #require(json["clauses"] as? [[String: Any]])
      let clause = clauses.first { $0["id"] as? String == "5.1" }
      return (
        (counts?["states"] as? [String: Int])?["ongoing"], clause?["withdrawn"] as? [String],
        clause?["unanswered"] as? [String]
      )
    }
    #expect(try rollup().standing == 0)
    #expect(try rollup().withdrawn == ["南岭工程职业学院"])
    #expect(try rollup().unanswered == [])
    run("start 2.3", by: "校学生会")
    run("sustain 2.3", by: "校学生会")
    #expect(try rollup().standing == 1)
  }

  @Test(.bug(id: "rollup", "the rollup said 0 standing where figures.json of the same day said 3"))
  func `rollup and submission reckon rates from the same counts`() throws {
    let options = "--ledger 台账 --as-of 2020-07-22 --today 2020-07-22"
    desk.variables["PATH"] = "/nowhere"
    #expect(desk.run("bundle --out 报送 " + options).status == .fine)
    let text = try desk.text("报送/figures.json")
    let figures = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let schools = try desk.json("rollup 台账 --json --today 2020-07-22")["schools"]
    for basis in ["granted", "original"] {
      let declared = try #require((figures as? [String: Any])?[basis] as? [String: Int])
      let counted = try #require((schools as? [[String: Any]])?.first?[basis] as? [String: Any])
      for (name, count) in declared { #expect(counted[name] as? Int == count, "\(name)") }
      #expect(declared["standing"] ?? 0 > 0)
    }
  }

  // MARK: Figures

  @Test(.bug(id: "counts", "不适用 of one figure let others pass"))
  func `a figure that does not apply is nothing in a sum and decides nothing else`() throws {
    let keys =
      "{{#indicators}}\n{{number}} {{judgement}} {{#detail}}{{detail}}{{/detail}}\n"
      + "{{/indicators}}\n"
    func judged(_ number: String) throws -> String {
      let lines = try printed("self-evaluation", keys).split(separator: "\n")
      return String(try #require(lines.first { $0.hasPrefix(number + " ") }))
    }
    for fact in ["研究生 不适用：高职没有研究生", "成绩前三成 10", "工作人员 40", "一年级新生 7", "课业不及格 0"] {
      #expect(run("fact set \(fact)", by: "校团委").status == .fine)
    }
    #expect(try judged("6").hasPrefix("6 未达标"))
    run("fact set 工作人员 不适用：统计口径不同", by: "校团委")
    for number in ["3-1", "5", "6", "11", "12"] {
      #expect(try judged(number).hasPrefix("\(number) 无法判定"), "\(number)")
    }
    #expect(
      run("indicator exempt 1 --reason 没有", by: office).messages.contains("indicator-starred"))
    #expect(
      run("indicator exempt 8 --reason 不适用：不适用：换届在明年", by: office).output
        .contains("指标 8 不适用：换届在明年"))
    #expect(try judged("8") == "8 不适用 换届在明年")
  }

  @Test(.bug(id: "counts", "院系数 1 with three registered was met"))
  func `more departments with figures than the school has is said as a contradiction`() throws {
    for unit in ["信息系", "护理系", "药学系"] {
      run("fact set 工作人员@\(unit) 25", by: "校团委")
      run("fact set 主席团成员@\(unit) 3", by: "校团委")
    }
    let told = run("fact set 院系数 1", by: "校团委")
    #expect(told.messages.contains("[fact-units-exceed]"), "\(told.messages)")
    let keys =
      "{{#indicators}}\n{{number}} {{judgement}} {{#detail}}{{detail}}{{/detail}}\n"
      + "{{/indicators}}\n"
    let lines = try printed("self-evaluation", keys).split(separator: "\n")
    let judged = try #require(lines.first { $0.hasPrefix("3-5 ") })
    #expect(judged.hasPrefix("3-5 无法判定") && judged.contains("矛盾"), "\(judged)")
    #expect(!run("fact set 院系数 3", by: "校团委").messages.contains("fact-units-exceed"))
    #expect(
      try printed("self-evaluation", keys).split(separator: "\n").contains {
        $0 == "3-5 达标 " || $0 == "3-5 达标"
      })
  }
}
