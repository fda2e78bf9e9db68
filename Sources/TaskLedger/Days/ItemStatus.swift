/// Where an item stands on a day, as papers and lists count it (状态).
///
/// Source: product description, Days and counts. Every item that the plan still has is in exactly
/// one of these, so the counts of a heading add up to its total. 逾期, 漏期 and 报送日未办妥 are
/// overlays and no states.
public enum ItemStatus: String, Sendable, Hashable, CaseIterable {
  /// 待启动.
  case pending
  /// 推进中.
  case inProgress
  /// 待审核.
  case submitted
  /// 已销号: closed, and the closure is sound; also what was closed and goes on.
  case closed
  /// 失效: closed, but what was reviewed has changed since.
  case stale
  /// 长期坚持: sustained.
  case ongoing
  /// 已撤销: withdrawn on a superior document.
  case withdrawn

  /// The status of a phase, told apart by whether the closure is stale.
  public init(_ phase: Phase, isStale: Bool) {
    self =
      switch phase {
      case .pending: .pending
      case .inProgress: .inProgress
      case .submitted: .submitted
      case .closed: isStale ? .stale : .closed
      case .ongoing: .ongoing
      case .withdrawn: .withdrawn
      }
  }
}

/// How many items are in each status (各状态条数).
///
/// Invariant: the counts add up to `total`.
public struct StatusCounts: Sendable, Hashable {
  private var counts: [ItemStatus: Int] = [:]

  /// Counts items.
  public init(_ items: some Sequence<ItemOnDay>) {
    for item in items { counts[item.status, default: 0] += 1 }
  }

  /// Counts nothing yet.
  public init() {}

  /// Takes counts as they were declared elsewhere.
  public init(declared counts: [ItemStatus: Int]) { self.counts = counts }

  /// Adds what was counted of other items.
  public mutating func add(_ other: StatusCounts) {
    counts.merge(other.counts, uniquingKeysWith: +)
  }

  /// How many items are in a status.
  public subscript(status: ItemStatus) -> Int { counts[status] ?? 0 }

  /// How many items were counted.
  public var total: Int { counts.values.reduce(0, +) }
}
