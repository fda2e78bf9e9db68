import TaskLedger

/// What comes next as a paper to those above says it: what the school will do, not what is to be
/// entered in the ledger, which the lists of departments say.
extension ReportPhrases {
  /// What comes next for what is open: items that need the same in one sentence.
  static func nextSteps(_ open: [ItemLine]) -> [String] {
    var steps: [String] = []
    var items: [String: [String]] = [:]
    for line in open {
      guard let step = undertaking(for: line) else { continue }
      if items[step] == nil { steps.append(step) }
      items[step, default: []].append("\(line.id)")
    }
    return steps.map { "对第\(joined(items[$0] ?? []))项，\($0)。" }
  }

  /// What the school will do about what an item lacks; nil when nothing is missing.
  private static func undertaking(for line: ItemLine) -> String? {
    steps(for: line, late: "查明逾期原因") { undertaking(for: $0, of: line.state) }
  }

  private static func undertaking(for part: MissingPart, of state: ItemState) -> String {
    switch part {
    case .start: "尽快启动实施"
    case .evidence: "抓紧落实，备齐佐证材料"
    case .measureEvidence(let numbers):
      "补齐第\(joined(numbers.map(String.init)))条措施的佐证材料"
    case .statement: "完成后按程序申请销号"
    case .answerToReturn: "按审核意见抓好整改"
    case .review: "按程序完成审核"
    case .newReview: "核实变动情况，按程序重新审核"
    case .deadline(let round): round.map { "明确第\($0)轮的时限" } ?? "明确完成时限"
    case .signOfLife, .missedDay: "持续抓好落实，\(state.rhythm)检查进展"
    case .sustaining: "转入长期坚持，\(state.rhythm)检查进展"
    case .confirmation: "对照原方案核实"
    }
  }
}
