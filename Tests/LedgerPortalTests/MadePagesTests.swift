import Foundation
import LedgerDesk
import LedgerStore
import TaskLedger
import Testing

@testable import LedgerPortal

/// Pages that are kept are those that would be made now.
struct MadePagesTests {
  private static let kept = PortalRoutes.all.filter(\.isKept).map(\.path)

  /// A page as somebody sees it, and as it is made without anything kept.
  private static func both(_ house: PortalHouse, _ path: String, _ token: String) async throws
    -> (seen: String, made: String)
  {
    let seen = try await house.serve {
      try await $0.get(path, headers: ["cookie": "xiaohao=\(token)"]).text
    }
    var asked = PortalRequest(
      path: path, parameters: [:], query: FormFields(),
      formToken: RequestCheck.formToken(of: token), address: "", now: house.clock.now)
    try house.portal.recognise(&asked, by: token)
    let route = try required(PortalRoutes.match(.get, path)?.0)
    guard case .work(let action) = route.action,
      case .page(let template, let fields) = try action(house.portal, asked).content
    else { throw Misspelt() }
    return (seen, try house.portal.templates.page(template, fields))
  }

  /// A session of a reviewer, begun now.
  private static func session(_ house: PortalHouse) throws -> String {
    let account = try house.portal.accounts.makeAccount(for: "孙老师", at: 0)
    return try house.portal.accounts.startSession(
      of: account.id, replacing: nil, from: "", at: house.clock.now.seconds)
  }

  @Test func `pages of home, items and queue are kept`() {
    #expect(Self.kept == ["/", "/items", "/review"])
  }

  @Test(arguments: kept)
  func `a kept page is the one that would be made now, whatever happened`(path: String)
    async throws
  {
    let house = try PortalHouse()
    let id = try required(ItemID("4.1"))
    var token = try Self.session(house)
    func expectSame(_ place: String) async throws -> String {
      for _ in 0..<2 {
        let (seen, made) = try await Self.both(house, path, token)
        #expect(seen == made, "\(path), \(place)")
      }
      return try await Self.both(house, path, token).seen
    }
    var pages = [try await expectSame("at first")]
    _ = try house.submitted()
    pages.append(try await expectSame("after an application"))
    try house.record([.return(id, reason: "缺签到表")], by: PortalHouse.office)
    pages.append(try await expectSame("after it was returned"))
    #expect(pages[0] != pages[1] && pages[1] != pages[2])
    // The school's own table of departments is a file, and no entry says that it was edited.
    let folder = house.root + "/台账/tasks"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("| 规范名称 | 别名 |\n|---|---|\n| 学工部 | 学生处 |\n".utf8)
      .write(to: URL(fileURLWithPath: folder + "/departments.md"))
    _ = try await expectSame("after the table of departments was edited")
    house.clock.pass(86_400)
    token = try Self.session(house)
    #expect(try await expectSame("on the next day") != pages[2])
  }

  @Test(arguments: kept)
  func `each visitor and each session has pages of its own`(path: String) async throws {
    let house = try PortalHouse()
    let first = try await Self.both(house, path, try Self.session(house)).seen
    // The same member from another browser: other hidden tokens in the forms.
    let other = try Self.session(house)
    let second = try await house.serve {
      try await $0.get(path, headers: ["cookie": "xiaohao=\(other)"]).text
    }
    let token = RequestCheck.formToken(of: other)
    #expect(first != second && second.contains(token) && !first.contains(token))
    let third = try await house.serve { try await $0.get(path, as: "赵主任") }
    #expect(third.status == (path == "/review" ? 403 : 200))
    #expect(!third.text.contains("孙老师"))
    // Gone from the members: the session that was good a moment ago is none.
    try house.record(
      [.retireMember(name: "孙老师")], by: PortalHouse.office)
    let after = try await house.serve { try await $0.get(path, as: "孙老师") }
    #expect(after.status == 303)
  }
}
