extension Item: Codable {
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

  /// Decodes the stored form.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      id: try box.decode(ItemID.self, forKey: .id),
      clause: try box.decodeIfPresent(ClauseID.self, forKey: .clause),
      task: try box.decode(Int.self, forKey: .task),
      taskTitle: try box.decode(String.self, forKey: .taskTitle),
      ordinal: try box.decodeIfPresent(String.self, forKey: .ordinal),
      basis: try box.decodeIfPresent(String.self, forKey: .basis) ?? "",
      content: try box.decode(String.self, forKey: .content),
      measures: try box.decodeIfPresent([Measure].self, forKey: .measures) ?? [],
      deadline: try box.decode(Deadline.self, forKey: .deadline),
      departments: try box.decode(DepartmentAssignment.self, forKey: .departments),
      responsiblePerson: try box.decodeIfPresent(String.self, forKey: .responsiblePerson) ?? "",
      remark: try box.decodeIfPresent(String.self, forKey: .remark) ?? "",
      narrative: try box.decodeIfPresent(String.self, forKey: .narrative) ?? "",
      flags: try box.decodeIfPresent(Set<FindingCode>.self, forKey: .flags) ?? [],
      link: try box.decode(Link.self, forKey: .link),
      location: try box.decode(Diagnostic.Location.self, forKey: .location))
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
