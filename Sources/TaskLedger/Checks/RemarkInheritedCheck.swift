extension Check {
  /// Reports remarks taken over from a merged cell (备注沿用).
  public static let remarkInherited = Check(flag: .remarkInherited) { item, _ in
    .remarkInherited(item)
  }
}
