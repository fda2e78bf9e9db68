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
    /// The fields that differ, in the order of `Field.allCases`.
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
      let fields = state.item.fields(unlike: item)
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
  /// while the words of the item stay, for a plan in words says nothing against it; any other field
  /// that a person corrected stays while the plan says of it what it said before; and a doubt that
  /// a person confirmed does not come back while what it is about stays. Where the words under a
  /// number are others, the work done under it is doubtful.
  ///
  /// - Parameter items: The items as linked by their words.
  /// - Returns: The items in the same order.
  public func keepingDecisions(in items: [Item]) -> [Item] {
    let kept = items.map { item in
      guard let known = self[item.id], known.droppedReason == nil else { return item }
      var kept = item
      if known.item.link.reasons.contains(.person), known.item.content == item.content {
        kept.clause = known.item.clause
        kept.link = known.item.link
        kept.task = known.item.task
        kept.taskTitle = known.item.taskTitle
        kept.flags.subtract(PlanDifference.Field.clause.doubts)
      }
      for field in known.keptFields(in: item) {
        field.copy(from: known.item, to: &kept)
        kept.flags.subtract(field.doubts)
      }
      kept.flags = kept.flags.filter { known.confirmed[$0] != kept.subject(of: $0) }
      return kept
    }
    return doubtingHistory(in: kept)
  }
}

extension Ledger {
  /// The corrected fields that a plan leaves as they are, because it says of them what it said
  /// before, in the order of its items.
  public func corrections(keptIn items: [Item]) -> [PlanDifference.Change] {
    items.compactMap { item in
      let fields = self[item.id].map { $0.keptFields(in: item) } ?? []
      return fields.isEmpty ? nil : PlanDifference.Change(item: item.id, fields: fields)
    }
  }
}

extension ItemState {
  /// The fields that a person corrected and of which a plan says what it said before; the clause
  /// is kept on other grounds.
  fileprivate func keptFields(in item: Item) -> [PlanDifference.Field] {
    guard let planned, droppedReason == nil else { return [] }
    return planned.fields(unlike: self.item).filter {
      $0 != .clause && $0.isEqual(planned, item)
    }
  }
}

extension Item {
  /// The fields of a plan in which another item differs.
  func fields(unlike other: Item) -> [PlanDifference.Field] {
    PlanDifference.Field.allCases.filter { !$0.isEqual(self, other) }
  }

  /// Whether another item differs in a field of a plan.
  func differs(from other: Item) -> Bool {
    PlanDifference.Field.allCases.contains { !$0.isEqual(self, other) }
  }
}

extension PlanDifference.Field {
  /// The doubts of the import that a correction of the field settles.
  var doubts: Set<FindingCode> {
    switch self {
    case .ordinal: [.ordinalDuplicate]
    case .content: [.cellShifted]
    case .measures: [.measureMissing, .measureInherited]
    case .deadline:
      [
        .deadlineMissing, .deadlineInherited, .deadlineUnreadable, .deadlineVague,
        .deadlineAmbiguous, .yearAssumed,
      ]
    case .departments:
      [.departmentMissing, .departmentGeneric, .departmentInherited, .departmentDoubtful]
    case .clause: [.linkDoubtful, .itemUnlinked, .rowMisplaced]
    case .responsiblePerson: [.personInherited]
    case .remark: [.remarkInherited]
    }
  }

  /// Copies the field from one item to another.
  func copy(from source: Item, to target: inout Item) {
    switch self {
    case .ordinal: target.ordinal = source.ordinal
    case .content: target.content = source.content
    case .measures: target.measures = source.measures
    case .deadline: target.deadline = source.deadline
    case .departments: target.departments = source.departments
    case .responsiblePerson: target.responsiblePerson = source.responsiblePerson
    case .remark: target.remark = source.remark
    case .clause: target.clause = source.clause
    }
  }

  func isEqual(_ old: Item, _ new: Item) -> Bool {
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
