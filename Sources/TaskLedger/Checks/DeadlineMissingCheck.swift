extension Check {
  /// Finds items without a deadline (未载明时限).
  public static let deadlineMissing = Check(.deadlineMissing) { item, context in
    guard item.deadline.meaning == .blank else { return nil }
    return .deadlineMissing(
      item, allowed: item.clause.flatMap { context.list.clause($0)?.deadline })
  }
}
