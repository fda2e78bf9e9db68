// Reads one document as far as asked and prints what was read; the benchmark times the process.
//
//   read       the neutral document
//   interpret  the plan: items with deadlines and departments
//   whole      also linked to the clauses and checked, as `import` does
import Foundation
import OfficeFiles
import PlanImport
import TaskLedger

let arguments = CommandLine.arguments
guard arguments.count == 4, ["read", "interpret", "whole"].contains(arguments[1]) else {
  print("usage: import-bench read|interpret|whole FILE TASKS-FOLDER")
  exit(64)
}
do {
  let document = try PlanReader.read(fileAt: arguments[2])
  guard arguments[1] != "read" else {
    var cells = 0
    for case .table(let table) in document.blocks {
      for row in table.rows { cells += row.cells.count }
    }
    print("\(document.blocks.count) blocks, \(cells) cells")
    exit(0)
  }
  let vocabulary = try HeadingVocabulary.read(
    PlanReader.read(fileAt: arguments[3] + "/headings.md"))
  let (draft, _) = try PlanInterpreter.interpret(document, vocabulary: vocabulary)
  guard arguments[1] == "whole" else {
    print("\(draft.items.count) items")
    exit(0)
  }
  let list = try TaskListInterpreter.interpret(
    PlanReader.read(fileAt: arguments[3] + "/guangdong-2020.md"), vocabulary: vocabulary
  ).list
  let items = ImportFlags.apply(to: Linker.link(draft, to: list), list: list)
  let header = PlanHeader(
    title: draft.title, school: draft.school, documentNumber: draft.documentNumber,
    issueDate: draft.issueDate, source: document.name, sourceDigest: "")
  let findings = CheckRegistry.run(in: CheckContext(items: items, list: list, plan: header))
  print("\(items.count) items, \(findings.count) findings")
} catch {
  print(error.diagnostic.message)
  exit(65)
}
