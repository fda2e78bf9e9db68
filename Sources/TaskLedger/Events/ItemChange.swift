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
    }
    try box.end()
  }
}
