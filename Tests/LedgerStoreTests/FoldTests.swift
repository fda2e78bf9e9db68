import Foundation
import LedgerStore
import TaskLedger
import Testing

/// A long log is decoded on all cores; what a fold sees is the same.
struct FoldTests {
  private func longCabinet() throws -> Cabinet {
    let cabinet = try Cabinet()
    for round in 0..<40 {
      let commands = (0..<80).map {
        LedgerCommand.note(cabinet.ids[$0 % 2], text: "第 \(round * 80 + $0) 次检查")
      }
      _ = try cabinet.open(.writing).append(
        recordedAt: Instant(startOf: cabinet.day),
        occasion: Occasion(actor: cabinet.office, today: cabinet.day)
      ) { (ledger) throws(LedgerRejection) in
        try decideAll(
          commands, in: ledger, on: Occasion(actor: cabinet.office, today: cabinet.day))
      }
    }
    return cabinet
  }

  @Test func `all cores see the log in order and whole`() throws {
    let cabinet = try longCabinet()
    let store = try cabinet.open(.reading)
    var alone: [EventEnvelope] = []
    let head = try store.forEachEntry(longLog: .max) { alone.append($0) }
    #expect(alone.map(\.sequence) == Array(1...head.sequence))
    #expect(alone.count > 3000)
    for _ in 0..<3 {
      var together: [EventEnvelope] = []
      #expect(try store.forEachEntry(longLog: 0) { together.append($0) } == head)
      #expect(together == alone)
    }
    #expect(try store.folded().ledger == Ledger.folding(alone))
  }

  @Test func `an entry that cannot be read stops all cores`() throws {
    let cabinet = try longCabinet()
    try cabinet.meddle(
      "DROP TRIGGER eventRefusesUpdate; UPDATE event SET payload = '{}' WHERE sequence = 2000")
    let store = try cabinet.open(.reading)
    for longLog in [0, Int.max] {
      var last = 0
      #expect(throws: StoreError.entryUnreadable(sequence: 2000, detail: "progress-noted")) {
        try store.forEachEntry(longLog: longLog) { last = $0.sequence }
      }
      #expect(last < 2000)
    }
  }
}
