import Foundation
import OfficeFiles
import PlanImport
import TaskLedger
import TestSupport
import Testing

/// Reads plans, links them and prints them as the tables that fixtures keep.
struct PlanSupport {
  let vocabulary: HeadingVocabulary
  let departments: DepartmentDirectory
  let list: TaskList

  /// The tables of the repository are read once for all tests.
  private static let shared = Result { try PlanSupport(reading: "tasks") }

  init() throws { self = try Self.shared.get() }

  private init(reading folder: String) throws {
    vocabulary = try HeadingVocabulary.read(Self.repositoryFile("\(folder)/headings.md"))
    departments = try DepartmentDirectory.read(Self.repositoryFile("\(folder)/departments.md"))
    list = try TaskListInterpreter.interpret(
      Self.repositoryFile("\(folder)/guangdong-2020.md"), vocabulary: vocabulary
    ).list
  }

  /// A plan that was read, linked and checked.
  struct Imported {
    var draft: PlanDraft
    var items: [Item]
    var notes: [Diagnostic]
    var findings: [Diagnostic]

    /// The days by which the items are due.
    var dues: [String?] { items.map { $0.deadline.due?.description } }
    /// The items, by their numbers.
    var ids: [String] { items.map(\.id.description) }
    /// What was said under a code.
    func said(_ code: String) -> [Diagnostic] { notes.filter { $0.code == code } }
  }

  static func repositoryFile(_ path: String) throws -> SourceDocument {
    try PlanReader.read(fileAt: SharedDocuments.repository.appendingPathComponent(path).path)
  }

  static func sharedFile(_ path: String) throws -> SourceDocument {
    try PlanReader.read(fileAt: SharedDocuments.url(path).path)
  }

  func imported(
    _ document: SourceDocument, mapping: ColumnMapping = ColumnMapping()
  ) throws -> Imported {
    let (draft, notes) = try PlanInterpreter.interpret(
      document,
      setting: PlanSetting(
        vocabulary: vocabulary, departments: departments, list: list, mapping: mapping))
    let items = ImportFlags.apply(to: Linker.link(draft, to: list), list: list)
    let header = PlanHeader(
      title: draft.title, school: draft.school, documentNumber: draft.documentNumber,
      issueDate: draft.issueDate, source: document.name, sourceDigest: "",
      columns: draft.columns)
    let findings = CheckRegistry.run(in: CheckContext(items: items, list: list, plan: header))
    return Imported(draft: draft, items: items, notes: notes, findings: findings)
  }

  /// A plan as the text that fixtures keep: its header, its items, and what was said about it.
  func table(_ plan: Imported) -> String {
    var lines = [
      "title: \(plan.draft.title ?? "–")",
      "school: \(plan.draft.school ?? "–")",
      "number: \(plan.draft.documentNumber ?? "–")",
      "issued: \(plan.draft.issueDate?.description ?? "–")",
      "notes: \(plan.notes.map(\.code).joined(separator: " "))",
      "",
    ]
    for item in plan.items {
      lines.append(
        [
          item.id.description, item.ordinal ?? "–", item.taskTitle,
          String(item.content.prefix(12)).replacing("\n", with: " "),
          "\(item.measures.count)", item.deadline.text, item.deadline.kind,
          item.deadline.due?.description ?? "–",
          item.departments.lead.joined(separator: "、"),
          item.departments.supporting.joined(separator: "、"), item.responsiblePerson,
          item.link.confidence.rawValue, Self.flags(item.flags),
        ].joined(separator: " | "))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The plan of a text as ``Sheet/lines(_:name:)`` takes it; `{1.1}` are the words of a clause.
  func plan(_ text: String, name: String = "方案.docx") throws -> Imported {
    var text = text
    for clause in list.clauses where text.contains("{\(clause.id)}") {
      text = text.replacing("{\(clause.id)}", with: try words(clause.id.description))
    }
    return try imported(Sheet.lines(text, name: name))
  }

  /// The first item of a plan of 2020, whose cell of days holds these words.
  func item(dueBy deadline: String) throws -> Item {
    try #require(
      plan(
        """
        2020年6月1日
        序号|改革内容|落实措施|完成时限|责任单位
        1|{1.1}|起草|\(deadline)|校团委
        2|{1.2}|宣讲|2020年7月|学工部
        """
      ).items.first)
  }

  /// The words of a clause of the list, for cells of made-up plans.
  func words(_ clause: String) throws -> String {
    let id = try #require(ClauseID(clause))
    return try #require(list.clause(id)).content.split(separator: "\n").joined()
  }

  static func flags(_ flags: Set<FindingCode>) -> String {
    flags.map(\.rawValue).sorted().joined(separator: " ")
  }
}

/// Documents built by hand.
enum Sheet {
  /// A document of one table; cells are divided by `|`, paragraphs by `/`, `^` continues above.
  static func document(_ rows: String..., before: [String] = []) -> SourceDocument {
    SourceDocument(
      name: "方案.docx",
      blocks: before.enumerated().map {
        .paragraph(
          SourceParagraph(
            text: $0.element, location: .paragraph(file: "方案.docx", index: $0.offset + 1)))
      } + [.table(table(rows))])
  }

  /// A document of lines: one with `|` or `*` is a row, a blank one ends a table, others are
  /// paragraphs.
  /// `词*2` covers two columns and `#2020.1` is a stored number; else as ``document(_:before:)``.
  static func lines(_ text: String, name: String = "方案.docx") -> SourceDocument {
    var blocks: [SourceDocument.Block] = []
    var rows: [String] = []
    func close() {
      if !rows.isEmpty { blocks.append(.table(spread(table(rows)))) }
      rows = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.contains("|") || line.contains("*") {
        rows.append(line)
        continue
      }
      close()
      guard !line.isEmpty else { continue }
      let place = Diagnostic.Location.paragraph(file: name, index: blocks.count + 1)
      blocks.append(.paragraph(SourceParagraph(text: line, location: place)))
    }
    close()
    return SourceDocument(name: name, blocks: blocks)
  }

  /// A table with the spans and the numbers that its cells are marked with.
  private static func spread(_ table: SourceTable) -> SourceTable {
    var table = table
    for index in table.rows.indices {
      var column = 0
      for place in table.rows[index].cells.indices {
        var cell = table.rows[index].cells[place]
        cell.column = column
        if cell.paragraphs.count == 1, let words = cell.paragraphs.first {
          if let mark = words.lastIndex(of: "*"), let span = Int(words[words.index(after: mark)...])
          {
            (cell.columnSpan, cell.paragraphs) = (span, [String(words[..<mark])])
          } else if words.hasPrefix("#"), let number = Double(words.dropFirst()) {
            (cell.number, cell.paragraphs) = (number, [String(words.dropFirst())])
          } else if words.hasPrefix("="), let mark = words.firstIndex(of: "~") {
            // =2020-06-01~Jun-20 stores a day and shows other words.
            cell.date = CivilDate(String(words[..<mark].dropFirst()))
            cell.paragraphs = [String(words[words.index(after: mark)...])]
          }
        }
        column += cell.columnSpan
        table.rows[index].cells[place] = cell
      }
    }
    return table
  }

  /// A table of rows as ``document(_:before:)`` takes them.
  static func table(_ rows: [String]) -> SourceTable {
    SourceTable(
      rows: rows.enumerated().map { row in
        SourceRow(
          cells: row.element.split(separator: "|", omittingEmptySubsequences: false).enumerated()
            .map { cell in
              let text = cell.element.trimmingCharacters(in: .whitespaces)
              return SourceCell(
                column: cell.offset,
                paragraphs: text == "^" || text.isEmpty
                  ? [] : text.split(separator: "/").map(String.init),
                continuesAbove: text == "^",
                location: .tableCell(
                  file: "方案.docx", table: 1, row: row.offset + 1, column: cell.offset + 1))
            })
      })
  }
}
