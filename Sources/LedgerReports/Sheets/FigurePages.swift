import TaskLedger

/// Pages of figures (数据): one row a figure, with what is recorded and cells for what is counted now.
package enum FigurePages {
  /// The workbook with every figure of the school and its unions, for the office.
  package static func book(_ input: SheetInput) -> FormBook {
    let code = input.code(.figures)
    let (school, unions) = input.asking.all
    var book = FormBook(
      file: ReportPhrases.figureFile(input.report.asOf), code: code,
      pages: [
        DepartmentSheet.page(
          ReportPhrases.figureTitle(input.report.asOf),
          ReportPhrases.figureSentences(
            school: school.count, unions: unions.count, on: input.report.asOf,
            by: input.returnBy, to: input.recipient),
          person: SheetWords.personLabel, department: nil, code, input),
        page(school, named: ReportPhrases.figurePage, code, input),
      ])
    if !unions.isEmpty {
      book.pages.append(
        page(
          unions, of: input.asking.units, named: ReportPhrases.unionPage, code, input))
    }
    book.figures = school.count + unions.count
    return book
  }

  /// A page of figures; the unions are named where one is asked, and each has a line for what is
  /// lacking, as its form has.
  static func page(
    _ asked: [AskedFigure], of units: [String] = [], named name: String, _ code: SheetCode,
    _ input: SheetInput
  ) -> FormPage {
    let hasUnits = asked.contains { $0.name.unit != nil }
    let columns: [(column: FigureColumn, width: Int)] = [
      (.number, 6), (.indicator, 36), (.unit, 14), (.name, 16), (.note, 16), (.known, 18),
      (.value, 12), (.date, 12), (.evidence, 13), (.reason, 20), (.key, 12),
      (.check, 12),
    ].filter { hasUnits || $0.column != .unit }
    let facts = FactSheet(input.report.ledger)
    var page = FormPage(
      name: name,
      rows: [columns.map(\.column.rawValue)]
        + asked.map { figure in
          columns.map { words($0.column, figure, facts[figure.name], code) }
        }
        + units.map { unit in columns.map { words($0.column, lackingIn: unit, code, input) } },
      headRow: 0, widths: columns.map(\.width), frozenColumns: hasUnits ? 4 : 3,
      foot: DepartmentSheet.foot(code, input))
    for (place, column) in columns.enumerated() {
      switch column.column {
      case .value: page.open[place] = .words(60)
      case .date: page.open[place] = .day
      case .evidence, .reason: page.open[place] = .words(200)
      case .key, .check: page.hiddenColumns.insert(place)
      case .number, .indicator, .unit, .name, .note, .known: break
      }
      guard column.column == .value else { continue }
      for row in units.indices {
        page.cells[FormPage.Field(row: asked.count + row + 1, column: place)] = .words(500)
      }
      for (row, figure) in asked.enumerated() {
        let field = FormPage.Field(row: row + 1, column: place)
        switch figure.kind {
        case .number: break
        case .date: page.cells[field] = .day
        case .truth: page.cells[field] = .choice([SheetWords.yes, SheetWords.no])
        }
      }
    }
    return page
  }

  private static func words(
    _ column: FigureColumn, lackingIn unit: String, _ code: SheetCode, _ input: SheetInput
  ) -> String {
    switch column {
    case .indicator, .name: SheetWords.shortcomings
    case .unit: unit
    case .note: ReportPhrases.shortcomingsNote
    case .known: ReportPhrases.joined(input.report.openGaps(of: unit).map(\.text))
    case .key:
      FigureKey(code: code, name: FactName(name: SheetWords.shortcomings, unit: unit)).description
    case .check:
      SheetCheck(of: FigureColumn.shown.map { words($0, lackingIn: unit, code, input) })
        .description
    case .number, .value, .date, .evidence, .reason: ""
    }
  }

  private static func words(
    _ column: FigureColumn, _ figure: AskedFigure, _ fact: Ledger.Fact?, _ code: SheetCode
  ) -> String {
    switch column {
    case .number: figure.indicator.mark + figure.indicator.number
    case .indicator: figure.indicator.text
    case .unit: figure.name.unit ?? ""
    case .name: figure.name.name
    case .note: figure.note
    case .known: ReportPhrases.known(fact)
    case .key: FigureKey(code: code, name: figure.name).description
    case .check:
      SheetCheck(of: FigureColumn.shown.map { words($0, figure, fact, code) }).description
    case .value, .date, .evidence, .reason: ""
    }
  }
}

/// The list of a union's staff (工作人员名单), to be filled in; it is counted and not kept.
enum StaffPage {
  private static let columns: [(column: StaffColumn, width: Int)] = [
    (.number, 16), (.name, 10), (.fromUnion, 10), (.post, 12), (.department, 14), (.politics, 14),
    (.grade, 9), (.level, 10), (.period, 12), (.rank, 10), (.band, 10), (.failed, 11),
  ]

  /// The page with blank rows.
  static func page(ofUnion isUnion: Bool, _ code: SheetCode, _ input: SheetInput) -> FormPage {
    let columns = columns.filter { !isUnion || $0.column != .fromUnion }
    var page = FormPage(
      name: ReportPhrases.staffPage, rows: [columns.map(\.column.rawValue)], headRow: 0,
      widths: columns.map(\.width), frozenColumns: 2, spareRows: isUnion ? 34 : 68,
      foot: DepartmentSheet.foot(code, input))
    for (place, column) in columns.enumerated() {
      page.open[place] = column.column.choices.map { .choice($0) } ?? .words(40)
    }
    return page
  }
}

/// The workbook of members (人员): who may act in her own name, with rows for more.
package enum MembersSheet {
  private static let columns: [(column: MemberColumn, width: Int)] = [
    (.name, 16), (.department, 34), (.role, 24), (.added, 14), (.leaves, 8),
  ]

  /// The workbook.
  package static func book(_ input: SheetInput) -> FormBook {
    let code = input.code(.members)
    let members = input.report.ledger.members.values.filter(\.isActive)
      .sorted { ($0.addedOn, $0.name) < ($1.addedOn, $1.name) }
    var page = FormPage(
      name: ReportPhrases.memberPage,
      rows: [columns.map(\.column.rawValue)]
        + members.map { member in columns.map { words($0.column, member) } },
      headRow: 0, widths: columns.map(\.width), frozenColumns: 1, spareRows: 40, isLandscape: false,
      foot: DepartmentSheet.foot(code, input))
    for (place, column) in columns.enumerated() {
      switch column.column {
      case .name:
        page.open[place] = .words(40)
        page.closed = Set(
          members.indices.map { FormPage.Field(row: $0 + 1, column: place) })
      case .department, .role: page.open[place] = .words(200)
      case .leaves: page.open[place] = .choice([SheetWords.yes])
      case .added: break
      }
    }
    return FormBook(
      file: ReportPhrases.memberFile(input.report.asOf), code: code,
      pages: [
        DepartmentSheet.page(
          ReportPhrases.memberTitle(input.report.asOf),
          ReportPhrases.memberSentences(
            count: members.count, on: input.report.asOf, by: input.returnBy, to: input.recipient),
          person: SheetWords.personLabel, department: nil, code, input),
        page,
      ])
  }

  private static func words(_ column: MemberColumn, _ member: Member) -> String {
    switch column {
    case .name: member.name
    case .department: ReportPhrases.joined(member.departments)
    case .role: ReportPhrases.joined(member.roles.sorted().map(\.words))
    case .added: "\(member.addedOn)"
    case .leaves: ""
    }
  }
}
