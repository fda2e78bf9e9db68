/// What can happen to a ledger as a whole: a closed set, each case with what is told.
///
/// A new case is told here (shape and stored form, with its name in ``LedgerEvent/Name``), takes
/// effect in `Ledger+Apply.swift` and is worded where papers word events.
public enum LedgerEventKind: Sendable, Hashable {
  /// The ledger was opened (建账) for a school.
  case opened(LedgerOpened)
  /// The school changed who may review.
  case reviewersChanged(ReviewersChanged)
  /// The provincial list was taken into the ledger, whole, so that it needs no other file.
  case listAdopted(TaskList)
  /// A corrected list took its place.
  case listCorrected(ListCorrected)
  /// A plan was imported; its items follow as entries of their own.
  case planImported(PlanHeader)
  /// A gap (差距短板) was raised.
  case gapRaised(GapRaised)
  /// A gap was resolved.
  case gapResolved(GapResolved)
  /// The monthly meeting was opened (例会).
  case meetingOpened(CivilMonth)
  /// A month was sealed: its paper can be printed again with the same bytes.
  case monthSealed(MonthSealed)
  /// A counted figure was recorded (实有).
  case factRecorded(FactRecorded)
  /// An indicator was declared not applicable (不适用), or that was taken back.
  case indicatorExempted(IndicatorExempted)
  /// A person was registered, or got a further department or role (人员).
  case memberAdded(MemberAdded)
  /// A member left.
  case memberRetired(name: String)
  /// The office recorded a text of its own (文稿).
  case textRecorded(TextRecorded)
  /// A meeting decided something (议定事项).
  case meetingDecided(MeetingDecided)
  /// What became of a decision (落实情况).
  case decisionSettled(DecisionSettled)
  /// Who was at a meeting (出席).
  case meetingAttended(MeetingAttended)
  /// A department was reminded (提醒函、催办函、督办单).
  case reminderSent(ReminderSent)
  /// A department answered a reminder (回复).
  case reminderAnswered(ReminderAnswered)
}

extension LedgerEventKind {
  /// The stored name, and what is stored.
  var stored: (name: LedgerEvent.Name, fields: any Encodable) {
    switch self {
    case .opened(let payload): (.ledgerOpened, payload)
    case .reviewersChanged(let payload): (.reviewersChanged, payload)
    case .listAdopted(let list): (.listAdopted, ["list": list])
    case .listCorrected(let payload): (.listCorrected, payload)
    case .planImported(let header): (.planImported, ["header": header])
    case .gapRaised(let payload): (.gapRaised, payload)
    case .gapResolved(let payload): (.gapResolved, payload)
    case .meetingOpened(let month): (.meetingOpened, ["month": month])
    case .monthSealed(let payload): (.monthSealed, payload)
    case .factRecorded(let payload): (.factRecorded, payload)
    case .indicatorExempted(let payload): (.indicatorExempted, payload)
    case .memberAdded(let payload): (.memberAdded, payload)
    case .memberRetired(let name): (.memberRetired, ["name": name])
    case .textRecorded(let payload): (.textRecorded, payload)
    case .meetingDecided(let payload): (.meetingDecided, payload)
    case .decisionSettled(let payload): (.decisionSettled, payload)
    case .meetingAttended(let payload): (.meetingAttended, payload)
    case .reminderSent(let payload): (.reminderSent, payload)
    case .reminderAnswered(let payload): (.reminderAnswered, payload)
    }
  }
}
