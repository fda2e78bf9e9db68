/// Links a plan's items to the province's clauses (对应).
public enum Linker {
  /// Links the items of a draft to a list.
  ///
  /// The alignment keeps the order of both sides and weighs the words, the task the row stands
  /// under and the printed number; what is left over is linked out of order when its words are
  /// close. An item without a clause becomes the school's own, `S1` and on. A weak link is made but
  /// flagged, never silent.
  ///
  /// - Parameters:
  ///   - draft: The plan as read.
  ///   - list: The provincial list.
  /// - Returns: The items in document order with their flags; each clause is linked at most once.
  public static func link(_ draft: PlanDraft, to list: TaskList) -> [Item] {
    let scores = LinkScores(items: draft.items, list: list)
    let pairs = LinkAlignment.pairs(scores)
    var own = 0
    var items: [Item] = []
    items.reserveCapacity(draft.items.count)
    for (index, item) in draft.items.enumerated() {
      if let pair = pairs[index] {
        items.append(linked(item, at: index, to: pair, scores: scores, list: list))
      } else {
        own += 1
        items.append(unlinked(item, number: own))
      }
    }
    LinkFlags.markMisplacedRows(&items, drafts: draft.items, scores: scores)
    LinkFlags.moveBases(&items)
    LinkFlags.markDuplicateOrdinals(&items, drafts: draft.items)
    return items
  }

  private static func linked(
    _ draft: ItemDraft, at index: Int, to pair: LinkAlignment.Pair, scores: LinkScores,
    list: TaskList
  ) -> Item {
    let clause = scores.clauses[pair.clause]
    let grounds = scores.grounds(item: index, clause: pair.clause, isInOrder: pair.isInOrder)
    var item = item(draft, id: .clause(clause.id), link: grounds)
    item.clause = clause.id
    item.task = clause.id.task
    item.taskTitle = list.task(clause.id.task)?.title ?? item.taskTitle
    if grounds.confidence == .doubtful { item.flags.insert(.linkDoubtful) }
    return item
  }

  private static func unlinked(_ draft: ItemDraft, number: Int) -> Item {
    var item = item(
      draft, id: .own(number), link: Link(confidence: .doubtful, reasons: []))
    item.flags.insert(.itemUnlinked)
    return item
  }

  private static func item(_ draft: ItemDraft, id: ItemID, link: Link) -> Item {
    Item(
      id: id, clause: nil, task: draft.taskNumber ?? 0, taskTitle: draft.taskTitle ?? "",
      ordinal: draft.ordinal, basis: draft.basis, content: draft.content,
      measures: draft.measures, deadline: draft.deadline, departments: draft.departments,
      responsiblePerson: draft.responsiblePerson, remark: draft.remark,
      narrative: draft.narrative, flags: draft.flags, link: link, location: draft.location)
  }
}
