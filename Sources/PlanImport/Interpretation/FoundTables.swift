internal import OfficeFiles
internal import TaskLedger

/// The tables of a document in their usual shape, with the columns of those that may be the plan's.
struct FoundTables {
  /// A table of the document, or a part of one that holds several.
  struct Table {
    /// As it stands in the document.
    var source: SourceTable
    /// In its usual shape.
    var shaped: SourceTable
    /// Its columns, whatever it is of; nil where no heading was found.
    var layout: TableLayout?
    /// Whether it may be the plan's.
    var isPlan: Bool
    /// The table of the document that it is part of, by place.
    var origin: Int
  }

  /// What stands in the document, in order.
  enum Block {
    case paragraph(SourceParagraph)
    case table(Table)
  }

  /// The paragraphs and tables in order.
  private(set) var blocks: [Block] = []

  /// The tables alone.
  var tables: [Table] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  /// Finds the tables of a document.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - lines: Its lines, which may say what signs mean and when stages end.
  ///   - reader: Reads sentences.
  ///   - setting: Headings, departments and clauses.
  init(
    in document: SourceDocument, _ lines: [String], _ reader: SentenceReader, _ setting: PlanSetting
  ) {
    var parts: [(table: SourceTable, origin: Int)] = []
    for (place, block) in document.blocks.enumerated() {
      guard case .table(let table) = block else { continue }
      parts += TableDivision.parts(of: table, setting.vocabulary).map { ($0, place) }
    }
    let shaped = Self.shaped(parts.map(\.table), lines, reader, setting)
    let found = shaped.map { TableLayout.find(in: $0, setting: setting) }
    let arePlans = Self.arePlans(shaped, found, origins: parts.map(\.origin), setting)
    let tables = parts.indices.map { place in
      Table(
        source: parts[place].table, shaped: shaped[place], layout: found[place],
        isPlan: arePlans[place], origin: parts[place].origin)
    }
    var rest = tables[...]
    for (place, block) in document.blocks.enumerated() {
      switch block {
      case .paragraph(let paragraph): blocks.append(.paragraph(paragraph))
      case .table:
        let own = rest.prefix { $0.origin == place }
        blocks += own.map { .table($0) }
        rest = rest.dropFirst(own.count)
      }
    }
  }

  /// The tables in their usual shape.
  private static func shaped(
    _ tables: [SourceTable], _ lines: [String], _ reader: SentenceReader, _ setting: PlanSetting
  ) -> [SourceTable] {
    let legend = MarkLegend(lines)
    let stages = StageEnds(lines, reader)
    // 一任务一表: one such table alone may as well be a list with a line on top, unless what stands
    // there is like a clause.
    let forms = tables.map { FormTable.table($0, setting.vocabulary) }
    let hasForms =
      forms.count { $0 != nil } > 1
      || forms.contains { form in
        form.flatMap { FormTable.content(of: $0, setting.vocabulary) }
          .map { setting.likeness(of: $0) >= 0.5 } ?? false
      }
    return zip(tables, forms).map { table, form in
      TableShape(
        table, form: hasForms ? form : nil, legend: legend, stages: stages, setting: setting
      ).table
    }
  }

  /// Which of the tables with columns may be the plan's.
  private static func arePlans(
    _ tables: [SourceTable], _ found: [TableLayout?], origins: [Int], _ setting: PlanSetting
  ) -> [Bool] {
    // A table whose content is only guessed is no part of a plan that names its content.
    let isNamed = found.contains { $0.map { !$0.isContentInferred } ?? false }
    let hasOthers =
      found.count { $0 != nil } > 1
      && found.contains { $0.map { $0.has(.deadline) && $0.has(.content) } ?? false }
    return tables.indices.map { place in
      guard let layout = found[place] else { return false }
      if place > 0, origins[place] == origins[place - 1], let above = found[place - 1],
        LaidOutTable(table: tables[place - 1], layout: above)
          .numbersGoOn(in: LaidOutTable(table: tables[place], layout: layout))
      {
        return true
      }
      if isNamed, layout.isContentInferred { return false }
      return !hasOthers || !isOtherList(tables[place], layout, setting)
    }
  }

  /// Whether a table beside a plan is a list of other things, such as papers to hand in: nothing in it
  /// is like a clause, and it says neither when nor how anything is done nor of which task it is part,
  /// or its contents name the items of the plan.
  private static func isOtherList(
    _ table: SourceTable, _ layout: TableLayout, _ setting: PlanSetting
  ) -> Bool {
    guard !setting.clauses.isEmpty, !layout.readings.contains(where: { $0.ground == .person }),
      let content = layout.roles.firstIndex(of: .content)
    else { return false }
    let start = layout.headingRows.upperBound
    let work: [ColumnRole] = [.deadline, .measures, .task, .clause]
    guard
      !work.contains(where: layout.has)
        || !layout.has(.ordinal) && namesItems(of: table, in: content, from: start)
    else { return false }
    return ColumnProfile(column: content, of: table, from: start, setting: setting).likeness < 0.2
  }

  /// Whether most contents of a table name items of another by their numbers: 完成第1.1、1.2项.
  private static func namesItems(
    of table: SourceTable, in column: Int, from start: Int
  ) -> Bool {
    let contents = table.rows[start...].compactMap { $0.cell(at: column) }
      .filter { !$0.isBlank && !$0.continuesAbove }.map { TextFolding.compact($0.words) }
    let naming = contents.count { words in
      words.count <= 60 && words.contains(/[0-9]+\.[0-9]+/)
    }
    return naming * 2 > contents.count
  }
}
