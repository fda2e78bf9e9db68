import TaskLedger

/// The words of the province's view.
extension ReportPhrases {
  /// Where figures are from that a school declared without its log.
  static func declaredSource(_ source: String, on day: CivilDate?) -> String {
    "\(source)（自报\(day.map { "，截至\(date($0))" } ?? "")）"
  }

  static let declaredStates = "各状态条目数与条目明细不一致"
  static let declaredOverdue = "逾期数与条目明细不一致"
  static let declaredVerdict = "写明可以通过，但有条目没有办妥"
  static let declaredCounts = "数目超出范围"
  static let declaredReasons = "不能通过的原因与条目、条款或指标的明细不一致"
  static let declaredIndicators = "写明可以通过，但有指标未达标或无法判定"

  /// What a heading says of no items at all.
  static let noItems = "没有条目"

  /// Whether a school can say that it passes.
  static func verdict(passes: Bool) -> String { passes ? "可以通过" : "尚不能通过" }

  /// The reasons of a school, one after the other, each with its first subjects.
  static func words(of reasons: [SchoolSummary.Reason], limit: Int = 5) -> String {
    reasons.map { words(of: $0, limit: limit) }.joined(separator: "；")
  }

  private static func words(of reason: SchoolSummary.Reason, limit: Int) -> String {
    let count = reason.subjects.count
    let names = listed(reason.subjects, limit: limit)
    return switch reason.code {
    case .nothingToJudge: "没有条目"
    case .clauseUnanswered: "\(count) 条没有对应条目（\(names)）"
    case .itemOpen: "\(count) 项未销号（\(names)）"
    case .standingWithoutEvidence: "\(count) 项长期坚持，当月没有进展或佐证（\(names)）"
    case .closureStale: "\(count) 项销号失效（\(names)）"
    case .evidenceDamaged: "\(count) 份佐证缺失或已改动（\(names)）"
    case .statementHedges: "\(count) 项说明用了不确定的说法（\(names)）"
    case .gapOpen: "\(count) 项有未解决的差距短板（\(names)）"
    case .indicatorUnmet: "\(count) 项指标不能认定达标（\(names)）"
    case .indicatorUndecided: "\(count) 项指标无法判定（\(names)）"
    case .indicatorsUnjudged: "没有验收指标"
    }
  }

  /// Names one after the other, the first of many with their number.
  static func listed(_ names: [String], limit: Int) -> String {
    names.count <= limit
      ? joined(names) : "\(joined(Array(names.prefix(limit))))等 \(names.count) 个"
  }

  /// Why a ledger was left out.
  static func words(of reason: Rollup.Fault.Reason) -> String {
    switch reason {
    case .unreadable(let code, let message): "读不了[\(code)]：\(message)"
    case .sameLog(let other): "与「\(other)」是同一份记录，只计一次"
    case .olderCopy(let other): "与「\(other)」是同一本台账的两份，记录较少，只计记录较多的一份；两份各自续记过的，先由该校核对"
    case .sameSchool(let other): "与「\(other)」用同一校名而不是同一本台账，都没有计入，核对后只留该校的一本"
    }
  }

  /// The headings of the sheet of schools.
  static let rollupSchoolHeadings = [
    "学校", "条目", "须销号", "已销号", "按期销号", "逾期销号", "逾期", "失效", "长期坚持", "未载明时限",
    "完成率（%）", "按期完成率（%）", "逾期率（%）", "指标达标", "指标未达标", "指标不适用", "指标无法判定",
    "结论", "理由", "来源", "记录数", "台账校验码", "本校自用",
  ]

  /// The headings of the sheet of clauses: a row a school and clause.
  static let rollupClauseHeadings = ["条款", "学校", "情况"]

  /// The headings of the sheet of months.
  static let rollupMonthHeadings = ["月份", "到期", "按期销号", "逾期销号", "未销号", "其中逾期"]

  /// The headings of the sheet of what was left out.
  static let rollupFaultHeadings = ["来源", "原因"]

  /// The names of the sheets.
  static let rollupSheets = (schools: "学校", clauses: "条款", months: "各月到期", faults: "没有计入")

  /// Where a school stands with a clause.
  static func words(of standing: SchoolSummary.Standing) -> String {
    switch standing {
    case .closed: "办妥（销号）"
    case .closedLate: "逾期销号"
    case .standing: "办妥（长期坚持）"
    case .open: "未办妥"
    case .overdue: "逾期"
    case .withdrawn: "已撤销"
    case .unanswered: "没有对应条目"
    }
  }
}
