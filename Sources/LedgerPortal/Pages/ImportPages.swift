import LedgerDesk
import Synchronization
import TaskLedger

/// Importing a plan: what it would be read as first, with the place of every doubt; then recorded.
enum ImportPages {
  /// The form.
  static let form: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    try page(portal, asked, preview: nil, digest: nil)
  }

  /// A file is looked at, or what was looked at is recorded.
  static let send: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let (clerk, moment) = try portal.occasion(asked)
    let update = try portal.view(asked).ledger.plan != nil
    if let digest = EvidenceDigest(asked.fields["seenPlan"]) {
      guard let plan = portal.plans.plan(digest) else {
        throw PortalRefusal.form([.planForgotten()], status: 409)
      }
      _ = try portal.desk.importPlan(plan, update: update, by: clerk, at: moment, dryRun: false)
      return .see("/office/check?done=imported")
    }
    let (plan, digest) = try portal.handedFile(asked, field: "plan")
    let outcome = try portal.desk.importPlan(
      plan, update: update, by: clerk, at: moment, dryRun: true)
    portal.plans.keep(plan, as: digest)
    return try page(portal, asked, preview: outcome, digest: digest)
  }

  private static func page(
    _ portal: Portal, _ asked: PortalRequest, preview: ImportOutcome?, digest: EvidenceDigest?
  ) throws -> PortalAnswer {
    let ledger = try portal.view(asked).ledger
    var fields = asked.typed(["plan"])
    fields["known"] = .text(ledger.plan.map { $0.title ?? $0.source } ?? "")
    fields["seenPlan"] = .text(digest?.description ?? "")
    fields["hasPreview"] = .flag(preview != nil)
    fields["items"] = .rows(
      (preview?.items ?? []).map { item in
        [
          "id": .text(item.id.description), "content": .text(item.content),
          "deadline": .text(item.deadline.words),
          "due": .text(item.deadline.due.map(PortalPhrases.date) ?? ""),
          "lead": .text(item.departments.lead.joined(separator: "、")),
          "place": .text(item.location.description),
          "isDoubtful": .flag(!item.flags.isEmpty),
        ]
      })
    fields["itemCount"] = .text(String(preview?.items.count ?? 0))
    fields["missingClauses"] = .text(
      (preview?.missingClauses ?? []).map(\.description).joined(separator: "、"))
    fields["notes"] = PortalRemedy.findings(preview?.notes ?? [])
    return portal.page("page-import", asked, title: "导入方案", fields)
  }
}

/// The last plans that were looked at and not yet recorded; in memory alone.
final class SeenPlans: Sendable {
  private let kept = Mutex<[(digest: EvidenceDigest, plan: InputFile)]>([])

  /// Keeps a plan; of many the oldest go.
  func keep(_ plan: InputFile, as digest: EvidenceDigest) {
    kept.withLock { kept in
      kept.removeAll { $0.digest == digest }
      kept.append((digest, plan))
      if kept.count > 8 { kept.removeFirst() }
    }
  }

  /// The plan of a digest; nil when it is no longer kept.
  func plan(_ digest: EvidenceDigest) -> InputFile? {
    kept.withLock { kept in kept.first { $0.digest == digest }?.plan }
  }
}
