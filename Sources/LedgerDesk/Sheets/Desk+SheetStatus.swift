import LedgerReports
package import TaskLedger

/// Whether a department has returned its sheet, and what it has reported by any way.
package struct SheetStatusLine: Sendable, Hashable {
  /// The department.
  package var department: String
  /// The items it answers for.
  package var items: [ItemID]
  /// Those of them that somebody of the department reported on.
  package var reported: Set<ItemID>
  /// The last day on which something was read from its sheet; nil when nothing was.
  package var lastReturn: CivilDate?
  /// The files attached.
  package var evidence: Int
  /// The applications.
  package var applied: Int

  /// Whether its sheet came back.
  package var isReturned: Bool { lastReturn != nil }
}

extension Desk {
  /// Who has returned a sheet and who has not (交表情况), from the entries that were read from one.
  ///
  /// - Parameters:
  ///   - day: The day to look at.
  ///   - since: The first day that counts; the first of the month without one.
  /// - Returns: One line a department, in the order of the plan.
  /// - Throws: ``DeskError`` when there is no ledger or it cannot be read.
  package func sheetStatus(
    asOf day: CivilDate, since: CivilDate?
  ) throws(DeskError) -> [SheetStatusLine] {
    let snapshot = try snapshot(asOf: day, keepsEntries: true)
    let input = try sheetInput(
      returnBy: day, recipient: nil, at: Moment(startOf: day))
    let directory = input.report.departments
    let first = since ?? CivilDate(year: day.year, month: day.month, day: 1) ?? day
    let entries = snapshot.entries.filter { $0.recordedOn >= first || $0.effective >= first }
    return input.departments.map { department in
      let isOwn = { (entry: EventEnvelope) in
        directory.isSame(entry.actor, department)
          || snapshot.ledger.member(named: entry.actor)?.departments
            .contains { directory.isSame($0, department) } == true
      }
      var line = SheetStatusLine(
        department: department, items: input.lines(of: department).map(\.id), reported: [],
        lastReturn: nil, evidence: 0, applied: 0)
      for entry in entries where isOwn(entry) {
        guard case .item(let id, let event) = entry.event else { continue }
        switch event {
        case .progressNoted: break
        case .evidenceAttached: line.evidence += 1
        case .closureSubmitted: line.applied += 1
        default: continue
        }
        line.reported.insert(id)
        if entry.event.source != nil {
          line.lastReturn = max(line.lastReturn ?? entry.recordedOn, entry.recordedOn)
        }
      }
      return line
    }
  }
}
