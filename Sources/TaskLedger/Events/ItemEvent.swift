/// What can happen to one item: a closed set, each case with what is told beside the item.
///
/// A new case is told here (shape and stored form, with its name in ``LedgerEvent/Name``), takes
/// effect in `ItemState+Apply.swift` and is worded where papers word events.
public enum ItemEvent: Sendable, Hashable {
  /// The item came into the ledger, or was replaced by a corrected plan.
  case imported(Item)
  /// A corrected plan, which the reason names, no longer has the item; its history stays.
  case dropped(reason: String)
  /// Fields of the item were corrected (更正); the words before stay in the log.
  case revised(ItemRevised)
  /// Doubts of the import were confirmed as right.
  case confirmed(ItemConfirmed)
  /// Work on the item began (认领).
  case started
  /// Progress was noted (进展); `source` is the cell it was read from, nil when it was typed.
  case progressNoted(text: String, source: String? = nil)
  /// A file was attached as evidence (佐证).
  case evidenceAttached(Evidence)
  /// A piece of evidence was declared void (作废); file and entry stay.
  case evidenceVoided(EvidenceVoided)
  /// Closure was applied for (申请销号).
  case closureSubmitted(ClosureSubmitted)
  /// The item was closed after review (销号).
  case closed(ItemClosed)
  /// The application was returned (退回); `source` as for a note.
  case closureReturned(reason: String, source: String? = nil)
  /// The closed item was reopened (重启); a new round begins.
  case reopened(ItemReopened)
  /// The standing item went over to 长期坚持.
  case sustained
  /// The item was withdrawn (撤销) on a superior document.
  case withdrawn(basis: String)
  /// More time was asked for (申请延期); the date does not move.
  case extensionRequested(ExtensionRequested)
  /// The extension was granted; the original date is kept.
  case extensionGranted(ExtensionGranted)
  /// The extension was refused.
  case extensionRefused(reason: String)
  /// An entry was taken back by the one who made it; both stay in the log.
  case undone(EntryUndone)
}

extension ItemEvent {
  /// The stored name, and what is stored beside the item.
  var stored: (name: LedgerEvent.Name, fields: any Encodable) {
    switch self {
    case .imported(let item): (.itemImported, ["item": item])
    case .dropped(let reason): (.itemDropped, ["reason": reason])
    case .revised(let payload): (.itemRevised, payload)
    case .confirmed(let payload): (.itemConfirmed, payload)
    case .started: (.itemStarted, [String: String]())
    case .progressNoted(let text, let source):
      (.progressNoted, ["text": text, "source": source].compactMapValues(\.self))
    case .evidenceAttached(let evidence): (.evidenceAttached, ["evidence": evidence])
    case .evidenceVoided(let payload): (.evidenceVoided, payload)
    case .closureSubmitted(let payload): (.closureSubmitted, payload)
    case .closed(let payload): (.itemClosed, payload)
    case .closureReturned(let reason, let source):
      (.closureReturned, ["reason": reason, "source": source].compactMapValues(\.self))
    case .reopened(let payload): (.itemReopened, payload)
    case .sustained: (.itemSustained, [String: String]())
    case .withdrawn(let basis): (.itemWithdrawn, ["basis": basis])
    case .extensionRequested(let payload): (.extensionRequested, payload)
    case .extensionGranted(let payload): (.extensionGranted, payload)
    case .extensionRefused(let reason): (.extensionRefused, ["reason": reason])
    case .undone(let payload): (.entryUndone, payload)
    }
  }
}
