import TaskLedger

/// The measures of two texts that are compared once.
extension TextSimilarity {
  /// How alike two texts are.
  static func similarity(_ left: String, _ right: String) -> Double {
    Profile(left).similarity(to: Profile(right))
  }

  /// How much of a text stands in another.
  static func containment(of text: String, in whole: String) -> Double {
    Profile(text).containment(in: Profile(whole))
  }
}
