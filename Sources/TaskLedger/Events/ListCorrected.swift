/// What is told when a corrected list takes the place of the one in force (任务列表更正).
public struct ListCorrected: Sendable, Hashable {
  /// The list, whole, so that it needs no other file.
  public var list: TaskList
  /// Why, such as the document by which it was corrected.
  public var reason: String

  /// Creates the payload.
  public init(list: TaskList, reason: String) {
    self.list = list
    self.reason = reason
  }
}

extension ListCorrected: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case list = "list"
    case reason = "reason"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(list: try object.read("list"), reason: try object.read("reason"))
  }
}
