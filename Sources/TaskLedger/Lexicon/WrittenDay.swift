extension CivilDate {
  /// Reads a day as people type it: `2020-09-30`, `2020-9-30`, `2020.9.30` or `2020年9月30日`; nil for
  /// anything else.
  public init?(written text: String) {
    let text = ScalarText.trimmed(text) { $0.properties.isWhitespace }
    if let day = CivilDate(text) {
      self = day
      return
    }
    guard case .date(let point) = DeadlineLanguage.read(text, year: nil).meaning,
      point.precision == .day
    else { return nil }
    self = point.day
  }
}
