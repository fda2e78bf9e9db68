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
  init?(_ session: PortalSession, in ledger: Ledger, _ directory: DepartmentDirectory) {
    guard let member = ledger.member(named: session.member), member.isActive else { return nil }
    self.init(
      name: member.name, departments: member.departments,
      roles: Self.roles(of: member, in: ledger, directory), account: session.account,
      session: session.id)
  }

  /// What a member may do: her roles, and reviewing when she or a department of hers is a reviewer.
  static func roles(of member: Member, in ledger: Ledger, _ directory: DepartmentDirectory)
    -> Set<PortalRole>
  {
    var roles = Set(member.roles.map(PortalRole.init))
    if ledger.isReviewer(member.name, in: directory) { roles.insert(.reviewer) }
    return roles
  }

  /// Whether an item is one of the visitor's departments.
  func owns(_ item: Item, in directory: DepartmentDirectory) -> Bool {
    item.departments.all.contains { written in
      departments.contains { directory.isSame($0, written) }
    }
  }

  /// Whether the visitor may report on an item: its owner, and the office for everybody.
  func mayAct(on state: ItemState, in directory: DepartmentDirectory) -> Bool {
    state.isLive
      && (holds(.office) || (holds(.owner) && owns(state.item, in: directory)))
  }

  /// Whether the visitor may see an item: owners their own, the others all of them.
  func maySee(_ item: Item, in directory: DepartmentDirectory) -> Bool {
    holds(.office, .reviewer, .leader) || (holds(.owner) && owns(item, in: directory))
  }
}
