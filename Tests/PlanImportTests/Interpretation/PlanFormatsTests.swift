import OfficeFiles
import PlanImport
import TaskLedger
import TestSupport
import Testing

/// One plan in every format gives one draft.
struct PlanFormatsTests {
  let support: PlanSupport

  init() throws { support = try PlanSupport() }

  /// A format to write the plan in, and what it cannot hold.
  struct Form: CustomTestStringConvertible, Sendable {
    var name: String
    var hasBody: Bool
    var bytes: @Sendable ([DocumentWriter.Block]) -> [UInt8]
    var testDescription: String { name }
  }

  static let forms: [Form] = [
    Form(name: "方案.csv", hasBody: false) { DocumentWriter.gb18030(DocumentWriter.csv($0)) },
    Form(name: "方案.tsv", hasBody: false) { blocks in
      let text = DocumentWriter.csv(blocks, separator: "\t")
      return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    },
    Form(name: "方案.md", hasBody: true) { Array(DocumentWriter.markdown($0).utf8) },
    Form(name: "方案.html", hasBody: true) { Array(DocumentWriter.html($0).utf8) },
    Form(name: "方案.txt", hasBody: true) { Array(DocumentWriter.tabbed($0).utf8) },
  ]

  @Test(arguments: forms)
  func `the sample plan gives one draft in every format`(form: Form) throws {
    try check(form, PlanSupport.repositoryFile("tasks/example-plan.docx"))
  }

  @Test(
    .enabled(if: SharedDocuments.isAvailable, Comment(rawValue: SharedDocuments.absence)),
    arguments: forms)
  func `the real plan gives one draft in every format`(form: Form) throws {
    try check(form, PlanSupport.sharedFile("documents/plan-38.docx"))
  }

  private func check(_ form: Form, _ source: SourceDocument) throws {
    var blocks = blocks(source)
    if !form.hasBody {
      // A sheet of values holds the table and nothing else.
      blocks = blocks.filter { if case .table = $0 { true } else { false } }
    }
    let document = try DocumentReader.read(
      bytes: form.bytes(blocks), name: form.name, converter: .none)
    var expected = try draft(source)
    if !form.hasBody {
      expected.title = nil
      expected.school = nil
      expected.documentNumber = nil
      expected.issueDate = nil
      for index in expected.items.indices { expected.items[index].narrative = "" }
    }
    let actual = try draft(document)
    #expect(actual.items.count == expected.items.count)
    for (left, right) in zip(actual.items, expected.items) where left != right {
      Issue.record("\(left.ordinal ?? "") \(left.deadline.text) \(left.flags) \(right.flags)")
    }
    var header = actual
    header.items = expected.items
    #expect(header == expected)
  }

  private func draft(_ document: SourceDocument) throws -> PlanDraft {
    var draft = try PlanInterpreter.interpret(document, vocabulary: support.vocabulary).draft
    for index in draft.items.indices {
      draft.items[index].location = .paragraph(file: "", index: 1)
    }
    return draft
  }

  private func blocks(_ document: SourceDocument) -> [DocumentWriter.Block] {
    document.blocks.map { block in
      switch block {
      case .paragraph(let paragraph): .paragraph(paragraph.text)
      case .table(let table): .table(rows(table))
      }
    }
  }

  private func rows(_ table: SourceTable) -> [[DocumentWriter.Cell]] {
    table.rows.enumerated().map { number, row in
      row.cells.map { cell in
        let below = table.rows[(number + 1)...].prefix { row in
          row.cell(at: cell.column)?.continuesAbove == true
        }
        return DocumentWriter.Cell(
          paragraphs: cell.paragraphs, columns: cell.columnSpan,
          rows: cell.continuesAbove ? 0 : below.count + 1)
      }
    }
  }
}
