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

  /// Sees whether the paper can be made and put where it was asked for, before something is recorded
  /// for it; nothing is printed or written.
  ///
  /// - Throws: ``DeskError`` when its printing would fail.
  func requirePrintable(_ session: Session) throws(DeskError) {
    let printer = try session.desk.printer(
      templates: templates.map(session.path), at: session.moment)
    let format = try wantedFormat(session)
    let printed = try printer.text(paper, asOf: asOf)
    let bytes: [UInt8]
    do throws(ConversionError) {
      bytes = try printer.converter(paper, on: printed.day)
        .converted(printed.text, to: format).bytes
    } catch {
      let failure = error.diagnostics(instead: nil)
      throw DeskError(failure.diagnostics, kind: failure.kind)
    }
    guard let output else { return }
    // A text with a number of its own is another than the one before.
    try OutputFile(path: session.path(output)).requireWritable(
      as: format == .markdown ? nil : bytes, force: file.force)
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
    var wanted = format ?? own
    if let output, format == nil {
      wanted =
        try PaperFormat.named(by: output, among: PaperFormat.allCases, hasOption: true) ?? own
    }
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

extension PaperFormat {
  /// The form that the extension of an output names.
  ///
  /// - Parameters:
  ///   - output: The file as it was typed.
  ///   - known: The forms that can be made.
  ///   - hasOption: Whether the command has an option that names the form.
  /// - Returns: The form; nil without an extension, or for a plain text.
  /// - Throws: ``DeskError`` when the extension names another form.
  static func named(
    by output: String, among known: [PaperFormat], hasOption: Bool
  ) throws(DeskError) -> PaperFormat? {
    if let named = PaperFormat(extensionOf: output), known.contains(named) { return named }
    let ending = (output as NSString).pathExtension.lowercased()
    guard !ending.isEmpty, ending != "txt" else { return nil }
    throw DeskError(
      [
        .outputFormUnknown(
          (output as NSString).lastPathComponent, known: known.map(\.rawValue),
          hasOption: hasOption)
      ], kind: .usage)
  }
}

private struct PaperJSON: Encodable {
  var paper: String
  var format: String
  var asOf: String
  var file: Nullable<String>
  var text: String
}
