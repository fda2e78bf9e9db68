/// A condition over named figures: `工作人员 ≤ 40`, `来自院系 / 工作人员 ≥ 50%`,
/// `2019-10-16 ≤ 学代会日期 ≤ 2020-10-15`, `各院系(20 ≤ 工作人员 ≤ 30)`.
///
/// A small closed language; it is read when the table is read, so that a fault is found at once.
public indirect enum FactExpression: Sendable, Hashable {
  /// A number, a day, yes or no.
  case literal(FactValue)
  /// The figure under a name.
  case fact(String)
  /// Two figures reckoned together.
  case arithmetic(FactExpression, Operator, FactExpression)
  /// Neighbours compared one after the other: `20 ≤ 工作人员 ≤ 30`.
  case comparison(FactExpression, [Comparison])
  /// 且.
  case and(FactExpression, FactExpression)
  /// 或.
  case or(FactExpression, FactExpression)
  /// 非.
  case not(FactExpression)
  /// 各院系: holds for the union of every department.
  case everyUnit(FactExpression)
  /// 达标院系数: of how many departments the union meets it; without a condition 已登记院系数, of how
  /// many any figure is recorded.
  case unitCount(FactExpression?)

  /// How two figures are reckoned together.
  public enum Operator: Character, Sendable, Hashable {
    /// Sum.
    case plus = "+"
    /// Difference.
    case minus = "-"
    /// Product.
    case times = "*"
    /// Quotient.
    case over = "/"
  }

  /// How two values are compared.
  public enum Relation: String, Sendable, Hashable {
    /// ≤.
    case atMost = "≤"
    /// ≥.
    case atLeast = "≥"
    /// <.
    case below = "<"
    /// >.
    case above = ">"
    /// =.
    case equal = "="
    /// ≠.
    case unequal = "≠"
  }

  /// One comparison of a chain: the relation and the value on its right.
  public struct Comparison: Sendable, Hashable {
    /// The relation.
    public var relation: Relation
    /// The value on its right.
    public var right: FactExpression

    /// Creates a comparison.
    public init(relation: Relation, right: FactExpression) {
      self.relation = relation
      self.right = right
    }
  }

  /// A word of the language.
  enum Token: Sendable, Hashable {
    case name(String)
    case number(Rational)
    case date(CivilDate)
    case truth(Bool)
    case relation(Relation)
    case operation(Operator)
    case and, or, not, open, close
  }

  /// Why a text is no expression; the offset counts characters from 0.
  public struct SyntaxError: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Kind: Sendable, Hashable {
      /// A character the language does not have.
      case characterUnknown(Character)
      /// A figure that is no number.
      case numberUnreadable(String)
      /// Something else was expected here; what stands there.
      case unexpected(String)
      /// The text ends too early.
      case endsEarly
      /// Brackets within brackets beyond what is read.
      case tooDeep
      /// More words than a condition has.
      case tooLong
    }

    /// The place, in characters from 0.
    public var offset: Int
    /// What is wrong.
    public var kind: Kind

    /// Creates an error.
    public init(offset: Int, kind: Kind) {
      self.offset = offset
      self.kind = kind
    }
  }

  /// Reads an expression.
  public init(_ text: String) throws(SyntaxError) {
    var parser = try FactExpressionParser(text)
    self = try parser.whole()
  }

  /// The names of the figures it needs, in the order written, each once.
  public var names: [String] {
    var names: [String] = []
    for name in figures().map(\.name) where !names.contains(name) { names.append(name) }
    return names
  }

  /// The figures it needs of the school and, told apart, of every department's union.
  func figures(ofUnits isOfUnits: Bool = false) -> [(name: String, isOfUnits: Bool)] {
    switch self {
    case .literal, .unitCount(nil): []
    case .fact(let name): [(name, isOfUnits)]
    case .arithmetic(let left, _, let right), .and(let left, let right), .or(let left, let right):
      left.figures(ofUnits: isOfUnits) + right.figures(ofUnits: isOfUnits)
    case .comparison(let first, let chain):
      first.figures(ofUnits: isOfUnits)
        + chain.flatMap { $0.right.figures(ofUnits: isOfUnits) }
    case .not(let inner): inner.figures(ofUnits: isOfUnits)
    case .everyUnit(let inner), .unitCount(let inner?): inner.figures(ofUnits: true)
    }
  }

  /// The conditions that 且 joins, in the order written; itself alone when nothing is joined.
  var parts: [FactExpression] {
    if case .and(let left, let right) = self { left.parts + right.parts } else { [self] }
  }

  /// Whether it can be yes or no; a single figure may be.
  var canBeTruth: Bool {
    switch self {
    case .fact, .literal(.truth), .comparison: true
    case .literal, .arithmetic, .unitCount: false
    case .and(let left, let right), .or(let left, let right): left.canBeTruth && right.canBeTruth
    case .not(let inner), .everyUnit(let inner): inner.canBeTruth
    }
  }

  /// Whether it is a quotient, which is shown in per cent.
  var isShare: Bool { if case .arithmetic(_, .over, _) = self { true } else { false } }
}
