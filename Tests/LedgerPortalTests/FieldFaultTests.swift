import LedgerDesk
import TaskLedger
import Testing

@testable import LedgerPortal

/// What is wrong with a form stands beside the field it is about; what no field has any more stands
/// above the form.
struct FieldFaultTests {
  /// A form with a field left empty or wrong.
  struct Form: Sendable, CustomTestStringConvertible {
    var path: String
    var member: String
    var fields: [String: String]
    /// The element that the fault belongs to.
    var element: String
    var message: String
    var testDescription: String { "\(path) \(element)" }
  }

  static let forms = [
    Form(
      path: "/office/facts", member: "赵主任", fields: ["name": "", "value": "3"],
      element: "name", message: "请填写名称"),
    Form(
      path: "/office/facts", member: "赵主任", fields: ["name": "工作人员", "value": " "],
      element: "value", message: "请填写数值"),
    Form(
      path: "/office/facts", member: "赵主任", fields: ["name": "没有的名称", "value": "3"],
      element: "name", message: "没有的名称"),
    Form(
      path: "/office/facts", member: "赵主任", fields: ["name": "工作人员", "value": "很多"],
      element: "value", message: "很多"),
    Form(
      path: "/office/facts", member: "赵主任",
      fields: ["name": "工作人员", "value": "3", "counted": "2020-12-31"], element: "counted",
      message: "晚于今天"),
    Form(
      path: "/office/revise/4.1", member: "赵主任", fields: ["clause": "99.9", "reason": "抄错"],
      element: "clause", message: "任务列表里没有条款 99.9"),
    Form(
      path: "/office/revise/4.1", member: "赵主任",
      fields: ["deadline": "2020年12月31日", "reason": "抄错"], element: "deadline",
      message: "不是审核人"),
    Form(
      path: "/reviewers", member: "孙老师",
      fields: ["reviewers": PortalHouse.office, "reason": "核对"], element: "reviewers",
      message: "名单没有变动"),
    Form(
      path: "/reviewers", member: "孙老师", fields: ["reviewers": "查无此处", "reason": "调整"],
      element: "reviewers", message: "没有人能在网页上审核"),
    Form(
      path: "/office/gaps", member: "赵主任", fields: ["text": "", "owner": "学工部"],
      element: "text", message: "请填写内容"),
    Form(
      path: "/office/gaps", member: "赵主任",
      fields: ["text": "档案不全", "owner": "学工部", "due": "2020-01-01"], element: "due",
      message: "早于提出日期"),
    Form(
      path: "/office/gaps", member: "赵主任", fields: ["number": "1", "resolution": ""],
      element: "resolution-1", message: "请填写整改结果"),
    Form(
      path: "/office/meetings", member: "赵主任", fields: ["month": "八月份"], element: "month",
      message: "月份看不懂"),
    Form(
      path: "/office/meetings", member: "赵主任", fields: ["month": "2030-08"], element: "month",
      message: "还没有开始"),
    Form(
      path: "/office/meetings/2020-08", member: "赵主任",
      fields: ["act": "settle", "number": "1", "result": ""], element: "result-1",
      message: "请填写落实情况"),
    Form(
      path: "/office/revise/4.1", member: "赵主任", fields: ["content": "另一个内容", "reason": ""],
      element: "reason", message: "请填写理由"),
    Form(
      path: "/office/revise/4.1", member: "赵主任", fields: ["deadline": "尽可能", "reason": "抄错"],
      element: "deadline", message: "读不出完成时限"),
    Form(
      path: "/items/4.1/void/1", member: "王老师", fields: ["voidReason": ""], element: "void-1",
      message: "请填写作废的理由"),
    Form(
      path: "/items/LATER/extension", member: "赵主任",
      fields: ["until": "2020-10-01", "reason": "", "progress": "已开会"], element: "reason",
      message: "请填写理由"),
    Form(
      path: "/items/LATER/extension", member: "赵主任",
      fields: ["until": "2020-08-04", "reason": "人手不足", "progress": ""], element: "progress",
      message: "请填写已有进展"),
    Form(
      path: "/review/4.1/reopen", member: "孙老师", fields: ["finding": "", "basis": "例会"],
      element: "finding", message: "请填写发现的问题"),
  ]

  @Test(
    .bug(id: "newcomer", "the faults of most forms stood above them and not beside their fields"),
    arguments: forms)
  func `a fault stands beside its field`(form: Form) async throws {
    let house = try PortalHouse()
    let id = try required(ItemID("4.1"))
    let month = try required(CivilMonth("2020-08"))
    try house.record([.start(id)], by: "王老师")
    try house.attach(id, "遴选条件", named: "条件.txt", by: "王老师")
    try house.record(
      [
        .raiseGap(text: "短板", item: nil, owner: "学工部", due: nil), .openMeeting(month),
        .decideAtMeeting(month, item: nil, text: "议定", owner: "学工部", due: nil),
      ], by: PortalHouse.office)
    if form.path.hasSuffix("reopen") {
      try house.record([.submit(id, summary: "遴选条件已经印发。")], by: "王老师")
      let seen = Desk.digest(try required(try house.ledger()[id]).reviewBasis.text)
      try house.record([.close(id, opinion: "同意", seen: .digest(seen))], by: PortalHouse.office)
    }
    // More time is asked for what is not due yet.
    let later = try required(
      try house.ledger().liveItems.first { $0.due.map { $0 > PortalHouse.day } == true })
    let path = form.path.replacing("LATER", with: later.id.description)
    let count = try house.entries().count
    try await house.serve { client in
      let answer = try await client.post(
        path, form.fields.sorted { $0.key < $1.key }, as: form.member)
      #expect(answer.status == 422)
      let fault = try required(
        answer.text.firstMatch(
          of: try Regex("<span class=\"fault\" id=\"\(form.element)-fault\">([^<]*)</span>")),
      )
      #expect(String(fault[1].substring ?? "").contains(form.message), "\(fault[0])")
      // It is said once.
      #expect(answer.text.matches(of: try Regex("[^\"]" + form.message + "[^\"<]*<")).count == 1)
      #expect(answer.text.contains("见各栏目下的说明"))
      #expect(answer.text.contains("aria-describedby=\"\(form.element)-fault\""))
    }
    #expect(try house.entries().count == count)
  }

  @Test(
    .bug(id: "newcomer", "faults of files stood above the form, and once more beside it"),
    arguments: [
      ("/items/4.1/report", "files", "王老师"), ("/office/texts", "text", "赵主任"),
      ("/office/facts/import", "table", "赵主任"), ("/office/import", "plan", "赵主任"),
    ])
  func `a file that is not taken is said once, beside its field`(
    path: String, field: String, member: String
  ) async throws {
    let house = try PortalHouse()
    try house.record([.start(try required(ItemID("4.1")))], by: "王老师")
    try await house.serve { client in
      let answer = try await client.upload(
        path, [("act", field == "plan" ? "look" : "save")], files: [.init("空.docx", "")],
        of: field, as: member)
      #expect(answer.status == 422)
      #expect(
        answer.text.contains("<span class=\"fault\" id=\"\(field)-fault\">"), "\(answer.text)")
      #expect(answer.text.matches(of: /空文件|是空的/).count == 1, "\(answer.text)")
    }
  }

  @Test(.bug(id: "newcomer", "only the statement was asked for where the evidence was missing too"))
  func `an application says all that it lacks`() async throws {
    let house = try PortalHouse()
    let id = try required(ItemID("4.1"))
    try house.record([.start(id)], by: "王老师")
    try await house.serve { client in
      let bare = try await client.upload(
        "/items/\(id)/report", [("summary", ""), ("act", "apply")], files: [], as: "王老师")
      #expect(bare.status == 422)
      #expect(bare.text.contains("请填写完成情况说明") && bare.text.contains("还没有佐证材料，请选文件"))
      let unworded = try await client.upload(
        "/items/\(id)/report", [("summary", ""), ("act", "apply")],
        files: [.init("条件.txt", "遴选条件")], as: "王老师")
      #expect(unworded.text.contains("请填写完成情况说明"))
      #expect(!unworded.text.contains("还没有佐证材料，请选文件"))
      #expect(unworded.text.contains("「条件.txt」没有登记，请重新选"))
      try house.attach(id, "遴选条件", named: "条件.txt", by: "王老师")
      let known = try await client.upload(
        "/items/\(id)/report", [("summary", ""), ("act", "apply")],
        files: [.init("条件.txt", "遴选条件")], as: "王老师")
      #expect(known.text.contains("「条件.txt」已经在册（证-4.1-01），不必再选"))
      #expect(!known.text.contains("没有登记，请重新选"))
    }
  }

  @Test func `a draft keeps its words and says that the files are not kept`() async throws {
    let house = try PortalHouse()
    let id = try required(ItemID("4.1"))
    try house.record([.start(id)], by: "王老师")
    try await house.serve { client in
      let sent = try await client.upload(
        "/items/\(id)/report", [("note", "写了一半"), ("act", "draft")],
        files: [.init("条件.txt", "遴选条件")], as: "王老师")
      #expect(sent.status == 303)
      let page = try await client.get(try required(sent.headers["location"]), as: "王老师")
      #expect(page.text.contains("写了一半") && page.text.contains("所选文件没有存"))
    }
    #expect(try house.ledger()[id]?.evidence.isEmpty == true)
  }

  @Test func `names of who was there are kept where the month was sealed meanwhile`() async throws {
    let house = try PortalHouse()
    try house.record([.openMeeting(try required(CivilMonth("2020-08")))], by: "赵主任")
    house.clock.pass(40 * 86_400)
    _ = try house.desk.sealMonth(
      try required(CivilMonth("2020-08")), by: Clerk(name: PortalHouse.office),
      at: Moment(of: house.clock.now), dryRun: false)
    try await house.serve { client in
      let answer = try await client.post(
        "/office/meetings/2020-08", [("act", "attend"), ("names", "张三、李四")], as: "赵主任")
      #expect(answer.status == 422)
      #expect(answer.text.contains("您刚才写的出席的人") && answer.text.contains("张三、李四"))
    }
  }

  @Test(.bug(id: "newcomer", "where the form was gone, no reason was told"))
  func `a fault of a form that is gone stands above the page`() async throws {
    let house = try PortalHouse()
    let id = try house.submitted()
    try await house.serve { client in
      // The item waits for its review, so that there is no form for more time.
      let seen = Desk.digest(try required(try house.ledger()[id]).reviewBasis.text)
      try house.record([.close(id, opinion: "同意", seen: .digest(seen))], by: PortalHouse.office)
      let answer = try await client.post(
        "/items/\(id)/extension", [("until", "2020-10-01"), ("reason", ""), ("progress", "")],
        as: "王老师")
      #expect(answer.status == 422)
      #expect(answer.text.contains("<li>请填写理由"), "\(answer.text)")
      #expect(!answer.text.contains("见各栏目下的说明"))
    }
  }

  @Test func `a day of the wall chart that cannot be read is named`() async throws {
    let house = try PortalHouse()
    try await house.serve { client in
      for path in ["/board/sheet?day=x", "/papers/self-evaluation?day=x"] {
        let answer = try await client.get(path, as: "钱书记")
        #expect(answer.status == 422 && answer.text.contains("日期看不懂"), "\(path)")
      }
      let month = try await client.get("/papers/monthly?month=x", as: "钱书记")
      #expect(month.status == 422 && month.text.contains("月份看不懂"))
    }
  }
}
