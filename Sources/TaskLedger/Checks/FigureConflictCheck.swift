extension Check {
  /// Reports figures that differ between the plan's body and its table or between two cells, or
  /// that go beyond the province's (数值不一致), until somebody confirms which one holds.
  public static let figureConflict = Check(.figureConflict) { context in
    context.items.filter { $0.flags.contains(.figureConflict) }
      .compactMap { FigureConflicts.first(in: $0, list: context.list) }
  }
}

/// Holds the figures of an item's table cells against the plan's body and the provincial clause.
enum FigureConflicts {
  /// The first conflict of an item, or nil.
  static func first(in item: Item, list: TaskList) -> Diagnostic? {
    let measures = FigureLanguage.figures(in: item.measures.map(\.text).joined(separator: "\n"))
    let content = FigureLanguage.figures(in: item.content)
    if !item.narrative.isEmpty, !(measures.isEmpty && content.isEmpty) {
      let body = FigureLanguage.figures(in: item.narrative)
      for table in [measures, content] {
        if let (mine, theirs) = conflicts(table, body).first {
          return .figureConflict(item, theirs, at: .body, mine, at: .table)
        }
      }
    }
    if let (mine, theirs) = conflicts(measures, content).first {
      return .figureConflict(item, theirs, at: .content, mine, at: .measures)
    }
    guard let clause = item.clause.flatMap({ list.clause($0) }) else { return nil }
    for table in [measures, content] {
      if let (mine, theirs) = conflicts(table, clause.figures).first(where: { isBeyond($0, $1) }) {
        return .figureConflict(item, mine, at: .table, theirs, at: .province)
      }
    }
    return nil
  }

  /// The conflicts of two lists; equal or empty ones have none.
  private static func conflicts(_ left: [Figure], _ right: [Figure]) -> [(Figure, Figure)] {
    guard !left.isEmpty, !right.isEmpty, left != right else { return [] }
    return FigureLanguage.conflicts(between: left, and: right)
  }

  /// Whether a figure allows what the province does not.
  private static func isBeyond(_ mine: Figure, _ theirs: Figure) -> Bool {
    switch theirs.relation {
    case .atMost: mine.value > theirs.value
    case .atLeast: mine.value < theirs.value
    case .exactly: mine.value != theirs.value
    case .between:
      mine.value < theirs.value || (mine.upper ?? mine.value) > (theirs.upper ?? theirs.value)
    case .about: false
    }
  }
}
