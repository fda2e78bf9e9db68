extension Check {
  /// Reports deadlines taken over from a merged cell or from an item before (时限沿用).
  public static let deadlineInherited = Check(flag: .deadlineInherited) { item, _ in
    .deadlineInherited(item)
  }
}
