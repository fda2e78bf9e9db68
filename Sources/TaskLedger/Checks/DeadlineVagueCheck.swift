extension Check {
  /// Finds deadlines that are words without a date (时限笼统).
  public static let deadlineVague = Check(.deadlineVague) { item, context in
    guard item.deadline.meaning == .vague else { return nil }
    return .deadlineVague(item, allowed: item.clause.flatMap { context.list.clause($0)?.deadline })
  }
}
