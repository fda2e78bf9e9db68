/// A person registered with department and role (人员).
///
/// Source: product description, The closing machine (Who acts). Names are unique; namesakes carry
/// what tells them apart, such as 张伟（信工）.
///
/// Invariant: `departments` and `roles` are not empty and hold each value once, in the order given.
public struct Member: Sendable, Hashable {
  /// What a member may do beside the work of a department.
  public enum Role: String, Sendable, Hashable, CaseIterable, Comparable {
    /// 责任部门: reports, attaches and applies for the items of the department.
    case owner
    /// 办公室: runs imports, meetings and papers.
    case office
    /// 领导: looks and signs.
    case leader
    /// 管理员: registers members.
    case administrator

    /// Orders roles as they are listed.
    public static func < (left: Role, right: Role) -> Bool {
      allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
  }

  /// The name, unique among the members.
  public var name: String
  /// The departments the member belongs to.
  public var departments: [String]
  /// The roles.
  public var roles: [Role]
  /// The day the member was first registered.
  public var addedOn: CivilDate
  /// The day the member left; nil while active.
  public var retiredOn: CivilDate?

  /// Creates a member.
  public init(
    name: String, departments: [String], roles: [Role], addedOn: CivilDate,
    retiredOn: CivilDate? = nil
  ) {
    self.name = name
    self.departments = departments
    self.roles = roles
    self.addedOn = addedOn
    self.retiredOn = retiredOn
  }

  /// Whether the member may act.
  public var isActive: Bool { retiredOn == nil }
}
