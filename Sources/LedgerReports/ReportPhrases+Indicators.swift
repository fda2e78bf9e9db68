import TaskLedger

/// The words of indicators and of the areas of reform.
extension ReportPhrases {
  /// Why an indicator was judged as it was; nil when it was simply met.
  static func detail(of answer: IndicatorAnswer) -> String? {
    switch answer.judgement {
    case .met(let reason): reason.map { "放宽理由：\($0)" }
    case .unmet(let units, let reasonWouldDo):
      detail(
        answer.unmetFigures, units: units,
        reason: reasonWouldDo ? answer.indicator.relaxedReason : nil)
    case .notApplicable(let reason): reason
    case .undecided(let needs): words(of: needs)
    }
  }

  /// Boxes to be ticked, those that hold ticked.
  static func boxes(_ boxes: [(name: String, isTicked: Bool)]) -> String {
    boxes.map { ($0.isTicked ? "☑" : "□") + $0.name }.joined(separator: "　")
  }

  /// The boxes of an indicator: an answer that nobody can give ticks none.
  static func boxes(of judgement: IndicatorAnswer.Judgement) -> String {
    switch judgement {
    case .met: boxes([("达标", true), ("未达标", false)])
    case .unmet: boxes([("达标", false), ("未达标", true)])
    case .notApplicable, .undecided: boxes([("达标", false), ("未达标", false)])
    }
  }

  /// What the remark column of the form holds: the figures, why the answer is as it is, and that
  /// nothing proves it.
  static func remark(of answer: IndicatorAnswer) -> String? {
    var parts = answer.remark.isEmpty ? [] : [answer.remark]
    if let detail = detail(of: answer) {
      // The form has no box for it.
      if case .notApplicable = answer.judgement {
        if !answer.remark.contains(detail) { parts.append("不适用：\(detail)") }
      } else {
        parts.append(detail)
      }
    }
    if let unproved = unproved(answer) { parts.append(unproved) }
    if answer.indicator.isAdvisory { parts.append("暂不作硬性要求") }
    return parts.isEmpty ? nil : parts.joined(separator: "；")
  }

  /// That nothing proves what is met, or which of its figures nothing proves; nil where all is proved
  /// and for any other answer.
  static func unproved(_ answer: IndicatorAnswer) -> String? {
    guard case .met = answer.judgement, !answer.unproved.isEmpty || answer.evidence.isEmpty else {
      return nil
    }
    if answer.evidence.isEmpty { return "未附佐证" }
    let names = answer.unproved.prefix(3).map(figure)
    let rest = answer.unproved.count > 3 ? "等\(answer.unproved.count)项数据" : ""
    return "\(joined(names))\(rest)未附佐证"
  }

  /// What still stands between an indicator and its pass; nil where that is nothing.
  static func lack(of answer: IndicatorAnswer) -> String? {
    detail(of: answer) ?? unproved(answer) ?? (answer.remark.isEmpty ? nil : answer.remark)
  }

  /// What a published result says beside the judgement: the figures, why it is so, and that nothing
  /// proves it. What the office still lacks is its own matter.
  static func publishedRemark(of answer: IndicatorAnswer) -> String? {
    var parts = answer.remark.isEmpty ? [] : [answer.remark]
    switch answer.judgement {
    case .met, .unmet, .notApplicable: if let detail = detail(of: answer) { parts.append(detail) }
    case .undecided: break
    }
    if let unproved = unproved(answer) { parts.append(unproved) }
    return parts.isEmpty ? nil : parts.joined(separator: "；")
  }

  /// What is missing; figures that are not recorded are named together.
  private static func words(of needs: [FactNeed]) -> String {
    var names: [String] = []
    var others: [String] = []
    for need in needs {
      switch need {
      case .fact(let name): names.append(figure(name))
      case .notApplying(let name, let reason):
        others.append("\(figure(name))登记为不适用（\(PrintableText.line(reason))），不能当作数")
      case .unreadable(let name, let value):
        others.append("\(figure(name))写作\(quoted(PrintableText.line(value)))，无法判读")
      case .unfit(let name): others.append("\(figure(name))不能用于这个条件")
      case .unitsExceed(let name, let units):
        others.append(
          "\(figure(name))与登记矛盾：已登记数据的有\(units.count)个（\(joined(units))）")
      case .units, .noCondition: others.append(need.words)
      }
    }
    let unrecorded = names.isEmpty ? [] : ["缺实有数据：\(joined(names))"]
    return (unrecorded + others).joined(separator: "；")
  }

  /// A figure by name, with the department's union that it is of.
  private static func figure(_ name: FactName) -> String {
    name.unit.map { "\($0)的\(name.name)" } ?? name.name
  }

  private static func detail(
    _ figures: [IndicatorAnswer.UnmetFigure], units: [String], reason: String?
  ) -> String? {
    var parts: [String] = []
    if !figures.isEmpty {
      parts.append("不符合的数据：" + joined(figures.map { "\($0.name)（\($0.value)）" }))
    }
    if !units.isEmpty { parts.append("未达标的院系：\(joined(units))") }
    if let reason { parts.append("在放宽范围内，但没有说明理由" + (reason.isEmpty ? "" : "（\(reason)）")) }
    return parts.isEmpty ? nil : parts.joined(separator: "；")
  }

  /// An indicator as a reason against passing.
  static func words(ofIndicator answer: IndicatorAnswer) -> String {
    return "\(answer.indicator.mark)指标\(answer.indicator.number)\(answer.judgement.words)"
      + (answer.lacksProof ? "，未附佐证" : "") + (detail(of: answer).map { "：\($0)" } ?? "")
  }

  /// The area of whatever belongs to no other.
  static let otherArea = "本校自定"
}
