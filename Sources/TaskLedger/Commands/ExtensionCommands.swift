/// The rules for more time (延期): a request changes nothing, a grant is the office's.
extension Decision {
  /// Before the due day has passed by the clock, with reason, progress and a later date; an entry
  /// dated back does not count as asked for in time.
  mutating func decideExtensionRequest(
    of id: ItemID, until: CivilDate, reason: String, progress: String
  ) throws(LedgerRejection) -> [LedgerEvent] {
    let state = try liveItem(id)
    requireText(reason, .reason)
    requireText(progress, .note)
    if let due = state.due {
      require(occasion.today <= due, .extension(.tooLate(id, due: due)))
      require(until > due, .extension(.notLater(id, due: due, until: until)))
      requireNearDeadline(until)
    } else {
      refuse(.extension(.withoutDue(id)))
    }
    requireOpen(state)
    if let pending = state.pendingExtension {
      refuse(.extension(.alreadyRequested(id, until: pending.until)))
    }
    return try events([
      .item(
        id,
        .extensionRequested(ExtensionRequested(until: until, reason: reason, progress: progress)))
    ])
  }

  /// By somebody who may review and did not ask, with a basis; not for what is closed, because the
  /// day would move behind the closure.
  mutating func decideExtensionGrant(of id: ItemID, basis: String, superior: String?)
    throws(LedgerRejection) -> [LedgerEvent]
  {
    let state = try liveItem(id)
    requireText(basis, .basis)
    requireRoom([superior])
    requireReviewer()
    guard let pending = state.pendingExtension else {
      refuse(.extension(.notRequested(id)))
      return try events([])
    }
    require(
      !ledger.isSameParty(pending.actor, occasion.actor, in: occasion.directory),
      .review(.reviewerIsSubmitter(id, actor: occasion.actor, submitter: pending.actor)))
    requireOpen(state)
    requireNotBefore(pending.on, id)
    if let due = state.due {
      require(pending.until > due, .extension(.notLater(id, due: due, until: pending.until)))
    }
    requireSuperior(superior, for: state, until: pending.until, isRequest: true)
    return try events([
      .item(
        id,
        .extensionGranted(
          ExtensionGranted(until: pending.until, basis: basis, superior: named(superior))))
    ])
  }

  /// By somebody who may review, with a reason.
  mutating func decideExtensionRefusal(of id: ItemID, reason: String) throws(LedgerRejection)
    -> [LedgerEvent]
  {
    let state = try liveItem(id)
    requireText(reason, .reason)
    requireReviewer()
    if let pending = state.pendingExtension {
      requireNotBefore(pending.on, id)
    } else {
      refuse(.extension(.notRequested(id)))
    }
    return try events([
      .item(id, .extensionRefused(reason: reason))
    ])
  }

  /// Moving a deadline later, or taking it away, is more time: a reviewer's to give. What has no day
  /// yet may get one from anybody, but none past both the list's own and the hand-in.
  mutating func requireMayMove(_ state: ItemState, to deadline: Deadline, superior: String?) {
    guard let due = state.due else {
      if let until = deadline.due { requireSuperior(superior, for: state, until: until) }
      return
    }
    guard deadline.due.map({ $0 > due }) ?? true else { return }
    if !isReviewer {
      refuse(
        .extension(
          .revisionDefers(
            state.id, due: due, until: deadline.due, actor: occasion.actor,
            reviewers: ledger.reviewers)))
    }
    if let until = deadline.due { requireSuperior(superior, for: state, until: until) }
  }

  /// A day beyond both the list's own and the hand-in rests on a superior document.
  private mutating func requireSuperior(
    _ superior: String?, for state: ItemState, until: CivilDate, isRequest: Bool = false
  ) {
    guard named(superior) == nil, let lateness = ledger.lateness(of: state, until: until),
      let list = lateness.list, let handIn = lateness.handIn
    else { return }
    refuse(
      .extension(
        .superiorMissing(
          state.id, until: until, list: list, handIn: handIn, isRequest: isRequest)))
  }

  /// The number of a superior document; nil when none is named.
  func named(_ superior: String?) -> String? {
    superior.flatMap { TextChecks.isBlank($0) ? nil : $0 }
  }

  private mutating func requireOpen(_ state: ItemState) {
    guard state.isLive else { return }
    require(!state.isSoundlyClosed, .review(.closureStands(state.id)))
  }
}
