extension Check {
  /// Reports figures that differ between the plan's body, its table and the province's text
  /// (数值不一致).
  ///
  /// The table is held against the body first, its measures against its own content next, and the
  /// table against a bound of the province that it breaks last; one finding a figure. A bound that
  /// is stricter than the province's is no conflict.
  public static let figureConflict = Check(.figureConflict) { context in
    context.items.flatMap { item -> [Diagnostic] in
      let body = FigureLanguage.figures(in: item.narrative)
      let content = FigureLanguage.figures(in: item.content)
      let measures = FigureLanguage.figures(
        in: item.measures.map(\.text).joined(separator: "\n"))
      let table = measures.isEmpty ? content : measures
      var found: [Diagnostic] = []
      var subjects: Set<String> = []
      func report(_ pairs: [(Figure, Figure)], _ first: FigurePlace, _ second: FigurePlace) {
        for (left, right) in pairs where subjects.insert(key(left)).inserted {
          found.append(
            .figureConflict(item, left.words, at: first, right.words, at: second))
        }
      }
      report(FigureLanguage.conflicts(between: body, and: table), .body, .table)
      if body.isEmpty {
        report(FigureLanguage.conflicts(between: content, and: measures), .table, .table)
      }
      let province = item.clause.flatMap { context.list.clause($0)?.figures } ?? []
      report(
        FigureLanguage.conflicts(between: province, and: table)
          .filter { $0.isBroken(by: $1) }, .province, .table)
      return found
    }
  }

  private static func key(_ figure: Figure) -> String {
    FigureLanguage.foldedSubject(figure.subject) + figure.relation.rawValue
  }
}

extension Figure {
  /// Whether another figure for the same subject goes beyond this bound.
  fileprivate func isBroken(by other: Figure) -> Bool {
    switch relation {
    case .atMost: other.value > value
    case .atLeast: other.value < value
    case .about, .between, .exactly: false
    }
  }
}
