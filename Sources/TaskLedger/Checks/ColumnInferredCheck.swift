extension Check {
  /// Reports columns that were taken by what they hold, once for each (栏目推断).
  public static let columnInferred = Check(.columnInferred) { context in
    let doubtful = context.items.filter { item in
      item.flags.contains(.columnInferred)
        && !(context.confirmed[item.id]?.contains(.columnInferred) ?? false)
    }
    guard let first = doubtful.first, let plan = context.plan else { return [] }
    return plan.columns.filter { $0.ground == .content }.map {
      .columnInferred($0, items: doubtful.count, first: first.id)
    }
  }
}
