import BundledAssets
import LedgerStore
import OfficeFiles
import PlanImport
package import TaskLedger

extension SchoolData {
  /// The provincial list from a file, or the built-in one.
  func list(_ file: InputFile?) throws(DeskError) -> ListFile {
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
      if case .noPlan(let name, _) = error {
        throw DeskError([.listUnreadable(name)], kind: .unreadableInput)
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
  ///   - before: The plan before, with which is kept what was said of columns then.
  /// - Returns: The plan with its linked items and what is to be said of it.
  /// - Throws: ``DeskError`` when the file is no plan, or the words name no column.
  func plan(
    _ file: InputFile, answering list: TaskList, columns: [String], keptIn before: PlanHeader?
  ) throws(DeskError) -> PlanFile {
    var mapping = ColumnMapping(keptIn: before)
    for words in columns {
      do throws(ColumnMapping.Fault) {
        try mapping.add(words)
      } catch {
        throw DeskError([error.diagnostic], kind: .usage)
      }
    }
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

/// A school's plan as read and linked to the list.
package struct PlanFile {
  /// What the plan says of itself.
  package var header: PlanHeader
  /// The items linked to the list, with the flags of the import.
  package var items: [Item]
  /// What was found while reading.
  package var diagnostics: [Diagnostic]
}
