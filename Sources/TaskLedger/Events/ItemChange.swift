/// One corrected field of an item, with its new value.
public enum ItemChange: Sendable, Hashable {
  /// A new 完成时限.
  case deadline(Deadline)
  /// Another provincial clause, or none.
  case clause(ClauseID?)
  /// A new 改革内容.
  case content(String)
  /// New 落实措施.
  case measures([Measure])
  /// New 实施部门.
  case departments(DepartmentAssignment)
  /// A new 责任人.
  case responsiblePerson(String)
  /// A new 备注.
  case remark(String)
  /// A new printed number.
  case ordinal(String?)
  /// What the index of the evidence says of one piece.
  case evidence(EvidenceCorrection)
}

/// A correction of what the index says of a piece of evidence; the file itself never changes.
///
/// Invariant: what is nil stays as it was.
public struct EvidenceCorrection: Sendable, Hashable {
  /// The evidence.
  public var number: EvidenceNumber
  /// How many pages the original has, at least 1.
  public var pages: Int?
  /// Where the original is kept.
  public var original: String?
  /// What it shows.
  public var caption: String?
  /// Its document number.
  public var documentNumber: String?

  /// Creates a correction.
  public init(
    number: EvidenceNumber, pages: Int? = nil, original: String? = nil, caption: String? = nil,
    documentNumber: String? = nil
  ) {
    self.number = number
    self.pages = pages
    self.original = original
    self.caption = caption
    self.documentNumber = documentNumber
  }
}

extension ItemChange {
  /// The words of the change beside those of the plan's own content and measures.
  var freeTexts: [String?] {
    switch self {
    case .departments(let departments): departments.all
    case .responsiblePerson(let text), .remark(let text): [text]
    case .ordinal(let text): [text]
    case .evidence(let correction):
      [correction.original, correction.caption, correction.documentNumber]
    case .deadline, .clause, .content, .measures: []
    }
  }

  /// The field of the plan that it corrects; nil for the index of the evidence.
  var planField: PlanDifference.Field? {
    switch self {
    case .deadline: .deadline
    case .clause: .clause
    case .content: .content
    case .measures: .measures
    case .departments: .departments
    case .responsiblePerson: .responsiblePerson
    case .remark: .remark
    case .ordinal: .ordinal
    case .evidence: nil
    }
  }
}

extension ItemChange: Encodable {
  private enum CodingKeys: String, CodingKey {
    case field = "field"
    case value = "value"
  }

  /// The stored names of the fields.
  fileprivate enum Field: String, Encodable, StoredReadable {
    case deadline = "deadline"
    case clause = "clause"
    case content = "content"
    case measures = "measures"
    case departments = "departments"
    case responsiblePerson = "responsible-person"
    case remark = "remark"
    case ordinal = "ordinal"
    case evidence = "evidence"
  }

  /// Encodes the field and its value.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .deadline(let value):
      try box.encode(Field.deadline, forKey: .field)
      try box.encode(value, forKey: .value)
    case .clause(let value):
      try box.encode(Field.clause, forKey: .field)
      try box.encodeIfPresent(value, forKey: .value)
    case .content(let value):
      try box.encode(Field.content, forKey: .field)
      try box.encode(value, forKey: .value)
    case .measures(let value):
      try box.encode(Field.measures, forKey: .field)
      try box.encode(value, forKey: .value)
    case .departments(let value):
      try box.encode(Field.departments, forKey: .field)
      try box.encode(value, forKey: .value)
    case .responsiblePerson(let value):
      try box.encode(Field.responsiblePerson, forKey: .field)
      try box.encode(value, forKey: .value)
    case .remark(let value):
      try box.encode(Field.remark, forKey: .field)
      try box.encode(value, forKey: .value)
    case .ordinal(let value):
      try box.encode(Field.ordinal, forKey: .field)
      try box.encodeIfPresent(value, forKey: .value)
    case .evidence(let value):
      try box.encode(Field.evidence, forKey: .field)
      try box.encode(value, forKey: .value)
    }
  }
}

extension ItemChange: StoredReadable {
  /// Reads a field and its value; an unknown field is an error.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    let field: Field = try box.read("field")
    switch field {
    case .deadline: self = .deadline(try box.read("value"))
    case .clause: self = .clause(try box.readIfPresent("value"))
    case .content: self = .content(try box.read("value"))
    case .measures: self = .measures(try box.read("value"))
    case .departments: self = .departments(try box.read("value"))
    case .responsiblePerson: self = .responsiblePerson(try box.read("value"))
    case .remark: self = .remark(try box.read("value"))
    case .ordinal: self = .ordinal(try box.readIfPresent("value"))
    case .evidence: self = .evidence(try box.read("value"))
    }
    try box.end()
  }
}
