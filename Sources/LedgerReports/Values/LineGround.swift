import TaskLedger

/// What all lines of a paper rest on: the states of the items, and what is looked up once.
final class LineGround: Sendable {
  /// The day the paper speaks of.
  let asOf: CivilDate
  /// The evidence whose file is missing or changed on disk.
  let damagedEvidence: Set<EvidenceNumber>
  /// The last open gap that names each item.
  let gaps: [ItemID: Ledger.Gap]
  /// The states of the ledger's items, in order.
  let states: [ItemState]
  private let ledger: Ledger

  init(_ input: ReportInput) {
    states = input.ledger.itemsInOrder
    asOf = input.asOf
    damagedEvidence = input.damagedEvidence
    ledger = input.ledger
    gaps = Dictionary(
      ledger.undecidedGaps.compactMap { gap in gap.item.map { ($0, gap) } },
      uniquingKeysWith: { _, last in last })
  }

  /// The same ground once more, for a stretch of lines: threads that count their references to one
  /// object wait for each other.
  init(as other: LineGround) {
    asOf = other.asOf
    damagedEvidence = other.damagedEvidence
    gaps = other.gaps
    states = other.states
    ledger = other.ledger
  }

  /// The provincial deadline of an item; nil when it answers no clause.
  func provincialDeadline(of item: Item) -> Deadline? { ledger.provincialDeadline(of: item) }
}
