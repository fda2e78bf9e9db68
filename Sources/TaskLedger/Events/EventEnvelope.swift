/// An event as it stands in the log: numbered, dated, and with the name of who made it.
///
/// Invariant: sequences run from 1 without a gap.
public struct EventEnvelope: Sendable, Hashable {
  /// The place in the log, from 1.
  public var sequence: Int
  /// When it was recorded.
  public var recordedAt: Instant
  /// The day on which it counts; a back-dated entry has an earlier one than its recording.
  public var effective: CivilDate
  /// Who made it, a person or an office by name.
  public var actor: String
  /// What happened.
  public var event: LedgerEvent

  /// Creates an envelope.
  public init(
    sequence: Int, recordedAt: Instant, effective: CivilDate, actor: String, event: LedgerEvent
  ) {
    self.sequence = sequence
    self.recordedAt = recordedAt
    self.effective = effective
    self.actor = actor
    self.event = event
  }

  /// The civil day of the recording; the effective day when the moment has none.
  public var recordedOn: CivilDate { recordedAt.civilDate ?? effective }

  /// Whether the entry counts on an earlier day than it was recorded (补记).
  public var isBackDated: Bool { effective < recordedOn }

  /// Whether the day on which the entry counts is that of the document it comes from, the list or the
  /// plan, and not a day on which somebody did something.
  public var isDatedByDocument: Bool {
    switch event {
    case .ledger(.opened), .ledger(.listAdopted), .ledger(.planImported), .item(_, .imported):
      true
    default: false
    }
  }
}
