/// The states of all items, found by id and walked in the order of the plan: the province's clauses,
/// then the school's own.
///
/// A state is changed where it lies and never moved, because a fold changes one with every entry.
///
/// Invariant: every id stands once; `order` holds the place of every state in the order of the ids;
/// `places` holds the place of every id, or is nil, and then the states lie in the order of the ids.
public struct ItemStates: Sendable {
  private var states: [ItemState] = []
  private var places: [ItemID: Int]? = [:]
  private var order: [Int] = []
  /// How often a state was searched for to be changed while there were no places.
  private var searches = 0
  /// So many searches take no longer than seeing to the places of many items.
  private static let fewSearches = 1024
  /// Whether the states lie in the order of their ids, as they do when one plan was imported.
  private var isInOrder = true

  /// Creates an empty collection.
  public init() {}

  /// Creates the collection of states that stand in the order of their ids; nil when they do not.
  init?(inOrder states: consuming [ItemState]) {
    for index in states.indices.dropFirst()
    where states[index - 1].item.id >= states[index].item.id { return nil }
    // Who only reads asks for few ids, if for any.
    places = nil
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
  public subscript(id: ItemID) -> ItemState? { place(of: id).map { states[$0] } }

  /// Whether there is such an item.
  func contains(_ id: ItemID) -> Bool { place(of: id) != nil }

  private func place(of id: ItemID) -> Int? {
    if let places { return places[id] }
    var (low, high) = (0, states.count)
    while low < high {
      let middle = (low + high) / 2
      if states[middle].item.id < id { low = middle + 1 } else { high = middle }
    }
    return low < states.count && states[low].item.id == id ? low : nil
  }

  /// Sees to the places of all ids, for who changes many states.
  private mutating func index() {
    guard places == nil else { return }
    places = Dictionary(uniqueKeysWithValues: states.indices.map { (states[$0].item.id, $0) })
  }

  /// Changes the state of an item where it lies; nil when there is none.
  mutating func update<Result>(_ id: ItemID, _ change: (inout ItemState) -> Result) -> Result? {
    if places == nil {
      searches += 1
      if searches > Self.fewSearches { index() }
    }
    guard let place = place(of: id) else { return nil }
    return change(&states[place])
  }

  /// Takes in the state of an item that is not there yet.
  mutating func insert(_ state: ItemState) {
    index()
    let id = state.id
    let place = states.count
    places?[id] = place
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
