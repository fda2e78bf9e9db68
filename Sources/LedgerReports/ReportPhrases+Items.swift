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

extension ItemState {
  /// How often what goes on must show a sign of life: each month, or in the rhythm of its own words.
  package var rhythm: String {
    recurs ? "按期（\(PrintableText.line(item.deadline.text).trimmedStops)）" : "每月"
  }
}

extension Obstacle {
  /// What holds the verdict back, in the words of every list of what an item still lacks (还缺).
  package var words: String { ReportPhrases.words(of: self) }
}

/// The words of an item that screens, pages and papers have in common.
extension ReportPhrases {
  /// The day on which an item was struck off.
  static let closingDay = "销号日期"

  /// What an item lacks until nothing of it holds the verdict back; nil when nothing does.
  static func missing(_ obstacles: [Obstacle]) -> String? {
    obstacles.isEmpty ? nil : obstacles.map { words(of: $0) }.joined(separator: "；")
  }

  /// What of an item holds the verdict back.
  static func words(of obstacle: Obstacle) -> String {
    switch obstacle {
    case .missing(let part): missing([part]) ?? ""
    case .hedges(let words): "完成情况说明有\(joined(words.map(quoted)))等不确定的说法"
    case .gap(let number): "第\(number)号差距短板尚未解决"
    }
  }
}
