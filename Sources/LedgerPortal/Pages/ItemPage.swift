import LedgerDesk
import LedgerReports
import LedgerStore
import TaskLedger

/// One item: its words, what is missing, its evidence, and the forms of its owner.
enum ItemPage {
  /// The fields of the owner's forms.
  static let fields = [
    "note", "summary", "caption", "number", "measure", "until", "reason", "progress", "files",
  ]

  static let page: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let item = try SeenItem(portal, asked)
    let visitor = item.visitor
    var fields = item.fields
    let form = draftName(item.state.id)
    var drafts = try portal.accounts.draft(of: form, account: visitor.account)
    fields["hasDraft"] = .flag(!drafts.isEmpty)
    // What was applied with before is where the next statement begins.
    if item.state.isReturned, drafts["summary"] == nil {
      drafts["summary"] = item.state.submission?.summary
    }
    fields.merge(asked.typed(Self.fields, drafts: drafts)) { _, new in new }
    fields["mayReview"] = .flag(visitor.holds(.reviewer) && item.state.allows(.close))
    fields["mayRevise"] = .flag(visitor.holds(.office))
    fields["mayReopen"] = .flag(visitor.holds(.reviewer) && item.state.allows(.reopen))
    fields["mayWithdraw"] = .flag(visitor.holds(.reviewer) && item.state.allows(.withdraw))
    fields["sizeLimit"] = .text(ReportPhrases.size(try portal.vault().sizeLimit))
    fields["fileLimit"] = .text(String(UploadReader.fileLimit))
    fields["uploads"] = .rows(uploads(asked, item.state))
    fields["measureChoices"] = .rows(
      item.state.item.measures.map { measure in
        [
          "measureNumber": .text(String(measure.number)),
          "measureText": .text(PrintableText.line(measure.text)),
          "isChosen": .flag(asked.fields["measure"] == String(measure.number)),
        ]
      })
    fields.merge(acts(item)) { _, new in new }
    return try portal.page("page-item", asked, title: "条目 \(item.state.id)", fields)
  }

  /// Where the drafts of an item's forms are kept.
  static func draftName(_ id: ItemID) -> String { "item/\(id)" }

  /// What the owner can do now.
  private static func acts(_ item: SeenItem) -> PageFields {
    let state = item.state
    let mayApply = item.mayAct && SubmitForm.isOpen(state)
    let blocked = SubmitForm.blocks(state)
    return [
      "mayStart": .flag(state.allows(.start) && item.mayAct),
      "mayReport": .flag(item.mayAct),
      "mayApply": .flag(mayApply), "isBlocked": .flag(mayApply && !blocked.isEmpty),
      "blocks": .rows(blocked.map { ["words": .text($0)] }),
      "maySustain": .flag(item.mayAct && state.mayBeSustained),
      "mayTakeBack": .flag(
        item.mayAct && OwnerForms.application(of: state, by: item.visitor) != nil),
      "mayExtend": .flag(
        item.mayAct && state.due.map { item.today <= $0 } ?? false && !state.isSoundlyClosed
          && state.pendingExtension == nil),
    ]
  }

  /// What became of the files that came with the form that is shown again, but for those of which its
  /// faults speak.
  private static func uploads(_ asked: PortalRequest, _ state: ItemState) -> [PageFields] {
    asked.uploads.filter { upload in
      !asked.faults.contains { $0.message.hasPrefix(upload.words) }
    }.map { upload in
      let words =
        switch upload.outcome {
        case .staged(let file):
          state.twin(of: file.digest, for: Int(asked.fields["measure"])).map {
            "已经在册（\($0.evidence.number)），不必再选"
          } ?? "没有登记，请重新选"
        case .refused(let diagnostic): "没有收下：\(diagnostic.message)"
        }
      return ["words": .text(upload.words + words)]
    }
  }
}

/// An item that a visitor may see.
struct SeenItem {
  let portal: Portal
  let visitor: Visitor
  let snapshot: Snapshot
  /// The request.
  let asked: PortalRequest
  /// The item on the day of the request.
  let onDay: ItemOnDay
  /// The same as lists show it.
  let row: ItemRow
  /// Whether the visitor may report on it.
  let mayAct: Bool

  /// Finds the item of the path.
  ///
  /// - Throws: ``PortalRefusal/notFound`` when there is none, or it is none of the visitor's business:
  ///   the answer does not tell which.
  init(_ portal: Portal, _ asked: PortalRequest) throws {
    visitor = try asked.member()
    snapshot = try portal.view(asked)
    let directory = try portal.directory()
    guard let id = asked.parameters["item"].flatMap({ ItemID($0) }),
      let state = snapshot.ledger[id], visitor.maySee(state.item, in: directory)
    else { throw PortalRefusal.notFound }
    self.portal = portal
    self.asked = asked
    onDay = ItemOnDay(
      state, on: snapshot.asOf, handInDay: snapshot.ledger.list?.handInDay)
    row = ItemRow(onDay, in: snapshot.ledger, try portal.hedges())
    mayAct = visitor.mayAct(on: state, in: directory)
  }

  /// What the item is.
  var state: ItemState { onDay.state }

  /// The day of the request.
  var today: CivilDate { onDay.day }

  /// Refuses who may not act.
  func requireActor() throws {
    guard mayAct else { throw PortalRefusal.forbidden }
  }

  /// Refuses a decision that rests on a page which does not show what was recorded since.
  func requireSeen() throws(PortalRefusal) {
    guard let head = Int(asked.fields[SentForms.headField]), let last = state.entries.last,
      last.sequence > head
    else { return }
    throw .form([.itemMoved(state.id, since: last)], status: 409)
  }

  /// The values that every page of an item shows.
  var fields: PageFields {
    let item = state.item
    var fields = row.fields
    fields["deadlineText"] = .text(item.deadline.words)
    fields["provincial"] = .text(snapshot.ledger.provincialDeadline(of: item)?.words ?? "")
    fields["supporting"] = .text(item.departments.supporting.joined(separator: "、"))
    fields["person"] = .text(item.responsiblePerson)
    fields["dueDay"] = .text(onDay.due.map(PortalPhrases.date) ?? "")
    fields["granted"] = .text(state.grantedDue.map(PortalPhrases.date) ?? "")
    fields["measures"] = .rows(measureRows)
    fields["hasMeasures"] = .flag(!item.measures.isEmpty)
    fields["hasNotes"] = .flag(!state.notes.isEmpty)
    fields["hasReturns"] = .flag(!state.round.returns.isEmpty)
    fields["hasExtensions"] = .flag(!state.extensions.isEmpty)
    fields["evidence"] = .rows(evidenceRows)
    fields["hasEvidence"] = .flag(!state.evidence.isEmpty)
    fields["notes"] = .rows(
      state.notes.reversed().map {
        ["by": .text($0.actor), "on": .text(PortalPhrases.date($0.on)), "text": .text($0.text)]
      })
    fields["statement"] = .text(state.submission?.summary ?? "")
    fields["submittedBy"] = .text(
      state.submission.map { "\($0.actor) \(PortalPhrases.date($0.on))" } ?? "")
    fields["returns"] = .rows(
      state.round.returns.reversed().map {
        [
          "by": .text($0.actor), "on": .text(PortalPhrases.date($0.on)),
          "text": .text($0.reason),
        ]
      })
    fields["closure"] = .text(
      state.round.closures.last.map {
        "\($0.actor) \(PortalPhrases.date($0.on))：\($0.opinion)"
          + state.keptClosingDay(PortalPhrases.date)
      } ?? "")
    fields["extensions"] = .rows(state.extensions.reversed().map(extensionRow))
    fields["round"] = .text(state.round.number > 1 ? String(state.round.number) : "")
    return fields
  }

  private var measureRows: [PageFields] {
    let unproved = Set(state.unprovedMeasures)
    return state.item.measures.map {
      [
        "number": .text(String($0.number)), "text": .text($0.text),
        "isProved": .flag(!unproved.contains($0.number)),
      ]
    }
  }

  private var evidenceRows: [PageFields] {
    state.evidence.map { attached in
      let evidence = attached.evidence
      let sent = asked.typed(
        "voidReason", isSent: asked.parameters["index"] == String(evidence.number.index))
      return [
        "evidenceNumber": .text(evidence.number.description),
        "evidencePath": .text("/evidence/\(state.id)/\(evidence.number.index)"),
        "index": .text(String(evidence.number.index)),
        "title": .text(evidence.title), "fileName": .text(evidence.fileName),
        "documentNumber": .text(evidence.documentNumber),
        "measure": .text(evidence.measure.map(String.init) ?? ""),
        "size": .text(ReportPhrases.size(evidence.byteCount)),
        "code": .text(String(evidence.digest.description.prefix(8))),
        "by": .text(attached.actor), "on": .text(PortalPhrases.date(attached.recordedOn)),
        "voidReason": .text(attached.voidReason ?? ""),
        "isPicture": .flag(EvidencePage.pictures.contains(evidence.mediaType)),
        "isShown": .flag(EvidencePage.isShown(evidence.mediaType)),
        "mayVoid": .flag(attached.voidReason == nil && mayAct),
        "voidReasonTyped": sent["voidReason"] ?? .text(""),
        "voidReasonFault": sent["voidReasonFault"] ?? .text(""),
      ]
    }
  }

  /// Which days a later deadline would pass, as everybody is told who asks for it or grants it.
  static func lateness(of state: ItemState, until: CivilDate, in ledger: Ledger) -> String {
    ledger.lateness(of: state, until: until).map { Diagnostic.deadlineAfterHandIn($0).message }
      ?? ""
  }

  private func extensionRow(_ request: ItemState.Extension) -> PageFields {
    let answer =
      switch request.answer {
      case .pending: "待答复"
      case .granted(let until, let basis): "同意延至 \(PortalPhrases.date(until))：\(basis)"
      case .refused(let reason): "不同意：\(reason)"
      }
    return [
      "by": .text(request.actor), "on": .text(PortalPhrases.date(request.on)),
      "until": .text(PortalPhrases.date(request.until)), "reason": .text(request.reason),
      "progress": .text(request.progress), "answer": .text(answer),
      "lateness": .text(Self.lateness(of: state, until: request.until, in: snapshot.ledger)),
    ]
  }
}
