import LedgerDesk
import LedgerStore
import TaskLedger

/// The one form of an owner: progress, files and the statement of completion together; it is kept
/// as a draft, recorded, or recorded and applied with.
enum ReportForm {
  private static let texts = ["note", "summary", "caption", "number", "measure"]

  static let send: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let item = try SeenItem(portal, asked)
    try item.requireActor()
    let id = item.state.id
    let form = ItemPage.draftName(id)
    switch asked.fields["act"] {
    case "draft":
      let typed = asked.fields.texts.filter { texts.contains($0.key) }
      try portal.accounts.keepDraft(
        typed, of: form, account: item.visitor.account, at: asked.now.seconds)
      // Files are no draft: what was chosen is recorded, or said to be lost.
      return .see("/items/\(id)?done=\(asked.uploads.isEmpty ? "draft" : "draft-texts")")
    case "apply": return try record(portal, asked, item, applies: true)
    default: return try record(portal, asked, item, applies: false)
    }
  }

  private static func record(
    _ portal: Portal, _ asked: PortalRequest, _ item: SeenItem, applies: Bool
  ) throws -> PortalAnswer {
    let state = item.state
    var (taken, others) = try sort(portal, asked, state)
    let note = PrintableText.block(asked.fields["note"])
    let summary = PrintableText.block(asked.fields["summary"])
    let known = try repeated(note, portal, asked, state)
    if let known {
      others.append(Other(fault: FormFault(.noteRepeated(state.id, of: known)), isLoss: false))
    }
    let hasNote = known == nil && !note.allSatisfy(\.isWhitespace)
    // With a file missing the application would rest on less than the owner thinks.
    let isApplied = applies && !others.contains(where: \.isLoss)
    if applies, summary.allSatisfy(\.isWhitespace) {
      let isUnproved = taken.isEmpty && !SubmitForm.blocks(state).isEmpty
      let missing: [FormFault] = isUnproved ? [.evidenceMissing()] : []
      throw PortalRefusal.form(
        [.fieldMissing("summary")] + missing + others.filter(\.isLoss).map(\.fault), status: 422)
    }
    guard hasNote || !taken.isEmpty || isApplied else {
      let faults = others.map(\.fault)
      if let known, !others.contains(where: \.isLoss) {
        // What was sent once more is all there: the receipt of the first time says so.
        try forget(portal, asked, item, keepsSummary: true)
        let path = ReceiptPage.path(state.id, known, known)
        portal.remarks.keep(
          ReceiptRemarks.Remarks(refused: faults, isUnapplied: false),
          for: item.visitor.account, at: path)
        return .see(path)
      }
      throw PortalRefusal.form(faults.isEmpty ? [.nothingToRecord()] : faults, status: 422)
    }
    var commands: [LedgerCommand] = state.phase == .pending ? [.start(state.id)] : []
    if hasNote { commands.append(.note(state.id, text: note)) }
    commands += evidence(taken, asked, state.id).map { .attach(state.id, $0) }
    if isApplied { commands.append(.submit(state.id, summary: summary)) }
    let receipt = try portal.record(
      commands, asked, concerning: state.id, placing: taken)
    try forget(portal, asked, item, keepsSummary: !isApplied)
    guard let first = receipt.entries.first?.sequence, let last = receipt.entries.last?.sequence
    else { return .see("/items/\(state.id)") }
    let path = ReceiptPage.path(state.id, first, last)
    if !others.isEmpty {
      portal.remarks.keep(
        ReceiptRemarks.Remarks(
          refused: others.map(\.fault), isUnapplied: applies && !isApplied),
        for: item.visitor.account, at: path)
    }
    return .see(path)
  }

  /// The entry of a note that is there already: the form was sent once more.
  private static func repeated(
    _ note: String, _ portal: Portal, _ asked: PortalRequest, _ state: ItemState
  ) throws -> Int? {
    let (clerk, moment) = try portal.occasion(asked)
    return state.repeatedNote(note, by: clerk.name, on: moment.today)
  }

  /// What was sent is no draft any more; a statement that was not sent stays one.
  private static func forget(
    _ portal: Portal, _ asked: PortalRequest, _ item: SeenItem, keepsSummary: Bool
  ) throws {
    let kept = keepsSummary ? ["summary": asked.fields["summary"]] : [:]
    try portal.accounts.keepDraft(
      kept, of: ItemPage.draftName(item.state.id), account: item.visitor.account,
      at: asked.now.seconds)
  }

  /// A file or note that is not recorded.
  private struct Other {
    var fault: FormFault
    /// Whether the ledger lacks it; what is there already is no loss.
    var isLoss: Bool
  }

  /// The files to record, each content once, and those that are not recorded; the original of a file
  /// that is missing or changed is put back.
  private static func sort(_ portal: Portal, _ asked: PortalRequest, _ state: ItemState) throws -> (
    taken: [EvidenceVault.StagedFile], others: [Other]
  ) {
    var taken: [EvidenceVault.StagedFile] = []
    var others: [Other] = []
    let measure = Int(asked.fields["measure"])
    for upload in asked.uploads {
      switch upload.outcome {
      case .refused(let diagnostic):
        others.append(Other(fault: .fileRefused(upload, diagnostic), isLoss: true))
      case .staged(let file):
        if let original = state.original(file.digest, for: measure)?.evidence.number,
          try portal.desk.restore(file)
        {
          others.append(Other(fault: .fileRestored(upload, original), isLoss: false))
        } else if let known = state.twin(of: file.digest, for: measure) {
          others.append(
            Other(
              fault: .fileKnown(upload, as: known, of: state),
              isLoss: known.round != state.round.number))
        } else if taken.contains(where: { $0.digest == file.digest }) {
          others.append(Other(fault: .fileTwice(upload), isLoss: false))
        } else {
          taken.append(file)
        }
      }
    }
    return (taken, others)
  }

  /// The files as the ledger records them; several with one name are one piece.
  private static func evidence(
    _ files: [EvidenceVault.StagedFile], _ asked: PortalRequest, _ id: ItemID
  ) -> [NewEvidence] {
    var handed = HandedEvidence(items: [id], paths: [])
    handed.measure = Int(asked.fields["measure"])
    handed.caption = PrintableText.line(asked.fields["caption"])
    handed.documentNumber = PrintableText.line(asked.fields["number"])
    if files.count > 1, !handed.caption.isEmpty { handed.group = "\(id) \(handed.caption)" }
    return files.map { handed.recorded($0, at: $0.path) }
  }
}

/// Whether an application can be made.
enum SubmitForm {
  /// Whether an item is at a place where it can be applied for.
  static func isOpen(_ state: ItemState) -> Bool {
    // The form begins the work of what nobody began.
    (state.allows(.start) || state.allows(.submit)) && !state.isStanding
  }

  /// What an item lacks before it can be applied for; files that come with the form count then.
  static func blocks(_ state: ItemState) -> [String] {
    state.currentEvidence.isEmpty ? [MissingPart.evidence.words] : []
  }
}
