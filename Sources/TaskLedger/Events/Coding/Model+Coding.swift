/// Stored forms of the model: coding keys are written out, so that renaming a property in code can
/// never change what a ledger holds.

extension Measure: Codable {
  private enum CodingKeys: String, CodingKey {
    case number = "number"
    case text = "text"
  }

  /// Decodes the stored form.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      number: try box.decode(Int.self, forKey: .number),
      text: try box.decode(String.self, forKey: .text))
  }

  /// Encodes the stored form; empty values are left out.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(number, forKey: .number)
    try box.encode(text, forKey: .text)
  }
}

extension DepartmentAssignment: Codable {
  private enum CodingKeys: String, CodingKey {
    case lead = "lead"
    case supporting = "supporting"
  }

  /// Decodes the stored form.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      lead: try box.decodeIfPresent([String].self, forKey: .lead) ?? [],
      supporting: try box.decodeIfPresent([String].self, forKey: .supporting) ?? [])
  }

  /// Encodes the stored form; empty values are left out.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    if !lead.isEmpty { try box.encode(lead, forKey: .lead) }
    if !supporting.isEmpty { try box.encode(supporting, forKey: .supporting) }
  }
}

extension Link: Codable {
  private enum CodingKeys: String, CodingKey {
    case confidence = "confidence"
    case reasons = "reasons"
  }

  /// Decodes the stored form.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      confidence: try box.decode(Link.Confidence.self, forKey: .confidence),
      reasons: try box.decodeIfPresent([Link.Reason].self, forKey: .reasons) ?? [])
  }

  /// Encodes the stored form; empty values are left out.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(confidence, forKey: .confidence)
    if !reasons.isEmpty { try box.encode(reasons, forKey: .reasons) }
  }
}

extension PlanHeader: Codable {
  private enum CodingKeys: String, CodingKey {
    case title = "title"
    case school = "school"
    case documentNumber = "documentNumber"
    case issueDate = "issueDate"
    case source = "source"
    case sourceDigest = "sourceDigest"
  }

  /// Decodes the stored form.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      title: try box.decodeIfPresent(String.self, forKey: .title),
      school: try box.decodeIfPresent(String.self, forKey: .school),
      documentNumber: try box.decodeIfPresent(String.self, forKey: .documentNumber),
      issueDate: try box.decodeIfPresent(CivilDate.self, forKey: .issueDate),
      source: try box.decode(String.self, forKey: .source),
      sourceDigest: try box.decode(String.self, forKey: .sourceDigest))
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
  }
}

extension Evidence: Codable {
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
  }

  /// Decodes the stored form.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      number: try box.decode(EvidenceNumber.self, forKey: .number),
      digest: try box.decode(EvidenceDigest.self, forKey: .digest),
      fileName: try box.decode(String.self, forKey: .fileName),
      byteCount: try box.decode(Int.self, forKey: .byteCount),
      mediaType: try box.decode(String.self, forKey: .mediaType),
      measure: try box.decodeIfPresent(Int.self, forKey: .measure),
      caption: try box.decodeIfPresent(String.self, forKey: .caption) ?? "",
      documentNumber: try box.decodeIfPresent(String.self, forKey: .documentNumber) ?? "",
      date: try box.decodeIfPresent(CivilDate.self, forKey: .date),
      pages: try box.decodeIfPresent(Int.self, forKey: .pages),
      original: try box.decodeIfPresent(String.self, forKey: .original) ?? "")
    if let pages, pages < 1 {
      throw DecodingError.dataCorruptedError(
        forKey: .pages, in: box, debugDescription: "not a number of pages: \(pages)")
    }
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
  }
}

extension EvidenceCorrection: Codable {
  private enum CodingKeys: String, CodingKey {
    case number = "number"
    case pages = "pages"
    case original = "original"
    case caption = "caption"
    case documentNumber = "documentNumber"
  }

  /// Decodes the stored form.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      number: try box.decode(EvidenceNumber.self, forKey: .number),
      pages: try box.decodeIfPresent(Int.self, forKey: .pages),
      original: try box.decodeIfPresent(String.self, forKey: .original),
      caption: try box.decodeIfPresent(String.self, forKey: .caption),
      documentNumber: try box.decodeIfPresent(String.self, forKey: .documentNumber))
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
