extension Check {
  /// Reports items whose cells stand in neighbouring columns (串列).
  public static let cellShifted = Check(flag: .cellShifted) { item, _ in .cellShifted(item) }
}
