/// The rules for opening a ledger and importing a plan.
extension Decision {
  mutating func decideOpening(school: String, reviewers: [String], list: TaskList)
    throws(LedgerRejection) -> [LedgerEvent]
  {
    requireText(school, .school)
    require(!reviewers.allSatisfy(TextChecks.isBlank), .entry(.textMissing(.reviewers)))
    requireRoom(reviewers)
    require(ledger.headSequence == 0, .plan(.ledgerAlreadyOpened(school: ledger.school)))
    return try events([
      .ledger(.opened(LedgerOpened(school: school, reviewers: named(reviewers)))),
      .ledger(.listAdopted(list)),
    ])
  }

  mutating func decideReviewers(_ reviewers: [String], reason: String) throws(LedgerRejection)
    -> [LedgerEvent]
  {
    require(!reviewers.allSatisfy(TextChecks.isBlank), .entry(.textMissing(.reviewers)))
    requireRoom(reviewers)
    requireText(reason, .reason)
    requireReviewer()
    for name in reviewers {
      guard let member = ledger.member(named: name), !member.isActive else { continue }
      let active = ledger.members.values.filter(\.isActive).map(\.name).sorted()
      refuse(.member(.unknown(name, nearest: EditDistance.nearest(to: name, among: active))))
    }
    return try events([
      .ledger(.reviewersChanged(ReviewersChanged(reviewers: named(reviewers), reason: reason)))
    ])
  }

  /// 任务列表更正: by a reviewer, with a reason; nothing happens when the two say the same.
  mutating func decideListCorrection(_ list: TaskList, reason: String) throws(LedgerRejection)
    -> [LedgerEvent]
  {
    requireText(reason, .reason)
    requireReviewer()
    require(ledger.list != nil, .plan(.listMissing))
    if ledger.list?.changes(to: list).isEmpty ?? false { return try events([]) }
    return try events([.ledger(.listCorrected(ListCorrected(list: list, reason: reason)))])
  }

  /// A file that is already there adds nothing, unless a person now says what its columns hold; a
  /// different plan needs `update`.
  mutating func decideImport(_ header: PlanHeader, items: [Item], update: Bool)
    throws(LedgerRejection) -> [LedgerEvent]
  {
    require(ledger.list != nil, .plan(.listMissing))
    requireDistinct(items)
    let hasSameColumns = ledger.plan.map { $0.settledColumns == header.settledColumns } ?? true
    if ledger.importedSources.last == header.sourceDigest, hasSameColumns {
      return try events([])
    }
    let difference = PlanDifference(from: ledger, to: items)
    if ledger.plan != nil {
      if difference.isEmpty, hasSameColumns { return try events([]) }
      require(update || difference.isEmpty, .plan(.alreadyImported(difference)))
    }
    let touched = Set(difference.added + difference.changed.map(\.item))
    let imported = items.filter { touched.contains($0.id) }
    let confirmed =
      hasSameColumns
      ? []
      : items.filter { item in
        !touched.contains(item.id) && !item.flags.contains(.columnInferred)
          && (ledger[item.id]?.item.flags.contains(.columnInferred) ?? false)
      }
    return try events(
      [.ledger(.planImported(header))]
        + imported.map { .imported($0) }
        + confirmed.map {
          .item(
            $0.id,
            .confirmed(
              ItemConfirmed(codes: [.columnInferred], reason: PlanPhrases.columnsSettled)))
        }
        + difference.gone.map {
          .item($0, .dropped(reason: header.source))
        })
  }

  /// No two items with one id, none for an unknown clause, no two for one clause.
  private mutating func requireDistinct(_ items: [Item]) {
    let known = Set(ledger.list?.clauses.map(\.id) ?? [])
    var seen: Set<ItemID> = []
    var answered: [ClauseID: ItemID] = [:]
    for item in items {
      guard seen.insert(item.id).inserted else {
        refuse(.plan(.itemDuplicate(item.id)))
        continue
      }
      guard let clause = item.clause, let list = ledger.list else { continue }
      if !known.contains(clause) {
        refuse(.plan(.clauseUnknown(clause, nearest: list.nearestClauses(to: clause))))
      }
      if let other = answered.updateValue(item.id, forKey: clause) {
        refuse(.plan(.clauseTaken(clause, by: other)))
      }
    }
  }

  private func named(_ reviewers: [String]) -> [String] {
    reviewers.filter { !TextChecks.isBlank($0) }
  }
}
