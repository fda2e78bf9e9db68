import Foundation
import GRDB
package import TaskLedger

/// One entry of the log exactly as it is stored, for export and for reading it back.
package struct StoredEntry: Sendable, Hashable {
  /// The place in the log.
  package var sequence: Int
  /// When it was recorded.
  package var recordedAt: String
  /// The day on which it counts.
  package var effective: String
  /// Who made it.
  package var actor: String
  /// The stored name of the event.
  package var type: String
  /// The digest of the entry before.
  package var previous: String
  /// The digest of the entry.
  package var digest: String
  /// The payload as stored.
  package var payload: String

  fileprivate struct Head: Codable {
    var sequence: Int
    var recordedAt: String
    var effective: String
    var actor: String
    var type: String
    var item: String?
    var previous: String
    var digest: String

    enum CodingKeys: String, CodingKey {
      case sequence = "sequence"
      case recordedAt = "recordedAt"
      case effective = "effective"
      case actor = "actor"
      case type = "type"
      case item = "item"
      case previous = "previous"
      case digest = "digest"
    }
  }

  fileprivate static let payloadKey = ",\"payload\":"

  /// The entry as one line of JSON, the payload last and byte for byte as stored.
  package func line(item: String?) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let head = try encoder.encode(
      Head(
        sequence: sequence, recordedAt: recordedAt, effective: effective, actor: actor,
        type: type, item: item, previous: previous, digest: digest))
    return String(decoding: head.dropLast(), as: UTF8.self) + Self.payloadKey + payload + "}"
  }
}

extension StoredEntry {
  /// Reads a line that ``line(item:)`` wrote; nil when it is none.
  package init?(line: Substring) {
    // Quotes inside strings are escaped, so the first bare key is the real one.
    guard let range = line.firstRange(of: Self.payloadKey), line.hasSuffix("}"),
      let head = try? JSONDecoder().decode(
        Head.self, from: Data((line[..<range.lowerBound] + "}").utf8))
    else { return nil }
    sequence = head.sequence
    recordedAt = head.recordedAt
    effective = head.effective
    actor = head.actor
    type = head.type
    previous = head.previous
    digest = head.digest
    payload = String(line[range.upperBound...].dropLast())
  }
}

extension StoredEntry {
  /// The entry as an event; nil when its type, its dates or its payload cannot be read.
  package var envelope: EventEnvelope? {
    guard let name = LedgerEvent.Name(rawValue: type), let recordedAt = Instant(recordedAt),
      let effective = CivilDate(effective),
      let event = try? LedgerEvent(name: name, payload: payload)
    else { return nil }
    return EventEnvelope(
      sequence: sequence, recordedAt: recordedAt, effective: effective, actor: actor, event: event)
  }

  /// Whether it follows a head of the log, and its digest is that of what it says.
  package func follows(_ head: LogHead) -> Bool {
    sequence == head.sequence + 1 && previous == head.digest
      && digest
        == EventChain.digest(
          previous: previous, sequence: sequence, recordedAt: recordedAt, effective: effective,
          actor: actor, type: type, payload: payload)
  }
}

extension LedgerStore {
  /// The log as JSON lines, one entry a line, in order.
  package func exportedEvents() throws(StoreError) -> String {
    try read { db in
      var text = ""
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT sequence, recordedAt, effective, actor, type, previous, digest, payload, item
          FROM event ORDER BY sequence
          """)
      while let row = try cursor.next() {
        let entry = StoredEntry(
          sequence: try row.integer(0), recordedAt: try row.text(1), effective: try row.text(2),
          actor: try row.text(3), type: try row.text(4), previous: try row.text(5),
          digest: try row.text(6), payload: try row.text(7))
        text += try entry.line(item: String.fromDatabaseValue(row[8])) + "\n"
      }
      return text
    }
  }

  /// Makes a ledger from exported entries; it has the same digests, or it is not made at all.
  package static func create(in folder: LedgerFolder, from entries: [StoredEntry])
    throws(StoreError) -> LogHead
  {
    try build(in: folder) { db in
      var head = LogHead(sequence: 0, digest: EventChain.origin)
      for stored in entries {
        guard let entry = stored.envelope, try entry.event.encodedPayload() == stored.payload else {
          throw StoreError.entryUnreadable(sequence: stored.sequence, detail: stored.type)
        }
        head = try insert(entry, after: head, in: db)
        guard head.digest == stored.digest else {
          throw StoreError.entryUnreadable(sequence: stored.sequence, detail: stored.digest)
        }
      }
      return head
    }
  }
}
