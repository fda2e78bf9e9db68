/// What differs between two versions of a list (任务列表更正).
public enum TaskListChange: Sendable, Hashable {
  /// The title, the document number or the hand-in days differ.
  case head
  /// The older version has no such clause.
  case added(ClauseID)
  /// The newer version has it no more.
  case gone(ClauseID)
  /// The words, the deadline, the figures, or title or basis of the task differ.
  case changed(ClauseID, from: Clause, to: Clause)

  /// The clause concerned; nil for the head.
  public var clause: ClauseID? {
    switch self {
    case .head: nil
    case .added(let id), .gone(let id), .changed(let id, _, _): id
    }
  }
}

extension TaskList {
  /// What a newer version changes, in the order of the clauses; the head first.
  ///
  /// - Parameter newer: The newer version.
  /// - Returns: Every difference; empty when the two say the same.
  public func changes(to newer: TaskList) -> [TaskListChange] {
    var changes: [TaskListChange] = []
    if title != newer.title || documentNumber != newer.documentNumber
      || handIns != newer.handIns || acceptanceFrom != newer.acceptanceFrom
    {
      changes.append(.head)
    }
    for id in Set(clauses.map(\.id)).union(newer.clauses.map(\.id)).sorted() {
      switch (clause(id), newer.clause(id)) {
      case (nil, _?): changes.append(.added(id))
      case (_?, nil): changes.append(.gone(id))
      case (let before?, let after?):
        let (own, other) = (task(id.task), newer.task(id.task))
        let isSame = before == after && own?.title == other?.title && own?.basis == other?.basis
        if !isSame { changes.append(.changed(id, from: before, to: after)) }
      case (nil, nil): break
      }
    }
    return changes
  }
}
