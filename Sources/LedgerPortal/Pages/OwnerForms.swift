import LedgerDesk
import LedgerStore
import TaskLedger

/// What an owner sends about an item.
enum OwnerForms {
  /// Begins work (认领).
  static let start: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let item = try SeenItem(portal, asked)
    try item.requireActor()
    let receipt = try portal.record([.start(item.state.id)], asked, concerning: item.state.id)
    return portal.see("/items/\(item.state.id)?done=started", receipt)
  }

  /// Goes over to 长期坚持.
  static let sustain: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let item = try SeenItem(portal, asked)
    try item.requireActor()
    let receipt = try portal.record([.sustain(item.state.id)], asked, concerning: item.state.id)
    return portal.see("/items/\(item.state.id)?done=sustained", receipt)
  }

  /// Takes the application back before its review: undoes the entry.
  static let takeBack: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = {
    portal, asked in
    let item = try SeenItem(portal, asked)
    try item.requireActor()
    let id = item.state.id
    guard let last = application(of: item.state, by: item.visitor) else {
      throw PortalRefusal.form([.nothingToTakeBack()], status: 409)
    }
    let receipt = try portal.record([.undo(last, reason: PortalPhrases.takenBack)], asked)
    return portal.see("/items/\(id)?done=taken-back", receipt)
  }

  /// The entry of an application that its own applicant can still take back.
  static func application(of state: ItemState, by visitor: Visitor) -> EventEnvelope? {
    guard state.phase == .submitted, let last = state.entries.last,
      case .item(_, .closureSubmitted) = last.event, last.actor == visitor.name
    else { return nil }
    return last
  }

  /// Declares a piece of evidence void.
  static let voidEvidence: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = {
    portal, asked in
    let item = try SeenItem(portal, asked)
    try item.requireActor()
    guard let index = Int(asked.parameters["index"] ?? ""),
      let number = EvidenceNumber(item: item.state.id, index: index)
    else { throw PortalRefusal.notFound }
    try asked.require("voidReason")
    let reason = PrintableText.block(asked.fields["voidReason"])
    let receipt = try portal.record([.voidEvidence(number, reason: reason)], asked)
    return portal.see("/items/\(item.state.id)?done=voided", receipt)
  }

  /// Asks for more time (延期).
  static let requestExtension: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = {
    portal, asked in
    let item = try SeenItem(portal, asked)
    try item.requireActor()
    var faults = asked.missing(["until", "reason", "progress"])
    guard let until = asked.day("until", &faults), faults.isEmpty else {
      throw PortalRefusal.form(faults, status: 422)
    }
    let command = LedgerCommand.requestExtension(
      item.state.id, until: until, reason: PrintableText.block(asked.fields["reason"]),
      progress: PrintableText.block(asked.fields["progress"]))
    let receipt = try portal.record([command], asked, concerning: item.state.id)
    return portal.see("/items/\(item.state.id)?done=extension-requested", receipt)
  }
}

extension Portal {
  /// Decides commands as a whole and records them under the visitor's name; `item` is the one they
  /// are about, nil when more than one counts.
  @discardableResult
  func record(
    _ commands: [LedgerCommand], _ asked: PortalRequest, concerning item: ItemID? = nil,
    placing staged: [EvidenceVault.StagedFile] = []
  ) throws -> Receipt {
    let (clerk, moment) = try occasion(asked)
    return try desk.append(
      { _ in commands }, concerning: item.map { [$0] }, by: clerk, at: moment, placing: staged)
  }
}
