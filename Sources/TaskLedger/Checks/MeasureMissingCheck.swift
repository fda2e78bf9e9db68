extension Check {
  /// Finds items without a measure (无落实措施) in a plan that gives measures at all.
  public static let measureMissing = Check(.measureMissing) { context in
    guard context.items.contains(where: { !$0.measures.isEmpty }) else { return [] }
    return context.items.filter(\.measures.isEmpty).map { .measureMissing($0) }
  }
}
