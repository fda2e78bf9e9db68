package import TaskLedger

/// A ledger brought about by commands alone, for tests that need one in a certain state.
///
/// Every step runs `decide` and wraps its events in envelopes; nothing is set by hand.
package struct LedgerScenario {
  /// The log so far.
  package private(set) var entries: [EventEnvelope] = []
  /// The state folded from it.
  package private(set) var ledger = Ledger()
  /// The day of the clock.
  package var today: CivilDate
  /// Who reviews.
  package let reviewer = "领导小组办公室"

  /// Opens a ledger with the made-up list and plan.
  package init(
    school: String = "南岭示范学院", list: TaskList = .madeUp, items: [Item] = Item.madeUp,
    on day: String = "2020-06-01"
  ) throws {
    today = try Self.day(day)
    try run(.open(school: school, reviewers: [reviewer], list: list), by: "校团委")
    if !items.isEmpty {
      try run(.importPlan(.madeUp, items: items, update: false), by: "校团委")
    }
  }

  /// Runs a command on a day, which becomes today.
  package mutating func run(_ command: LedgerCommand, by actor: String, on day: String? = nil)
    throws
  {
    if let day { today = try Self.day(day) }
    let occasion = Occasion(actor: actor, today: today, digest: ReviewDigest.sha256)
    for event in try decide(command, in: ledger, on: occasion) {
      record(event, by: actor, effective: today, recorded: today)
    }
  }

  /// Runs a command whose entry counts on an earlier day than it is recorded (补记).
  package mutating func backDate(
    _ command: LedgerCommand, by actor: String, to effective: String
  ) throws {
    let day = try Self.day(effective)
    let occasion = Occasion(
      actor: actor, today: today, effective: day, digest: ReviewDigest.sha256)
    for event in try decide(command, in: ledger, on: occasion) {
      record(event, by: actor, effective: day, recorded: today)
    }
  }

  /// Starts an item, attaches one piece of evidence and applies for closure.
  package mutating func submit(
    _ id: ItemID, _ summary: String, by actor: String = "学工部", on day: String,
    number: String = ""
  ) throws {
    if ledger[id]?.phase == .pending { try run(.start(id), by: actor, on: day) }
    try attach(id, "工作材料", by: actor, on: day, number: number)
    try run(.submit(id, summary: summary), by: actor, on: day)
  }

  /// Brings an item to closure.
  package mutating func close(
    _ id: ItemID, _ summary: String, on day: String, reviewedOn review: String? = nil,
    number: String = ""
  ) throws {
    try submit(id, summary, on: day, number: number)
    try run(
      .close(id, opinion: "同意销号"), by: reviewer, on: review ?? day)
  }

  /// Attaches a made-up file.
  package mutating func attach(
    _ id: ItemID, _ caption: String, by actor: String = "学工部", on day: String,
    measure: Int? = nil, number: String = ""
  ) throws {
    let count = ledger[id]?.evidence.count ?? 0
    try run(
      .attach(
        id,
        NewEvidence(
          digest: Self.digest("\(id) \(count)"), fileName: "\(id)-\(count + 1).pdf",
          byteCount: 20_480, mediaType: "application/pdf", measure: measure, caption: caption,
          documentNumber: number, date: try Self.day(day))),
      by: actor, on: day)
  }

  private mutating func record(
    _ event: LedgerEvent, by actor: String, effective: CivilDate, recorded: CivilDate
  ) {
    let entry = EventEnvelope(
      sequence: entries.count + 1, recordedAt: Instant(startOf: recorded), effective: effective,
      actor: actor, event: event)
    entries.append(entry)
    ledger.apply(entry)
  }

  /// The state as of a day.
  package func ledger(asOf day: String) throws -> Ledger {
    Ledger.folding(entries, asOf: try Self.day(day))
  }

  /// A day, or the error of a test that misspells one.
  package static func day(_ text: String) throws -> CivilDate {
    guard let day = CivilDate(text) else { throw Misspelt(text: text) }
    return day
  }

  /// A made-up digest that depends on a text alone.
  package static func digest(_ text: String) throws -> EvidenceDigest {
    var random = SplitMix64(seed: text.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) })
    let digits = (0..<64).map { _ in String(random.next() % 16, radix: 16) }.joined()
    guard let digest = EvidenceDigest(digits) else { throw Misspelt(text: text) }
    return digest
  }

  /// A literal of a test that means nothing.
  package struct Misspelt: Error {
    /// The literal.
    package var text: String

    /// Creates the error.
    package init(text: String) { self.text = text }
  }
}
