/// Stored forms of the model: coding keys are written out, so that renaming a property in code can
/// never change what a ledger holds.

extension Measure: Encodable {
  private enum CodingKeys: String, CodingKey {
    case number = "number"
    case text = "text"
  }

  /// Encodes the stored form; empty values are left out.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(number, forKey: .number)
    try box.encode(text, forKey: .text)
  }
}

extension Measure: StoredReadable {
  /// Decodes the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      number: try box.read("number"),
      text: try box.read("text"))
    try box.end()
  }
}

extension DepartmentAssignment: Encodable {
  private enum CodingKeys: String, CodingKey {
    case lead = "lead"
    case supporting = "supporting"
  }

  /// Encodes the stored form; empty values are left out.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    if !lead.isEmpty { try box.encode(lead, forKey: .lead) }
    if !supporting.isEmpty { try box.encode(supporting, forKey: .supporting) }
  }
}

extension DepartmentAssignment: StoredReadable {
  /// Decodes the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      lead: try box.readAny("lead"),
      supporting: try box.readAny("supporting"))
    try box.end()
  }
}

extension Link: Encodable {
  private enum CodingKeys: String, CodingKey {
    case confidence = "confidence"
    case reasons = "reasons"
  }

  /// Encodes the stored form; empty values are left out.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(confidence, forKey: .confidence)
    if !reasons.isEmpty { try box.encode(reasons, forKey: .reasons) }
  }
}

extension Link: StoredReadable {
  /// Decodes the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      confidence: try box.read("confidence"),
      reasons: try box.readAny("reasons"))
    try box.end()
  }
}

extension PlanHeader: Encodable {
  private enum CodingKeys: String, CodingKey {
    case title = "title"
    case school = "school"
    case documentNumber = "documentNumber"
    case issueDate = "issueDate"
    case source = "source"
    case sourceDigest = "sourceDigest"
    case columns = "columns"
  }

  /// Encodes the stored form; empty values are left out.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encodeIfPresent(title, forKey: .title)
    try box.encodeIfPresent(school, forKey: .school)
    try box.encodeIfPresent(documentNumber, forKey: .documentNumber)
    try box.encodeIfPresent(issueDate, forKey: .issueDate)
    try box.encode(source, forKey: .source)
    try box.encode(sourceDigest, forKey: .sourceDigest)
    if !columns.isEmpty { try box.encode(columns, forKey: .columns) }
  }
}

extension PlanHeader: StoredReadable {
  /// Decodes the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      title: try box.readIfPresent("title"),
      school: try box.readIfPresent("school"),
      documentNumber: try box.readIfPresent("documentNumber"),
      issueDate: try box.readIfPresent("issueDate"),
      source: try box.read("source"),
      sourceDigest: try box.read("sourceDigest"),
      columns: try box.readAny("columns"))
    try box.end()
  }
}

extension ColumnReading: Encodable {
  private enum CodingKeys: String, CodingKey {
    case column = "column"
    case role = "role"
    case ground = "ground"
  }

  /// Encodes the stored form.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(column, forKey: .column)
    try box.encode(role.code, forKey: .role)
    try box.encode(ground, forKey: .ground)
  }
}

extension ColumnReading: StoredReadable {
  /// Decodes the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    let code: String = try box.read("role")
    guard let role = ColumnRole(code: code) else { throw value.fault("not a column role") }
    self.init(
      column: try box.read("column"), role: role, ground: try box.read("ground"))
    try box.end()
  }
}

extension Evidence: Encodable {
  private enum CodingKeys: String, CodingKey {
    case number = "number"
    case digest = "digest"
    case fileName = "fileName"
    case byteCount = "byteCount"
    case mediaType = "mediaType"
    case measure = "measure"
    case caption = "caption"
    case documentNumber = "documentNumber"
    case date = "date"
    case pages = "pages"
    case original = "original"
    case group = "group"
    case source = "source"
  }

  /// Encodes the stored form; empty values are left out.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(number, forKey: .number)
    try box.encode(digest, forKey: .digest)
    try box.encode(fileName, forKey: .fileName)
    try box.encode(byteCount, forKey: .byteCount)
    try box.encode(mediaType, forKey: .mediaType)
    try box.encodeIfPresent(measure, forKey: .measure)
    if !caption.isEmpty { try box.encode(caption, forKey: .caption) }
    if !documentNumber.isEmpty { try box.encode(documentNumber, forKey: .documentNumber) }
    try box.encodeIfPresent(date, forKey: .date)
    try box.encodeIfPresent(pages, forKey: .pages)
    if !original.isEmpty { try box.encode(original, forKey: .original) }
    try box.encodeIfPresent(group, forKey: .group)
    try box.encodeIfPresent(source, forKey: .source)
  }
}

extension EvidenceCorrection: Encodable {
  private enum CodingKeys: String, CodingKey {
    case number = "number"
    case pages = "pages"
    case original = "original"
    case caption = "caption"
    case documentNumber = "documentNumber"
  }

  /// Encodes the stored form; what stays as it was is left out.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(number, forKey: .number)
    try box.encodeIfPresent(pages, forKey: .pages)
    try box.encodeIfPresent(original, forKey: .original)
    try box.encodeIfPresent(caption, forKey: .caption)
    try box.encodeIfPresent(documentNumber, forKey: .documentNumber)
  }
}

extension Evidence: StoredReadable {
  /// Decodes the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      number: try box.read("number"),
      digest: try box.read("digest"),
      fileName: try box.read("fileName"),
      byteCount: try box.read("byteCount"),
      mediaType: try box.read("mediaType"),
      measure: try box.readIfPresent("measure"),
      caption: try box.readIfPresent("caption") ?? "",
      documentNumber: try box.readIfPresent("documentNumber") ?? "",
      date: try box.readIfPresent("date"),
      pages: try box.readIfPresent("pages"),
      original: try box.readIfPresent("original") ?? "",
      group: try box.readIfPresent("group"),
      source: try box.readIfPresent("source"))
    if let pages, pages < 1 { throw value.fault("not a number of pages: \(pages)") }
    try box.end()
  }
}

extension EvidenceCorrection: StoredReadable {
  /// Reads the stored form.
  init(stored value: StoredValue) throws {
    var box = try value.object()
    self.init(
      number: try box.read("number"),
      pages: try box.readIfPresent("pages"),
      original: try box.readIfPresent("original"),
      caption: try box.readIfPresent("caption"),
      documentNumber: try box.readIfPresent("documentNumber"))
    try box.end()
  }
}
