extension Check {
  /// Finds deadlines that are words without a date (时限笼统), and those bound to an event whose day
  /// nobody has written; not where the list itself binds the clause to an event.
  public static let deadlineVague = Check(.deadlineVague) { item, context in
    let allowed = item.clause.flatMap { context.list.clause($0)?.deadline }
    switch item.deadline.meaning {
    case .vague: return .deadlineVague(item, allowed: allowed)
    case .event:
      if case .event? = allowed?.meaning { return nil }
      return .deadlineOfEvent(item, allowed: allowed)
    case .blank, .unreadable, .immediate, .date, .range, .dates, .recurring, .ongoing: return nil
    }
  }
}
