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
  /// Whether the lists of staff are asked for.
  package var asksStaff: Bool
  /// Makes the SHA-256 of a text.
  package var digest: Occasion.DigestFunction

  /// Creates an input.
  package init(
    report: ReportInput, first: EvidenceDigest, returnBy: CivilDate, recipient: String,
    asksStaff: Bool = false, digest: @escaping Occasion.DigestFunction
  ) {
    self.report = report
    self.first = first
    self.returnBy = returnBy
    self.recipient = recipient
    self.asksStaff = asksStaff
    self.digest = digest
  }

  func code(_ kind: SheetCode.Kind, department: String = "") -> SheetCode {
    SheetCode(
      kind: kind, first: first, head: report.ledger.headSequence,
      department: report.departments.canonical(department) ?? department,
      digest: digest)
  }

  /// Who is asked for what.
  package var asking: SheetAsking {
    SheetAsking(
      ledger: report.ledger, directory: report.departments, indicators: report.indicators,
      unionIndicators: report.unionIndicators)
  }

  /// The departments that answer for items or figures, each once, in the order of the plan.
  package var departments: [String] { asking.departments }

  /// The items of a department.
  package func lines(of department: String) -> [ItemLine] {
    ItemLine.all(report) { asking.leads(department, $0) }
  }
}

/// Who is asked for what by sheets: items by those who answer for them, figures by those whose items
/// they prove, and the figures of a union by its department.
package struct SheetAsking: Sendable {
  /// The ledger.
  package var ledger: Ledger
  /// The departments with their other names.
  package var directory: DepartmentDirectory
  /// The indicators of the school.
  package var indicators: IndicatorTable?
  /// The indicators of a department's union.
  package var unionIndicators: IndicatorTable?

  /// Creates it.
  package init(
    ledger: Ledger, directory: DepartmentDirectory, indicators: IndicatorTable?,
    unionIndicators: IndicatorTable?
  ) {
    self.ledger = ledger
    self.directory = directory
    self.indicators = indicators
    self.unionIndicators = unionIndicators
  }

  /// The departments that answer for an item: the leads, or all where none leads.
  package static func owners(of item: Item) -> [String] {
    item.departments.lead.isEmpty ? item.departments.all : item.departments.lead
  }

  /// The departments of studies with a union of their own: those the directory names, and those with
  /// figures, as figures are named after them.
  package var units: [String] {
    guard unionIndicators?.indicators.isEmpty == false else { return [] }
    let named = directory.unions.map { TextFolding.compact($0) }
    let counted = FactSheet(ledger).units.filter { unit in
      !named.contains { directory.isSame($0, unit) }
    }
    return named + counted
  }

  /// The departments that answer for something, each once: those of items in the order of the plan,
  /// then the unions.
  package var departments: [String] {
    var seen: Set<String> = []
    let names = PrintedDepartments(of: ledger, directory)
    return (ledger.liveItems.flatMap { Self.owners(of: $0.item) } + units)
      .filter { seen.insert(directory.identity(of: $0)).inserted }
      .map { names[$0] }
  }

  /// The name under which a department is asked, as papers print it.
  package func printed(_ department: String) -> String {
    PrintedDepartments(of: ledger, directory)[department]
  }

  /// The union that a department answers for; nil when it has none.
  package func unit(of department: String) -> String? {
    units.first { directory.isSame($0, department) }
  }

  /// Whether a department answers for an item.
  package func leads(_ department: String, _ state: ItemState) -> Bool {
    state.isLive && Self.owners(of: state.item).contains { directory.isSame($0, department) }
  }

  /// The figures asked of a department: those of indicators whose clauses it answers for first, so that
  /// nobody is asked for what another reports, and those of its union.
  package func asked(of department: String) -> [AskedFigure] {
    let own = indicators?.asked().filter { figure in
      answering(figure.indicator).map { directory.isSame($0, department) } ?? false
    }
    return (own ?? []) + (unit(of: department).map(askedOfUnion) ?? [])
  }

  /// Who answers first for the first clause of an indicator that has an item; nil where none has.
  private func answering(_ indicator: Indicator) -> String? {
    let items = ledger.liveItems
    for clause in indicator.clauses {
      if let item = items.first(where: { $0.item.clause == clause })?.item {
        return Self.owners(of: item).first
      }
    }
    return nil
  }

  /// All figures: those of the school, and those of every union.
  package var all: (school: [AskedFigure], unions: [AskedFigure]) {
    (indicators?.asked() ?? [], units.flatMap(askedOfUnion))
  }

  /// The figures of a union: its form's, and what the school's indicators count for every union.
  private func askedOfUnion(_ unit: String) -> [AskedFigure] {
    let form = unionIndicators?.asked(unit: unit) ?? []
    let names = Set(form.map(\.name))
    let others = indicators?.askedOfUnions(unit: unit) ?? []
    return form + others.filter { !names.contains($0.name) }
  }
}
