import LedgerDesk
import LedgerReports
import TaskLedger

/// What is said of an act to whoever did it, on the page to which the browser is sent on: the address
/// names the entries, and only those of the visitor are spoken of.
extension Portal {
  /// Go and look there, and see what is to be said of what was recorded.
  func see(_ path: String, _ receipt: Receipt) -> PortalAnswer {
    guard let first = receipt.entries.first?.sequence, let last = receipt.entries.last?.sequence
    else { return .see(path) }
    return .see("\(path)&entries=\(first)-\(last)")
  }

  /// The request with what is to be said of the entries that its address names.
  func withNotes(_ asked: PortalRequest) throws -> PortalRequest {
    let ends = asked.query["entries"].split(separator: "-").compactMap { Int($0) }
    // One act has few entries; an address that somebody typed may name any.
    guard let visitor = asked.visitor, ends.count == 2, 1 <= ends[0], ends[0] <= ends[1],
      ends[1] - ends[0] < 1000
    else { return asked }
    let snapshot = try view(asked)
    let found = try desk.notes(
      onEntries: ends[0]...ends[1], of: visitor.name, in: snapshot.ledger, today: snapshot.asOf)
    var noted = asked
    noted.notes =
      found.diagnostics.map { FormFault($0) }
      + found.conflicts.map {
        FormFault(field: nil, message: $0.words)
      }
    return noted
  }
}
