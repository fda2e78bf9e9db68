extension TaskList: Encodable {
  private enum CodingKeys: String, CodingKey {
    case title = "title"
    case documentNumber = "documentNumber"
    case tasks = "tasks"
    case handIns = "handIns"
    case acceptanceFrom = "acceptanceFrom"
    case set = "set"
  }

  /// Encodes the stored form; empty values are left out.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(title, forKey: .title)
    try box.encode(documentNumber, forKey: .documentNumber)
    try box.encode(tasks, forKey: .tasks)
    if !handIns.isEmpty { try box.encode(handIns, forKey: .handIns) }
    try box.encodeIfPresent(acceptanceFrom, forKey: .acceptanceFrom)
    try box.encodeIfPresent(set, forKey: .set)
  }
}

extension TaskList: StoredReadable {
  /// Decodes the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      title: try box.read("title"),
      documentNumber: try box.read("documentNumber"),
      tasks: try box.read("tasks"),
      handIns: try box.readAny("handIns"),
      acceptanceFrom: try box.readIfPresent("acceptanceFrom"),
      set: try box.readIfPresent("set"))
    try box.end()
  }
}

extension ReformTask: Encodable {
  private enum CodingKeys: String, CodingKey {
    case number = "number"
    case title = "title"
    case basis = "basis"
    case clauses = "clauses"
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

extension ReformTask: StoredReadable {
  /// Decodes the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      number: try box.read("number"),
      title: try box.read("title"),
      basis: try box.readIfPresent("basis") ?? "",
      clauses: try box.read("clauses"))
    try box.end()
  }
}

extension Clause: Encodable {
  private enum CodingKeys: String, CodingKey {
    case id = "id"
    case content = "content"
    case deadline = "deadline"
    case figures = "figures"
    case duties = "duties"
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

extension Clause: StoredReadable {
  /// Decodes the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      id: try box.read("id"),
      content: try box.read("content"),
      deadline: try box.read("deadline"),
      figures: try box.readAny("figures"),
      duties: try box.readAny("duties"))
    try box.end()
  }
}

extension Duty: Encodable {
  private enum CodingKeys: String, CodingKey {
    case name = "name"
    case words = "words"
  }

  /// Encodes the stored form; empty values are left out.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(name, forKey: .name)
    try box.encode(groups, forKey: .words)
  }
}

extension Duty: StoredReadable {
  /// Decodes the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      name: try box.read("name"),
      groups: try box.read("words"))
    try box.end()
  }
}

extension Figure: Encodable {
  private enum CodingKeys: String, CodingKey {
    case subject = "subject"
    case relation = "relation"
    case value = "value"
    case upper = "upper"
    case unit = "unit"
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

extension Figure: StoredReadable {
  /// Decodes the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      subject: try box.read("subject"),
      relation: try box.read("relation"),
      value: try box.read("value"),
      upper: try box.readIfPresent("upper"),
      unit: try box.read("unit"))
    try box.end()
  }
}

extension HandIn: Encodable {
  private enum CodingKeys: String, CodingKey {
    case due = "due"
    case what = "what"
    case forms = "forms"
    case recipients = "recipients"
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

extension HandIn: StoredReadable {
  /// Decodes the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      due: try box.read("due"),
      what: try box.read("what"),
      forms: try box.readAny("forms"),
      recipients: try box.readAny("recipients"))
    try box.end()
  }
}
