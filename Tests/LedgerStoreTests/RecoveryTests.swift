import Foundation
import GRDB
import LedgerStore
import TaskLedger
import Testing

/// A folder as crashes, shares and people leave it.
struct RecoveryTests {
  private let cabinet: Cabinet

  init() throws { cabinet = try Cabinet() }

  @Test func `what a stopped writer had not committed is taken back by the next reader`() throws {
    let before = try cabinet.open(.reading).entries()
    let folder = try cabinet.stoppedCopy()
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: folder.database))
        != Data(contentsOf: URL(fileURLWithPath: cabinet.folder.database)))
    let store = try LedgerStore(opening: folder, for: .reading)
    #expect(try store.entries() == before)
    #expect(store.verify().findings.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.database + "-journal"))
  }

  @Test func `the doctor says so first and changes nothing, then repairs`() throws {
    let folder = try cabinet.stoppedCopy()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.database))
    let found = FolderExamination(of: folder, today: cabinet.day)
    #expect(found.findings.contains(.interrupted))
    #expect(!found.isDamaged)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.database)) == bytes)
    let repair = FolderRepair(
      of: found, today: cabinet.day, now: Instant(startOf: cabinet.day))
    #expect(repair.steps.contains(.replayJournal))
    try repair.perform()
    let after = FolderExamination(of: folder, today: cabinet.day)
    #expect(after.findings.isEmpty)
    #expect(after.integrity?.head == (try cabinet.open(.reading).head()))
  }

  @Test func `a name is given to one of several and never taken from another`() throws {
    for ways in [[ExclusiveRename.link], [.renameExclusively], [.claim], ExclusiveRename.allCases] {
      let folder = cabinet.root.appendingPathComponent(UUID().uuidString).path
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
      let target = folder + "/目标"
      let group = DispatchGroup()
      let winners = Winners()
      for number in 0..<8 {
        let draft = folder + "/草稿\(number)"
        try Data("\(number)".utf8).write(to: URL(fileURLWithPath: draft))
        group.enter()
        Thread {
          defer { group.leave() }
          // Under a claim the others may be told that somebody is at it; that is no win either.
          if (try? FileSystem.renameExclusively(draft, to: target, by: ways)) == true {
            winners.add(number)
          }
        }.start()
      }
      group.wait()
      let won = winners.all
      #expect(won.count == 1, "\(ways)")
      let content = try String(contentsOfFile: target, encoding: .utf8)
      #expect(won.map(String.init) == [content])
      #expect(!FileManager.default.fileExists(atPath: target + ".claim"))
    }
  }

  @Test func `a claim that was left is said and nothing is made over it`() throws {
    let folder = LedgerFolder(path: cabinet.root.appendingPathComponent("新").path)
    try FileManager.default.createDirectory(
      atPath: folder.path, withIntermediateDirectories: false)
    try Data().write(to: URL(fileURLWithPath: folder.database + ".claim"))
    #expect(throws: StoreError.claimed(file: folder.database + ".claim")) {
      try LedgerStore.create(
        in: folder, recordedAt: Instant(startOf: cabinet.day), actor: "某人",
        effective: cabinet.day, events: [], by: [.claim])
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["ledger.sqlite.claim"])
    let found = FolderExamination(of: folder, today: cabinet.day).findings
    #expect(found.contains(.makingLeftover(name: "ledger.sqlite.claim")))
  }

  @Test func `an entry of an unknown type was written by a newer program`() throws {
    let head = try cabinet.open(.reading).head()
    let recorded = Instant(startOf: cabinet.day).description
    let digest = EventChain.digest(
      previous: head.digest, sequence: head.sequence + 1, recordedAt: recorded,
      effective: cabinet.day.description, actor: "某人", type: "item-praised", payload: "{}")
    try cabinet.meddle(
      """
      INSERT INTO event VALUES (\(head.sequence + 1), '\(recorded)', '\(cabinet.day)', '某人',
        'item-praised', NULL, '{}', '\(head.digest)', '\(digest)')
      """)
    #expect(
      throws: StoreError.entryTypeUnknown(sequence: head.sequence + 1, type: "item-praised")
    ) { try cabinet.open(.reading).entries() }
  }

  @Test func `a clock that was set back and a strange table are found`() throws {
    try cabinet.append(.start(cabinet.ids[0]))
    let early = Occasion(actor: "学工部", today: cabinet.day)
    _ = try cabinet.open().append(
      recordedAt: Instant(seconds: Instant(startOf: cabinet.day).seconds - 7200, offsetMinutes: 0),
      occasion: early
    ) { (ledger) throws(LedgerRejection) in
      try decide(.note(cabinet.ids[0], text: "进展"), in: ledger, on: early)
    }
    let report = try cabinet.open(.reading).verify()
    #expect(report.findings == [.clockWentBack(sequence: report.head.sequence)])
    #expect(report.isSound)
    try cabinet.meddle("CREATE TABLE extra (a)")
    #expect(try cabinet.open(.reading).verify().findings.contains(.schemaStrange(name: "extra")))
  }

  @Test func `evidence of an entry that was taken back stays the log's`() throws {
    let digest = try cabinet.attach("传错的")
    let last = try #require(try cabinet.open(.reading).entries().last)
    try cabinet.append(.undo(last, reason: "传错"))
    #expect(try cabinet.open(.reading).verify().findings.isEmpty)
    let vault = EvidenceVault(folder: cabinet.folder)
    try FileManager.default.removeItem(atPath: vault.path(of: digest))
    #expect(try !cabinet.open(.reading).verify().isSound)
  }

  @Test func `copies beside the log are told apart`() throws {
    func copy(_ name: String) throws {
      try FileManager.default.copyItem(
        atPath: cabinet.folder.database, toPath: cabinet.folder.path + "/" + name)
    }
    let old = try cabinet.open(.reading).head()
    try copy("ledger (1).sqlite")
    try cabinet.append(.start(cabinet.ids[0]))
    let other = try DatabaseQueue(path: cabinet.folder.path + "/ledger (1).sqlite")
    try copy("ledger - 副本.sqlite")
    try Data("不是台账".utf8).write(
      to: URL(fileURLWithPath: cabinet.folder.path + "/ledger.sqlite.bak"))
    try other.close()
    let found = FolderExamination(of: cabinet.folder, today: cabinet.day).findings
    let head = try cabinet.open(.reading).head()
    #expect(found.contains(.copy(name: "ledger (1).sqlite", .contained(head: old))))
    #expect(found.contains(.copy(name: "ledger - 副本.sqlite", .contained(head: head))))
    #expect(found.contains(.copy(name: "ledger.sqlite.bak", .unreadable)))
    try FileManager.default.removeItem(atPath: cabinet.folder.path + "/ledger.sqlite")
    try copyBack("ledger (1).sqlite")
    #expect(
      FolderExamination(of: cabinet.folder, today: cabinet.day).findings.contains(
        .copy(name: "ledger - 副本.sqlite", .ahead(head: head, entries: 1))))
    try cabinet.append(.start(cabinet.ids[1]))
    #expect(
      FolderExamination(of: cabinet.folder, today: cabinet.day).findings.contains(
        .copy(name: "ledger - 副本.sqlite", .diverged(head: head, after: old.sequence))))
  }

  private func copyBack(_ name: String) throws {
    try FileManager.default.copyItem(
      atPath: cabinet.folder.path + "/" + name, toPath: cabinet.folder.database)
  }
}

/// Collects who won, from several threads.
private final class Winners: @unchecked Sendable {
  // Guarded by the lock.
  private var numbers: [Int] = []
  private let lock = NSLock()

  func add(_ number: Int) { lock.withLock { numbers.append(number) } }
  var all: [Int] { lock.withLock { numbers } }
}
