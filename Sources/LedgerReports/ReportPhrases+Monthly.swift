import TaskLedger

/// The words of the monthly paper.
extension ReportPhrases {
  /// A gap by its number, as the rest of the paper names it.
  static func gap(_ number: Int) -> String { "第 \(number) 号" }

  /// What the meeting decides on.
  static func subject(of kind: MonthlyReport.Decision.Kind) -> String {
    switch kind {
    case .review: "待审核的销号申请"
    case .reviewAgain: "销号后内容有变动"
    case .extension: "待答复的延期申请"
    case .overdue: "已逾期"
    case .returned: "退回后未再申请"
    case .silent: "长期坚持类当月没有进展或佐证"
    case .undated: "完成时限未载明"
    case .unconfirmed: "方案导入后待核对"
    case .unanswered: "没有对应条目的省定条款"
    case .gaps: "上月及以前的差距短板未办结"
    }
  }

  /// What the meeting is asked to do.
  static func ask(of kind: MonthlyReport.Decision.Kind) -> String {
    switch kind {
    case .review: "逐项定：同意销号，或退回并写明缺什么"
    case .reviewAgain: "逐项定：重新审核，或重启"
    case .extension: "逐项定：同意或不同意，并写明依据"
    case .overdue: "逐项问明原因，定整改措施和完成日期"
    case .returned: "定重新申请的日期"
    case .silent: "责任部门当场说明，当月补齐"
    case .undated: "定完成时限"
    case .unconfirmed: "定由谁对照原方案核对"
    case .unanswered: "定由哪个部门承担"
    case .gaps: "逐项问明结果，定是否办结"
    }
  }

  /// What a late entry tells.
  static func supplement(_ event: LedgerEvent) -> String {
    switch event {
    case .item(_, let event): supplement(event)
    case .ledger(let event): supplement(event)
    }
  }

  private static func supplement(_ event: ItemEvent) -> String {
    switch event {
    case .imported: "导入条目"
    case .dropped: "更新后的方案不再列入"
    case .revised(let payload): "更正：\(payload.reason)"
    case .confirmed(let payload): "核对确认：\(payload.reason)"
    case .started: "认领"
    case .progressNoted(let text): "进展：\(text)"
    case .evidenceAttached(let evidence): "佐证 \(evidence.number)：\(evidence.title)"
    case .evidenceVoided(let payload): "作废 \(payload.number)：\(payload.reason)"
    case .closureSubmitted(let payload): "申请销号：\(payload.summary)"
    case .closed(let payload): "销号：\(payload.opinion)"
    case .closureReturned(let reason): "退回：\(reason)"
    case .reopened(let payload): "重启：\(payload.finding)"
    case .sustained: "转入长期坚持"
    case .withdrawn(let basis): "撤销：\(basis)"
    case .extensionRequested(let payload): "申请延期至\(date(payload.until))：\(payload.reason)"
    case .extensionGranted(let payload): "同意延期至\(date(payload.until))：\(payload.basis)"
    case .extensionRefused(let reason): "不同意延期：\(reason)"
    case .undone(let payload): "撤回第 \(payload.sequence) 条记录：\(payload.reason)"
    }
  }

  private static func supplement(_ event: LedgerEventKind) -> String {
    switch event {
    case .opened: "建账"
    case .reviewersChanged: "变更审核人"
    case .listAdopted: "采用省任务列表"
    case .listCorrected(let payload): "更正任务列表：\(payload.reason)"
    case .planImported: "导入方案"
    case .gapRaised(let payload): "提出差距短板：\(payload.text)"
    case .gapResolved(let payload): "第 \(payload.number) 号差距短板办结：\(payload.resolution)"
    case .meetingOpened(let meeting): "\(month(meeting))例会"
    case .monthSealed(let payload): "\(month(payload.month))封存"
    case .factRecorded(let payload): "实有：\(payload.name) \(payload.value)"
    case .indicatorExempted(let payload):
      payload.reason.map { "指标 \(payload.indicator) 不适用：\($0)" }
        ?? "指标 \(payload.indicator) 恢复适用"
    case .memberAdded(let payload): "人员登记：\(payload.name)（\(payload.department)）"
    case .memberRetired(let name): "人员离任：\(name)"
    }
  }

  /// What became of a request for more time.
  static func answer(_ answer: ItemState.Extension.Answer) -> String {
    switch answer {
    case .pending: "待答复"
    case .granted(let until, let basis): "同意延至\(date(until))（\(basis)）"
    case .refused(let reason): "不同意（\(reason)）"
    }
  }
}
