import LedgerDesk
import Synchronization
import TaskLedger

/// Importing a plan: what it would be read as first, with the place of every doubt; then recorded.
enum ImportPages {
  /// The form.
  static let form: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    try page(portal, asked, of: nil, preview: nil)
  }

  /// A file is looked at, or what was looked at is recorded.
  static let send: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let (clerk, moment) = try portal.occasion(asked)
    let snapshot = try portal.view(asked)
    let seen = try handed(portal, asked)
    // What was looked at holds for the log it was compared with.
    let wantsRecord = asked.fields["act"] == "record"
    let isRecorded = wantsRecord && asked.fields["seenHead"] == snapshot.headCode
    let outcome: ImportOutcome
    do throws(DeskError) {
      outcome = try portal.desk.importPlan(
        seen.plan, update: snapshot.ledger.plan != nil, columns: columns(asked),
        table: table(asked), by: clerk, at: moment, dryRun: !isRecorded)
    } catch {
      // The file stays, so that a name or a heading can be put right without choosing it again.
      let faults = asked.showing(error.diagnostics.map { FormFault($0, of: asked) })
      var answer = try page(portal, faults, of: seen, preview: nil)
      answer.status = error.status
      return answer
    }
    if isRecorded { return .see("/office/check?done=imported") }
    var again = asked
    if wantsRecord { again = asked.showing([.ledgerMoved()]) }
    var answer = try page(portal, again, of: seen, preview: outcome)
    if wantsRecord { answer.status = 409 }
    return answer
  }

  private typealias Seen = (plan: InputFile, digest: EvidenceDigest)

  /// The file that was chosen, or the one that was looked at before.
  private static func handed(_ portal: Portal, _ asked: PortalRequest) throws -> Seen {
    if asked.uploads.isEmpty, let digest = EvidenceDigest(asked.fields["seenPlan"]) {
      guard let plan = portal.plans.plan(digest) else {
        throw PortalRefusal.form([.seenForgotten(PortalPhrases.seenPlan)], status: 409)
      }
      return (plan, digest)
    }
    let (plan, digest) = try portal.handedFile(asked, field: "plan")
    portal.plans.keep(plan, as: digest)
    return (plan, digest)
  }

  /// Which column is what: one a line, such as 时限=整改时限.
  private static func columns(_ asked: PortalRequest) -> [String] {
    ScalarText.split(PrintableText.block(asked.fields["columns"]), at: "\n")
      .map { PrintableText.line($0) }.filter { !$0.allSatisfy(\.isWhitespace) }
  }

  private static func table(_ asked: PortalRequest) -> String? {
    let name = PrintableText.line(asked.fields["table"])
    return name.allSatisfy(\.isWhitespace) ? nil : name
  }

  private static func page(
    _ portal: Portal, _ asked: PortalRequest, of seen: Seen?, preview: ImportOutcome?
  ) throws -> PortalAnswer {
    let snapshot = try portal.view(asked)
    var fields = asked.typed(["plan", "table", "columns"])
    fields["known"] = .text(snapshot.ledger.plan.map { $0.title ?? $0.source } ?? "")
    fields["seenPlan"] = .text(seen?.digest.description ?? "")
    fields["seenName"] = .text(seen?.plan.name ?? "")
    fields["seenHead"] = .text(preview == nil ? "" : snapshot.headCode)
    fields["isUnchosen"] = .flag(seen == nil)
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
    fields["changes"] = .rows(
      (preview.map(PortalPhrases.changes) ?? []).map { ["change": .text($0)] })
    fields["notes"] = PortalRemedy.findings(preview?.notes ?? [], for: asked.visitor)
    return try portal.page("page-import", asked, title: "导入方案", fields)
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
