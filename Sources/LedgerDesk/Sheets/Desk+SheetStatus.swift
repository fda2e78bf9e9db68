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
  /// The figures recorded.
  package var figures = 0

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
        switch entry.event {
        case .item(let id, .progressNoted): line.reported.insert(id)
        case .item(let id, .evidenceAttached):
          line.evidence += 1
          line.reported.insert(id)
        case .item(let id, .closureSubmitted):
          line.applied += 1
          line.reported.insert(id)
        case .ledger(.factRecorded): line.figures += 1
        case .item, .ledger: continue
        }
        if entry.event.source != nil {
          line.lastReturn = max(line.lastReturn ?? entry.recordedOn, entry.recordedOn)
        }
      }
      return line
    }
  }
}
