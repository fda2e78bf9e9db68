import LedgerDesk
import LedgerStore
import TaskLedger

/// The receipt (回执) of what was recorded: on the screen, and to be printed.
enum ReceiptPage {
  static let page: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    try page(portal, asked, refused: [], isUnapplied: false)
  }

  /// The receipt of the entries between two numbers, of one item.
  ///
  /// - Parameters:
  ///   - portal: The page.
  ///   - asked: The request, whose path names item and entries.
  ///   - refused: The files that were not taken.
  ///   - isUnapplied: Whether an application was held back because of them.
  /// - Returns: The receipt.
  /// - Throws: ``PortalRefusal/notFound`` when there are no such entries.
  static func page(
    _ portal: Portal, _ asked: PortalRequest, refused: [FormFault], isUnapplied: Bool
  ) throws -> PortalAnswer {
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
    fields["entries"] = .rows(entries.map { row($0, asked) })
    fields["refusedRows"] = .rows(
      refused.map { ["message": .text($0.message), "remedy": PortalRemedy.rows($0.remedy)] })
    fields["isUnapplied"] = .flag(isUnapplied)
    fields["isApplied"] = .flag(
      entries.contains { entry in
        if case .item(_, .closureSubmitted) = entry.event { return true }
        return false
      })
    var noted = asked
    noted.notes = try portal.desk.notes(
      on: entries, in: item.snapshot.ledger, today: item.today
    ).map { FormFault($0) }
    return portal.page("page-receipt", noted, title: "回执", fields)
  }

  private static func row(_ entry: EventEnvelope, _ asked: PortalRequest) -> PageFields {
    var file = ""
    if case .item(_, .evidenceAttached(let evidence)) = entry.event {
      file =
        "\(evidence.number) \(evidence.fileName)　\(PortalPhrases.bytes(evidence.byteCount))　"
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
