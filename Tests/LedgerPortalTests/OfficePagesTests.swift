import Foundation
import LedgerDesk
import TaskLedger
import Testing

@testable import LedgerPortal

/// The office's month on the page: meeting, texts, reminders.
struct OfficePagesTests {
  @Test func `a meeting goes from its agenda to decisions, minutes and what became of them`()
    async throws
  {
    let house = try PortalHouse()
    _ = try house.submitted()
    try await house.serve { client in
      let opened = try await client.post(
        "/office/meetings", [("month", "2020-08")], as: "赵主任")
      #expect(opened.headers["location"] == "/office/meetings/2020-08?done=meeting-opened")
      let page = try await client.get("/office/meetings/2020-08", as: "赵主任")
      #expect(page.text.contains("议题材料") && page.text.contains("审核码"))
      let path = "/office/meetings/2020-08"
      let attended = try await client.post(
        path, [("act", "attend"), ("names", "李老师、王老师 钱书记")], as: "赵主任")
      #expect(attended.status == 303)
      let unfinished = try await client.post(
        path, [("act", "decide"), ("text", "统一佐证格式"), ("due", "明天")], as: "赵主任")
      #expect(unfinished.status == 422)
      #expect(unfinished.text.contains("统一佐证格式") && unfinished.text.contains("请填写责任部门"))
      let decided = try await client.post(
        path,
        [("act", "decide"), ("text", "统一佐证格式"), ("owner", "校团委"), ("due", "2020年8月20日")],
        as: "赵主任")
      #expect(decided.status == 303)
      let settled = try await client.post(
        path, [("act", "settle"), ("number", "1"), ("result", "格式已印发")], as: "赵主任")
      #expect(settled.status == 303)
      let minutes = try await client.get("/papers/minutes?month=2020-08", as: "钱书记")
      #expect(minutes.text.contains("统一佐证格式") && minutes.text.contains("钱书记"))
      let early = try await client.post(path, [("act", "seal")], as: "赵主任")
      #expect(early.status == 422)
    }
    let meeting = try required(
      try house.ledger().meetings[try required(CivilMonth("2020-08"))])
    #expect(meeting.attendance == ["李老师", "王老师", "钱书记"])
    #expect(meeting.decisions.map(\.result) == ["格式已印发"])
    #expect(meeting.decisions.map(\.decided.due) == [CivilDate("2020-08-20")])
    #expect(try house.entries().suffix(4).allSatisfy { $0.actor == "赵主任" })
    #expect(house.log.all.isEmpty)
  }

  @Test func `a sealed month shows who attended and takes nothing more`() async throws {
    let house = try PortalHouse()
    let month = try required(CivilMonth("2020-07"))
    try house.record(
      [.openMeeting(month), .attendMeeting(month, names: ["李老师"])], by: PortalHouse.office)
    let open = try await house.serve { client in
      try await client.get("/office/meetings/2020-07", as: "赵主任").text
    }
    #expect(open.contains("登记议定事项") && open.contains("已登记：李老师"))
    _ = try house.desk.sealMonth(
      month, by: Clerk(name: PortalHouse.office), at: Moment(of: house.clock.now), dryRun: false)
    let sealed = try await house.serve { client in
      try await client.get("/office/meetings/2020-07", as: "赵主任").text
    }
    #expect(!sealed.contains("登记议定事项") && sealed.contains("出席：李老师"), "\(sealed)")
  }

  @Test(.bug(id: "desk", "a reviewer saw neither the earlier return nor the progress nor the day"))
  func `what is judged stands beside its day, its progress and the earlier return`() async throws {
    let house = try PortalHouse()
    let id = try house.submitted()
    let seen = Desk.digest(try required(try house.ledger()[id]).reviewBasis.text)
    try house.record(
      [.return(id, reason: "缺盖章的原件", seen: .digest(seen))], by: PortalHouse.office)
    try house.record([.note(id, text: "已补盖章原件")], by: "王老师")
    try house.record([.submit(id, summary: "遴选条件已经印发，原件已补。")], by: "王老师")
    let due = PortalPhrases.date(try required(try required(try house.ledger()[id]).due))
    try await house.serve { client in
      let page = try await client.get("/review/\(id)", as: "孙老师")
      for words in ["缺盖章的原件", "已补盖章原件", "到期日</dt><dd>\(due)"] {
        #expect(page.text.contains(words), "\(words)")
      }
      let queue = try await client.get("/review", as: "孙老师")
      for words in ["上次退回：</b>缺盖章的原件", "进展：已补盖章原件"] {
        #expect(queue.text.contains(words), "\(words)")
      }
      let home = try await client.get("/", as: "钱书记")
      let content = try required(try house.ledger()[id]).item.content
      #expect(home.text.contains("\(id)</a> \(PrintableText.head(content, limit: 24))"))
    }
    #expect(house.log.all.isEmpty)
  }

  @Test(.bug(id: "desk", "a late meeting looked at its own day"))
  func `the page of a month that is over looks at its last day`() async throws {
    let house = try PortalHouse()
    _ = try house.submitted()
    try await house.serve { client in
      _ = try await client.post("/office/meetings", [("month", "2020-07")], as: "赵主任")
      let page = try await client.get("/office/meetings/2020-07", as: "赵主任")
      #expect(page.text.contains("议程（截至2020年7月31日）"))
      #expect(!page.text.contains("待审核："))
    }
  }

  @Test func `indicators name the school's organisation where its own table leaves room`()
    async throws
  {
    let house = try PortalHouse()
    let tasks = URL(fileURLWithPath: house.root + "/台账/tasks")
    try FileManager.default.createDirectory(at: tasks, withIntermediateDirectories: true)
    let table = """
      | 编号 | 指标 | 数据 | 条件 | 备注栏 |
      |---|---|---|---|---|
      | 3-1 | 人数适当 | 工作人员：人数 | 工作人员 ≤ 40 | {组织}的人数 |
      """
    try Data(table.utf8).write(to: tasks.appendingPathComponent("acceptance-2020.md"))
    try await house.serve { client in
      let page = try await client.get("/office/indicators", as: "赵主任").text
      #expect(page.contains("学生会的人数") || page.contains("学生会（研究生会）的人数"), "\(page)")
    }
  }

  @Test(arguments: [(nil, true), ("rectification", false)])
  func `a work without indicators offers no form of them`(set: String?, isThere: Bool)
    async throws
  {
    try await PortalHouse(set: set).serve { client in
      let page = try await client.get("/papers", as: "钱书记")
      #expect(page.status == 200)
      #expect(page.text.contains("/papers/filing-form") == isThere)
      #expect(page.text.contains("/papers/filing-notice") == isThere)
      #expect(page.text.contains("/papers/self-evaluation"))
    }
  }

  @Test func `a month that has not begun has no paper`() async throws {
    try await PortalHouse().serve { client in
      for paper in ["monthly", "minutes"] {
        let answer = try await client.get("/papers/\(paper)?month=2020-09", as: "钱书记")
        #expect(answer.status == 422 && answer.text.contains("2020-09 还没有开始"))
      }
    }
  }

  @Test func `a meeting that was not opened has no minutes`() async throws {
    try await PortalHouse().serve { client in
      let answer = try await client.get("/papers/minutes?month=2020-08", as: "钱书记")
      #expect(answer.status == 422 && answer.text.contains("2020-08 例会还没有开始"))
    }
  }

  @Test(arguments: [
    "monthly?month=2020-08", "missing", "missing?department=学工部",
    "missing?by=2020-09-01", "reminder?department=学工部", "self-evaluation", "reform",
    "filing-form", "filing-notice", "ledger", "evidence-index", "department?department=学工部",
    "hand-in",
  ])
  func `every paper is there`(paper: String) async throws {
    let house = try PortalHouse()
    try await house.serve { client in
      let query = try required(
        paper.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed))
      let path = "/papers/\(query)\(paper.contains("?") ? "&" : "?")format="
      let page = try await client.get(path + "html", as: "钱书记")
      #expect(page.status == 200 && page.text.hasPrefix("<!DOCTYPE html>"))
      let plain = try await client.get(path + "md", as: "钱书记")
      #expect(plain.status == 200 && plain.text.hasPrefix("#"))
    }
    #expect(house.log.all.isEmpty)
  }

  @Test(
    .bug(id: "19", "a union's form was saved under the name of its template"),
    arguments: [
      ("filing-form?unit=机电系", "院系评估备案表（机电系）"), ("filing-form", "评估备案表"),
      ("department?department=学工部", "部门清单（学工部）"), ("missing?department=学工部", "倒排表（学工部）"),
      ("monthly?month=2020-08", "月度自查（2020-08）"),
    ])
  func `a paper is saved under its name and whose it is`(paper: String, name: String)
    async throws
  {
    let house = try PortalHouse()
    try house.record(
      [.recordFact(name: "工作人员@机电系", value: "25", evidence: nil, exemption: nil)], by: "赵主任")
    try await house.serve { client in
      let query = try required(
        paper.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed))
      let answer = try await client.get(
        "/papers/\(query)\(paper.contains("?") ? "&" : "?")format=md", as: "钱书记")
      let header = try required(answer.headers["content-disposition"])
      #expect(header.removingPercentEncoding?.contains("\(name) 2020-") == true)
    }
  }

  @Test func `texts are looked at, then recorded`() async throws {
    let house = try PortalHouse()
    try await house.serve { client in
      let form = try await client.get("/office/texts/form/md", as: "赵主任")
      #expect(form.text.contains("## 成效"))
      let text = "# 文稿\n\n## 成效\n\n学生会组织改革取得实效，工作人员精简到位。\n"
      let count = try house.entries().count
      let preview = try await client.upload(
        "/office/texts", [], files: [.init("文稿.md", text)], as: "赵主任")
      #expect(preview.status == 200 && preview.text.contains("成效：1 段"))
      #expect(try house.entries().count == count)
      let seen = try required(preview.text.firstMatch(of: /name="seenText" value="([0-9a-f]+)"/))
      let sent = try await client.upload(
        "/office/texts", [("seenText", String(seen.1))], files: [], as: "赵主任")
      #expect(sent.status == 303)
      let page = try await client.get("/office/texts", as: "赵主任")
      #expect(page.text.contains("工作人员精简到位"))
    }
    #expect(try house.ledger().texts[.results]?.paragraphs.count == 1)
  }

  @Test func `a reminder is sent by the office and answered by its department alone`()
    async throws
  {
    let house = try PortalHouse()
    try await house.serve { client in
      let page = try await client.get("/office/reminders", as: "赵主任")
      let department = try required(
        page.text.firstMatch(of: /name="department" value="([^"]+)"/)
      ).1
      let sent = try await client.post(
        "/office/reminders", [("department", String(department))], as: "赵主任")
      #expect(sent.status == 303)
      let reminder = try required(try house.ledger().reminders.first)
      let owner = reminder.sent.department == "学工部" ? "王老师" : "李老师"
      let other = owner == "王老师" ? "李老师" : "王老师"
      let fields = [("number", "1"), ("answer", "本周内补齐")]
      #expect(try await client.post("/reminders", fields, as: other).status == 404)
      let home = try await client.get("/", as: owner)
      #expect(home.text.contains("\(reminder.sent.kind.words)第 1 号"))
      #expect(
        try await client.post("/reminders", [("number", "1"), ("answer", " ")], as: owner).status
          == 422)
      #expect(try await client.post("/reminders", fields, as: owner).status == 303)
      #expect(try await client.get("/", as: owner).text.contains("第 1 号") == false)
      #expect(try house.ledger().reminders.first?.answer == "本周内补齐")
      #expect(try house.entries().last?.actor == owner)
    }
  }

  @Test func `reviewers are named by a reviewer, and shown to who keeps members`() async throws {
    let house = try PortalHouse()
    try await house.serve { client in
      let shown = try await client.get("/reviewers", as: "周工")
      #expect(shown.text.contains("领导小组办公室：孙老师") && !shown.text.contains("变更名单</h2>"))
      let fields = [("reviewers", "领导小组办公室\n校团委"), ("reason", "")]
      let unreasoned = try await client.post("/reviewers", fields, as: "孙老师")
      #expect(unreasoned.status == 422)
      #expect(
        unreasoned.text.contains("请填写理由") && unreasoned.text.contains("领导小组办公室\n校团委"))
      let named = try await client.post(
        "/reviewers", [fields[0], ("reason", "分工调整")], as: "孙老师")
      #expect(named.headers["location"]?.hasPrefix("/?done=reviewers-set") == true)
      #expect(try await client.get("/review", as: "李老师").status == 200)
    }
    #expect(try house.ledger().reviewers == ["领导小组办公室", "校团委"])
    #expect(try house.entries().last?.actor == "孙老师")
  }

  @Test func `what goes on is sustained together, all or none`() async throws {
    let house = try PortalHouse()
    let standing = try house.ledger().liveItems.filter(\.isStanding).map(\.id)
    let first = try required(standing.first)
    try house.record(standing.map { .start($0) }, by: "赵主任")
    let other = try required(try house.ledger().liveItems.first { $0.due != nil }?.id)
    try await house.serve { client in
      let list = try await client.get("/items", as: "赵主任")
      #expect(list.text.contains("没有截止日期的 \(standing.count) 条"))
      #expect(try await client.post("/items", [], as: "赵主任").status == 422)
      let mixed = try await client.post(
        "/items", [("item", "\(first)"), ("item", "\(other)")], as: "赵主任")
      #expect(mixed.status == 422)
      #expect(mixed.text.contains("value=\"\(first)\" checked"))
      #expect(try house.ledger()[first]?.phase == .inProgress)
      let sent = try await client.post(
        "/items", standing.map { ("item", "\($0)") }, as: "赵主任")
      #expect(sent.status == 303)
      let after = try await client.get(try required(sent.headers["location"]), as: "赵主任")
      #expect(after.text.contains("已转入长期坚持") && !after.text.contains("h-standing"))
    }
    #expect(try standing.allSatisfy { try house.ledger()[$0]?.phase == .ongoing })
  }

  @Test func `a figure is recorded with the evidence it rests on`() async throws {
    let house = try PortalHouse()
    _ = try house.submitted()
    try await house.serve { client in
      let fields = [("name", "学生总数"), ("value", "5000")]
      let wrong = try await client.post(
        "/office/facts", fields + [("evidence", "附件一")], as: "赵主任")
      #expect(wrong.status == 422 && wrong.text.contains("佐证编号写成"))
      let sent = try await client.post(
        "/office/facts", fields + [("evidence", "证-4.1-01")], as: "赵主任")
      #expect(sent.status == 303)
    }
    let fact = try required(try house.ledger().facts["学生总数"]?.last)
    #expect(fact.evidence?.description == "证-4.1-01")
  }

  @Test func `a reviewer withdraws an item on a superior document, and nobody without one`()
    async throws
  {
    let house = try PortalHouse()
    let id = try required(try house.ledger().liveItems.first { $0.phase == .pending }?.id)
    try await house.serve { client in
      let page = try await client.get("/items/\(id)", as: "孙老师")
      #expect(page.text.contains("撤销这一条"))
      let owners = try await client.get("/items/\(id)", as: "王老师")
      #expect(!owners.text.contains("撤销这一条"))
      let path = "/review/\(id)/withdraw"
      let blank = try await client.post(path, [("superior", "　")], as: "孙老师")
      #expect(blank.status == 422)
      #expect(blank.text.contains("请填写上级文件"))
      let done = try await client.post(
        path, [("superior", "省厅〔2020〕9号：此项不再要求")], as: "孙老师")
      #expect(done.status == 303)
      let state = try required(try house.ledger()[id])
      #expect(state.phase == .withdrawn)
      #expect(state.withdrawalBasis == "省厅〔2020〕9号：此项不再要求")
      let after = try await client.get("/items/\(id)", as: "孙老师")
      #expect(!after.text.contains("撤销这一条"))
      // Leaders count it beside the other lights, so that these add up.
      let home = try await client.get("/", as: "钱书记").text
      #expect(home.contains("/items?state=withdrawn\"><span class=\"light grey\">灰 已撤销</span> 1 条"))
    }
  }
}
