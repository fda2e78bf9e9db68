/// The states of all items, found by id and walked in the order of the plan: the province's clauses,
/// then the school's own.
///
/// A state is changed where it lies and never moved, because a fold changes one with every entry.
///
/// Invariant: every id stands once; `order` holds the place of every state in the order of the ids.
public struct ItemStates: Sendable {
  private var states: [ItemState] = []
  private var places: [ItemID: Int] = [:]
  private var order: [Int] = []
  /// Whether the states lie in the order of their ids, as they do when one plan was imported.
  private var isInOrder = true

  /// Creates an empty collection.
  public init() {}

  /// Creates the collection of states that stand in the order of their ids; nil when they do not.
  init?(inOrder states: consuming [ItemState]) {
    places.reserveCapacity(states.count)
    for index in states.indices {
      if index > 0, states[index - 1].id >= states[index].id { return nil }
      places[states[index].id] = index
    }
    order = Array(states.indices)
    self.states = states
  }

  /// How many items there are.
  public var count: Int { states.count }

  /// Whether there is none.
  public var isEmpty: Bool { states.isEmpty }

  /// The ids in order.
  public var ids: [ItemID] { order.map { states[$0].id } }

  /// The states in order.
  public var inOrder: [ItemState] { isInOrder ? states : order.map { states[$0] } }

  /// The state of an item, or nil.
  public subscript(id: ItemID) -> ItemState? { places[id].map { states[$0] } }

  /// Whether there is such an item.
  func contains(_ id: ItemID) -> Bool { places[id] != nil }

  /// Changes the state of an item where it lies; nil when there is none.
  mutating func update<Result>(_ id: ItemID, _ change: (inout ItemState) -> Result) -> Result? {
    guard let place = places[id] else { return nil }
    return change(&states[place])
  }

  /// Takes in the state of an item that is not there yet.
  mutating func insert(_ state: ItemState) {
    let id = state.id
    let place = states.count
    places[id] = place
    if let last = order.last, id < states[last].id {
      isInOrder = false
      order.insert(place, at: order.firstIndex { id < states[$0].id } ?? order.endIndex)
    } else {
      order.append(place)
    }
    states.append(state)
  }
}

extension ItemStates: Hashable {
  /// Whether the same items are in the same states, in whatever order they came.
  public static func == (left: ItemStates, right: ItemStates) -> Bool {
    left.inOrder == right.inOrder
  }

  /// Hashes the states in order.
  public func hash(into hasher: inout Hasher) { hasher.combine(inOrder) }
}
