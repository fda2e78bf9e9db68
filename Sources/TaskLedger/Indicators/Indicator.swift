/// One row of the acceptance instrument (验收指标): what is counted, and when it is met.
///
/// Invariant: data, never code; a school can edit it.
public struct Indicator: Sendable, Hashable {
  /// Whose figures are judged.
  public enum Level: Sendable, Hashable {
    /// The school's union.
    case school
    /// The unions of the departments.
    case unions
  }

  /// The number in the instrument.
  public var number: String
  /// Whether it must be met (★).
  public var isStarred: Bool
  /// Whether meeting it must be proved by evidence (▲).
  public var mustBeProved = false
  /// Whether it is asked for and does not bind yet (暂不作硬性要求).
  public var isAdvisory = false
  /// What is demanded, in our words.
  public var text: String
  /// What is counted, for those who record the figures.
  public var counted: String
  /// When it is met.
  public var condition: FactExpression
  /// When it is met with a stated reason.
  public var relaxed: FactExpression?
  /// Which reason is asked for.
  public var relaxedReason: String
  /// When the figures are questioned although they may be right.
  public var doubt: FactExpression?
  /// The clauses it belongs to.
  public var clauses: [ClauseID]
  /// What the remark column shows; figures stand in braces, such as 实有{工作人员}人.
  public var remark: [RemarkPart]
  /// What a report says of it when it is met, with figures in braces as in the remark column; empty
  /// when reports do not speak of it.
  public var statement: [RemarkPart] = []
  /// Whose figures are judged.
  public var level: Level
  /// Where the row stands.
  public var location: Diagnostic.Location

  /// A piece of the remark column.
  public enum RemarkPart: Sendable, Hashable {
    /// Words.
    case words(String)
    /// A figure, or a share reckoned from figures.
    case figure(FactExpression)
    /// The organisations as the school has them, such as 研究生会.
    case organisation
  }
}

/// The judgement of one indicator.
public struct IndicatorAnswer: Sendable, Hashable {
  /// The judgement.
  public enum Judgement: Sendable, Hashable {
    /// 达标; with the stated reason when only the relaxed condition holds.
    case met(reason: String?)
    /// 未达标; the departments that fail, and whether a stated reason would be enough.
    case unmet(units: [String], reasonWouldDo: Bool)
    /// 不适用, with the reason.
    case notApplicable(String)
    /// 无法判定, with what is missing.
    case undecided([FactNeed])
  }

  /// The indicator.
  public var indicator: Indicator
  /// The judgement.
  public var judgement: Judgement
  /// What the remark column shows.
  public var remark: String
  /// What a report says of it: nil unless it is met and every figure is known.
  public var statement: String?
  /// What fails when a condition of several parts is not met: the figures of the parts that do not
  /// hold, in the order written, each once.
  public var unmetFigures: [UnmetFigure]
  /// Whether the figures look implausible and should be looked at again.
  public var isDoubtful: Bool
  /// The evidence the figures rest on, in order.
  public var evidence: [EvidenceNumber]
  /// The registered figures that no evidence is named for, in the order in which they are asked.
  public var unproved: [FactName]

  /// A figure of a part of a condition that does not hold.
  public struct UnmetFigure: Sendable, Hashable {
    /// Under which name it is recorded.
    public var name: String
    /// What is recorded, as papers show it.
    public var value: String

    /// Creates a figure.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Whether it is met and must be proved, and nothing proves it.
  public var lacksProof: Bool {
    if case .met = judgement { indicator.mustBeProved && evidence.isEmpty } else { false }
  }

  /// Whether it is not met, or cannot be judged, and does not bind (暂不作硬性要求).
  public var isOpenWithoutBinding: Bool {
    guard indicator.isAdvisory else { return false }
    return switch judgement {
    case .unmet, .undecided: true
    case .met, .notApplicable: false
    }
  }

  /// Whether it lets the verdict pass: met and proved where that is demanded, not applicable and not
  /// starred, or not binding.
  public var allowsPassing: Bool {
    if indicator.isAdvisory { return true }
    return switch judgement {
    case .met: !lacksProof
    case .notApplicable: !indicator.isStarred
    case .unmet, .undecided: false
    }
  }
}

extension Indicator {
  /// The mark before its number: ★, ▲ or none.
  public var mark: String {
    isStarred ? IndicatorWords.star : mustBeProved ? IndicatorWords.proofMark : ""
  }

  /// Judges the indicator by recorded figures.
  public func answer(by sheet: FactSheet) -> IndicatorAnswer {
    var figures = condition.figures()
    if let relaxed { figures += relaxed.figures() }
    let names = figures.filter { !$0.isOfUnits }.map { FactName(name: $0.name, unit: nil) }
    let facts = names.compactMap { sheet[$0] }
    let ofUnits = sheet.units.flatMap { unit in
      figures.filter(\.isOfUnits).map { FactName(name: $0.name, unit: unit) }
    }
    var seen: Set<FactName> = []
    let registered = (names + ofUnits).filter { sheet[$0] != nil && seen.insert($0).inserted }
    var evaluation = FactEvaluation(sheet, indicator: number)
    let outcome = evaluation.outcome(of: condition)
    let judgement = judgement(outcome, evaluation, facts: facts)
    return IndicatorAnswer(
      indicator: self, judgement: judgement,
      remark: shownRemark(by: sheet, exempted: evaluation.exempted),
      statement: shownStatement(by: sheet, judgement),
      unmetFigures: unmetFigures(by: sheet, judgement),
      isDoubtful: isDoubtful(by: sheet),
      evidence: Array(Set(registered.compactMap { sheet[$0]?.evidence })).sorted(),
      unproved: registered.filter { sheet[$0]?.evidence == nil })
  }

  private func judgement(
    _ outcome: FactEvaluation.Outcome, _ condition: FactEvaluation, facts: [Ledger.Fact]
  ) -> IndicatorAnswer.Judgement {
    if !isStarred, let reason = condition.sheet.exemption(of: number) {
      return .notApplicable(reason)
    }
    switch outcome {
    case .value(.truth(true)): return .met(reason: nil)
    case .missing(let needs):
      if !condition.exempted.isEmpty, needs.allSatisfy(\.isOfUnits) {
        return .notApplicable(IndicatorWords.reasons(condition.exempted))
      }
      var seen: Set<FactNeed> = []
      return .undecided(needs.filter { seen.insert($0).inserted })
    case .value:
      var evaluation = FactEvaluation(condition.sheet, indicator: number)
      let reason = facts.first { !$0.doesNotApply && $0.exemption != nil }?.exemption
      let isRelaxed = relaxed.map { evaluation.outcome(of: $0) == .value(.truth(true)) } ?? false
      if isRelaxed, let reason { return .met(reason: reason) }
      return .unmet(units: condition.failing, reasonWouldDo: isRelaxed)
    }
  }

  private func unmetFigures(
    by sheet: FactSheet, _ judgement: IndicatorAnswer.Judgement
  ) -> [IndicatorAnswer.UnmetFigure] {
    let parts = condition.parts
    // One figure stands in the remark already.
    guard case .unmet = judgement, parts.count > 1 || remark.isEmpty else { return [] }
    var evaluation = FactEvaluation(sheet, indicator: number)
    var names: [String] = []
    for part in parts where evaluation.outcome(of: part) == .value(.truth(false)) {
      let own = part.figures().filter { !$0.isOfUnits }.map(\.name)
      for name in own where !names.contains(name) { names.append(name) }
    }
    return names.compactMap { name in
      words(of: .figure(.fact(name)), by: sheet).map { .init(name: name, value: $0) }
    }
  }

  private func isDoubtful(by sheet: FactSheet) -> Bool {
    switch level {
    case .school: isDoubtful(by: sheet, unit: nil)
    case .unions: sheet.units.contains { isDoubtful(by: sheet, unit: $0) }
    }
  }

  private func shownStatement(
    by sheet: FactSheet, _ judgement: IndicatorAnswer.Judgement
  ) -> String? {
    guard case .met = judgement, !statement.isEmpty else { return nil }
    let parts = statement.map { words(of: $0, by: sheet) }
    return parts.contains(nil) ? nil : IndicatorWords.joined(parts.compactMap(\.self))
  }

  /// A piece with its figure; nil when that is not known.
  private func words(of part: RemarkPart, by sheet: FactSheet) -> String? {
    switch part {
    case .words(let words): return words
    case .organisation: return IndicatorWords.organisation
    case .figure(let expression):
      // The figures that are shown are those that were judged.
      var evaluation = FactEvaluation(sheet, indicator: number)
      guard case .value(let value) = evaluation.outcome(of: expression) else { return nil }
      return value.words(asPercent: expression.isShare)
    }
  }

  private func shownRemark(
    by sheet: FactSheet, exempted: [(unit: String, reason: String)]
  ) -> String {
    let shown = IndicatorWords.joined(
      remark.map { words(of: $0, by: sheet) ?? IndicatorWords.unknown })
    guard !exempted.isEmpty else { return shown }
    return shown + (shown.isEmpty ? "" : "；") + IndicatorWords.exempted(exempted)
  }
}

extension IndicatorAnswer {
  /// The answer with the organisations named as a school has them.
  ///
  /// - Parameters:
  ///   - profile: The words of the work, among them its organisations.
  ///   - title: The title of the school's plan, which says what it has.
  /// - Returns: The answer; its demand, its remark and its statement name what is there.
  public func naming(_ profile: ReformProfile, planTitled title: String) -> IndicatorAnswer {
    let whole = profile.organisation(namedIn: title)
    func named(_ text: String) -> String {
      profile.namingPresent(
        in: text.replacing(IndicatorWords.organisation, with: whole), planTitled: title)
    }
    var answer = self
    answer.indicator.text = named(indicator.text)
    answer.remark = named(remark)
    answer.statement = statement.map(named)
    return answer
  }
}

extension FactValue {
  /// The value as it is shown.
  func words(asPercent: Bool) -> String {
    switch self {
    case .number(let number): number.words(asPercent: asPercent)
    case .date(let date): IndicatorWords.words(for: date)
    case .truth(let truth): IndicatorWords.words(for: truth)
    case .words(let words): words
    }
  }
}
