extension Check {
  /// Finds provincial clauses that no item answers (条款缺项).
  public static let clauseMissing = Check(.clauseMissing) { context in
    guard context.plan != nil || !context.items.isEmpty else { return [] }
    let answered = context.withdrawn.union(context.items.compactMap(\.clause))
    return context.list.clauses.filter { !answered.contains($0.id) }.map { .clauseMissing($0) }
  }
}
