import LedgerDesk
import TaskLedger
import Testing

@testable import LedgerPortal

/// Who decides or corrects on an older page is told what was recorded since; nobody's change is lost.
struct ChangedMeanwhileTests {
  private let house: PortalHouse

  init() throws { house = try PortalHouse() }

  private func close(_ id: ItemID) throws {
    let seen = Desk.digest(try required(try house.ledger()[id]).reviewBasis.text)
    try house.record([.close(id, opinion: "同意", seen: .digest(seen))], by: PortalHouse.office)
  }

  @Test(.bug(id: "newcomer", "another request was granted than the one that was read"))
  func `more time is granted to the request that was read`() async throws {
    let state = try required(
      try house.ledger().liveItems.first { $0.due.map { PortalHouse.day < $0 } == true })
    let id = state.id
    let due = try required(state.due)
    @Sendable func ask(_ days: Int) throws {
      try house.record(
        [
          .requestExtension(
            id, until: try required(CivilDate(dayNumber: due.dayNumber + days)),
            reason: "场地未定", progress: "已拟稿")
        ], by: "赵主任")
    }
    try house.record([.start(id)], by: "赵主任")
    try ask(5)
    try await house.serve { client in
      let head = try await client.get("/review", as: "孙老师").formHead()
      // Refused by another reviewer, and asked for again until a later day.
      try house.record([.refuseExtension(id, reason: "再想想")], by: PortalHouse.office)
      try ask(9)
      let form = [("act", "grant"), ("basis", "例会议定")]
      let old = try await client.post(
        "/review/\(id)/extension", form + [("formHead", head)], as: "孙老师")
      #expect(old.status == 409)
      #expect(old.text.contains("\(id) 有了新记录（赵主任：申请延期）"))
      #expect(old.text.contains("例会议定"))
      #expect(try house.ledger()[id]?.grantedDue == nil)
      let now = try old.formHead()
      let again = try await client.post(
        "/review/\(id)/extension", form + [("formHead", now)], as: "孙老师")
      #expect(again.status == 303)
    }
    #expect(
      try house.ledger()[id]?.grantedDue == CivilDate(dayNumber: due.dayNumber + 9))
  }

  @Test func `a further round and a withdrawal rest on what was seen`() async throws {
    let id = try house.submitted()
    try close(id)
    try await house.serve { client in
      let head = try await client.get("/review/\(id)", as: "孙老师").formHead()
      try house.record([.note(id, text: "档案已归档")], by: "王老师")
      for (path, form) in [
        ("reopen", [("finding", "缺章"), ("basis", "抽查")]),
        ("withdraw", [("superior", "省发〔2020〕2号")]),
      ] {
        let old = try await client.post(
          "/review/\(id)/\(path)", form + [("formHead", head)], as: "孙老师")
        #expect(old.status == 409 && old.text.contains("页面已是现在的内容"), "\(path)")
        #expect(old.text.contains(form[0].1))
      }
      #expect(try house.ledger()[id]?.round.number == 1)
      let now = try await client.get("/review/\(id)", as: "孙老师").formHead()
      let sent = try await client.post(
        "/review/\(id)/reopen", [("finding", "缺章"), ("basis", "抽查"), ("formHead", now)],
        as: "孙老师")
      #expect(sent.status == 303)
    }
    #expect(try house.ledger()[id]?.round.number == 2)
  }

  @Test(.bug(id: "newcomer", "a correction took back what a colleague had corrected meanwhile"))
  func `a correction changes what was changed on its form alone`() async throws {
    let id = try required(ItemID("4.1"))
    @Sendable func form(_ page: PortalClient.Answer) throws -> [(String, String)] {
      try ["content", "remark", "departments", "deadline", "clause", "person"].map { name in
        let was = try required(
          page.text.firstMatch(of: try Regex("name=\"was-\(name)\" value=\"([^\"]*)\"")))
        return ("was-" + name, String(was[1].substring ?? ""))
      }
    }
    @Sendable func sent(_ base: [(String, String)], _ changed: [String: String]) -> [(
      String, String
    )] {
      base
        + base.map { ($0.0.replacing("was-", with: ""), $0.1) }.map {
          ($0.0, changed[$0.0] ?? $0.1)
        } + [("reason", "核对")]
    }
    try await house.serve { client in
      let base = try form(try await client.get("/office/revise/\(id)", as: "赵主任"))
      try house.record(
        [.revise(id, changes: [.content("遴选条件由分会改定")], reason: "核对")], by: PortalHouse.office)
      let other = try await client.post(
        "/office/revise/\(id)", sent(base, ["remark": "会后补"]), as: "赵主任")
      #expect(other.status == 303)
      let item = try required(try house.ledger()[id]).item
      #expect(item.content == "遴选条件由分会改定" && item.remark == "会后补")
      let same = try await client.post(
        "/office/revise/\(id)", sent(base, ["content": "遴选条件作废"]), as: "赵主任")
      #expect(same.status == 409)
      #expect(same.text.contains("已由别人改成「遴选条件由分会改定」") && same.text.contains("遴选条件作废"))
      let now = try form(same)
      let meant = try await client.post(
        "/office/revise/\(id)", sent(now, ["content": "遴选条件作废"]), as: "赵主任")
      #expect(meant.status == 303)
    }
    #expect(try house.ledger()[id]?.item.content == "遴选条件作废")
  }

  @Test(.bug(id: "newcomer", "the page did not say that a file made a closing stale"))
  func `who changes what is closed is told on the page`() async throws {
    let id = try house.submitted()
    try close(id)
    try await house.serve { client in
      let sent = try await client.upload(
        "/items/\(id)/report", [("note", ""), ("act", "save")],
        files: [.init("补充.txt", "后来补的")], as: "王老师")
      let receipt = try await client.get(try required(sent.headers["location"]), as: "王老师")
      #expect(receipt.text.contains("\(id) 销号以后内容有变动，销号已失效"), "\(receipt.text)")
      #expect(receipt.text.contains("请审核人审核 \(id)"))
      #expect(receipt.text.matches(of: /销号已失效/).count == 1)
    }
  }

  @Test(.bug(id: "newcomer", "a file of an earlier round was only called known"))
  func `a file of an earlier round says what a further round wants`() async throws {
    let id = try house.submitted()
    try close(id)
    try house.record([.reopen(id, finding: "缺章", basis: "抽查")], by: PortalHouse.office)
    try await house.serve { client in
      let files = [PortalClient.File("条件.txt", "遴选条件")]
      let answer = try await client.upload(
        "/items/\(id)/report", [("summary", "已补章。"), ("act", "apply")], files: files, as: "王老师")
      #expect(answer.status == 422)
      #expect(answer.text.contains("新一轮要有整改后的佐证"), "\(answer.text)")
    }
    #expect(try house.ledger()[id]?.phase == .inProgress)
  }
}
