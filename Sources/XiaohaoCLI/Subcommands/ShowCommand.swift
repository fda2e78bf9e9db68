package import ArgumentParser
package import LedgerDesk
import LedgerReports
import TaskLedger

/// `show` 查看.
package struct ShowCommand: EnvironmentCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "show", abstract: "查看：一条或几条的全部内容和还缺什么",
    discussion: "例：xiaohao show 3.1；xiaohao show 7.*", aliases: ["查看"])

  @OptionGroup var reading: ReadingOptions
  @Argument(help: ArgumentHelp("条目编号", valueName: "编号")) var ids: [String]

  /// Creates the command for the parser.
  package init() {}

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, reading.common)
    let selection = try ItemSelection(ids)
    let snapshot = try session.snapshot(asOf: reading.asOf)
    let ledger = snapshot.ledger
    var states: [ItemState] = []
    try selection.requireAnswered(in: ledger)
    for id in selection.ids(in: ledger) {
      guard let state = ledger[id] else {
        throw DeskError(
          LedgerRejection(.item(.unknown(id, nearest: ledger.nearestItems(to: id)))).diagnostics,
          kind: .refused)
      }
      states.append(state)
    }
    if session.common.json {
      session.print(
        try JSONDocument(
          kind: "show",
          ItemsJSON(
            school: ledger.school, asOf: snapshot.asOf.description,
            items: states.map { ItemJSON($0, in: ledger, on: snapshot.asOf, digest: Desk.digest) })
        ).text())
    } else {
      let columns = min(environment.terminalColumns ?? 100, 110)
      let hedges = try session.desk.schoolData.profile().hedges
      session.print(
        states.map {
          ItemSheet(
            state: $0, ledger: ledger, today: snapshot.asOf, hedges: hedges, digest: Desk.digest
          ).text(columns)
        }
        .joined(separator: "\n"))
    }
  }
}
