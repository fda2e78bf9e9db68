package import TaskLedger

/// Who acts at the desk (经办人).
///
/// The name is what entries record; department and role are known where people log in, and say
/// nothing where only a name was given.
package struct Clerk: Sendable, Hashable {
  /// The name of the person or department.
  package var name: String
  /// The department the person belongs to; nil when only a name is known.
  package var department: String?
  /// What the person may do; nil when only a name is known.
  package var role: Member.Role?

  /// Creates a clerk.
  package init(name: String, department: String? = nil, role: Member.Role? = nil) {
    self.name = name
    self.department = department
    self.role = role
  }
}
