import TaskLedger

/// What a member may do on the page; one person may hold several.
package enum PortalRole: String, Sendable, Hashable, CaseIterable {
  /// Answers for items of a department (部门).
  case owner
  /// Reviews applications (审核).
  case reviewer
  /// Runs the ledger (办公室).
  case office
  /// Looks and decides (领导).
  case leader
  /// Keeps members and accounts (管理).
  case administrator
}

/// Who is logged in, with what the ledger says of the member.
struct Visitor: Sendable, Hashable {
  /// The member's name.
  var name: String
  /// The departments the member belongs to.
  var departments: [String]
  /// What the member may do.
  var roles: Set<PortalRole>
  /// The account.
  var account: Int
  /// The number of the session.
  var session: Int

  /// Whether the member holds one of some roles.
  func holds(_ wanted: PortalRole...) -> Bool { !roles.isDisjoint(with: wanted) }
}
