/// The provincial list was taken into the ledger.
public struct ListAdopted: Sendable, Hashable, Codable, StoredPayload {
  /// The list, whole, so that the ledger needs no other file.
  public var list: TaskList

  /// Creates the payload.
  public init(list: TaskList) {
    self.list = list
  }

  enum CodingKeys: String, CodingKey {
    case list = "list"
  }
}
