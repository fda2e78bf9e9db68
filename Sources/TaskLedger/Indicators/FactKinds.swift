/// Holds the conditions of a table to one kind of value a figure: a number, a day, or yes or no.
///
/// A condition that compares a day with a number can never be decided; it is found when the table
/// is read.
struct FactKinds {
  /// What a figure is.
  enum Kind: Sendable, Hashable {
    case number, date, truth
  }

  /// Why a condition cannot be decided.
  enum Fault: Sendable, Hashable {
    /// Two kinds are compared.
    case compared(Kind, Kind)
    /// Something else than a number is reckoned with.
    case reckoned(Kind)
    /// Yes and no are compared by size.
    case unordered
    /// A figure is of one kind here and of another there.
    case used(String, Kind, Kind)
    /// The divisor is nothing.
    case divisorZero
    /// Departments' unions are judged within those of a department.
    case nestedUnits
    /// A value stands where yes or no must.
    case notTruth(Kind)
  }

  private var known: [String: Kind] = [:]

  /// The kind of a figure as the conditions read so far use it; nil when none tells.
  func kind(of name: String) -> Kind? { known[name] }

  /// The faults of a condition; the kinds of its figures are kept for the next.
  ///
  /// - Parameters:
  ///   - expression: A condition, or a figure of a remark.
  ///   - isCondition: Whether it must be yes or no.
  /// - Returns: The faults, in the order written; empty when the condition can be decided.
  mutating func faults(of expression: FactExpression, isCondition: Bool) -> [Fault] {
    var faults: [Fault] = []
    _ = check(expression, as: isCondition ? .truth : nil, isInUnits: false, &faults)
    var seen: Set<Fault> = []
    return faults.filter { seen.insert($0).inserted }
  }

  private mutating func check(
    _ expression: FactExpression, as wanted: Kind?, isInUnits: Bool, _ faults: inout [Fault]
  ) -> Kind? {
    switch expression {
    case .literal(let value): return value.kind
    case .fact(let name): return use(name, as: wanted, &faults)
    case .arithmetic(let left, let operation, let right):
      for side in [left, right] {
        let kind = check(side, as: .number, isInUnits: isInUnits, &faults)
        if let kind, kind != .number { faults.append(.reckoned(kind)) }
      }
      if operation == .over, right.constant == Rational(0) { faults.append(.divisorZero) }
      return .number
    case .comparison(let first, let chain):
      compare(first, chain, isInUnits: isInUnits, &faults)
      return .truth
    case .and(let left, let right), .or(let left, let right):
      for side in [left, right] { checkTruth(side, isInUnits: isInUnits, &faults) }
      return .truth
    case .not(let inner):
      checkTruth(inner, isInUnits: isInUnits, &faults)
      return .truth
    case .everyUnit(let inner):
      if isInUnits { faults.append(.nestedUnits) }
      checkTruth(inner, isInUnits: true, &faults)
      return .truth
    case .unitCount(let inner):
      if isInUnits { faults.append(.nestedUnits) }
      if let inner { checkTruth(inner, isInUnits: true, &faults) }
      return .number
    }
  }

  private mutating func checkTruth(
    _ expression: FactExpression, isInUnits: Bool, _ faults: inout [Fault]
  ) {
    let kind = check(expression, as: .truth, isInUnits: isInUnits, &faults)
    if let kind, kind != .truth { faults.append(.notTruth(kind)) }
  }

  private mutating func compare(
    _ first: FactExpression, _ chain: [FactExpression.Comparison], isInUnits: Bool,
    _ faults: inout [Fault]
  ) {
    let sides = [first] + chain.map(\.right)
    let kinds = sides.map { check($0, as: nil, isInUnits: isInUnits, &faults) }
    guard let kind = kinds.lazy.compactMap(\.self).first else { return }
    for (side, own) in zip(sides, kinds) {
      if let own {
        if own != kind { faults.append(.compared(kind, own)) }
      } else {
        _ = check(side, as: kind, isInUnits: isInUnits, &faults)
      }
    }
    if kind == .truth, chain.contains(where: { $0.relation.isBySize }) { faults.append(.unordered) }
  }

  /// The kind of a figure; one that is not known yet becomes what is wanted.
  private mutating func use(
    _ name: String, as wanted: Kind?, _ faults: inout [Fault]
  ) -> Kind? {
    guard let wanted else { return known[name] }
    if let before = known[name] {
      if before != wanted { faults.append(.used(name, before, wanted)) }
      // Said once; what stands around it is not at fault besides.
      return wanted
    }
    known[name] = wanted
    return wanted
  }
}

extension FactExpression {
  /// The number that it is whatever is recorded; nil when it depends on figures.
  fileprivate var constant: Rational? {
    switch self {
    case .literal(.number(let number)): return number
    case .arithmetic(let left, let operation, let right):
      guard let x = left.constant, let y = right.constant else { return nil }
      return switch operation {
      case .plus: x.adding(y)
      case .minus: x.adding(y.negated)
      case .times: x.multiplied(by: y)
      case .over: x.divided(by: y)
      }
    case .literal, .fact, .comparison, .and, .or, .not, .everyUnit, .unitCount: return nil
    }
  }
}

extension FactExpression.Relation {
  fileprivate var isBySize: Bool { self != .equal && self != .unequal }
}

extension FactValue {
  fileprivate var kind: FactKinds.Kind? {
    switch self {
    case .number: .number
    case .date: .date
    case .truth: .truth
    case .words: nil
    }
  }
}
