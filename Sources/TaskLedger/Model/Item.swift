/// One item of the school's plan (条目): what is tracked and closed.
///
/// Invariant: `id` is `.clause(clause)` when `clause` is set at import; a later correction of the
/// link keeps the id and moves `clause`.
public struct Item: Sendable, Hashable {
  /// The id.
  public var id: ItemID
  /// The provincial clause it answers; nil for an item of the school's own.
  public var clause: ClauseID?
  /// The number of the task it belongs to; 0 when it belongs to none.
  public var task: Int
  /// The title of that task, from the provincial list when it is linked, else as printed.
  public var taskTitle: String
  /// The printed number, such as `7`; nil when none is printed.
  public var ordinal: String?
  /// 依据, as printed.
  public var basis: String
  /// 改革内容, as printed without the number.
  public var content: String
  /// 落实措施.
  public var measures: [Measure]
  /// 完成时限.
  public var deadline: Deadline
  /// 实施部门.
  public var departments: DepartmentAssignment
  /// 责任人, as written.
  public var responsiblePerson: String
  /// 备注, as written.
  public var remark: String
  /// The passage of the plan's body that speaks of the same item.
  public var narrative: String
  /// What somebody must still confirm, from import.
  public var flags: Set<FindingCode>
  /// How sure the link to the clause is, and why.
  public var link: Link
  /// Where the content stands in the imported document.
  public var location: Diagnostic.Location

  /// Creates an item.
  public init(
    id: ItemID, clause: ClauseID?, task: Int, taskTitle: String, ordinal: String? = nil,
    basis: String = "", content: String, measures: [Measure] = [], deadline: Deadline = .blank,
    departments: DepartmentAssignment = DepartmentAssignment(), responsiblePerson: String = "",
    remark: String = "", narrative: String = "", flags: Set<FindingCode> = [], link: Link,
    location: Diagnostic.Location
  ) {
    self.id = id
    self.clause = clause
    self.task = task
    self.taskTitle = taskTitle
    self.ordinal = ordinal
    self.basis = basis
    self.content = content
    self.measures = measures
    self.deadline = deadline
    self.departments = departments
    self.responsiblePerson = responsiblePerson
    self.remark = remark
    self.narrative = narrative
    self.flags = flags
    self.link = link
    self.location = location
  }
}

/// How sure the link from an item to its clause is, and why.
public struct Link: Sendable, Hashable {
  /// How sure a link is.
  public enum Confidence: String, Sendable, Hashable, Encodable, CaseIterable {
    /// Place, number and text agree, or a person set it.
    case certain
    /// Enough agrees.
    case likely
    /// Little agrees; flagged for confirmation.
    case doubtful
  }

  /// What speaks for a link.
  public enum Reason: String, Sendable, Hashable, Encodable, CaseIterable {
    /// The words are alike.
    case text
    /// The row stands under the clause's task.
    case task
    /// The printed number is the one expected.
    case ordinal
    /// It stands between two linked neighbours.
    case order
    /// A person set it.
    case person
  }

  /// How sure it is.
  public var confidence: Confidence
  /// What speaks for it, in the order of `Reason.allCases`.
  public var reasons: [Reason]

  /// Creates a link's grounds.
  public init(confidence: Confidence, reasons: [Reason]) {
    self.confidence = confidence
    self.reasons = reasons
  }
}

/// What a plan says about itself.
public struct PlanHeader: Sendable, Hashable {
  /// The title as printed.
  public var title: String?
  /// The school's name as printed.
  public var school: String?
  /// The document number (文号).
  public var documentNumber: String?
  /// The day it was issued.
  public var issueDate: CivilDate?
  /// The name of the imported file, without its folder.
  public var source: String
  /// SHA-256 of the imported file, hexadecimal.
  public var sourceDigest: String
  /// The columns that were not taken by their headings alone.
  public var columns: [ColumnReading]

  /// The columns that a person settled.
  public var settledColumns: [ColumnReading] { columns.filter { $0.ground == .person } }

  /// Creates a header.
  public init(
    title: String?, school: String?, documentNumber: String?, issueDate: CivilDate?,
    source: String, sourceDigest: String, columns: [ColumnReading] = []
  ) {
    self.title = title
    self.school = school
    self.documentNumber = documentNumber
    self.issueDate = issueDate
    self.source = source
    self.sourceDigest = sourceDigest
    self.columns = columns
  }
}
