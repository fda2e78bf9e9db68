package import LedgerDesk
package import TaskLedger

/// Items as people name them on the command line: `3.1`, `3.1 3.2`, `3.*`, `7.1-7.3`.
package struct ItemSelection: Sendable, Hashable {
  /// One name.
  package enum Name: Sendable, Hashable {
    /// One item.
    case one(ItemID)
    /// All items of a task.
    case task(Int)
    /// A range of clauses, both ends included.
    case range(ClauseID, ClauseID)

    /// The name as it is written.
    var words: String {
      switch self {
      case .one(let id): id.description
      case .task(let task): "\(task).*"
      case .range(let first, let last): "\(first)-\(last)"
      }
    }
  }

  /// The names in the order given.
  package var names: [Name]

  /// Reads names; a word that is none is a usage error.
  package init(_ words: [String]) throws(DeskError) {
    var names: [Name] = []
    var faults: [Diagnostic] = []
    for word in words.flatMap({ $0.split(whereSeparator: { ",，、".contains($0) }) }) {
      if let name = Self.name(TypedNumber.folded(String(word))) {
        names.append(name)
      } else {
        faults.append(.itemNameUnreadable(String(word)))
      }
    }
    if names.isEmpty, faults.isEmpty { faults.append(.itemNameUnreadable("")) }
    guard faults.isEmpty else { throw DeskError(faults, kind: .usage) }
    self.names = names
  }

  private static func name(_ word: String) -> Name? {
    if let id = ItemID(word) { return .one(id) }
    if word.hasSuffix(".*"), let task = Int(word.dropLast(2)), task >= 1 { return .task(task) }
    let ends = word.split(separator: "-", omittingEmptySubsequences: false)
    if ends.count == 2, let first = ClauseID(String(ends[0])),
      let last = ClauseID(String(ends[1])), first <= last
    {
      return .range(first, last)
    }
    return nil
  }

  /// Refuses names with a star or a range that no item answers: a mistyped name must not look
  /// like work done.
  package func requireAnswered(in ledger: Ledger) throws(DeskError) {
    let empty = names.filter { name in
      if case .one = name { return false }
      return ItemSelection(name).ids(in: ledger).isEmpty
    }
    guard empty.isEmpty else {
      throw DeskError([.itemsNotFound(empty.map(\.words))], kind: .refused)
    }
  }

  /// The same before something is written; single names are left to the decision itself.
  func requireAnswered(in session: Session) throws(DeskError) {
    guard items == nil else { return }
    try requireAnswered(in: session.snapshot().ledger)
  }

  private init(_ name: Name) { names = [name] }

  /// The ids that the names mean in a ledger; a single name is kept even when it is unknown, so
  /// that the refusal can say so.
  package func ids(in ledger: Ledger) -> [ItemID] {
    var ids: [ItemID] = []
    for name in names {
      switch name {
      case .one(let id): ids.append(id)
      case .task(let task): ids += ledger.liveItems.filter { $0.item.task == task }.map(\.id)
      case .range(let first, let last):
        ids += ledger.liveItems.map(\.id).filter { id in
          guard case .clause(let clause) = id else { return false }
          return first <= clause && clause <= last
        }
      }
    }
    var seen: Set<ItemID> = []
    return ids.filter { seen.insert($0).inserted }
  }

  /// The items, when each is named by itself; nil when a star or a range asks for the whole ledger.
  package var items: Set<ItemID>? {
    var single: Set<ItemID> = []
    for name in names {
      guard case .one(let id) = name else { return nil }
      single.insert(id)
    }
    return single
  }
}
