extension Check {
  /// Reports rows that stand under another task (行错位).
  public static let rowMisplaced = Check(flag: .rowMisplaced) { item, _ in .rowMisplaced(item) }
}
