/// Why a command was refused by a rule: every unmet condition at once.
///
/// Invariant: `reasons` is not empty.
public struct LedgerRejection: Error, Sendable, Hashable {
  /// The unmet conditions, in the order of the rules.
  public let reasons: [Reason]

  /// Creates a rejection from its first reason and the others.
  public init(_ first: Reason, _ others: [Reason] = []) {
    reasons = [first] + others
  }

  /// Whether nothing else is wrong than that items changed since they were seen.
  public var isChangeSinceSeen: Bool {
    reasons.allSatisfy {
      if case .review(.reviewBasisChanged) = $0 { true } else { false }
    }
  }

  /// One unmet condition, with its facts.
  public enum Reason: Sendable, Hashable {
    /// The words, the day or the actor of the entry.
    case entry(EntryRefusal)
    /// The item.
    case item(ItemRefusal)
    /// The review.
    case review(ReviewRefusal)
    /// The evidence.
    case evidence(EvidenceRefusal)
    /// The ledger, its list or its plan.
    case plan(PlanRefusal)
    /// More time.
    case `extension`(ExtensionRefusal)
    /// A gap.
    case gap(GapRefusal)
    /// A meeting or a sealed month.
    case meeting(MeetingRefusal)
    /// A member, who acts, or an indicator declared not applicable.
    case member(MemberRefusal)
  }
}
