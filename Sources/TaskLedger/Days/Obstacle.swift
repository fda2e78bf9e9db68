/// Something about an item that holds the verdict back (影响自评通过): named at submit and at close,
/// in the missing list and among the reasons of the verdict.
///
/// Source: product description, The closing machine (submit) and Papers (the verdict).
public enum Obstacle: Sendable, Hashable {
  /// The item is not settled, and lacks this.
  case missing(MissingPart)
  /// The statement hedges where a fact is demanded; the words, each once.
  case hedges([String])
  /// An open gap of the item, by number.
  case gap(Int)
}

extension ItemState {
  /// The hedge words of the statement that stands, each once, in order; empty for what goes on
  /// without a due day, of which 逐步 is true.
  public func hedges(_ hedges: HedgeWords) -> [String] {
    guard !isStanding, let statement = submission?.summary else { return [] }
    return hedges.words(in: statement)
  }
}

extension Ledger {
  /// The gaps of an item that nobody has resolved, in order of number.
  public func openGaps(of id: ItemID) -> [Ledger.Gap] {
    undecidedGaps.filter { $0.item == id }
  }

  /// What of an item holds the verdict back, in the order in which it is done; empty when nothing
  /// does.
  ///
  /// - Parameters:
  ///   - item: The item on a day.
  ///   - hedges: The words that hedge a statement: the common ones and those of the set.
  /// - Returns: The obstacles.
  public func obstacles(of item: ItemOnDay, _ hedges: HedgeWords) -> [Obstacle] {
    var obstacles: [Obstacle] = []
    if !item.isSettled { obstacles += item.missing.map(Obstacle.missing) }
    let words = item.state.hedges(hedges)
    if item.isLive, !words.isEmpty { obstacles.append(.hedges(words)) }
    // What was withdrawn or dropped leaves its gaps behind: a gap is open until it is resolved.
    obstacles += openGaps(of: item.id).map { .gap($0.number) }
    return obstacles
  }
}

extension LedgerOnDay {
  /// The gaps of an item that nobody has resolved, in order of number.
  public func openGaps(of id: ItemID) -> [Ledger.Gap] { ledger.openGaps(of: id) }

  /// What of an item holds the verdict back (``Ledger/obstacles(of:_:)``).
  public func obstacles(of item: ItemOnDay, _ hedges: HedgeWords) -> [Obstacle] {
    ledger.obstacles(of: item, hedges)
  }
}
