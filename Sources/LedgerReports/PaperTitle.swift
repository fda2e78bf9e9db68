/// The papers that have a title of their own in the words of a reform.
package enum PaperTitle: Sendable, Hashable, CaseIterable {
  /// 月度自查.
  case monthly
  /// 会议纪要.
  case minutes
  /// 自评报告.
  case selfEvaluation
  /// 改革情况报告.
  case reform
  /// 评估备案表.
  case filingForm
  /// The version of the form for publication (公示).
  case publication
  /// The form of a department's union.
  case unionForm
  /// 台账.
  case ledger
  /// 佐证材料目录.
  case evidenceIndex
  /// 部门清单.
  case department
  /// 倒排表.
  case missing
  /// 报送清单.
  case handIn
  /// 挂图.
  case board
  /// 提醒函, 催办函, 督办单.
  case reminder
  /// The view of many ledgers (汇总).
  case rollup

  /// What a title may name beside the words of the reform.
  package enum Value: Sendable, Hashable {
    /// The school.
    case school
    /// The organisations.
    case organisation
    /// What the reform is called.
    case reform
    /// The month.
    case month
    /// The department.
    case department
    /// The department whose union is judged.
    case unit
  }
}
