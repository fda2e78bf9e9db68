/// The wording of refusals about gaps, meetings and sealed months.
extension Diagnostic {
  fileprivate static func refused(_ code: String, _ message: String, _ remedy: Remedy)
    -> Diagnostic
  {
    refused(code, nil, message, remedy)
  }
}

extension GapRefusal {
  /// The refusal in words.
  var diagnostic: Diagnostic {
    switch self {
    case .unknown(let number, let undecided):
      .refused(
        "gap-unknown", "没有第 \(number) 号差距短板",
        undecided.isEmpty
          ? "查看全部：\(look: .gaps)"
          : "未解决的是第 \(undecided.map(String.init).joined(separator: "、")) 号；全部见\(look: .gaps)")
    case .alreadyResolved(let number, let day):
      .refused(
        "gap-already-resolved", "第 \(number) 号差距短板已于 \(day) 解决",
        "问题仍在时另提一条：\(.raiseGap)")
    case .beforeRaised(let number, let raised, let effective):
      .refused(
        "gap-before-raised",
        "第 \(number) 号差距短板提出于 \(raised)，解决日期不能早于它（\(effective)）", "核对电脑日期或\(field: .today(nil))")
    case .dueInPast(let due, let effective):
      .refused(
        "gap-due-in-past", "整改期限 \(due) 早于提出日期 \(effective)", "写 \(effective) 或以后的日期：\(field: .due)"
      )
    }
  }
}

extension MeetingRefusal {
  /// The refusal in words.
  var diagnostic: Diagnostic {
    switch self {
    case .alreadyOpen(let month, let day):
      .refused(
        "meeting-already-open", "\(month) 例会已于 \(day) 开始", "结束并封存：\(.closeMeeting(month))")
    case .notOpened(let month):
      .refused("meeting-not-opened", "\(month) 例会还没有开始", "先\(doing: .openMeeting(month))")
    case .sealBeforeMeeting(let month, let opened, let effective):
      .refused(
        "seal-before-meeting", "\(month) 例会开始于 \(opened)，封存日期不能早于它（\(effective)）",
        "核对电脑日期或\(field: .today(nil))")
    case .monthAlreadySealed(let month):
      .refused(
        "month-already-sealed", "\(month) 已封存，不能再改动",
        "重新打印：\(.printMonthly(month))；补充的事项记入下月")
    case .monthOutOfOrder(let month, let last):
      .refused(
        "month-out-of-order", "\(last) 已封存，不能再办理更早的 \(month)",
        "\(month) 的事项会作为补记列入下一次月报")
    case .earlierMonthOpen(let month, let earlier):
      .refused(
        "earlier-month-open",
        "封存 \(month) 之前，\(earlier.map(\.description).joined(separator: "、")) 例会还没有封存",
        "先\(doing: .closeMeeting(earlier.first ?? month))")
    case .monthInFuture(let month, let today):
      .refused(
        "month-in-future", "\(month) 还没有开始，今天是 \(today)",
        "写 \(today.civilMonth) 或以前的月份")
    case .sealDayOutsideMonth(let month, let day):
      .refused(
        "seal-day-outside-month", "封存的月报应截至 \(month) 的最后一天，不是 \(day)",
        "截止日写 \(month.lastDay)")
    case .monthNotOver(let month, let last, let today):
      .refused(
        "month-not-over", "\(month) 到 \(last) 才结束，今天是 \(today)，还不能封存",
        "月底之后再封存；现在可打印：\(.printMonthly(month))")
    case .sealThroughUnknown(let through, let known):
      .refused(
        "seal-through-unknown",
        "月报截止第 \(through) 条记录，应在第 \(known.lowerBound) 条至第 \(known.upperBound) 条之间",
        "重新生成月报后再封存")
    case .decisionUnknown(let month, let number, let known):
      .refused(
        "decision-unknown", "\(month) 例会没有第 \(number) 项议定事项",
        known.isEmpty
          ? "当月还没有议定事项" : "已有第 \(known.map(String.init).joined(separator: "、")) 项")
    case .settledBeforeDecision(let month, let number, let decided, let effective):
      .refused(
        "settle-before-decision",
        "\(month) 例会第 \(number) 项议定于 \(decided)，落实情况的日期不能早于它（\(effective)）",
        "核对电脑日期或\(field: .today(nil))")
    case .reminderUnknown(let number, let known):
      .refused(
        "reminder-unknown", "没有第 \(number) 号提醒、催办或督办",
        known.isEmpty ? "还没有发出过" : "已发出第 \(known.map(String.init).joined(separator: "、")) 号")
    case .answeredBeforeReminder(let number, let sent, let effective):
      .refused(
        "answer-before-reminder",
        "第 \(number) 号提醒、催办或督办发出于 \(sent)，回复日期不能早于它（\(effective)）",
        "核对电脑日期或\(field: .today(nil))")
    case .taskUnknown(let number, let known):
      .refused(
        "text-task-unknown", "任务列表没有第 \(number) 项任务，文稿无处可放",
        "任务是第 \(known.map(String.init).joined(separator: "、")) 项")
    }
  }
}
