/// A figure as it stands in a table (实有).
public struct WrittenFact: Sendable, Hashable {
  /// What was counted, and for whose union.
  public var name: FactName
  /// The figure as written; empty when it does not apply.
  public var value: String
  /// The day it was counted; nil when the table does not say.
  public var on: CivilDate?
  /// The evidence it rests on.
  public var evidence: EvidenceNumber?
  /// Why a limit is exceeded, or does not apply.
  public var exemption: String?
  /// Where it stands.
  public var location: Diagnostic.Location

  /// Creates a figure.
  public init(name: FactName, value: String, location: Diagnostic.Location) {
    self.name = name
    self.value = value
    self.location = location
  }
}

/// The figures of a file's tables: one row a department with a column a figure, or one row a figure.
public struct FactTable: Sendable, Hashable {
  /// The figures in the order of the file.
  public private(set) var facts: [WrittenFact] = []
  /// What is wrong, and what was passed over, with its place.
  public private(set) var diagnostics: [Diagnostic] = []
  /// The number of cells where a figure was expected and nothing is written.
  public private(set) var blanks = 0
  private var hasTable = false
  /// Whether each row was asked of somebody, to whom it is said what was not taken.
  private var isAsked = false
  private let vocabulary: FactVocabulary
  private let today: CivilDate?

  /// The columns of one table.
  private struct Layout {
    var roles: [FactVocabulary.Role: Int] = [:]
    var figures: [(column: Int, name: String)] = []
    var isByName: Bool { roles[.name] != nil && roles[.value] != nil }
    var isByUnit: Bool { roles[.unit] != nil && !figures.isEmpty }
  }

  /// Reads the figures.
  ///
  /// - Parameters:
  ///   - tables: The tables of the file; each row is its cells by grid column.
  ///   - file: The file's name in messages.
  ///   - vocabulary: What the headings mean.
  ///   - today: The last day on which something can have happened; any day without it.
  public init(
    _ tables: [[[IndicatorTable.Cell]]], file: String, vocabulary: FactVocabulary,
    today: CivilDate? = nil
  ) {
    self.vocabulary = vocabulary
    self.today = today
    for rows in tables {
      guard let (head, layout) = heading(of: rows) else { continue }
      hasTable = true
      for row in rows.dropFirst(head + 1) { read(row, layout) }
    }
    if !hasTable { diagnostics.append(.factTableMissing(file)) }
    questionRepeats()
  }

  /// Reads the figures that a sheet asked for: rows of known names, as the reader of sheets finds them.
  ///
  /// - Parameters:
  ///   - rows: The rows; each has its cells by what they hold, the name among them.
  ///   - vocabulary: What the names mean.
  ///   - today: The last day on which something can have happened.
  public init(
    asked rows: [[FactVocabulary.Role: IndicatorTable.Cell]], vocabulary: FactVocabulary,
    today: CivilDate?
  ) {
    self.vocabulary = vocabulary
    self.today = today
    isAsked = true
    for row in rows {
      guard let place = row[.name]?.location else { continue }
      let unit = row[.unit].map { TextFolding.compact($0.text) } ?? ""
      var fact = WrittenFact(
        name: FactName(name: "", unit: unit.isEmpty ? nil : unit), value: "", location: place)
      describe(&fact, row)
      readNamed(fact, name: row[.name], value: row[.value], at: place)
    }
    questionRepeats()
  }

  /// Whether nothing stands against recording the figures.
  public var isReadable: Bool { !diagnostics.contains { $0.severity == .error } }

  // MARK: - Headings

  /// The first row that names figures for departments, or names and values.
  private mutating func heading(of rows: [[IndicatorTable.Cell]]) -> (Int, Layout)? {
    for (place, row) in rows.prefix(10).enumerated() {
      var layout = Layout()
      var unknown: [IndicatorTable.Cell] = []
      for (column, cell) in row.enumerated() where !TextChecks.isBlank(cell.text) {
        switch vocabulary.meaning(of: cell.text) {
        case .role(let role): if layout.roles[role] == nil { layout.roles[role] = column }
        case .figure(let name): layout.figures.append((column, name))
        case nil: unknown.append(cell)
        }
      }
      guard layout.isByName || layout.isByUnit else { continue }
      // Beside names and values, a heading that is a figure's name is the column's own.
      if layout.isByName { layout.figures = [] }
      for cell in unknown { sayUnread(cell) }
      return (place, layout)
    }
    return nil
  }

  private mutating func sayUnread(_ cell: IndicatorTable.Cell) {
    let nearest = vocabulary.nearest(to: cell.text)
    diagnostics.append(
      nearest.isEmpty
        ? .factColumnUnread(cell.text, at: cell.location)
        : .factColumnDoubtful(cell.text, nearest: nearest, at: cell.location))
  }

  // MARK: - Rows

  private mutating func read(_ row: [IndicatorTable.Cell], _ layout: Layout) {
    let cells = layout.roles.compactMapValues { row.indices.contains($0) ? row[$0] : nil }
    guard let first = row.first(where: { !IndicatorWords.isBlank($0.text) }) else { return }
    var unit = cells[.unit].map { TextFolding.compact($0.text) } ?? ""
    // Beside names and values a column 单位 may hold what is counted: 人, 个.
    if layout.isByName, IndicatorWords.isMeasure(unit) { unit = "" }
    if vocabulary.isTotal(unit.isEmpty ? first.text : unit) {
      diagnostics.append(.factTotalsUnread(first.text, at: first.location))
      return
    }
    var fact = WrittenFact(
      name: FactName(name: "", unit: unit.isEmpty ? nil : unit), value: "",
      location: first.location)
    describe(&fact, cells)
    if layout.isByName {
      readNamed(fact, name: cells[.name], value: cells[.value], at: first.location)
    } else if unit.isEmpty {
      diagnostics.append(.factUnitMissing(at: first.location))
    } else {
      for figure in layout.figures where row.indices.contains(figure.column) {
        var own = fact
        own.name.name = figure.name
        add(own, row[figure.column])
      }
    }
  }

  /// Reads what stands beside a figure.
  private mutating func describe(
    _ fact: inout WrittenFact, _ cells: [FactVocabulary.Role: IndicatorTable.Cell]
  ) {
    fact.on = cells[.date].flatMap { day($0) }
    fact.evidence = cells[.evidence].flatMap { evidence($0) }
    fact.exemption = cells[.exemption].flatMap {
      let words = PrintableText.line($0.text)
      return IndicatorWords.isBlank(words) ? nil : IndicatorWords.exemption(words) ?? words
    }
  }

  private mutating func readNamed(
    _ fact: WrittenFact, name: IndicatorTable.Cell?, value: IndicatorTable.Cell?,
    at place: Diagnostic.Location
  ) {
    guard let name, !TextChecks.isBlank(name.text) else {
      diagnostics.append(.factNameMissing(at: place))
      return
    }
    var fact = fact
    let written = FactName(name.text)
    fact.name.name = vocabulary.figure(written.name) ?? written.name
    fact.name.unit = fact.name.unit ?? written.unit
    if vocabulary.figure(written.name) == nil {
      let nearest = vocabulary.nearest(to: written.name)
      diagnostics.append(
        nearest.isEmpty
          ? .factNameUnasked(written.name, at: name.location)
          : .factColumnDoubtful(written.name, nearest: nearest, at: name.location))
    }
    add(fact, value ?? (text: "", location: name.location))
  }

  private mutating func add(_ fact: WrittenFact, _ cell: IndicatorTable.Cell) {
    var fact = fact
    fact.location = cell.location
    let kind = vocabulary.kind(of: fact.name)
    var text = PrintableText.line(cell.text)
    if kind == .date, IndicatorWords.exemption(text) == nil, case .words = FactValue(text),
      let day = yearless(cell, of: fact.name)
    {
      text = "\(day)"
    }
    switch FactWriting(text, as: kind, today: today) {
    case .exempt(let reason):
      fact.exemption = fact.exemption ?? (reason.isEmpty ? nil : reason)
      guard fact.exemption != nil else {
        diagnostics.append(.factExemptionUnreasoned(fact.name, at: cell.location))
        return
      }
    case .blank:
      guard fact.exemption != nil else {
        blanks += 1
        if isAsked, !TextChecks.isBlank(cell.text) {
          diagnostics.append(.factNothingSaid(fact.name, cell.text, at: cell.location))
        }
        return
      }
    case .negative(let words):
      diagnostics.append(.factNegative(fact.name, words, at: cell.location))
      return
    case .unreadable(let words):
      diagnostics.append(.factValueUnreadable(fact.name, words, at: cell.location))
      return
    case .misfit(let words, let kind):
      diagnostics.append(.factKindWrong(fact.name, words, kind, at: cell.location))
      return
    case .ahead(let day):
      diagnostics.append(.factDayAhead(fact.name, day, at: cell.location))
      return
    case .figure(let words): fact.value = words
    }
    facts.append(fact)
  }

  private mutating func day(_ cell: IndicatorTable.Cell) -> CivilDate? {
    guard !IndicatorWords.isBlank(cell.text) else { return nil }
    if case .date(let day) = FactValue(cell.text) {
      guard let today, day > today else { return day }
      diagnostics.append(.factCountedAhead(day, at: cell.location))
      return nil
    }
    if let day = yearless(cell, of: nil) { return day }
    diagnostics.append(.factDateUnreadable(cell.text, at: cell.location))
    return nil
  }

  /// The last day with the words of a cell that has come, where they have no year; that is said.
  private mutating func yearless(_ cell: IndicatorTable.Cell, of name: FactName?) -> CivilDate? {
    guard let today, let day = DeadlineLanguage.pastDay(cell.text, notAfter: today) else {
      return nil
    }
    diagnostics.append(.factYearAssumed(name, cell.text, day, at: cell.location))
    return day
  }

  private mutating func evidence(_ cell: IndicatorTable.Cell) -> EvidenceNumber? {
    guard !IndicatorWords.isBlank(cell.text) else { return nil }
    if let number = EvidenceNumber(TextFolding.compact(cell.text)) { return number }
    diagnostics.append(.factEvidenceUnreadable(cell.text, at: cell.location))
    return nil
  }

  /// The same figure twice is a fault, whether the two agree or not.
  private mutating func questionRepeats() {
    var places: [FactName: Diagnostic.Location] = [:]
    for fact in facts {
      if let first = places[fact.name] {
        diagnostics.append(.factTwice(fact.name, first: first, at: fact.location))
      } else {
        places[fact.name] = fact.location
      }
    }
  }
}
