import BundledAssets
import Foundation
import Hummingbird
import HummingbirdTesting
import LedgerDesk
import LedgerStore
import Synchronization
import TaskLedger
import TestSupport

@testable import LedgerPortal

/// A ledger on the disk with its page, and members of every role.
///
/// 王老师 is an owner of 学工部, 李老师 of 校团委, 赵主任 runs the office, 领导小组办公室 reviews (孙老师),
/// 钱书记 leads, 周工 keeps the members.
final class PortalHouse: Sendable {
  let root: String
  let desk: Desk
  let portal: Portal
  private let tokens = Mutex<[String: String]>([:])

  static let day = CivilDate(year: 2020, month: 8, day: 3) ?? CivilDate(lastDayOf: 8, year: 2020)
  static let office = "领导小组办公室"

  /// The members with their departments and roles.
  static let members: [(name: String, department: String, role: Member.Role)] = [
    ("王老师", "学工部", .owner), ("李老师", "校团委", .owner), ("赵主任", "党政办", .office),
    ("孙老师", office, .office), ("钱书记", "校领导", .leader), ("周工", "网络中心", .administrator),
  ]

  /// Makes the ledger and its members; nobody is logged in.
  ///
  /// - Parameters:
  ///   - set: The set of data that the list belongs to; nil for the reform of 2020.
  ///   - configure: Changes how it is served.
  /// - Throws: What the disk or the page says.
  init(set: String? = nil, configure: (inout PortalConfiguration) -> Void = { _ in }) throws {
    root =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("xiaohao-portal-\(UUID().uuidString)").path
    let folder = LedgerFolder(path: root + "/台账")
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    let scenario = try LedgerScenario(school: "南岭示范学院 \(UUID().uuidString.prefix(4))")
    let start = Self.start
    _ = try LedgerStore.create(
      in: folder, recordedAt: Instant(startOf: Self.opened), actor: "校团委",
      effective: Self.opened,
      events: scenario.entries.map { entry in
        guard case .ledger(.listAdopted(var list)) = entry.event else { return entry.event }
        list.set = set
        return .ledger(.listAdopted(list))
      })
    let clock = Clock(start)
    desk = Desk(
      folder: folder.path, searchPath: nil, programVersion: "test", clock: { clock.now })
    _ = try desk.append(
      { _ in
        Self.members.map {
          .addMember(name: $0.name, department: $0.department, role: $0.role)
        }
      }, by: Clerk(name: Self.office), at: Moment(of: start), dryRun: false)
    var configuration = try PortalConfiguration(
      listen: try required(ListenAddress("127.0.0.1:0")), certificate: nil, key: nil, proxy: nil,
      hostNames: [], clock: { clock.now })
    configure(&configuration)
    let log = FaultLog()
    portal = try Portal(
      desk: desk, configuration: configuration, templates: BundledAssets.pageTemplates,
      styleSheet: BundledAssets.pageStyleSheet, icon: BundledAssets.pageIcon,
      faultLog: { log.add($0) })
    self.clock = clock
    self.log = log
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  let clock: Clock
  let log: FaultLog

  /// The faults of the program that were noted.
  final class FaultLog: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
  }

  /// A clock that a test moves.
  final class Clock: Sendable {
    private let start: Instant
    private let passed = Mutex(0)
    init(_ start: Instant) { self.start = start }
    var now: Instant {
      Instant(
        seconds: start.seconds + passed.withLock { $0 }, offsetMinutes: start.offsetMinutes)
    }
    func pass(_ seconds: Int) { passed.withLock { $0 += seconds } }
  }

  private static let opened = CivilDate(dayNumber: day.dayNumber - 60) ?? day
  private static let start = Instant(
    seconds: day.dayNumber * 86_400 + 2 * 3600, offsetMinutes: 480)

  /// The ledger now.
  func ledger() throws -> Ledger { try desk.snapshot(asOf: Self.day).ledger }

  /// The entries, in order.
  func entries() throws -> [EventEnvelope] {
    try desk.snapshot(asOf: Self.day, keepsEntries: true).entries
  }

  /// Records commands as the command line does.
  func record(_ commands: [LedgerCommand], by actor: String) throws {
    _ = try desk.append(
      { _ in commands }, by: Clerk(name: actor), at: Moment(of: clock.now), dryRun: false)
  }

  /// Attaches a file as the command line does.
  func attach(_ id: ItemID, _ content: String, named name: String, by actor: String) throws {
    let path = root + "/" + name
    try Data(content.utf8).write(to: URL(fileURLWithPath: path))
    _ = try desk.attach(
      HandedEvidence(items: [id], paths: [path]), by: Clerk(name: actor), at: Moment(of: clock.now),
      dryRun: false)
  }

  /// An item that 学工部 leads, brought to an application.
  func submitted(by actor: String = "王老师") throws -> ItemID {
    let id = try required(ItemID("4.1"))
    try record([.start(id)], by: actor)
    try attach(id, "遴选条件", named: "条件.txt", by: actor)
    try record([.submit(id, summary: "遴选条件已经印发。")], by: actor)
    return id
  }

  /// The cookie of a member who is logged in.
  func cookie(_ member: String) throws -> String {
    if let token = tokens.withLock({ $0[member] }) { return token }
    let account = try portal.accounts.makeAccount(for: member, at: 0)
    let token = try portal.accounts.startSession(
      of: account.id, replacing: nil, from: "", at: clock.now.seconds)
    tokens.withLock { $0[member] = token }
    return token
  }

  /// Runs a body with a client of the page.
  func serve<Result>(_ body: @Sendable (PortalClient) async throws -> Result) async throws -> Result
  {
    let server = try PortalServer(portal)
    return try await server.application().test(.router) { client in
      try await body(PortalClient(client: client, cookie: { try self.cookie($0) }))
    }
  }
}

/// A literal of a test that means nothing.
struct Misspelt: Error {}

func required<Value>(_ value: Value?) throws -> Value {
  guard let value else { throw Misspelt() }
  return value
}
