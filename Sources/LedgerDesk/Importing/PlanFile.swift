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
      if case .noPlan(let name) = error {
        throw DeskError([.listUnreadable(name)], kind: .unreadableInput)
      }
      throw DeskError([error.diagnostic], kind: .unreadableInput)
    }
  }

  /// A school's plan, not yet linked.
  func plan(_ file: InputFile) throws(DeskError) -> PlanFile {
    let vocabulary = try vocabulary()
    // What the reader left out may be why there is no plan.
    var said: [Diagnostic] = []
    do throws(PlanReadError) {
      let bytes = try file.bytes()
      let document = try PlanReader.read(bytes: bytes, name: file.name)
      said = document.diagnostics
      let read = try PlanInterpreter.interpret(document, vocabulary: vocabulary)
      let header = PlanHeader(
        title: read.draft.title, school: read.draft.school,
        documentNumber: read.draft.documentNumber, issueDate: read.draft.issueDate,
        source: PrintableText.fileName(file.name),
        sourceDigest: EventChain.digest(of: bytes).description)
      return PlanFile(header: header, draft: read.draft, diagnostics: read.diagnostics)
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
