/// The state of a ledger as bytes (快照), for keeping a fold beside its log.
///
/// Never a second truth: it says nothing that folding the log does not, `verify` compares the two,
/// and whatever cannot be read is folded again.
package enum LedgerImage {
  /// Counts up whenever an entry is applied differently or a state is written differently; an image
  /// of another format is not read.
  package static let format = 4

  /// How many items a piece holds, so that pieces are read side by side.
  package static let pieceSize = 2048

  /// Whether two ledgers are the same to the byte; equal texts may differ in their bytes.
  ///
  /// - Throws: `EncodingError`, which means a fault of the program.
  package static func isSame(_ left: Ledger, _ right: Ledger) throws -> Bool {
    try left == right && frame(of: left) == frame(of: right)
      && pieces(of: left) == pieces(of: right)
  }

  /// Writes the items of a ledger, piece by piece.
  ///
  /// - Returns: The pieces in the order of the items.
  package static func pieces(of ledger: Ledger) -> [[UInt8]] {
    let states = ledger.itemsInOrder
    return stride(from: 0, to: states.count, by: pieceSize).map { start in
      var image = ImageWriter()
      image.write(states[start..<min(start + pieceSize, states.count)]) { $1.write(to: &$0) }
      return image.bytes
    }
  }

  /// Reads the items of a piece into the places they are to have.
  ///
  /// - Parameters:
  ///   - piece: What ``pieces(of:)`` wrote.
  ///   - places: As many as the piece has items, uninitialised; they are initialised when this
  ///     returns and are not when it throws.
  /// - Throws: ``LedgerImageError`` where the bytes are no such piece.
  package static func readStates(
    in piece: UnsafeRawBufferPointer, into places: UnsafeMutableBufferPointer<ItemState>
  ) throws(LedgerImageError) {
    var image = ImageReader(piece)
    var count = 0
    do throws(LedgerImageError) {
      guard try image.count() == places.count else { throw image.fault }
      while count < places.count {
        places.initializeElement(at: count, to: try ItemState.read(from: &image))
        count += 1
      }
      try image.end()
    } catch {
      places.prefix(count).deinitialize()
      throw error
    }
  }

  /// Writes everything of a ledger but its items.
  ///
  /// - Throws: `EncodingError`, which means a fault of the program.
  package static func frame(of ledger: Ledger) throws -> [UInt8] {
    var image = ImageWriter()
    image.write(ledger.school)
    image.write(ledger.reviewers) { $0.write($1) }
    // What comes once a ledger is written as its entry's payload.
    image.write(
      try ledger.list.map { LedgerEvent.listAdopted(ListAdopted(list: $0)) }?
        .encodedPayload()
    ) { $0.write($1) }
    image.write(
      try ledger.plan.map { LedgerEvent.planImported(PlanImported(header: $0)) }?
        .encodedPayload()
    ) { $0.write($1) }
    image.write(ledger.importedSources) { $0.write($1) }
    image.write(ledger.gaps) { $1.write(to: &$0) }
    image.write(ledger.meetings.sorted { $0.key < $1.key }) { image, month in
      image.write(month.key.lastDay)
      image.write(month.value.openedOn) { $0.write($1) }
      image.write(month.value.seal) { image, seal in
        image.write(seal.month.lastDay)
        image.write(seal.through)
        image.write(seal.asOf)
        image.write(seal.paper)
      }
      image.write(month.value.sealSequence) { $0.write($1) }
    }
    image.write(ledger.facts.sorted { $0.key < $1.key }) { image, fact in
      image.write(fact.key)
      image.write(fact.value) { $1.write(to: &$0) }
    }
    image.write(ledger.headSequence)
    image.write(ledger.latestEffective) { $0.write($1) }
    image.write(ledger.unplaced) { $0.write($1) }
    image.write(ledger.undone) { $0.write($1) }
    return image.bytes
  }

  /// Reads a ledger from what ``frame(of:)`` wrote and the items of all its pieces.
  package static func ledger(
    frame: UnsafeRawBufferPointer, items: consuming [ItemState]
  ) throws(LedgerImageError) -> Ledger {
    var image = ImageReader(frame)
    var ledger = Ledger()
    ledger.school = try image.text()
    ledger.reviewers = try image.list { (image) throws(LedgerImageError) in try image.text() }
    if case .listAdopted(let payload)? = try event(.listAdopted, from: &image) {
      ledger.list = payload.list
    }
    if case .planImported(let payload)? = try event(.planImported, from: &image) {
      ledger.plan = payload.header
    }
    ledger.importedSources = try image.list { (image) throws(LedgerImageError) in
      try image.text()
    }
    ledger.gaps = try image.list { (image) throws(LedgerImageError) in
      try Ledger.Gap(from: &image)
    }
    for _ in 0..<(try image.count()) {
      ledger.meetings[try image.date().civilMonth] = try Ledger.Meeting(from: &image)
    }
    for _ in 0..<(try image.count()) {
      ledger.facts[try image.text()] = try image.list { (image) throws(LedgerImageError) in
        try Ledger.Fact(from: &image)
      }
    }
    ledger.headSequence = try image.int()
    ledger.latestEffective = try image.optional { (image) throws(LedgerImageError) in
      try image.date()
    }
    ledger.unplaced = try image.list { (image) throws(LedgerImageError) in try image.int() }
    ledger.undone = try image.list { (image) throws(LedgerImageError) in try image.int() }
    try image.end()
    guard let states = ItemStates(inOrder: items) else { throw image.fault }
    ledger.items = states
    return ledger
  }

  private static func event(
    _ name: LedgerEvent.Name, from image: inout ImageReader
  ) throws(LedgerImageError) -> LedgerEvent? {
    let payload = try image.optional { (image) throws(LedgerImageError) in try image.text() }
    guard let payload else { return nil }
    do {
      return try LedgerEvent(name: name, payload: payload)
    } catch {
      throw image.fault
    }
  }
}

extension Ledger.Gap {
  func write(to image: inout ImageWriter) {
    image.write(number)
    image.write(text)
    image.write(item) { $1.write(to: &$0) }
    image.write(owner)
    image.write(due) { $0.write($1) }
    image.write(raisedOn)
    image.write(resolution) { $0.write($1) }
    image.write(resolvedOn) { $0.write($1) }
  }

  init(from image: inout ImageReader) throws(LedgerImageError) {
    self.init(
      number: try image.int(), text: try image.text(),
      item: try image.optional { (image) throws(LedgerImageError) in try ItemID(from: &image) },
      owner: try image.text(),
      due: try image.optional { (image) throws(LedgerImageError) in try image.date() },
      raisedOn: try image.date(),
      resolution: try image.optional { (image) throws(LedgerImageError) in try image.text() },
      resolvedOn: try image.optional { (image) throws(LedgerImageError) in try image.date() })
  }
}

extension Ledger.Meeting {
  init(from image: inout ImageReader) throws(LedgerImageError) {
    self.init(
      openedOn: try image.optional { (image) throws(LedgerImageError) in try image.date() },
      seal: try image.optional { (image) throws(LedgerImageError) in
        MonthSealed(
          month: try image.date().civilMonth, through: try image.int(), asOf: try image.date(),
          paper: try image.digest())
      },
      sealSequence: try image.optional { (image) throws(LedgerImageError) in try image.int() })
  }
}

extension Ledger.Fact {
  func write(to image: inout ImageWriter) {
    image.write(value)
    image.write(evidence) { $1.write(to: &$0) }
    image.write(exemption) { $0.write($1) }
    image.write(on)
    image.write(actor)
    image.write(source) { $0.write($1) }
  }

  init(from image: inout ImageReader) throws(LedgerImageError) {
    self.init(
      value: try image.text(),
      evidence: try image.optional { (image) throws(LedgerImageError) in
        try EvidenceNumber(from: &image)
      },
      exemption: try image.optional { (image) throws(LedgerImageError) in try image.text() },
      on: try image.date(), actor: try image.text(),
      source: try image.optional { (image) throws(LedgerImageError) in try image.text() })
  }
}
