import LedgerDesk
import LedgerStore
import TaskLedger

/// What a reviewer decides.
enum ReviewForms {
  /// Strikes an item off (销号), bound to exactly what was seen.
  static let close: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let item = try SeenItem(portal, asked)
    let seen = try seenDigest(asked.fields["seen"])
    let opinion = PrintableText.block(asked.fields["opinion"])
    try asked.require("opinion")
    let receipt = try portal.record(
      [.close(item.state.id, opinion: opinion, seen: .digest(seen))], asked,
      concerning: item.state.id)
    return portal.see("/review?done=closed", receipt)
  }

  /// Returns an application (退回), bound to what was seen.
  static let giveBack: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = {
    portal, asked in
    let item = try SeenItem(portal, asked)
    let seen = try seenDigest(asked.fields["seen"])
    let reason = PrintableText.block(asked.fields["reason"])
    try asked.require("reason")
    let receipt = try portal.record(
      [.return(item.state.id, reason: reason, seen: .digest(seen))], asked,
      concerning: item.state.id)
    return portal.see("/review?done=returned", receipt)
  }

  /// Closes many at once; each is decided by itself, and each result is shown.
  static let closeMany: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = {
    portal, asked in
    let opinion = PrintableText.block(asked.fields["opinion"])
    var faults = asked.missing(["opinion"])
    let chosen = asked.fields.all("item")
    if chosen.isEmpty { faults.append(.itemsMissing()) }
    guard faults.isEmpty else { throw PortalRefusal.form(faults, status: 422) }
    var entries: [EventEnvelope] = []
    let results = try chosen.map { text -> Result in
      var one = asked
      one.parameters["item"] = text
      let item = try SeenItem(portal, one)
      do {
        let seen = try seenDigest(asked.fields[ReviewPages.seenName(item.state.id)])
        entries += try portal.record(
          [.close(item.state.id, opinion: opinion, seen: .digest(seen))], asked,
          concerning: item.state.id
        ).entries
        return Result(item: item.state.id, isDone: true, words: PortalPhrases.closed)
      } catch let error as DeskError {
        return Result(
          item: item.state.id, isDone: false,
          words: error.diagnostics.map(\.message).joined(separator: "；"))
      } catch PortalRefusal.form(let faults, _) {
        return Result(
          item: item.state.id, isDone: false,
          words: faults.map(\.message).joined(separator: "；"))
      }
    }
    var next = asked
    next.fields = left(of: asked.fields, results)
    let snapshot = try portal.view(next)
    next.notes = try portal.desk.notes(
      on: entries, in: snapshot.ledger, today: snapshot.asOf
    ).map { FormFault($0) }
    return try ReviewPages.queue(portal, next, results: results.map(\.fields))
  }

  /// What a decision on many leaves for the next press: what the reviewer saw, and, where some were
  /// not closed, those and the opinion she wrote for them.
  private static func left(of sent: FormFields, _ results: [Result]) -> FormFields {
    let undone = results.filter { !$0.isDone }
    var left = FormFields(
      sent.texts.filter { name, _ in
        name.hasPrefix(ReviewPages.seenPrefix) || !undone.isEmpty && name == "opinion"
      })
    for one in undone { left.add(one.item.description, to: "item") }
    return left
  }

  /// Grants or refuses more time.
  static let answerExtension: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = {
    portal, asked in
    let item = try SeenItem(portal, asked)
    try item.requireSeen()
    let words = PrintableText.block(asked.fields["basis"])
    try asked.require("basis")
    if asked.fields["act"] == "grant" {
      let superior = PrintableText.line(asked.fields["superior"])
      let receipt = try portal.record(
        [
          .grantExtension(
            item.state.id, basis: words, superior: superior.isEmpty ? nil : superior)
        ], asked)
      return portal.see("/review?done=granted", receipt)
    }
    let receipt = try portal.record([.refuseExtension(item.state.id, reason: words)], asked)
    return portal.see("/review?done=refused", receipt)
  }

  /// Opens a further round (重启).
  static let reopen: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let item = try SeenItem(portal, asked)
    try item.requireSeen()
    var faults = asked.missing(["finding", "basis"])
    let due = asked.day("due", &faults)
    guard faults.isEmpty else { throw PortalRefusal.form(faults, status: 422) }
    let receipt = try portal.record(
      [
        .reopen(
          item.state.id, finding: PrintableText.block(asked.fields["finding"]),
          basis: PrintableText.block(asked.fields["basis"]), due: due)
      ], asked)
    return portal.see("/items/\(item.state.id)?done=reopened", receipt)
  }

  /// Strikes an item that a superior document dropped (撤销).
  static let withdraw: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = {
    portal, asked in
    let item = try SeenItem(portal, asked)
    try item.requireSeen()
    let basis = PrintableText.block(asked.fields["superior"])
    try asked.require("superior")
    let receipt = try portal.record(
      [.withdraw(item.state.id, basis: basis)], asked, concerning: item.state.id)
    return portal.see("/items/\(item.state.id)?done=withdrawn", receipt)
  }

  /// The digest that the form carries: what the reviewer saw. The desk refuses the decision when the
  /// item is no longer that.
  private static func seenDigest(_ text: String) throws(PortalRefusal) -> EvidenceDigest {
    guard let seen = EvidenceDigest(text) else { throw .unreadable }
    return seen
  }

  /// What became of one item of many.
  private struct Result {
    var item: ItemID
    var isDone: Bool
    var words: String

    var fields: PageFields {
      [
        "resultItem": .text(item.description), "isDone": .flag(isDone), "words": .text(words),
        "resultPath": .text("/review/\(item)"),
      ]
    }
  }
}
