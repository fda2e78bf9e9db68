extension Check {
  /// Reports responsible persons taken over from a merged cell (责任人沿用).
  public static let personInherited = Check(flag: .personInherited) { item, _ in
    .personInherited(item)
  }
}
