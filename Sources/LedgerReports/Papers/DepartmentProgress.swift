package import TaskLedger

/// What a department did in a month for the items it leads (本月进展).
package struct DepartmentProgress: Sendable, Hashable {
  /// The department.
  package var name: String
  /// What it did, item by item; empty when nothing was recorded.
  package var accounts: [String]

  /// The departments in the order in which the plan first names them.
  static func all(_ lines: [ItemLine], in month: CivilMonth) -> [DepartmentProgress] {
    var departments: [DepartmentProgress] = []
    for line in lines {
      let account = ReportPhrases.progress(of: line, in: month)
      // An item of several leads is told at the first.
      for (place, name) in line.state.item.departments.lead.enumerated() {
        let found = departments.firstIndex { $0.name == name } ?? departments.count
        if found == departments.count {
          departments.append(DepartmentProgress(name: name, accounts: []))
        }
        if place == 0, let account { departments[found].accounts.append(account) }
      }
    }
    return departments
  }

  static let keys = KeyTable<DepartmentProgress>([
    .text("name") { $0.name },
    .text("account") { $0.accounts.joined(separator: "；") },
  ])
}
