extension Check {
  /// Reports measures that several items of one cell share (措施沿用).
  public static let measureInherited = Check(flag: .measureInherited) { item, _ in
    .measureInherited(item)
  }
}
