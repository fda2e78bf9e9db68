import LedgerDesk
import LedgerReports
import LedgerStore
import TaskLedger

/// One item as lists show it.
struct ItemRow {
  let onDay: ItemOnDay
  /// What of it holds the verdict back.
  private let obstacles: [Obstacle]

  /// - Parameters:
  ///   - onDay: The item on the day of the page.
  ///   - ledger: The ledger it is of.
  ///   - hedges: The words that hedge a statement.
  init(_ onDay: ItemOnDay, in ledger: Ledger, _ hedges: HedgeWords) {
    self.onDay = onDay
    obstacles = ledger.obstacles(of: onDay, hedges)
  }

  /// Where an owner's home shows it.
  enum Group: Sendable, Hashable, CaseIterable {
    /// It was returned and waits for the owner.
    case returned
    /// It is past the day by which it must be settled, missed, or due soon.
    case pressing
    /// It is open.
    case open
    /// It waits for the reviewer.
    case submitted
    /// Nothing more is asked now.
    case done
  }

  private var state: ItemState { onDay.state }

  /// Where an owner's home shows it.
  var group: Group {
    if state.isReturned { return .returned }
    if onDay.status == .submitted { return .submitted }
    if onDay.isSettled { return .done }
    let isPressing = onDay.isPastTarget || onDay.isOverdue || onDay.isMissed
    return isPressing || onDay.light == .red || onDay.light == .yellow ? .pressing : .open
  }

  /// The values of the row.
  var fields: PageFields {
    let light = onDay.light
    let last = state.isReturned ? state.round.returns.last : nil
    // Why it was returned stands on top.
    let missing = obstacles.filter { obstacle in
      if case .missing(.answerToReturn) = obstacle { return false }
      return true
    }
    let evidence = EvidenceCount(state.validEvidence)
    return [
      "id": .text(state.id.description),
      "path": .text("/items/\(state.id)"),
      "content": .text(state.item.content),
      "taskTitle": .text(state.item.taskTitle),
      "lightName": .text(light.rawValue), "light": .text(light.words),
      "lightMeaning": .text(onDay.lightMeaning),
      "state": .text(onDay.status.words),
      "due": .text(PortalPhrases.days(of: onDay)),
      "overlays": .text(PortalPhrases.overlays(of: onDay).joined(separator: "、")),
      "lead": .text(state.item.departments.lead.joined(separator: "、")),
      "missing": .rows(missing.map { ["words": .text($0.words)] }),
      "hasMissing": .flag(!missing.isEmpty),
      "evidenceCount": .text(String(evidence.pieces)),
      "isReturned": .flag(last != nil),
      "returnReason": .text(last?.reason ?? ""),
      "returnedBy": .text(last.map { "\($0.actor) \(PortalPhrases.date($0.on))" } ?? ""),
    ]
  }

  /// An item by its number and first words, where a page names it among others.
  static func named(_ id: ItemID, in ledger: Ledger) -> PageFields {
    [
      "id": .text(id.description), "path": .text("/items/\(id)"),
      "words": .text(PrintableText.head(ledger[id]?.item.content ?? "", limit: 24)),
    ]
  }

  /// The day by which it is sorted; what has none comes last.
  var sortingDay: Int { onDay.nextDay?.dayNumber ?? .max }
}
