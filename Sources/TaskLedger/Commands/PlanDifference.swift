/// What a corrected plan changes (方案比对): by item, nothing applied yet.
public struct PlanDifference: Sendable, Hashable {
  /// The items that are new.
  public var added: [ItemID] = []
  /// The items whose words changed, with the fields.
  public var changed: [Change] = []
  /// The items the new plan no longer has.
  public var gone: [ItemID] = []
  /// How many items are the same.
  public var untouched = 0

  /// One changed item.
  public struct Change: Sendable, Hashable {
    /// The item.
    public var item: ItemID
    /// The fields that differ, in the order of ``Field/allCases``.
    public var fields: [Field]

    /// Creates a changed item.
    public init(item: ItemID, fields: [Field]) {
      self.item = item
      self.fields = fields
    }
  }

  /// The fields that are compared.
  public enum Field: String, Sendable, Hashable, CaseIterable {
    /// 序号.
    case ordinal
    /// 改革内容.
    case content
    /// 落实措施.
    case measures
    /// 完成时限.
    case deadline
    /// 实施部门.
    case departments
    /// 责任人.
    case responsiblePerson
    /// 备注.
    case remark
    /// The clause it answers.
    case clause
  }

  /// Whether nothing changes.
  public var isEmpty: Bool { added.isEmpty && changed.isEmpty && gone.isEmpty }

  /// Compares the items of a ledger with those of a plan.
  public init(from ledger: Ledger, to items: [Item]) {
    let incoming = Set(items.map(\.id))
    for item in items {
      guard let state = ledger[item.id], state.droppedReason == nil else {
        added.append(item.id)
        continue
      }
      let fields = Field.allCases.filter { !$0.isEqual(state.item, item) }
      if fields.isEmpty {
        untouched += 1
      } else {
        changed.append(Change(item: item.id, fields: fields))
      }
    }
    gone = ledger.itemsInOrder
      .filter { $0.droppedReason == nil && !incoming.contains($0.id) }.map(\.id)
  }
}

extension Ledger {
  /// The items of a plan with what people decided about them: a clause that a person set stays
  /// while the words of the item stay, for a plan in words says nothing against it; and a doubt
  /// that a person confirmed does not come back while what it is about stays.
  ///
  /// - Parameter items: The items as linked by their words.
  /// - Returns: The items in the same order.
  public func keepingDecisions(in items: [Item]) -> [Item] {
    items.map { item in
      guard let known = self[item.id], known.droppedReason == nil else { return item }
      var kept = item
      if known.item.link.reasons.contains(.person), known.item.content == item.content {
        kept.clause = known.item.clause
        kept.link = known.item.link
        kept.task = known.item.task
        kept.taskTitle = known.item.taskTitle
        kept.flags.subtract([.linkDoubtful, .itemUnlinked, .rowMisplaced])
      }
      kept.flags = kept.flags.filter { known.confirmed[$0] != kept.subject(of: $0) }
      return kept
    }
  }
}

extension PlanDifference.Field {
  fileprivate func isEqual(_ old: Item, _ new: Item) -> Bool {
    switch self {
    case .ordinal: old.ordinal == new.ordinal
    case .content: old.content == new.content
    case .measures: old.measures == new.measures
    case .deadline: old.deadline == new.deadline
    case .departments: old.departments == new.departments
    case .responsiblePerson: old.responsiblePerson == new.responsiblePerson
    case .remark: old.remark == new.remark
    case .clause: old.clause == new.clause
    }
  }
}
