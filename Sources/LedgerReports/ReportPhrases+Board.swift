import TaskLedger

/// The words of the wall chart.
extension ReportPhrases {
  /// What a light says of an item without a due day.
  static func lifeSigns(of light: Light) -> String {
    switch light {
    case .yellow: "本月尚无进展"
    case .red: "上月以来无进展"
    case .green, .blue, .grey: light.meaning
    }
  }
}
