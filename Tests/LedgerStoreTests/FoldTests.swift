import Foundation
import LedgerStore
import TaskLedger
import Testing

/// The log is folded from its first entry on, whatever its length.
struct FoldTests {
  private let cabinet: Cabinet
  private let august = CivilDate("2020-08-10")

  init() throws {
    cabinet = try Cabinet()
    for _ in 0..<5 { try cabinet.note(80) }
  }

  @Test func `the log is seen in order and whole`() throws {
    let store = try cabinet.open(.reading)
    var entries: [EventEnvelope] = []
    let head = try store.forEachEntry { entries.append($0) }
    #expect(entries.map(\.sequence) == Array(1...head.sequence))
    #expect(entries.count > 400)
    #expect(try store.folded().ledger == Ledger.folding(entries))
  }

  @Test func `an entry that cannot be read stops the fold where it lies`() throws {
    try cabinet.meddle(
      "DROP TRIGGER eventRefusesUpdate; UPDATE event SET payload = '{}' WHERE sequence = 200")
    let store = try cabinet.open(.reading)
    var last = 0
    #expect(throws: StoreError.entryUnreadable(sequence: 200, detail: "progress-noted")) {
      try store.forEachEntry { last = $0.sequence }
    }
    #expect(last == 199)
  }

  @Test func `a fold ends at an entry or a day, and tells what counts later`() throws {
    let august = try #require(august)
    try cabinet.note(3, on: august)
    let store = try cabinet.open(.reading)
    #expect(try store.folded(through: 60).ledger.headSequence == 60)
    var later: [Int] = []
    let fold = try store.folded(asOf: cabinet.day) { later.append($0.sequence) }
    #expect(later == Array(fold.head.sequence - 2...fold.head.sequence))
    #expect(fold.ledger.headSequence == fold.head.sequence - 3)
  }

  @Test func `what an older program kept beside the log changes nothing`() throws {
    let store = try cabinet.open()
    let before = try store.folded().ledger
    let kept = cabinet.folder.path + "/ledger.fold"
    try Data("xiaohao-fold 3 400".utf8).write(to: URL(fileURLWithPath: kept))
    #expect(try store.folded().ledger == before)
    #expect(store.verify().isSound)
    #expect(FileManager.default.fileExists(atPath: kept))
  }
}
