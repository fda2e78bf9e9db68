extension CivilDate {
  /// Reads a day as people type it: `2020-09-30`, `2020-9-30`, `2020.9.30` or `2020年9月30日`; nil for
  /// anything else.
  public init?(written text: String) {
    let text = ScalarText.trimmed(text) { $0.properties.isWhitespace }
    guard let day = CivilDate(text) ?? CivilDate(of: text, to: .day) else { return nil }
    self = day
  }

  /// The day of words that name a point in time to just this precision.
  fileprivate init?(of text: String, to precision: DeadlinePoint.Precision) {
    guard case .date(let point) = DeadlineLanguage.read(text, year: nil).meaning,
      point.precision == precision
    else { return nil }
    self = point.day
  }
}

extension CivilMonth {
  /// Reads a month as people type it: `2020-08`, `2020-8` or `2020年8月`; nil for anything else.
  public init?(written text: String) {
    guard
      let month = CivilMonth(text)
        ?? CivilDate(of: text, to: .month).map({ CivilMonth(of: $0) })
    else { return nil }
    self = month
  }
}
