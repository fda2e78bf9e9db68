internal import TaskLedger

/// What a column of a plan's table holds.
package enum ColumnRole: Int, Sendable, Hashable, CaseIterable {
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

  /// The role with a name of `tasks/headings.md`, or nil.
  package init?(name: String) {
    guard let index = PlanPhrases.Column.roles.firstIndex(of: name) else { return nil }
    self.init(rawValue: index)
  }

  /// The name in `tasks/headings.md`.
  package var name: String { PlanPhrases.Column.roles[rawValue] }
}
