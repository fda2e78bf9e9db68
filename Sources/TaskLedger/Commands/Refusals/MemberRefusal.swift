/// Why a command about members, actors or exempt indicators was refused.
public enum MemberRefusal: Sendable, Hashable {
  /// Nobody of that name may act; the nearest known.
  case unknownActor(String, nearest: [String])
  /// There is no such active member; the nearest known.
  case unknown(String, nearest: [String])
  /// The member has the department and role already.
  case alreadyThere(String, department: String, role: Member.Role)
  /// A member would leave on a day before being registered.
  case retiredBeforeAdded(String, added: CivilDate, effective: CivilDate)
  /// A ★ indicator cannot be declared away.
  case starredIndicator(String)
  /// The indicator was not declared not applicable.
  case notExempt(String)
}
