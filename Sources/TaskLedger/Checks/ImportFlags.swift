/// Flags that import sets because a check on the linked items finds something to confirm.
public enum ImportFlags {
  /// The checks whose findings become flags, besides conflicts of figures; being late or before the issue date is only found by
  /// `check`.
  public static let checks: [Check] = [
    .deadlineMissing, .deadlineUnreadable, .deadlineVague, .deadlineAmbiguous, .departmentMissing,
    .departmentGeneric,
    .measureMissing,
  ]

  /// Sets the flags that the checks give, and clears those of the same codes that no longer hold.
  ///
  /// - Parameters:
  ///   - items: The linked items.
  ///   - list: The provincial list.
  /// - Returns: The items with their flags.
  public static func apply(to items: [Item], list: TaskList) -> [Item] {
    let context = CheckContext(items: items, list: list, plan: nil)
    var found: [ItemID: Set<FindingCode>] = [:]
    for check in checks {
      for finding in check.run(context) {
        if let id = finding.item { found[id, default: []].insert(check.code) }
      }
    }
    for item in items where FigureConflicts.first(in: item, list: list) != nil {
      found[item.id, default: []].insert(.figureConflict)
    }
    let codes = Set(checks.map(\.code) + [.figureConflict])
    return items.map { item in
      var item = item
      item.flags = item.flags.subtracting(codes).union(found[item.id] ?? [])
      return item
    }
  }
}
