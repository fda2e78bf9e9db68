import LedgerDesk
import LedgerReports
import LedgerStore
import TaskLedger

/// The office's own words (文稿): a form to write on, and what was written, looked at first.
enum TextPages {
  /// What there is, and what is still to be written.
  static let list: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    try page(portal, asked, preview: nil, digest: nil)
  }

  /// The file to write on.
  static let form: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    guard let format = PaperFormat(rawValue: asked.parameters["format"] ?? ""),
      format == .docx || format == .markdown
    else { throw PortalRefusal.notFound }
    let moment = try Moment(of: asked.now)
    let text = try portal.desk.textForm(asOf: moment.today, at: moment)
    let bytes = try PaperPages.bytes(
      of: text, .selfEvaluation, on: moment.today, as: format, portal, moment)
    return PortalAnswer(
      content: .bytes(
        bytes, mediaType: PaperPages.mediaType(format),
        name: "文稿 \(moment.today).\(format.rawValue)"))
  }

  /// A file is looked at, or what was looked at is recorded.
  static let send: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let (clerk, moment) = try portal.occasion(asked)
    if let digest = EvidenceDigest(asked.fields["seenText"]) {
      guard let file = portal.plans.plan(digest) else {
        throw PortalRefusal.form([.seenForgotten(PortalPhrases.seenText)], status: 409)
      }
      _ = try portal.desk.importTexts(file, by: clerk, at: moment, dryRun: false)
      return .see("/office/texts?done=texts-imported")
    }
    let (file, digest) = try portal.handedFile(asked, field: "text")
    let preview = try portal.desk.importTexts(file, by: clerk, at: moment, dryRun: true)
    portal.plans.keep(file, as: digest)
    return try page(portal, asked, preview: preview, digest: digest)
  }

  private static func page(
    _ portal: Portal, _ asked: PortalRequest, preview: TextImport?, digest: EvidenceDigest?
  ) throws -> PortalAnswer {
    let ledger = try portal.view(asked).ledger
    var fields = asked.typed(["text"])
    fields["texts"] = .rows(
      ledger.texts.sorted { $0.key < $1.key }.map { part, text in
        [
          "part": .text(part.words), "on": .text(PortalPhrases.date(text.on)),
          "by": .text(text.actor), "source": .text(text.source ?? ""),
          "paragraphs": .rows(text.paragraphs.map { ["paragraph": .text($0)] }),
        ]
      })
    fields["unwritten"] = .text(ledger.unwrittenParts.map(\.words).joined(separator: "、"))
    fields["hasPreview"] = .flag(preview != nil)
    fields["seenText"] = .text(digest?.description ?? "")
    fields["parts"] = .rows(
      (preview?.parts ?? []).map { part, count in
        [
          "part": .text(part.words), "count": .text(String(count)),
          "isNew": .flag(preview?.recorded.contains(part) == true),
        ]
      })
    fields["notes"] = PortalRemedy.findings(preview?.notes ?? [], for: asked.visitor)
    return try portal.page("page-texts", asked, title: "文稿", fields)
  }
}
