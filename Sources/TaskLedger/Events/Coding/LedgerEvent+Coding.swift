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
    let decoder = JSONDecoder()
    let data = Data(payload.utf8)
    switch name {
    case .ledgerOpened: self = .ledgerOpened(try decoder.read(LedgerOpened.self, data))
    case .reviewersChanged:
      self = .reviewersChanged(try decoder.read(ReviewersChanged.self, data))
    case .listAdopted: self = .listAdopted(try decoder.read(ListAdopted.self, data))
    case .planImported: self = .planImported(try decoder.read(PlanImported.self, data))
    case .itemImported: self = .itemImported(try decoder.read(ItemImported.self, data))
    case .itemDropped: self = .itemDropped(try decoder.read(ItemDropped.self, data))
    case .itemRevised: self = .itemRevised(try decoder.read(ItemRevised.self, data))
    case .itemConfirmed: self = .itemConfirmed(try decoder.read(ItemConfirmed.self, data))
    case .itemStarted: self = .itemStarted(try decoder.read(ItemStarted.self, data))
    case .progressNoted: self = .progressNoted(try decoder.read(ProgressNoted.self, data))
    case .evidenceAttached:
      self = .evidenceAttached(try decoder.read(EvidenceAttached.self, data))
    case .evidenceVoided:
      self = .evidenceVoided(try decoder.read(EvidenceVoided.self, data))
    case .closureSubmitted:
      self = .closureSubmitted(try decoder.read(ClosureSubmitted.self, data))
    case .itemClosed: self = .itemClosed(try decoder.read(ItemClosed.self, data))
    case .closureReturned:
      self = .closureReturned(try decoder.read(ClosureReturned.self, data))
    case .itemReopened: self = .itemReopened(try decoder.read(ItemReopened.self, data))
    case .itemSustained: self = .itemSustained(try decoder.read(ItemSustained.self, data))
    case .itemWithdrawn: self = .itemWithdrawn(try decoder.read(ItemWithdrawn.self, data))
    case .extensionRequested:
      self = .extensionRequested(try decoder.read(ExtensionRequested.self, data))
    case .extensionGranted:
      self = .extensionGranted(try decoder.read(ExtensionGranted.self, data))
    case .extensionRefused:
      self = .extensionRefused(try decoder.read(ExtensionRefused.self, data))
    case .gapRaised: self = .gapRaised(try decoder.read(GapRaised.self, data))
    case .gapResolved: self = .gapResolved(try decoder.read(GapResolved.self, data))
    case .meetingOpened: self = .meetingOpened(try decoder.read(MeetingOpened.self, data))
    case .monthSealed: self = .monthSealed(try decoder.read(MonthSealed.self, data))
    case .factRecorded: self = .factRecorded(try decoder.read(FactRecorded.self, data))
    case .entryUndone: self = .entryUndone(try decoder.read(EntryUndone.self, data))
    }
  }
}

extension JSONDecoder {
  fileprivate func read<Payload: StoredPayload>(_ type: Payload.Type, _ data: Data) throws
    -> Payload
  {
    try decode(StrictPayload<Payload>.self, from: data).payload
  }
}
