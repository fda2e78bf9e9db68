/// The provincial list was taken into the ledger.
public struct ListAdopted: Sendable, Hashable, Encodable {
  /// The list, whole, so that the ledger needs no other file.
  public var list: TaskList

  /// Creates the payload.
  public init(list: TaskList) {
    self.list = list
  }

  private enum CodingKeys: String, CodingKey {
    case list = "list"
  }
}
