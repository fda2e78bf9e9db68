/// What a column of a plan's table holds (栏目).
public enum ColumnRole: Int, Sendable, Hashable, CaseIterable {
  /// 序号: of the task or of the item, which the rows decide.
  case ordinal
  /// 条款: the id of the provincial clause.
  case clause
  /// 任务.
  case task
  /// 依据.
  case basis
  /// 改革内容.
  case content
  /// 落实措施.
  case measures
  /// 完成时限.
  case deadline
  /// 实施部门, lead and supporting together.
  case departments
  /// 牵头部门.
  case lead
  /// 配合部门.
  case supporting
  /// 责任人.
  case person
  /// 备注.
  case remark

  /// The stored names, in the order of the cases.
  private static let codes = [
    "ordinal", "clause", "task", "basis", "content", "measures", "deadline", "departments", "lead",
    "supporting", "person", "remark",
  ]

  /// The role with a name of `tasks/headings.md`, or nil.
  public init?(name: some StringProtocol) {
    let words = TextFolding.compact(name)
    guard let index = PlanPhrases.Column.roles.firstIndex(of: words) else { return nil }
    self.init(rawValue: index)
  }

  /// The role with a stored name, or nil.
  public init?(code: String) {
    guard let index = Self.codes.firstIndex(of: code) else { return nil }
    self.init(rawValue: index)
  }

  /// The name in `tasks/headings.md`.
  public var name: String { PlanPhrases.Column.roles[rawValue] }

  /// The stored name.
  public var code: String { Self.codes[rawValue] }
}

/// How a column of a plan was taken (栏目认定), when its heading alone did not say it.
public struct ColumnReading: Sendable, Hashable {
  /// What decided.
  public enum Ground: String, Sendable, Hashable, Encodable, CaseIterable {
    /// What its cells hold.
    case content
    /// A person said so.
    case person
  }

  /// Its heading, or its letter when a person named it so.
  public var column: String
  /// What it holds.
  public var role: ColumnRole
  /// What decided.
  public var ground: Ground

  /// Creates a reading.
  public init(column: String, role: ColumnRole, ground: Ground) {
    (self.column, self.role, self.ground) = (column, role, ground)
  }
}
