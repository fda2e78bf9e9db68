import LedgerDesk
import LedgerStore
import TaskLedger

/// The work of the office: plan, doubts, figures, meetings and gaps.
enum OfficePages {
  /// Where to begin.
  static let start: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let ledger = try portal.view(asked).ledger
    let findings = ledger.checkContext.map { CheckRegistry.run(CheckRegistry.all, in: $0) } ?? []
    return portal.page(
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
        "remedy": PortalRemedy.rows(PortalRemedy.parts(finding)), "mayConfirm": .flag(isFlag),
      ]
    }
    return portal.page(
      "page-check", asked, title: "比对", ["findings": .rows(rows), "count": .text("\(rows.count)")])
  }

  /// Confirms a doubt of the import.
  static let confirm: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    guard let item = ItemID(asked.fields["item"]),
      let code = FindingCode(rawValue: asked.fields["code"])
    else { throw PortalRefusal.unreadable }
    try portal.record(
      [.confirm(item, codes: [code], reason: PrintableText.block(asked.fields["reason"]))], asked)
    return .see("/office/check?done=noted")
  }

  /// Meetings and gaps.
  static let meetings: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = {
    portal, asked in
    let snapshot = try portal.view(asked)
    let ledger = snapshot.ledger
    let onDay = LedgerOnDay(ledger, on: snapshot.asOf)
    var fields = asked.typed(["text", "item", "owner", "due", "resolution"])
    fields["month"] = .text(
      asked.fields.has("month") ? asked.fields["month"] : snapshot.asOf.civilMonth.description)
    fields["meetings"] = .rows(
      ledger.meetings.sorted { $1.key < $0.key }.map { month, meeting in
        [
          "meetingMonth": .text(month.description),
          "openedOn": .text(meeting.openedOn.map(PortalPhrases.date) ?? ""),
          "isSealed": .flag(meeting.seal != nil),
          "agenda": .rows(agenda(MeetingAgenda(of: month, in: onDay))),
        ]
      })
    fields["gaps"] = .rows(
      ledger.gaps.reversed().map {
        [
          "number": .text(String($0.number)), "gapText": .text($0.text),
          "gapItem": .text($0.item?.description ?? ""), "gapOwner": .text($0.owner),
          "gapDue": .text($0.due.map(PortalPhrases.date) ?? ""),
          "resolvedAs": .text($0.resolution ?? ""), "isOpen": .flag($0.resolvedOn == nil),
        ]
      })
    return portal.page("page-meetings", asked, title: "例会与短板", fields)
  }

  /// What a meeting has to speak of, by heading.
  static func agenda(_ agenda: MeetingAgenda) -> [PageFields] {
    let groups: [(String, [ItemID])] = [
      ("逾期", agenda.overdue.map(\.item)), ("被退回", agenda.returned), ("失效", agenda.stale),
      ("待审核", agenda.submitted), ("延期待答复", agenda.pendingExtensions),
      ("本月到期", agenda.dueThisMonth), ("下月到期", agenda.dueNextMonth),
      ("报送日未办妥", agenda.unsettledAtHandIn), ("漏期", agenda.missed),
      ("没有进展", agenda.silent),
    ]
    return groups.filter { !$0.1.isEmpty }.map { name, ids in
      [
        "agendaName": .text(name),
        "agendaItems": .rows(
          ids.map { ["id": .text($0.description), "path": .text("/items/\($0)")] }),
      ]
    }
  }

  /// Opens or seals a month.
  static let meet: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    guard let month = CivilMonth(asked.fields["month"]) else {
      throw PortalRefusal.form([.monthUnreadable()], status: 422)
    }
    let (clerk, moment) = try portal.occasion(asked)
    if asked.fields["act"] == "seal" {
      _ = try portal.desk.sealMonth(month, by: clerk, at: moment, dryRun: false)
      return .see("/office/meetings?done=meeting-closed")
    }
    _ = try portal.desk.openMeeting(month, by: clerk, at: moment, dryRun: false)
    return .see("/office/meetings?done=meeting-opened")
  }

  /// Raises a gap, or says what became of one.
  static let gap: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    if let number = Int(asked.fields["number"]) {
      let words = PrintableText.block(asked.fields["resolution"])
      try portal.record([.resolveGap(number: number, resolution: words)], asked)
      return .see("/office/meetings?done=gap-resolved")
    }
    var faults: [FormFault] = []
    let item = asked.fields["item"]
    let due = asked.fields["due"]
    if !item.isEmpty, ItemID(item) == nil { faults.append(.itemUnreadable("item")) }
    if !due.isEmpty, CivilDate(due) == nil { faults.append(.dayUnreadable("due")) }
    guard faults.isEmpty else { throw PortalRefusal.form(faults, status: 422) }
    try portal.record(
      [
        .raiseGap(
          text: PrintableText.block(asked.fields["text"]), item: ItemID(item),
          owner: PrintableText.line(asked.fields["owner"]), due: CivilDate(due))
      ], asked)
    return .see("/office/meetings?done=gap-raised")
  }
}
