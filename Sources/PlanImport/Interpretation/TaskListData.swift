internal import OfficeFiles
internal import TaskLedger

/// The tables beside the clauses of a list that staff keep as data: facts, figures, duties and
/// hand-ins.
struct TaskListData {
  /// Facts about the list by name, such as its document number.
  private(set) var facts: [String: String] = [:]
  /// The figures by clause.
  private(set) var figures: [ClauseID: [Figure]] = [:]
  /// Whether there is a table of figures, so that none are read from the clauses.
  private(set) var hasFigures = false
  /// The duties by clause.
  private(set) var duties: [ClauseID: [Duty]] = [:]
  /// Rows that could not be read.
  private(set) var diagnostics: [Diagnostic] = []
  private var papers: [[String]] = []
  private var hasPapers = false

  /// Takes the tables of a document over; others are passed by.
  mutating func read(_ document: SourceDocument) {
    typealias Column = PlanPhrases.Column
    for table in DataTable.all(in: document) {
      if let clause = table.column(Column.clause), let subject = table.column(Column.subject),
        let relation = table.column(Column.relation), let value = table.column(Column.value)
      {
        hasFigures = true
        let unit = table.column(Column.unit)
        for (row, location) in zip(table.rows, table.locations) {
          addFigure(
            clause: row[clause], subject: row[subject], relation: row[relation],
            value: row[value], unit: unit.map { row[$0] } ?? "", at: location)
        }
      } else if let clause = table.column(Column.clause), let duty = table.column(Column.duty),
        let words = table.column(Column.words)
      {
        for (row, location) in zip(table.rows, table.locations) {
          addDuty(clause: row[clause], name: row[duty], words: row[words], at: location)
        }
      } else if let due = table.column(Column.due), let what = table.column(Column.papers) {
        hasPapers = true
        let rest = [table.column(Column.forms), table.column(Column.recipients)]
        papers += table.rows.map { row in
          [row[due], row[what]] + rest.map { $0.map { row[$0] } ?? "" }
        }
      } else if table.headings.first == Column.fact, let value = table.column(Column.factValue),
        table.headings.count == 2
      {
        for row in table.rows { facts[TextFolding.compact(row[0])] = DataTable.trimmed(row[value]) }
      }
    }
  }

  /// The hand-ins, or nil when there is no table of them.
  func handIns(year: Int?) -> [HandIn]? {
    guard hasPapers else { return nil }
    return papers.compactMap { row in
      guard let due = NoticeText.days(in: row[0], year: year).first else { return nil }
      return HandIn(
        due: due, what: DataTable.trimmed(row[1]), forms: DataTable.list(row[2]),
        recipients: DataTable.list(row[3]))
    }
  }

  private mutating func addFigure(
    clause: String, subject: String, relation: String, value: String, unit: String,
    at location: Diagnostic.Location?
  ) {
    let numbers = TextFolding.compact(value).split { !$0.isWholeNumber }.compactMap { Int($0) }
    guard let id = ClauseID(TextFolding.compact(clause)), let first = numbers.first,
      let bound = PlanPhrases.relations[TextFolding.compact(relation)],
      (bound == .between) == (numbers.count == 2), numbers.count <= 2
    else {
      diagnostics.append(.listRowUnreadable("\(clause) \(subject)", location: location))
      return
    }
    figures[id, default: []].append(
      Figure(
        subject: TextFolding.compact(subject), relation: bound, value: first,
        upper: numbers.count == 2 ? numbers[1] : nil, unit: TextFolding.compact(unit)))
  }

  private mutating func addDuty(
    clause: String, name: String, words: String, at location: Diagnostic.Location?
  ) {
    let groups = words.split { PlanPhrases.groupSeparators.contains($0) }
      .map { DataTable.list(String($0)) }.filter { !$0.isEmpty }
    guard let id = ClauseID(TextFolding.compact(clause)), !groups.isEmpty else {
      diagnostics.append(.listRowUnreadable("\(clause) \(name)", location: location))
      return
    }
    duties[id, default: []].append(Duty(name: DataTable.trimmed(name), groups: groups))
  }
}
