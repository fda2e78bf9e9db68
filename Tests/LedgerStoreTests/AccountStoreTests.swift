import Foundation
import GRDB
import LedgerStore
import Testing

struct AccountStoreTests {
  private let cabinet: Cabinet
  private let store: AccountStore
  private let limits = SessionLimits(idle: 100, absolute: 1000)

  init() throws {
    cabinet = try Cabinet()
    store = try AccountStore(opening: cabinet.folder)
  }

  private var record: PasswordRecord {
    PasswordRecord(
      salt: [UInt8](repeating: 1, count: 16), hash: [UInt8](repeating: 2, count: 32),
      rounds: 1 << 15, blockSize: 8, parallelism: 3)
  }

  @Test func `the file is closed to others and no copy of a ledger`() throws {
    var status = stat()
    #expect(stat(cabinet.folder.accounts, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(FolderExamination(of: cabinet.folder, today: cabinet.day).findings.isEmpty)
  }

  @Test func `a file open to others is closed when it is opened`() throws {
    chmod(cabinet.folder.accounts, 0o644)
    _ = try AccountStore(opening: cabinet.folder)
    var status = stat()
    #expect(stat(cabinet.folder.accounts, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func `a ledger is no file of accounts`() throws {
    try FileManager.default.removeItem(atPath: cabinet.folder.accounts)
    try FileManager.default.copyItem(
      atPath: cabinet.folder.database, toPath: cabinet.folder.accounts)
    #expect(throws: StoreError.notALedger(file: cabinet.folder.accounts)) {
      try AccountStore(opening: cabinet.folder)
    }
  }

  @Test func `an account is made once`() throws {
    let first = try store.makeAccount(for: "张明", at: 1)
    #expect(try store.makeAccount(for: "张明", at: 2) == first)
    #expect(try store.account(of: "张明") == first)
    #expect(first.password == nil)
    #expect(try store.account(of: "李华") == nil)
    try store.setPassword(record, of: first.id, at: 3)
    #expect(try store.account(of: "张明")?.password == record)
    #expect(try store.accounts().map(\.member) == ["张明"])
  }

  @Test func `tokens are kept as digests only`() throws {
    let account = try store.makeAccount(for: "张明", at: 1)
    let session = try store.startSession(of: account.id, replacing: nil, from: "10.0.0.1", at: 1)
    let link = try store.makeLink(for: .setup, expiresAt: 100)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: cabinet.folder.accounts))
    #expect(bytes.range(of: Data(session.utf8)) == nil)
    #expect(bytes.range(of: Data(link.utf8)) == nil)
    #expect(session.count == 64)
  }

  @Test func `a session ends when it is idle, when it is old, and when it is ended`() throws {
    let account = try store.makeAccount(for: "张明", at: 0)
    func begin() throws -> String {
      try store.startSession(of: account.id, replacing: nil, from: "10.0.0.1", at: 0)
    }
    let idle = try begin()
    #expect(try store.session(of: idle, limits: limits, at: 99)?.member == "张明")
    // Its use at 99 counts.
    #expect(try store.session(of: idle, limits: limits, at: 198) != nil)
    #expect(try store.session(of: idle, limits: limits, at: 298) == nil)
    // Once over it stays over, whatever the clock says.
    #expect(try store.session(of: idle, limits: limits, at: 1) == nil)
    let old = try begin()
    for time in stride(from: 90, to: 1000, by: 90) {
      #expect(try store.session(of: old, limits: limits, at: time) != nil)
    }
    #expect(try store.session(of: old, limits: limits, at: 1000) == nil)
    let ended = try begin()
    try store.endSession(of: ended)
    #expect(try store.session(of: ended, limits: limits, at: 1) == nil)
    let others = [try begin(), try begin()]
    #expect(try store.sessions(limits: limits, at: 1).count == 2)
    #expect(try store.endSessions(of: account.id) == 2)
    #expect(try others.allSatisfy { try store.session(of: $0, limits: limits, at: 1) == nil })
  }

  @Test func `logging in replaces the browser's session, setting a password ends all`() throws {
    let account = try store.makeAccount(for: "张明", at: 0)
    let first = try store.startSession(of: account.id, replacing: nil, from: "10.0.0.1", at: 0)
    let second = try store.startSession(of: account.id, replacing: first, from: "10.0.0.1", at: 1)
    #expect(first != second)
    #expect(try store.session(of: first, limits: limits, at: 2) == nil)
    #expect(try store.session(of: second, limits: limits, at: 2) != nil)
    try store.setPassword(record, of: account.id, at: 3)
    #expect(try store.session(of: second, limits: limits, at: 4) == nil)
  }

  @Test func `a link is opened once and in time`() throws {
    let account = try store.makeAccount(for: "张明", at: 0)
    let first = try store.makeLink(for: .password(account: account.id), expiresAt: 100)
    #expect(try store.purpose(ofLink: first, at: 99) == .password(account: account.id))
    #expect(try store.purpose(ofLink: first, at: 100) == nil)
    let second = try store.makeLink(for: .password(account: account.id), expiresAt: 100)
    #expect(try store.purpose(ofLink: first, at: 1) == nil)
    #expect(try store.useLink(second, at: 1))
    #expect(try !store.useLink(second, at: 1))
    let setup = try store.makeLink(for: .setup, expiresAt: 100)
    #expect(try store.purpose(ofLink: setup, at: 1) == .setup)
    #expect(try !store.useLink(setup, at: 100))
  }

  @Test func `wrong passwords make the next wait longer, and nobody is locked out`() throws {
    func wrong(_ member: String, _ address: String, _ at: Int) throws {
      try store.note(
        LogInRecord(at: at, member: member, address: address, outcome: .passwordWrong))
    }
    var waits: [Int] = []
    for count in 1...12 {
      try wrong("张明", "10.0.0.1", count)
      waits.append(try store.delay(ofMember: "张明", from: "10.0.0.9", at: count))
    }
    #expect(waits == [0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60])
    #expect(try store.delay(ofMember: "张明", from: "10.0.0.9", at: 72) == 0)
    // Another member is not concerned, nor one who is unknown.
    #expect(try store.delay(ofMember: "李华", from: "10.0.0.9", at: 12) == 0)
    #expect(try store.delay(ofMember: nil, from: "10.0.0.9", at: 12) == 0)
    // From where the member logged in before, what others tried does not count.
    try store.note(
      LogInRecord(at: 100, member: "张明", address: "10.0.0.5", outcome: .succeeded))
    for count in 1...12 { try wrong("张明", "10.0.0.1", 200 + count) }
    #expect(try store.delay(ofMember: "张明", from: "10.0.0.5", at: 212) == 0)
    #expect(try store.delay(ofMember: "张明", from: "10.0.0.9", at: 212) == 60)
  }

  @Test func `an address that tries many names waits too`() throws {
    for count in 1...26 {
      try store.note(
        LogInRecord(at: count, member: "", address: "10.0.0.1", outcome: .nameUnknown))
    }
    #expect(try store.delay(ofMember: nil, from: "10.0.0.1", at: 26) == 64)
    #expect(try store.delay(ofMember: nil, from: "10.0.0.2", at: 26) == 0)
    #expect(try store.delay(ofMember: nil, from: "10.0.0.1", at: 26 + 24 * 3600) == 0)
  }

  @Test func `the log of log-ins tells the newest first`() throws {
    let records = [
      LogInRecord(at: 1, member: "张明", address: "10.0.0.1", outcome: .succeeded),
      LogInRecord(at: 2, member: "", address: "10.0.0.2", outcome: .nameUnknown),
    ]
    for record in records { try store.note(record) }
    #expect(try store.logIns(limit: 10) == records.reversed())
    #expect(try store.logIns(limit: 1) == [records[1]])
  }

  @Test func `a draft is kept by form and account, and forgotten when it is sent`() throws {
    let (own, other) = (
      try store.makeAccount(for: "张明", at: 0), try store.makeAccount(for: "李华", at: 0)
    )
    try store.keepDraft(["note": "已开会", "summary": ""], of: "item/1.1", account: own.id, at: 1)
    #expect(try store.draft(of: "item/1.1", account: own.id) == ["note": "已开会"])
    #expect(try store.draft(of: "item/1.1", account: other.id).isEmpty)
    #expect(try store.draft(of: "item/1.2", account: own.id).isEmpty)
    try store.keepDraft(["note": "", "summary": ""], of: "item/1.1", account: own.id, at: 2)
    #expect(try store.draft(of: "item/1.1", account: own.id).isEmpty)
  }

  @Test(arguments: [
    "CREATE TRIGGER later AFTER INSERT ON logIn BEGIN DELETE FROM password; END",
    "CREATE VIEW everybody AS SELECT member FROM account",
    "CREATE TABLE other (name TEXT)",
    "ALTER TABLE account ADD COLUMN role TEXT",
    "DROP INDEX sessionByAccount",
  ])
  func `accounts with a stranger's tables or triggers are not opened`(change: String) throws {
    let queue = try DatabaseQueue(path: cabinet.folder.accounts)
    try queue.writeWithoutTransaction { try $0.execute(sql: change) }
    try queue.close()
    #expect(throws: StoreError.damaged(file: cabinet.folder.accounts, detail: "schema")) {
      try AccountStore(opening: cabinet.folder)
    }
  }

  @Test func `a copy holds accounts and drafts, and no session or link`() throws {
    let account = try store.makeAccount(for: "王老师", at: 1)
    try store.setPassword(record, of: account.id, at: 2)
    try store.keepDraft(["note": "写了一半"], of: "4.1", account: account.id, at: 3)
    let token = try store.startSession(of: account.id, replacing: nil, from: "", at: 4)
    let link = try store.makeLink(for: .password(account: account.id), expiresAt: 1000)
    let other = LedgerFolder(path: cabinet.root.path)
    #expect(try AccountStore.copy(of: cabinet.folder, into: other))
    let copy = try AccountStore(opening: other)
    #expect(try copy.accounts() == store.accounts())
    #expect(try copy.draft(of: "4.1", account: account.id) == ["note": "写了一半"])
    #expect(try copy.session(of: token, limits: limits, at: 5) == nil)
    #expect(try copy.purpose(ofLink: link, at: 5) == nil)
    #expect(try store.session(of: token, limits: limits, at: 5) != nil)
    #expect(try store.purpose(ofLink: link, at: 5) != nil)
  }
}

struct IncomingFileTests {
  @Test func `a file that breaks off leaves nothing`() throws {
    let cabinet = try Cabinet()
    let vault = EvidenceVault(folder: cabinet.folder)
    do {
      let file = try vault.incoming(named: "照片.jpg")
      try Array("半个".utf8).withUnsafeBytes { try file.write($0) }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: cabinet.folder.staging).isEmpty)
  }

  @Test func `a file in pieces is the file as a whole, by the same limit`() throws {
    let cabinet = try Cabinet()
    var vault = EvidenceVault(folder: cabinet.folder)
    vault.sizeLimit = 10
    let source = cabinet.root.appendingPathComponent("材料.txt")
    try Data("0123456789".utf8).write(to: source)
    let whole = try vault.stage(fileAt: source.path)
    let file = try vault.incoming(named: "C:\\folder\\材料.txt")
    for byte in "0123456789".utf8 { try [byte].withUnsafeBytes { try file.write($0) } }
    let pieces = try file.finish()
    #expect(pieces.digest == whole.digest)
    #expect(pieces.byteCount == 10)
    #expect(pieces.fileName == "材料.txt")
    #expect(pieces.mediaType == "text/plain")
    let long = try vault.incoming(named: "长.txt")
    #expect(throws: StoreError.evidenceTooLarge(path: "长.txt", bytes: 11, limit: 10)) {
      try [UInt8](repeating: 65, count: 11).withUnsafeBytes { try long.write($0) }
    }
    let empty = try vault.incoming(named: "空.txt")
    #expect(throws: StoreError.evidenceEmpty(path: "空.txt")) { try empty.finish() }
  }
}
