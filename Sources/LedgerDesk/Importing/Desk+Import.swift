import LedgerStore
package import TaskLedger

/// What an import read and recorded.
package struct ImportOutcome: Sendable {
  /// The plan as it was read.
  package var plan: PlanFile
  /// Its items, linked to the list, with earlier decisions kept.
  package var items: [Item]
  /// The list they are linked to.
  package var list: TaskList
  /// What differs from the plan that is in the ledger; nil when there is none.
  package var difference: PlanDifference?
  /// The corrections that are kept though the plan says what they corrected.
  package var kept: [PlanDifference.Change] = []
  /// How many entries were recorded.
  package var recorded = 0
  /// What should be said beside it, in order.
  package var notes: [Diagnostic]

  /// The clauses of the list that no item answers.
  package var missingClauses: [ClauseID] {
    let answered = Set(items.compactMap(\.clause))
    return list.clauses.map(\.id).filter { !answered.contains($0) }
  }
}

extension Desk {
  /// Imports a school's plan (导入), or shows what it would be read as.
  ///
  /// - Parameters:
  ///   - file: The plan.
  ///   - update: Whether changes of a plan that is there already are applied.
  ///   - columns: What a person says of the plan's columns, such as `时限=整改时限`.
  ///   - table: Words of the name of the table to be read, where there are several.
  ///   - clerk: Who imports; 未署名 when nobody signed.
  ///   - moment: When.
  ///   - dryRun: Whether to read and compare without writing; needs no ledger.
  /// - Returns: What was read, how it differs and what was recorded.
  /// - Throws: ``DeskError`` when the plan cannot be read, is the list itself, or a rule refuses.
  package func importPlan(
    _ file: InputFile, update: Bool, columns: [String] = [], table: String? = nil, by clerk: Clerk?,
    at moment: Moment,
    dryRun: Bool
  ) throws(DeskError) -> ImportOutcome {
    let files = schoolData
    let store = try storeForImport(dryRun: dryRun)
    let before = try DeskError.ofStore { () throws(StoreError) in try store?.folded().ledger }
    let list = if let known = before?.list { known } else { try files.list(nil).list }
    let plan = try files.plan(
      file, answering: list, columns: columns, table: table, keptIn: before?.plan)
    let linked = plan.items
    try requirePlan(plan.header, linked, list, named: file.name)
    var outcome = ImportOutcome(plan: plan, items: linked, list: list, notes: plan.diagnostics)
    guard let store, let before else {
      outcome.notes.append(.previewWithoutLedger())
      return outcome
    }
    let numbered = before.numberingOwn(linked)
    outcome.items = before.keepingDecisions(in: numbered)
    outcome.kept = before.corrections(keptIn: numbered)
    if before.plan != nil {
      outcome.difference = PlanDifference(from: before, to: outcome.items)
      outcome.notes += before.movedWords(in: outcome.items).map { moved in
        .historyMoved(moved, to: outcome.items.first { $0.id == moved.item }?.content)
      }
      outcome.notes += Self.postponed(by: outcome.items, in: before)
    }
    if let note = Diagnostic.schoolDiffers(plan: plan.header.school, ledger: before.school) {
      outcome.notes.append(note)
    }
    // A preview of a plan that cannot be recorded without `update` shows the difference all the same.
    if dryRun, !update || before.plan == nil { return outcome }
    let items = outcome.items
    do throws(DeskError) {
      let receipt = try append(
        { _ in [.importPlan(plan.header, items: items, update: update)] },
        by: clerk ?? Clerk(name: Occasion.unsigned), at: moment,
        effective: Self.day(of: plan.header, after: before.plan, on: moment.today),
        dryRun: dryRun, in: store)
      outcome.recorded = dryRun ? 0 : receipt.entries.count
      outcome.notes += Self.stale(before, receipt.entries)
    } catch {
      throw DeskError(outcome.notes + error.diagnostics, kind: error.kind)
    }
    return outcome
  }

  /// The closures that a corrected plan takes the ground from: whoever imports is told, as whoever
  /// corrects one item is.
  private static func stale(_ before: Ledger, _ entries: [EventEnvelope]) -> [Diagnostic] {
    let after = entries.reduce(into: before) { $0.apply($1) }
    let stale = after.liveItems.filter {
      $0.isStale && before[$0.id].map { !$0.isStale } ?? false
    }
    return stale.isEmpty ? [] : [.closuresStale(stale.map(\.id))]
  }

  /// The due days that a corrected plan moves later or takes away: more time, which nobody granted by
  /// itself; papers list it, and whoever imports is told.
  private static func postponed(by items: [Item], in ledger: Ledger) -> [Diagnostic] {
    items.compactMap { item in
      guard let state = ledger[item.id], state.isLive, let due = state.due,
        state.item.deadline != item.deadline
      else { return nil }
      let until = item.deadline.due
      guard until.map({ $0 > due }) ?? true else { return nil }
      return .deadlinePostponed(item.id, from: due, until: until)
    }
  }

  /// Refuses the list itself, which names no department anywhere.
  private func requirePlan(
    _ header: PlanHeader, _ items: [Item], _ list: TaskList, named name: String
  ) throws(DeskError) {
    guard let number = header.documentNumber,
      TextFolding.compact(number) == TextFolding.compact(list.documentNumber),
      // What a clause says of departments in its sentences assigns nobody.
      items.allSatisfy({ $0.departments.all.isEmpty || $0.flags.contains(.readFromSentence) })
    else { return }
    throw DeskError([.planIsList(name, number: number)], kind: .unreadableInput)
  }

  /// The day from which a plan counts: that of its issue, so that looking back to any day since
  /// finds it. A corrected copy of a plan that is already there, with no day of issue that is known
  /// to be later, counts from today: until now the earlier copy did count.
  private static func day(
    of plan: PlanHeader, after known: PlanHeader?, on today: CivilDate
  ) -> CivilDate {
    guard let issued = plan.issueDate else { return today }
    if let known {
      guard let before = known.issueDate, issued > before else { return today }
    }
    return min(issued, today)
  }

  private func storeForImport(dryRun: Bool) throws(DeskError) -> LedgerStore? {
    do throws(DeskError) {
      return try store(for: dryRun ? .reading : .writing)
    } catch {
      if dryRun, error.diagnostics.first?.code == "ledger-missing" { return nil }
      throw error
    }
  }
}
