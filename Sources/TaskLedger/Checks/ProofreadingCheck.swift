extension Check {
  /// Reports marks, dates and words in the plan that an official paper should not hold (校对): what
  /// is imported with them is printed with them.
  public static let proofreading = Check(.proofreading) { context in
    // A task's title and basis stand once in papers, and in every item.
    var seen: Set<String> = []
    return context.items.flatMap { item in
      let ofTask = [item.taskTitle, item.basis].filter { seen.insert($0).inserted }
      let places: [(Remedy.Revision?, [String])] = [
        (nil, ofTask), (.content, [item.content]), (.measure, item.measures.map(\.text)),
      ]
      return places.flatMap { place, texts in
        Proofreading.groups(of: texts.flatMap { Proofreading.findings(in: $0) }).map {
          Diagnostic.proofread(item, $0, in: place)
        }
      }
    }
  }
}
