import Foundation
import OfficeFiles
import PlanImport
import TaskLedger
import TestSupport
import Testing

/// Made-up plans of different shapes give the tables that stand beside them.
struct PlanShapesTests {
  static let folder = "Tests/Fixtures/plans"
  static let names = [
    "clause-ids.csv", "converted-by-pandoc.docx", "cover-and-contacts.md", "deadlines.csv",
    "dittoes.csv", "faulty.txt",
    "item-numbers.csv", "lead-and-support.md", "merged-headings.docx", "numbered-per-task.md",
    "prose-points.txt", "prose-sections.txt", "saved-from-html.xlsx",
    "section-rows.csv", "several-items.txt", "split-tables.docx", "swapped-and-own.md",
    "two-heading-rows.csv",
  ]

  @Test(arguments: names)
  func `a plan of another shape gives its table`(name: String) throws {
    let support = try PlanSupport()
    let plan = try support.imported(PlanSupport.repositoryFile("\(Self.folder)/\(name)"))
    try expect(support.table(plan), equals: "\(Self.folder)/\(name).expected")
  }

  @Test(arguments: [
    "tasks/example-plan.md", "tasks/example-plan.docx", "\(folder)/saved-from-odt.docx",
  ])
  func `the sample school gives its table`(path: String) throws {
    let support = try PlanSupport()
    let plan = try support.imported(PlanSupport.repositoryFile(path))
    try expect(support.table(plan), equals: "\(Self.folder)/example-plan.expected")
    #expect(plan.items.map(\.id) == support.list.clauses.map { .clause($0.id) })
    let found = plan.findings.map { "\($0.item?.description ?? "") \($0.code)" }
    #expect(
      found == [
        "2.3 department-generic", "3.1 figure-conflict", "4.1 ordinal-duplicate",
        "4.1 deadline-before-issue", "4.2 ordinal-duplicate", "5.2 deadline-inherited",
        "7.1 deadline-later", "9.2 deadline-missing",
      ])
  }

  @Test func `the sample school's Markdown and Word file give equal drafts`() throws {
    let support = try PlanSupport()
    func draft(_ path: String) throws -> PlanDraft {
      var draft = try support.imported(PlanSupport.repositoryFile(path)).draft
      for index in draft.items.indices {
        draft.items[index].location = .paragraph(file: "", index: 1)
      }
      return draft
    }
    let markdown = try draft("tasks/example-plan.md")
    #expect(try draft("tasks/example-plan.docx") == markdown)
    // OpenDocument and back, both by LibreOffice.
    #expect(try draft("\(Self.folder)/saved-from-odt.docx") == markdown)
  }

  /// Compares with a kept text; `UPDATE_GOLDEN=1` writes it anew.
  private func expect(_ actual: String, equals path: String) throws {
    let url = SharedDocuments.repository.appendingPathComponent(path)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try actual.write(to: url, atomically: true, encoding: .utf8)
    }
    let kept = try String(contentsOf: url, encoding: .utf8)
    let (left, right) = (actual.split(separator: "\n"), kept.split(separator: "\n"))
    #expect(left.count == right.count, "\(actual)")
    for (a, b) in zip(left, right) { #expect(a == b) }
  }
}
