/// The rules for opening a ledger and importing a plan.
extension RuleSheet {
  func decideOpening(school: String, reviewers: [String], list: TaskList)
    throws(LedgerRejection) -> [LedgerEvent]
  {
    requireText(school, .school)
    require(!reviewers.allSatisfy(TextChecks.isBlank), .textMissing(.reviewers))
    require(ledger.headSequence == 0, .ledgerAlreadyOpened(school: ledger.school))
    return try events([
      .ledgerOpened(LedgerOpened(school: school, reviewers: reviewers)),
      .listAdopted(ListAdopted(list: list)),
    ])
  }

  func decideReviewers(_ reviewers: [String], reason: String) throws(LedgerRejection)
    -> [LedgerEvent]
  {
    require(!reviewers.allSatisfy(TextChecks.isBlank), .textMissing(.reviewers))
    requireText(reason, .reason)
    requireReviewer()
    return try events([
      .reviewersChanged(ReviewersChanged(reviewers: reviewers, reason: reason))
    ])
  }

  /// A file that is already there adds nothing; a different plan needs `update`.
  func decideImport(_ header: PlanHeader, items: [Item], update: Bool)
    throws(LedgerRejection) -> [LedgerEvent]
  {
    require(ledger.list != nil, .listMissing)
    var seen: Set<ItemID> = []
    for item in items where !seen.insert(item.id).inserted {
      refuse(.itemDuplicate(item.id))
    }
    if ledger.importedSources.last == header.sourceDigest { return try events([]) }
    let difference = PlanDifference(from: ledger, to: items)
    if ledger.plan != nil {
      if difference.isEmpty { return try events([]) }
      require(update, .planAlreadyImported(difference))
    }
    let touched = Set(difference.added + difference.changed.map(\.item))
    let imported = items.filter { touched.contains($0.id) }
    return try events(
      [.planImported(PlanImported(header: header))]
        + imported.map { .itemImported(ItemImported(item: $0)) }
        + difference.gone.map {
          .itemDropped(ItemDropped(item: $0, reason: header.source))
        })
  }
}
