internal import OfficeFiles
internal import TaskLedger

/// The task a row stands under.
struct TaskPlace: Hashable {
  /// Its printed number.
  var number: Int?
  /// Its title.
  var title: String?
  /// The basis printed beside it.
  var basis = ""
  /// 序号 as printed beside it.
  var printed: String?
}

/// A content cell with the rows that belong to it: its own, and those below that only go on with
/// measures, deadlines or departments.
struct ItemBlock {
  /// The task it stands under.
  var task: TaskPlace
  /// The printed number when 序号 counts items.
  var ordinal: String?
  /// The words of the content.
  var content: String
  /// The basis in the row, else that of the task.
  var basis: String
  /// Whether 序号 counts items, so that a cell is one item unless its deadlines say otherwise.
  var isSingle: Bool
  /// The rows, at least one.
  var rows: [PlanRow]
  /// Where the content stands.
  var location: Diagnostic.Location
  /// What the row itself was found to be.
  var flags: Set<FindingCode> = []
  /// Which table or section it stands in.
  var group = 0
  /// What the title of its section or table states.
  var stated = SectionStatement()
  /// What no column of the table holds, so that it is looked for in the words.
  var lacking: Set<ColumnRole> = []

  /// Whether the plan says that the first of several departments leads.
  var namesLeadFirst = false
  /// Whether the plan says that the look of a name marks the lead, so that none is known to lead.
  var formatsLead = false
  /// The year of deadlines without one, where the title of its section names it.
  var year: Int?

  /// What merged cells take over from the item before the block.
  struct Above {
    /// Its deadline.
    var deadline = Deadline.blank
    /// Its departments.
    var departments = DepartmentAssignment()
    /// Its measures.
    var measures: [Measure] = []
    /// Its responsible person.
    var person = ""
    /// Its remark.
    var remark = ""

    /// What an item leaves to those below; nothing when there is none.
    init(_ item: ItemDraft? = nil) {
      guard let item else { return }
      (deadline, measures) = (item.deadline, item.measures)
      departments = item.mergedDepartments ?? item.departments
      (person, remark) = (item.responsiblePerson, item.remark)
    }
  }

  /// Whether no row takes anything over, so that the block reads the same whatever stands above.
  var standsAlone: Bool {
    let roles: [ColumnRole] = [
      .measures, .deadline, .departments, .lead, .supporting, .person, .remark,
    ]
    return !rows.contains { row in roles.contains { row.inherits($0) } }
  }

  /// The printed number of the block's last item.
  var lastOrdinal: String? {
    let pieces = pieces()
    return pieces.count == 1 ? ordinal ?? pieces[0].ordinal : pieces.last?.ordinal
  }

  /// The items of the block.
  func items(_ language: inout CellLanguage, below above: Above) -> [ItemDraft] {
    let pieces = pieces()
    let deadlines = deadlines(pieces.count, &language, above.deadline)
    let departments = departments(pieces.count, &language, above.departments)
    let measures = measures(pieces.count)
    let persons = texts(.person, pieces.count, above.person)
    let remarks = texts(.remark, pieces.count, above.remark)
    return pieces.indices.map { index in
      var draft = ItemDraft(
        ordinal: pieces.count == 1 ? ordinal ?? pieces[index].ordinal : pieces[index].ordinal,
        taskNumber: task.number, taskTitle: task.title, basis: basis, content: pieces[index].text,
        measures: measures[index].entry.map(MeasureSplitter.measures) ?? [],
        deadline: deadlines[index].entry ?? .blank,
        departments: departments[index].entry?.assignment ?? DepartmentAssignment(),
        responsiblePerson: persons[index].entry ?? "", remark: remarks[index].entry ?? "",
        flags: flags, group: group, location: location)
      draft.mergedDepartments = departments[index].entry?.merged
      if deadlines[index].isInherited, draft.deadline.meaning != .blank {
        draft.flags.insert(.deadlineInherited)
      }
      if draft.deadline.meaning != .blank,
        rows.contains(where: { $0.hasOwn(.deadline) && $0[.deadline]?.isFromText == true })
      {
        draft.flags.insert(.readFromSentence)
      }
      if departments[index].isInherited, !draft.departments.all.isEmpty {
        draft.flags.insert(.departmentInherited)
      }
      if departments[index].entry?.isDoubtful ?? false { draft.flags.insert(.departmentDoubtful) }
      if persons[index].isInherited, !draft.responsiblePerson.isEmpty {
        draft.flags.insert(.personInherited)
      }
      if remarks[index].isInherited, !draft.remark.isEmpty {
        draft.flags.insert(.remarkInherited)
      }
      var isInherited = measures[index].isInherited
      if draft.measures.isEmpty, rows.first?.inherits(.measures) ?? false {
        draft.measures = above.measures
        isInherited = true
      }
      if isInherited, !draft.measures.isEmpty { draft.flags.insert(.measureInherited) }
      if !lacking.isEmpty { language.fill(&draft, lacking: lacking) }
      if !stated.isEmpty { language.fill(&draft, from: stated) }
      if draft.deadline.isYearAssumed { draft.flags.insert(.yearAssumed) }
      return draft
    }
  }

  private func pieces() -> [ContentSplitter.Piece] {
    let pieces = ContentSplitter.pieces(of: content)
    guard isSingle, pieces.count > 1 else {
      return pieces.count > 1 ? pieces : [ContentSplitter.whole(content)]
    }
    let lines = rows.reduce(0) { $0 + ($1.hasOwn(.deadline) ? lineCount($1, .deadline) : 0) }
    return lines == pieces.count ? pieces : [ContentSplitter.Piece(text: content)]
  }

  private func lineCount(_ row: PlanRow, _ role: ColumnRole) -> Int {
    row[role]?.paragraphs.count ?? 0
  }

  /// The texts of a role, such as the person or the remark, by item.
  private func texts(
    _ role: ColumnRole, _ count: Int, _ textAbove: String
  ) -> [SharedEntries.Assigned<String>] {
    if isRowwise(count) {
      var above = textAbove
      return rows.map { row in
        if row.inherits(role) { return .init(entry: above, isInherited: true) }
        above = row.hasOwn(role) ? row.text(role) : ""
        return .init(entry: above, isInherited: false)
      }
    }
    let own = rows.map { $0.hasOwn(role) ? $0.text(role) : "" }.filter { !$0.isEmpty }
    if own.isEmpty, rows.first?.inherits(role) ?? false {
      return Array(repeating: .init(entry: textAbove, isInherited: true), count: count)
    }
    return Array(
      repeating: .init(entry: own.joined(separator: "\n"), isInherited: false), count: count)
  }

  /// Whether each item has a row of its own.
  private func isRowwise(_ count: Int) -> Bool { count > 1 && rows.count == count }

  // MARK: - Deadlines

  private func deadlines(
    _ count: Int, _ language: inout CellLanguage, _ deadlineAbove: Deadline
  ) -> [SharedEntries.Assigned<Deadline>] {
    if isRowwise(count) {
      var above = deadlineAbove
      return rows.map { row in
        if row.inherits(.deadline) { return .init(entry: above, isInherited: true) }
        above = row.hasOwn(.deadline) ? deadline(row, &language) : .blank
        return .init(entry: above, isInherited: false)
      }
    }
    var entries: [Deadline] = []
    for row in rows where row.hasOwn(.deadline) {
      if count > 1, row[.deadline]?.completedWords == nil {
        entries += DeadlineLines.read(row.text(.deadline), &language)
      } else {
        entries.append(deadline(row, &language))
      }
    }
    if entries.isEmpty, rows.first?.inherits(.deadline) ?? false {
      return Array(repeating: .init(entry: deadlineAbove, isInherited: true), count: count)
    }
    var distinct: [Deadline] = []
    if count == 1 {
      for entry in entries where !distinct.contains(entry) { distinct.append(entry) }
    } else {
      distinct = entries
    }
    var reader = language
    let areApart = distinct.count == rows.count { $0.hasOwn(.deadline) }
    let assigned = SharedEntries.assign(distinct, to: count, areApart: areApart) { left, right in
      reader.deadline(left.text + PlanPhrases.listSeparator + right.text)
    }
    language = reader
    return assigned
  }

  private func deadline(_ row: PlanRow, _ language: inout CellLanguage) -> Deadline {
    if let completed = row[.deadline]?.completedWords {
      var result = language.deadline(completed)
      result.text = TextFolding.unspaced(row.text(.deadline))
      result.isYearAssumed = true
      return result
    }
    return language.deadline(
      row.text(.deadline), date: row[.deadline]?.date, number: row[.deadline]?.number)
  }

  // MARK: - Departments

  private func departments(
    _ count: Int, _ language: inout CellLanguage, _ departmentsAbove: DepartmentAssignment
  ) -> [SharedEntries.Assigned<DepartmentCell>] {
    let roles: [ColumnRole] = [.departments, .lead, .supporting]
    if isRowwise(count) {
      var above = DepartmentCell(assignment: departmentsAbove)
      return rows.map { row in
        let isInherited = roles.contains { row.inherits($0) }
        let merged = DepartmentCell(assignment: inherited(row, above.merged ?? above.assignment))
        above = merged.completed(by: assignment(row, &language))
        return .init(entry: above, isInherited: isInherited && !merged.assignment.all.isEmpty)
      }
    }
    var entries: [DepartmentCell] = []
    var isInherited = false
    for row in rows where roles.contains(where: { row.hasOwn($0) }) {
      let lines = row.hasOwn(.departments) ? row[.departments]?.paragraphs ?? [] : []
      if count > 1, lines.count > 1,
        lines.count == count
          || lines.contains(where: { language.departments($0).assignment.all.count > 1 })
      {
        entries += lines.map { named(TextFolding.tidied($0), &language) }
      } else {
        let merged = DepartmentCell(assignment: inherited(row, departmentsAbove))
        if !merged.assignment.all.isEmpty { isInherited = true }
        entries.append(merged.completed(by: assignment(row, &language)))
      }
    }
    if entries.isEmpty, let first = rows.first, roles.contains(where: { first.inherits($0) }) {
      let above = DepartmentCell(assignment: inherited(first, departmentsAbove))
      return Array(repeating: .init(entry: above, isInherited: true), count: count)
    }
    let filled = rows.count { row in roles.contains { row.hasOwn($0) } }
    let areApart = entries.count == filled
    let assigned = SharedEntries.assign(entries, to: count, areApart: areApart) { $0.joined($1) }
    guard isInherited else { return assigned }
    return assigned.map { .init(entry: $0.entry, isInherited: true) }
  }

  /// The departments of a cell; of several without a role the first leads where the plan says so, and
  /// that is left to be confirmed.
  private func named(_ words: String, _ language: inout CellLanguage) -> DepartmentCell {
    var cell = language.departments(words)
    if namesLeadFirst, cell.assignment.supporting.isEmpty, cell.assignment.lead.count > 1 {
      cell.assignment = DepartmentAssignment(
        lead: Array(cell.assignment.lead.prefix(1)),
        supporting: Array(cell.assignment.lead.dropFirst()))
      cell.isDoubtful = true
    }
    if formatsLead, cell.assignment.supporting.isEmpty, cell.assignment.lead.count > 1 {
      cell.isDoubtful = true
    }
    return cell
  }

  /// What a row takes from merged cells above beside a cell of its own: 牵头 or 实施部门 merged, 配合
  /// its own.
  private func inherited(
    _ row: PlanRow, _ above: DepartmentAssignment
  ) -> DepartmentAssignment {
    let takesAll = row.inherits(.departments)
    let hasSupport = row[.supporting] != nil
    return DepartmentAssignment(
      lead: takesAll || row.inherits(.lead) ? above.lead : [],
      supporting: row.inherits(.supporting) || (takesAll && !hasSupport) ? above.supporting : [])
  }

  private func assignment(_ row: PlanRow, _ language: inout CellLanguage) -> DepartmentCell {
    var result =
      row.hasOwn(.departments)
      ? named(row.text(.departments), &language) : DepartmentCell()
    if row.hasOwn(.lead) {
      var lead = language.departments(row.text(.lead))
      lead.assignment = DepartmentAssignment(lead: lead.assignment.all)
      // Beside those who lead the others take part.
      let others = DepartmentAssignment(supporting: result.assignment.all)
      if !lead.assignment.all.isEmpty { result.assignment = others }
      result = lead.joined(result)
    }
    if row.hasOwn(.supporting) {
      var support = language.departments(row.text(.supporting))
      support.assignment = DepartmentAssignment(supporting: support.assignment.all)
      result = result.joined(support)
    }
    return result
  }

  // MARK: - Measures

  private func measures(_ count: Int) -> [SharedEntries.Assigned<[MeasureSplitter.Unit]>] {
    let rowUnits = rows.map { row in
      row.hasOwn(.measures) ? MeasureSplitter.units(of: row[.measures]?.paragraphs ?? []) : []
    }
    if isRowwise(count), rowUnits.allSatisfy({ !$0.isEmpty }) {
      return rowUnits.map { .init(entry: $0, isInherited: false) }
    }
    let units = rowUnits.flatMap { $0 }
    if count == 1 { return [.init(entry: units, isInherited: false)] }
    let groups = MeasureSplitter.groups(units)
    let entries = groups.count != count && units.count == count ? units.map { [$0] } : groups
    return SharedEntries.assign(entries, to: count) { $0 + $1 }
  }
}
