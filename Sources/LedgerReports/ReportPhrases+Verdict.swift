package import TaskLedger

extension Verdict {
  /// The conclusion in the words of the reform.
  package func sentence(_ profile: ReformProfile) -> String { profile[passes ? .passed : .open] }

  /// The reasons against passing in words, in order; none when it passes.
  package var reasonWords: [String] { reasons.map(ReportPhrases.words) }
}

extension IndicatorAnswer {
  /// Why it was judged so, in words; nil when it was simply met.
  package var detail: String? { ReportPhrases.detail(of: self) }

  /// What the remark column says of it; nil when there is nothing to say.
  package var remarkWords: String? { ReportPhrases.remark(of: self) }
}

/// The words of the verdict.
extension ReportPhrases {
  /// One reason against passing.
  static func words(of reason: Verdict.Reason) -> String {
    switch reason {
    case .nothingToJudge: "台账中没有可供评定的条目"
    case .clauseUnanswered(let id): "第\(id)条没有对应条目"
    case .itemOpen(let id, let phase, let parts):
      "条目\(id)未销号（\(phase.words)）" + (missing(parts).map { "：\($0)" } ?? "")
    case .standingWithoutEvidence(let id, let current):
      "条目\(id)长期坚持，\(month(current))没有进展或佐证"
    case .closureStale(let id): "条目\(id)销号后内容有变动，销号失效"
    case .evidenceDamaged(let number): "佐证材料\(number)的文件缺失或已被改动"
    case .statementHedges(let id, let words):
      "条目\(id)的完成情况说明用了不确定的说法：\(joined(words.map { "“\($0)”" }))"
    case .gapOpen(let number, let id): "条目\(id)的第\(number)号差距短板还没有解决"
    case .indicator(let answer): Self.words(ofIndicator: answer)
    case .indicatorsUnjudged: "没有验收指标，无法判定"
    }
  }
}
