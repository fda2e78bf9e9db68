internal import OfficeFiles
internal import TaskLedger

/// Turns tables of unusual shape into the usual one: headings on top, an item a row (表形归正).
///
/// Cells keep their places in the document; columns that are made of others come behind the last
/// one, so that the letters of the columns stay.
struct TableShape {
  /// The table in the usual shape.
  var table: SourceTable
  let setting: PlanSetting
  private let stages: StageEnds

  /// Brings a table into the usual shape.
  ///
  /// - Parameters:
  ///   - table: The table as read.
  ///   - form: The table read as the form of one task; nil when it is none.
  ///   - legend: What signs in cells mean, as the document says.
  ///   - stages: When the stages of the work end, as the document says.
  ///   - setting: Headings and departments.
  init(
    _ table: SourceTable, form: SourceTable?, legend: MarkLegend, stages: StageEnds,
    setting: PlanSetting
  ) {
    self.table = table
    self.setting = setting
    self.stages = stages
    if let turned = TransposedTable.table(table, setting.vocabulary) {
      self.table = turned
    } else if let cards = CardTable(table, setting.vocabulary) {
      self.table = cards.table
    } else if let form {
      self.table = form
    }
    completeLaterDays()
    if let unfolded = PeriodColumns(self.table, heads: heads, setting.vocabulary) {
      self.table = unfolded.table
    }
    joinTicks()
    joinDepartments(legend)
    splitCompounds()
  }

  /// The first rows, in which headings stand.
  var heads: Range<Int> { 0..<min(table.rows.count, 12) }

  // MARK: - Days that were changed

  /// Gives a column of changed days the first day where nothing was changed.
  private mutating func completeLaterDays() {
    for index in heads {
      let days = table.rows[index].cells.filter { cell in
        let words = TextFolding.compact(cell.words)
        return words.count <= 16 && cell.columnSpan == 1
          && PlanPhrases.headingStems.contains { $0.role == .deadline && words.contains($0.stem) }
      }
      func column(_ stems: [String]) -> Int? {
        days.first { cell in stems.contains { cell.words.contains($0) } }?.column
      }
      guard let former = column(PlanPhrases.formerStems),
        let later = column(PlanPhrases.laterStems), former != later,
        !table.hiddenColumns.contains(former)
      else { continue }
      for place in table.rows.indices.dropFirst(index + 1) {
        let cells = table.rows[place].cells
        guard let at = cells.firstIndex(where: { $0.column == later }),
          !cells[at].continuesAbove, cells[at].isBlank,
          var first = cells.first(where: { $0.column == former })
        else { continue }
        first.column = later
        table.rows[place].cells[at] = first
      }
      return
    }
  }

  // MARK: - Periods as columns

  /// Makes one deadline of columns headed by months or other periods, or by stages whose ends the plan
  /// names, whose cells are ticked.
  private mutating func joinTicks() {
    for index in heads {
      let own = table.rows[index].cells.filter {
        !$0.continuesAbove && $0.columnSpan == 1 && setting.vocabulary.role(of: $0.text) == nil
      }
      let named = own.filter { StageEnds.number(of: $0.words) != nil }
      // A stage without an end leaves the others alone, and a column of days counts before ticks.
      let isStaged =
        named.allSatisfy { stages.end(of: $0.words) != nil }
        && !table.rows[index].cells.contains { setting.vocabulary.role(of: $0.text) == .deadline }
      let periods = own.filter { cell in
        StageEnds.number(of: cell.words) != nil
          ? isStaged : cell.words.count <= 12 && Self.isPeriod(cell.words)
      }
      guard periods.count >= 2, areTicked(periods.map(\.column), below: index) else { continue }
      let columns = Set(periods.map(\.column))
      let names = Dictionary(
        zip(periods.map(\.column), dated(periods, below: table.rows[..<index])),
        uniquingKeysWith: { first, _ in first })
      append(
        heading: PlanPhrases.Column.deadlineHeading, replacing: columns, below: index
      ) { cells in
        let ticked = cells.filter { CellMark.isTicked($0.cell.words) }
        let done = ticked.filter { tick in
          PlanPhrases.completionWords.contains { tick.cell.words.contains($0) }
        }
        let chosen = (done.isEmpty ? ticked : Array(done.suffix(1))).map(\.column).sorted()
        let parts = chosen.compactMap { column -> Period? in
          guard var part = names[column] else { return nil }
          // 15日前 below 7月: what is no tick says more, and is asked about where it cannot be read.
          if let more = ticked.first(where: { $0.column == column })?.cell.words,
            CellMark.saysMore(more)
          {
            (part.written, part.dated) = (
              CellMark.saying(more, behind: part.written), CellMark.saying(more, behind: part.dated)
            )
          }
          return part
        }
        // What runs through several stages is done when the last of them ends.
        if let last = parts.last, parts.contains(where: \.isStage) {
          return MadeWords(text: last.dated, isFromText: last.isFromText)
        }
        let dated = Self.period(of: parts.map(\.dated), adjacent: chosen)
        guard parts.contains(where: \.isYearAssumed) else { return MadeWords(text: dated) }
        return MadeWords(
          text: Self.period(of: parts.map(\.written), adjacent: chosen), completed: dated)
      }
      return
    }
  }

  /// A column's period.
  private struct Period {
    /// Its heading.
    var written: String
    /// Its heading with its year.
    var dated: String
    /// Whether the year stands neither in it nor over it nor before it.
    var isYearAssumed = false
    /// Whether it is a stage of the work.
    var isStage = false
    /// Whether the text of the plan, and not the heading, says when the stage ends.
    var isFromText = false
  }

  /// The names of periods with their years: of the heading over the column, else of the column before
  /// it, and of the next year where the months begin again behind the last ones of a year.
  private func dated(_ periods: [SourceCell], below rows: ArraySlice<SourceRow>) -> [Period] {
    var year: Int?
    var last: CivilDate?
    var isRolled = false
    return periods.map { cell in
      if let end = stages.end(of: cell.words) {
        return Period(
          written: cell.words, dated: StageEnds.named(cell.words, end), isStage: true,
          isFromText: !cell.words.contains(end))
      }
      if let own = HeaderReader.firstYear(cell.words) {
        (year, last, isRolled) = (own, Self.end(of: cell.words, in: own), false)
        return Period(written: cell.words, dated: cell.words)
      }
      let above = rows.flatMap(\.cells).filter { Self.covers($0, cell.column) }
        .compactMap { HeaderReader.firstYear($0.words) }.last
      if let above, above != year { (year, last, isRolled) = (above, nil, false) }
      guard var named = year else { return Period(written: cell.words, dated: cell.words) }
      if let before = last, let end = Self.end(of: cell.words, in: named), end < before,
        before.month >= 9, end.month <= 3
      {
        named += 1
        isRolled = true
      }
      (year, last) = (named, Self.end(of: cell.words, in: named))
      return Period(
        written: cell.words, dated: "\(named)" + PlanPhrases.yearWord + cell.words,
        isYearAssumed: isRolled)
    }
  }

  private static func end(of period: String, in year: Int) -> CivilDate? {
    DeadlineLanguage.read(TextFolding.unspaced(period), year: year).due
  }

  private static func isPeriod(_ words: String) -> Bool {
    let compact = TextFolding.compact(words)
    // 2025.06 and 2025-06 are months.
    if compact.contains(/^(19|20)[0-9]{2}[.\-\/](0?[1-9]|1[0-2])$/) { return true }
    guard let last = compact.last, PlanPhrases.periodEndings.contains(last) else { return false }
    return ColumnProfile.isDate(words)
  }

  private static func covers(_ cell: SourceCell, _ column: Int) -> Bool {
    cell.column <= column && column < cell.column + cell.columnSpan
  }

  /// The words of the periods of an item: one, a run, or several.
  private static func period(of names: [String], adjacent columns: [Int]) -> String {
    guard let first = names.first, let last = names.last else { return "" }
    if names.count == 1 { return first }
    let isRun = zip(columns, columns.dropFirst()).allSatisfy { $1 == $0 + 1 }
    if isRun { return first + PlanPhrases.rangeSign + last }
    return names.joined(separator: PlanPhrases.listSeparator)
  }

  // MARK: - Departments as columns

  /// Makes lead and support of columns headed by departments, whose cells are marked.
  private mutating func joinDepartments(_ legend: MarkLegend) {
    for index in heads {
      let names = table.rows[index].cells.filter {
        !$0.continuesAbove && $0.columnSpan == 1 && !$0.isBlank
          && setting.vocabulary.role(of: $0.text) == nil && setting.isDepartment($0.words)
      }
      guard names.count >= 2, areTicked(names.map(\.column), below: index, legend) else {
        continue
      }
      let columns = Set(names.map(\.column))
      let titles = Dictionary(
        names.map { ($0.column, TextFolding.unspaced($0.words)) },
        uniquingKeysWith: { first, _ in first })
      let below = table.rows[(index + 1)...]
      let marks = Set(
        below.flatMap(\.cells).filter { columns.contains($0.column) && !$0.isBlank }
          .map { TextFolding.compact($0.words) })
      let divides = marks.contains { legend.isLead($0) } && marks.contains { legend.supports($0) }
      append(
        heading: PlanPhrases.Column.departmentHeading, replacing: columns, below: index
      ) { cells in
        let named = cells.filter { CellMark.isTicked($0.cell.words) }.compactMap {
          cell -> String? in
          guard let name = titles[cell.column] else { return nil }
          let isExplained = legend.explains(TextFolding.compact(cell.cell.words))
          if !isExplained, CellMark.saysMore(cell.cell.words) {
            return CellMark.saying(cell.cell.words, behind: name)
          }
          guard divides else { return name }
          return name
            + (legend.isLead(TextFolding.compact(cell.cell.words))
              ? PlanPhrases.leadSuffix : PlanPhrases.supportSuffix)
        }
        return MadeWords(text: named.joined(separator: PlanPhrases.listSeparator))
      }
      return
    }
  }

  // MARK: - Making columns

  /// The words of a made cell.
  private struct MadeWords {
    var text: String
    /// The words with the years that are assumed.
    var completed: String?
    /// Whether the words stand in the text of the document and not in the table.
    var isFromText = false
  }

  /// Whether the cells below headings are ticks, signs or nothing, with some ticks among them; signs
  /// that a legend explains are ticks.
  private func areTicked(
    _ columns: [Int], below index: Int, _ legend: MarkLegend? = nil
  ) -> Bool {
    let wanted = Set(columns)
    var (ticks, others) = (0, 0)
    func isTotal(_ row: SourceRow) -> Bool {
      row.cells.prefix(2).contains { PlanPhrases.totals.contains(TextFolding.compact($0.text)) }
    }
    // Beside totals a 1 is a figure.
    let hasTotals = table.rows[(index + 1)...].contains(where: isTotal)
    for row in table.rows[(index + 1)...].prefix(60) where !isTotal(row) {
      for cell in row.cells where wanted.contains(cell.column) && !cell.isBlank {
        let compact = TextFolding.compact(cell.words)
        if let legend, legend.explains(compact) {
          ticks += 1
          continue
        }
        if hasTotals, compact.allSatisfy(\.isNumber) {
          others += 1
          continue
        }
        if CellMark.isTick(compact) {
          ticks += 1
        } else if !CellMark.isUnticked(compact) {
          others += 1
        }
      }
    }
    return ticks > 0 && others * 5 <= ticks
  }

  /// The first row of the headings of columns: that of the cell that gathers them, such as 2020年度
  /// over its months, else their own.
  private func groupHeading(of columns: Set<Int>, above index: Int) -> Int {
    var top = index
    while top > 0,
      table.rows[top - 1].cells.contains(where: { cell in
        !cell.isBlank && cell.columnSpan > 1 && cell.columnSpan <= columns.count
          && columns.contains { Self.covers(cell, $0) }
      })
    {
      top -= 1
    }
    return top
  }

  /// Puts a column behind the last one in the place of others.
  private mutating func append(
    heading: String, replacing columns: Set<Int>, below index: Int,
    _ value: ([(column: Int, cell: SourceCell)]) -> MadeWords
  ) {
    let width = table.rows.flatMap(\.cells).map { $0.column + $0.columnSpan }.max() ?? 0
    let top = groupHeading(of: columns, above: index)
    var rows: [SourceRow] = Array(table.rows[..<top])
    var hasHeading = false
    for (place, row) in table.rows.enumerated().dropFirst(top) {
      var kept: [SourceCell] = []
      var taken: [(column: Int, cell: SourceCell)] = []
      for cell in row.cells {
        let covered = (cell.column..<cell.column + max(cell.columnSpan, 1)).filter(columns.contains)
        if covered.isEmpty || cell.columnSpan > columns.count {
          kept.append(cell)
        } else {
          taken += covered.map { ($0, cell) }
        }
      }
      guard let location = (taken.first?.cell ?? row.cells.first)?.location else {
        rows.append(row)
        continue
      }
      if place <= index {
        // A row with nothing but the headings that are replaced is no row of the new table.
        if place == index, hasHeading, kept.allSatisfy({ $0.continuesAbove || $0.isBlank }) {
          continue
        }
        if !taken.isEmpty, !hasHeading {
          hasHeading = true
          kept.append(SourceCell(column: width, paragraphs: [heading], location: location))
        }
      } else {
        let words = value(taken.filter { !$0.cell.continuesAbove || !$0.cell.isBlank })
        var cell = SourceCell(
          column: width, paragraphs: words.text.isEmpty ? [] : [words.text], location: location)
        cell.completedWords = words.completed
        cell.isFromText = words.isFromText
        kept.append(cell)
      }
      rows.append(SourceRow(cells: kept))
    }
    guard hasHeading else { return }
    table.rows = rows
  }
}
