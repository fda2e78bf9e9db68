extension ItemState {
  /// The entry of a note of progress that is being sent once more (重复发送): the same words of the
  /// same person for the same day, and nothing after it but what the same form sends with it. Loading
  /// a page again, or going back to a form, must not count as more progress.
  package func repeatedNote(_ text: String, by actor: String, on day: CivilDate) -> Int? {
    let words = TextFolding.compact(text)
    for entry in entries.reversed() {
      guard entry.effective == day, TextChecks.isSameName(entry.actor, actor),
        case .item(_, let event) = entry.event
      else { return nil }
      if case .progressNoted(let noted, _) = event {
        return TextFolding.compact(noted) == words ? entry.sequence : nil
      }
      guard event.comesWithNote else { return nil }
    }
    return nil
  }
}

extension ItemEvent {
  /// Whether one form records it after a note.
  fileprivate var comesWithNote: Bool {
    switch self {
    case .evidenceAttached, .closureSubmitted: true
    case .imported, .dropped, .revised, .confirmed, .started, .progressNoted, .evidenceVoided,
      .closed, .closureReturned, .reopened, .sustained, .withdrawn, .extensionRequested,
      .extensionGranted, .extensionRefused, .undone:
      false
    }
  }
}
