import BundledAssets
import Foundation
import LedgerStore
package import PlanImport
package import TaskLedger

/// Reads lists and plans: a school's own data first, the built-in data else.
package struct PlanFiles {
  let desk: Desk

  /// Reads for a desk.
  package init(_ desk: Desk) { self.desk = desk }

  /// The words by which columns are recognised: `tasks/headings.md` of the ledger, or the
  /// built-in one.
  package func vocabulary() throws(DeskError) -> HeadingVocabulary {
    do throws(PlanReadError) {
      return try HeadingVocabulary.read(try own("headings.md", else: BundledAssets.headings))
    } catch {
      throw DeskError([error.diagnostic], kind: .unreadableInput)
    }
  }

  /// Departments and their aliases: `tasks/departments.md` of the ledger, or the built-in one.
  package func departments() throws(DeskError) -> DepartmentDirectory {
    do throws(PlanReadError) {
      return try DepartmentDirectory.read(
        try own("departments.md", else: BundledAssets.departments))
    } catch {
      throw DeskError([error.diagnostic], kind: .unreadableInput)
    }
  }

  /// The acceptance indicators: `tasks/acceptance-2020.md` of the ledger, or the built-in ones;
  /// only those where all schools must be judged alike.
  package func indicators(isOwnAllowed: Bool = true) throws(DeskError) -> IndicatorTable {
    let name = "acceptance-2020.md"
    let tables = try acceptance(isOwnAllowed: isOwnAllowed)
    let rows = tables.first { !FactVocabulary.isVocabulary($0[0]) } ?? []
    let read = IndicatorTable.read(rows: rows)
    guard !read.diagnostics.contains(where: { $0.severity == .error }),
      !read.table.indicators.isEmpty
    else {
      throw DeskError(
        read.diagnostics.isEmpty ? [.indicatorsMissing(name)] : read.diagnostics,
        kind: .unreadableInput)
    }
    return read.table
  }

  /// What the columns of tables of figures are called: the table of headings beside the indicators,
  /// or the built-in one when a school's own data has none.
  package func factVocabulary(for table: IndicatorTable) throws(DeskError) -> FactVocabulary {
    func headings(_ tables: [[[IndicatorTable.Cell]]]) -> [[IndicatorTable.Cell]]? {
      tables.first { FactVocabulary.isVocabulary($0[0]) }
    }
    let rows: [[IndicatorTable.Cell]]
    if let own = headings(try acceptance()) {
      rows = own
    } else {
      rows = headings(try acceptance(isOwnAllowed: false)) ?? []
    }
    return FactVocabulary(rows: rows, known: table.factNames)
  }

  /// The tables of the acceptance data, none of them empty.
  private func acceptance(
    isOwnAllowed: Bool = true
  ) throws(DeskError) -> [[[IndicatorTable.Cell]]] {
    let name = "acceptance-2020.md"
    do throws(PlanReadError) {
      let document =
        isOwnAllowed
        ? try own(name, else: BundledAssets.acceptance2020)
        : try PlanReader.read(bytes: BundledAssets.acceptance2020, name: name)
      return document.cellTables
    } catch {
      throw DeskError([error.diagnostic], kind: .unreadableInput)
    }
  }

  /// The figures of a file.
  package func facts(
    _ file: InputFile, vocabulary: FactVocabulary, today: CivilDate
  ) throws(DeskError) -> FactTable {
    do throws(PlanReadError) {
      let document = try PlanReader.read(bytes: try file.bytes(), name: file.name)
      return FactTable(
        document.cellTables, file: file.name, vocabulary: vocabulary, today: today)
    } catch {
      throw DeskError([error.diagnostic], kind: .unreadableInput)
    }
  }

  /// The settings: `tasks/settings.md` of the ledger, or the built-in ones.
  package func settings() throws(DeskError) -> LedgerSettings {
    let document: SourceDocument
    do throws(PlanReadError) {
      document = try own("settings.md", else: BundledAssets.settings)
    } catch {
      throw DeskError([error.diagnostic], kind: .unreadableInput)
    }
    return try LedgerSettings.read(document)
  }

  private func own(_ name: String, else builtIn: [UInt8]) throws(PlanReadError) -> SourceDocument {
    if let path = desk.folder.map({ $0.path + "/tasks/" + name }),
      FileManager.default.fileExists(atPath: path)
    {
      return try PlanReader.read(fileAt: path)
    }
    return try PlanReader.read(bytes: builtIn, name: name)
  }

  /// The provincial list from a file, or the built-in one.
  package func list(_ file: InputFile?) throws(DeskError) -> ListFile {
    let vocabulary = try vocabulary()
    do throws(PlanReadError) {
      let builtIn = try TaskListInterpreter.interpret(
        try PlanReader.read(bytes: BundledAssets.guangdong2020, name: "guangdong-2020.md"),
        vocabulary: vocabulary)
      guard let file else {
        return ListFile(list: builtIn.list, diagnostics: builtIn.diagnostics)
      }
      let read = try TaskListInterpreter.interpret(
        try PlanReader.read(bytes: try file.bytes(), name: file.name), vocabulary: vocabulary)
      return ListFile(
        list: read.list.adoptingDuties(of: builtIn.list), diagnostics: read.diagnostics)
    } catch {
      if case .noPlan(let name) = error {
        throw DeskError([.listUnreadable(name)], kind: .unreadableInput)
      }
      throw DeskError([error.diagnostic], kind: .unreadableInput)
    }
  }

  /// A school's plan from a file or, as `-`, from standard input.
  package func plan(_ file: InputFile) throws(DeskError) -> PlanFile {
    let vocabulary = try vocabulary()
    do throws(PlanReadError) {
      let bytes = try file.bytes()
      let document = try PlanReader.read(bytes: bytes, name: file.name)
      let read = try PlanInterpreter.interpret(document, vocabulary: vocabulary)
      let header = PlanHeader(
        title: read.draft.title, school: read.draft.school,
        documentNumber: read.draft.documentNumber, issueDate: read.draft.issueDate,
        source: PrintableText.fileName(file.name),
        sourceDigest: EventChain.digest(of: bytes).description)
      return PlanFile(header: header, draft: read.draft, diagnostics: read.diagnostics)
    } catch {
      throw DeskError([error.diagnostic], kind: .unreadableInput)
    }
  }
}

/// A provincial list as read.
package struct ListFile {
  /// The list.
  package var list: TaskList
  /// What was found while reading.
  package var diagnostics: [Diagnostic]

  /// The day from which the list is in force in a ledger: the first of its year, so that looking
  /// back to any of its months finds it; never after today.
  package func effective(on today: CivilDate) -> CivilDate {
    let years = list.clauses.compactMap(\.deadline.due?.year) + list.handIns.map(\.due.year)
    guard let year = years.min(), let first = CivilDate(year: year, month: 1, day: 1) else {
      return today
    }
    return min(first, today)
  }
}

/// A school's plan as read, not yet linked.
package struct PlanFile {
  /// What the plan says of itself.
  package var header: PlanHeader
  /// Its rows.
  package var draft: PlanDraft
  /// What was found while reading.
  package var diagnostics: [Diagnostic]

  /// The items linked to a list, with the flags of the import.
  package func items(linkedTo list: TaskList) -> [Item] {
    ImportFlags.apply(to: Linker.link(draft, to: list), list: list)
  }
}

extension SourceDocument {
  /// The tables as rows of cells by grid column; a real date is written 2020-09-30.
  fileprivate var cellTables: [[[IndicatorTable.Cell]]] {
    blocks.compactMap { block in
      guard case .table(let table) = block else { return nil }
      let rows = table.rows.compactMap(\.gridCells)
      return rows.isEmpty ? nil : rows
    }
  }
}

extension SourceRow {
  /// The cells by grid column, blank ones where nothing stands; nil for a row without cells.
  fileprivate var gridCells: [IndicatorTable.Cell]? {
    guard let last = cells.last, let first = cells.first else { return nil }
    let width = min(last.column + last.columnSpan, 4096)
    var row = Array(repeating: (text: "", location: first.location), count: width)
    for cell in cells where cell.column < width {
      row[cell.column] = (cell.date?.description ?? cell.text, cell.location)
    }
    return row
  }
}
