import LedgerDesk
import LedgerStore
import TaskLedger

/// The work of the office: where it begins, and the doubts of the plan.
enum OfficePages {
  /// Where to begin.
  static let start: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let ledger = try portal.view(asked).ledger
    let findings = ledger.checkContext.map { CheckRegistry.run(CheckRegistry.all, in: $0) } ?? []
    return try portal.page(
      "page-office", asked, title: "办公室",
      [
        "plan": .text(ledger.plan.map { $0.title ?? $0.source } ?? ""),
        "findingCount": .text(String(findings.count)),
        "factCount": .text(String(ledger.facts.count)),
        "gapCount": .text(String(ledger.gaps.count { $0.resolvedOn == nil })),
      ])
  }

  /// What differs between plan and list, with the form that confirms a doubt.
  static let check: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let ledger = try portal.view(asked).ledger
    let findings = ledger.checkContext.map { CheckRegistry.run(CheckRegistry.all, in: $0) } ?? []
    let flags = Dictionary(
      uniqueKeysWithValues: ledger.liveItems.map { ($0.id, $0.item.flags.map(\.rawValue)) })
    let rows = findings.map { finding -> PageFields in
      let isFlag = finding.item.flatMap { flags[$0] }?.contains(finding.code) ?? false
      return [
        "isError": .flag(finding.severity == .error), "message": .text(finding.message),
        "place": .text(finding.location?.description ?? ""),
        "itemPath": .text(finding.item.map { "/items/\($0)" } ?? ""),
        "item": .text(finding.item?.description ?? ""), "code": .text(finding.code),
        "remedy": PortalRemedy.rows(PortalRemedy.parts(finding), for: asked.visitor),
        "mayConfirm": .flag(isFlag),
      ].merging(
        asked.typed(
          "reason",
          isSent: asked.fields["item"] == finding.item?.description
            && asked.fields["code"] == finding.code)
      ) { $1 }
    }
    return try portal.page(
      "page-check", asked, title: "比对", ["findings": .rows(rows), "count": .text("\(rows.count)")])
  }

  /// Confirms a doubt of the import.
  static let confirm: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    guard let item = ItemID(asked.fields["item"]),
      let code = FindingCode(rawValue: asked.fields["code"])
    else { throw PortalRefusal.unreadable }
    try asked.require("reason")
    let receipt = try portal.record(
      [.confirm(item, codes: [code], reason: PrintableText.block(asked.fields["reason"]))], asked)
    return portal.see("/office/check?done=noted", receipt)
  }
}
