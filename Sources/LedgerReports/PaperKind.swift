/// The kinds of papers, in the order in which help lists them.
package enum PaperKind: String, Sendable, Hashable, CaseIterable {
  /// 月度自查.
  case monthly
  /// 会议纪要.
  case minutes
  /// 倒排表.
  case missing
  /// 提醒函, 催办函, 督办单.
  case reminder
  /// 自评报告.
  case selfEvaluation = "self-evaluation"
  /// 改革情况报告.
  case reform
  /// 评估备案表, of the school or of a department's union.
  case filingForm = "filing-form"
  /// 公示.
  case publication = "filing-notice"
  /// 台账.
  case ledger
  /// 佐证材料目录.
  case evidenceIndex = "evidence-index"
  /// 部门清单.
  case department
  /// 报送清单.
  case handIn = "hand-in"
  /// 挂图.
  case board

  /// What is to be named of a paper beside its kind.
  package enum Subject: Sendable, Hashable {
    /// Nothing.
    case nothing
    /// A month.
    case month
    /// A department.
    case department
    /// A department; without one it is of all.
    case departmentOrAll
    /// A department whose union has a form; without one it is the school's.
    case unionOrSchool
  }

  /// What is to be named of such a paper.
  package var subject: Subject {
    switch self {
    case .monthly, .minutes: .month
    case .reminder, .department: .department
    case .missing: .departmentOrAll
    case .filingForm: .unionOrSchool
    case .selfEvaluation, .reform, .publication, .ledger, .evidenceIndex, .handIn, .board: .nothing
    }
  }

  /// Whether it is of indicators, and not there without them.
  package var isOfIndicators: Bool { self == .filingForm || self == .publication }
}

extension Paper {
  /// Its kind.
  package var kind: PaperKind {
    switch self {
    case .monthly: .monthly
    case .selfEvaluation: .selfEvaluation
    case .reform: .reform
    case .filingForm, .unionForm: .filingForm
    case .publication: .publication
    case .ledger: .ledger
    case .evidenceIndex: .evidenceIndex
    case .department: .department
    case .handIn: .handIn
    case .missing: .missing
    case .minutes: .minutes
    case .reminder: .reminder
    case .board: .board
    }
  }

  /// The name of its template: that of its kind, and the union's form has one of its own.
  package var name: String {
    switch self {
    case .unionForm: "filing-union"
    case .monthly, .selfEvaluation, .reform, .filingForm, .publication, .ledger, .evidenceIndex,
      .department, .handIn, .missing, .minutes, .reminder, .board:
      kind.rawValue
    }
  }
}
