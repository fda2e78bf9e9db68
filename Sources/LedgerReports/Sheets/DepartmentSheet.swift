package import TaskLedger

/// The workbook of one department (部门填报表): a page in words and its items with open cells.
package enum DepartmentSheet {
  private static let columns: [(column: SheetColumn, width: Int)] = [
    (.item, 6), (.content, 24), (.measures, 24), (.deadline, 19), (.status, 8), (.missing, 15),
    (.lastProgress, 15), (.progress, 18), (.problem, 12), (.nextStep, 12), (.expected, 11),
    (.statement, 20), (.files, 18), (.number, 12), (.date, 11), (.apply, 6), (.reviewCode, 11),
    (.key, 12), (.check, 12),
  ]

  /// The names of the pages to fill in.
  package static let pages = (items: ReportPhrases.itemPage, figures: ReportPhrases.figurePage)

  /// The workbook of a department.
  ///
  /// - Parameters:
  ///   - department: Its name as the ledger has it.
  ///   - input: The ledger, its day and to whom the sheet is returned.
  /// - Returns: The workbook; its items are those the department leads.
  package static func book(of department: String, _ input: SheetInput) -> FormBook {
    let code = input.code(.department, department: department)
    let lines = input.lines(of: department)
    let figures = input.asking.asked(of: department)
    let unit = input.asking.unit(of: department)
    let hasStaff =
      input.asksStaff && figures.contains { $0.name.name == StaffCount.staff.rawValue }
    var book = FormBook(
      file: ReportPhrases.sheetFile(department, input.report.asOf.civilMonth), code: code,
      pages: [
        page(
          ReportPhrases.departmentTitle(department, input.report.asOf.civilMonth),
          ReportPhrases.departmentSentences(
            ReportPhrases.Asked(
              department: department, items: lines.count, figures: figures.count,
              isUnion: unit != nil, hasStaff: hasStaff),
            on: input.report.asOf, by: input.returnBy, to: input.recipient, input.report.profile),
          person: SheetWords.personLabel, department: department, code, input)
      ])
    if !lines.isEmpty { book.pages.append(items(lines, columns, code, input)) }
    if !figures.isEmpty {
      book.pages.append(
        FigurePages.page(
          figures, of: unit.map { [$0] } ?? [], named: ReportPhrases.figurePage, code, input))
    }
    if hasStaff { book.pages.append(StaffPage.page(ofUnion: unit != nil, code, input)) }
    (book.items, book.figures) = (lines.count, figures.count)
    return book
  }

  /// The first page: what it is, how to fill it in, by when and to whom.
  static func page(
    _ title: String, _ sentences: [(label: String, words: String)], person: String,
    department: String?, _ code: SheetCode, _ input: SheetInput
  ) -> FormPage {
    // What is only read has its check beside it, where nobody sees it.
    var rows = ([("", title)] + sentences).map { [$0.0, $0.1, "\(SheetCheck(of: [$0.1]))"] }
    rows.append(["", ""])
    let field = FormPage.Field(row: rows.count, column: 1)
    rows.append([person, ""])
    if let department { rows.append([ReportPhrases.departmentLabel, department]) }
    rows.append([SheetWords.schoolLabel, input.report.ledger.school])
    rows.append([SheetWords.dayLabel, "\(input.report.asOf)"])
    rows.append([SheetWords.codeLabel, "\(code)"])
    return FormPage(
      name: ReportPhrases.firstPage, rows: rows, headRow: nil, widths: [10, 80, 8],
      fields: [field], hiddenColumns: [2], isLandscape: false, foot: foot(code, input))
  }

  /// A page of items.
  static func items(
    _ lines: [ItemLine], _ columns: [(column: SheetColumn, width: Int)], _ code: SheetCode,
    _ input: SheetInput
  ) -> FormPage {
    var page = FormPage(
      name: ReportPhrases.itemPage,
      rows: [columns.map { $0.column.heading(content: input.report.profile[.content]) }]
        + lines.map { line in columns.map { words($0.column, line, code, input) } },
      headRow: 0, widths: columns.map(\.width), frozenColumns: 2, foot: foot(code, input))
    for (place, column) in columns.enumerated() {
      if column.column.isOpen { page.open[place] = rule(column.column) }
      if [.key, .check].contains(column.column) { page.hiddenColumns.insert(place) }
    }
    return page
  }

  static func foot(_ code: SheetCode, _ input: SheetInput) -> String {
    "\(input.report.ledger.school)　\(SheetWords.codeLabel) \(code)"
  }

  private static func rule(_ column: SheetColumn) -> FormPage.Rule {
    switch column {
    case .expected, .date: .day
    case .apply: .choice([SheetWords.yes])
    case .decision: .choice([SheetWords.close, SheetWords.giveBack])
    case .number: .words(100)
    default: .words(RequiredText.limit)
    }
  }

  private static func words(
    _ column: SheetColumn, _ line: ItemLine, _ code: SheetCode, _ input: SheetInput
  ) -> String {
    let item = line.state.item
    switch column {
    case .item: return "\(line.id)"
    case .department: return ReportPhrases.joined(item.departments.all)
    case .content: return content(of: item)
    case .measures: return ReportPhrases.measureLines(item.measures)
    case .deadline: return ReportPhrases.days(of: line)
    case .status: return ReportPhrases.state(of: line)
    case .missing:
      return ReportPhrases.lacking(
        line.missing, input.report.onDay.obstacles(of: line.onDay, input.report.profile.hedges))
    case .lastProgress: return line.state.latestNote.map(ReportPhrases.noted) ?? ""
    case .statement: return code.kind == .review ? line.state.submission?.summary ?? "" : ""
    case .evidence:
      return line.evidence.map { "\($0.evidence.number) \($0.evidence.title)" }
        .joined(separator: "\n")
    case .obstacles:
      return ReportPhrases.obstacles(
        input.report.onDay.obstacles(of: line.onDay, input.report.profile.hedges),
        unproved: line.state.unprovedMeasures)
    case .reviewCode: return "\(line.state.reviewCode(input.digest))"
    case .key:
      return SheetRowKey(
        code: code, item: line.id, digest: input.digest(line.state.reviewBasis.text)
      ).description
    case .check:
      return SheetCheck(of: SheetColumn.shown.map { words($0, line, code, input) }).description
    case .progress, .problem, .nextStep, .expected, .files, .number, .date, .apply, .decision,
      .opinion:
      return ""
    }
  }

  /// The words of an item as its row shows them, by which a row is known again.
  package static func content(of item: Item) -> String { PrintableText.block(item.content) }
}

/// The workbook of a review session (审核表): all applications, each bound by its review code.
package enum ReviewSheet {
  private static let columns: [(column: SheetColumn, width: Int)] = [
    (.item, 6), (.department, 12), (.content, 26), (.measures, 24), (.deadline, 19),
    (.status, 8),
    (.statement, 30), (.evidence, 26), (.obstacles, 18), (.decision, 9), (.opinion, 24),
    (.reviewCode, 11), (.key, 12), (.check, 12),
  ]

  /// The workbook of what stands for review.
  package static func book(_ input: SheetInput) -> FormBook {
    let code = input.code(.review)
    let lines = ItemLine.all(input.report, where: \.awaitsReview)
    var book = FormBook(
      file: ReportPhrases.reviewFile(input.report.asOf), code: code,
      pages: [
        DepartmentSheet.page(
          ReportPhrases.reviewTitle(input.report.asOf),
          ReportPhrases.reviewSentences(
            count: lines.count, on: input.report.asOf, by: input.returnBy, to: input.recipient),
          person: SheetWords.reviewerLabel, department: nil, code, input),
        closedForStatements(DepartmentSheet.items(lines, columns, code, input)),
      ])
    book.items = lines.count
    return book
  }

  /// Statements are read here and not written.
  private static func closedForStatements(_ page: FormPage) -> FormPage {
    var page = page
    for (place, column) in columns.enumerated() where column.column == .statement {
      page.open[place] = nil
    }
    return page
  }
}
