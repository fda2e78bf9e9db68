/// The wording of refusals: fact first, then one thing to do with the exact command.
extension LedgerRejection {
  /// The refusal as diagnostics, one a reason.
  ///
  /// A month that has not begun can be neither opened nor sealed: what else is missing for it would
  /// ask for what is impossible, and is left out.
  public var diagnostics: [Diagnostic] {
    let future = reasons.filter {
      guard case .meeting(.monthInFuture) = $0 else { return false }
      return true
    }
    return (future.isEmpty ? reasons : future).map(\.diagnostic)
  }
}

extension LedgerRejection.Reason {
  /// The reason in words.
  public var diagnostic: Diagnostic {
    switch self {
    case .entry(let refusal): refusal.diagnostic
    case .item(let refusal): refusal.diagnostic
    case .review(let refusal): refusal.diagnostic
    case .evidence(let refusal): refusal.diagnostic
    case .plan(let refusal): refusal.diagnostic
    case .extension(let refusal): refusal.diagnostic
    case .gap(let refusal): refusal.diagnostic
    case .meeting(let refusal): refusal.diagnostic
    case .member(let refusal): refusal.diagnostic
    }
  }
}

extension Diagnostic {
  /// One unmet condition of a command.
  static func refused(
    _ code: String, _ item: ItemID?, _ message: String, _ remedy: Remedy?
  ) -> Diagnostic {
    Diagnostic(
      code: code, severity: .error, item: item, message: message, remedy: remedy)
  }
}

/// Values in a row, as Chinese text divides them.
private func joined(_ values: [some CustomStringConvertible]) -> String {
  values.map(\.description).joined(separator: "、")
}

extension EntryRefusal {
  /// The refusal in words.
  var diagnostic: Diagnostic {
    switch self {
    case .textMissing(let kind):
      .refused("text-missing", nil, "没有写\(kind.words)", "加上\(field: .text(kind))")
    case .textTooLong(let kind, let count):
      .refused(
        "text-too-long", nil,
        "\(kind.words)有 \(count) 个字，最多写 \(RequiredText.limit) 个字", "写得短些；长的材料作佐证上传")
    case .dateInFuture(let date, let today):
      .refused(
        "date-in-future", nil, "日期 \(date) 晚于今天 \(today)",
        "写今天或以前的日期：\(field: .effectiveDay(today))")
    case .dateFarOff(let date, let known):
      .refused(
        "date-far-off", nil, "日期 \(date) 比 \(known) 晚得太多，年份可能写错",
        "核对年份；确是这一天，加上\(field: .farDate)")
    case .actorMayNotReview(let actor, let reviewers):
      .refused(
        "actor-may-not-review", nil, "「\(actor)」不是本台账的审核人",
        "审核人是：\(joined(reviewers))；\(naming: .actor)")
    }
  }
}

extension ItemRefusal {
  /// The refusal in words.
  var diagnostic: Diagnostic {
    switch self {
    case .unknown(let id, let nearest):
      .refused(
        "item-unknown", id, "台账里没有条目 \(id)",
        nearest.isEmpty
          ? "全部条目见\(look: .items)；还没有条目时先\(doing: .importPlan(file: nil))"
          : "最接近的是 \(joined(nearest))；全部条目见\(look: .items)")
    case .notLive(let id):
      .refused("item-not-live", id, "\(id) 已撤销或已不在方案中", "查看经过：\(look: .history(id))")
    case .phaseWrong(let id, let move, let phase):
      .refused(
        "phase-wrong", id, "\(id) 现在是「\(phase.words)」，不能\(move.words)",
        Self.remedy(for: move, id: id, phase: phase))
    case .beforeLastMove(let id, let last, let effective):
      .refused(
        "before-last-move", id, "\(id) 上一步办理日期是 \(last)，这一步不能早于它（\(effective)）",
        "核对电脑日期或\(field: .today(nil))")
    case .notStanding(let id):
      .refused(
        "item-not-standing", id, "\(id) 的完成时限不是长期坚持或定期类，不能转入长期坚持",
        "完成后申请销号：\(.submit(id))")
    case .dueBeforeGoingOn(let id, let due):
      .refused(
        "item-due-first", id,
        "\(id) \(due.map { "的时限是 \($0)" } ?? "重启后还没有办结")，先销号，之后自动按长期坚持管理，不能直接转入长期坚持",
        "完成后申请销号：\(.submit(id))")
    case .roundDueInPast(let id, let due, let day):
      .refused(
        "round-due-in-past", id, "\(id) 新一轮的时限 \(due) 早于重启的 \(day)", "写一个不早于 \(day) 的日期")
    case .nothingToRevise(let id):
      .refused(
        "nothing-to-revise", id, "没有写要更正什么",
        "例如\(.revise(id, .deadline(nil), reason: nil))")
    case .nothingToConfirm(let id):
      .refused("nothing-to-confirm", id, "\(id) 没有待确认的标记", "查看：\(look: .item(id))")
    case .deadlineNotReadable(let id, let text):
      .refused(
        "deadline-not-readable", id, "「\(PrintableText.line(text))」读不出完成时限，没有更正",
        "先试写法：\(.tryDeadline("2020年9月底前"))")
    case .basisNotDocument(let id, let basis):
      .refused(
        "superior-not-document", id,
        "撤销 \(id) 要凭上级文件，「\(PrintableText.line(basis))」看不出是哪一份文件",
        "写明文件的标题或文号，如「关于……的通知」或「示团发〔2020〕8号」")
    case .undoImpossible(let sequence, let closed?):
      .refused(
        "undo-impossible", closed, "第 \(sequence) 条记录是 \(closed) 的销号，之后已有别的记录，不能撤回",
        "发现问题时重启：\(.reopen(closed))")
    case .undoImpossible(let sequence, nil):
      .refused(
        "undo-impossible", nil, "第 \(sequence) 条记录不能撤回：只能撤回条目自己的最后一条记录，它之后没有别的记录",
        "另记一条代替：内容写错的更正，佐证传错的作废，进展和数据重新登记，"
          + "申请写错的请审核人退回，院系名写错的请审核人对它声明指标不适用；经过见\(look: .history(nil))")
    case .undoOfOther(let sequence, let actor):
      .refused(
        "undo-of-other", nil, "第 \(sequence) 条记录是「\(actor)」所记，只能由本人撤回", "请「\(actor)」办理")
    }
  }

  /// What to do first when a move is not possible from a state.
  private static func remedy(for move: Transition, id: ItemID, phase: Phase) -> Remedy {
    switch (move, phase) {
    case (.submit, .pending): "先\(doing: .start(id))"
    case (.close, .pending), (.return, .pending): "先\(doing: .start(id))，再\(doing: .submit(id))"
    case (.close, .inProgress), (.close, .ongoing), (.return, .inProgress), (.return, .ongoing):
      "先\(doing: .submit(id))"
    case (.submit, .submitted):
      "等待审核：\(.close(id))或\(.return(id))"
    case (.sustain, .pending): "先\(doing: .start(id))"
    case (.reopen, _): "只有已销号的条目可以重启；查看：\(look: .item(id))"
    default: "查看现状：\(look: .item(id))"
    }
  }
}

extension ReviewRefusal {
  /// The refusal in words.
  var diagnostic: Diagnostic {
    switch self {
    case .reviewerIsSubmitter(let id, let actor, let submitter):
      .refused(
        "reviewer-is-submitter", id,
        "\(id) 是「\(submitter)」申请的，不能由"
          + (TextChecks.isSameName(actor, submitter) ? "本人" : "同一方「\(actor)」") + "审核",
        "请另一位审核人办理，\(naming: .actor)")
    case .reviewBasisChanged(let id, let change, let now):
      .refused(
        "review-basis-changed", id,
        "\(id) 在您查看之后有变动：\(joined(change.parts.map(\.words)))（第 \(joined(change.entries)) 条记录）",
        "重新查看后再办：\(look: .item(id))；现在的审核码是 \(now)")
    case .reviewCodeUnknown(let id, let given, let now):
      .refused(
        "review-code-unknown", id, "\(id) 从来没有过审核码 \(given)",
        "核对抄写；现在的审核码是 \(now)，查看：\(look: .item(id))")
    case .closureStands(let id):
      .refused(
        "closure-stands", id, "\(id) 已销号且有效，无需再办",
        "发现问题时重启：\(.reopen(id))")
    }
  }
}

extension EvidenceRefusal {
  /// The refusal in words.
  var diagnostic: Diagnostic {
    switch self {
    case .missing(let id, let measures):
      .refused(
        "evidence-missing", id,
        "\(id) 还没有佐证材料"
          + (measures.isEmpty ? "" : "；缺佐证的落实措施：第 \(joined(measures)) 条"),
        "先\(doing: .attach(id))")
    case .measureUnknown(let id, let measure, let count):
      .refused(
        "measure-unknown", id, "\(id) 没有第 \(measure) 条落实措施，共 \(count) 条",
        "查看措施编号：\(look: .item(id))")
    case .alreadyAttached(let number, let round?):
      .refused(
        "evidence-already-attached", number.item,
        "同一份材料已经是 \(number)，是第 \(round) 轮交的，仍然有效，不必再传",
        "新一轮要有整改后的佐证，换新的材料：\(.attach(number.item))；确要用这一份的，先作废 \(number) 再传")
    case .alreadyAttached(let number, nil):
      .refused(
        "evidence-already-attached", number.item, "同一份材料已经是 \(number)",
        "用于另一条措施时\(naming: .measureNumber)")
    case .unknown(let number):
      .refused(
        "evidence-unknown", number.item, "没有有效的佐证材料 \(number)",
        "查看编号：\(look: .item(number.item))")
    }
  }
}

extension PlanRefusal {
  /// The refusal in words.
  var diagnostic: Diagnostic {
    switch self {
    case .ledgerAlreadyOpened(let school):
      .refused("ledger-already-opened", nil, "这里已有「\(school)」的台账", "换一个文件夹，或直接使用它")
    case .listMissing:
      .refused("list-missing", nil, "台账里没有任务列表", "重新建账：\(.createLedger)")
    case .alreadyImported(let difference):
      .refused(
        "plan-already-imported", nil,
        "台账里已有方案；新文件与它相比：新增 \(difference.added.count) 条，"
          + "变动 \(difference.changed.count) 条，减少 \(difference.gone.count) 条，"
          + "未变 \(difference.untouched) 条",
        "先看差异：\(.previewPlan)；确认后应用：\(.updatePlan)")
    case .itemDuplicate(let id):
      .refused("item-duplicate", id, "方案里有两个条目都对应 \(id)", "改正文件后重新导入")
    case .clauseUnknown(let id, let nearest):
      .refused(
        "clause-unknown", nil, "任务列表里没有条款 \(id)",
        nearest.isEmpty
          ? "核对任务列表" : "最接近的是 \(joined(nearest))；没有条目的条款见\(look: .missingClauses)")
    case .clauseTaken(let clause, let id):
      .refused(
        "clause-taken", id, "条款 \(clause) 已由条目 \(id) 对应",
        "先把 \(id) 改到别的条款：\(.revise(id, .clause(nil), reason: nil))")
    }
  }
}

extension ExtensionRefusal {
  /// The refusal in words.
  var diagnostic: Diagnostic {
    switch self {
    case .tooLate(let id, let due):
      .refused(
        "extension-too-late", id, "\(id) 已于 \(due) 到期，到期后不能申请延期",
        "按逾期办理，说明原因：\(.note(id, words: "逾期原因"))")
    case .withoutDue(let id):
      .refused(
        "extension-without-due", id, "\(id) 没有可延期的日期",
        "先补时限：\(.revise(id, .deadline(nil), reason: nil))")
    case .notLater(let id, let due, let until):
      .refused(
        "extension-not-later", id, "新日期 \(until) 不晚于现在的时限 \(due)", "写一个晚于 \(due) 的日期")
    case .alreadyRequested(let id, let until):
      .refused(
        "extension-already-requested", id, "\(id) 延至 \(until) 的申请还没有答复",
        "先答复：\(.grantExtension(id))或\(.refuseExtension(id))")
    case .notRequested(let id):
      .refused(
        "extension-not-requested", id, "\(id) 没有待答复的延期申请",
        "先\(doing: .requestExtension(id))")
    case .revisionDefers(let id, let due, let until, let actor, let reviewers):
      .refused(
        "revision-defers", id,
        "\(id) 的时限是 \(due)，这次更正"
          + (until.map { "把它推迟到 \($0)" } ?? "取消了它")
          + "，而「\(PrintableText.line(actor))」不是审核人",
        "抄录有误的请审核人（\(joined(reviewers))）更正；需要推迟的在到期前申请延期：\(.requestExtension(id))")
    case .superiorMissing(let id, let until, let list, let handIn, let isRequest):
      .refused(
        "superior-missing", id, "\(id) 的新时限 \(until) 既晚于任务列表的时限 \(list)，又晚于报送日 \(handIn)",
        isRequest
          ? "有上级文件的\(naming: .superior)；没有的先答复：\(.refuseExtension(id))，再在到期前申请不晚于 \(max(list, handIn)) 的日期"
          : "有上级文件的\(naming: .superior)；没有的写不晚于 \(max(list, handIn)) 的日期")
    }
  }
}
