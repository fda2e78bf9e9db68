package import TaskLedger

/// The ledger as rows of a sheet (台账表): the plan's columns, which `import` reads again.
///
/// Words stand as written; nothing derived stands among them, so that what is read back is equal.
package enum LedgerSheet {
  /// The rows of the items of the plan, headings first; withdrawn ones stay in it, so that reading
  /// it back drops none.
  ///
  /// - Parameters:
  ///   - ledger: The ledger.
  ///   - profile: What the work calls its columns.
  /// - Returns: The rows.
  package static func rows(of ledger: Ledger, _ profile: ReformProfile) -> [[String]] {
    let planned = ledger.itemsInOrder.filter { $0.droppedReason == nil }
    return [ReportPhrases.sheetHeadings(profile)] + planned.map { row($0.item) }
  }

  private static func row(_ item: Item) -> [String] {
    [
      item.ordinal ?? "", item.taskTitle, item.basis, item.content, measures(item.measures),
      item.deadline.text, ReportPhrases.joined(item.departments.lead),
      ReportPhrases.joined(item.departments.supporting), item.responsiblePerson, item.remark,
    ]
  }

  /// Several measures with their numbers, one a line; a single one alone.
  private static func measures(_ measures: [Measure]) -> String {
    measures.count == 1
      ? measures[0].text
      : measures.map { ReportPhrases.measures([$0]) }.joined(separator: "\n")
  }
}

extension LedgerSheet {
  /// The place of the deadline's words among the columns.
  package static let deadlineColumn = 5

  /// The name of the sheet of the plan's columns.
  package static var name: String { ReportPhrases.sheetName }

  /// The name of the sheet that tells where each item stands.
  package static var progressName: String { ReportPhrases.progressSheetName }

  /// The columns of ``progress(_:)`` whose words are days, written 2020-09-30.
  package static let progressDays: Set<Int> = [3, 4, 8]

  /// Where each item stands, headings first: the items that no longer count stand at the end.
  ///
  /// The headings are none that `import` takes for columns of a plan, so that a workbook of both
  /// sheets imports as the plan alone.
  package static func progress(_ input: ReportInput) -> [[String]] {
    let lines = ItemLine.all(input) + ItemLine.all(input) { !$0.isLive }
    return [ReportPhrases.progressHeadings] + lines.map(progressRow)
  }

  private static func progressRow(_ line: ItemLine) -> [String] {
    let state = line.state
    let statement = state.submission?.summary ?? state.latestNote?.text ?? ""
    return [
      "\(line.id)", state.item.clause.map { "\($0)" } ?? "",
      ReportPhrases.brief(state.item.content),
      state.due?.description ?? "", state.grantedDue?.description ?? "",
      state.isLive ? ReportPhrases.state(line.onDay.status) : ReportPhrases.gone(state),
      state.isLive ? line.light.words : "", statement, state.closedOn?.description ?? "",
      state.closure?.actor ?? "", state.closure?.opinion ?? "",
      ReportPhrases.joined(line.evidence.map { "\($0.evidence.number)" }),
      ReportPhrases.missing(line.obstacles) ?? "",
    ]
  }
}
