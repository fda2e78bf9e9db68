import BundledAssets
import LedgerStore
import OfficeFiles
import PlanImport
package import TaskLedger

extension SchoolData {
  /// The data of the set that a list belongs to: the one that was named, else the first of whose
  /// signs the document has one, else the general one.
  ///
  /// - Parameters:
  ///   - name: What a person called it: its name in `tasks/`, or the stored one.
  ///   - file: The list; nil for the set's own.
  /// - Returns: The data of that set.
  /// - Throws: ``DeskError`` when the name is not known or the list cannot be read.
  func choosingSet(_ name: String?, for file: InputFile?) throws(DeskError) -> SchoolData {
    let sets = ReformSet.all.map { taking($0) }
    if let name {
      var known: [String] = []
      for data in sets {
        let own = try data.profile()[.set]
        known.append(own)
        if [own, try data.set().name].contains(name) { return data }
      }
      throw DeskError([.setUnknown(name, known: known)], kind: .usage)
    }
    guard let file else { return taking(.reform2020) }
    let words: String
    do throws(PlanReadError) {
      words = try PlanReader.read(bytes: try file.bytes(), name: file.name).headWords
    } catch {
      throw DeskError([error.diagnostic], kind: .unreadableInput)
    }
    for data in sets where try data.profile().signs.contains(where: { words.contains($0) }) {
      return data
    }
    return taking(.general)
  }

  /// The list from a file, or the set's own; `isSetNamed` says that a person named the set, `columns`
  /// what a person says of the file's columns.
  package func list(
    _ file: InputFile?, isSetNamed: Bool = false, columns: [String] = []
  ) throws(DeskError) -> ListFile {
    let vocabulary = try vocabulary()
    let mapping = try ColumnMapping().adding(columns)
    let (set, profile) = (try set(), try profile())
    guard file != nil || set.list != nil else {
      throw DeskError([.listNeeded(profile[.set])], kind: .usage)
    }
    do throws(PlanReadError) {
      func read(
        _ bytes: [UInt8], _ name: String, _ mapping: ColumnMapping = ColumnMapping()
      ) throws(PlanReadError) -> ListFile {
        let read = try TaskListInterpreter.interpret(
          try PlanReader.read(bytes: bytes, name: name), vocabulary: vocabulary,
          mapping: mapping, isOwn: profile.isListOwn, isNamed: isSetNamed)
        return ListFile(list: read.list, profile: profile, diagnostics: read.diagnostics)
      }
      let own = try file.map { file throws(PlanReadError) in
        try read(try file.bytes(), file.name, mapping)
      }
      let builtIn = try set.list.map { file throws(PlanReadError) in
        try read(file.bytes, file.name)
      }
      guard var result = own ?? builtIn else { throw .noPlan(file: "") }
      if let builtIn { result.list = result.list.adoptingDuties(of: builtIn.list) }
      result.list.set = set.storedName
      result.diagnostics += Diagnostic.doubts(of: result.list, profile)
      return result
    } catch {
      if case .noPlan(let name, _) = error {
        throw DeskError(
          [.listUnreadable(name, isSetNamed: isSetNamed)], kind: .unreadableInput)
      }
      throw DeskError([error.diagnostic], kind: .unreadableInput)
    }
  }

  /// A school's plan, linked to the list that it answers.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - list: The list.
  ///   - columns: What a person says of its columns, such as `时限=整改时限`.
  ///   - table: Words of the name of the table to be read, where there are several.
  ///   - before: The plan before, with which is kept what was said of columns then.
  /// - Returns: The plan with its linked items and what is to be said of it.
  /// - Throws: ``DeskError`` when the file is no plan, or the words name no column.
  func plan(
    _ file: InputFile, answering list: TaskList, columns: [String], table: String?,
    keptIn before: PlanHeader?
  ) throws(DeskError) -> PlanFile {
    var mapping = try ColumnMapping(keptIn: before).adding(columns)
    mapping.table = table
    let setting = PlanSetting(
      vocabulary: try vocabulary(), departments: try departments(), list: list, mapping: mapping)
    // What the reader left out may be why there is no plan.
    var said: [Diagnostic] = []
    do throws(PlanReadError) {
      let bytes = try file.bytes()
      let document = try PlanReader.read(bytes: bytes, name: file.name)
      said = document.diagnostics
      let read = try PlanInterpreter.interpret(document, setting: setting)
      let header = PlanHeader(
        title: read.draft.title, school: read.draft.school,
        documentNumber: read.draft.documentNumber, issueDate: read.draft.issueDate,
        source: PrintableText.fileName(file.name),
        sourceDigest: EventChain.digest(of: bytes).description,
        columns: mapping.keeping(read.draft.columns))
      let items = ImportFlags.apply(to: Linker.link(read.draft, to: list), list: list)
      let links = try PlanInterpreter.checkLinks(of: items, to: list, file: file.name)
      return PlanFile(header: header, items: items, diagnostics: read.diagnostics + links)
    } catch {
      throw DeskError([error.diagnostic] + said, kind: .unreadableInput)
    }
  }
}

extension ColumnMapping {
  /// The mapping with what a person says of columns, such as `时限=整改时限`.
  fileprivate func adding(_ columns: [String]) throws(DeskError) -> ColumnMapping {
    var mapping = self
    for words in columns {
      do throws(ColumnMapping.Fault) {
        try mapping.add(words)
      } catch {
        throw DeskError([error.diagnostic], kind: .usage)
      }
    }
    return mapping
  }
}

extension SourceDocument {
  /// The words at its beginning and those of its tables' first rows, by which a list is known.
  fileprivate var headWords: String {
    let paragraphs = blocks.prefix(6).compactMap { block in
      if case .paragraph(let paragraph) = block { paragraph.text } else { nil }
    }
    let cells = blocks.flatMap { block -> [String] in
      guard case .table(let table) = block else { return [] }
      return table.rows.prefix(4).flatMap(\.cells).map(\.text)
    }
    return TextFolding.compact((paragraphs + cells).joined(separator: "\n"))
  }
}

/// A list from above as read.
package struct ListFile {
  /// The list.
  package var list: TaskList
  /// The words of the set it belongs to.
  package var profile: ReformProfile
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

/// A school's plan as read and linked to the list.
package struct PlanFile {
  /// What the plan says of itself.
  package var header: PlanHeader
  /// The items linked to the list, with the flags of the import.
  package var items: [Item]
  /// What was found while reading.
  package var diagnostics: [Diagnostic]
}
