package import OfficeFiles
package import TaskLedger

/// Turns a document into the draft of a school's plan: domain knowledge, no format knowledge.
package enum PlanInterpreter {
  /// Reads a plan out of a document.
  ///
  /// Every value keeps its own words; what was taken over, moved or assumed is flagged, and what
  /// was left out or not found is said in the diagnostics.
  ///
  /// - Parameters:
  ///   - document: The document as its reader gives it.
  ///   - setting: Headings, departments, the list that the plan answers, and what a person said about
  ///     columns.
  ///   - fewest: How many items a table holds at least to be read on all cores; the result is the
  ///     same either way.
  /// - Returns: The draft, and what should be said about it besides its flags.
  /// - Throws: ``PlanReadError/noPlan(file:tables:)`` when there is neither a table nor numbered
  ///   measures, ``PlanReadError/columnUnknown(file:columns:headings:)`` when a person named a
  ///   column that is not there.
  package static func interpret(
    _ document: SourceDocument, setting: PlanSetting, onAllCoresFrom fewest: Int = 500
  ) throws(PlanReadError) -> (draft: PlanDraft, diagnostics: [Diagnostic]) {
    let (plain, errorValues) = document.withoutErrorValues()
    let (document, tables) = Self.tables(in: plain, setting)
    let header = HeaderReader(document)
    if header.title == nil, header.isReport, !tables.parts.isEmpty,
      tables.parts.allSatisfy(\.layout.isStated)
    {
      throw .noPlan(file: document.name, tables: tables.others.map(\.summary))
    }
    let outline = BodyOutline(document, setting, year: header.year)
    var draft = PlanDraft(
      title: header.title, school: header.school, documentNumber: header.documentNumber,
      issueDate: header.issueDate)
    var diagnostics = document.diagnostics + [errorValues].compactMap { $0 }
    if let first = outline.contents.first {
      diagnostics.append(.contentsLeftOut(at: first, lines: outline.contents.places.count))
    }
    if tables.parts.isEmpty {
      if let wanted = setting.mapping.table {
        throw .tableUnknown(file: document.name, table: wanted, known: tables.names)
      }
      diagnostics += readText(outline, header, setting, into: &draft, file: document.name)
      diagnostics += tables.others.map { .tableLeftAlone($0) }
    } else {
      // What the reader read is not taken for a plan here.
      diagnostics.removeAll { note in
        tables.hiddenPlans.contains { note == .hiddenSheetRead(file: document.name, sheet: $0) }
      }
      diagnostics += try readTables(
        tables, header, setting, onAllCoresFrom: fewest, into: &draft, file: document.name)
    }
    if draft.items.isEmpty {
      throw .noPlan(file: document.name, tables: tables.others.map(\.summary))
    }
    if !tables.parts.isEmpty { Narrative.attach(outline, to: &draft.items) }
    diagnostics += missing(in: header, file: document.name)
    return (draft, diagnostics)
  }

  /// The tables of a plan, and the document as they were found in it: a box beside numbered text is a
  /// note, and where nothing else is numbered it frames the plan.
  private static func tables(
    in document: SourceDocument, _ setting: PlanSetting
  ) -> (document: SourceDocument, tables: PlanTables) {
    var document = document
    var tables = PlanTables(in: document, setting: setting)
    if tables.parts.isEmpty, let text = document.withoutFrames(),
      BodyOutline(document, setting, year: nil).passages.allSatisfy({ $0.number == nil })
    {
      document = text
      tables = PlanTables(in: document, setting: setting)
    }
    if tables.parts.isEmpty, let cards = LabelledCards.document(document, setting.vocabulary) {
      tables = PlanTables(in: cards, setting: setting)
    }
    return (document, tables)
  }

  /// Reads the items of a plan in running text, and says what is to be said of them.
  private static func readText(
    _ outline: BodyOutline, _ header: HeaderReader, _ setting: PlanSetting,
    into draft: inout PlanDraft, file: String
  ) -> [Diagnostic] {
    let prose = ProseReader(setting, year: header.year, study: header.studyYear)
    draft.items = prose.items(of: outline, title: header.title, isReport: header.isReport)
    return [.proseWithoutTable(file: file, stated: ProseReader.counts(draft.items))]
      + outline.commonLines.map { .commonLine($0) }
      + prose.linesLeft(of: outline, draft.items).map {
        .lineLeftAlone(words: $0.words, location: $0.location)
      }
      + prose.partsLeft(of: outline).map { .partLeftOut($0.heading, at: $0.location) }
  }

  /// Reads the items of a plan's tables, and says what is to be said of them.
  private static func readTables(
    _ tables: PlanTables, _ header: HeaderReader, _ setting: PlanSetting,
    onAllCoresFrom fewest: Int, into draft: inout PlanDraft, file: String
  ) throws(PlanReadError) -> [Diagnostic] {
    try check(setting.mapping, tables, file: file)
    let named = tables.headingYear ?? (tables.isOneOfYears ? tables.captionYear : nil)
    let reader = PlanTableReader(
      tables,
      language: CellLanguage(
        year: named ?? header.year ?? tables.captionYear ?? tables.firstYear,
        issued: header.issueDate, study: named == nil ? header.studyYear : nil,
        setting: setting),
      onAllCoresFrom: fewest)
    draft.items = reader.items
    draft.columns = tables.readings
    flagInferred(&draft)
    return tables.hiddenPlans.map { .hiddenPlanLeft(file: file, sheet: $0) }
      + notes(tables, reader, file: file)
  }

  /// Reads a plan with the words of headings alone, without departments and without a list.
  package static func interpret(
    _ document: SourceDocument, vocabulary: HeadingVocabulary, onAllCoresFrom fewest: Int = 500
  ) throws(PlanReadError) -> (draft: PlanDraft, diagnostics: [Diagnostic]) {
    try interpret(
      document, setting: PlanSetting(vocabulary: vocabulary), onAllCoresFrom: fewest)
  }

  /// Says that nothing of a plan answers the list, and refuses what has neither deadlines nor
  /// departments: numbered notes are no plan.
  ///
  /// - Parameters:
  ///   - items: The items as linked.
  ///   - list: The list.
  ///   - file: The name of the file.
  /// - Returns: What to say; nothing when one item at least has its clause.
  /// - Throws: ``PlanReadError/nothingLinked(file:count:)``.
  package static func checkLinks(
    of items: [Item], to list: TaskList, file: String
  ) throws(PlanReadError) -> [Diagnostic] {
    guard !list.clauses.isEmpty, !items.isEmpty, items.allSatisfy({ $0.clause == nil }) else {
      return []
    }
    if items.allSatisfy({ $0.deadline.due == nil && $0.departments.all.isEmpty }) {
      throw .nothingLinked(file: file, count: items.count)
    }
    return [.nothingLinked(file: file, count: items.count)]
  }

  /// Every column that a person named must be there.
  static func check(
    _ mapping: ColumnMapping, _ tables: PlanTables, file: String
  ) throws(PlanReadError) {
    let found = tables.readings.filter { $0.ground == .person }.map(\.column)
    let gone = mapping.entries.filter { !$0.isKept && !found.contains($0.column) }.map(\.column)
    guard !gone.isEmpty else { return }
    var headings: [String] = []
    for part in tables.parts {
      for (_, words) in part.layout.headings.sorted(by: { $0.key < $1.key }) {
        if let word = words.last, !headings.contains(word) { headings.append(word) }
      }
    }
    throw .columnUnknown(file: file, columns: gone, headings: headings)
  }

  /// Flags the items whose values stand in a column that was taken by what it holds.
  private static func flagInferred(_ draft: inout PlanDraft) {
    let roles: Set<ColumnRole> = [
      .content, .measures, .deadline, .departments, .lead, .supporting, .person,
    ]
    guard draft.columns.contains(where: { $0.ground == .content && roles.contains($0.role) })
    else { return }
    for index in draft.items.indices { draft.items[index].flags.insert(.columnInferred) }
  }

  private static func notes(
    _ tables: PlanTables, _ reader: PlanTableReader, file: String
  ) -> [Diagnostic] {
    var result = tables.others.map { Diagnostic.tableLeftAlone($0) }
    result += tables.versions.map { Diagnostic.planLeft($0, file: file) }
    if tables.uncompared > 0 {
      result.append(.plansUncompared(file: file, count: tables.uncompared))
    }
    result += (tables.notes + reader.remarks).map {
      Diagnostic.rowLeftAlone(words: $0.words, location: $0.location)
    }
    result += reader.unread.map {
      Diagnostic.rowWithoutContent(words: $0.words, location: $0.location)
    }
    result += reader.taken.map { Diagnostic.referenceTaken($0) }
    result += (tables.openings + reader.closings).map { Diagnostic.commonLine($0) }
    // What a person settled is not asked about again.
    let settled = Set(tables.readings.filter { $0.ground == .person }.map(\.role))
    result += tables.rivals.filter { !settled.contains($0.role) }
      .map { Diagnostic.columnDoubtful($0, file: file) }
    result += tables.undecided.map { Diagnostic.columnUndecided($0, file: file) }
    result += tables.readings.filter { $0.ground == .content }.map {
      Diagnostic.columnTaken($0, file: file)
    }
    if !tables.unreadHeadings.isEmpty {
      result.append(.columnsUnread(tables.unreadHeadings, file: file))
    }
    let has = { role in tables.parts.contains { $0.layout.has(role) } }
    if !has(.measures) { result.append(.columnMissing(.measures, file: file)) }
    if !has(.deadline) { result.append(.columnMissing(.deadline, file: file)) }
    if !has(.departments), !has(.lead) { result.append(.columnMissing(.departments, file: file)) }
    return result
  }

  private static func missing(in header: HeaderReader, file: String) -> [Diagnostic] {
    var result: [Diagnostic] = []
    if header.documentNumber == nil { result.append(.documentNumberMissing(file: file)) }
    if header.issueDate == nil { result.append(.issueDateMissing(file: file)) }
    return result
  }
}
