extension CivilMonth {
  /// Reads a month as people type it: `2020-08`, `2020-8` or `2020年8月`; nil for anything else.
  public init?(written text: String) {
    if let month = CivilMonth(text) {
      self = month
      return
    }
    guard case .date(let point) = DeadlineLanguage.read(text, year: nil).meaning,
      point.precision == .month
    else { return nil }
    self = CivilMonth(of: point.day)
  }
}
