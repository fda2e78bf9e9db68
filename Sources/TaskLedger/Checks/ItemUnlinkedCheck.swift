extension Check {
  /// Reports items that answer no provincial clause (无对应条款).
  public static let itemUnlinked = Check(flag: .itemUnlinked) { item, _ in .itemUnlinked(item) }
}
