extension Item: Encodable {
  private enum CodingKeys: String, CodingKey {
    case id = "id"
    case clause = "clause"
    case task = "task"
    case taskTitle = "taskTitle"
    case ordinal = "ordinal"
    case basis = "basis"
    case content = "content"
    case measures = "measures"
    case deadline = "deadline"
    case departments = "departments"
    case responsiblePerson = "responsiblePerson"
    case remark = "remark"
    case narrative = "narrative"
    case flags = "flags"
    case link = "link"
    case location = "location"
  }

  /// Encodes the stored form; empty values are left out.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(id, forKey: .id)
    try box.encodeIfPresent(clause, forKey: .clause)
    try box.encode(task, forKey: .task)
    try box.encode(taskTitle, forKey: .taskTitle)
    try box.encodeIfPresent(ordinal, forKey: .ordinal)
    if !basis.isEmpty { try box.encode(basis, forKey: .basis) }
    try box.encode(content, forKey: .content)
    if !measures.isEmpty { try box.encode(measures, forKey: .measures) }
    try box.encode(deadline, forKey: .deadline)
    try box.encode(departments, forKey: .departments)
    if !responsiblePerson.isEmpty { try box.encode(responsiblePerson, forKey: .responsiblePerson) }
    if !remark.isEmpty { try box.encode(remark, forKey: .remark) }
    if !narrative.isEmpty { try box.encode(narrative, forKey: .narrative) }
    if !flags.isEmpty {
      try box.encode(flags.sorted { $0.rawValue < $1.rawValue }, forKey: .flags)
    }
    try box.encode(link, forKey: .link)
    try box.encode(location, forKey: .location)
  }
}

extension Item: StoredReadable {
  /// Decodes the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      id: try box.read("id"),
      clause: try box.readIfPresent("clause"),
      task: try box.read("task"),
      taskTitle: try box.read("taskTitle"),
      ordinal: try box.readIfPresent("ordinal"),
      basis: try box.readIfPresent("basis") ?? "",
      content: try box.read("content"),
      measures: try box.readAny("measures"),
      deadline: try box.read("deadline"),
      departments: try box.read("departments"),
      responsiblePerson: try box.readIfPresent("responsiblePerson") ?? "",
      remark: try box.readIfPresent("remark") ?? "",
      narrative: try box.readIfPresent("narrative") ?? "",
      flags: Set(try box.readAny("flags")),
      link: try box.read("link"),
      location: try box.read("location"))
    try box.end()
  }
}
