/// Flags what linking shows: rows under another task, numbers printed twice.
enum LinkFlags {
  /// Flags linked items that stand under a task other than their clause's (row-misplaced).
  static func markMisplacedRows(
    _ items: inout [Item], drafts: [ItemDraft], scores: LinkScores
  ) {
    let clauseIndex = Dictionary(
      scores.clauses.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let numbersCount = numbersAreTheLists(items, drafts)
    for index in items.indices {
      guard let id = items[index].clause, let clause = clauseIndex[id] else { continue }
      let own = scores.task(index, clause)
      let best = scores.clauses.indices.lazy.map { scores.task(index, $0) }.max() ?? 0
      if drafts[index].taskTitle?.isEmpty ?? true {
        if numbersCount, let number = drafts[index].taskNumber, number != id.task {
          items[index].flags.insert(.rowMisplaced)
        }
      } else if best >= 0.9, own < 0.6 {
        items[index].flags.insert(.rowMisplaced)
      }
    }
  }

  /// Gives misplaced rows the basis printed beside their own task.
  static func moveBases(_ items: inout [Item]) {
    var bases: [Int: String] = [:]
    for item in items where item.clause != nil && !item.flags.contains(.rowMisplaced) {
      if bases[item.task] == nil, !item.basis.isEmpty { bases[item.task] = item.basis }
    }
    for index in items.indices where items[index].flags.contains(.rowMisplaced) {
      items[index].basis = bases[items[index].task] ?? ""
    }
  }

  /// Whether the plan numbers its tasks as the list does, so that a number can be wrong.
  private static func numbersAreTheLists(_ items: [Item], _ drafts: [ItemDraft]) -> Bool {
    var (same, all) = (0, 0)
    for (item, draft) in zip(items, drafts) {
      guard let id = item.clause, let number = draft.taskNumber else { continue }
      all += 1
      if number == id.task { same += 1 }
    }
    return all > 0 && same * 10 >= all * 7
  }

  /// Flags items whose printed number stands at another item too (ordinal-duplicate); numbers that
  /// begin again in every task, table or section only count within it.
  static func markDuplicateOrdinals(_ items: inout [Item], drafts: [ItemDraft]) {
    let perTask = restartsByTask(drafts)
    let perGroup = restarts(in: drafts) { $0.group != $1.group }
    var places: [String: [Int]] = [:]
    for (index, draft) in drafts.enumerated() {
      guard let ordinal = draft.ordinal, !ordinal.isEmpty else { continue }
      let task = perTask ? draft.taskTitle ?? draft.taskNumber.map(String.init) ?? "" : ""
      let group = perGroup ? String(draft.group) : ""
      places["\(group)/\(task)/\(ordinal)", default: []].append(index)
    }
    for indices in places.values where indices.count > 1 {
      for index in indices { items[index].flags.insert(.ordinalDuplicate) }
    }
  }

  /// Whether numbering begins at 1 in most tasks.
  private static func restartsByTask(_ drafts: [ItemDraft]) -> Bool {
    restarts(in: drafts) { $0.taskTitle != $1.taskTitle || $0.taskNumber != $1.taskNumber }
  }

  /// Whether numbering begins at 1 in most of the runs into which drafts fall.
  private static func restarts(
    in drafts: [ItemDraft], _ isNew: (ItemDraft, ItemDraft) -> Bool
  ) -> Bool {
    var (runs, ones) = (0, 0)
    var last: ItemDraft?
    for draft in drafts {
      if last.map({ isNew($0, draft) }) ?? true {
        runs += 1
        if draft.ordinal == "1" { ones += 1 }
      }
      last = draft
    }
    return runs > 1 && ones * 2 > runs
  }
}
