import LedgerDesk
import TaskLedger
import Testing

@testable import LedgerPortal

/// Every route, every role and every state of an item, generated from the table of routes.
struct RouteMatrixTests {
  /// Who asks.
  enum Asker: String, Sendable, CaseIterable {
    case nobody, owner, otherOwner, office, reviewer, leader, administrator

    var member: String? {
      switch self {
      case .nobody: nil
      case .owner: "王老师"
      case .otherOwner: "李老师"
      case .office: "赵主任"
      case .reviewer: "孙老师"
      case .leader: "钱书记"
      case .administrator: "周工"
      }
    }
  }

  /// A route and who gets past its door, written by hand: a route without a row fails.
  struct Row: Sendable {
    var route: String
    var open: Set<Asker>
    /// Of those, who still gets nothing, because the item is none of theirs.
    var hidden: Set<Asker> = []
  }

  private static let everybody = Set(Asker.allCases)
  private static let members = everybody.subtracting([.nobody])
  private static let owners: Set<Asker> = [.owner, .otherOwner, .office, .reviewer]
  private static let strangers: Set<Asker> = [.otherOwner, .administrator]

  static let rows: [Row] = [
    Row(route: "GET /healthz", open: everybody),
    Row(route: "GET /portal.css", open: everybody),
    Row(route: "GET /icon.svg", open: everybody),
    Row(route: "GET /log-in", open: everybody),
    Row(route: "POST /log-in", open: everybody),
    Row(route: "POST /log-out", open: members),
    Row(route: "GET /link/:token", open: everybody, hidden: everybody),
    Row(route: "POST /link/:token", open: everybody, hidden: everybody),
    Row(route: "GET /", open: members),
    Row(route: "GET /help", open: members),
    Row(route: "GET /items", open: members),
    Row(route: "POST /items", open: owners),
    Row(route: "GET /items/:item", open: members, hidden: strangers),
    Row(route: "GET /items/:item/receipt/:from/:to", open: members, hidden: strangers),
    Row(route: "GET /evidence/:item/:index", open: members, hidden: strangers),
    Row(route: "POST /items/:item/start", open: owners, hidden: [.otherOwner]),
    Row(route: "POST /items/:item/report", open: owners, hidden: [.otherOwner]),
    Row(route: "POST /items/:item/sustain", open: owners, hidden: [.otherOwner]),
    Row(route: "POST /items/:item/take-back", open: owners, hidden: [.otherOwner]),
    Row(route: "POST /items/:item/extension", open: owners, hidden: [.otherOwner]),
    Row(route: "POST /items/:item/void/:index", open: owners, hidden: [.otherOwner]),
    Row(route: "GET /review", open: [.reviewer]),
    Row(route: "POST /review", open: [.reviewer]),
    Row(route: "GET /review/:item", open: [.reviewer]),
    Row(route: "POST /review/:item/close", open: [.reviewer]),
    Row(route: "POST /review/:item/return", open: [.reviewer]),
    Row(route: "POST /review/:item/extension", open: [.reviewer]),
    Row(route: "POST /review/:item/reopen", open: [.reviewer]),
    Row(route: "POST /review/:item/withdraw", open: [.reviewer]),
    Row(route: "GET /reviewers", open: [.office, .reviewer, .administrator]),
    Row(route: "POST /reviewers", open: [.reviewer]),
    Row(route: "GET /board", open: members),
    Row(route: "GET /board/sheet", open: members),
    Row(route: "GET /papers", open: [.office, .reviewer, .leader]),
    Row(route: "GET /papers/:paper", open: [.office, .reviewer, .leader]),
    Row(route: "GET /office", open: [.office, .reviewer]),
    Row(route: "GET /office/import", open: [.office, .reviewer]),
    Row(route: "POST /office/import", open: [.office, .reviewer]),
    Row(route: "GET /office/check", open: [.office, .reviewer]),
    Row(route: "POST /office/confirm", open: [.office, .reviewer]),
    Row(route: "GET /office/facts", open: [.office, .reviewer]),
    Row(route: "POST /office/facts", open: [.office, .reviewer]),
    Row(route: "GET /office/meetings", open: [.office, .reviewer]),
    Row(route: "POST /office/meetings", open: [.office, .reviewer]),
    Row(
      route: "GET /office/meetings/:month", open: [.office, .reviewer],
      hidden: [.office, .reviewer]),
    Row(
      route: "POST /office/meetings/:month", open: [.office, .reviewer],
      hidden: [.office, .reviewer]),
    Row(route: "GET /office/texts", open: [.office, .reviewer]),
    Row(route: "POST /office/texts", open: [.office, .reviewer]),
    Row(route: "GET /office/texts/form/:format", open: [.office, .reviewer]),
    Row(route: "GET /office/reminders", open: [.office, .reviewer]),
    Row(route: "POST /office/reminders", open: [.office, .reviewer]),
    Row(route: "GET /sheets", open: owners),
    Row(route: "POST /sheets", open: owners),
    Row(route: "GET /sheets/file", open: owners, hidden: [.owner, .otherOwner]),
    Row(route: "POST /reminders", open: owners, hidden: owners),
    Row(route: "POST /office/facts/import", open: [.office, .reviewer]),
    Row(route: "GET /office/indicators", open: [.office, .reviewer]),
    Row(route: "POST /office/indicators", open: [.reviewer]),
    Row(route: "GET /office/revise/:item", open: [.office, .reviewer]),
    Row(route: "POST /office/revise/:item", open: [.office, .reviewer]),
    Row(route: "GET /office/files", open: [.office, .reviewer]),
    Row(route: "GET /office/files/:kind", open: [.office, .reviewer]),
    Row(route: "POST /office/gaps", open: [.office, .reviewer]),
    Row(route: "GET /members", open: [.administrator]),
    Row(route: "POST /members", open: [.administrator]),
    Row(route: "POST /members/retire", open: [.administrator]),
    Row(route: "POST /members/link", open: [.administrator]),
    Row(route: "POST /members/end-sessions", open: [.administrator]),
    Row(route: "GET /log-ins", open: [.administrator]),
  ]

  static func name(_ route: PortalRoute) -> String { "\(route.method.rawValue) \(route.path)" }

  @Test func `every route has a row, and every row a route`() {
    let routes = PortalRoutes.all.map(Self.name)
    #expect(routes.sorted() == Self.rows.map(\.route).sorted())
    #expect(Set(routes).count == routes.count)
  }

  /// What an item has come to before the route is asked.
  enum State: Sendable, CaseIterable {
    case pending, inProgress, submitted, closed, returned
  }

  @Test(arguments: PortalRoutes.all.indices)
  func `a route is open to its roles alone, in every state`(index: Int) async throws {
    let route = PortalRoutes.all[index]
    guard let row = Self.rows.first(where: { $0.route == Self.name(route) }) else { return }
    for state in State.allCases {
      var house = try Self.house(in: state)
      for asker in Asker.allCases {
        let count = try house.entries().count
        let answer = try await house.serve { try await Self.ask($0, route, asker) }
        let words = "\(row.route) \(asker.rawValue) \(state): \(answer.status)"
        #expect(answer.status < 500, "\(words)")
        #expect(
          answer.headers["content-security-policy"]?.contains("default-src 'none'") == true,
          "\(words)")
        if !row.open.contains(asker) {
          // Nobody is sent to the log-in, members are refused.
          let expected = asker == .nobody ? (route.method == .get ? 303 : 401) : 403
          #expect(answer.status == expected, "\(words)")
        } else if row.hidden.contains(asker) {
          #expect(answer.status == 404, "\(words)")
        } else {
          #expect(![401, 403].contains(answer.status), "\(words)")
        }
        #expect(house.log.all.isEmpty, "\(words)")
        let isClosed = !row.open.contains(asker) || row.hidden.contains(asker)
        let hasWritten = try house.entries().count != count
        if isClosed || route.method == .get { #expect(!hasWritten, "\(words)") }
        // What an open door let through changed the item for those who ask next.
        if hasWritten { house = try Self.house(in: state) }
      }
    }
  }

  private static func house(in state: State) throws -> PortalHouse {
    let house = try PortalHouse()
    try bring(house, to: state)
    return house
  }

  private static func ask(
    _ client: PortalClient, _ route: PortalRoute, _ asker: Asker
  ) async throws -> PortalClient.Answer {
    let path = route.path.replacing(":item", with: "4.1").replacing(":index", with: "1")
      .replacing(":from", with: "1").replacing(":to", with: "999")
      .replacing(":token", with: "0").replacing(":paper", with: "ledger")
      .replacing(":kind", with: "csv").replacing(":format", with: "md")
      .replacing(":month", with: "2020-07")
    // Wrong passwords are refused with the same status as a closed door.
    let fields = route.path == "/log-in" ? [("member", ""), ("password", "")] : []
    switch (route.method, route.body) {
    case (.get, _): return try await client.get(path, as: asker.member)
    case (.post, .files): return try await client.upload(path, [], files: [], as: asker.member)
    case (.post, _):
      var answer = try await client.post(path, fields, as: asker.member)
      if route.path == "/log-in", answer.status == 403 { answer.status = 422 }
      return answer
    }
  }

  private static func bring(_ house: PortalHouse, to state: State) throws {
    let id = try required(ItemID("4.1"))
    switch state {
    case .pending: break
    case .inProgress: try house.record([.start(id)], by: "王老师")
    case .submitted: _ = try house.submitted()
    case .closed:
      _ = try house.submitted()
      let seen = Desk.digest(try required(try house.ledger()[id]).reviewBasis.text)
      try house.record(
        [.close(id, opinion: "同意销号", seen: .digest(seen))], by: PortalHouse.office)
    case .returned:
      _ = try house.submitted()
      try house.record([.return(id, reason: "缺签到表")], by: PortalHouse.office)
    }
  }
}
