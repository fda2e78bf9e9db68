package import OfficeFiles
package import TaskLedger

/// Reads a list from above (任务列表) from its notice or from a list that staff keep as data.
package enum TaskListInterpreter {
  /// Reads a list out of a document.
  ///
  /// Clauses keep the document's exact words. A list kept as data may add tables of figures,
  /// duties and hand-ins; without them figures are read from the clauses and hand-ins from the
  /// notice's text.
  ///
  /// - Parameters:
  ///   - document: The document as its reader gives it.
  ///   - vocabulary: The words by which columns are recognised.
  ///   - mapping: Which columns a person said hold what.
  ///   - isOwn: Whether the list is the school's own and says who does what, as a list of problems
  ///     does; it is then never taken for a plan.
  ///   - isNamed: Whether a person said what list it is, so that marks of a plan are only told.
  /// - Returns: The list, and what should be said about it.
  /// - Throws: ``PlanReadError/noPlan(file:)`` when there is no table of clauses,
  ///   ``PlanReadError/contentDoubtful(file:read:unread:)`` when a column of titles would be taken for
  ///   what the clauses say, ``PlanReadError/columnUnknown(file:columns:headings:)`` when a person
  ///   named a column that is not there,
  ///   ``PlanReadError/planInsteadOfList(file:school:assigned:rows:)`` when it is a school's plan.
  package static func interpret(
    _ document: SourceDocument, vocabulary: HeadingVocabulary,
    mapping: ColumnMapping = ColumnMapping(), isOwn: Bool = false, isNamed: Bool = false
  ) throws(PlanReadError) -> (list: TaskList, diagnostics: [Diagnostic]) {
    var data = TaskListData()
    data.read(document)
    let header = HeaderReader(document)
    let number = data.facts[PlanPhrases.Column.documentNumber] ?? header.documentNumber ?? ""
    let year =
      data.facts[PlanPhrases.Column.year].flatMap(HeaderReader.firstYear)
      ?? header.year ?? HeaderReader.firstYear(number)
    let setting = PlanSetting(vocabulary: vocabulary, mapping: mapping)
    let tables = PlanTables(in: document, setting: setting)
    try PlanInterpreter.check(mapping, tables, file: document.name)
    let reader = PlanTableReader(
      tables, language: CellLanguage(year: year, setting: setting), onAllCoresFrom: .max)
    guard !reader.items.isEmpty else {
      throw .noPlan(file: document.name, tables: tables.others.map(\.summary))
    }
    if let rival = tables.rivals.first(where: { $0.role == .content }) {
      throw .contentDoubtful(file: document.name, read: rival.read, unread: rival.unread)
    }
    var diagnostics = document.diagnostics + data.diagnostics
    if !tables.unreadHeadings.isEmpty {
      diagnostics.append(
        .columnsUnread(tables.unreadHeadings, file: document.name, isList: true))
    }
    let tasks = tasks(reader.items, data: data, diagnostics: &diagnostics)
    let notice = NoticeText(document, year: year)
    let list = TaskList(
      title: header.title ?? document.name, documentNumber: number, tasks: tasks,
      handIns: data.handIns(year: year) ?? notice.handIns,
      acceptanceFrom: data.facts[PlanPhrases.Column.acceptance]
        .flatMap { NoticeText.days(in: $0, year: year).first } ?? notice.acceptanceFrom)
    let mark = PlanMarks(reader.items, list, school: header.school)
    if isOwn { return (list, diagnostics) }
    if mark.isPlan, !isNamed {
      throw .planInsteadOfList(
        file: document.name, school: mark.school, assigned: mark.assigned, rows: mark.rows)
    }
    if mark.isDoubtful || mark.isPlan {
      diagnostics.append(
        .listDoubtful(
          file: document.name, assigned: mark.assigned, rows: mark.rows,
          hasHandIns: mark.hasHandIns, school: mark.school))
    }
    return (list, diagnostics)
  }

  /// What tells a school's plan from the province's list: who does what is the school's to say,
  /// what is handed in by when the province's.
  private struct PlanMarks {
    /// The rows that name departments.
    let assigned: Int
    let rows: Int
    /// Whether the document says what is handed in, or when schools are inspected.
    let hasHandIns: Bool
    /// The school that signs it.
    let school: String?

    init(_ drafts: [ItemDraft], _ list: TaskList, school: String?) {
      // What a clause says of departments in its sentences assigns nobody.
      assigned = drafts.count {
        !$0.departments.all.isEmpty && !$0.flags.contains(.readFromSentence)
      }
      rows = drafts.count
      hasHandIns = !list.handIns.isEmpty || list.acceptanceFrom != nil
      self.school = school
    }

    /// Most rows name departments, and nothing is asked to be handed in.
    var isPlan: Bool { assigned * 2 > rows && !hasHandIns }
    /// Some mark of a plan, and not enough of them.
    var isDoubtful: Bool { !isPlan && (assigned > 0 || (school != nil && !hasHandIns)) }
  }

  private static func tasks(
    _ drafts: [ItemDraft], data: TaskListData, diagnostics: inout [Diagnostic]
  ) -> [ReformTask] {
    var tasks: [ReformTask] = []
    var ids: Set<ClauseID> = []
    for draft in drafts {
      let printed = draft.ordinal.flatMap { ClauseID($0) }
      let number = printed?.task ?? taskNumber(draft, tasks)
      let place = tasks.firstIndex { $0.number == number } ?? tasks.endIndex
      if place == tasks.endIndex {
        tasks.append(
          ReformTask(
            number: number, title: draft.taskTitle ?? "", basis: draft.basis, clauses: []))
      }
      let next = (tasks[place].clauses.last?.id.number ?? 0) + 1
      guard let id = printed ?? ClauseID(task: number, number: next), ids.insert(id).inserted else {
        diagnostics.append(
          .listRowUnreadable(PrintableText.head(draft.content, limit: 21), location: draft.location)
        )
        continue
      }
      var deadline = draft.deadline
      if draft.flags.contains(.deadlineInherited) {
        deadline = .blank
        diagnostics.append(.listDeadlineMerged(id, location: draft.location))
      }
      let figures =
        data.hasFigures ? data.figures[id] ?? [] : FigureLanguage.figures(in: draft.content)
      tasks[place].clauses.append(
        Clause(
          id: id, content: draft.content, deadline: deadline, figures: figures,
          duties: data.duties[id] ?? []))
    }
    for place in tasks.indices { tasks[place].clauses.sort { $0.id < $1.id } }
    return tasks.sorted { $0.number < $1.number }
  }

  /// The number of a draft's task: as printed, else counted.
  private static func taskNumber(_ draft: ItemDraft, _ tasks: [ReformTask]) -> Int {
    if let number = draft.taskNumber, number >= 1 { return number }
    if let title = draft.taskTitle, let known = tasks.first(where: { $0.title == title }) {
      return known.number
    }
    if draft.taskTitle == nil, let last = tasks.last { return last.number }
    return (tasks.map(\.number).max() ?? 0) + 1
  }
}
