import Foundation
package import LedgerDesk
package import LedgerStore
import PlanImport
package import TaskLedger

/// One run of a command: its options, what day it is, and the desk that does the work.
package struct Session {
  /// What the program takes from outside.
  package let environment: Environment
  /// The options of every command.
  package let common: CommonOptions
  /// When the run is.
  package let moment: Moment
  /// Where the work is done.
  package let desk: Desk

  /// The day that counts as today.
  package var today: CivilDate { moment.today }

  /// Begins a run.
  package init(_ environment: Environment, _ common: CommonOptions) throws(DeskError) {
    self.environment = environment
    self.common = common
    moment =
      if let day = common.today { Moment(startOf: day) } else { try Moment(of: environment.now()) }
    let named = common.ledger.map { Self.absolute($0, in: environment) }
    desk = Desk(
      folder: named.map { LedgerFolder(path: Self.cleaned($0)) }
        ?? LedgerFolder.found(from: environment.currentFolder),
      programs: ExternalPrograms(path: environment.variable("PATH")),
      programVersion: XiaohaoCommand.programVersion)
  }

  /// A path as the shell would take it: relative to the folder the program was started in.
  package func path(_ path: String) -> String { Self.absolute(path, in: environment) }

  private static func absolute(_ path: String, in environment: Environment) -> String {
    path.hasPrefix("/") ? path : environment.currentFolder + "/" + path
  }

  /// A file as typed; `-` is standard input.
  package func input(_ file: String) -> InputFile {
    file == "-" ? .content(environment.readInput(), name: "stdin") : .path(path(file))
  }

  private static func cleaned(_ path: String) -> String {
    // The system is asked first: the path of what is there needs no reading of its words.
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    let standard = (path as NSString).standardizingPath
    return standard.isEmpty ? path : standard
  }

  /// The ledger as of a day; today without one.
  package func snapshot(asOf day: CivilDate? = nil, keepsEntries: Bool = false)
    throws(DeskError) -> Snapshot
  {
    try desk.snapshot(asOf: day ?? today, keepsEntries: keepsEntries)
  }

  /// Who acts: the option, or `XIAOHAO_ACTOR`; never guessed.
  package func actor(_ options: WritingOptions) throws(DeskError) -> String {
    let name = options.actor ?? environment.variable("XIAOHAO_ACTOR") ?? ""
    let cleaned = PrintableText.line(name).trimmingCharacters(in: .whitespaces)
    guard !cleaned.isEmpty else { throw DeskError([.actorMissing()], kind: .usage) }
    return cleaned
  }

  /// Decides commands as a whole and appends what they give.
  package func append(
    _ commands: (Ledger) -> [LedgerCommand], scope: LedgerStore.Scope,
    actor: String, effective: CivilDate? = nil, dryRun: Bool,
    placing staged: [EvidenceVault.StagedFile] = [], in opened: LedgerStore? = nil
  ) throws(DeskError) -> AppendReceipt {
    try desk.append(
      commands, scope: scope, by: Clerk(name: actor), at: moment, effective: effective,
      dryRun: dryRun, placing: staged, in: opened)
  }

  /// Prints data.
  package func print(_ text: String) { environment.writeOutput(text) }

  /// Prints messages.
  package func say(_ diagnostics: [Diagnostic]) {
    environment.writeError(DiagnosticPrinter.text(diagnostics))
  }

  /// Prints one line for a person who does not read JSON.
  package func tell(_ line: String) {
    if !common.json { environment.writeOutput(PrintableText.line(line) + "\n") }
  }
}
