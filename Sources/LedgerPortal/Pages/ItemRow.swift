import LedgerDesk
import LedgerStore
import TaskLedger

/// One item as lists show it.
struct ItemRow {
  let state: ItemState
  let today: CivilDate

  /// Where an owner's home shows it.
  enum Group: Sendable, Hashable, CaseIterable {
    /// It was returned and waits for the owner.
    case returned
    /// It is overdue or due soon.
    case pressing
    /// It is open.
    case open
    /// It waits for the reviewer.
    case submitted
    /// Nothing more is asked now.
    case done
  }

  /// Where an owner's home shows it.
  var group: Group {
    switch state.phase {
    case .submitted: return .submitted
    case .closed where !state.isStale: return .done
    case .withdrawn: return .done
    case .pending, .inProgress, .closed, .ongoing:
      if isReturned { return .returned }
      let light = state.light(on: today)
      if light == .red || light == .yellow { return .pressing }
      return state.phase == .ongoing ? .done : .open
    }
  }

  /// Whether the last thing that happened to its application is that it was returned.
  var isReturned: Bool { state.phase == .inProgress && !state.round.returns.isEmpty }

  /// The values of the row.
  var fields: PageFields {
    let light = state.light(on: today)
    let last = isReturned ? state.round.returns.last : nil
    let missing = state.missing(on: today).filter { part in
      if case .answerToReturn = part { return false }
      return true
    }
    return [
      "id": .text(state.id.description),
      "path": .text("/items/\(state.id)"),
      "content": .text(state.item.content),
      "taskTitle": .text(state.item.taskTitle),
      "lightName": .text(light.rawValue), "light": .text(light.words),
      "lightMeaning": .text(light.meaning),
      "state": .text(state.isStale ? "失效" : state.phase.words),
      "due": .text(dueWords), "lead": .text(state.item.departments.lead.joined(separator: "、")),
      "missing": .rows(missing.map { ["words": .text($0.words)] }),
      "hasMissing": .flag(!missing.isEmpty),
      "evidenceCount": .text(String(state.validEvidenceCount)),
      "isReturned": .flag(last != nil),
      "returnReason": .text(last?.reason ?? ""),
      "returnedBy": .text(last.map { "\($0.actor) \(PortalPhrases.date($0.on))" } ?? ""),
    ]
  }

  /// The day by which it is sorted; what has none comes last.
  var sortingDay: Int { state.due?.dayNumber ?? .max }

  /// The day it is due with how far off that is.
  var dueWords: String {
    if let next = state.nextDay(onOrAfter: today) { return "下一次 " + PortalPhrases.date(next) }
    guard let due = state.due else { return state.item.deadline.words }
    let words = PortalPhrases.date(due)
    guard state.isLive, !state.isSoundlyClosed else { return words }
    let days = today.days(to: due)
    if days < 0 { return words + "，已逾期 \(-days) 天" }
    return days == 0 ? words + "，今天到期" : words + "，还有 \(days) 天"
  }
}
