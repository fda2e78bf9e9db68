extension Check {
  /// Finds duties of the provincial text that the plan's item does not take up (要点遗漏).
  ///
  /// The item's content and measures count; a duty that only the plan's body speaks of is found
  /// too, and said to stand there.
  public static let dutyDropped = Check(.dutyDropped) { context in
    context.items.flatMap { item -> [Diagnostic] in
      guard let duties = item.clause.flatMap({ context.list.clause($0)?.duties }), !duties.isEmpty
      else { return [] }
      let words = TextFolding.compact(([item.content] + item.measures.map(\.text)).joined())
      let body = TextFolding.compact(item.narrative)
      return duties.filter { !$0.isTakenUp(in: words) }.map {
        .dutyDropped(item, duty: $0.name, isInBody: $0.isTakenUp(in: body))
      }
    }
  }
}

extension Duty {
  /// Whether a compact text has a word of every group.
  func isTakenUp(in words: String) -> Bool {
    groups.allSatisfy { group in
      group.contains { words.contains(TextFolding.compact($0)) }
    }
  }
}
