import BundledAssets
import Foundation
import LedgerDesk
import Synchronization
import TaskLedger
import Testing

@testable import LedgerPortal

/// Whether the page starts, and what it says of faults to whoever runs it.
struct StartingPageTests {
  private func portal(
    of house: PortalHouse, faultLog: @escaping @Sendable (String) -> Void = { _ in }
  ) throws -> Portal {
    try Portal(
      desk: house.desk, configuration: house.portal.configuration,
      templates: BundledAssets.pageTemplates, styleSheet: BundledAssets.pageStyleSheet,
      icon: BundledAssets.pageIcon, faultLog: faultLog)
  }

  @Test(.bug(id: "page", "the page opened on a log that no page could show"))
  func `the page does not start on a log that cannot be read`() throws {
    let house = try PortalHouse()
    _ = try portal(of: house)
    let file = URL(fileURLWithPath: house.root + "/台账/ledger.sqlite")
    var bytes = [UInt8](try Data(contentsOf: file))
    let field = Array("\"reviewers\"".utf8)
    let place = try #require(bytes.firstRange(of: field))
    bytes.replaceSubrange(place, with: Array("\"reviexers\"".utf8))
    try Data(bytes).write(to: file)
    let error = #expect(throws: DeskError.self) { try portal(of: house) }
    #expect(error?.diagnostics.map(\.code) == ["entry-unreadable"])
  }

  @Test(.bug(id: "page", "a fault of the ledger was told as the program sees it"))
  func `a fault of the ledger is told in words`() throws {
    let house = try PortalHouse()
    let said = Mutex<[String]>([])
    let portal = try portal(of: house) { line in said.withLock { $0.append(line) } }
    let fault = Diagnostic(code: "entry-unreadable", severity: .error, message: "第 3 条读不出")
    portal.report(DeskError([fault], kind: .integrity))
    #expect(said.withLock { $0 } == ["[entry-unreadable] 第 3 条读不出"])
  }

  @Test(.bug(id: "newcomer", "a page that could not be served left accounts behind"))
  func `a certificate that cannot be read leaves nothing beside the ledger`() throws {
    let house = try PortalHouse()
    let folder = house.root + "/台账"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name.hasPrefix("portal") {
      try FileManager.default.removeItem(atPath: folder + "/" + name)
    }
    let clock = house.clock
    let configuration = try PortalConfiguration(
      listen: try required(ListenAddress("0.0.0.0:8443")), certificate: house.root + "/没有.pem",
      key: house.root + "/没有.key", proxy: nil, hostNames: [], clock: { clock.now })
    #expect(throws: PortalConfiguration.Fault.certificateUnreadable(ENOENT)) {
      _ = try Portal(
        desk: house.desk, configuration: configuration, templates: BundledAssets.pageTemplates,
        styleSheet: BundledAssets.pageStyleSheet, icon: BundledAssets.pageIcon,
        faultLog: { _ in })
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(!left.contains { $0.hasPrefix("portal") }, "\(left)")
  }
}
