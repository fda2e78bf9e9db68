extension Check {
  /// Finds items without a deadline of their own: none is written, or only a sentence gives one
  /// (未载明时限).
  public static let deadlineMissing = Check(.deadlineMissing) { item, context in
    let allowed = item.clause.flatMap { context.list.clause($0)?.deadline }
    if item.deadline.meaning == .blank { return .deadlineMissing(item, allowed: allowed) }
    guard item.flags.contains(.readFromSentence) else { return nil }
    return .deadlineOnlyInSentence(item, allowed: allowed)
  }
}
