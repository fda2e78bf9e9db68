internal import TaskLedger

/// The days of the numbered steps of an item, （1）… and ①…: it is due when the last of them is.
struct StepDays {
  private var days: [(place: Int, words: String)] = []

  /// Whether a paragraph is a step: numbered as nothing but what belongs to an item is.
  static func isStep(_ paragraph: String) -> Bool {
    switch Numbering.leading(paragraph)?.label.style {
    case .bracketed, .closing, .circled, .letter: true
    default: false
    }
  }

  /// Takes the day of a step over from what was found in it.
  mutating func take(_ day: inout String?, at place: Int) {
    guard let words = day else { return }
    day = nil
    if !days.contains(where: { $0.words == words }) { days.append((place, words)) }
  }

  /// All days in order, of which the last counts, or that one alone where they mean nothing together;
  /// nil when there is none.
  func words(year: Int?) -> String? {
    let ordered = days.sorted { $0.place < $1.place }.map(\.words)
    guard let last = ordered.last, ordered.count > 1 else { return ordered.last }
    let all = ordered.joined(separator: PlanPhrases.listSeparator)
    let read = DeadlineLanguage.read(TextFolding.unspaced(all), year: year ?? 2000)
    if case .dates = read.meaning { return all }
    return last
  }
}
