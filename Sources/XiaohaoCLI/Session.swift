import Foundation
package import LedgerDesk
package import TaskLedger

/// One run of a command: its options, when it is, and the desk that does the work.
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
  ///
  /// - Parameters:
  ///   - environment: What the program takes from outside.
  ///   - common: The options of every command.
  ///   - isNew: Whether the ledger is to be made: the current folder then needs no ledger.
  /// - Throws: ``DeskError`` when the clock gives no day.
  package init(
    _ environment: Environment, _ common: CommonOptions, isNew: Bool = false
  ) throws(DeskError) {
    self.environment = environment
    self.common = common
    let named = common.ledger.map { Self.cleaned(Self.absolute($0, in: environment)) }
    let found = { Desk.ledgerFolder(above: environment.currentFolder) }
    desk = Desk(
      folder: named ?? (isNew ? environment.currentFolder : found()),
      searchPath: environment.variable("PATH"), programVersion: XiaohaoCommand.programVersion,
      clock: environment.now)
    var moment = try desk.moment(on: common.today)
    moment.confirmsDates = common.confirmDate
    self.moment = moment
  }

  /// A path as the shell would take it: relative to the folder the program was started in.
  package func path(_ path: String) -> String { Self.absolute(path, in: environment) }

  private static func absolute(_ path: String, in environment: Environment) -> String {
    path.hasPrefix("/") ? path : environment.currentFolder + "/" + path
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

  /// A file as typed; `-` is standard input.
  package func input(_ file: String) -> InputFile {
    file == "-" ? .content(environment.readInput(), name: "stdin") : .path(path(file))
  }

  /// The ledger as of a day; today without one.
  package func snapshot(asOf day: CivilDate? = nil, keepsEntries: Bool = false)
    throws(DeskError) -> Snapshot
  {
    try desk.snapshot(asOf: day ?? today, keepsEntries: keepsEntries)
  }

  /// Who acts: the option, or `XIAOHAO_ACTOR`; nil when neither says so.
  package func signer(_ options: WritingOptions) -> Clerk? {
    let name = options.actor ?? environment.variable("XIAOHAO_ACTOR") ?? ""
    let cleaned = PrintableText.line(name).trimmingCharacters(in: .whitespaces)
    return cleaned.isEmpty ? nil : Clerk(name: cleaned)
  }

  /// What is said when an opening or import is not signed.
  static let unsignedWords = "没有写经办人，记为「\(Occasion.unsigned)」；写明用 --actor 姓名或部门"

  /// Who acts; never guessed.
  package func clerk(_ options: WritingOptions) throws(DeskError) -> Clerk {
    guard let clerk = signer(options) else { throw DeskError([.actorMissing()], kind: .usage) }
    return clerk
  }

  /// Appends one entry that concerns the ledger as a whole, and says what changed.
  @discardableResult
  func append(
    _ command: LedgerCommand, kind: String, effective: CivilDate? = nil, _ writing: WritingOptions
  ) throws(DeskError) -> Receipt {
    let receipt = try desk.append(
      { _ in [command] }, by: try clerk(writing), at: moment, effective: effective,
      dryRun: writing.dryRun)
    try report(receipt, kind: kind, dryRun: writing.dryRun)
    return receipt
  }

  /// Writes a file whole or not at all; tells whether another content was replaced.
  @discardableResult
  func write(
    _ bytes: [UInt8], to file: String, force: Bool = false
  ) throws(DeskError) -> Bool {
    try OutputFile(path: path(file)).write(bytes, force: force)
  }

  /// Prints data.
  package func print(_ text: String) { environment.writeOutput(text) }

  /// Prints messages.
  package func say(_ diagnostics: [Diagnostic]) { environment.say(diagnostics) }

  /// Prints what can be done next, as exact commands, for a person who does not read JSON.
  ///
  /// - Parameters:
  ///   - remedy: What to do.
  ///   - clerk: Who does it, when that is known.
  func suggest(_ remedy: Remedy, by clerk: String? = nil) {
    var wording = environment.wording
    wording.clerk = clerk
    tell(wording.text(of: remedy))
  }

  /// Prints one line for a person who does not read JSON.
  package func tell(_ line: String) {
    if !common.json { environment.writeOutput(PrintableText.line(line) + "\n") }
  }
}
