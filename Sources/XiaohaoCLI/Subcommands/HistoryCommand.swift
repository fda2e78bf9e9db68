package import ArgumentParser
package import LedgerDesk
import LedgerReports
import TaskLedger

/// `history` 沿革.
package struct HistoryCommand: EnvironmentCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "history", abstract: "沿革：台账或条目的全部记录，更正前后都在",
    discussion: "例：xiaohao history；xiaohao history 1.2", aliases: ["沿革"])

  @OptionGroup var reading: ReadingOptions
  @Argument(help: ArgumentHelp("条目编号；不写为整本台账", valueName: "编号")) var ids: [String] = []

  /// Creates the command for the parser.
  package init() {}

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, reading.common)
    let snapshot = try session.snapshot(asOf: reading.asOf, keepsEntries: true)
    var entries = snapshot.entries
    if !ids.isEmpty {
      let selection = try ItemSelection(ids)
      try selection.requireAnswered(in: snapshot.ledger)
      let wanted = selection.ids(in: snapshot.ledger)
      for id in wanted where snapshot.ledger[id] == nil {
        throw DeskError(
          LedgerRejection(
            .item(.unknown(id, nearest: snapshot.ledger.nearestItems(to: id)))
          ).diagnostics,
          kind: .refused)
      }
      entries = entries.filter { $0.event.item.map(wanted.contains) ?? false }
    }
    if snapshot.later > 0 { session.say([.laterEntries(snapshot.later, asOf: snapshot.asOf)]) }
    if session.common.json {
      session.print(
        try JSONDocument(
          kind: "history",
          HistoryJSON(head: snapshot.headCode, entries: entries.map(EntryJSON.init))
        ).text())
      return
    }
    var table = TextTable(header: ["条", "日期", "经办人", "事项", "编号", "内容"], flexible: 5)
    for entry in entries {
      table.add([
        String(entry.sequence),
        entry.isDatedByDocument
          ? entry.recordedOn.description
          : entry.effective.description + (entry.isBackDated ? " 补记" : ""),
        PrintableText.line(entry.actor), entry.event.name.words,
        entry.event.item?.description ?? "—", PrintableText.line(entry.event.tracedGist),
      ])
    }
    session.print(table.text(columns: environment.terminalColumns ?? 140))
    session.tell("共 \(entries.count) 条记录；台账末端 \(snapshot.headCode)")
  }
}

private struct HistoryJSON: Encodable {
  var head: String
  var entries: [EntryJSON]
}
