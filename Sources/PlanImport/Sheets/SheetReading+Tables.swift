import OfficeFiles
import TaskLedger

/// The tables of a sheet beside its items: figures, the list of staff, members.
extension SheetReading {
  /// Reads a table that is one of them.
  ///
  /// - Returns: Whether it is.
  mutating func readOther(_ table: SourceTable) -> Bool {
    let found = table.rows.prefix(30).enumerated().lazy.compactMap {
      (place, row) -> (Int, Headings)? in Headings(row).map { (place, $0) }
    }.first
    guard let (head, headings) = found else { return false }
    let rows = table.rows.dropFirst(head + 1)
    let place = table.rows[head].cells.first?.location
    switch headings {
    case .figures(let columns):
      noteOutside(of: table, head, known: Set(columns.values))
      readFigures(rows, columns, at: place)
    case .staff(let columns):
      noteOutside(of: table, head, known: Set(columns.values))
      readStaff(rows, columns, at: place)
    case .members(let columns):
      noteOutside(of: table, head, known: Set(columns.values))
      readMembers(rows, columns)
    }
    return true
  }

  private enum Headings {
    case figures([FigureColumn: Int])
    case staff([StaffColumn: Int])
    case members([MemberColumn: Int])

    init?(_ row: SourceRow) {
      let figures = Self.columns(of: row, FigureColumn.self)
      if figures[.value] != nil, figures[.name] != nil || figures[.key] != nil {
        self = .figures(figures)
        return
      }
      let staff = Self.columns(of: row, StaffColumn.self)
      if staff[.number] != nil, staff.count >= 4 {
        self = .staff(staff)
        return
      }
      let members = Self.columns(of: row, MemberColumn.self)
      guard members[.name] != nil, members[.department] != nil, members[.role] != nil else {
        return nil
      }
      self = .members(members)
    }

    private static func columns<Column: SheetHeading>(
      of row: SourceRow, _ column: Column.Type
    ) -> [Column: Int] {
      row.cells.reduce(into: [:]) { columns, cell in
        guard let column = Column(heading: cell.text), columns[column] == nil else { return }
        columns[column] = cell.column
      }
    }
  }

  // MARK: - Figures

  private mutating func readFigures(
    _ rows: ArraySlice<SourceRow>, _ columns: [FigureColumn: Int], at place: Diagnostic.Location?
  ) {
    let open = FigureColumn.allCases.filter(\.isOpen)
    let gone = open.filter { columns[$0] == nil }.map(\.rawValue)
    if !gone.isEmpty { sheet.notes.append(.sheetColumnsGone(gone, sheet.file, at: place)) }
    for row in rows {
      func cell(_ column: FigureColumn) -> SourceCell? {
        columns[column].flatMap { row.cell(at: $0) }.flatMap { $0.text.isEmpty ? nil : $0 }
      }
      let isBlank = !open.contains { column in cell(column).flatMap(answer) != nil }
      let hasErrors = refuseErrors(row, open.compactMap { columns[$0] })
      if isBlank, cell(.key) == nil, cell(.name) == nil {
        noteRow(row, known: Set(columns.values))
        continue
      }
      guard let first = row.cells.first(where: { !$0.text.isEmpty }),
        let name = figure(cell(.key), cell(.name), cell(.unit), first, isBlank: isBlank)
      else { continue }
      compare(
        cell(.check), FigureColumn.shown.map { cell($0) }, FigureColumn.shown.map(\.rawValue),
        of: "「\(name.recorded)」", item: nil)
      if isBlank || hasErrors { continue }
      if name.name == SheetWords.shortcomings {
        if let unit = name.unit, let answer = cell(.value).flatMap(answer) {
          sheet.shortcomings.append((unit, answer))
        }
        continue
      }
      let place = cell(.value)?.location ?? first.location
      var roles: [FactVocabulary.Role: IndicatorTable.Cell] = [
        .name: (name.name, place), .unit: (name.unit ?? "", place),
      ]
      for (role, column) in [
        (FactVocabulary.Role.value, FigureColumn.value), (.date, .date), (.evidence, .evidence),
        (.exemption, .reason),
      ] {
        guard let cell = cell(column) else { continue }
        let text = PrintableText.line(cell.text)
        roles[role] = (cell.date?.description ?? text, cell.location)
      }
      asked.append(roles)
    }
    hasFigures = true
  }

  /// Takes the figures of all pages together: each may stand once.
  mutating func settleFigures() {
    guard hasFigures else { return }
    let table = FactTable(asked: asked, vocabulary: words.facts, today: words.today)
    for diagnostic in table.diagnostics {
      if diagnostic.severity == .error {
        sheet.faults.append(diagnostic)
      } else {
        sheet.notes.append(diagnostic)
      }
    }
    sheet.figures = table
  }

  /// Which figure a row is of: its key and what it shows must not contradict each other.
  private mutating func figure(
    _ key: SourceCell?, _ name: SourceCell?, _ unit: SourceCell?, _ first: SourceCell,
    isBlank: Bool
  ) -> FactName? {
    let shown = name.map {
      FactName(
        name: TextFolding.compact($0.text), unit: unit.map { TextFolding.compact($0.text) })
    }
    guard let key else {
      if let shown { return shown }
      if !isBlank { sheet.faults.append(.sheetFigureUnknown(at: first.location)) }
      return nil
    }
    do throws(SheetCode.Fault) {
      let known = try FigureKey(reading: key.text)
      take(known.code)
      if let shown, shown.name != known.name.name || unit != nil && shown.unit != known.name.unit {
        sheet.faults.append(
          .sheetFigureMixed(known.name, shows: shown.recorded, at: first.location))
        return nil
      }
      return known.name
    } catch {
      isMarked = true
      sheet.faults.append(.sheetCode(error, key.text, file: sheet.file, at: key.location))
      return nil
    }
  }

  // MARK: - Members

  private mutating func readMembers(
    _ rows: ArraySlice<SourceRow>, _ columns: [MemberColumn: Int]
  ) {
    for row in rows {
      func cell(_ column: MemberColumn) -> SourceCell? {
        columns[column].flatMap { row.cell(at: $0) }.flatMap { $0.text.isEmpty ? nil : $0 }
      }
      guard let first = row.cells.first(where: { !$0.text.isEmpty }),
        !refuseErrors(row, columns.values)
      else { continue }
      guard let name = cell(.name).flatMap(answer) else {
        sheet.faults.append(.sheetMemberUnnamed(at: first.location))
        continue
      }
      let read = self.row(
        named: name, cell(.department).flatMap(answer), cell(.role).flatMap(answer),
        cell(.leaves).flatMap(answer))
      guard let read else { continue }
      if let twin = sheet.members.first(where: { $0.name == read.name }) {
        sheet.faults.append(
          .sheetMemberTwice(read.name, first: twin.location, at: read.location))
      }
      sheet.members.append(read)
    }
  }

  private mutating func row(
    named name: ReturnedSheet.Answer, _ departments: ReturnedSheet.Answer?,
    _ roles: ReturnedSheet.Answer?, _ leaves: ReturnedSheet.Answer?
  ) -> ReturnedSheet.MemberRow? {
    var read = ReturnedSheet.MemberRow(
      name: PrintableText.line(name.text), departments: DataTable.list(departments?.text ?? ""),
      roles: [], leaves: false, location: name.location)
    for word in DataTable.list(roles?.text ?? "") {
      if let role = Member.Role.allCases.first(where: { $0.words == word || $0.rawValue == word }) {
        read.roles.append(role)
      } else if let roles {
        let accepted = Member.Role.allCases.map(\.words).joined(separator: "、")
        sheet.faults.append(.sheetWordUnread(word, accepted: accepted, at: roles.location))
        return nil
      }
    }
    if let leaves {
      guard let isYes = SheetWords.isYes(leaves.text) else {
        sheet.faults.append(
          .sheetWordUnread(leaves.text, accepted: SheetWords.yes + "，或空着", at: leaves.location))
        return nil
      }
      read.leaves = isYes
    }
    return read
  }
}
