package import TaskLedger

/// What sheets are made from.
package struct SheetInput: Sendable {
  /// The ledger and its day.
  package var report: ReportInput
  /// The digest of the ledger's first entry, by which it is known.
  package var first: EvidenceDigest
  /// The last day on which the sheet is wanted back.
  package var returnBy: CivilDate
  /// To whom it is returned.
  package var recipient: String
  /// Makes the SHA-256 of a text.
  package var digest: Occasion.DigestFunction

  /// Creates an input.
  package init(
    report: ReportInput, first: EvidenceDigest, returnBy: CivilDate, recipient: String,
    digest: @escaping Occasion.DigestFunction
  ) {
    self.report = report
    self.first = first
    self.returnBy = returnBy
    self.recipient = recipient
    self.digest = digest
  }

  func code(_ kind: SheetCode.Kind, department: String = "") -> SheetCode {
    SheetCode(
      kind: kind, first: first, head: report.ledger.headSequence, department: department,
      digest: digest)
  }

  /// The departments that answer for an item: the leads, or all where none leads.
  package static func owners(of item: Item) -> [String] {
    item.departments.lead.isEmpty ? item.departments.all : item.departments.lead
  }

  /// The departments that answer for something, each once, in the order of the plan.
  package var departments: [String] {
    var seen: Set<String> = []
    return report.ledger.liveItems.flatMap { Self.owners(of: $0.item) }
      .map { report.departments.canonical($0) ?? $0 }
      .filter { seen.insert(report.departments.identity(of: $0)).inserted }
  }

  /// The items of a department.
  package func lines(of department: String) -> [ItemLine] {
    ItemLine.all(report) { state in
      state.isLive
        && Self.owners(of: state.item).contains { report.departments.isSame($0, department) }
    }
  }
}
