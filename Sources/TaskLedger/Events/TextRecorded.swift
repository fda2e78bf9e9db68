/// What is told when the office records a text of its own (文稿); a later one of the same part takes
/// its place.
///
/// Source: product description, The office's own words.
public struct TextRecorded: Sendable, Hashable {
  /// Which part of the papers.
  public var part: OfficeText.Part
  /// The paragraphs.
  public var paragraphs: [String]
  /// The name of the file it is from.
  public var source: String?
  /// SHA-256 of that file.
  public var digest: EvidenceDigest?

  /// Creates the payload.
  public init(
    part: OfficeText.Part, paragraphs: [String], source: String? = nil,
    digest: EvidenceDigest? = nil
  ) {
    self.part = part
    self.paragraphs = paragraphs
    self.source = source
    self.digest = digest
  }
}

extension TextRecorded: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case part = "part"
    case task = "task"
    case paragraphs = "paragraphs"
    case source = "source"
    case digest = "digest"
  }

  /// Encodes the stored form; a task's part carries its number.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(part.stored.name, forKey: .part)
    try box.encodeIfPresent(part.stored.task, forKey: .task)
    try box.encode(paragraphs, forKey: .paragraphs)
    try box.encodeIfPresent(source, forKey: .source)
    try box.encodeIfPresent(digest, forKey: .digest)
  }

  /// Reads the stored form; an unknown part is an error.
  init(from object: inout StoredObject) throws {
    let name = try object.value("part")
    let part: OfficeText.Part
    switch try String(stored: name) {
    case "task": part = .task(try object.read("task"))
    case "results": part = .results
    case "problems": part = .problems
    case "next-steps": part = .nextSteps
    case "guidance": part = .guidance
    case let other: throw name.fault("unknown part of a text \(other)")
    }
    self.init(
      part: part, paragraphs: try object.read("paragraphs"),
      source: try object.readIfPresent("source"), digest: try object.readIfPresent("digest"))
  }
}

extension OfficeText.Part {
  /// The stored name, and the number of a task.
  public var stored: (name: String, task: Int?) {
    switch self {
    case .task(let number): ("task", number)
    case .results: ("results", nil)
    case .problems: ("problems", nil)
    case .nextSteps: ("next-steps", nil)
    case .guidance: ("guidance", nil)
    }
  }
}
