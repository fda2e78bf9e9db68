import LedgerDesk
import LedgerStore
import TaskLedger

extension PortalRole {
  /// The role of a member.
  init(_ role: Member.Role) {
    switch role {
    case .owner: self = .owner
    case .office: self = .office
    case .leader: self = .leader
    case .administrator: self = .administrator
    }
  }
}

extension Visitor {
  /// The visitor of a session; nil when the ledger knows no such member, or she left.
  init?(_ session: PortalSession, in ledger: Ledger) {
    guard let member = ledger.members[session.member], member.isActive else { return nil }
    self.init(
      name: member.name, departments: member.departments,
      roles: Self.roles(of: member, in: ledger), account: session.account, session: session.id)
  }

  /// What a member may do: her roles, and reviewing when she or a department of hers is a reviewer.
  static func roles(of member: Member, in ledger: Ledger) -> Set<PortalRole> {
    var roles = Set(member.roles.map(PortalRole.init))
    if ledger.reviewers.contains(where: { $0 == member.name || member.departments.contains($0) }) {
      roles.insert(.reviewer)
    }
    return roles
  }

  /// Whether an item is one of the visitor's departments.
  func owns(_ item: Item, in desk: DepartmentDirectory) -> Bool {
    item.departments.all.contains { written in
      departments.contains { (desk.canonical($0) ?? $0) == (desk.canonical(written) ?? written) }
    }
  }

  /// Whether the visitor may see an item: owners their own, the others all of them.
  func maySee(_ item: Item, in desk: DepartmentDirectory) -> Bool {
    holds(.office, .reviewer, .leader) || (holds(.owner) && owns(item, in: desk))
  }
}
