/// What is told when a person is registered, or gets a further department or role (人员登记).
public struct MemberAdded: Sendable, Hashable {
  /// The name, unique among the members.
  public var name: String
  /// The department.
  public var department: String
  /// The role.
  public var role: Member.Role
  /// The cell it was read from; nil when it was typed.
  public var source: String?

  /// Creates the payload.
  public init(name: String, department: String, role: Member.Role, source: String? = nil) {
    self.name = name
    self.department = department
    self.role = role
    self.source = source
  }
}

extension MemberAdded: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case name = "name"
    case department = "department"
    case role = "role"
    case source = "source"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      name: try object.read("name"), department: try object.read("department"),
      role: try object.read("role"), source: try object.readIfPresent("source"))
  }
}

extension Member.Role: Encodable, StoredReadable {}
