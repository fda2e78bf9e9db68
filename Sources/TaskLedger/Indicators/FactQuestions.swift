/// What should be asked about figures before they are relied on: they may be right, and look wrong.
public struct FactQuestions: Sendable, Hashable {
  /// A figure that differs from what was recorded before.
  public struct Conflict: Sendable, Hashable {
    /// What was counted.
    public var name: FactName
    /// What counted before.
    public var earlier: Ledger.Fact
    /// What counts now.
    public var later: Ledger.Fact
  }

  /// The questions, in the order of the indicators and of the figures.
  public private(set) var diagnostics: [Diagnostic] = []
  /// The figures that differ from those before, in order of name.
  public private(set) var conflicts: [Conflict] = []

  /// Compares the figures before and after.
  ///
  /// - Parameters:
  ///   - names: The figures that were recorded.
  ///   - before: The figures that counted before them.
  ///   - after: The figures that count with them.
  ///   - table: The indicators, which say what looks doubtful.
  public init(
    about names: Set<FactName>, before: FactSheet, after: FactSheet, table: IndicatorTable
  ) {
    for name in names.sorted(by: { $0.recorded < $1.recorded }) {
      guard let later = after[name] else { continue }
      if case .number(let number) = FactValue(later.value),
        later.value.contains(where: \.isPercent),
        number > Rational(1)
      {
        diagnostics.append(.factOverHundred(name, later.value))
      } else if later.value.contains(where: \.isPercent),
        let indicator = table.indicators.first(where: { $0.counts(name.name) })
      {
        diagnostics.append(.factShareForCount(name, later.value, indicator))
      } else if case .number(let number) = FactValue(later.value), !number.isWhole,
        let indicator = table.indicators.first(where: { $0.counts(name.name) })
      {
        diagnostics.append(.factFractionForCount(name, later.value, indicator))
      }
      if let earlier = before[name], earlier.value != later.value {
        conflicts.append(Conflict(name: name, earlier: earlier, later: later))
      }
    }
    for indicator in table.indicators {
      let asked = indicator.doubtfulUnits(by: after, among: names)
      if !asked.isEmpty { diagnostics.append(.factDoubtful(indicator, after, units: asked)) }
      guard case .undecided(let needs) = indicator.answer(by: after).judgement else { continue }
      for case .unitsExceed(let name, let units) in needs
      where names.contains(where: { $0 == name || $0.unit != nil }) {
        diagnostics.append(.factUnitsExceed(name, after[name]?.value ?? "", units: units))
      }
    }
  }
}

extension Indicator {
  /// Whether a figure is a number of people or things: a unit stands behind it in the remark.
  func counts(_ name: String) -> Bool {
    for (part, next) in zip(remark, remark.dropFirst()) {
      guard case .figure(.fact(name)) = part, case .words(let words) = next,
        let unit = words.first
      else { continue }
      if IndicatorWords.units.contains(unit) { return true }
    }
    return false
  }

  /// Whose figures look doubtful, of those that were recorded: nil stands for the school.
  func doubtfulUnits(by sheet: FactSheet, among names: Set<FactName>) -> [String?] {
    guard let doubt else { return [] }
    let wanted = Set(doubt.names)
    let units: [String?] = level == .unions ? sheet.units.map { $0 } : [nil]
    return units.filter { unit in
      guard names.contains(where: { $0.unit == unit && wanted.contains($0.name) }) else {
        return false
      }
      return isDoubtful(by: sheet, unit: unit)
    }
  }

  /// Whether the figures of the school, or of a department's union, look doubtful.
  func isDoubtful(by sheet: FactSheet, unit: String?) -> Bool {
    guard let doubt else { return false }
    var evaluation = FactEvaluation(sheet)
    evaluation.unit = unit
    return evaluation.outcome(of: doubt) == .value(.truth(true))
  }
}

extension Character {
  fileprivate var isPercent: Bool { self == "%" || self == "％" }
}
