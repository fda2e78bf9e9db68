import Foundation
import LedgerDesk
import LedgerReports
import TaskLedger

/// One printing of a paper: to a file, to standard output, or as JSON.
struct PaperRun {
  let paper: Paper
  /// The form that was named; nil for the one of the output's extension, else the paper's own.
  let format: PaperFormat?
  let file: OutputOptions
  /// A folder of templates to be used in place of the ledger's own.
  let templates: String?
  /// The day the paper looks at; nil for its usual one.
  let asOf: CivilDate?

  private var output: String? { file.output }

  /// Prints the paper.
  func print(_ session: Session) throws(DeskError) {
    let printer = try session.desk.printer(
      templates: templates.map(session.path), at: session.moment)
    let format = try wantedFormat(session)
    let printed = try printer.text(paper, asOf: asOf)
    let text = printed.text
    session.say(notes(on: printed.day, printed.notes, session))
    let form = PaperForm(
      paper: paper, text: text, format: format, converter: printer.converter(paper, on: printed.day)
    )
    let bytes = try form.bytes(session, for: output)
    let isReplaced = try output.map { (output) throws(DeskError) in
      try session.write(bytes, to: output, force: file.force)
    }
    if session.common.json {
      session.print(
        try JSONDocument(
          kind: "report",
          PaperJSON(
            paper: paper.name, format: format.rawValue,
            asOf: printed.day.description,
            file: Nullable(output.map { ($0 as NSString).lastPathComponent }),
            text: format.isBinary ? text : String(decoding: bytes, as: UTF8.self))
        ).text())
    } else if let output {
      session.tell(Diagnostic.written(output, replacing: isReplaced ?? false))
    } else if format.isBinary {
      session.environment.writeData(bytes)
    } else {
      session.print(format == .markdown ? text : String(decoding: bytes, as: UTF8.self))
    }
  }

  /// What is said beside a paper: that a sealed month keeps its own day, or that a day is to come.
  private func notes(
    on day: CivilDate, _ notes: [Diagnostic], _ session: Session
  ) -> [Diagnostic] {
    guard let asked = asOf else { return notes }
    if asked != day { return [.sealedDayHolds(day, asked: asked)] }
    return notes + Diagnostic.dayAhead(asked, today: session.today)
  }

  /// The form that is asked for: by name, else by the output's extension, else the paper's own.
  private func wantedFormat(_ session: Session) throws(DeskError) -> PaperFormat {
    let own: PaperFormat = paper == .board ? .html : .markdown
    let byName = output.flatMap { PaperFormat(extensionOf: $0) }
    if let output, format == nil, byName == nil {
      let ending = (output as NSString).pathExtension.lowercased()
      guard ending.isEmpty || ending == "txt" else {
        throw DeskError(
          [
            .outputFormUnknown(
              (output as NSString).lastPathComponent,
              known: PaperFormat.allCases.map(\.rawValue))
          ], kind: .usage)
      }
    }
    let wanted = format ?? byName ?? own
    guard paper != .board || wanted == .html else {
      throw DeskError([.boardIsPage(wanted.rawValue)], kind: .usage)
    }
    let goesToScreen = session.environment.isOutputTerminal || session.common.json
    guard output != nil || !wanted.isBinary || !goesToScreen else {
      throw DeskError([.outputMissing(format: wanted.rawValue)], kind: .usage)
    }
    return wanted
  }
}

private struct PaperJSON: Encodable {
  var paper: String
  var format: String
  var asOf: String
  var file: Nullable<String>
  var text: String
}
