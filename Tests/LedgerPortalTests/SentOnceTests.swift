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
}
