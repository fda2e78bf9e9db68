import LedgerDesk
import LedgerStore
import TaskLedger

/// The reviewer's queue, and one application with its evidence beside it.
enum ReviewPages {
  /// The queue: applications, stale closures and requests for more time.
  static let queue: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    try queue(portal, asked, results: [])
  }

  /// The queue, with what became of each item of a decision on many.
  static func queue(_ portal: Portal, _ asked: PortalRequest, results: [PageFields]) throws
    -> PortalAnswer
  {
    let snapshot = try portal.view(asked)
    let visitor = try asked.member()
    let chosen = Set(asked.fields.all("item"))
    let directory = try portal.directory()
    let hedges = try portal.hedges()
    let onDay = LedgerOnDay(snapshot.ledger, on: snapshot.asOf)
    let waiting = onDay.live.filter(\.state.awaitsReview)
    let rows = waiting.sorted {
      ($0.state.submission?.on.dayNumber ?? 0, $0.id)
        < ($1.state.submission?.on.dayNumber ?? 0, $1.id)
    }.map { item in
      let state = item.state
      var row = ItemRow(item, in: snapshot.ledger, hedges).fields
      row["reviewPath"] = .text("/review/\(state.id)")
      let (seen, change) = seen(state, asked)
      row["seen"] = .text(seen.description)
      row["seenChange"] = .text(change)
      row["submittedBy"] = .text(
        state.submission.map { "\($0.actor) \(PortalPhrases.date($0.on))" } ?? "")
      row["statement"] = .text(state.submission?.summary ?? "")
      row["lastReturn"] = .text(
        state.round.returns.last.map { "\($0.reason)（\($0.actor) \(PortalPhrases.date($0.on))）" }
          ?? "")
      row["lastNote"] = .text(
        state.latestNote.map { "\($0.text)（\($0.actor) \(PortalPhrases.date($0.on))）" } ?? "")
      let found = state.hedges(hedges)
      row["hedges"] = .rows(found.map { ["word": .text($0)] })
      row["hasHedges"] = .flag(!found.isEmpty)
      row["staleSince"] = .text(staleWords(of: state))
      row["unproved"] = .text(unproved(of: state))
      row["gaps"] = gaps(of: state.id, onDay)
      row["isOwnSubmission"] = .flag(
        isOwnSubmission(state, of: visitor, in: snapshot.ledger, directory))
      row["isChosen"] = .flag(chosen.contains(state.id.description) && change.isEmpty)
      return row
    }
    let requests = onDay.live.compactMap { item -> PageFields? in
      let state = item.state
      guard let request = state.pendingExtension else { return nil }
      var row = ItemRow(item, in: snapshot.ledger, hedges).fields
      row["by"] = .text(request.actor)
      row["on"] = .text(PortalPhrases.date(request.on))
      row["until"] = .text(PortalPhrases.date(request.until))
      row["reason"] = .text(request.reason)
      row["progress"] = .text(request.progress)
      row["lateness"] = .text(
        SeenItem.lateness(of: state, until: request.until, in: snapshot.ledger))
      row["isShownAgain"] = .flag(asked.parameters["item"] == state.id.description)
      return row
    }
    var fields = asked.typed(["opinion", "basis", "reason", "superior"])
    fields["waiting"] = .rows(rows)
    fields["hasWaiting"] = .flag(!rows.isEmpty)
    fields["requests"] = .rows(requests)
    fields["hasRequests"] = .flag(!requests.isEmpty)
    fields["results"] = .rows(results)
    fields["hasResults"] = .flag(!results.isEmpty)
    return try portal.page("page-queue", asked, title: "审核", fields)
  }

  /// What a decision on many carries of one item: what the reviewer saw when the queue was first
  /// shown stays what she saw when its form comes back, and what changed since is said. Only looking
  /// at the item itself, or at the queue anew, is looking again.
  private static func seen(_ state: ItemState, _ asked: PortalRequest) -> (
    digest: EvidenceDigest, change: String
  ) {
    let now = Desk.digest(state.reviewBasis.text)
    guard let sent = EvidenceDigest(asked.fields[seenName(state.id)]), sent != now else {
      return (now, "")
    }
    let change = state.change(since: .digest(sent), Desk.digest)
    return (sent, PortalPhrases.changedSinceSeen(change))
  }

  /// The field that carries what a reviewer saw of one of many items.
  static func seenName(_ id: ItemID) -> String { seenPrefix + id.description }

  /// How the fields begin that carry what a reviewer saw.
  static let seenPrefix = "seen:"

  /// One application.
  static let item: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let item = try SeenItem(portal, asked)
    let state = item.state
    var fields = item.fields
    fields.merge(asked.typed(["opinion", "reason", "finding", "basis", "due", "superior"])) {
      _, new in new
    }
    fields["seen"] = .text(Desk.digest(state.reviewBasis.text).description)
    fields["seenAt"] = .text(String(item.snapshot.logHead.sequence))
    fields["code"] = .text(state.reviewCode(Desk.digest).description)
    let hedges = state.hedges(try portal.hedges())
    fields["hedges"] = .rows(hedges.map { ["word": .text($0)] })
    fields["hasHedges"] = .flag(!hedges.isEmpty)
    fields["staleSince"] = .text(staleWords(of: state))
    fields["unproved"] = .text(unproved(of: state))
    fields["gaps"] = gaps(of: state.id, LedgerOnDay(item.snapshot.ledger, on: item.today))
    fields["mayDecide"] = .flag(state.allows(.close))
    fields["mayReopen"] = .flag(state.allows(.reopen))
    // Nothing else can be done with what is closed.
    fields["isReopenShown"] = .flag(state.isSoundlyClosed || asked.isShownAgain)
    fields["mayWithdraw"] = .flag(state.allows(.withdraw))
    fields["isOwnSubmission"] = .flag(
      isOwnSubmission(state, of: item.visitor, in: item.snapshot.ledger, try portal.directory()))
    fields["changes"] = .rows(changes(asked, item))
    return try portal.page("page-review", asked, title: "审核 \(state.id)", fields)
  }

  /// Who closed what is no longer closed, and since when; empty for what is not stale.
  private static func staleWords(of state: ItemState) -> String {
    guard let since = state.staleOn, let closure = state.round.closures.last else { return "" }
    return PortalPhrases.stale(by: closure.actor, on: closure.on, since: since)
  }

  private static func unproved(of state: ItemState) -> String {
    state.unprovedMeasures.map(String.init).joined(separator: "、")
  }

  private static func gaps(of id: ItemID, _ onDay: LedgerOnDay) -> PageValue {
    .rows(
      onDay.openGaps(of: id).map {
        ["number": .text(String($0.number)), "text": .text($0.text), "owner": .text($0.owner)]
      })
  }

  /// Whether the visitor applied for it: then somebody else reviews.
  private static func isOwnSubmission(
    _ state: ItemState, of visitor: Visitor, in ledger: Ledger, _ directory: DepartmentDirectory
  ) -> Bool {
    ledger.submitter(of: state, alike: visitor.name, in: directory) != nil
  }

  /// What changed since the reviewer saw the item, both versions beside each other; none when the
  /// form is shown for the first time or nothing changed.
  private static func changes(_ asked: PortalRequest, _ item: SeenItem) -> [PageFields] {
    guard let seenAt = Int(asked.fields["seenAt"]), seenAt < item.snapshot.logHead.sequence,
      asked.fields["seen"] != Desk.digest(item.state.reviewBasis.text).description
    else { return [] }
    let before = Ledger.folding(item.state.entries.filter { $0.sequence <= seenAt })
    guard let seen = before[item.state.id] else { return [] }
    return SeenChange.between(seen, item.state).map {
      ["field": .text($0.field), "before": .text($0.before), "after": .text($0.after)]
    }
  }
}

/// One difference between what a reviewer saw and what stands for review now.
struct SeenChange: Sendable, Hashable {
  var field: String
  var before: String
  var after: String

  /// The differences of two states, in the order of the page.
  static func between(_ seen: ItemState, _ now: ItemState) -> [SeenChange] {
    let pairs: [(String, (ItemState) -> String)] = [
      ("对应条款", { $0.item.clause?.description ?? "无" }),
      ("内容", { $0.item.content }),
      ("完成时限", { $0.item.deadline.words }),
      ("应完成日期", { $0.due.map(PortalPhrases.date) ?? "未载明" }),
      ("完成情况说明", { $0.submission?.summary ?? "无" }),
      (
        "落实措施",
        { $0.item.measures.map { "（\($0.number)）\($0.text)" }.joined(separator: "\n") }
      ),
      (
        "佐证材料",
        {
          $0.validEvidence.map { "\($0.number) \($0.title)（\($0.digest.description.prefix(8))）" }
            .joined(separator: "\n")
        }
      ),
      ("状态", { $0.isStale ? "失效" : $0.phase.words }),
    ]
    return pairs.compactMap { name, read in
      let (before, after) = (read(seen), read(now))
      return before == after ? nil : SeenChange(field: name, before: before, after: after)
    }
  }
}
