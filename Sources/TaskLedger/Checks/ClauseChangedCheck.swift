extension Check {
  /// Reports items whose clause was corrected and that nobody has looked at since (条款更正).
  public static let clauseChanged = Check(flag: .clauseChanged) { item, _ in
    .clauseChanged(item)
  }
}
