import TaskLedger
import Testing

@testable import LedgerPortal

/// Many people at the page at once, and what they can do besides the owner's form.
struct ManyAtOnceTests {
  @Test func `thirty people who write at once lose nothing`() async throws {
    let house = try PortalHouse()
    let id = try required(ItemID("4.1"))
    try house.record([.start(id)], by: "王老师")
    let before = try house.entries().count
    try await house.serve { client in
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 1...30 {
          group.addTask {
            try await client.upload(
              "/items/\(id)/report", [("note", "第 \(number) 人的进展"), ("act", "save")],
              files: [.init("照片\(number).txt", "照片 \(number)")], as: "王老师"
            ).status
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses == [Int](repeating: 303, count: 30))
    }
    let state = try required(try house.ledger()[id])
    #expect(try house.entries().count == before + 60)
    #expect(Set(state.notes.map(\.text)) == Set((1...30).map { "第 \($0) 人的进展" }))
    #expect(Set(state.validEvidence.map(\.fileName)) == Set((1...30).map { "照片\($0).txt" }))
    #expect(Set(state.validEvidence.map(\.number)).count == 30)
    #expect(house.log.all.isEmpty)
  }

  @Test func `twenty files of one form are twenty files, and one piece under one name`()
    async throws
  {
    let house = try PortalHouse()
    let id = try required(ItemID("4.1"))
    try await house.serve { client in
      let files = (1...20).map { PortalClient.File("\($0).txt", "页 \($0)") }
      let answer = try await client.upload(
        "/items/\(id)/report", [("note", ""), ("caption", "会议记录"), ("act", "save")],
        files: files, as: "王老师")
      #expect(answer.status == 303)
      let receipt = try await client.get(
        try required(answer.headers["location"]), as: "王老师")
      for number in 1...20 { #expect(receipt.text.contains(" \(number).txt　")) }
    }
    let evidence = try required(try house.ledger()[id]).validEvidence
    #expect(EvidenceCount(evidence).files == 20)
    #expect(EvidenceCount(evidence).pieces == 1)
  }

  @Test func `an application is taken back by its applicant alone`() async throws {
    let house = try PortalHouse()
    let id = try house.submitted()
    try await house.serve { client in
      let page = try await client.get("/items/\(id)", as: "赵主任")
      #expect(!page.text.contains("收回申请"))
      let other = try await client.post("/items/\(id)/take-back", [], as: "赵主任")
      #expect(other.status == 409)
      #expect(try house.ledger()[id]?.phase == .submitted)
      let own = try await client.post("/items/\(id)/take-back", [], as: "王老师")
      #expect(own.status == 303)
    }
    #expect(try house.ledger()[id]?.phase == .inProgress)
  }

  @Test func `a returned item offers its last statement`() async throws {
    let house = try PortalHouse()
    let id = try house.submitted()
    try house.record([.return(id, reason: "缺签到表")], by: PortalHouse.office)
    try await house.serve { client in
      let page = try await client.get("/items/\(id)", as: "王老师")
      #expect(page.text.contains(">遴选条件已经印发。</textarea>"))
      #expect(page.text.contains("缺签到表"))
    }
  }

  @Test func `the office corrects an item, and only what it changed`() async throws {
    let house = try PortalHouse()
    let id = try required(ItemID("4.1"))
    let item = try required(try house.ledger()[id]).item
    try await house.serve { client in
      let form = try await client.get("/office/revise/\(id)", as: "赵主任")
      #expect(form.text.contains(item.deadline.text))
      let answer = try await client.post(
        "/office/revise/\(id)", [("remark", "已与原件核对"), ("reason", "漏抄")], as: "赵主任")
      #expect(answer.status == 303)
    }
    let now = try required(try house.ledger()[id]).item
    #expect(now.remark == "已与原件核对")
    #expect(now.deadline == item.deadline)
    #expect(now.departments == item.departments)
  }

  @Test func `an indicator is declared not applicable by a reviewer, with a reason`()
    async throws
  {
    let house = try PortalHouse()
    try await house.serve { client in
      let blank = try await client.post(
        "/office/indicators", [("number", "6"), ("reason", " ")], as: "孙老师")
      #expect(blank.status == 422)
      let starred = try await client.post(
        "/office/indicators", [("number", "1"), ("reason", "没有")], as: "孙老师")
      #expect(starred.status == 422)
      #expect(starred.text.contains("带★"))
      let answer = try await client.post(
        "/office/indicators", [("number", "6"), ("reason", "高职没有研究生")], as: "孙老师")
      #expect(answer.status == 303)
      #expect(try await client.get("/office/indicators", as: "赵主任").text.contains("高职没有研究生"))
      let lifted = try await client.post(
        "/office/indicators", [("number", "6"), ("act", "lift")], as: "孙老师")
      #expect(lifted.status == 303)
    }
    #expect(try house.ledger().exemptions.isEmpty)
  }

  @Test func `a table of figures is looked at before it is recorded`() async throws {
    let house = try PortalHouse()
    try await house.serve { client in
      let table = PortalClient.File("院系.csv", "院系,工作人员\n机电工程系,25\n")
      let preview = try await client.upload(
        "/office/facts/import", [("day", "2020-08-01")], files: [table], as: "赵主任")
      #expect(preview.status == 200)
      #expect(preview.text.contains("机电工程系"))
      #expect(try house.ledger().facts.isEmpty)
      let seen = String(
        try required(preview.text.firstMatch(of: /name="seenTable" value="([0-9a-f]{64})"/)?.1))
      let answer = try await client.upload(
        "/office/facts/import", [("day", "2020-08-01"), ("seenTable", seen)], files: [],
        as: "赵主任")
      #expect(answer.status == 303)
    }
    #expect(try house.ledger().facts.count == 1)
  }

  @Test(arguments: FilePages.Kind.allCases)
  func `the office takes whole files along`(kind: FilePages.Kind) async throws {
    let house = try PortalHouse()
    try await house.serve { client in
      let answer = try await client.get("/office/files/\(kind.rawValue)", as: "赵主任")
      #expect(answer.status == 200)
      #expect(answer.headers["content-type"] == kind.mediaType)
      #expect(answer.headers["content-disposition"]?.hasPrefix("attachment") == true)
      #expect(!answer.text.isEmpty)
    }
  }

  @Test func `a link for a member is printed only for one who is there`() throws {
    let house = try PortalHouse()
    let server = try PortalServer(house.portal)
    #expect(try server.linkPath(of: "周工").hasPrefix("/link/"))
    #expect(throws: (any Error).self) { try server.linkPath(of: "没有的人") }
  }
}
