package import TaskLedger

extension ItemState {
  /// What stands behind the last review where it only renewed a closure: the item keeps its first
  /// closing day. Empty where the day of the review is the closing day, or nothing is closed.
  ///
  /// - Parameter date: How the front end writes a day.
  /// - Returns: The words in brackets.
  package func keptClosingDay(_ date: (CivilDate) -> String) -> String {
    guard isSoundlyClosed, let closure, closure.on != closure.countsFrom else { return "" }
    return "（复核，\(ReportPhrases.closingDay)仍为\(date(closure.countsFrom))）"
  }
}

/// The words of an item that screens, pages and papers have in common.
extension ReportPhrases {
  /// The day on which an item was struck off.
  static let closingDay = "销号日期"
}
