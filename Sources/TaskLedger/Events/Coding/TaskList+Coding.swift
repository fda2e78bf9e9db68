extension TaskList: Codable {
  private enum CodingKeys: String, CodingKey {
    case title = "title"
    case documentNumber = "documentNumber"
    case tasks = "tasks"
    case handIns = "handIns"
    case acceptanceFrom = "acceptanceFrom"
  }

  /// Decodes the stored form.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      title: try box.decode(String.self, forKey: .title),
      documentNumber: try box.decode(String.self, forKey: .documentNumber),
      tasks: try box.decode([ReformTask].self, forKey: .tasks),
      handIns: try box.decodeIfPresent([HandIn].self, forKey: .handIns) ?? [],
      acceptanceFrom: try box.decodeIfPresent(CivilDate.self, forKey: .acceptanceFrom))
  }

  /// Encodes the stored form; empty values are left out.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(title, forKey: .title)
    try box.encode(documentNumber, forKey: .documentNumber)
    try box.encode(tasks, forKey: .tasks)
    if !handIns.isEmpty { try box.encode(handIns, forKey: .handIns) }
    try box.encodeIfPresent(acceptanceFrom, forKey: .acceptanceFrom)
  }
}

extension ReformTask: Codable {
  private enum CodingKeys: String, CodingKey {
    case number = "number"
    case title = "title"
    case basis = "basis"
    case clauses = "clauses"
  }

  /// Decodes the stored form.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      number: try box.decode(Int.self, forKey: .number),
      title: try box.decode(String.self, forKey: .title),
      basis: try box.decodeIfPresent(String.self, forKey: .basis) ?? "",
      clauses: try box.decode([Clause].self, forKey: .clauses))
  }

  /// Encodes the stored form; empty values are left out.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(number, forKey: .number)
    try box.encode(title, forKey: .title)
    if !basis.isEmpty { try box.encode(basis, forKey: .basis) }
    try box.encode(clauses, forKey: .clauses)
  }
}

extension Clause: Codable {
  private enum CodingKeys: String, CodingKey {
    case id = "id"
    case content = "content"
    case deadline = "deadline"
    case figures = "figures"
    case duties = "duties"
  }

  /// Decodes the stored form.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      id: try box.decode(ClauseID.self, forKey: .id),
      content: try box.decode(String.self, forKey: .content),
      deadline: try box.decode(Deadline.self, forKey: .deadline),
      figures: try box.decodeIfPresent([Figure].self, forKey: .figures) ?? [],
      duties: try box.decodeIfPresent([Duty].self, forKey: .duties) ?? [])
  }

  /// Encodes the stored form; empty values are left out.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(id, forKey: .id)
    try box.encode(content, forKey: .content)
    try box.encode(deadline, forKey: .deadline)
    if !figures.isEmpty { try box.encode(figures, forKey: .figures) }
    if !duties.isEmpty { try box.encode(duties, forKey: .duties) }
  }
}

extension Duty: Codable {
  private enum CodingKeys: String, CodingKey {
    case name = "name"
    case words = "words"
  }

  /// Decodes the stored form.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      name: try box.decode(String.self, forKey: .name),
      words: try box.decode([[String]].self, forKey: .words))
  }

  /// Encodes the stored form; empty values are left out.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(name, forKey: .name)
    try box.encode(words, forKey: .words)
  }
}

extension Figure: Codable {
  private enum CodingKeys: String, CodingKey {
    case subject = "subject"
    case relation = "relation"
    case value = "value"
    case upper = "upper"
    case unit = "unit"
  }

  /// Decodes the stored form.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      subject: try box.decode(String.self, forKey: .subject),
      relation: try box.decode(Figure.Relation.self, forKey: .relation),
      value: try box.decode(Int.self, forKey: .value),
      upper: try box.decodeIfPresent(Int.self, forKey: .upper),
      unit: try box.decode(String.self, forKey: .unit))
  }

  /// Encodes the stored form; empty values are left out.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(subject, forKey: .subject)
    try box.encode(relation, forKey: .relation)
    try box.encode(value, forKey: .value)
    try box.encodeIfPresent(upper, forKey: .upper)
    try box.encode(unit, forKey: .unit)
  }
}

extension HandIn: Codable {
  private enum CodingKeys: String, CodingKey {
    case due = "due"
    case what = "what"
    case forms = "forms"
    case recipients = "recipients"
  }

  /// Decodes the stored form.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      due: try box.decode(CivilDate.self, forKey: .due),
      what: try box.decode(String.self, forKey: .what),
      forms: try box.decodeIfPresent([String].self, forKey: .forms) ?? [],
      recipients: try box.decodeIfPresent([String].self, forKey: .recipients) ?? [])
  }

  /// Encodes the stored form; empty values are left out.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(due, forKey: .due)
    try box.encode(what, forKey: .what)
    if !forms.isEmpty { try box.encode(forms, forKey: .forms) }
    if !recipients.isEmpty { try box.encode(recipients, forKey: .recipients) }
  }
}
