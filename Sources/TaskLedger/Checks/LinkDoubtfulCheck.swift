extension Check {
  /// Reports items whose link to a clause is weak (对应存疑).
  public static let linkDoubtful = Check(flag: .linkDoubtful) { item, context in
    .linkDoubtful(item, clause: item.clause.flatMap { context.list.clause($0) })
  }
}
