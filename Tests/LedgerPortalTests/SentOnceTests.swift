import LedgerDesk
import TaskLedger
import Testing

@testable import LedgerPortal

/// What a browser sends once more is recorded once: every act is answered by going elsewhere.
struct SentOnceTests {
  private let house: PortalHouse
  private let id: ItemID

  init() throws {
    house = try PortalHouse()
    id = try required(ItemID("4.1"))
    try house.record([.start(id)], by: "王老师")
  }

  private func notes() throws -> Int { try required(try house.ledger()[id]).notes.count }

  @Test(.bug(id: "newcomer", "a receipt with a file that was not taken recorded all again on F5"))
  func `a receipt that says what was not taken is a page of its own`() async throws {
    try await house.serve { client in
      let files = [PortalClient.File("条件.txt", "遴选条件"), .init("空.txt", "")]
      let answer = try await client.upload(
        "/items/\(id)/report", [("note", "已经开会"), ("act", "save")], files: files, as: "王老师")
      #expect(answer.status == 303)
      let place = try required(answer.headers["location"])
      for _ in 1...2 {
        let receipt = try await client.get(place, as: "王老师")
        #expect(receipt.status == 200)
        #expect(receipt.text.contains("「空.txt」没有收下") && receipt.text.contains("已经开会"))
      }
      // What was not taken is said to who sent it.
      #expect(!(try await client.get(place, as: "赵主任").text.contains("空.txt")))
    }
    #expect(try notes() == 1)
  }

  @Test func `an application that was held back says so on the receipt`() async throws {
    try await house.serve { client in
      let files = [PortalClient.File("条件.txt", "遴选条件"), .init("空.txt", "")]
      let answer = try await client.upload(
        "/items/\(id)/report", [("note", ""), ("summary", "条件已经印发。"), ("act", "apply")],
        files: files, as: "王老师")
      let receipt = try await client.get(try required(answer.headers["location"]), as: "王老师")
      #expect(receipt.text.contains("有文件没有收下，申请没有提交"))
    }
    #expect(try house.ledger()[id]?.phase == .inProgress)
  }

  @Test func `a form that is sent again after going back says that the note is there`()
    async throws
  {
    try await house.serve { client in
      let form = [("note", "已经开会"), ("act", "save")]
      let first = try await client.upload("/items/\(id)/report", form, files: [], as: "王老师")
      #expect(first.status == 303)
      let again = try await client.upload("/items/\(id)/report", form, files: [], as: "王老师")
      #expect(again.status == 303)
      let same = try await client.get(try required(again.headers["location"]), as: "王老师")
      #expect(same.status == 200 && same.text.contains("没有重复登记"))
      let file = try await client.upload(
        "/items/\(id)/report", form, files: [.init("签到表.txt", "签到")], as: "王老师")
      let receipt = try await client.get(try required(file.headers["location"]), as: "王老师")
      #expect(receipt.text.contains("没有重复登记") && receipt.text.contains("签到表.txt"))
      let more = try await client.upload(
        "/items/\(id)/report", [("note", "又开了会"), ("act", "save")], files: [], as: "王老师")
      #expect(more.status == 303)
    }
    #expect(try notes() == 2)
  }

  @Test(.bug(id: "newcomer", "a gap that was sent twice was recorded twice"))
  func `a gap and a decision sent twice from one page are recorded once`() async throws {
    try house.record([.openMeeting(try required(CivilMonth("2020-08")))], by: "赵主任")
    try await house.serve { client in
      for (page, path, more) in [
        ("/office/meetings", "/office/gaps", []),
        ("/office/meetings/2020-08", "/office/meetings/2020-08", [("act", "decide")]),
      ] {
        let head = try await client.get(page, as: "赵主任").formHead()
        let form = [("text", "档案不全"), ("owner", "学工部")] + more
        let first = try await client.post(path, form + [("formHead", head)], as: "赵主任")
        let second = try await client.post(path, form + [("formHead", head)], as: "赵主任")
        #expect(first.status == 303 && second.status == 303)
        #expect(first.headers["location"] == second.headers["location"])
        // The same words of a later page are meant.
        let later = try await client.get(page, as: "赵主任").formHead()
        #expect(later != head)
        let third = try await client.post(path, form + [("formHead", later)], as: "赵主任")
        #expect(third.status == 303)
        // Other words of the first page are another act.
        let other = try await client.post(
          path, [("text", "制度不全"), ("owner", "学工部"), ("formHead", head)] + more, as: "赵主任")
        #expect(other.status == 303)
      }
    }
    let ledger = try house.ledger()
    #expect(ledger.gaps.map(\.text) == ["档案不全", "档案不全", "制度不全"])
    #expect(ledger.meetings.values.flatMap(\.decisions).map(\.decided.text).count == 3)
  }

  @Test(.bug(id: "newcomer", "a form sent twice said that nothing was recorded"))
  func `an application sent twice is answered the same, unless the item moved on`() async throws {
    try await house.serve { client in
      let head = try await client.get("/items/\(id)", as: "王老师").formHead()
      let form = [
        ("note", "已经开会"), ("summary", "条件已经印发。"), ("act", "apply"), ("formHead", head),
      ]
      let files = [PortalClient.File("条件.txt", "遴选条件")]
      let first = try await client.upload("/items/\(id)/report", form, files: files, as: "王老师")
      let count = try house.entries().count
      let second = try await client.upload("/items/\(id)/report", form, files: files, as: "王老师")
      #expect(first.status == 303 && second.headers["location"] == first.headers["location"])
      // A colleague's form is her own.
      let other = try await client.upload("/items/\(id)/report", form, files: files, as: "赵主任")
      #expect(other.headers["location"] != first.headers["location"])
      #expect(try house.entries().count == count)
      let seen = Desk.digest(try required(try house.ledger()[id]).reviewBasis.text)
      try house.record([.return(id, reason: "缺章", seen: .digest(seen))], by: PortalHouse.office)
      // It was returned: what is sent again is a new application.
      let again = try await client.upload("/items/\(id)/report", form, files: files, as: "王老师")
      #expect(again.headers["location"] != first.headers["location"])
    }
    #expect(try house.ledger()[id]?.phase == .submitted)
  }

  @Test func `what others changed since is not said to be done`() async throws {
    let closed = id
    try house.attach(id, "遴选条件", named: "条件.txt", by: "王老师")
    try house.record([.submit(id, summary: "遴选条件已经印发。")], by: "王老师")
    let seen = Desk.digest(try required(try house.ledger()[closed]).reviewBasis.text)
    try await house.serve { client in
      let head = try await client.get("/review", as: "孙老师").formHead()
      let form = [
        ("item", closed.description), ("seen:\(closed)", seen.description), ("opinion", "同意"),
        ("formHead", head),
      ]
      let first = try await client.post("/review", form, as: "孙老师")
      #expect(first.text.contains("已销号"), "\(first.text)")
      let second = try await client.post("/review", form, as: "孙老师")
      #expect(second.text == first.text)
      try house.record(
        [.reopen(closed, finding: "缺章", basis: "抽查")], by: PortalHouse.office)
      let later = try await client.post("/review", form, as: "孙老师")
      #expect(later.text != first.text)
      // A gap is raised again once others recorded something and a while passed.
      let page = try await client.get("/office/meetings", as: "赵主任").formHead()
      let gap = [("text", "档案不全"), ("owner", "学工部"), ("formHead", page)]
      for expected in [1, 1] {
        _ = try await client.post("/office/gaps", gap, as: "赵主任")
        #expect(try house.ledger().gaps.count == expected)
      }
      try house.record([.note(id, text: "已经开会")], by: "王老师")
      _ = try await client.post("/office/gaps", gap, as: "赵主任")
      #expect(try house.ledger().gaps.count == 1)
      house.clock.pass(11)
      _ = try await client.post("/office/gaps", gap, as: "赵主任")
      #expect(try house.ledger().gaps.count == 2)
    }
    #expect(try house.ledger()[closed]?.isSoundlyClosed == false)
  }

  @Test(.bug(id: "newcomer", "a note was recorded twice when a colleague wrote in between"))
  func `a note sent again after a colleague's is there already`() async throws {
    try await house.serve { client in
      let head = try await client.get("/items/\(id)", as: "王老师").formHead()
      let form = [("note", "已经开会"), ("act", "save"), ("formHead", head)]
      let file = [PortalClient.File("签到表.txt", "签到")]
      _ = try await client.upload("/items/\(id)/report", form, files: file, as: "王老师")
      try house.record([.note(id, text: "已到会")], by: "赵主任")
      let again = try await client.upload("/items/\(id)/report", form, files: file, as: "王老师")
      let page = try await client.get(try required(again.headers["location"]), as: "王老师")
      #expect(page.text.contains("没有重复登记"))
      #expect(page.text.contains("「签到表.txt」已经在册"))
    }
    #expect(try notes() == 2)
    #expect(try house.ledger()[id]?.evidence.count == 1)
  }

  @Test(.bug(id: "newcomer", "a gap was recorded twice where a log-in lay between"))
  func `a form that a log-in carried on is known as sent`() async throws {
    try await house.serve { client in
      let link = try house.portal.memberLink(of: "赵主任", at: house.clock.now.seconds)
      let password = [("password", "南岭的长密码2020"), ("again", "南岭的长密码2020")]
      #expect(try await client.post(link, password).status == 303)
      let head = try await client.get("/office/meetings", as: "赵主任").formHead()
      let form = [("text", "档案不全"), ("owner", "学工部"), ("formHead", head)]
      #expect(try await client.post("/office/gaps", form, as: "赵主任").status == 303)
      let over = try await client.post("/office/gaps", form)
      #expect(over.status == 401)
      let carried = form.map { ("carried:" + $0.0, $0.1) }
      let logIn = [("member", "赵主任"), password[0], ("target", "/office/gaps")]
      let page = try await client.post("/log-in", logIn + carried)
      #expect(page.text.contains("已重新登录") && page.text.contains("档案不全"))
      #expect(try page.formHead() == head)
      #expect(try await client.post("/office/gaps", form, as: "赵主任").status == 303)
    }
    #expect(try house.ledger().gaps.count == 1)
  }
}
