/// The states of all items, found by id and walked in the order of the plan: the province's clauses,
/// then the school's own.
///
/// Invariant: ``inOrder`` holds every id once, sorted.
public struct ItemStates: Sendable, Hashable {
  /// The states in order: an item has many parts, so that looking at one costs less than copying.
  public private(set) var inOrder: [ItemState] = []

  /// Creates an empty collection.
  public init() {}

  /// How many items there are.
  public var count: Int { inOrder.count }

  /// Whether there is none.
  public var isEmpty: Bool { inOrder.isEmpty }

  /// The ids in order.
  public var ids: [ItemID] { inOrder.map(\.id) }

  /// The state of an item, or nil.
  public subscript(id: ItemID) -> ItemState? {
    let place = place(of: id)
    return holds(id, at: place) ? inOrder[place] : nil
  }

  /// Changes the state of an item in its place; nil when there is none.
  mutating func update<Result>(_ id: ItemID, _ change: (inout ItemState) -> Result) -> Result? {
    let place = place(of: id)
    return holds(id, at: place) ? change(&inOrder[place]) : nil
  }

  /// Looks at every item on another day.
  mutating func look(on day: CivilDate) {
    for place in inOrder.indices { inOrder[place].asOf = day }
  }

  /// Takes in the state of an item that is not there yet.
  mutating func insert(_ state: ItemState) {
    let place = place(of: state.id)
    if holds(state.id, at: place) {
      inOrder[place] = state
    } else {
      inOrder.insert(state, at: place)
    }
  }

  private func holds(_ id: ItemID, at place: Int) -> Bool {
    place < inOrder.count && inOrder[place].id == id
  }

  /// Where an item stands or would stand.
  private func place(of id: ItemID) -> Int {
    // A plan comes in order.
    guard let last = inOrder.last, id <= last.id else { return inOrder.count }
    var (low, high) = (0, inOrder.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if inOrder[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
