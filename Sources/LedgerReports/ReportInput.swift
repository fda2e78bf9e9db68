package import TaskLedger

/// Everything a paper is made from: the same input gives the same bytes on any machine.
package struct ReportInput: Sendable {
  /// The ledger, folded as of the day.
  package var ledger: Ledger
  /// The day the paper speaks of.
  package var asOf: CivilDate
  /// The entries that count, for 补记 and what changed since the month before.
  package var entries: [EventEnvelope]
  /// The short digest of the log's head, printed at the foot.
  package var headCode: String
  /// The evidence whose file is missing or changed on disk.
  package var damagedEvidence: Set<EvidenceNumber>
  /// The words of the reform.
  package var profile: ReformProfile
  /// The acceptance indicators; nil when none were handed in, and then no verdict passes.
  package var indicators: IndicatorTable?
  /// The departments that the school knows, with their other names.
  package var departments: DepartmentDirectory
  /// The indicators of a department's union; nil when none were handed in.
  package var unionIndicators: IndicatorTable?
  /// What the school uses in place of what is built in.
  package var own: OwnData

  /// Creates an input.
  package init(
    ledger: Ledger, asOf: CivilDate, entries: [EventEnvelope] = [], headCode: String = "",
    damagedEvidence: Set<EvidenceNumber> = [], indicators: IndicatorTable? = nil,
    unionIndicators: IndicatorTable? = nil, profile: ReformProfile = ReformProfile(),
    departments: DepartmentDirectory = DepartmentDirectory([]), own: OwnData = OwnData()
  ) {
    self.ledger = ledger
    self.asOf = asOf
    self.entries = entries
    self.headCode = headCode
    self.damagedEvidence = damagedEvidence
    self.indicators = indicators
    self.departments = departments
    self.unionIndicators = unionIndicators
    self.profile = profile
    self.own = own
  }

  /// The same with who answers for gaps and decisions named as papers name departments.
  func namingOwners() -> ReportInput {
    var input = self
    let names = PrintedDepartments(of: ledger, departments)
    for place in ledger.gaps.indices {
      input.ledger.gaps[place].owner = names[ledger.gaps[place].owner]
    }
    for (month, meeting) in ledger.meetings {
      for (place, decision) in meeting.decisions.enumerated() {
        let owner = names[decision.decided.owner]
        input.ledger.meetings[month]?.decisions[place].decided.owner = owner
      }
    }
    return input
  }

  /// The gaps of a department that are not resolved.
  func openGaps(of department: String) -> [Ledger.Gap] {
    ledger.gaps.filter { $0.resolvedOn == nil && departments.isSame($0.owner, department) }
  }

  /// The answers to the indicators, none when no table was handed in; papers name the organisations
  /// in them, see ``IndicatorLine``.
  var indicatorAnswers: [IndicatorAnswer] {
    indicators?.answers(by: FactSheet(ledger)) ?? []
  }

  /// The ledger on the day: figures and days are taken from here.
  package var onDay: LedgerOnDay { LedgerOnDay(ledger, on: asOf) }
}
