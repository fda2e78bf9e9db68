/// The rules of the closing machine (销号机制); product description, The closing machine.
extension Decision {
  mutating func decideStart(of id: ItemID) throws(LedgerRejection) -> [LedgerEvent] {
    let state = try liveItem(id)
    requireMove(.start, of: state)
    return try events([.item(id, .started)])
  }

  /// 申请销号: a statement of completion and at least one piece of evidence of the round; the measures
  /// without evidence of their own are named in the entry.
  mutating func decideSubmission(
    of id: ItemID, summary: String, source: String?, handedInBy: String?
  ) throws(LedgerRejection) -> [LedgerEvent] {
    let state = try liveItem(id)
    requireMove(.submit, of: state)
    requireText(summary, .summary)
    require(
      !state.currentEvidence.isEmpty, .evidence(.missing(id, measures: state.unprovedMeasures)))
    return try events([
      .item(
        id,
        .closureSubmitted(
          ClosureSubmitted(
            summary: summary, unprovedMeasures: state.unprovedMeasures, source: source,
            handedInBy: handedInBy)))
    ])
  }

  /// 销号: by somebody who may review and did not apply, with an opinion, and bound to exactly what
  /// stands for review.
  mutating func decideClosure(
    of id: ItemID, opinion: String, seen: ReviewSeal?, source: String?
  ) throws(LedgerRejection) -> [LedgerEvent] {
    let state = try liveItem(id)
    requireMove(.close, of: state)
    requireText(opinion, .opinion)
    requireReviewer()
    requireOtherThanSubmitter(of: state)
    if state.awaitsReview {
      require(
        !state.currentEvidence.isEmpty, .evidence(.missing(id, measures: state.unprovedMeasures)))
    }
    requireSeen(seen, of: state)
    let reviewed = occasion.digest(state.reviewBasis.text)
    return try events([
      .item(id, .closed(ItemClosed(opinion: opinion, reviewed: reviewed, source: source)))
    ])
  }

  /// 退回: by somebody who may review and did not apply, with a reason.
  mutating func decideReturn(
    of id: ItemID, reason: String, seen: ReviewSeal?, source: String?
  ) throws(LedgerRejection) -> [LedgerEvent] {
    let state = try liveItem(id)
    requireMove(.return, of: state)
    requireText(reason, .reason)
    requireReviewer()
    requireOtherThanSubmitter(of: state)
    requireSeen(seen, of: state)
    return try events([.item(id, .closureReturned(reason: reason, source: source))])
  }

  /// 重启: with a finding, its basis and the day of the new round; anybody may, because it only ever
  /// opens.
  mutating func decideReopening(
    of id: ItemID, finding: String, basis: String, due: CivilDate?
  ) throws(LedgerRejection) -> [LedgerEvent] {
    let state = try liveItem(id)
    requireMove(.reopen, of: state)
    requireText(finding, .finding)
    requireText(basis, .basis)
    if let due {
      requireNearDeadline(due)
      require(
        due >= occasion.effective, .item(.roundDueInPast(id, due: due, on: occasion.effective)))
    }
    return try events([
      .item(
        id,
        .reopened(
          ItemReopened(finding: finding, basis: basis, due: due.map(RoundDue.day) ?? .unset)))
    ])
  }

  /// 长期坚持: only for items whose deadline says that they go on; one with a due day is closed
  /// first and goes on by itself afterwards.
  mutating func decideSustaining(of id: ItemID) throws(LedgerRejection) -> [LedgerEvent] {
    let state = try liveItem(id)
    requireMove(.sustain, of: state)
    require(state.goesOn, .item(.notStanding(id)))
    if state.goesOn, !state.isStanding {
      refuse(.item(.dueBeforeGoingOn(id, due: state.due)))
    }
    return try events([.item(id, .sustained)])
  }

  /// 撤销: only on a superior document, by somebody who may review.
  mutating func decideWithdrawal(of id: ItemID, basis: String) throws(LedgerRejection)
    -> [LedgerEvent]
  {
    let state = try liveItem(id)
    requireMove(.withdraw, of: state)
    requireText(basis, .basis)
    require(
      TextChecks.isBlank(basis) || SuperiorDocument.isNamed(in: basis),
      .item(.basisNotDocument(id, basis: basis)))
    requireReviewer()
    return try events([.item(id, .withdrawn(basis: basis))])
  }
}
