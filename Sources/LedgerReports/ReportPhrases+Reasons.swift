import TaskLedger

/// The reasons against passing as prose: those of one kind in one sentence.
extension ReportPhrases {
  /// The reasons in the order of their kinds, each kind once: 一是…二是….
  static func summary(of reasons: [Verdict.Reason]) -> String {
    var kinds: [ReasonKind] = []
    var members: [ReasonKind: [Verdict.Reason]] = [:]
    for reason in reasons {
      let kind = ReasonKind(reason)
      if members[kind] == nil { kinds.append(kind) }
      members[kind, default: []].append(reason)
    }
    let sentences = kinds.map { kind in sentence(of: kind, members[kind] ?? []) + "。" }
    return enumerated(sentences)
  }

  /// What reasons have in common.
  private enum ReasonKind: Hashable {
    case nothing, unanswered, pending, inProgress, unsustained, submitted, withdrawn, standing
    case stale, damaged, gaps, unmet, unproved, undecided, unjudged
    /// Hedges are told item by item, with their words.
    case hedges(ItemID)

    init(_ reason: Verdict.Reason) {
      switch reason {
      case .nothingToJudge: self = .nothing
      case .clauseUnanswered: self = .unanswered
      case .itemOpen(_, .inProgress, let missing) where missing.contains(.sustaining):
        self = .unsustained
      case .itemOpen(_, let phase, _):
        switch phase {
        case .pending: self = .pending
        case .submitted: self = .submitted
        case .withdrawn: self = .withdrawn
        case .inProgress, .closed, .ongoing: self = .inProgress
        }
      case .standingWithoutEvidence: self = .standing
      case .closureStale: self = .stale
      case .evidenceDamaged: self = .damaged
      case .statementHedges(let id, _): self = .hedges(id)
      case .gapOpen: self = .gaps
      case .indicator(let answer):
        if answer.lacksProof {
          self = .unproved
        } else if case .unmet = answer.judgement {
          self = .unmet
        } else {
          self = .undecided
        }
      case .indicatorsUnjudged: self = .unjudged
      }
    }
  }

  private static func sentence(of kind: ReasonKind, _ reasons: [Verdict.Reason]) -> String {
    let subjects = reasons.compactMap(subject)
    let items = "第\(joined(subjects))项"
    switch kind {
    case .nothing: return "台账中没有可供评定的条目"
    case .unanswered: return "第\(joined(subjects))条没有对应的条目"
    case .pending: return "\(items)尚未启动"
    case .inProgress: return "\(items)正在推进，尚未申请销号"
    case .unsustained: return "\(items)正在推进，尚未转入长期坚持"
    case .submitted: return "\(items)已申请销号，正在审核"
    case .withdrawn: return "\(items)撤销没有依据"
    case .standing: return "\(items)本月尚无进展或佐证"
    case .stale: return "\(items)销号后内容有变动，销号失效"
    case .damaged: return "佐证材料\(joined(subjects))的文件缺失或已被改动"
    case .gaps: return "\(joined(subjects))差距短板尚未解决"
    case .unmet: return "评估指标\(joined(subjects))未达标"
    case .unproved: return "评估指标\(joined(subjects))达标而未附佐证"
    case .undecided: return "评估指标\(joined(subjects))缺少数据，无法判定"
    case .unjudged: return "没有评估指标，无法判定"
    case .hedges(let id):
      guard case .statementHedges(_, let words)? = reasons.first else { return "" }
      return "第\(id)项的完成情况说明有\(joined(words.map(quoted)))等不确定的说法"
    }
  }

  private static func subject(of reason: Verdict.Reason) -> String? {
    switch reason {
    case .nothingToJudge, .indicatorsUnjudged: nil
    case .clauseUnanswered(let id): "\(id)"
    case .itemOpen(let id, _, _), .standingWithoutEvidence(let id, _), .closureStale(let id),
      .statementHedges(let id, _):
      "\(id)"
    case .evidenceDamaged(let number): "\(number)"
    case .gapOpen(let number, let id): "第\(number)号（第\(id)项）"
    case .indicator(let answer):
      answer.indicator.mark + answer.indicator.number
    }
  }
}
