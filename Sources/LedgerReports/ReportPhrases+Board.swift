import TaskLedger

/// The words of the wall chart.
extension ReportPhrases {
  /// What a light says of an item that goes on by its signs of life.
  ///
  /// - Parameters:
  ///   - light: The light.
  ///   - recurs: Whether the item has days of its own; otherwise each month counts.
  /// - Returns: The words.
  static func lifeSigns(of light: Light, recurs: Bool) -> String {
    switch light {
    case .yellow: recurs ? "下一次临近尚无进展" : "本月尚无进展"
    case .red: recurs ? "漏期" : "上月以来无进展"
    case .green, .blue, .grey: light.meaning
    }
  }

  /// What a light says of many items: each reason with how many show it, so that no figure is read
  /// as that of one reason.
  ///
  /// - Parameter reasons: The reasons with their counts, the most usual first.
  /// - Returns: The words, to be followed by the sum.
  static func legend(_ reasons: [(words: String, count: Int)]) -> String {
    guard reasons.count > 1 else { return reasons.first?.words ?? "" }
    return joined(reasons.map { "\($0.words)\($0.count)项" }) + "，共"
  }
}
