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
    let waiting = snapshot.ledger.liveItems.filter { $0.phase == .submitted || $0.isStale }
    let rows = waiting.sorted {
      ($0.submission?.on.dayNumber ?? 0, $0.id) < ($1.submission?.on.dayNumber ?? 0, $1.id)
    }.map { state in
      var row = ItemRow(state: state, today: snapshot.asOf).fields
      row["reviewPath"] = .text("/review/\(state.id)")
      row["seen"] = .text(state.reviewDigest.description)
      row["submittedBy"] = .text(
        state.submission.map { "\($0.actor) \(PortalPhrases.date($0.on))" } ?? "")
      row["statement"] = .text(state.submission?.summary ?? "")
      row["hedges"] = .rows(hedges(state))
      row["isOwnSubmission"] = .flag(state.submission?.actor == visitor.name)
      row["isChosen"] = .flag(chosen.contains(state.id.description))
      return row
    }
    let requests = snapshot.ledger.liveItems.compactMap { state -> PageFields? in
      guard let request = state.pendingExtension else { return nil }
      var row = ItemRow(state: state, today: snapshot.asOf).fields
      row["by"] = .text(request.actor)
      row["on"] = .text(PortalPhrases.date(request.on))
      row["until"] = .text(PortalPhrases.date(request.until))
      row["reason"] = .text(request.reason)
      row["progress"] = .text(request.progress)
      row["isShownAgain"] = .flag(asked.parameters["item"] == state.id.description)
      return row
    }
    var fields = asked.typed(["opinion", "basis", "reason"])
    fields["waiting"] = .rows(rows)
    fields["hasWaiting"] = .flag(!rows.isEmpty)
    fields["requests"] = .rows(requests)
    fields["hasRequests"] = .flag(!requests.isEmpty)
    fields["results"] = .rows(results)
    fields["hasResults"] = .flag(!results.isEmpty)
    return portal.page("page-queue", asked, title: "审核", fields)
  }

  /// One application.
  static let item: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let item = try SeenItem(portal, asked)
    let state = item.state
    var fields = item.fields
    fields.merge(asked.typed(["opinion", "reason", "finding", "basis"])) { _, new in new }
    fields["seen"] = .text(state.reviewDigest.description)
    fields["seenAt"] = .text(String(item.snapshot.logHead.sequence))
    fields["code"] = .text(state.reviewCode(Desk.digest).description)
    fields["hedges"] = .rows(hedges(state))
    fields["hasHedges"] = .flag(!HedgeWords.found(in: state.submission?.summary ?? "").isEmpty)
    fields["unproved"] = .text(
      state.unprovedMeasures.map(String.init).joined(separator: "、"))
    fields["gaps"] = .rows(
      item.snapshot.ledger.gaps.filter { $0.item == state.id && $0.resolvedOn == nil }.map {
        ["number": .text(String($0.number)), "text": .text($0.text), "owner": .text($0.owner)]
      })
    fields["mayDecide"] = .flag(state.phase == .submitted || state.isStale)
    fields["mayReopen"] = .flag(state.isSoundlyClosed)
    fields["isOwnSubmission"] = .flag(state.submission?.actor == item.visitor.name)
    fields["changes"] = .rows(changes(asked, item))
    return portal.page("page-review", asked, title: "审核 \(state.id)", fields)
  }

  private static func hedges(_ state: ItemState) -> [PageFields] {
    HedgeWords.found(in: state.submission?.summary ?? "").map {
      ["word": .text($0.word), "excerpt": .text($0.excerpt)]
    }
  }

  /// What changed since the reviewer saw the item, both versions beside each other; none when the
  /// form is shown for the first time or nothing changed.
  private static func changes(_ asked: PortalRequest, _ item: SeenItem) -> [PageFields] {
    guard let seenAt = Int(asked.fields["seenAt"]), seenAt < item.snapshot.logHead.sequence,
      asked.fields["seen"] != item.state.reviewDigest.description
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
      ("改革内容", { $0.item.content }),
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
