import Foundation
import GRDB
package import TaskLedger

extension LedgerStore {
  /// Reads every entry in order, all of one moment, without keeping them.
  ///
  /// Decoding costs far more than anything a body does, so a long log is decoded on all cores;
  /// the body is called by one thread at a time and in the order of the log.
  ///
  /// - Parameters:
  ///   - longLog: From how many entries on more than one core is worth its start.
  ///   - body: Called with each entry.
  /// - Returns: The head of the log as it was read.
  /// - Throws: ``StoreError`` when an entry cannot be read, or what the disk says.
  package func forEachEntry(
    longLog: Int = 20_000, _ body: (EventEnvelope) -> Void
  ) throws(StoreError) -> LogHead {
    try Self.translated(folder.database) {
      try queue.read { db in
        let head = try Self.head(in: db)
        let cores = min(Self.mostReaders, ProcessInfo.processInfo.activeProcessorCount)
        if head.sequence < longLog || cores < 2 {
          try Self.forEachEntry(.whole, in: db, body)
        } else {
          // The log only grows and this access keeps writers out, so every reader sees the same.
          try decodeOnAllCores(upTo: head.sequence, readers: cores, body)
        }
        return head
      }
    }
  }

  /// The fold of the log as of a day, with the head of the whole log.
  ///
  /// - Throws: ``StoreError``, see ``forEachEntry(longLog:_:)``.
  package func folded(asOf day: CivilDate? = nil) throws(StoreError) -> (
    ledger: Ledger, head: LogHead
  ) {
    var ledger = Ledger()
    let head = try forEachEntry { entry in
      if day.map({ entry.effective <= $0 }) ?? true { ledger.apply(entry) }
    }
    return (ledger, head)
  }

  /// More readers than this wait for the disk.
  private static let mostReaders = 8
  /// How many entries a reader decodes before it waits for its turn.
  private static let stretch = 1024

  private func decodeOnAllCores(
    upTo last: Int, readers: Int, _ body: (EventEnvelope) -> Void
  ) throws {
    let turns = Turns(count: (last + Self.stretch - 1) / Self.stretch)
    let database = folder.database
    withoutActuallyEscaping(body) { body in
      // One thread at a time calls it, see Turns.
      nonisolated(unsafe) let body = body
      DispatchQueue.concurrentPerform(iterations: readers) { _ in
        do {
          let own = try DatabaseQueue(
            path: database, configuration: Self.configuration(for: .reading))
          try own.read { db in
            var reader = EntryReader()
            while let turn = turns.take() {
              let entries = try Self.entries(
                in: (turn * Self.stretch + 1)...min(last, (turn + 1) * Self.stretch), db, &reader)
              turns.wait(for: turn) { for entry in entries { body(entry) } }
            }
          }
        } catch {
          turns.fail(error)
        }
      }
    }
    if let failure = turns.failure { throw failure }
  }

  private static func entries(
    in range: ClosedRange<Int>, _ db: Database, _ reader: inout EntryReader
  ) throws -> [EventEnvelope] {
    var result: [EventEnvelope] = []
    result.reserveCapacity(range.count)
    try StoredRow.forEach(
      "SELECT \(EntryReader.columns) FROM event WHERE sequence BETWEEN ? AND ? ORDER BY sequence",
      arguments: [range.lowerBound, range.upperBound], in: db
    ) { row in
      result.append(try reader.entry(row))
      return true
    }
    return result
  }
}

/// Hands out pieces of work that are prepared side by side and finished one after the other.
///
/// Sendable because everything that changes is read and written under the condition's lock.
private final class Turns: @unchecked Sendable {
  private let condition = NSCondition()
  private let count: Int
  private var taken = 0
  private var finished = 0
  private var fault: (any Error)?

  init(count: Int) { self.count = count }

  /// The error of the first piece that failed.
  var failure: (any Error)? { condition.withLock { fault } }

  /// The next piece; nil when there is none, or one has failed.
  func take() -> Int? {
    condition.withLock {
      guard fault == nil, taken < count else { return nil }
      taken += 1
      return taken - 1
    }
  }

  /// Finishes a piece once all before it are finished; not at all when one has failed.
  func wait(for turn: Int, _ finish: () -> Void) {
    condition.lock()
    while finished < turn, fault == nil { condition.wait() }
    if fault == nil {
      finish()
      finished += 1
      condition.broadcast()
    }
    condition.unlock()
  }

  /// Stops the work; the pieces not yet finished never are.
  func fail(_ error: any Error) {
    condition.withLock {
      if fault == nil { fault = error }
      condition.broadcast()
    }
  }
}
