package import TaskLedger

/// Whether a department has returned its sheet, and what it has reported by any way (交表情况).
package struct SheetStatusLine: Sendable, Hashable {
  /// The department.
  package var department: String
  /// The items it answers for.
  package var items: [ItemID]
  /// Those of them that somebody of the department reported on.
  package var reported: Set<ItemID> = []
  /// The last day on which something was read from its sheet; nil when nothing was.
  package var lastReturn: CivilDate?
  /// The files attached.
  package var evidence = 0
  /// The applications.
  package var applied = 0
  /// The figures recorded of those that are asked of it.
  package var figures = 0

  /// Whether its sheet came back.
  package var isReturned: Bool { lastReturn != nil }

  /// One line a department, in the order of the plan, from the entries that were read from a sheet.
  ///
  /// - Parameters:
  ///   - asking: Who is asked for what.
  ///   - first: The first day that counts.
  /// - Returns: The lines.
  package static func all(_ asking: SheetAsking, since first: CivilDate) -> [SheetStatusLine] {
    let ledger = asking.ledger
    let entries = ledger.itemsInOrder.flatMap(\.entries)
      .filter { $0.recordedOn >= first || $0.effective >= first }
    let facts = ledger.facts.mapValues { facts in
      facts.filter { $0.recordedOn >= first || $0.on >= first }
    }
    return asking.departments.map { department in
      let isOwn = { (actor: String) in
        asking.directory.isSame(actor, department)
          || ledger.member(named: actor)?.departments
            .contains { asking.directory.isSame($0, department) } == true
      }
      var line = SheetStatusLine(
        department: department,
        items: ledger.liveItems.filter { asking.leads(department, $0) }.map(\.id))
      for entry in entries where isOwn(entry.actor) {
        guard case .item(let id, let event) = entry.event else { continue }
        switch event {
        case .progressNoted: break
        case .evidenceAttached: line.evidence += 1
        case .closureSubmitted: line.applied += 1
        default: continue
        }
        line.reported.insert(id)
        if entry.event.source != nil { line.returned(on: entry.recordedOn) }
      }
      // A table of the whole school that one of its people recorded is not its sheet.
      let asked = asking.asked(of: department).compactMap { facts[$0.name.recorded] }
      for fact in asked.joined() where isOwn(fact.actor) {
        line.figures += 1
        if fact.source != nil { line.returned(on: fact.recordedOn) }
      }
      return line
    }
  }

  private mutating func returned(on day: CivilDate) { lastReturn = max(lastReturn ?? day, day) }
}
