import TaskLedger

/// What all lines of a paper rest on beside the items themselves, looked up once.
final class LineGround: Sendable {
  /// The day the paper speaks of.
  let asOf: CivilDate
  /// The evidence whose file is missing or changed on disk.
  let damagedEvidence: Set<EvidenceNumber>
  /// The last open gap that names each item.
  let gaps: [ItemID: Ledger.Gap]
  private let ledger: Ledger

  init(_ input: ReportInput) {
    asOf = input.asOf
    damagedEvidence = input.damagedEvidence
    ledger = input.ledger
    gaps = Dictionary(
      ledger.undecidedGaps.compactMap { gap in gap.item.map { ($0, gap) } },
      uniquingKeysWith: { _, last in last })
  }

  /// The provincial deadline of an item; nil when it answers no clause.
  func provincialDeadline(of item: Item) -> Deadline? { ledger.provincialDeadline(of: item) }
}
