import Foundation

extension LedgerEvent {
  /// The payload as JSON with sorted keys, as it is stored and hashed.
  ///
  /// - Returns: UTF-8 text without line breaks.
  /// - Throws: `EncodingError`, which means a fault of the program.
  public func encodedPayload() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data =
      switch self {
      case .ledgerOpened(let payload): try encoder.encode(payload)
      case .reviewersChanged(let payload): try encoder.encode(payload)
      case .listAdopted(let payload): try encoder.encode(payload)
      case .planImported(let payload): try encoder.encode(payload)
      case .itemImported(let payload): try encoder.encode(payload)
      case .itemDropped(let payload): try encoder.encode(payload)
      case .itemRevised(let payload): try encoder.encode(payload)
      case .itemConfirmed(let payload): try encoder.encode(payload)
      case .itemStarted(let payload): try encoder.encode(payload)
      case .progressNoted(let payload): try encoder.encode(payload)
      case .evidenceAttached(let payload): try encoder.encode(payload)
      case .evidenceVoided(let payload): try encoder.encode(payload)
      case .closureSubmitted(let payload): try encoder.encode(payload)
      case .itemClosed(let payload): try encoder.encode(payload)
      case .closureReturned(let payload): try encoder.encode(payload)
      case .itemReopened(let payload): try encoder.encode(payload)
      case .itemSustained(let payload): try encoder.encode(payload)
      case .itemWithdrawn(let payload): try encoder.encode(payload)
      case .extensionRequested(let payload): try encoder.encode(payload)
      case .extensionGranted(let payload): try encoder.encode(payload)
      case .extensionRefused(let payload): try encoder.encode(payload)
      case .gapRaised(let payload): try encoder.encode(payload)
      case .gapResolved(let payload): try encoder.encode(payload)
      case .meetingOpened(let payload): try encoder.encode(payload)
      case .monthSealed(let payload): try encoder.encode(payload)
      case .factRecorded(let payload): try encoder.encode(payload)
      case .entryUndone(let payload): try encoder.encode(payload)
      }
    return String(decoding: data, as: UTF8.self)
  }

  /// Reads an event from its stored name and payload.
  ///
  /// - Parameters:
  ///   - name: The stored name of the type.
  ///   - payload: The JSON as stored.
  /// - Throws: `DecodingError` when the payload does not fit the type; a key that the type does not
  ///   know is an error, because dropping it would lose what a newer program wrote.
  public init(name: Name, payload: String) throws {
    var reader = PayloadReader()
    var payload = payload
    self = try payload.withUTF8 { try reader.event(name, payload: $0) }
  }

  fileprivate init(_ name: Name, stored value: StoredValue) throws {
    switch name {
    case .ledgerOpened: self = .ledgerOpened(try LedgerOpened(stored: value))
    case .reviewersChanged: self = .reviewersChanged(try ReviewersChanged(stored: value))
    case .listAdopted: self = .listAdopted(try ListAdopted(stored: value))
    case .planImported: self = .planImported(try PlanImported(stored: value))
    case .itemImported: self = .itemImported(try ItemImported(stored: value))
    case .itemDropped: self = .itemDropped(try ItemDropped(stored: value))
    case .itemRevised: self = .itemRevised(try ItemRevised(stored: value))
    case .itemConfirmed: self = .itemConfirmed(try ItemConfirmed(stored: value))
    case .itemStarted: self = .itemStarted(try ItemStarted(stored: value))
    case .progressNoted: self = .progressNoted(try ProgressNoted(stored: value))
    case .evidenceAttached: self = .evidenceAttached(try EvidenceAttached(stored: value))
    case .evidenceVoided: self = .evidenceVoided(try EvidenceVoided(stored: value))
    case .closureSubmitted: self = .closureSubmitted(try ClosureSubmitted(stored: value))
    case .itemClosed: self = .itemClosed(try ItemClosed(stored: value))
    case .closureReturned: self = .closureReturned(try ClosureReturned(stored: value))
    case .itemReopened: self = .itemReopened(try ItemReopened(stored: value))
    case .itemSustained: self = .itemSustained(try ItemSustained(stored: value))
    case .itemWithdrawn: self = .itemWithdrawn(try ItemWithdrawn(stored: value))
    case .extensionRequested: self = .extensionRequested(try ExtensionRequested(stored: value))
    case .extensionGranted: self = .extensionGranted(try ExtensionGranted(stored: value))
    case .extensionRefused: self = .extensionRefused(try ExtensionRefused(stored: value))
    case .gapRaised: self = .gapRaised(try GapRaised(stored: value))
    case .gapResolved: self = .gapResolved(try GapResolved(stored: value))
    case .meetingOpened: self = .meetingOpened(try MeetingOpened(stored: value))
    case .monthSealed: self = .monthSealed(try MonthSealed(stored: value))
    case .factRecorded: self = .factRecorded(try FactRecorded(stored: value))
    case .entryUndone: self = .entryUndone(try EntryUndone(stored: value))
    }
  }
}

/// Reads payloads one after the other, keeping the room it needs from one to the next.
package struct PayloadReader {
  private var text = StoredText()

  /// Creates a reader; it is not shared between threads.
  package init() {}

  /// Reads an event from its stored name and the bytes of its payload.
  ///
  /// - Throws: `DecodingError`, see ``LedgerEvent/init(name:payload:)``.
  package mutating func event(
    _ name: LedgerEvent.Name, payload bytes: UnsafeBufferPointer<UInt8>
  ) throws -> LedgerEvent {
    try text.take(bytes)
    return try text.nodes.withUnsafeBufferPointer {
      try LedgerEvent(name, stored: StoredValue(bytes: bytes, nodes: $0, index: 0))
    }
  }
}
