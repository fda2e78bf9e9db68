extension Check {
  /// Reports deadlines whose year is the document's own (年份推定).
  public static let yearAssumed = Check(flag: .yearAssumed) { item, _ in .yearAssumed(item) }
}
