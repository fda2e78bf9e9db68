import Foundation
import GRDB
import LedgerStore
import TaskLedger
import Testing

struct LedgerStoreTests {
  private let cabinet: Cabinet

  init() throws { cabinet = try Cabinet() }

  @Test func `what was appended is read back after opening again`() throws {
    try cabinet.append(.start(cabinet.ids[0]))
    let entries = try cabinet.open(.reading).entries()
    #expect(entries.map(\.sequence) == Array(1...entries.count))
    #expect(Ledger.folding(entries)[cabinet.ids[0]]?.phase == .inProgress)
  }

  @Test(arguments: [
    "UPDATE event SET actor = '别人' WHERE sequence = 1", "DELETE FROM event WHERE sequence = 1",
    "INSERT INTO event SELECT 9, recordedAt, effective, actor, type, item, payload, previous, "
      + "lower(hex(randomblob(32))) FROM event WHERE sequence = 1",
  ])
  func `the database refuses to change the past`(_ sql: String) throws {
    let before = try cabinet.open(.reading).entries()
    #expect(throws: DatabaseError.self) { try cabinet.meddle(sql) }
    #expect(try cabinet.open(.reading).entries() == before)
    #expect(try cabinet.open(.reading).verify().isSound)
  }

  @Test func `a refused command leaves nothing behind`() throws {
    let before = try cabinet.open(.reading).head()
    #expect(throws: AppendError.self) {
      try cabinet.append(.submit(cabinet.ids[0], summary: "完成"))
    }
    #expect(try cabinet.open(.reading).head() == before)
  }

  @Test(.bug(id: "store", "a dry run gave the ledger before its entries"))
  func `a dry run gives the ledger after its entries and writes none`() throws {
    let occasion = Occasion(actor: "学工部", today: cabinet.day)
    let id = cabinet.ids[0]
    let before = try cabinet.open(.reading).entries()
    let receipt = try cabinet.open().append(
      dryRun: true, recordedAt: Instant(startOf: cabinet.day), occasion: occasion
    ) { (ledger) throws(LedgerRejection) in try decide(.start(id), in: ledger, on: occasion) }
    #expect(receipt.entries.count == 1)
    #expect(receipt.ledger[id]?.phase == .inProgress)
    #expect(receipt.head.sequence == before.count)
    #expect(try cabinet.open(.reading).entries() == before)
  }

  @Test func `a decision on some items reads the same as on all`() throws {
    try cabinet.append(.start(cabinet.ids[0]))
    let occasion = Occasion(actor: "学工部", today: cabinet.day)
    let (id, other) = (cabinet.ids[0], cabinet.ids[1])
    let receipt = try cabinet.open().append(
      scope: .items([id]), recordedAt: Instant(startOf: cabinet.day), occasion: occasion
    ) { (ledger) throws(LedgerRejection) in
      #expect(ledger[other] == nil)
      return try decide(.note(id, text: "进展"), in: ledger, on: occasion)
    }
    #expect(receipt.entries.count == 1)
    #expect(Ledger.folding(try cabinet.open(.reading).entries())[id]?.notes.count == 1)
  }

  @Test func `a refusal on some items is worded from the whole log`() throws {
    let occasion = Occasion(actor: "学工部", today: cabinet.day)
    let unknown = ItemID.own(7)
    #expect(
      throws: AppendError.refused(LedgerRejection(.item(.unknown(unknown, nearest: []))))
    ) {
      try cabinet.open().append(
        scope: .items([unknown]), recordedAt: Instant(startOf: cabinet.day), occasion: occasion
      ) { (ledger) throws(LedgerRejection) in
        try decide(.start(unknown), in: ledger, on: occasion)
      }
    }
  }

  @Test func `who loses a race is told what came in between`() throws {
    let (id, day) = (cabinet.ids[0], cabinet.day)
    let occasion = Occasion(actor: "学工部", today: day)
    let slow = try cabinet.open()
    let quick = try cabinet.open()
    let gate = Gate()
    let outcome = Gate()
    let thread = Thread {
      // Holds the lock while the slow one has already looked and waits.
      _ = try? quick.append(recordedAt: Instant(startOf: day), occasion: occasion) {
        (ledger) throws(LedgerRejection) in
        gate.open()
        Thread.sleep(forTimeInterval: 0.4)
        return try decide(.start(id), in: ledger, on: occasion)
      }
      outcome.open()
    }
    thread.start()
    gate.wait()
    let error = #expect(throws: AppendError.self) {
      try slow.append(recordedAt: Instant(startOf: day), occasion: occasion) {
        (ledger) throws(LedgerRejection) in try decide(.start(id), in: ledger, on: occasion)
      }
    }
    guard case .overtaken(let rejection, let news)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(news.map(\.event) == [.item(id, .started)])
    #expect(rejection.reasons == [.item(.phaseWrong(id, .start, phase: .inProgress))])
    outcome.wait()
    #expect(try cabinet.open(.reading).verify().isSound)
  }

  @Test func `eight writers lose no entry`() throws {
    let (id, day) = (cabinet.ids[0], cabinet.day)
    let before = try cabinet.open(.reading).head().sequence
    let folder = cabinet.folder
    let group = DispatchGroup()
    for writer in 0..<8 {
      group.enter()
      Thread {
        defer { group.leave() }
        let occasion = Occasion(actor: "写手\(writer)", today: day)
        for number in 0..<10 {
          do {
            _ = try LedgerStore(opening: folder, for: .writing).append(
              scope: .items([id]), recordedAt: Instant(startOf: day), occasion: occasion
            ) { (ledger) throws(LedgerRejection) in
              try decide(.note(id, text: "\(number)"), in: ledger, on: occasion)
            }
          } catch {
            Issue.record("\(error)")
          }
        }
      }.start()
    }
    group.wait()
    let report = try cabinet.open(.reading).verify()
    #expect(report.isSound)
    #expect(report.head.sequence == before + 80)
  }

  @Test func `a second ledger is not made over the first`() throws {
    let before = try cabinet.open(.reading).head()
    #expect(throws: StoreError.ledgerExists(folder: "ledger")) {
      try LedgerStore.create(
        in: cabinet.folder, recordedAt: Instant(startOf: cabinet.day), actor: "某人",
        effective: cabinet.day, events: [])
    }
    #expect(try cabinet.open(.reading).head() == before)
  }

  @Test func `a folder without a ledger, a strange file and a newer ledger are told apart`() throws
  {
    let empty = LedgerFolder(path: cabinet.root.appendingPathComponent("空").path)
    #expect(throws: StoreError.ledgerMissing(folder: "空")) {
      try LedgerStore(opening: empty, for: .reading)
    }
    try cabinet.meddle("INSERT INTO grdb_migrations (identifier) VALUES ('v99')")
    #expect(throws: StoreError.newerFormat(file: cabinet.folder.database)) {
      try cabinet.open()
    }
    try Data("这不是台账，只是一段文字。".utf8).write(to: URL(fileURLWithPath: cabinet.folder.database))
    #expect(throws: StoreError.notALedger(file: cabinet.folder.database)) {
      try cabinet.open(.reading)
    }
  }

  @Test func `the folder is open to its owner only`() throws {
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(cabinet.folder.path) == 0o700)
    #expect(try mode(cabinet.folder.evidence) == 0o700)
    #expect(try mode(cabinet.folder.database) == 0o600)
  }

  @Test func `exported entries make the same ledger again`() throws {
    try cabinet.append(.start(cabinet.ids[0]), actor: "学工部 \",\"payload\":{\"")
    let store = try cabinet.open(.reading)
    let lines = try store.exportedEvents().split(separator: "\n")
    let entries = try lines.map { try #require(StoredEntry(line: $0)) }
    let copy = LedgerFolder(path: cabinet.root.appendingPathComponent("新").path)
    let head = try LedgerStore.create(in: copy, from: entries)
    #expect(head == (try store.head()))
    #expect(try LedgerStore(opening: copy, for: .reading).entries() == (try store.entries()))
    var forged = entries
    forged[0].actor = "别人"
    let other = LedgerFolder(path: cabinet.root.appendingPathComponent("假").path)
    #expect(throws: StoreError.self) { try LedgerStore.create(in: other, from: forged) }
    #expect(!other.hasLedger)
  }

  @Test func `a copy made while others may write is whole`() throws {
    let digest = try cabinet.attach("材料一")
    let copy = LedgerFolder(path: cabinet.root.appendingPathComponent("副本").path)
    try FileManager.default.createDirectory(atPath: copy.path, withIntermediateDirectories: true)
    let report = try cabinet.open(.reading).snapshot(into: copy)
    #expect(report.head == (try cabinet.open(.reading).head()))
    #expect(report.evidence.map(\.digest) == [digest])
    #expect(report.findings.isEmpty)
    let entries = try LedgerStore(opening: copy, for: .reading).entries()
    #expect(entries == (try cabinet.open(.reading).entries()))
  }
}

/// Lets one thread wait for another.
private final class Gate: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)
  func open() { semaphore.signal() }
  func wait() { semaphore.wait() }
}
