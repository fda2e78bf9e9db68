/// Where an item stands in the closing machine (状态).
///
/// Only these are states; lights, stale closures and extensions are derived. 办结 (the department
/// says done: ``submitted``) and 销号 (struck off after review: ``closed``) are different states.
public enum Phase: String, Sendable, Hashable, CaseIterable {
  /// 待启动.
  case pending = "pending"
  /// 推进中.
  case inProgress = "inProgress"
  /// 待审核.
  case submitted = "submitted"
  /// 已销号.
  case closed = "closed"
  /// 长期坚持.
  case ongoing = "ongoing"
  /// 已撤销.
  case withdrawn = "withdrawn"

  /// Whether an item of the plan counts in it.
  var isLive: Bool { self != .withdrawn }
}

/// The moves of the closing machine, as a table.
public enum Transition: String, Sendable, Hashable, CaseIterable {
  /// 认领.
  case start
  /// 申请销号.
  case submit
  /// 销号.
  case close
  /// 退回.
  case `return`
  /// 重启.
  case reopen
  /// 转入长期坚持.
  case sustain
  /// 撤销.
  case withdraw

  /// The states from which the move is possible; a stale closure counts as open for review.
  public var sources: Set<Phase> { Set(Phase.allCases.filter(isPossible)) }

  /// Whether the move is possible from a state.
  public func isPossible(from phase: Phase) -> Bool {
    switch self {
    case .start: phase == .pending
    case .submit: phase == .inProgress || phase == .ongoing
    case .close, .return: phase == .submitted
    case .reopen: phase == .closed
    case .sustain: phase == .inProgress
    case .withdraw:
      phase == .pending || phase == .inProgress || phase == .submitted || phase == .ongoing
    }
  }

  /// Whether a stale closure (失效) may be taken up again by this move.
  public var curesStaleClosure: Bool {
    switch self {
    case .submit, .close, .return: true
    case .start, .reopen, .sustain, .withdraw: false
    }
  }

  /// The state after the move.
  public var target: Phase {
    switch self {
    case .start, .return, .reopen: .inProgress
    case .submit: .submitted
    case .close: .closed
    case .sustain: .ongoing
    case .withdraw: .withdrawn
    }
  }
}
