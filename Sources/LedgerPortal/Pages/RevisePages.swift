import LedgerDesk
import TaskLedger

/// Correcting an item (更正), and confirming the doubts of its import, by the office.
enum RevisePages {
  private static let fields = [
    "deadline", "clause", "content", "departments", "person", "remark", "superior", "reason",
  ]

  /// The fields that are compared with what stands.
  private static let compared = fields.filter { !["superior", "reason"].contains($0) }

  /// How the fields begin that carry what the form showed first.
  private static let base = "was-"

  /// The form, filled with what stands now.
  static let form: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let item = try SeenItem(portal, asked)
    let now = current(item.state.item)
    var fields = item.fields
    fields.merge(asked.typed(Self.fields, drafts: now)) { _, new in new }
    fields.merge(
      Self.compared.reduce(into: [:]) { $0[Self.base + $1] = .text(now[$1] ?? "") }
    ) { _, new in new }
    fields["place"] = .text(item.state.item.location.description)
    fields["hasFlags"] = .flag(!item.state.item.flags.isEmpty)
    return try portal.page("page-revise", asked, title: "更正 \(item.state.id)", fields)
  }

  /// Records what differs from what stands now.
  static let send: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let item = try SeenItem(portal, asked)
    let now = current(item.state.item)
    var faults = asked.missing(["reason"])
    /// What somebody changed on the form; what others changed meanwhile stays, and is asked about
    /// where it is the same field.
    func changed(_ name: String) -> String? {
      guard asked.fields.has(name) else { return nil }
      let (text, current) = (
        PrintableText.block(asked.fields[name]), PrintableText.block(now[name] ?? "")
      )
      let base = Self.base + name
      let before = asked.fields.has(base) ? PrintableText.block(asked.fields[base]) : current
      guard text != before, text != current else { return nil }
      if before != current { faults.append(.fieldMoved(name, now: current)) }
      return text
    }
    var correction = HandedCorrection()
    correction.deadline = changed("deadline")
    correction.content = changed("content")
    correction.departments = changed("departments")
    correction.person = changed("person")
    correction.remark = changed("remark")
    var changes = correction.changes(
      in: item.snapshot.ledger, knowing: try portal.directory())
    if let clause = changed("clause") {
      guard clause.isEmpty || ClauseID(clause) != nil else {
        throw PortalRefusal.form([.itemUnreadable("clause")], status: 422)
      }
      changes.append(.clause(ClauseID(clause)))
    }
    guard faults.isEmpty else {
      let moved = faults.contains { $0.field != "reason" }
      throw PortalRefusal.form(faults, status: moved ? 409 : 422)
    }
    let reason = PrintableText.block(asked.fields["reason"])
    let superior = PrintableText.line(asked.fields["superior"])
    var commands: [LedgerCommand] = []
    if !changes.isEmpty || asked.fields["confirm"].isEmpty {
      commands.append(
        .revise(
          item.state.id, changes: changes, reason: reason,
          superior: superior.isEmpty ? nil : superior))
    }
    if !asked.fields["confirm"].isEmpty {
      commands.append(.confirm(item.state.id, codes: nil, reason: reason))
    }
    let receipt = try portal.record(commands, asked)
    return portal.see("/items/\(item.state.id)?done=revised", receipt)
  }

  /// What stands now, as a form shows it.
  private static func current(_ item: Item) -> [String: String] {
    let leads = item.departments.lead.map { $0 + PortalPhrases.leadMark }
    let hasSupport = !item.departments.supporting.isEmpty
    return [
      "deadline": item.deadline.text, "clause": item.clause?.description ?? "",
      "content": item.content,
      "departments":
        ((hasSupport ? leads : item.departments.lead)
        + item.departments.supporting).joined(separator: "、"),
      "person": item.responsiblePerson, "remark": item.remark,
    ]
  }
}
