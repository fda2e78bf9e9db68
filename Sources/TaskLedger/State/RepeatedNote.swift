extension ItemState {
  /// The entry of a note of progress that is being sent once more (重复发送): the same words as the last
  /// note of the same person for the same day, and no step of the item since. Loading a page again, or
  /// going back to a form, must not count as more progress, whatever others noted meanwhile.
  package func repeatedNote(_ text: String, by actor: String, on day: CivilDate) -> Int? {
    let words = TextFolding.compact(text)
    for entry in entries.reversed() {
      guard case .item(_, let event) = entry.event, !event.isStep else { return nil }
      guard case .progressNoted(let noted, _) = event, TextChecks.isSameName(entry.actor, actor)
      else { continue }
      return entry.effective == day && TextFolding.compact(noted) == words ? entry.sequence : nil
    }
    return nil
  }
}

extension ItemEvent {
  /// Whether words that were noted before it may be meant anew after it: the item, or what it has to
  /// show, is no longer where it was.
  fileprivate var isStep: Bool {
    switch self {
    case .progressNoted, .evidenceAttached, .closureSubmitted, .confirmed, .extensionRequested,
      .extensionGranted, .extensionRefused:
      false
    case .imported, .dropped, .revised, .started, .evidenceVoided, .closed, .closureReturned,
      .reopened, .sustained, .withdrawn, .undone:
      true
    }
  }
}
