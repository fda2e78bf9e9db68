import TaskLedger

extension LedgerCommand {
  /// The command that makes a move of the closing machine, with words that no rule refuses.
  static func move(_ transition: Transition, of id: ItemID) -> LedgerCommand {
    switch transition {
    case .start: .start(id)
    case .submit: .submit(id, summary: "已全部完成")
    case .close: .close(id, opinion: "同意销号")
    case .return: .return(id, reason: "缺名单")
    case .reopen: .reopen(id, finding: "名单不实", basis: "督查反馈")
    case .sustain: .sustain(id)
    case .withdraw: .withdraw(id, basis: "省厅通知")
    }
  }
}
