extension Check {
  /// Reports figures that differ between the plan's body, its table and the province's text
  /// (数值不一致).
  public static let figureConflict = Check(.figureConflict) { _ in [] }
}
