import LedgerDesk
import LedgerReports
import LedgerStore
import TaskLedger

/// The receipt (回执) of what was recorded: on the screen, and to be printed.
enum ReceiptPage {
  /// Where the receipt of the entries between two numbers stands.
  static func path(_ id: ItemID, _ first: Int, _ last: Int) -> String {
    "/items/\(id)/receipt/\(first)/\(last)"
  }

  /// The receipt of the entries between two numbers, of one item, with what was not recorded.
  static let page: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let item = try SeenItem(portal, asked)
    guard let from = Int(asked.parameters["from"] ?? ""),
      let to = Int(asked.parameters["to"] ?? ""),
      1 <= from, from <= to, to - from < 1000
    else { throw PortalRefusal.notFound }
    let entries = item.state.entries.filter { from <= $0.sequence && $0.sequence <= to }
    guard !entries.isEmpty else { throw PortalRefusal.notFound }
    var fields = item.row.fields
    fields["school"] = .text(item.snapshot.ledger.school)
    fields["head"] = .text(item.snapshot.headCode)
    fields["entries"] = .rows(entries.map(row))
    let remarks = portal.remarks.remarks(
      for: item.visitor.account, at: path(item.state.id, from, to))
    fields["refusedRows"] = .rows(
      remarks.refused.map { $0.row(for: item.visitor) })
    fields["isUnapplied"] = .flag(remarks.isUnapplied)
    fields["isApplied"] = .flag(
      entries.contains { entry in
        if case .item(_, .closureSubmitted) = entry.event { return true }
        return false
      })
    var noted = asked
    noted.notes = try portal.desk.notes(
      on: entries, in: item.snapshot.ledger, today: item.today
    ).map { FormFault($0) }
    return try portal.page("page-receipt", noted, title: "回执", fields)
  }

  private static func row(_ entry: EventEnvelope) -> PageFields {
    var file = ""
    if case .item(_, .evidenceAttached(let evidence)) = entry.event {
      file =
        "\(evidence.number) \(evidence.fileName)　\(ReportPhrases.size(evidence.byteCount))　"
        + "摘要 \(evidence.digest.description.prefix(8))"
    }
    return [
      "sequence": .text(String(entry.sequence)), "actor": .text(entry.actor),
      "at": .text(
        PortalPhrases.moment(
          entry.recordedAt.seconds, offsetMinutes: entry.recordedAt.offsetMinutes)),
      "name": .text(entry.event.name.words), "file": .text(file),
      "details": .text(file.isEmpty ? entry.event.tracedGist : ""),
    ]
  }
}
