import HummingbirdTesting
import TaskLedger
import Testing

@testable import LedgerPortal

/// The page keeps somebody who lets people in.
struct LastAdministratorTests {
  @Test func `the only administrator cannot let herself go`() async throws {
    let house = try PortalHouse()
    try await house.serve { client in
      let alone = try await client.post("/members/retire", [("member", "周工")], as: "周工")
      #expect(alone.status == 422)
      #expect(alone.text.contains("先登记另一位管理员"), "\(alone.text)")
      #expect(try house.ledger().member(named: "周工")?.isActive == true)
      let added = try await client.post(
        "/members", [("member", "吴工"), ("department", "网络中心"), ("role", "administrator")],
        as: "周工")
      #expect(added.status == 303)
      let left = try await client.post("/members/retire", [("member", "周工")], as: "周工")
      #expect(left.status == 303)
    }
  }
}
