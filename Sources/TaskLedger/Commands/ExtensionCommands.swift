/// The rules for more time (延期): a request changes nothing, a grant is the office's.
extension RuleSheet {
  /// Before the due day, with reason, progress and a date later than the old one.
  func decideExtensionRequest(
    of id: ItemID, until: CivilDate, reason: String, progress: String
  ) throws(LedgerRejection) -> [LedgerEvent] {
    let state = try liveItem(id)
    requireText(reason, .reason)
    requireText(progress, .note)
    if let due = state.due {
      require(occasion.effective <= due, .extensionTooLate(id, due: due))
      require(until > due, .extensionNotLater(id, due: due, until: until))
    } else {
      refuse(.extensionWithoutDue(id))
    }
    if state.isLive {
      require(!state.isSoundlyClosed, .phaseWrong(id, .submit, phase: state.phase))
    }
    if let pending = state.pendingExtension {
      refuse(.extensionAlreadyRequested(id, until: pending.until))
    }
    return try events([
      .extensionRequested(
        ExtensionRequested(item: id, until: until, reason: reason, progress: progress))
    ])
  }

  func decideExtensionGrant(of id: ItemID, basis: String) throws(LedgerRejection)
    -> [LedgerEvent]
  {
    let state = try liveItem(id)
    requireText(basis, .basis)
    requireReviewer()
    guard let pending = state.pendingExtension else {
      refuse(.extensionNotRequested(id))
      return try events([])
    }
    require(
      !TextChecks.isSameName(pending.actor, occasion.actor),
      .reviewerIsSubmitter(id, actor: occasion.actor))
    return try events([
      .extensionGranted(ExtensionGranted(item: id, until: pending.until, basis: basis))
    ])
  }

  func decideExtensionRefusal(of id: ItemID, reason: String) throws(LedgerRejection)
    -> [LedgerEvent]
  {
    let state = try liveItem(id)
    requireText(reason, .reason)
    requireReviewer()
    require(state.pendingExtension != nil, .extensionNotRequested(id))
    return try events([
      .extensionRefused(ExtensionRefused(item: id, reason: reason))
    ])
  }
}
