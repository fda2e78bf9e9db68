/// Why a command about a gap was refused.
public enum GapRefusal: Sendable, Hashable {
  /// There is no such gap; those that are still undecided.
  case unknown(Int, undecided: [Int])
  /// The gap was already resolved.
  case alreadyResolved(Int, on: CivilDate)
  /// A gap would be resolved on a day before it was raised.
  case beforeRaised(Int, raised: CivilDate, effective: CivilDate)
  /// A gap would be due before the day it is raised.
  case dueInPast(due: CivilDate, effective: CivilDate)
}
