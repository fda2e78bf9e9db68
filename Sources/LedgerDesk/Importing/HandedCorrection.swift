package import TaskLedger

/// A correction (更正) of an item as somebody types it: what is nil stays as it is.
package struct HandedCorrection: Sendable {
  /// 完成时限, in the words of the document.
  package var deadline: String?
  /// 改革内容.
  package var content: String?
  /// 落实措施, in order; empty for no change.
  package var measures: [String] = []
  /// 实施部门, as a plan writes them.
  package var departments: String?
  /// 责任人.
  package var person: String?
  /// 备注.
  package var remark: String?
  /// The printed number.
  package var ordinal: String?

  /// Corrects nothing yet.
  package init() {}

  /// The changes, with the words read as the plan of a ledger is read.
  ///
  /// - Parameters:
  ///   - ledger: The ledger, whose plan gives the year of deadlines without one.
  ///   - directory: The departments of the school.
  /// - Returns: A change for each field that was given.
  package func changes(
    in ledger: Ledger, knowing directory: DepartmentDirectory
  ) -> [ItemChange] {
    var changes: [ItemChange] = []
    if let deadline {
      changes.append(
        .deadline(
          DeadlineLanguage.read(
            PrintableText.line(deadline), year: ledger.plan?.issueDate?.year,
            issued: ledger.plan?.issueDate)))
    }
    if let content { changes.append(.content(PrintableText.block(content))) }
    if !measures.isEmpty {
      changes.append(
        .measures(
          measures.enumerated().map {
            Measure(number: $0 + 1, text: PrintableText.block($1))
          }))
    }
    if let departments {
      changes.append(
        .departments(DepartmentNames.read(PrintableText.line(departments), knowing: directory)))
    }
    if let person { changes.append(.responsiblePerson(PrintableText.line(person))) }
    if let remark { changes.append(.remark(PrintableText.block(remark))) }
    if let ordinal { changes.append(.ordinal(PrintableText.line(ordinal))) }
    return changes
  }
}
