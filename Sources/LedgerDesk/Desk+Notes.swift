import LedgerStore
package import TaskLedger

/// What is said of recorded entries.
package struct EntryNotes: Sendable, Hashable {
  /// The notes, in the order of the entries.
  package var diagnostics: [Diagnostic] = []
  /// The figures that differ from what was recorded before.
  package var conflicts: [FactQuestions.Conflict] = []
}

extension Desk {
  /// What is said of entries to whoever made them: what holds the verdict back, days that a later
  /// deadline passes, and what an official paper should not hold of the words. Every front end asks
  /// here after an act that records what somebody typed.
  ///
  /// - Parameters:
  ///   - entries: The entries, in order.
  ///   - ledger: The ledger with them.
  ///   - today: The day of the act.
  /// - Returns: The notes, in the order of the entries, each once.
  /// - Throws: ``DeskError`` when the school's own words cannot be read.
  package func notes(
    on entries: [EventEnvelope], in ledger: Ledger, today: CivilDate
  ) throws(DeskError) -> [Diagnostic] {
    let hedges = try schoolData.profile().hedges
    let directory = try schoolData.departments()
    var said: Set<Diagnostic> = []
    return entries.flatMap { entry in
      Diagnostic.warnings(of: entry, in: ledger, on: today, hedges: hedges)
        + unknownOwners(of: entry, in: ledger, directory)
    }.filter { said.insert($0).inserted }
  }

  /// Owners of a gap or a decision, departments of people and unions, whom neither plan nor ledger
  /// knows: most often a slip, which a paper would print and under which a page shows nothing; and a
  /// letter that went out twice.
  private func unknownOwners(
    of entry: EventEnvelope, in ledger: Ledger, _ directory: DepartmentDirectory
  ) -> [Diagnostic] {
    let named = ledger.itemsInOrder.flatMap(\.item.departments.all) + FactSheet(ledger).units
    func unknown(_ written: String, _ known: [String]) -> [(String, nearest: [String])] {
      DepartmentNames.read(written, knowing: directory).all.filter { name in
        directory.canonical(name) == nil
          && !DepartmentNames.isGeneric(name)
          && !PlanPhrases.generalBeginnings.contains { name.hasPrefix($0) }
          && !known.contains { directory.isSame($0, name) }
      }.map { ($0, EditDistance.nearest(to: $0, among: known)) }
    }
    let owner: String
    switch entry.event {
    case .ledger(.gapRaised(let payload)): owner = payload.owner
    case .ledger(.meetingDecided(let payload)): owner = payload.owner
    case .ledger(.memberAdded(let payload)):
      // Who sees every item is not missed by any.
      let known = named + ledger.reviewers + directory.entries.map(\.name)
      let missed = payload.role == .owner ? unknown(payload.department, known) : []
      return
        missed.map { .memberDepartmentUnknown($0.0, of: payload.name, nearest: $0.nearest) }
        + heldBesides(payload, in: ledger)
    case .ledger(.memberRetired(let name)):
      return ledger.reviewers.filter { TextFolding.compact($0) == TextFolding.compact(name) }
        .map { .memberStillReviewer($0) }
        + (ledger.member(named: name)?.roles.contains(.administrator) == true
          && ledger.activeAdministrators.isEmpty ? [.administratorGone(name)] : [])
    case .ledger(.meetingAttended(let payload)):
      return unknownAttendees(payload.names, in: ledger, named, directory)
    case .ledger(.indicatorExempted(let payload)):
      guard let unit = payload.unit, payload.reason != nil else { return [] }
      return unknown(unit, named + directory.entries.map(\.name))
        .map { .exemptUnitUnknown($0.0, nearest: $0.nearest) }
    case .ledger(.reminderSent(let payload)):
      let others = ledger.reminders.filter {
        $0.sent.number != payload.number && $0.on == entry.effective && $0.answer == nil
          && directory.isSame($0.sent.department, payload.department)
      }
      return others.isEmpty ? [] : [.reminderRepeated(payload, others.map(\.sent.number))]
    case .item, .ledger: return []
    }
    let known =
      named + ledger.reviewers + ledger.members.map(\.key)
      + ledger.members.values.flatMap(\.departments)
    return unknown(owner, known).map { .ownerUnknown($0.0, nearest: $0.nearest) }
  }

  /// What somebody who is registered again holds beside what was just registered, such as the roles
  /// from before she left.
  private func heldBesides(_ payload: MemberAdded, in ledger: Ledger) -> [Diagnostic] {
    guard let member = ledger.member(named: payload.name),
      member.departments.count > 1 || member.roles.count > 1
    else { return [] }
    return [.memberHolds(member)]
  }

  /// Names of a meeting that are neither of people the ledger knows nor of departments: guests may
  /// be meant, and slips are printed in the minutes.
  private func unknownAttendees(
    _ names: [String], in ledger: Ledger, _ departments: [String], _ directory: DepartmentDirectory
  ) -> [Diagnostic] {
    let people =
      ledger.members.values.filter(\.isActive).map(\.name) + ledger.reviewers
      + ledger.itemsInOrder.flatMap { DepartmentNames.read($0.item.responsiblePerson).all }
    return names.filter { name in
      !people.contains { TextFolding.compact($0) == TextFolding.compact(name) }
        && directory.canonical(name) == nil
        && !departments.contains { directory.isSame($0, name) }
    }.map { .attendeeUnknown($0, nearest: EditDistance.nearest(to: $0, among: people)) }
  }

  /// The same of the entries between two numbers that one member made, with the questions that their
  /// figures raise, for a front end that is asked again after the act.
  package func notes(
    onEntries range: ClosedRange<Int>, of actor: String, in ledger: Ledger, today: CivilDate
  ) throws(DeskError) -> EntryNotes {
    let store = try store(for: .reading)
    let all = try DeskError.ofStore { () throws(StoreError) in try store.entries() }
    let entries = all.filter { range.contains($0.sequence) && $0.actor == actor }
    let figures = entries.compactMap { entry -> FactName? in
      guard case .ledger(.factRecorded(let payload)) = entry.event else { return nil }
      return FactName(payload.name)
    }
    var notes = EntryNotes(diagnostics: try notes(on: entries, in: ledger, today: today))
    if !figures.isEmpty {
      let questions = FactQuestions(
        about: Set(figures),
        before: FactSheet(Ledger.folding(all.prefix { $0.sequence < range.lowerBound })),
        after: FactSheet(Ledger.folding(all.prefix { $0.sequence <= range.upperBound })),
        table: try schoolData.indicators())
      notes.diagnostics += questions.diagnostics
      notes.diagnostics += FactSheet(ledger).superseded(among: entries)
      notes.conflicts = questions.conflicts
    }
    return notes
  }
}
