/// The wording of refusals: fact first, then one thing to do with the exact command.
extension LedgerRejection {
  /// The refusal as diagnostics, one a reason.
  public var diagnostics: [Diagnostic] { reasons.map(Diagnostic.refused) }
}

extension Diagnostic {
  private static func refusal(
    _ code: String, _ item: ItemID?, _ message: String, _ remedy: Remedy?
  ) -> Diagnostic {
    Diagnostic(
      code: code, severity: .error, item: item, message: message, remedy: remedy)
  }

  /// One unmet condition of a command.
  static func refused(_ reason: LedgerRejection.Reason) -> Diagnostic {
    switch reason {
    case .itemUnknown(let id, let nearest):
      refusal(
        "item-unknown", id, "台账里没有条目 \(id)",
        nearest.isEmpty
          ? "全部条目见\(look: .items)；还没有条目时先导入：\(.importPlan(file: nil))"
          : "最接近的是 \(joined(nearest))；全部条目见\(look: .items)")
    case .phaseWrong(let id, let move, let phase):
      refusal(
        "phase-wrong", id, "\(id) 现在是「\(phase.words)」，不能\(move.words)",
        remedy(for: move, id: id, phase: phase))
    case .itemNotLive(let id):
      refusal("item-not-live", id, "\(id) 已撤销或已不在方案中", "查看经过：\(look: .history(id))")
    case .textMissing(let kind):
      refusal("text-missing", nil, "没有写\(kind.words)", "加上\(field: .text(kind))")
    case .evidenceMissing(let id, let measures):
      refusal(
        "evidence-missing", id,
        "\(id) 还没有佐证材料"
          + (measures.isEmpty ? "" : "；缺佐证的落实措施：第 \(joined(measures)) 条"),
        "先上传：\(.attach(id))")
    case .reviewerIsSubmitter(let id, let actor):
      refusal(
        "reviewer-is-submitter", id, "\(id) 是「\(actor)」申请的，不能由本人审核",
        "请另一位审核人办理，写明\(field: .actor)")
    case .actorMayNotReview(let actor, let reviewers):
      refusal(
        "actor-may-not-review", nil, "「\(actor)」不是本台账的审核人",
        "审核人是：\(joined(reviewers))；写明\(field: .actor)")
    case .dateInFuture(let date, let today):
      refusal(
        "date-in-future", nil, "日期 \(date) 晚于今天 \(today)",
        "写今天或以前的日期：\(field: .effectiveDay(today))")
    case .beforeLastMove(let id, let last, let effective):
      refusal(
        "before-last-move", id, "\(id) 上一步办理日期是 \(last)，这一步不能早于它（\(effective)）",
        "核对电脑日期或\(field: .today(nil))")
    case .reviewBasisChanged(let id):
      refusal(
        "review-basis-changed", id, "\(id) 的内容在审核过程中有变动", "重新查看后再销号：\(look: .item(id))")
    case .closureStands(let id):
      refusal(
        "closure-stands", id, "\(id) 已销号且有效，无需再办",
        "发现问题时重启：\(.reopen(id))")
    case .measureUnknown(let id, let measure, let count):
      refusal(
        "measure-unknown", id, "\(id) 没有第 \(measure) 条落实措施，共 \(count) 条",
        "查看措施编号：\(look: .item(id))")
    case .evidenceAlreadyAttached(let number):
      refusal(
        "evidence-already-attached", number.item, "同一份材料已经是 \(number)",
        "用于另一条措施时写明\(field: .measureNumber)")
    case .evidenceUnknown(let number):
      refusal(
        "evidence-unknown", number.item, "没有有效的佐证材料 \(number)",
        "查看编号：\(look: .item(number.item))")
    case .planAlreadyImported(let difference):
      refusal(
        "plan-already-imported", nil,
        "台账里已有方案；新文件与它相比：新增 \(difference.added.count) 条，"
          + "变动 \(difference.changed.count) 条，减少 \(difference.gone.count) 条，"
          + "未变 \(difference.untouched) 条",
        "先看差异：\(.previewPlan)；确认后应用：\(.updatePlan)")
    case .itemDuplicate(let id):
      refusal("item-duplicate", id, "方案里有两个条目都对应 \(id)", "改正文件后重新导入")
    case .clauseUnknown, .clauseTaken, .nothingToRevise, .nothingToConfirm, .itemNotStanding,
      .extensionTooLate, .extensionWithoutDue, .extensionNotLater, .extensionAlreadyRequested,
      .extensionNotRequested, .deadlineNotReadable, .undoImpossible, .undoOfOther,
      .ledgerAlreadyOpened, .listMissing:
      refusedRarely(reason)
    case .gapUnknown, .gapAlreadyResolved, .gapBeforeRaised, .gapDueInPast, .meetingAlreadyOpen,
      .meetingNotOpened, .sealBeforeMeeting, .monthAlreadySealed, .monthOutOfOrder,
      .earlierMonthOpen, .monthInFuture, .sealDayOutsideMonth, .sealThroughUnknown:
      refusedAtMeeting(reason)
    }
  }

  private static func refusedRarely(_ reason: LedgerRejection.Reason) -> Diagnostic {
    switch reason {
    case .clauseUnknown(let id, let nearest):
      refusal(
        "clause-unknown", nil, "省任务列表里没有条款 \(id)",
        nearest.isEmpty
          ? "核对省任务列表" : "最接近的是 \(joined(nearest))；没有条目的条款见\(look: .missingClauses)")
    case .clauseTaken(let clause, let id):
      refusal(
        "clause-taken", id, "条款 \(clause) 已由条目 \(id) 对应",
        "先把 \(id) 改到别的条款：\(.revise(id, .clause(nil), reason: nil))")
    case .nothingToRevise(let id):
      refusal(
        "nothing-to-revise", id, "没有写要更正什么",
        "例如\(.revise(id, .deadline("2020年9月"), reason: nil))")
    case .nothingToConfirm(let id):
      refusal("nothing-to-confirm", id, "\(id) 没有待确认的标记", "查看：\(look: .item(id))")
    case .itemNotStanding(let id):
      refusal(
        "item-not-standing", id, "\(id) 的完成时限不是长期坚持类，不能转入长期坚持",
        "完成后申请销号：\(.submit(id))")
    case .extensionTooLate(let id, let due):
      refusal(
        "extension-too-late", id, "\(id) 已于 \(due) 到期，到期后不能申请延期",
        "按逾期办理，说明原因：\(.note(id, words: "逾期原因"))")
    case .extensionWithoutDue(let id):
      refusal(
        "extension-without-due", id, "\(id) 没有可延期的日期",
        "先补时限：\(.revise(id, .deadline(nil), reason: nil))")
    case .extensionNotLater(let id, let due, let until):
      refusal(
        "extension-not-later", id, "新日期 \(until) 不晚于现在的时限 \(due)", "写一个晚于 \(due) 的日期")
    case .extensionAlreadyRequested(let id, let until):
      refusal(
        "extension-already-requested", id, "\(id) 延至 \(until) 的申请还没有答复",
        "先答复：\(.grantExtension(id))或\(.refuseExtension(id))")
    case .extensionNotRequested(let id):
      refusal(
        "extension-not-requested", id, "\(id) 没有待答复的延期申请",
        "先申请：\(.requestExtension(id))")
    case .deadlineNotReadable(let id, let text):
      refusal(
        "deadline-not-readable", id, "「\(PrintableText.line(text))」读不出完成时限，没有更正",
        "先试写法：\(.tryDeadline("2020年9月底前"))")
    case .undoImpossible(let sequence):
      refusal(
        "undo-impossible", nil, "第 \(sequence) 条记录之后已有别的记录，或它不能撤回",
        "用更正代替：\(.revise(nil, .any, reason: nil))")
    case .undoOfOther(let sequence, let actor):
      refusal(
        "undo-of-other", nil, "第 \(sequence) 条记录是「\(actor)」所记，只能由本人撤回", "请「\(actor)」办理")
    case .ledgerAlreadyOpened(let school):
      refusal("ledger-already-opened", nil, "这里已有「\(school)」的台账", "换一个文件夹，或直接使用它")
    case .listMissing:
      refusal("list-missing", nil, "台账里没有省任务列表", "重新建账：\(.createLedger)")
    case .itemUnknown, .phaseWrong, .itemNotLive, .textMissing, .evidenceMissing,
      .reviewerIsSubmitter, .actorMayNotReview, .dateInFuture, .beforeLastMove,
      .reviewBasisChanged, .closureStands, .measureUnknown, .evidenceAlreadyAttached,
      .evidenceUnknown, .planAlreadyImported, .itemDuplicate, .gapUnknown, .gapAlreadyResolved,
      .gapBeforeRaised, .gapDueInPast, .meetingAlreadyOpen, .meetingNotOpened,
      .sealBeforeMeeting, .monthAlreadySealed, .monthOutOfOrder, .earlierMonthOpen,
      .monthInFuture, .sealDayOutsideMonth, .sealThroughUnknown:
      refused(reason)
    }
  }

  /// What to do first when a move is not possible from a state.
  private static func remedy(for move: Transition, id: ItemID, phase: Phase) -> Remedy {
    switch (move, phase) {
    case (.submit, .pending): "先认领：\(.start(id))"
    case (.close, .pending), (.return, .pending): "先认领并申请：\(.start(id))"
    case (.close, .inProgress), (.close, .ongoing), (.return, .inProgress), (.return, .ongoing):
      "先申请：\(.submit(id))"
    case (.submit, .submitted):
      "等待审核：\(.close(id))或\(.return(id))"
    case (.sustain, .pending): "先认领：\(.start(id))"
    case (.reopen, _): "只有已销号的条目可以重启；查看：\(look: .item(id))"
    default: "查看现状：\(look: .item(id))"
    }
  }

  fileprivate static func joined(_ values: [some CustomStringConvertible]) -> String {
    values.map(\.description).joined(separator: "、")
  }
}

extension Diagnostic {
  /// A correction gives an overdue item a later day, or none; more time is the office's to give.
  ///
  /// Source: product description, The closing machine: extend is asked for before the due date, and
  /// the original date is kept. Nil when the correction does no such thing.
  public static func overdueDeferred(
    _ state: ItemState, to deadline: Deadline, by actor: String, reviewers: [String],
    on today: CivilDate
  ) -> Diagnostic? {
    guard state.phase != .closed, let due = state.due, due < today,
      deadline.due.map({ $0 > due }) ?? true,
      !reviewers.contains(where: { TextChecks.isSameName($0, actor) })
    else { return nil }
    return Diagnostic(
      code: "overdue-deferred", severity: .warning, item: state.id,
      message: "\(state.id) 已于 \(due) 到期，这次更正把时限往后改，而「\(PrintableText.line(actor))」不是审核人",
      remedy:
        "抄录有误的，请 \(joined(reviewers)) 核对；确实要推迟的按逾期办理。原定时限和这次更正都留着：\(look: .history(state.id))")
  }
}
