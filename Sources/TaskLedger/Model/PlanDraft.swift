/// A school's plan as read from a document, before it is linked to the provincial list.
///
/// Every value keeps its own words and its place; what could not be found is nil or empty.
public struct PlanDraft: Sendable, Hashable {
  /// The title of the plan as printed.
  public var title: String?
  /// The school's name.
  public var school: String?
  /// The document number (文号), such as 〔2020〕38号 with its issuer's abbreviation.
  public var documentNumber: String?
  /// The day the plan was issued.
  public var issueDate: CivilDate?
  /// The items in document order.
  public var items: [ItemDraft]
  /// The columns that were not taken by their headings alone.
  public var columns: [ColumnReading] = []

  /// Creates a draft.
  public init(
    title: String? = nil, school: String? = nil, documentNumber: String? = nil,
    issueDate: CivilDate? = nil, items: [ItemDraft] = []
  ) {
    self.title = title
    self.school = school
    self.documentNumber = documentNumber
    self.issueDate = issueDate
    self.items = items
  }
}

/// One item of a plan as read, not yet linked to a clause.
public struct ItemDraft: Sendable, Hashable {
  /// The printed number, such as `7`; nil when none is printed.
  public var ordinal: String?
  /// The number of the task the row stands under.
  public var taskNumber: Int?
  /// The title of the task the row stands under.
  public var taskTitle: String?
  /// 依据: the basis printed beside the task.
  public var basis: String
  /// 改革内容: the words of the item without the printed number.
  public var content: String
  /// 落实措施, in order.
  public var measures: [Measure]
  /// 完成时限.
  public var deadline: Deadline
  /// 实施部门.
  public var departments: DepartmentAssignment
  /// What rows below take over from merged cells, where it is more than the item's own: a department
  /// that leads here takes part there.
  package var mergedDepartments: DepartmentAssignment?
  /// 责任人, as written; empty when there is no such column.
  public var responsiblePerson: String
  /// 备注, as written.
  public var remark: String
  /// The passage of the plan's body that speaks of the same item; empty when there is none.
  public var narrative: String
  /// What reading found doubtful and somebody must confirm.
  public var flags: Set<FindingCode>
  /// Which table or section of the plan it stands in, from 0; numbers may begin again in each.
  public var group: Int
  /// Where the content stands.
  public var location: Diagnostic.Location

  /// Creates a draft of an item.
  public init(
    ordinal: String? = nil, taskNumber: Int? = nil, taskTitle: String? = nil, basis: String = "",
    content: String, measures: [Measure] = [], deadline: Deadline = .blank,
    departments: DepartmentAssignment = DepartmentAssignment(), responsiblePerson: String = "",
    remark: String = "", narrative: String = "", flags: Set<FindingCode> = [],
    group: Int = 0, location: Diagnostic.Location
  ) {
    self.ordinal = ordinal
    self.taskNumber = taskNumber
    self.taskTitle = taskTitle
    self.basis = basis
    self.content = content
    self.measures = measures
    self.deadline = deadline
    self.departments = departments
    self.responsiblePerson = responsiblePerson
    self.remark = remark
    self.narrative = narrative
    self.flags = flags
    self.group = group
    self.location = location
  }
}
