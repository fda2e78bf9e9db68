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
  ///   - vocabulary: The words by which columns are recognised.
  ///   - fewest: How many items a table holds at least to be read on all cores; the result is the
  ///     same either way.
  /// - Returns: The draft, and what should be said about it besides its flags.
  /// - Throws: ``PlanReadError/noPlan(file:)`` when there is neither a table nor numbered measures.
  package static func interpret(
    _ document: SourceDocument, vocabulary: HeadingVocabulary,
    onAllCoresFrom fewest: Int = 500
  ) throws(PlanReadError) -> (draft: PlanDraft, diagnostics: [Diagnostic]) {
    let header = HeaderReader(document)
    let tables = PlanTables(in: document, vocabulary: vocabulary)
    let outline = BodyOutline(document)
    var draft = PlanDraft(
      title: header.title, school: header.school, documentNumber: header.documentNumber,
      issueDate: header.issueDate)
    var diagnostics = document.diagnostics
    if tables.parts.isEmpty {
      draft.items = ProseReader.items(of: outline, title: header.title)
      if draft.items.isEmpty { throw .noPlan(file: document.name) }
      diagnostics.append(
        .proseWithoutTable(
          file: document.name, count: draft.items.count,
          labels: ProseReader.labels(in: draft.items, vocabulary)))
    } else {
      let reader = PlanTableReader(
        tables,
        language: CellLanguage(
          year: tables.headingYear ?? header.year ?? tables.firstYear,
          issued: header.issueDate),
        onAllCoresFrom: fewest)
      draft.items = reader.items
      if draft.items.isEmpty { throw .noPlan(file: document.name) }
      Narrative.attach(outline, to: &draft.items)
      // What the reader read is not taken for a plan here.
      diagnostics.removeAll { note in
        tables.hiddenPlans.contains { note == .hiddenSheetRead(file: document.name, sheet: $0) }
      }
      diagnostics += tables.hiddenPlans.map {
        Diagnostic.hiddenPlanLeft(file: document.name, sheet: $0)
      }
      diagnostics += notes(tables, reader, file: document.name)
    }
    diagnostics += missing(in: header, file: document.name)
    return (draft, diagnostics)
  }

  private static func notes(
    _ tables: PlanTables, _ reader: PlanTableReader, file: String
  ) -> [Diagnostic] {
    var result = tables.others.map {
      Diagnostic.tableLeftAlone(words: $0.words, location: $0.location)
    }
    result += reader.remarks.map { Diagnostic.rowLeftAlone(words: $0.words, location: $0.location) }
    result += reader.unread.map {
      Diagnostic.rowWithoutContent(words: $0.words, location: $0.location)
    }
    result += tables.rivals.map {
      Diagnostic.columnDoubtful(read: $0.read, unread: $0.unread, file: file)
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
