import LedgerDesk
import LedgerReports
import TaskLedger

/// The monthly meeting (例会), from its agenda and dossier to decisions, minutes and seal.
enum MeetingPages {
  /// The meetings, and the gaps.
  static let list: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let snapshot = try portal.view(asked)
    let ledger = snapshot.ledger
    var fields = asked.typed(
      ["text", "item", "owner", "due", "month"],
      drafts: ["month": snapshot.asOf.civilMonth.description])
    fields["meetings"] = .rows(
      ledger.meetings.sorted { $1.key < $0.key }.map { month, meeting in
        [
          "meetingMonth": .text(month.description),
          "openedOn": .text(meeting.openedOn.map(PortalPhrases.date) ?? ""),
          "isSealed": .flag(meeting.seal != nil),
          "decisionCount": .text(String(meeting.decisions.count)),
        ]
      })
    fields["gaps"] = .rows(
      ledger.gaps.reversed().map { gap in
        let number = String(gap.number)
        return [
          "number": .text(number), "gapText": .text(gap.text),
          "gapItem": .text(gap.item?.description ?? ""), "gapOwner": .text(gap.owner),
          "gapDue": .text(gap.due.map(PortalPhrases.date) ?? ""),
          "resolvedAs": .text(gap.resolution ?? ""), "isOpen": .flag(gap.resolvedOn == nil),
        ].merging(asked.typed("resolution", isSent: asked.fields["number"] == number)) { $1 }
      })
    return try portal.page("page-meetings", asked, title: "例会与短板", fields)
  }

  /// One meeting.
  static let page: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let snapshot = try portal.view(asked)
    let month = try month(asked)
    guard let meeting = snapshot.ledger.meetings[month] else { throw PortalRefusal.notFound }
    var fields = asked.typed(["text", "item", "owner", "due", "names"])
    fields["meetingMonth"] = .text(month.description)
    fields["openedOn"] = .text(meeting.openedOn.map(PortalPhrases.date) ?? "")
    fields["isSealed"] = .flag(meeting.seal != nil)
    // What a sealed month had before it stands in its sealed paper.
    let matters =
      meeting.seal == nil ? try portal.desk.matters(of: month, at: Moment(of: asked.now)) : nil
    fields["agendaDay"] = .text(matters.map { PortalPhrases.date($0.agenda.day) } ?? "")
    fields["agenda"] = .rows(matters.map { agenda($0.agenda, of: snapshot.ledger) } ?? [])
    fields["dossier"] = .rows(
      matters?.dossier.map { ["line": .text($0), "isFact": .flag($0.hasPrefix(" "))] } ?? [])
    fields["attendance"] = .text(meeting.attendance.joined(separator: "、"))
    fields["decisions"] = .rows(
      meeting.decisions.map { decision in
        let number = String(decision.decided.number)
        return [
          "decisionNumber": .text(number),
          "decisionText": .text(decision.decided.text),
          "decisionOwner": .text(decision.decided.owner),
          "decisionDue": .text(decision.decided.due.map(PortalPhrases.date) ?? ""),
          "decisionItem": .text(decision.decided.item?.description ?? ""),
          "decisionResult": .text(decision.result ?? ""),
          "isOpen": .flag(decision.result == nil && decision.decided.item == nil),
        ].merging(asked.typed("result", isSent: asked.fields["number"] == number)) { $1 }
      })
    fields["hasDecisions"] = .flag(!meeting.decisions.isEmpty)
    return try portal.page("page-meeting", asked, title: "\(month) 例会", fields)
  }

  /// Opens a month.
  static let open: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    guard let month = CivilMonth(written: asked.fields["month"]) else {
      throw PortalRefusal.form([.monthUnreadable()], status: 422)
    }
    let (clerk, moment) = try portal.occasion(asked)
    _ = try portal.desk.openMeeting(month, by: clerk, at: moment, dryRun: false)
    return .see("/office/meetings/\(month)?done=meeting-opened")
  }

  /// Records who was there, what was decided and what became of it, or seals the month.
  static let send: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let month = try month(asked)
    let done: String
    let receipt: Receipt
    switch asked.fields["act"] {
    case "attend":
      let names = asked.fields["names"].split { $0.isWhitespace || "、，,；;".contains($0) }
        .map { PrintableText.line(String($0)) }
      // Separators alone name nobody.
      guard !names.isEmpty else {
        throw PortalRefusal.form([.fieldMissing("names")], status: 422)
      }
      receipt = try portal.record([.attendMeeting(month, names: names)], asked)
      done = "attended"
    case "settle":
      guard let number = Int(asked.fields["number"]) else { throw PortalRefusal.unreadable }
      try asked.require("result")
      let result = PrintableText.block(asked.fields["result"])
      receipt = try portal.record([.settleDecision(month, number: number, result: result)], asked)
      done = "decision-settled"
    case "seal":
      let (clerk, moment) = try portal.occasion(asked)
      receipt = try portal.desk.sealMonth(month, by: clerk, at: moment, dryRun: false)
      done = "meeting-closed"
    default:
      receipt = try decide(month, portal, asked)
      done = "decided"
    }
    return portal.see("/office/meetings/\(month)?done=\(done)", receipt)
  }

  private static func decide(
    _ month: CivilMonth, _ portal: Portal, _ asked: PortalRequest
  ) throws -> Receipt {
    let item = asked.fields["item"]
    var faults = asked.missing(["text", "owner"])
    if !item.isEmpty, ItemID(item) == nil { faults.append(.itemUnreadable("item")) }
    let due = asked.day("due", &faults)
    guard faults.isEmpty else { throw PortalRefusal.form(faults, status: 422) }
    return try portal.record(
      [
        .decideAtMeeting(
          month, item: ItemID(item), text: PrintableText.block(asked.fields["text"]),
          owner: PrintableText.line(asked.fields["owner"]), due: due)
      ], asked)
  }

  private static func month(_ asked: PortalRequest) throws(PortalRefusal) -> CivilMonth {
    guard let month = CivilMonth(asked.parameters["month"] ?? "") else { throw .notFound }
    return month
  }

  /// What a meeting has to speak of, by heading, each item with its first words.
  static func agenda(_ agenda: MeetingAgenda, of ledger: Ledger) -> [PageFields] {
    let gaps = agenda.undecidedGaps.map { gap -> PageFields in
      let (number, words) = PortalPhrases.gap(gap)
      return ["id": .text(number), "path": .text(""), "words": .text(words)]
    }
    return agenda.groups.map { name, ids in
      [
        "agendaName": .text(name),
        "agendaItems": .rows(
          ids.map { ItemRow.named($0, in: ledger) }),
      ]
    }
      + (gaps.isEmpty
        ? [] : [["agendaName": .text(MeetingAgenda.gapWords), "agendaItems": .rows(gaps)]])
  }

  /// Raises a gap, or says what became of one.
  static let gap: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    if let number = Int(asked.fields["number"]) {
      try asked.require("resolution")
      let words = PrintableText.block(asked.fields["resolution"])
      let receipt = try portal.record([.resolveGap(number: number, resolution: words)], asked)
      return portal.see("/office/meetings?done=gap-resolved", receipt)
    }
    var faults = asked.missing(["text", "owner"])
    let item = asked.fields["item"]
    if !item.isEmpty, ItemID(item) == nil { faults.append(.itemUnreadable("item")) }
    let due = asked.day("due", &faults)
    guard faults.isEmpty else { throw PortalRefusal.form(faults, status: 422) }
    let receipt = try portal.record(
      [
        .raiseGap(
          text: PrintableText.block(asked.fields["text"]), item: ItemID(item),
          owner: PrintableText.line(asked.fields["owner"]), due: due)
      ], asked)
    return portal.see("/office/meetings?done=gap-raised", receipt)
  }
}
