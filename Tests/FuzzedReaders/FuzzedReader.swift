import Foundation
import LedgerReports
import OfficeFiles
import PlanImport
import TaskLedger

/// One reader of the program, for inputs that are made by machines: whatever it says is fine, a trap
/// or an endless run is not.
package struct FuzzedReader: Sendable {
  /// Takes one input.
  package let read: @Sendable ([UInt8]) -> Void

  private init(_ read: @escaping @Sendable ([UInt8]) -> Void) { self.read = read }

  /// The reader of a name: `condition`, `template`, `event`, or a file's extension.
  package init(named name: String) {
    self =
      switch name {
      case "condition": Self.condition
      case "template": Self.template
      case "event": Self.event
      default: Self.file("改.\(name)")
      }
  }

  /// Plans, lists and returned sheets.
  private static func file(_ name: String) -> FuzzedReader {
    FuzzedReader { bytes in
      guard let document = try? PlanReader.read(bytes: bytes, name: name) else { return }
      _ = SheetReader.read(
        document,
        SheetVocabulary(
          content: "改革内容", facts: FactVocabulary(rows: [], known: []), today: nil))
      let texts = document.blocks.flatMap { block -> [String] in
        switch block {
        case .paragraph(let paragraph): [paragraph.text]
        case .table(let table): table.rows.flatMap { $0.cells.map(\.text) }
        }
      }
      _ = FigureLanguage.figures(in: texts.joined(separator: "\n"))
      for text in texts.prefix(200) {
        _ = DeadlineLanguage.read(text, year: nil)
        _ = DepartmentNames.read(text)
        _ = Numbering.split(text)
      }
    }
  }

  private static let condition = FuzzedReader { bytes in
    guard let text = String(validating: bytes, as: UTF8.self),
      let condition = try? FactExpression(text)
    else { return }
    _ = condition.names
  }

  private static let template = FuzzedReader { bytes in
    guard let text = String(validating: bytes, as: UTF8.self),
      let day = CivilDate(year: 2020, month: 8, day: 31)
    else { return }
    let input = ReportInput(ledger: Ledger(), asOf: day)
    _ = try? render(
      .ledger, input,
      templates: TemplateSource(builtIn: ["ledger": "", "foot": ""], own: ["ledger": text]))
  }

  /// The first line names the event, the rest is its payload.
  private static let event = FuzzedReader { bytes in
    guard let text = String(validating: bytes, as: UTF8.self),
      let cut = text.firstIndex(of: "\n"),
      let name = LedgerEvent.Name(rawValue: String(text[..<cut])),
      let day = CivilDate(year: 2020, month: 8, day: 1),
      let event = try? LedgerEvent(name: name, payload: String(text[text.index(after: cut)...]))
    else { return }
    var ledger = Ledger()
    ledger.apply(
      EventEnvelope(
        sequence: 1, recordedAt: Instant(startOf: day), effective: day, actor: "某", event: event))
    _ = LedgerOnDay(ledger, on: day).counts
  }
}
