extension Check {
  /// Finds items due later than the province allows (晚于省定时限).
  public static let deadlineLater = Check(.deadlineLater) { item, context in
    guard let id = item.clause, let clause = context.list.clause(id),
      let due = item.deadline.due, let allowed = clause.deadline.due, due > allowed
    else { return nil }
    return .deadlineLater(item, allowed: clause.deadline, days: allowed.days(to: due))
  }
}
