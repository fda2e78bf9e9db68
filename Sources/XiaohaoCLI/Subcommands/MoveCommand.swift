import ArgumentParser
package import LedgerDesk
import LedgerReports
package import TaskLedger

/// A command that does the same thing to one or more items.
package protocol MoveCommand: EnvironmentCommand {
  /// The options of commands that write.
  var writing: WritingOptions { get }
  /// The items as typed.
  var ids: [String] { get }
  /// What the reviewer saw of each item, as typed; empty for commands that review nothing.
  var seen: [String] { get }
  /// The domain's command for one item.
  func command(for id: ItemID, in ledger: Ledger, seen: ReviewSeal?) -> LedgerCommand
  /// Who takes the next step, when that is the one who acts; nil for somebody else.
  var nextClerk: String? { get }
  /// What is to be done next.
  func nextStep(for id: ItemID) -> Remedy
  /// The same where it depends on the item.
  func nextStep(for id: ItemID, in ledger: Ledger) -> Remedy
}

extension MoveCommand {
  package var seen: [String] { [] }

  package var nextClerk: String? { nil }

  package func nextStep(for id: ItemID, in ledger: Ledger) -> Remedy { nextStep(for: id) }

  /// Decides the move for all items as a whole, appends it and says what changed.
  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, writing.common)
    let selection = try ItemSelection(ids)
    try selection.requireAnswered(in: session)
    let seals = try SeenCodes(seen, of: selection, session)
    let receipt = try session.desk.append(
      { ledger in selection.ids(in: ledger).map { command(for: $0, in: ledger, seen: seals[$0]) } },
      concerning: selection.items, by: try session.clerk(writing), at: session.moment,
      dryRun: writing.dryRun)
    try session.report(
      receipt, kind: Self.configuration.commandName ?? "", dryRun: writing.dryRun)
    if let id = receipt.entries.first?.event.item, !writing.dryRun {
      session.suggest(nextStep(for: id, in: receipt.ledger), by: nextClerk)
    }
  }
}

extension Session {
  /// Says what an append did, as JSON or in words.
  func report(_ receipt: Receipt, kind: String, dryRun: Bool) throws(DeskError) {
    if common.json {
      var ids: [ItemID] = []
      for id in receipt.entries.compactMap(\.event.item) where !ids.contains(id) {
        ids.append(id)
      }
      print(
        try JSONDocument(
          kind: kind,
          ReceiptJSON(
            dryRun: dryRun, entries: receipt.entries.map(EntryJSON.init),
            items: ids.compactMap { receipt.ledger[$0] }.map {
              ItemJSON($0, in: receipt.ledger, on: today, digest: Desk.digest)
            })
        ).text())
      return
    }
    for entry in receipt.entries {
      let words = entry.event.details
      tell(
        (dryRun ? "[演示] " : "") + "第 \(entry.sequence) 条 \(entry.effective)"
          + (entry.isBackDated ? "（\(entry.recordedOn) 补记）" : "") + " \(entry.actor)："
          + entry.event.name.words + (entry.event.item.map { " \($0)" } ?? "")
          + (words.isEmpty ? "" : "　\(words)"))
      if let code = reviewCode(of: entry, in: receipt.ledger) { tell("审核码：\(code)") }
      if case .item(let id, .closureSubmitted(let payload)) = entry.event,
        !payload.unprovedMeasures.isEmpty
      {
        let numbers = payload.unprovedMeasures.map(String.init).joined(separator: "、")
        suggest(
          "提醒：落实措施第 \(numbers) 条没有单独的佐证；补：\(.attach(id))，加上\(field: .measureNumber)")
      }
    }
    say(try desk.notes(on: receipt.entries, in: receipt.ledger, today: today))
  }
}

/// The review code of what an entry decided on; nil for an entry that is no review.
private func reviewCode(of entry: EventEnvelope, in ledger: Ledger) -> ReviewCode? {
  if case .item(_, .closed(let payload)) = entry.event { return ReviewCode(of: payload.reviewed) }
  guard case .item(let id, .closureReturned) = entry.event else { return nil }
  return ledger[id]?.reviewCode(Desk.digest)
}
