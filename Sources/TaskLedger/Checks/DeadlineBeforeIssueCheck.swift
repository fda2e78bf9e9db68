extension Check {
  /// Finds items that were due before the plan itself was issued (早于印发日).
  public static let deadlineBeforeIssue = Check(.deadlineBeforeIssue) { item, context in
    guard let issued = context.plan?.issueDate, let due = item.deadline.due, due < issued else {
      return nil
    }
    return .deadlineBeforeIssue(item, due: due, issued: issued)
  }
}
