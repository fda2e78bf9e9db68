import LedgerStore
package import TaskLedger

/// What is known of a ledger's folder (体检).
package struct Examination: Sendable {
  /// What is known of the log and the evidence, when the log can be read.
  package struct Record: Sendable {
    /// The school.
    package var school: String
    /// How many entries there are.
    package var entryCount: Int
    /// How many pieces of evidence the log names.
    package var evidenceCount: Int
    /// The short form of the head, as papers print it.
    package var headCode: String
    /// The format of the ledger.
    package var format: String
  }

  /// The name of the folder.
  package var folder: String
  /// What staff should know, in order.
  package var findings: [Diagnostic]
  /// How many of the findings are damage.
  package var damageCount: Int
  /// What is known of the log; nil when it cannot be read.
  package var record: Record?
  /// What was mended, or would be, in words.
  package var repairs: [String]
  /// What a repair left alone.
  package var leftAlone: [Diagnostic]
}

extension Desk {
  /// Whether an examination mends what it can; nothing is deleted and no entry is changed.
  package enum Repair: Sendable, Hashable {
    /// Nothing is mended.
    case none
    /// What would be mended is said.
    case preview
    /// It is mended, and the folder examined again.
    case perform
  }

  /// Examines the folder of the ledger, and mends what can be mended without losing anything.
  ///
  /// - Throws: ``DeskError`` when there is no folder, or the disk refuses a repair.
  package func examine(_ repair: Repair, at moment: Moment) throws(DeskError) -> Examination {
    let folder = try requiredFolder()
    let departments = schoolData.departmentsForReview
    var found = FolderExamination(of: folder, today: moment.today, departments: departments)
    var repairs: [String] = []
    var leftAlone: [Diagnostic] = []
    if repair != .none {
      let plan = FolderRepair(of: found, today: moment.today, now: clock())
      leftAlone = plan.leftAlone.map(Diagnostic.repairLeavesAlone)
      repairs = plan.steps.map { Diagnostic.words(of: $0, aside: plan.aside) }
      if repair == .perform {
        try DeskError.ofStore { () throws(StoreError) in try plan.perform() }
        found = FolderExamination(
          of: folder, today: moment.today, departments: departments)
      }
    }
    return Examination(
      folder: folder.name, findings: found.findings.map { .folder($0, in: folder) },
      damageCount: found.findings.count(where: \.isDamage),
      record: found.integrity.map { report in
        Examination.Record(
          school: report.school, entryCount: report.entryCount,
          evidenceCount: report.evidenceCount, headCode: report.head.code,
          format: LedgerStore.format)
      }, repairs: repairs, leftAlone: leftAlone)
  }
}
