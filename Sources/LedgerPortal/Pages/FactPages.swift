import LedgerDesk
import LedgerReports
import LedgerStore
import TaskLedger

/// The counted figures (实有数据): one by one, or from a table that is looked at first.
enum FactPages {
  /// The figures with both forms.
  static let list: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    try page(portal, asked, preview: nil, digest: nil)
  }

  /// Records a figure.
  static let set: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let isExempt = asked.missing(["exemption"]).isEmpty
    let faults = asked.missing(isExempt ? ["name"] : ["name", "value"])
    guard faults.isEmpty else { throw PortalRefusal.form(faults, status: 422) }
    var fact = HandedFact(
      name: PrintableText.line(asked.fields["name"]),
      value: PrintableText.line(asked.fields["value"]))
    let exemption = PrintableText.line(asked.fields["exemption"])
    if !exemption.isEmpty { fact.exemption = exemption }
    let evidence = PrintableText.line(asked.fields["evidence"])
    if !evidence.isEmpty {
      guard let number = EvidenceNumber(evidence) else {
        throw PortalRefusal.form([.evidenceUnreadable("evidence")], status: 422)
      }
      fact.evidence = number
    }
    fact.countedOn = try asked.day("counted")
    let (clerk, moment) = try portal.occasion(asked)
    let (receipt, _, _) = try portal.desk.recordFact(
      fact, by: clerk, at: moment, dryRun: false)
    return portal.see("/office/facts?done=fact-set", receipt)
  }

  /// A table is looked at, or what was looked at is recorded.
  static let send: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let (clerk, moment) = try portal.occasion(asked)
    let day = try asked.day("day")
    func outcome(_ file: InputFile, isConfirmed: Bool, dryRun: Bool) throws(DeskError) -> FactImport
    {
      try portal.desk.importFacts(
        file, hasSource: true, countedOn: day, isConfirmed: isConfirmed, by: clerk, at: moment,
        dryRun: dryRun)
    }
    if let digest = EvidenceDigest(asked.fields["seenTable"]) {
      guard let file = portal.plans.plan(digest) else {
        throw PortalRefusal.form([.seenForgotten(PortalPhrases.seenTable)], status: 409)
      }
      // What is doubtful was shown beside the button that sent this.
      _ = try outcome(file, isConfirmed: true, dryRun: false)
      return .see("/office/facts?done=facts-imported")
    }
    let (file, digest) = try portal.handedFile(asked, field: "table")
    let preview = try outcome(file, isConfirmed: false, dryRun: true)
    portal.plans.keep(file, as: digest)
    return try page(portal, asked, preview: preview, digest: digest)
  }

  private static func page(
    _ portal: Portal, _ asked: PortalRequest, preview: FactImport?, digest: EvidenceDigest?
  ) throws -> PortalAnswer {
    let snapshot = try portal.view(asked)
    var fields = asked.typed(["name", "value", "exemption", "evidence", "counted", "table", "day"])
    fields["facts"] = .rows(
      snapshot.ledger.facts.sorted { $0.key < $1.key }.compactMap { name, facts in
        facts.last.map {
          [
            "factName": .text(name), "factValue": .text($0.exemption ?? $0.value),
            "factOn": .text(PortalPhrases.date($0.on)), "factBy": .text($0.actor),
          ]
        }
      })
    fields["names"] = .rows(
      try portal.desk.factNames(asOf: snapshot.asOf).map { ["factName": .text($0.name)] })
    fields["hasPreview"] = .flag(preview != nil)
    fields["seenTable"] = .text(digest?.description ?? "")
    fields["recordedCount"] = .text(String(preview?.recorded ?? 0))
    fields["blankCount"] = .text(String(preview?.blanks ?? 0))
    fields["previewConflicts"] = .rows(
      (preview?.questions.conflicts ?? []).map { ["message": .text($0.words)] })
    fields["previewNotes"] = PortalRemedy.findings(preview?.notes ?? [], for: asked.visitor)
    fields["previewFacts"] = .rows(
      preview.map { preview in
        preview.entry.facts.map {
          [
            "factName": .text($0.name.recorded), "factValue": .text($0.exemption ?? $0.value),
            "factOn": .text(PortalPhrases.date(preview.entry.day(of: $0))),
            "factPlace": .text($0.location.description),
          ]
        }
      } ?? [])
    return try portal.page("page-facts", asked, title: "实有数据", fields)
  }
}

extension Portal {
  /// The one file of a form, with its digest.
  ///
  /// - Throws: ``PortalRefusal/form(_:status:)`` when none came or it was not taken.
  func handedFile(_ asked: PortalRequest, field: String) throws -> (InputFile, EvidenceDigest) {
    guard let upload = asked.uploads.first else {
      throw PortalRefusal.form([.filesMissing(field)], status: 422)
    }
    switch upload.outcome {
    case .refused(let diagnostic):
      throw PortalRefusal.form([.fileRefused(upload, diagnostic)], status: 422)
    case .staged(let file):
      let vault = try vault()
      let bytes = try DeskError.ofStore { () throws(StoreError) in try vault.bytes(of: file) }
      return (InputFile.content(bytes, name: file.fileName), file.digest)
    }
  }
}
