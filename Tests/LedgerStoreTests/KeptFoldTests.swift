import Foundation
import LedgerStore
import TaskLedger
import TestSupport
import Testing

/// A kept fold is only ever a quicker way to what the log says.
struct KeptFoldTests {
  private let cabinet: Cabinet
  private let august = CivilDate("2020-08-10")

  /// A ledger of 120 notes whose fold was kept.
  init() throws {
    cabinet = try Cabinet()
    try cabinet.note(120, in: try store())
    #expect(KeptFold(of: cabinet.folder)?.head == (try store().head()))
  }

  private func store(_ access: LedgerStore.Access = .writing) throws -> LedgerStore {
    var store = try cabinet.open(access)
    store.longLog = 100
    return store
  }

  /// What the log says without any kept fold.
  private func truth(asOf day: CivilDate? = nil) throws -> Ledger {
    var store = try store(.reading)
    store.longLog = .max
    return try store.folded(asOf: day).ledger
  }

  /// Makes an early entry unreadable, so that only a kept fold can answer.
  private func spoil() throws {
    try cabinet.meddle(
      "DROP TRIGGER eventRefusesUpdate; UPDATE event SET payload = '{}' WHERE sequence = 10")
  }

  @Test func `what is folded from it on is what the whole log says`() throws {
    try cabinet.note(20)
    try cabinet.append(.start(cabinet.ids[0]))
    let truth = try truth()
    try spoil()
    #expect(try store(.reading).folded().ledger == truth)
    #expect(try store(.reading).folded(asOf: cabinet.day).ledger == truth)
    #expect(throws: StoreError.self) { try self.truth() }
    var strict = try store(.reading)
    strict.readsKeptFold = false
    #expect(throws: StoreError.self) { try strict.folded() }
  }

  @Test func `it is left alone for a day or an entry before its own`() throws {
    let eve = try #require(CivilDate("2020-07-19"))
    #expect(try store(.reading).folded(asOf: eve).ledger == (try truth(asOf: eve)))
    #expect(try store(.reading).folded(through: 60).ledger.headSequence == 60)
    try spoil()
    #expect(throws: StoreError.self) { try store(.reading).folded(asOf: eve) }
    #expect(throws: StoreError.self) { try store(.reading).folded(through: 60) }
  }

  @Test func `entries that count later are told`() throws {
    let august = try #require(august)
    try cabinet.note(3, on: august)
    var later: [Int] = []
    let (ledger, head) = try store(.reading).folded(asOf: cabinet.day) {
      later.append($0.sequence)
    }
    #expect(later == [head.sequence - 2, head.sequence - 1, head.sequence])
    #expect(ledger == (try truth(asOf: cabinet.day)))
  }

  @Test func `it is kept again when enough has come, up to the end of the month before`() throws {
    let august = try #require(august)
    let july = try #require(KeptFold(of: cabinet.folder)).head
    try cabinet.note(90, in: try store())
    #expect(KeptFold(of: cabinet.folder)?.head == july)
    let end = try store().head()
    try cabinet.note(20, on: august, in: try store())
    let kept = try #require(KeptFold(of: cabinet.folder))
    #expect(kept.head == end)
    #expect(kept.latest == cabinet.day)
    #expect(kept.ledger() == (try truth(asOf: cabinet.day)))
    #expect(try store().keepFold() == false)
    // Too much for one month: then the head is kept.
    try cabinet.note(100, on: august, in: try store())
    #expect(KeptFold(of: cabinet.folder)?.head == (try store().head()))
  }

  @Test(arguments: [
    (15, 16, true), (16, 17, false), (16, 31, false), (31, 32, true), (3, 40, true),
  ])
  func `a long log is looked at every sixteenth entry`(seen: Int, head: Int, isTime: Bool) throws {
    var store = try store(.reading)
    store.longLog = 20_000
    let digest = String(repeating: "0", count: 64)
    #expect(
      store.isTimeToKeep(
        from: LogHead(sequence: seen, digest: digest), to: LogHead(sequence: head, digest: digest))
        == isTime)
  }

  @Test func `a log that says something else at its place is folded itself`() throws {
    let kept = try Data(contentsOf: URL(fileURLWithPath: cabinet.folder.keptFold))
    let other = try Cabinet()
    try other.append(.start(other.ids[1]))
    try other.note(140)
    try kept.write(to: URL(fileURLWithPath: other.folder.keptFold))
    var store = try other.open(.reading)
    store.longLog = 100
    let ledger = try store.folded().ledger
    store.longLog = .max
    #expect(ledger == (try store.folded().ledger))
    #expect(ledger.headSequence == (try store.head().sequence))
    #expect(store.verify().findings == [.keptFoldUnusable])
    #expect(store.verify().isSound)
  }

  @Test(arguments: 0..<40)
  func `a changed byte or a lost end costs time and never a word`(_ seed: Int) throws {
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: cabinet.folder.keptFold)))
    var random = SplitMix64(seed: UInt64(seed))
    let truth = try truth()
    var changed = whole
    let place = Int.random(in: 0..<whole.count, using: &random)
    if seed % 4 == 0 {
      changed = Array(whole[..<place])
    } else {
      changed[place] ^= UInt8.random(in: 1...255, using: &random)
    }
    try Data(changed).write(to: URL(fileURLWithPath: cabinet.folder.keptFold))
    #expect(try store(.reading).folded().ledger == truth, "seed \(seed)")
    #expect(try store(.reading).verify().findings == [.keptFoldUnusable], "seed \(seed)")
  }

  @Test func `one that was forged is found by verify`() throws {
    #expect(try store(.reading).verify().findings.isEmpty)
    var forged = try truth()
    forged.school = "别校"
    try KeptFold.write(
      forged, at: try store().head(), latest: cabinet.day, in: cabinet.folder)
    let report = try store(.reading).verify()
    #expect(report.findings == [.keptFoldWrong])
    #expect(!report.isSound)
  }

  @Test func `a folder that cannot be written takes entries all the same`() throws {
    try FileManager.default.removeItem(atPath: cabinet.folder.keptFold)
    try FileManager.default.createDirectory(
      atPath: cabinet.folder.keptFold + "/belegt", withIntermediateDirectories: true)
    let before = try store().head().sequence
    try cabinet.note(1, in: try store())
    #expect(try store().head().sequence == before + 1)
    #expect(throws: StoreError.self) { try store().keepFold() }
    let names = try FileManager.default.contentsOfDirectory(atPath: cabinet.folder.path)
    #expect(!names.contains { $0.hasPrefix("ledger.fold.new-") })
  }

  @Test func `texts that only look the same stay as they were written`() throws {
    // 金 as a character of its own and as the compatibility form that scanned documents hold.
    for text in ["\u{91D1}融系团员代表已经选出", "\u{F90A}融系团员代表已经选出"] {
      try cabinet.append(.note(cabinet.ids[0], text: text))
    }
    try cabinet.note(100, in: try store())
    let kept = try #require(KeptFold(of: cabinet.folder)?.ledger())
    let bytes = { (ledger: Ledger) in
      ledger[self.cabinet.ids[0]]?.notes.map { Array($0.text.utf8) } ?? []
    }
    #expect(bytes(kept) == bytes(try truth()))
    var changed = try truth()
    changed.school = "\u{FA0A}校见证学生会改革"
    var other = changed
    other.school = "\u{898B}校见证学生会改革"
    #expect(changed == other)
    #expect(try !LedgerImage.isSame(changed, other))
  }
}
