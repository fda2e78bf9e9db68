/// The states of all items, found by id and walked in the order of the plan: the province's clauses,
/// then the school's own.
///
/// Invariant: `order` holds every id of `states` once, sorted.
public struct ItemStates: Sendable, Hashable {
  private var states: [ItemID: ItemState] = [:]
  private var order: [ItemID] = []

  /// Creates an empty collection.
  public init() {}

  /// How many items there are.
  public var count: Int { order.count }

  /// Whether there is none.
  public var isEmpty: Bool { order.isEmpty }

  /// The ids in order.
  public var ids: [ItemID] { order }

  /// The states in order.
  public var inOrder: [ItemState] { order.compactMap { states[$0] } }

  /// The state of an item, or nil.
  public subscript(id: ItemID) -> ItemState? { states[id] }

  /// Changes the state of an item in its place; nil when there is none.
  mutating func update<Result>(_ id: ItemID, _ change: (inout ItemState) -> Result) -> Result? {
    guard let place = states.index(forKey: id) else { return nil }
    return change(&states.values[place])
  }

  /// Looks at every item on another day.
  mutating func look(on day: CivilDate) {
    var place = states.startIndex
    while place != states.endIndex {
      states.values[place].asOf = day
      states.formIndex(after: &place)
    }
  }

  /// Takes in the state of an item that is not there yet.
  mutating func insert(_ state: ItemState) {
    guard states.updateValue(state, forKey: state.id) == nil else { return }
    order.insert(state.id, at: order.lastIndex { $0 < state.id }.map { $0 + 1 } ?? 0)
  }
}
