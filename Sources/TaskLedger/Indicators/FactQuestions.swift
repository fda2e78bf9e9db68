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
  ///   - places: Where the figures stand, for those of a file.
  public init(
    about names: Set<FactName>, before: FactSheet, after: FactSheet, table: IndicatorTable,
    places: [FactName: Diagnostic.Location] = [:]
  ) {
    for name in names.sorted(by: { $0.recorded < $1.recorded }) {
      guard let later = after[name] else { continue }
      let place = places[name]
      if case .number(let number) = FactValue(later.value),
        later.value.contains(where: \.isPercent),
        number > Rational(1)
      {
        diagnostics.append(.factOverHundred(name, later.value, at: place))
      } else if later.value.contains(where: \.isPercent),
        let indicator = table.indicators.first(where: { $0.counts(name.name) })
      {
        diagnostics.append(.factShareForCount(name, later.value, indicator, at: place))
      } else if case .number(let number) = FactValue(later.value), !number.isWhole,
        let indicator = table.indicators.first(where: { $0.counts(name.name) })
      {
        diagnostics.append(.factFractionForCount(name, later.value, indicator, at: place))
      }
      if let earlier = before[name], earlier.value != later.value {
        conflicts.append(Conflict(name: name, earlier: earlier, later: later))
      }
    }
    for indicator in table.indicators {
      let asked = indicator.doubtfulUnits(by: after, among: names)
      if !asked.isEmpty {
        let place = indicator.doubtNames(of: asked).compactMap { places[$0] }.first
        diagnostics.append(.factDoubtful(indicator, after, units: asked, at: place))
      }
      guard case .undecided(let needs) = indicator.answer(by: after).judgement else { continue }
      for case .unitsExceed(let name, let units) in needs
      where names.contains(where: { $0 == name || $0.unit != nil }) {
        let value = after[name]?.value ?? ""
        diagnostics.append(.factUnitsExceed(name, value, units: units, at: places[name]))
      }
    }
  }
}

extension FactSheet {
  /// The figures among some entries that are not in force, because the sheet has one of a later day.
  ///
  /// - Parameters:
  ///   - entries: What was recorded.
  ///   - places: Where the figures stand, for those of a file.
  /// - Returns: A warning for each, in order.
  public func superseded(
    among entries: [EventEnvelope], places: [FactName: Diagnostic.Location] = [:]
  ) -> [Diagnostic] {
    entries.compactMap { entry in
      guard case .ledger(.factRecorded(let payload)) = entry.event else { return nil }
      let name = FactName(payload.name)
      let day = payload.countedOn ?? entry.effective
      guard let current = self[name], current.on > day else { return nil }
      return .factSuperseded(name, payload.value, on: day, by: current, at: places[name])
    }
  }
}

extension Indicator {
  /// Whether a figure is a number of people or things: a unit stands behind it in the remark, or it is
  /// added to or compared with one that has a unit.
  func counts(_ name: String) -> Bool {
    let printed = Set(
      zip(remark, remark.dropFirst()).compactMap { part, next -> String? in
        guard case .figure(.fact(let figure)) = part, case .words(let words) = next,
          let unit = words.first, IndicatorWords.units.contains(unit)
        else { return nil }
        return figure
      })
    return printed.contains(name)
      || condition.sums.contains { $0.contains(name) && !$0.isDisjoint(with: printed) }
  }

  /// The figures that a doubt is about, for the school or for departments' unions.
  func doubtNames(of units: [String?]) -> [FactName] {
    units.flatMap { unit in (doubt?.names ?? []).map { FactName(name: $0, unit: unit) } }
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

extension FactExpression {
  /// The figures of each comparison that has neither products nor quotients: they are of one kind.
  fileprivate var sums: [Set<String>] {
    switch self {
    case .literal, .fact, .arithmetic: []
    case .comparison(let first, let chain):
      Self.addends(of: [first] + chain.map(\.right)).map { [$0] } ?? []
    case .and(let left, let right), .or(let left, let right): left.sums + right.sums
    case .not(let inner), .everyUnit(let inner): inner.sums
    case .unitCount(let inner): inner?.sums ?? []
    }
  }

  /// The figures of a sum; nil where something is multiplied, divided or decided.
  private var addends: Set<String>? {
    switch self {
    case .literal: []
    case .fact(let name): [name]
    case .arithmetic(let left, .plus, let right), .arithmetic(let left, .minus, let right):
      Self.addends(of: [left, right])
    case .arithmetic, .comparison, .and, .or, .not, .everyUnit, .unitCount: nil
    }
  }

  private static func addends(of sides: [FactExpression]) -> Set<String>? {
    sides.reduce([]) { all, side in
      all.flatMap { all in side.addends.map { all.union($0) } }
    }
  }
}

extension Character {
  fileprivate var isPercent: Bool { self == "%" || self == "％" }
}
