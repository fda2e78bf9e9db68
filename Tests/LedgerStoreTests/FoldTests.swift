import Foundation
import LedgerStore
import TaskLedger
import Testing

/// A long log is decoded on all cores; what a fold sees is the same.
struct FoldTests {
  private func longCabinet() throws -> Cabinet {
    let cabinet = try Cabinet()
    for _ in 0..<40 { try cabinet.note(80) }
    return cabinet
  }

  @Test func `all cores see the log in order and whole`() throws {
    let cabinet = try longCabinet()
    var store = try cabinet.open(.reading)
    store.longLog = .max
    var alone: [EventEnvelope] = []
    let head = try store.forEachEntry { alone.append($0) }
    store.longLog = 0
    #expect(alone.map(\.sequence) == Array(1...head.sequence))
    #expect(alone.count > 3000)
    for _ in 0..<3 {
      var together: [EventEnvelope] = []
      #expect(try store.forEachEntry { together.append($0) } == head)
      #expect(together == alone)
    }
    #expect(try store.folded().ledger == Ledger.folding(alone))
  }

  @Test func `an entry that cannot be read stops all cores`() throws {
    let cabinet = try longCabinet()
    try cabinet.meddle(
      "DROP TRIGGER eventRefusesUpdate; UPDATE event SET payload = '{}' WHERE sequence = 2000")
    var store = try cabinet.open(.reading)
    for longLog in [0, Int.max] {
      store.longLog = longLog
      var last = 0
      #expect(throws: StoreError.entryUnreadable(sequence: 2000, detail: "progress-noted")) {
        try store.forEachEntry { last = $0.sequence }
      }
      #expect(last < 2000)
    }
  }
}
