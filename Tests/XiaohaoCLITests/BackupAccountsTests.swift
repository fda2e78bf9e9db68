import Foundation
import LedgerStore
import TestSupport
import Testing
import XiaohaoCLI

/// Accounts of the page go into a backup and out of it only when asked, and nobody is logged in by it.
struct BackupAccountsTests {
  private let desk: Desk
  private let token: String
  private static let limits = SessionLimits(idle: 7200, absolute: 43_200)

  init() throws {
    desk = try Desk()
    try desk.write("方案.pdf", Array("%PDF-1.4 sample".utf8))
    try desk.write("照片.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3])
    TourTests.walk(desk, plan: Desk.samplePlan, school: "南岭工程职业学院")
    let accounts = try Self.accounts(of: desk, "台账")
    let account = try accounts.makeAccount(for: "王老师", at: 1)
    let password = PasswordRecord(
      salt: [UInt8](repeating: 1, count: 16), hash: [UInt8](repeating: 2, count: 32),
      rounds: 32_768,
      blockSize: 8, parallelism: 3)
    try accounts.setPassword(password, of: account.id, at: 2)
    try accounts.keepDraft(["summary": "写了一半"], of: "4.1", account: account.id, at: 3)
    token = try accounts.startSession(of: account.id, replacing: nil, from: "10.1.2.3", at: 4)
  }

  private static func accounts(of desk: Desk, _ ledger: String) throws -> AccountStore {
    try AccountStore(opening: LedgerFolder(path: desk.path(ledger)))
  }

  private func backUp(_ options: String = "") -> Desk.Outcome {
    desk.run("backup 备份.zip --ledger 台账 --today 2020-09-01 \(options)")
  }

  private func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: desk.path(name))
  }

  @Test func `a backup holds no accounts unless it was asked for them`() throws {
    #expect(backUp().status == .fine)
    let restored = desk.run("restore 备份.zip --ledger 新 --with-accounts")
    #expect(restored.status == .fine && !restored.messages.contains("[restore-accounts]"))
    #expect(!has("新/portal.sqlite"))
  }

  @Test func `accounts are restored with passwords and drafts, and nobody is logged in`() throws {
    let made = backUp("--with-accounts")
    #expect(made.status == .fine && made.output.contains("网页的账号"), "\(made)")
    let restored = desk.run("restore 备份.zip --ledger 新 --with-accounts")
    #expect(restored.status == .fine && restored.messages.contains("[restore-accounts]"))
    let (old, new) = try (Self.accounts(of: desk, "台账"), Self.accounts(of: desk, "新"))
    #expect(try new.accounts() == old.accounts() && new.accounts().first?.password != nil)
    let account = try #require(try new.account(of: "王老师")).id
    #expect(try new.draft(of: "4.1", account: account) == ["summary": "写了一半"])
    #expect(try old.session(of: token, limits: Self.limits, at: 5) != nil)
    #expect(try new.session(of: token, limits: Self.limits, at: 5) == nil)
    let attributes = try FileManager.default.attributesOfItem(atPath: desk.path("新/portal.sqlite"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(desk.run("doctor --ledger 新 --today 2020-09-01").status == .fine)
  }

  @Test func `accounts of a backup stay out unless it was asked for them`() throws {
    #expect(backUp("--with-accounts").status == .fine)
    let restored = desk.run("restore 备份.zip --ledger 新")
    #expect(restored.status == .fine && restored.messages.contains("没有还原"))
    #expect(!has("新/portal.sqlite"))
  }

  @Test func `a ledger without accounts says so`() throws {
    try FileManager.default.removeItem(atPath: desk.path("台账/portal.sqlite"))
    let made = backUp("--with-accounts")
    #expect(made.status == .fine && made.messages.contains("[backup-no-accounts]"))
    #expect(!has("台账/portal.sqlite"))
  }
}
