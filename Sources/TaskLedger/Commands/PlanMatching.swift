/// An item whose number holds other words in a corrected plan (条目换号), though work was done under
/// them: whose work it is, nobody has said.
public struct MovedWords: Sendable, Hashable {
  /// The item under whose number the work is recorded.
  public var item: ItemID
  /// The words that the number had.
  public var words: String
  /// The number under which the plan has the same words now; nil when it has them nowhere.
  public var now: ItemID?

  /// Creates a change of words.
  public init(item: ItemID, words: String, now: ItemID?) {
    self.item = item
    self.words = words
    self.now = now
  }
}

extension Ledger {
  /// How alike contents are at least to be one and the same, reworded.
  private static let rewordedLikeness = 0.4

  /// The items of a plan, the school's own under the numbers that their words have in the ledger.
  ///
  /// A plan numbers them by place alone, so that a row put in or taken out would move the others'
  /// numbers. What the ledger does not know keeps the number of its place, unless that belongs to
  /// another item or to one that left the plan.
  ///
  /// - Parameter items: The items as linked by their words.
  /// - Returns: The items in the same order.
  public func numberingOwn(_ items: [Item]) -> [Item] {
    var numbers = knownNumbers(in: items)
    var taken = Set(numbers.values)
    taken.formUnion(itemsInOrder.filter { $0.droppedReason != nil }.map(\.id))
    var last = itemsInOrder.compactMap(\.id.ownNumber).max() ?? 0
    for (index, item) in items.enumerated()
    where item.id.ownNumber != nil && numbers[index] == nil {
      if taken.insert(item.id).inserted { continue }
      repeat { last += 1 } while !taken.insert(.own(last)).inserted
      numbers[index] = .own(last)
    }
    return items.enumerated().map { index, item in
      var item = item
      if let number = numbers[index] { item.id = number }
      return item
    }
  }

  /// The numbers of the school's own items whose words the ledger knows, by place in the plan.
  private func knownNumbers(in items: [Item]) -> [Int: ItemID] {
    var known: [String: [ItemID]] = [:]
    let own = itemsInOrder.filter { $0.id.ownNumber != nil }
    // What is in the plan goes before what once left it.
    for state in own.filter({ $0.droppedReason == nil }) + own.filter({ $0.droppedReason != nil }) {
      known[TextFolding.compact(state.item.content), default: []].append(state.id)
    }
    known[""] = nil
    var numbers: [Int: ItemID] = [:]
    for (index, item) in items.enumerated() where item.id.ownNumber != nil {
      let words = TextFolding.compact(item.content)
      guard let first = known[words]?.first else { continue }
      known[words]?.removeFirst()
      numbers[index] = first
    }
    return numbers
  }

  /// The items with work done under words that the plan has under another number, or in whose place
  /// it has something else, in the order of the ledger.
  public func movedWords(in items: [Item]) -> [MovedWords] {
    let incoming = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let places = newPlaces(in: items)
    return itemsInOrder.compactMap { state in
      let words = TextFolding.compact(state.item.content)
      guard state.hasWork, !words.isEmpty else { return nil }
      let moved = MovedWords(item: state.id, words: state.item.content, now: places[words])
      guard let item = incoming[state.id] else {
        return moved.now == nil || state.droppedReason != nil ? nil : moved
      }
      let new = TextFolding.compact(item.content)
      guard new != words, moved.now != nil || !Self.isReworded(words, new) else { return nil }
      return moved
    }
  }

  /// The numbers under which words stand that they did not have, by the words.
  private func newPlaces(in items: [Item]) -> [String: ItemID] {
    var places: [String: ItemID] = [:]
    for item in items {
      let words = TextFolding.compact(item.content)
      let known = self[item.id].map { TextFolding.compact($0.item.content) }
      if words != known, places[words] == nil { places[words] = item.id }
    }
    return places
  }

  private static func isReworded(_ old: String, _ new: String) -> Bool {
    let profiles = (TextSimilarity.Profile(old), TextSimilarity.Profile(new))
    return LinkScores.likeness(profiles.0, profiles.1) >= rewordedLikeness
  }

  /// The items of a plan with the doubt whose work it is that stands under their numbers
  /// (`history-doubtful`); one that is there stays until somebody confirms it.
  func doubtingHistory(in items: [Item]) -> [Item] {
    let doubtful = Set(movedWords(in: items).flatMap { [$0.item, $0.now].compactMap(\.self) })
    return items.map { item in
      var item = item
      if doubtful.contains(item.id) || self[item.id]?.keepsDoubtOfHistory(in: item) == true {
        item.flags.insert(.historyDoubtful)
      }
      return item
    }
  }
}

extension ItemState {
  /// Whether anything was done that is told of the item.
  var hasWork: Bool {
    phase != .pending || !notes.isEmpty || validEvidenceCount > 0 || !extensions.isEmpty
  }

  fileprivate func keepsDoubtOfHistory(in new: Item) -> Bool {
    droppedReason == nil && item.flags.contains(.historyDoubtful) && item.content == new.content
  }
}
