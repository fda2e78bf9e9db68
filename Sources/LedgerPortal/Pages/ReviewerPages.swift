import LedgerDesk
import TaskLedger

/// The reviewers' list (审核人): who may close, return and answer requests.
enum ReviewerPages {
  /// The list, with the form for those who may change it.
  static let list: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let ledger = try portal.view(asked).ledger
    var fields = asked.typed(
      ["reviewers", "reason"], drafts: ["reviewers": ledger.reviewers.joined(separator: "\n")])
    fields["mayChange"] = .flag(try asked.member().holds(.reviewer))
    let directory = try portal.directory()
    fields["current"] = .rows(
      ledger.reviewers.map { name in
        let members = ledger.members.values.filter { member in
          member.isActive && member.name != name
            && member.departments.contains { directory.isSame($0, name) }
        }
        return [
          "reviewer": .text(name),
          "people": .text(members.map(\.name).sorted().joined(separator: "、")),
        ]
      })
    return try portal.page("page-reviewers", asked, title: "审核人", fields)
  }

  /// Changes the list as a whole.
  static let set: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let names = asked.fields["reviewers"].split { $0.isNewline || "、，,；;".contains($0) }
      .map { PrintableText.line(String($0)).trimming { $0.isWhitespace } }.filter { !$0.isEmpty }
    let reason = PrintableText.block(asked.fields["reason"])
    // A list of separators alone names nobody.
    guard !names.isEmpty else {
      throw PortalRefusal.form(
        [.fieldMissing("reviewers")] + asked.missing(["reason"]), status: 422)
    }
    try asked.require("reason")
    let (ledger, directory) = (try portal.view(asked).ledger, try portal.directory())
    guard names != ledger.reviewers else {
      throw PortalRefusal.form([.reviewersUnchanged()], status: 422)
    }
    let isKnown = ledger.members.values.contains { member in
      member.isActive
        && ([member.name] + member.departments).contains { own in
          names.contains { directory.isSame($0, own) }
        }
    }
    guard isKnown else { throw PortalRefusal.form([.reviewersUnknown()], status: 422) }
    let receipt = try portal.record([.setReviewers(names, reason: reason)], asked)
    // Who took herself off the list may not come back to its form.
    return portal.see("/?done=reviewers-set", receipt)
  }
}
