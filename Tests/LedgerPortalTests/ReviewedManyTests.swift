import LedgerDesk
import TaskLedger
import Testing

@testable import LedgerPortal

/// A decision on many items is bound to what the reviewer saw of each, however often its form comes
/// back.
///
/// Source: product description, The closing machine (the decision is bound to exactly what the
/// reviewer saw; if the item changed meanwhile it is refused, with what changed).
struct ReviewedManyTests {
  private let house: PortalHouse
  private let first: ItemID
  private let second: ItemID

  init() throws {
    house = try PortalHouse()
    first = try house.submitted()
    second = try required(ItemID("3.2"))
    try house.record([.start(second)], by: "李老师")
    try house.attach(second, "撤并名单", named: "名单.txt", by: "李老师")
    try house.record([.submit(second, summary: "部门已经撤并。")], by: "李老师")
  }

  /// What a form of the queue carries of both items.
  private func seen(in page: String) throws -> [(String, String)] {
    try [first, second].map { id in
      let found = page.firstMatch(of: try Regex("name=\"seen:\(id)\" value=\"([0-9a-f]{64})\""))
      return ("seen:\(id)", String(try required(found?.output[1].substring)))
    }
  }

  private func isTicked(_ id: ItemID, in page: String) -> Bool {
    page.contains("value=\"\(id)\" checked")
  }

  private var ticks: [(String, String)] { [("item", "\(first)"), ("item", "\(second)")] }

  @Test(.bug(id: "newcomer", "the form came back with new codes, and closed what nobody had seen"))
  func `a form that comes back still holds what was seen, and says what changed`() async throws {
    try await house.serve { client in
      let codes = try seen(in: try await client.get("/review", as: "孙老师").text)
      try house.attach(first, "后来补的", named: "补充.txt", by: "王老师")
      let blank = try await client.post("/review", codes + ticks + [("opinion", " ")], as: "孙老师")
      #expect(blank.status == 422)
      #expect(try seen(in: blank.text).map(\.1) == codes.map(\.1))
      #expect(blank.text.contains("在您查看之后有变动：佐证材料"))
      #expect(!isTicked(first, in: blank.text) && isTicked(second, in: blank.text))
      let pressed = try await client.post(
        "/review", try seen(in: blank.text) + ticks + [("opinion", "同意<销号>")], as: "孙老师")
      #expect(pressed.text.contains("在您查看之后有变动：佐证材料（第"))
      // What was written for it is still there.
      #expect(pressed.text.contains("value=\"同意&lt;销号&gt;\""))
      #expect(pressed.text.contains(codes[0].1) && !isTicked(first, in: pressed.text))
    }
    #expect(try house.ledger()[first]?.phase == .submitted)
    #expect(try house.ledger()[second]?.phase == .closed)
  }

  @Test func `what was closed leaves no opinion behind, and the queue anew is looking again`()
    async throws
  {
    try await house.serve { client in
      let codes = try seen(in: try await client.get("/review", as: "孙老师").text)
      try house.attach(first, "后来补的", named: "补充.txt", by: "王老师")
      let closed = try await client.post(
        "/review", codes + [("item", "\(second)"), ("opinion", "同意销号")], as: "孙老师")
      #expect(closed.text.contains("✓") && !closed.text.contains("value=\"同意销号\""))
      #expect(closed.text.contains(codes[0].1))
      let anew = try await client.get("/review", as: "孙老师").text
      #expect(!anew.contains(codes[0].1) && !anew.contains("在您查看之后有变动"))
    }
  }
}
