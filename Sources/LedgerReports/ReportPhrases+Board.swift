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
}
