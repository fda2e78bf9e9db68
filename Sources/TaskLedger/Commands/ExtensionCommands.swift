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
  mutating func decideExtensionGrant(of id: ItemID, basis: String) throws(LedgerRejection)
    -> [LedgerEvent]
  {
    let state = try liveItem(id)
    requireText(basis, .basis)
    requireReviewer()
    guard let pending = state.pendingExtension else {
      refuse(.extension(.notRequested(id)))
      return try events([])
    }
    require(
      !TextChecks.isSameName(pending.actor, occasion.actor),
      .review(.reviewerIsSubmitter(id, actor: occasion.actor)))
    requireOpen(state)
    requireNotBefore(pending.on, id)
    if let due = state.due {
      require(pending.until > due, .extension(.notLater(id, due: due, until: pending.until)))
    }
    return try events([
      .item(id, .extensionGranted(ExtensionGranted(until: pending.until, basis: basis)))
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

  private mutating func requireOpen(_ state: ItemState) {
    guard state.isLive else { return }
    require(!state.isSoundlyClosed, .review(.closureStands(state.id)))
  }
}
