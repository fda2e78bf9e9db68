import TaskLedger
import Testing

/// What holds for every history; the seed is the case.
struct LedgerPropertyTests {
  static let walks = (0..<200).map { RandomWalk(seed: $0, length: 150) }

  @Test func `the histories know every kind of event and every corner`() {
    let ledgers = Self.walks.map(\.history.ledger)
    let entries = Self.walks.flatMap(\.history.entries)
    #expect(Set(entries.map(\.event.name)).count == LedgerEvent.Name.allCases.count - 1)
    let states = ledgers.flatMap(\.itemsInOrder)
    #expect(Set(states.map(\.phase)) == Set(Phase.allCases))
    #expect(states.contains { $0.isStale })
    #expect(states.contains { $0.isSoundlyClosed })
    #expect(states.contains { $0.rounds.count > 1 })
    #expect(states.contains { !$0.isLive && $0.droppedReason != nil })
    #expect(states.contains { $0.grantedDue != nil })
    #expect(ledgers.contains { $0.sealedMonths.count > 1 })
    #expect(entries.contains { $0.isBackDated })
    #expect(ledgers.contains { !$0.undone.isEmpty })
  }

  @Test(arguments: 0..<200)
  func `every accepted command applies, and no closure is unfounded`(_ seed: Int) {
    let walk = Self.walks[seed]
    #expect(walk.faults == [], "seed \(seed)")
    #expect(walk.accepted > 10, "seed \(seed)")
  }

  @Test(arguments: 0..<200)
  func `folding a and b is folding b onto the fold of a`(_ seed: Int) {
    let entries = Self.walks[seed].history.entries
    let whole = Ledger.folding(entries)
    for cut in stride(from: 0, through: entries.count, by: 7) {
      let halves = entries[cut...].reduce(into: Ledger.folding(entries[..<cut])) {
        $0.apply($1)
      }
      #expect(halves == whole, "seed \(seed), cut \(cut)")
    }
  }

  @Test(arguments: 0..<200)
  func `every entry survives being stored`(_ seed: Int) throws {
    for entry in Self.walks[seed].history.entries {
      let stored = try entry.event.encodedPayload()
      let decoded = try LedgerEvent(name: entry.event.name, payload: stored)
      #expect(decoded == entry.event, "seed \(seed), entry \(entry.sequence)")
    }
  }

  @Test(arguments: 0..<200)
  func `as of any day every closure is founded, and later days know more`(_ seed: Int) throws {
    let entries = Self.walks[seed].history.entries
    let days = Set(entries.map(\.effective)).sorted()
    var known: Set<Int> = []
    for day in days {
      let ledger = Ledger.folding(entries, asOf: day)
      #expect(
        Invariants.violations(of: ledger, mayMissImports: true) == [], "seed \(seed), \(day)")
      let counted = Set(entries.filter { $0.effective <= day }.map(\.sequence))
      #expect(counted.isSuperset(of: known), "seed \(seed), \(day)")
      #expect((ledger.latestEffective ?? day) <= day)
      known = counted
    }
    let last = try #require(days.last)
    let whole = entries.reduce(into: Ledger(asOf: last)) { $0.apply($1) }
    #expect(Ledger.folding(entries, asOf: last) == whole)
  }

  @Test(arguments: 0..<200)
  func `as of a day on or after the import only work before the import is unplaced`(_ seed: Int) {
    let entries = Self.walks[seed].history.entries
    for day in Set(entries.map(\.effective)) where day >= SampleSchool.importDay {
      #expect(Ledger.folding(entries, asOf: day).unplaced == [], "seed \(seed), \(day)")
    }
  }

  @Test(arguments: 0..<200)
  func `events of different items commute`(_ seed: Int) {
    var random = Randomness(seed: seed)
    var entries = Self.walks[seed].history.entries
    let whole = Ledger.folding(entries)
    for _ in 0..<200 {
      let index = random.int(in: 8...max(8, entries.count - 2))
      guard index + 1 < entries.count, let left = entries[index].event.item,
        let right = entries[index + 1].event.item, left != right,
        entries[index].event.name != .gapRaised
      else { continue }
      entries.swapAt(index, index + 1)
    }
    let shuffled = Ledger.folding(entries)
    #expect(shuffled.items == whole.items, "seed \(seed)")
    #expect(shuffled.order == whole.order, "seed \(seed)")
  }

  @Test(arguments: 0..<200)
  func `importing twice is importing once`(_ seed: Int) throws {
    var history = Self.walks[seed].history
    let day = try #require(history.ledger.latestEffective)
    var items = SampleSchool.items
    items[seed % items.count].content = "最后一稿"
    let command = LedgerCommand.importPlan(
      SampleSchool.header("z"), items: items, update: true)
    let first = try history.run(command, by: SampleSchool.office, on: day)
    let once = history.ledger
    let second = try history.run(command, by: SampleSchool.office, on: day)
    #expect(!first.isEmpty)
    #expect(second == [], "seed \(seed)")
    #expect(history.ledger == once)
    #expect(Set(once.liveItems.map(\.id)).isSubset(of: SampleSchool.items.map(\.id)))
  }

  @Test(arguments: 0..<200)
  func `a closure is stale exactly while what is there differs from what was reviewed`(
    _ seed: Int
  ) {
    var ledger = Ledger()
    var reviewed: [Int: ReviewBasis] = [:]
    for entry in Self.walks[seed].history.entries {
      ledger.apply(entry)
      for state in ledger.itemsInOrder {
        guard let closure = state.closure else { continue }
        if closure.sequence == entry.sequence { reviewed[closure.sequence] = state.reviewBasis }
        #expect(
          state.isStale == (reviewed[closure.sequence] != state.reviewBasis),
          "seed \(seed), entry \(entry.sequence), \(state.id)")
      }
    }
  }

  @Test(arguments: 0..<200)
  func `undo returns to the state before`(_ seed: Int) throws {
    let walk = Self.walks[seed]
    var ledger = Ledger()
    for entry in walk.history.entries {
      let before = entry.event.item.flatMap { ledger[$0] }
      ledger.apply(entry)
      let occasion = Occasion(
        actor: entry.actor, today: entry.recordedOn, effective: entry.effective)
      let events: [LedgerEvent]
      do throws(LedgerRejection) {
        events = try decide(.undo(entry, reason: "有误"), in: ledger, on: occasion)
      } catch {
        #expect(
          error == LedgerRejection(.item(.undoImpossible(sequence: entry.sequence)))
            || entry.event.item == nil, "seed \(seed), entry \(entry.sequence)")
        continue
      }
      var undone = ledger
      for event in events {
        undone.apply(
          EventEnvelope(
            sequence: entry.sequence + 1, recordedAt: entry.recordedAt,
            effective: entry.effective, actor: entry.actor, event: event))
      }
      let id = try #require(entry.event.item)
      #expect(
        undone[id].map(UndoCommandTests.Visible.init) == before.map(UndoCommandTests.Visible.init),
        "seed \(seed), entry \(entry.sequence)")
    }
  }

  @Test(arguments: 0..<200)
  func `folding is total for any order of entries`(_ seed: Int) {
    var random = Randomness(seed: seed)
    var entries = Self.walks[seed].history.entries
    for index in entries.indices.reversed() {
      entries.swapAt(index, random.int(in: 0...index))
    }
    let ledger = Ledger.folding(entries)
    #expect(ledger.headSequence == entries.count, "seed \(seed)")
    #expect(ledger.order == Set(ledger.itemsInOrder.map(\.id)).sorted(), "seed \(seed)")
    #expect(Set(ledger.unplaced).count == ledger.unplaced.count, "seed \(seed)")
  }

  @Test(arguments: 0..<200)
  func `a sealed paper never changes, and no late entry is lost`(_ seed: Int) {
    let history = Self.walks[seed].history
    let entries = history.entries
    for month in history.ledger.sealedMonths {
      guard let meeting = history.ledger.meetings[month], let seal = meeting.seal,
        let sequence = meeting.sealSequence
      else { continue }
      let atSealing = Ledger.folding(entries.prefix(sequence - 1), underSeal: seal)
      #expect(Ledger.folding(entries, underSeal: seal) == atSealing, "seed \(seed), \(month)")
    }
    guard let first = history.ledger.sealedMonths.first,
      let last = history.ledger.lastSealedMonth?.next
    else { return }
    var seen: [Int: Int] = [:]
    var month: CivilMonth? = first
    while let current = month, current <= last {
      for entry in history.ledger.supplements(in: current, among: entries) {
        seen[entry.sequence, default: 0] += 1
      }
      month = current.next
    }
    let late = history.ledger.sealedMonths.flatMap {
      history.ledger.lateEntries(for: $0, among: entries).map(\.sequence)
    }
    for sequence in late { #expect((seen[sequence] ?? 0) >= 1, "seed \(seed), \(sequence)") }
  }
}
