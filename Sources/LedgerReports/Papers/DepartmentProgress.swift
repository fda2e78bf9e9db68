import TaskLedger

/// What a department did in a month for the items it leads (本月进展).
package struct DepartmentProgress: Sendable, Hashable {
  /// The department.
  package var name: String
  /// What it did: what was closed and applied for, how much evidence came, and the latest notes of
  /// what is open; empty when nothing was recorded.
  package var accounts: [String]

  /// The departments in the order in which the plan first names them; an item of several leads is
  /// told at the first.
  static func all(
    _ lines: [ItemLine], in month: CivilMonth, _ directory: DepartmentDirectory
  ) -> [DepartmentProgress] {
    var names: [String] = []
    var own: [String: [ItemLine]] = [:]
    for line in lines {
      for (place, lead) in line.state.item.departments.lead.enumerated() {
        let name = directory.canonical(lead) ?? lead
        if !names.contains(name) { names.append(name) }
        if place == 0 { own[name, default: []].append(line) }
      }
    }
    return names.map {
      DepartmentProgress(name: $0, accounts: accounts(of: own[$0] ?? [], in: month))
    }
  }

  private static func accounts(of lines: [ItemLine], in month: CivilMonth) -> [String] {
    let closed = lines.filter { line in
      line.isDone && line.state.closedOn.map(month.contains) ?? false
    }
    let submitted = lines.filter { line in
      line.onDay.status == .submitted
        && line.state.submission.map { month.contains($0.on) } ?? false
    }
    let evidence = lines.flatMap(\.evidence).filter { month.contains($0.on) }
    return [
      ReportPhrases.happened(ReportPhrases.closedWord, closed),
      ReportPhrases.happened(ReportPhrases.submittedWord, submitted),
      ReportPhrases.evidenceAdded(EvidenceCount(evidence.map(\.evidence)).pieces),
    ].compactMap(\.self) + lines.compactMap { ReportPhrases.latestNote(of: $0, in: month) }
  }

  static let keys = KeyTable<DepartmentProgress>([
    .text("name") { $0.name },
    .text("account") { $0.accounts.joined(separator: "；") },
  ])
}
