/// The rules of the closing machine (销号机制); product description, The closing machine.
extension RuleSheet {
  func decideStart(of id: ItemID) throws(LedgerRejection) -> [LedgerEvent] {
    let state = try liveItem(id)
    requireMove(.start, of: state)
    return try events([.itemStarted(ItemStarted(item: id))])
  }

  /// 申请销号: a statement of completion and at least one piece of evidence; the measures without
  /// evidence of their own are named in the entry.
  func decideSubmission(of id: ItemID, summary: String) throws(LedgerRejection)
    -> [LedgerEvent]
  {
    let state = try liveItem(id)
    requireMove(.submit, of: state)
    requireText(summary, .summary)
    require(
      !state.validEvidence.isEmpty, .evidenceMissing(id, measures: state.unprovedMeasures))
    return try events([
      .closureSubmitted(
        ClosureSubmitted(item: id, summary: summary, unprovedMeasures: state.unprovedMeasures))
    ])
  }

  /// 销号: by somebody who may review and did not apply, with an opinion, and bound to exactly what
  /// stands for review.
  func decideClosure(of id: ItemID, opinion: String, reviewed: EvidenceDigest)
    throws(LedgerRejection) -> [LedgerEvent]
  {
    let state = try liveItem(id)
    requireMove(.close, of: state)
    requireText(opinion, .opinion)
    requireReviewer()
    requireOtherThanSubmitter(of: state)
    if state.isLive, state.phase == .submitted || state.isStale {
      require(
        !state.validEvidence.isEmpty, .evidenceMissing(id, measures: state.unprovedMeasures))
    }
    return try events([
      .itemClosed(ItemClosed(item: id, opinion: opinion, reviewed: reviewed))
    ])
  }

  /// 退回: by somebody who may review and did not apply, with a reason.
  func decideReturn(of id: ItemID, reason: String) throws(LedgerRejection)
    -> [LedgerEvent]
  {
    let state = try liveItem(id)
    requireMove(.return, of: state)
    requireText(reason, .reason)
    requireReviewer()
    requireOtherThanSubmitter(of: state)
    return try events([.closureReturned(ClosureReturned(item: id, reason: reason))])
  }

  /// 重启: with a finding and its basis; anybody may, because it only ever opens.
  func decideReopening(of id: ItemID, finding: String, basis: String)
    throws(LedgerRejection) -> [LedgerEvent]
  {
    let state = try liveItem(id)
    requireMove(.reopen, of: state)
    requireText(finding, .finding)
    requireText(basis, .basis)
    return try events([
      .itemReopened(ItemReopened(item: id, finding: finding, basis: basis))
    ])
  }

  /// 长期坚持: only for items whose deadline says that they go on.
  func decideSustaining(of id: ItemID) throws(LedgerRejection) -> [LedgerEvent] {
    let state = try liveItem(id)
    requireMove(.sustain, of: state)
    require(state.item.deadline.isOngoing, .itemNotStanding(id))
    return try events([.itemSustained(ItemSustained(item: id))])
  }

  /// 撤销: only on a superior document, by somebody who may review.
  func decideWithdrawal(of id: ItemID, basis: String) throws(LedgerRejection)
    -> [LedgerEvent]
  {
    let state = try liveItem(id)
    requireMove(.withdraw, of: state)
    requireText(basis, .basis)
    requireReviewer()
    return try events([.itemWithdrawn(ItemWithdrawn(item: id, basis: basis))])
  }
}
