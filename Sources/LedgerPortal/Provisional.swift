package import LedgerDesk
import LedgerStore
import Synchronization
package import TaskLedger

package struct Member: Sendable, Hashable {
  package enum Role: String, Sendable, Hashable, CaseIterable {
    case owner, office, leader, administrator
  }
  package var name: String
  package var departments: [String]
  package var roles: [Role]
  package var isActive = true
}

let provisional = Mutex<[String: [String: Member]]>([:])

extension Ledger {
  package var members: [String: Member] { provisional.withLock { $0[school] ?? [:] } }
}

extension Desk {
  @discardableResult
  package func addMember(
    _ name: String, department: String, role: Member.Role, by clerk: Clerk, at moment: Moment
  ) throws(DeskError) -> Int {
    let school = try snapshot(asOf: moment.today).ledger.school
    provisional.withLock {
      var m = $0[school]?[name] ?? Member(name: name, departments: [], roles: [])
      if !m.departments.contains(department) { m.departments.append(department) }
      if !m.roles.contains(role) { m.roles.append(role) }
      $0[school, default: [:]][name] = m
    }
    return 0
  }
  @discardableResult
  package func retireMember(_ name: String, by clerk: Clerk, at moment: Moment) throws(DeskError)
    -> Int
  {
    let school = try snapshot(asOf: moment.today).ledger.school
    provisional.withLock { $0[school]?[name]?.isActive = false }
    return 0
  }
}

extension ItemState {
  var reviewDigest: EvidenceDigest { EventChain.digest(of: reviewBasis.text) }
}
