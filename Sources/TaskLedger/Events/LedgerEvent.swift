/// Everything that can happen in a ledger: to one item, or to the ledger as a whole.
///
/// Stored names are a public contract: kebab-case, never reused; an unknown name is an error, never
/// a default.
public enum LedgerEvent: Sendable, Hashable {
  /// Something happened to an item.
  case item(ItemID, ItemEvent)
  /// Something happened to the ledger as a whole.
  case ledger(LedgerEventKind)
}

extension LedgerEvent {
  /// An item came into the ledger, or was replaced by a corrected plan.
  public static func imported(_ item: Item) -> LedgerEvent { .item(item.id, .imported(item)) }

  /// The stored name of the event's type.
  public var name: Name {
    switch self {
    case .item(_, let event): event.stored.name
    case .ledger(let event): event.stored.name
    }
  }

  /// The item the event concerns, or nil when it concerns none.
  public var item: ItemID? {
    switch self {
    case .item(let id, _): id
    case .ledger(.gapRaised(let gap)): gap.item
    case .ledger(.meetingDecided(let decision)): decision.item
    case .ledger: nil
    }
  }

  /// The cell of a file that the entry was read from; nil when it was typed.
  public var source: String? {
    switch self {
    case .item(_, .progressNoted(_, let source)), .item(_, .closureReturned(_, let source)):
      source
    case .item(_, .evidenceAttached(let evidence)): evidence.source
    case .item(_, .closureSubmitted(let submission)): submission.source
    case .item(_, .closed(let closure)): closure.source
    case .ledger(.factRecorded(let fact)): fact.source
    case .ledger(.memberAdded(let member)): member.source
    case .item, .ledger: nil
    }
  }

  /// The file in `evidence/` that the event names; nil when it names none.
  package var storedFile: EvidenceDigest? {
    if case .item(_, .evidenceAttached(let evidence)) = self { return evidence.digest }
    if case .ledger(.monthSealed(let seal)) = self { return seal.paper }
    return nil
  }

  /// The stored names of all event types.
  public enum Name: String, Sendable, Hashable, CaseIterable {
    /// ``LedgerEventKind/opened(_:)``.
    case ledgerOpened = "ledger-opened"
    /// ``LedgerEventKind/reviewersChanged(_:)``.
    case reviewersChanged = "reviewers-changed"
    /// ``LedgerEventKind/listAdopted(_:)``.
    case listAdopted = "list-adopted"
    /// ``LedgerEventKind/listCorrected(_:)``.
    case listCorrected = "list-corrected"
    /// ``LedgerEventKind/planImported(_:)``.
    case planImported = "plan-imported"
    /// ``ItemEvent/imported(_:)``.
    case itemImported = "item-imported"
    /// ``ItemEvent/dropped(reason:)``.
    case itemDropped = "item-dropped"
    /// ``ItemEvent/revised(_:)``.
    case itemRevised = "item-revised"
    /// ``ItemEvent/confirmed(_:)``.
    case itemConfirmed = "item-confirmed"
    /// ``ItemEvent/started``.
    case itemStarted = "item-started"
    /// ``ItemEvent/progressNoted(text:source:)``.
    case progressNoted = "progress-noted"
    /// ``ItemEvent/evidenceAttached(_:)``.
    case evidenceAttached = "evidence-attached"
    /// ``ItemEvent/evidenceVoided(_:)``.
    case evidenceVoided = "evidence-voided"
    /// ``ItemEvent/closureSubmitted(_:)``.
    case closureSubmitted = "closure-submitted"
    /// ``ItemEvent/closed(_:)``.
    case itemClosed = "item-closed"
    /// ``ItemEvent/closureReturned(reason:source:)``.
    case closureReturned = "closure-returned"
    /// ``ItemEvent/reopened(_:)``.
    case itemReopened = "item-reopened"
    /// ``ItemEvent/sustained``.
    case itemSustained = "item-sustained"
    /// ``ItemEvent/withdrawn(basis:)``.
    case itemWithdrawn = "item-withdrawn"
    /// ``ItemEvent/extensionRequested(_:)``.
    case extensionRequested = "extension-requested"
    /// ``ItemEvent/extensionGranted(_:)``.
    case extensionGranted = "extension-granted"
    /// ``ItemEvent/extensionRefused(reason:)``.
    case extensionRefused = "extension-refused"
    /// ``LedgerEventKind/gapRaised(_:)``.
    case gapRaised = "gap-raised"
    /// ``LedgerEventKind/gapResolved(_:)``.
    case gapResolved = "gap-resolved"
    /// ``LedgerEventKind/meetingOpened(_:)``.
    case meetingOpened = "meeting-opened"
    /// ``LedgerEventKind/monthSealed(_:)``.
    case monthSealed = "month-sealed"
    /// ``LedgerEventKind/factRecorded(_:)``.
    case factRecorded = "fact-recorded"
    /// ``LedgerEventKind/indicatorExempted(_:)``.
    case indicatorExempted = "indicator-exempted"
    /// ``LedgerEventKind/memberAdded(_:)``.
    case memberAdded = "member-added"
    /// ``LedgerEventKind/memberRetired(name:)``.
    case memberRetired = "member-retired"
    /// ``LedgerEventKind/textRecorded(_:)``.
    case textRecorded = "text-recorded"
    /// ``LedgerEventKind/meetingDecided(_:)``.
    case meetingDecided = "meeting-decided"
    /// ``LedgerEventKind/decisionSettled(_:)``.
    case decisionSettled = "decision-settled"
    /// ``LedgerEventKind/meetingAttended(_:)``.
    case meetingAttended = "meeting-attended"
    /// ``LedgerEventKind/reminderSent(_:)``.
    case reminderSent = "reminder-sent"
    /// ``LedgerEventKind/reminderAnswered(_:)``.
    case reminderAnswered = "reminder-answered"
    /// ``ItemEvent/undone(_:)``.
    case entryUndone = "entry-undone"
  }
}
