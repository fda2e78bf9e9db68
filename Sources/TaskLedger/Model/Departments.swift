/// The departments responsible for an item (实施部门), names as the cells give them.
///
/// Invariant: no name is empty; a column that does not divide lead from supporting gives all as
/// lead.
public struct DepartmentAssignment: Sendable, Hashable {
  /// 牵头: those who answer for it, in the order written.
  public var lead: [String]
  /// 配合: those who help, in the order written.
  public var supporting: [String]

  /// Creates an assignment.
  public init(lead: [String] = [], supporting: [String] = []) {
    self.lead = lead
    self.supporting = supporting
  }

  /// All names, lead first.
  public var all: [String] { lead + supporting }
}
