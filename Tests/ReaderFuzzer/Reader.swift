import Foundation
import LedgerReports
import OfficeFiles
import PlanImport
import TaskLedger

/// One reader of the program.
struct Reader {
  /// Takes one input.
  let read: ([UInt8]) -> Void

  /// The reader that the environment names.
  static let chosen: Reader = {
    switch ProcessInfo.processInfo.environment["XIAOHAO_READER"] ?? "" {
    case "condition": condition
    case "template": template
    case "event": event
    case let ending: file("改.\(ending.isEmpty ? "md" : ending)")
    }
  }()

  /// Plans, lists and returned sheets.
  private static func file(_ name: String) -> Reader {
    Reader { bytes in
      guard let document = try? PlanReader.read(bytes: bytes, name: name) else { return }
      _ = SheetReader.read(document)
      _ = FigureLanguage.figures(in: document.paragraphs.joined(separator: "\n"))
      for text in document.paragraphs.prefix(200) {
        _ = DeadlineLanguage.read(text, year: nil)
        _ = DepartmentNames.read(text)
        _ = Numbering.split(text)
      }
    }
  }

  private static let condition = Reader { bytes in
    guard let text = String(validating: bytes, as: UTF8.self),
      let condition = try? FactExpression(text)
    else { return }
    _ = condition.names
  }

  private static let template = Reader { bytes in
    guard let text = String(validating: bytes, as: UTF8.self),
      let day = CivilDate(year: 2020, month: 8, day: 31)
    else { return }
    let input = ReportInput(ledger: Ledger(), asOf: day)
    _ = try? render(
      .ledger, input,
      templates: TemplateSource(builtIn: ["ledger": "", "foot": ""], own: ["ledger": text]))
  }

  /// The first line names the event, the rest is its payload.
  private static let event = Reader { bytes in
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
