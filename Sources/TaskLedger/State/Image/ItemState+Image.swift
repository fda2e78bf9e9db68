extension ItemState {
  func write(to image: inout ImageWriter) {
    item.write(to: &image)
    // Equal texts may differ in their bytes.
    let isOriginal =
      originalDeadline == item.deadline
      && originalDeadline.text.utf8.elementsEqual(item.deadline.text.utf8)
      && originalDeadline.isEventSame(as: item.deadline)
    image.write(isOriginal)
    if !isOriginal { originalDeadline.write(to: &image) }
    image.write(phase)
    image.write(evidence) { $1.write(to: &$0) }
    image.write(notes) { image, note in
      image.write(note.text)
      image.write(note.actor)
      image.write(note.on)
    }
    image.write(extensions) { $1.write(to: &$0) }
    image.write(droppedReason) { $0.write($1) }
    image.write(withdrawalBasis) { $0.write($1) }
    image.write(lastSequence)
    for date in [lastMoveOn, basisChangedOn, importedOn] { image.write(date) }
    image.write(grantedDue) { $0.write($1) }
    image.write(planned) { $1.write(to: &$0) }
    image.write(confirmed: confirmed)
    image.write(lastEvidenceIndex)
    image.write(basisRevision)
    image.write(rounds) { $1.write(to: &$0) }
    image.write(undoMark) { $1.write(to: &$0) }
  }

  /// A function and not an initialiser, which would copy what is as large as this once more.
  static func read(from image: inout ImageReader) throws(LedgerImageError) -> ItemState {
    let item = try Item.read(from: &image)
    let original = try image.flag() ? item.deadline : try Deadline(from: &image)
    let phase = try image.oneOf(ImageCases.phases)
    let evidence = try image.list { (image) throws(LedgerImageError) in
      try AttachedEvidence(from: &image)
    }
    let notes = try image.list { (image) throws(LedgerImageError) in
      ProgressNote(text: try image.text(), actor: try image.text(), on: try image.date())
    }
    let extensions = try image.list { (image) throws(LedgerImageError) in
      try Extension(from: &image)
    }
    let dropped = try image.optional { (image) throws(LedgerImageError) in try image.text() }
    let withdrawn = try image.optional { (image) throws(LedgerImageError) in try image.text() }
    let sequence = try image.int()
    let (moved, changed, imported) = (try image.date(), try image.date(), try image.date())
    let granted = try image.optional { (image) throws(LedgerImageError) in try image.date() }
    let planned = try image.optional { (image) throws(LedgerImageError) in
      try Item.read(from: &image)
    }
    let confirmed = try image.confirmed()
    let lastIndex = try image.int()
    let revision = try image.int()
    let rounds = try image.list { (image) throws(LedgerImageError) in try Round(from: &image) }
    guard !rounds.isEmpty else { throw image.fault }
    let mark = try image.optional { (image) throws(LedgerImageError) in try UndoMark(from: &image) }
    return ItemState(
      item: item, originalDeadline: original, phase: phase, rounds: rounds, evidence: evidence,
      notes: notes, extensions: extensions, droppedReason: dropped, withdrawalBasis: withdrawn,
      lastSequence: sequence, lastMoveOn: moved, basisChangedOn: changed, importedOn: imported,
      grantedDue: granted, plannedItem: planned.map { [$0] } ?? [], confirmed: confirmed,
      lastEvidenceIndex: lastIndex, basisRevision: revision, undoMark: mark)
  }
}

extension ItemState.AttachedEvidence {
  func write(to image: inout ImageWriter) {
    evidence.number.write(to: &image)
    image.write(evidence.digest)
    image.write(evidence.fileName)
    image.write(evidence.byteCount)
    image.write(evidence.mediaType)
    image.write(evidence.measure) { $0.write($1) }
    image.write(evidence.caption)
    image.write(evidence.documentNumber)
    image.write(evidence.date) { $0.write($1) }
    image.write(evidence.pages) { $0.write($1) }
    image.write(evidence.original)
    image.write(actor)
    image.write(on)
    image.write(recordedOn)
    image.write(round)
    image.write(voidReason) { $0.write($1) }
  }

  init(from image: inout ImageReader) throws(LedgerImageError) {
    func number(_ image: inout ImageReader) throws(LedgerImageError) -> Int? {
      try image.optional { (image) throws(LedgerImageError) in try image.int() }
    }
    let evidence = Evidence(
      number: try EvidenceNumber(from: &image), digest: try image.digest(),
      fileName: try image.text(), byteCount: try image.int(), mediaType: try image.text(),
      measure: try number(&image), caption: try image.text(), documentNumber: try image.text(),
      date: try image.optional { (image) throws(LedgerImageError) in try image.date() },
      pages: try number(&image), original: try image.text())
    self.init(
      evidence: evidence, actor: try image.text(), on: try image.date(),
      recordedOn: try image.date(), round: try image.int())
    voidReason = try image.optional { (image) throws(LedgerImageError) in try image.text() }
  }
}

extension ItemState.Extension {
  func write(to image: inout ImageWriter) {
    image.write(until)
    image.write(reason)
    image.write(progress)
    image.write(actor)
    image.write(on)
    switch answer {
    case .pending: image.write(0)
    case .granted(let until, let basis):
      image.write(1)
      image.write(until)
      image.write(basis)
    case .refused(let reason):
      image.write(2)
      image.write(reason)
    }
    image.write(answeredOn) { $0.write($1) }
  }

  init(from image: inout ImageReader) throws(LedgerImageError) {
    self.init(
      until: try image.date(), reason: try image.text(), progress: try image.text(),
      actor: try image.text(), on: try image.date())
    switch try image.int() {
    case 0: answer = .pending
    case 1: answer = .granted(until: try image.date(), basis: try image.text())
    case 2: answer = .refused(reason: try image.text())
    default: throw image.fault
    }
    answeredOn = try image.optional { (image) throws(LedgerImageError) in try image.date() }
  }
}

extension ItemState.UndoMark {
  func write(to image: inout ImageWriter) {
    image.write(sequence)
    image.write(actor)
    image.write(effective)
    image.write(isMove)
    image.write(changesReviewBasis)
    image.write(phase)
    image.write(lastMoveOn)
    image.write(basisChangedOn)
    image.write(grantedDue) { $0.write($1) }
    image.write(startedOn) { $0.write($1) }
    for count in [
      counts.notes, counts.evidence, counts.extensions, counts.rounds, counts.submissions,
      counts.returns, counts.closures,
    ] {
      image.write(Int(count))
    }
    image.write(rare) { image, rare in
      image.write(rare.item) { $1.write(to: &$0) }
      image.write(rare.originalDeadline) { $1.write(to: &$0) }
      image.write(rare.planned) { $1.write(to: &$0) }
      image.write(rare.confirmed) { $0.write(confirmed: $1) }
      image.write(rare.evidence) { $1.write(to: &$0) }
      image.write(rare.voided) { $1.write(to: &$0) }
      image.write(rare.lastExtension) { $1.write(to: &$0) }
      image.write(rare.closureBasis) { $1.write(to: &$0) }
    }
  }

  init(from image: inout ImageReader) throws(LedgerImageError) {
    func date(_ image: inout ImageReader) throws(LedgerImageError) -> CivilDate? {
      try image.optional { (image) throws(LedgerImageError) in try image.date() }
    }
    self.init(
      sequence: try image.int(), actor: try image.text(), effective: try image.date(),
      isMove: try image.flag(), changesReviewBasis: try image.flag(),
      phase: try image.oneOf(ImageCases.phases), lastMoveOn: try image.date(),
      basisChangedOn: try image.date(), grantedDue: try date(&image),
      startedOn: try date(&image),
      counts: ItemState.Counts(
        notes: try image.int32(), evidence: try image.int32(), extensions: try image.int32(),
        rounds: try image.int32(), submissions: try image.int32(), returns: try image.int32(),
        closures: try image.int32()),
      rare: try image.list { (image) throws(LedgerImageError) in
        ItemState.Rare(
          item: try image.optional { (image) throws(LedgerImageError) in try Item.read(from: &image)
          },
          originalDeadline: try image.optional { (image) throws(LedgerImageError) in
            try Deadline(from: &image)
          },
          planned: try image.optional { (image) throws(LedgerImageError) in
            try Item.read(from: &image)
          },
          confirmed: try image.optional { (image) throws(LedgerImageError) in
            try image.confirmed()
          },
          evidence: try image.list { (image) throws(LedgerImageError) in
            try ItemState.AttachedEvidence(from: &image)
          },
          voided: try image.optional { (image) throws(LedgerImageError) in
            try EvidenceNumber(from: &image)
          },
          lastExtension: try image.optional { (image) throws(LedgerImageError) in
            try ItemState.Extension(from: &image)
          },
          closureBasis: try image.optional { (image) throws(LedgerImageError) in
            try ReviewBasis(from: &image)
          })
      })
  }
}

extension ImageWriter {
  fileprivate mutating func write(confirmed: [FindingCode: Item.Subject]) {
    write(confirmed.sorted { $0.key.rawValue < $1.key.rawValue }) { image, flag in
      image.write(flag.key.rawValue)
      image.write(flag.value.words) { $0.write($1) }
    }
  }
}

extension ImageReader {
  fileprivate mutating func confirmed() throws(LedgerImageError) -> [FindingCode: Item.Subject] {
    var confirmed: [FindingCode: Item.Subject] = [:]
    for _ in 0..<(try count()) {
      let code = try findingCode()
      confirmed[code] = Item.Subject(
        words: try list { (image) throws(LedgerImageError) in try image.text() })
    }
    return confirmed
  }
}
