/// What evaluating a condition gives: a value, or what is missing for one.
///
/// A condition is decided as soon as it can be: 且 with one side false is false whatever the other
/// side lacks.
struct FactEvaluation {
  /// A value, or what is missing; what is missing is never nothing.
  enum Outcome: Sendable, Hashable {
    case value(FactValue)
    case missing([FactNeed])
  }

  var sheet: FactSheet
  /// The unit whose figures are read; nil for the school's.
  var unit: String?
  /// The units for which a condition failed.
  var failing: [String] = []
  /// The units to which a condition does not apply, with the reason.
  var exempted: [(unit: String, reason: String)] = []

  /// The indicator judged, whose declarations for single unions count; nil for a question.
  private let indicator: String?

  init(_ sheet: FactSheet, indicator: String? = nil) {
    self.sheet = sheet
    self.indicator = indicator
  }

  mutating func outcome(of expression: FactExpression) -> Outcome {
    switch expression {
    case .literal(let value): return .value(value)
    case .fact(let name): return figure(name)
    case .arithmetic(let left, let operation, let right):
      let isSum = operation == .plus || operation == .minus
      return reckon(
        isSum ? term(left) : outcome(of: left), operation, isSum ? term(right) : outcome(of: right),
        expression)
    case .comparison(let first, let chain): return compare(first, chain)
    case .and(let left, let right):
      return join(outcome(of: left), outcome(of: right), decisive: false)
    case .or(let left, let right):
      return join(outcome(of: left), outcome(of: right), decisive: true)
    case .not(let inner):
      let result = outcome(of: inner)
      if case .value(.truth(let truth)) = result { return .value(.truth(!truth)) }
      return needingTruth(result)
    case .everyUnit(let inner): return everyUnit(inner)
    case .unitCount(nil): return .value(.number(Rational(countedUnits.count)))
    case .unitCount(let inner?): return unitCount(inner)
    }
  }

  /// The unions with figures; one for which the indicator was declared not applicable, such as one
  /// that was mistyped, is not counted.
  private var countedUnits: [String] {
    guard let indicator else { return sheet.units }
    return sheet.units.filter { sheet.exemption(of: indicator, unit: $0) == nil }
  }

  /// A term of a sum: a figure that was registered as not applying is 0 there, and only there.
  private mutating func term(_ expression: FactExpression) -> Outcome {
    if case .fact(let name) = expression, let fact = sheet[FactName(name: name, unit: unit)],
      fact.doesNotApply
    {
      return .value(.number(Rational(0)))
    }
    return outcome(of: expression)
  }

  private func figure(_ name: String) -> Outcome {
    let key = FactName(name: name, unit: unit)
    guard let fact = sheet[key] else { return .missing([.fact(key)]) }
    if fact.doesNotApply { return .missing([.notApplying(key, fact.exemption ?? "")]) }
    if TextChecks.isBlank(fact.value) { return .missing([.fact(key)]) }
    let value = FactValue(fact.value)
    if case .words = value { return .missing([.unreadable(key, fact.value)]) }
    return .value(value)
  }

  private func reckon(
    _ left: Outcome, _ operation: FactExpression.Operator, _ right: Outcome,
    _ expression: FactExpression
  ) -> Outcome {
    guard case .value(let a) = left, case .value(let b) = right else {
      return .missing(left.needs + right.needs)
    }
    guard case .number(let x) = a, case .number(let y) = b else {
      return unfit(expression.names)
    }
    let result =
      switch operation {
      case .plus: x.adding(y)
      case .minus: x.adding(y.negated)
      case .times: x.multiplied(by: y)
      case .over: x.divided(by: y)
      }
    return result.map { .value(.number($0)) } ?? unfit(expression.names.suffix(1))
  }

  /// The figures do not fit the condition; a condition without figures is none.
  private func unfit(_ names: some Sequence<String>) -> Outcome {
    let needs = names.map { FactNeed.unfit(FactName(name: $0, unit: unit)) }
    return .missing(needs.isEmpty ? [.noCondition] : needs)
  }

  private mutating func compare(
    _ first: FactExpression, _ chain: [FactExpression.Comparison]
  ) -> Outcome {
    var left = outcome(of: first)
    var (leftNames, result) = (first.names, Outcome.value(.truth(true)))
    for comparison in chain {
      let right = outcome(of: comparison.right)
      if case .unitCount(nil) = first, case .fact(let name) = comparison.right,
        case .value(.number(let stated)) = right, Rational(countedUnits.count) > stated
      {
        return .missing([
          .unitsExceed(FactName(name: name, unit: unit), units: countedUnits)
        ])
      }
      let names = leftNames + comparison.right.names
      result = join(result, pair(left, comparison.relation, right, names), decisive: false)
      (left, leftNames) = (right, comparison.right.names)
    }
    return result
  }

  private func pair(
    _ left: Outcome, _ relation: FactExpression.Relation, _ right: Outcome, _ names: [String]
  ) -> Outcome {
    guard case .value(let a) = left, case .value(let b) = right else {
      return .missing(left.needs + right.needs)
    }
    switch (a, b) {
    case (.number(let x), .number(let y)): return .value(.truth(relation.holds(x, y)))
    case (.date(let x), .date(let y)): return .value(.truth(relation.holds(x, y)))
    case (.truth(let x), .truth(let y)) where relation == .equal:
      return .value(.truth(x == y))
    case (.truth(let x), .truth(let y)) where relation == .unequal:
      return .value(.truth(x != y))
    default: return unfit(names)
    }
  }

  private func join(_ left: Outcome, _ right: Outcome, decisive: Bool) -> Outcome {
    let sides = [needingTruth(left), needingTruth(right)]
    if sides.contains(.value(.truth(decisive))) { return .value(.truth(decisive)) }
    if sides.allSatisfy({ $0 == .value(.truth(!decisive)) }) { return .value(.truth(!decisive)) }
    return .missing(sides.flatMap(\.needs))
  }

  private func needingTruth(_ outcome: Outcome) -> Outcome {
    if case .value(let value) = outcome, !value.isTruth { return .missing([.noCondition]) }
    return outcome
  }

  private mutating func everyUnit(_ inner: FactExpression) -> Outcome {
    let judged = judge(inner)
    if judged.met + judged.failed.count == 0, judged.needs.isEmpty {
      return .missing([.units(inner.names)])
    }
    if !judged.failed.isEmpty { return .value(.truth(false)) }
    return judged.needs.isEmpty ? .value(.truth(true)) : .missing(judged.needs)
  }

  /// How many unions meet a condition; what one of them lacks makes the number unknown.
  private mutating func unitCount(_ inner: FactExpression) -> Outcome {
    let judged = judge(inner)
    guard !sheet.units.isEmpty else { return .missing([.units(inner.names)]) }
    return judged.needs.isEmpty
      ? .value(.number(Rational(judged.met))) : .missing(judged.needs)
  }

  /// Judges every department's union by a condition, and keeps those that fail. A union for which
  /// the indicator was declared not applicable is left out.
  private mutating func judge(
    _ inner: FactExpression
  ) -> (met: Int, failed: [String], needs: [FactNeed]) {
    var met = 0
    var needs: [FactNeed] = []
    var failed: [String] = []
    let outer = unit
    for name in sheet.units(with: indicator) {
      if let reason = indicator.flatMap({ sheet.exemption(of: $0, unit: name) }) {
        if !exempted.contains(where: { $0.unit == name }) { exempted.append((name, reason)) }
        continue
      }
      unit = name
      switch needingTruth(outcome(of: inner)) {
      case .value(.truth(true)): met += 1
      case .value: failed.append(name)
      case .missing(let missing): needs += missing
      }
    }
    unit = outer
    for name in failed where !failing.contains(name) { failing.append(name) }
    return (met, failed, needs)
  }
}

extension Ledger.Fact {
  /// Whether it was registered as not applying: blank, with a reason. A value with a reason is 放宽.
  var doesNotApply: Bool { TextChecks.isBlank(value) && exemption != nil }
}

extension FactEvaluation.Outcome {
  /// What is missing.
  var needs: [FactNeed] { if case .missing(let needs) = self { needs } else { [] } }
}

extension FactValue {
  fileprivate var isTruth: Bool { if case .truth = self { true } else { false } }
}

extension FactExpression.Relation {
  fileprivate func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .atMost: left <= right
    case .atLeast: left >= right
    case .below: left < right
    case .above: left > right
    case .equal: left == right
    case .unequal: left != right
    }
  }
}

/// What is missing for a judgement.
public enum FactNeed: Sendable, Hashable {
  /// The figure is not recorded.
  case fact(FactName)
  /// The figure was registered as not applying, which is an answer only as a term of a sum.
  case notApplying(FactName, String)
  /// The figure is neither number, day nor yes or no.
  case unreadable(FactName, String)
  /// The figure is of another kind than the condition asks for, or cannot be divided by.
  case unfit(FactName)
  /// No figures of any department's union are recorded.
  case units([String])
  /// More departments have figures than the figure says there are.
  case unitsExceed(FactName, units: [String])
  /// The table's condition is no condition.
  case noCondition
}

extension FactNeed {
  /// Whether it asks for the figures of any department's union.
  var isOfUnits: Bool { if case .units = self { true } else { false } }
}
