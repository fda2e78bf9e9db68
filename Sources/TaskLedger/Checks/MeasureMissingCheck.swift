extension Check {
  /// Finds items without a measure (无落实措施).
  public static let measureMissing = Check(.measureMissing) { item, _ in
    item.measures.isEmpty ? .measureMissing(item) : nil
  }
}
