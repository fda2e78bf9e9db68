import Foundation
import TaskLedger
import TestSupport
import Testing

/// Stored entries that were changed are read or refused; what is read is folded without a trap and
/// written as it was read.
struct EventFuzzTests {
  private struct Stored {
    var name: LedgerEvent.Name
    var payload: String
  }

  /// The stored form of every event of every released format.
  private static let corpus: [Stored] = {
    let folder = SharedDocuments.repository.appendingPathComponent("Tests/Fixtures/events/v1")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { file in
      guard let name = LedgerEvent.Name(rawValue: (file as NSString).deletingPathExtension),
        let text = try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      else { return nil }
      return Stored(name: name, payload: text)
    }
  }()

  @Test func `a changed entry is read or refused, and folds`() throws {
    #expect(Self.corpus.count >= LedgerEvent.Name.allCases.count)
    Fuzz.run(rounds: 1_500, "events") { dice, seed in
      var ledger = History.imported.ledger
      var replay = RuleReplay(
        departments: DepartmentDirectory([]), digest: ReviewDigest.sha256)
      for _ in 0..<3 {
        guard let stored = Self.corpus.randomElement(using: &dice) else { return }
        var payload = stored.payload
        for _ in 0..<Int.random(in: 0...2, using: &dice) {
          payload = Fuzz.changed(
            payload, at: "{}[]:,\"", words: Fuzz.numbers + ["null", "[]", "{}", "\"2020-02-30\""],
            &dice)
        }
        guard let event = try? LedgerEvent(name: stored.name, payload: payload) else { continue }
        let again = (try? event.encodedPayload()).flatMap {
          try? LedgerEvent(name: stored.name, payload: $0)
        }
        #expect(again == event, "seed \(seed)")
        let entry = EventEnvelope(
          sequence: ledger.headSequence + 1, recordedAt: Instant(startOf: "2020-08-01"),
          effective: "2020-08-01", actor: "校团委", event: event)
        ledger.apply(entry)
        _ = replay.take(entry)
      }
      let day = LedgerOnDay(ledger, on: "2020-08-31")
      #expect(day.counts.total == day.items.count, "seed \(seed)")
    }
  }
}
