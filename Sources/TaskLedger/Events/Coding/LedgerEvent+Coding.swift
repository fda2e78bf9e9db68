import Foundation

/// What an event stores beside its item, as keys of the same object.
protocol StoredFields: Encodable {
  /// Reads the keys of the stored form.
  init(from object: inout StoredObject) throws
}

extension LedgerEvent {
  /// The payload as JSON with sorted keys, as it is stored and hashed.
  ///
  /// - Returns: UTF-8 text without line breaks.
  /// - Throws: `EncodingError`, which means a fault of the program.
  public func encodedPayload() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let stored =
      switch self {
      // The item itself says which one it is.
      case .item(_, .imported(let item)):
        StoredEvent(fields: ItemEvent.imported(item).stored.fields)
      case .item(let id, let event): StoredEvent(item: id, fields: event.stored.fields)
      case .ledger(let event): StoredEvent(fields: event.stored.fields)
      }
    return String(decoding: try encoder.encode(stored), as: UTF8.self)
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
    var box = try value.object()
    switch name {
    case .ledgerOpened: self = .ledger(.opened(try LedgerOpened(from: &box)))
    case .reviewersChanged: self = .ledger(.reviewersChanged(try ReviewersChanged(from: &box)))
    case .listAdopted: self = .ledger(.listAdopted(try box.read("list")))
    case .listCorrected: self = .ledger(.listCorrected(try ListCorrected(from: &box)))
    case .planImported: self = .ledger(.planImported(try box.read("header")))
    case .gapRaised: self = .ledger(.gapRaised(try GapRaised(from: &box)))
    case .gapResolved: self = .ledger(.gapResolved(try GapResolved(from: &box)))
    case .meetingOpened: self = .ledger(.meetingOpened(try box.read("month")))
    case .monthSealed: self = .ledger(.monthSealed(try MonthSealed(from: &box)))
    case .factRecorded: self = .ledger(.factRecorded(try FactRecorded(from: &box)))
    case .indicatorExempted:
      self = .ledger(.indicatorExempted(try IndicatorExempted(from: &box)))
    case .memberAdded: self = .ledger(.memberAdded(try MemberAdded(from: &box)))
    case .memberRetired: self = .ledger(.memberRetired(name: try box.read("name")))
    case .itemImported: self = .imported(try box.read("item"))
    case .itemDropped: self = .item(try box.item(), .dropped(reason: try box.read("reason")))
    case .itemRevised: self = .item(try box.item(), .revised(try ItemRevised(from: &box)))
    case .itemConfirmed: self = .item(try box.item(), .confirmed(try ItemConfirmed(from: &box)))
    case .itemStarted: self = .item(try box.item(), .started)
    case .progressNoted: self = .item(try box.item(), .progressNoted(text: try box.read("text")))
    case .evidenceAttached:
      self = .item(try box.item(), .evidenceAttached(try box.read("evidence")))
    case .evidenceVoided:
      self = .item(try box.item(), .evidenceVoided(try EvidenceVoided(from: &box)))
    case .closureSubmitted:
      self = .item(try box.item(), .closureSubmitted(try ClosureSubmitted(from: &box)))
    case .itemClosed: self = .item(try box.item(), .closed(try ItemClosed(from: &box)))
    case .closureReturned:
      self = .item(try box.item(), .closureReturned(reason: try box.read("reason")))
    case .itemReopened: self = .item(try box.item(), .reopened(try ItemReopened(from: &box)))
    case .itemSustained: self = .item(try box.item(), .sustained)
    case .itemWithdrawn: self = .item(try box.item(), .withdrawn(basis: try box.read("basis")))
    case .extensionRequested:
      self = .item(try box.item(), .extensionRequested(try ExtensionRequested(from: &box)))
    case .extensionGranted:
      self = .item(try box.item(), .extensionGranted(try ExtensionGranted(from: &box)))
    case .extensionRefused:
      self = .item(try box.item(), .extensionRefused(reason: try box.read("reason")))
    case .entryUndone: self = .item(try box.item(), .undone(try EntryUndone(from: &box)))
    }
    try box.end()
  }
}

extension StoredObject {
  /// The item that the event concerns.
  fileprivate mutating func item() throws -> ItemID { try read("item") }
}

/// An event as one object: its fields, and the item beside them.
private struct StoredEvent: Encodable {
  var item: ItemID?
  var fields: any Encodable

  private enum CodingKeys: String, CodingKey {
    case item = "item"
  }

  func encode(to encoder: any Encoder) throws {
    try fields.encode(to: encoder)
    guard let item else { return }
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(item, forKey: .item)
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
