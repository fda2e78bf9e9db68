extension Check {
  /// Reports departments taken over from a merged cell or from an item before (部门沿用).
  public static let departmentInherited = Check(flag: .departmentInherited) { item, _ in
    .departmentInherited(item)
  }
}
