/// The checks of this library by name.
public enum CheckRegistry {
  /// Every check in the order in which findings of one item are printed.
  public static let all: [Check] = [
    .clauseMissing, .clauseChanged, .historyDoubtful, .itemUnlinked, .linkDoubtful, .rowMisplaced,
    .cellShifted,
    .ordinalDuplicate,
    .columnInferred, .readFromSentence,
    .deadlineLater, .deadlineBeforeIssue, .deadlineMissing, .deadlineUnreadable, .deadlineVague,
    .deadlineAmbiguous, .deadlineInherited, .yearAssumed, .departmentMissing, .departmentGeneric,
    .departmentInherited, .departmentDoubtful, .personInherited, .remarkInherited,
    .measureMissing, .measureInherited, .figureConflict, .dutyDropped, .proofreading,
  ]

  /// The check with a name, or nil.
  public static func check(named name: String) -> Check? { all.first { $0.name == name } }

  /// Runs checks, leaves out what a person confirmed, and sorts what they find: by clause, then in the order of ``all``.
  ///
  /// - Parameters:
  ///   - checks: The checks to run; all when left out.
  ///   - context: What they look at.
  /// - Returns: All findings at once.
  public static func run(_ checks: [Check] = all, in context: CheckContext) -> [Diagnostic] {
    var found: [(rank: Int, finding: Diagnostic)] = []
    for (rank, check) in checks.enumerated() {
      for finding in check.run(context) where !context.isConfirmed(finding, check.code) {
        found.append((rank, finding))
      }
    }
    return found.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.finding.item != b.finding.item {
        guard let first = a.finding.item else { return true }
        guard let second = b.finding.item else { return false }
        return first < second
      }
      return (a.rank, left.offset) < (b.rank, right.offset)
    }.map(\.element.finding)
  }
}
