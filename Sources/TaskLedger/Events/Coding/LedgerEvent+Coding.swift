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
  /// - Throws: `DecodingError` when the payload does not fit the type.
  public init(name: Name, payload: String) throws {
    let decoder = JSONDecoder()
    let data = Data(payload.utf8)
    switch name {
    case .ledgerOpened: self = .ledgerOpened(try decoder.decode(LedgerOpened.self, from: data))
    case .reviewersChanged:
      self = .reviewersChanged(try decoder.decode(ReviewersChanged.self, from: data))
    case .listAdopted: self = .listAdopted(try decoder.decode(ListAdopted.self, from: data))
    case .planImported: self = .planImported(try decoder.decode(PlanImported.self, from: data))
    case .itemImported: self = .itemImported(try decoder.decode(ItemImported.self, from: data))
    case .itemDropped: self = .itemDropped(try decoder.decode(ItemDropped.self, from: data))
    case .itemRevised: self = .itemRevised(try decoder.decode(ItemRevised.self, from: data))
    case .itemConfirmed: self = .itemConfirmed(try decoder.decode(ItemConfirmed.self, from: data))
    case .itemStarted: self = .itemStarted(try decoder.decode(ItemStarted.self, from: data))
    case .progressNoted: self = .progressNoted(try decoder.decode(ProgressNoted.self, from: data))
    case .evidenceAttached:
      self = .evidenceAttached(try decoder.decode(EvidenceAttached.self, from: data))
    case .evidenceVoided:
      self = .evidenceVoided(try decoder.decode(EvidenceVoided.self, from: data))
    case .closureSubmitted:
      self = .closureSubmitted(try decoder.decode(ClosureSubmitted.self, from: data))
    case .itemClosed: self = .itemClosed(try decoder.decode(ItemClosed.self, from: data))
    case .closureReturned:
      self = .closureReturned(try decoder.decode(ClosureReturned.self, from: data))
    case .itemReopened: self = .itemReopened(try decoder.decode(ItemReopened.self, from: data))
    case .itemSustained: self = .itemSustained(try decoder.decode(ItemSustained.self, from: data))
    case .itemWithdrawn: self = .itemWithdrawn(try decoder.decode(ItemWithdrawn.self, from: data))
    case .extensionRequested:
      self = .extensionRequested(try decoder.decode(ExtensionRequested.self, from: data))
    case .extensionGranted:
      self = .extensionGranted(try decoder.decode(ExtensionGranted.self, from: data))
    case .extensionRefused:
      self = .extensionRefused(try decoder.decode(ExtensionRefused.self, from: data))
    case .gapRaised: self = .gapRaised(try decoder.decode(GapRaised.self, from: data))
    case .gapResolved: self = .gapResolved(try decoder.decode(GapResolved.self, from: data))
    case .meetingOpened: self = .meetingOpened(try decoder.decode(MeetingOpened.self, from: data))
    case .monthSealed: self = .monthSealed(try decoder.decode(MonthSealed.self, from: data))
    case .factRecorded: self = .factRecorded(try decoder.decode(FactRecorded.self, from: data))
    case .entryUndone: self = .entryUndone(try decoder.decode(EntryUndone.self, from: data))
    }
  }
}
