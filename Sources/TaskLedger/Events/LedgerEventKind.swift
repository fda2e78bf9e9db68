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
    }
  }
}
