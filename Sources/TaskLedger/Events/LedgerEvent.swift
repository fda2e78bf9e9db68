/// Everything that can happen in a ledger: a closed set of events, each with its payload.
///
/// Stored names are a public contract: kebab-case, never reused; an unknown name is an error, never
/// a default.
public enum LedgerEvent: Sendable, Hashable {
  /// A ledger was opened (建账) for a school.
  indirect case ledgerOpened(LedgerOpened)
  /// The school changed who may review.
  case reviewersChanged(ReviewersChanged)
  /// The provincial list was taken into the ledger.
  indirect case listAdopted(ListAdopted)
  /// A plan was imported; its items follow as entries of their own.
  indirect case planImported(PlanImported)
  /// An item came into the ledger, or was replaced by a corrected plan.
  indirect case itemImported(ItemImported)
  /// A corrected plan no longer has the item; its history stays.
  case itemDropped(ItemDropped)
  /// Fields of an item were corrected (更正); the words before stay in the log.
  indirect case itemRevised(ItemRevised)
  /// Doubts of the import were confirmed as right.
  indirect case itemConfirmed(ItemConfirmed)
  /// Work on an item began (认领).
  case itemStarted(ItemStarted)
  /// Progress was noted (进展).
  case progressNoted(ProgressNoted)
  /// A file was attached as evidence (佐证).
  indirect case evidenceAttached(EvidenceAttached)
  /// A piece of evidence was declared void (作废); file and entry stay.
  indirect case evidenceVoided(EvidenceVoided)
  /// Closure was applied for (申请销号).
  case closureSubmitted(ClosureSubmitted)
  /// The item was closed after review (销号).
  indirect case itemClosed(ItemClosed)
  /// The application was returned (退回).
  case closureReturned(ClosureReturned)
  /// A closed item was reopened (重启); a new round begins.
  indirect case itemReopened(ItemReopened)
  /// A standing item went over to 长期坚持.
  case itemSustained(ItemSustained)
  /// The item was withdrawn (撤销) on a superior document.
  case itemWithdrawn(ItemWithdrawn)
  /// More time was asked for (申请延期); the date does not move.
  indirect case extensionRequested(ExtensionRequested)
  /// The extension was granted; the original date is kept.
  indirect case extensionGranted(ExtensionGranted)
  /// The extension was refused.
  case extensionRefused(ExtensionRefused)
  /// A gap (差距短板) was raised.
  indirect case gapRaised(GapRaised)
  /// A gap was resolved.
  case gapResolved(GapResolved)
  /// The monthly meeting was opened (例会).
  case meetingOpened(MeetingOpened)
  /// A month was sealed: its paper can be printed again with the same bytes.
  indirect case monthSealed(MonthSealed)
  /// A counted figure was recorded (实有).
  indirect case factRecorded(FactRecorded)
  /// An entry was taken back by the one who made it; both stay in the log.
  indirect case entryUndone(EntryUndone)
}

extension LedgerEvent {
  /// The stored name of the event's type.
  public var name: Name {
    switch self {
    case .ledgerOpened: .ledgerOpened
    case .reviewersChanged: .reviewersChanged
    case .listAdopted: .listAdopted
    case .planImported: .planImported
    case .itemImported: .itemImported
    case .itemDropped: .itemDropped
    case .itemRevised: .itemRevised
    case .itemConfirmed: .itemConfirmed
    case .itemStarted: .itemStarted
    case .progressNoted: .progressNoted
    case .evidenceAttached: .evidenceAttached
    case .evidenceVoided: .evidenceVoided
    case .closureSubmitted: .closureSubmitted
    case .itemClosed: .itemClosed
    case .closureReturned: .closureReturned
    case .itemReopened: .itemReopened
    case .itemSustained: .itemSustained
    case .itemWithdrawn: .itemWithdrawn
    case .extensionRequested: .extensionRequested
    case .extensionGranted: .extensionGranted
    case .extensionRefused: .extensionRefused
    case .gapRaised: .gapRaised
    case .gapResolved: .gapResolved
    case .meetingOpened: .meetingOpened
    case .monthSealed: .monthSealed
    case .factRecorded: .factRecorded
    case .entryUndone: .entryUndone
    }
  }

  /// The stored names of all event types.
  public enum Name: String, Sendable, Hashable, CaseIterable {
    /// ``LedgerOpened``.
    case ledgerOpened = "ledger-opened"
    /// ``ReviewersChanged``.
    case reviewersChanged = "reviewers-changed"
    /// ``ListAdopted``.
    case listAdopted = "list-adopted"
    /// ``PlanImported``.
    case planImported = "plan-imported"
    /// ``ItemImported``.
    case itemImported = "item-imported"
    /// ``ItemDropped``.
    case itemDropped = "item-dropped"
    /// ``ItemRevised``.
    case itemRevised = "item-revised"
    /// ``ItemConfirmed``.
    case itemConfirmed = "item-confirmed"
    /// ``ItemStarted``.
    case itemStarted = "item-started"
    /// ``ProgressNoted``.
    case progressNoted = "progress-noted"
    /// ``EvidenceAttached``.
    case evidenceAttached = "evidence-attached"
    /// ``EvidenceVoided``.
    case evidenceVoided = "evidence-voided"
    /// ``ClosureSubmitted``.
    case closureSubmitted = "closure-submitted"
    /// ``ItemClosed``.
    case itemClosed = "item-closed"
    /// ``ClosureReturned``.
    case closureReturned = "closure-returned"
    /// ``ItemReopened``.
    case itemReopened = "item-reopened"
    /// ``ItemSustained``.
    case itemSustained = "item-sustained"
    /// ``ItemWithdrawn``.
    case itemWithdrawn = "item-withdrawn"
    /// ``ExtensionRequested``.
    case extensionRequested = "extension-requested"
    /// ``ExtensionGranted``.
    case extensionGranted = "extension-granted"
    /// ``ExtensionRefused``.
    case extensionRefused = "extension-refused"
    /// ``GapRaised``.
    case gapRaised = "gap-raised"
    /// ``GapResolved``.
    case gapResolved = "gap-resolved"
    /// ``MeetingOpened``.
    case meetingOpened = "meeting-opened"
    /// ``MonthSealed``.
    case monthSealed = "month-sealed"
    /// ``FactRecorded``.
    case factRecorded = "fact-recorded"
    /// ``EntryUndone``.
    case entryUndone = "entry-undone"
  }

  /// The item the event concerns, or nil when it concerns the ledger as a whole.
  public var item: ItemID? {
    switch self {
    case .itemImported(let payload): payload.item.id
    case .itemDropped(let payload): payload.item
    case .itemRevised(let payload): payload.item
    case .itemConfirmed(let payload): payload.item
    case .itemStarted(let payload): payload.item
    case .progressNoted(let payload): payload.item
    case .evidenceAttached(let payload): payload.item
    case .evidenceVoided(let payload): payload.item
    case .closureSubmitted(let payload): payload.item
    case .itemClosed(let payload): payload.item
    case .closureReturned(let payload): payload.item
    case .itemReopened(let payload): payload.item
    case .itemSustained(let payload): payload.item
    case .itemWithdrawn(let payload): payload.item
    case .extensionRequested(let payload): payload.item
    case .extensionGranted(let payload): payload.item
    case .extensionRefused(let payload): payload.item
    case .gapRaised(let payload): payload.item
    case .entryUndone(let payload): payload.item
    case .ledgerOpened, .reviewersChanged, .listAdopted, .planImported,
      .gapResolved, .meetingOpened, .monthSealed, .factRecorded:
      nil
    }
  }
}
