import LedgerDesk
import LedgerReports
import TaskLedger

/// The acceptance indicators with their answers, and what was declared not applicable.
enum IndicatorPages {
  /// The table.
  static let list: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let ledger = try portal.view(asked).ledger
    let mayDeclare = try asked.member().holds(.reviewer)
    var fields = asked.typed(["number", "unit", "reason"])
    fields["mayDeclare"] = .flag(mayDeclare)
    fields["indicators"] = .rows(
      try portal.desk.indicatorAnswers(in: ledger).map { answer in
        let indicator = answer.indicator
        return [
          "indicatorNumber": .text(indicator.number), "isStarred": .flag(indicator.isStarred),
          "indicatorText": .text(indicator.text),
          "judgement": .text(answer.judgement.words), "figures": .text(answer.remarkWords ?? ""),
          "mayExempt": .flag(mayDeclare && !indicator.isStarred),
          "isAsked": .flag(asked.fields["number"] == indicator.number),
        ]
      })
    let exemptions = ledger.exemptions.sorted {
      ($0.key.indicator, $0.key.unit ?? "") < ($1.key.indicator, $1.key.unit ?? "")
    }
    fields["hasExemptions"] = .flag(!exemptions.isEmpty)
    fields["exemptions"] = .rows(
      exemptions.map { key, exemption in
        [
          "exemptNumber": .text(key.indicator), "exemptUnit": .text(key.unit ?? ""),
          "exemptReason": .text(exemption),
        ]
      })
    return try portal.page("page-indicators", asked, title: "验收指标", fields)
  }

  /// Declares one not applicable, or takes that back.
  static let declare: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let unit = PrintableText.line(asked.fields["unit"])
    let isLift = asked.fields["act"] == "lift"
    let reason = PrintableText.block(asked.fields["reason"])
    if !isLift { try asked.require("reason") }
    let (clerk, moment) = try portal.occasion(asked)
    let receipt = try portal.desk.exempt(
      PrintableText.line(asked.fields["number"]), unit: unit.isEmpty ? nil : unit,
      reason: isLift ? nil : reason, by: clerk, at: moment, dryRun: false)
    return portal.see(
      "/office/indicators?done=" + (isLift ? "lifted" : "exempted"), receipt)
  }
}
