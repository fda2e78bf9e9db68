/// What somebody wants to do with a ledger: a closed set, decided by ``decide(_:in:on:)``.
public enum LedgerCommand: Sendable, Hashable {
  /// Open a ledger (建账) with its list.
  case open(school: String, reviewers: [String], list: TaskList)
  /// Set who may review.
  case setReviewers([String], reason: String)
  /// Import a plan (导入); `update` applies a corrected plan.
  case importPlan(PlanHeader, items: [Item], update: Bool)
  /// Correct fields of an item (更正); `superior` is the document that allows a late day.
  case revise(ItemID, changes: [ItemChange], reason: String, superior: String? = nil)
  /// Confirm the doubts of the import; nil confirms all of the item.
  case confirm(ItemID, codes: Set<FindingCode>?, reason: String)
  /// Begin work (认领).
  case start(ItemID)
  /// Note progress (进展); `source`, here and below, is the cell of a sheet it was read from.
  case note(ItemID, text: String, source: String? = nil)
  /// Attach evidence (佐证).
  case attach(ItemID, NewEvidence)
  /// Declare evidence void (作废).
  case voidEvidence(EvidenceNumber, reason: String)
  /// Apply for closure (申请销号); `handedInBy` is who handed it in for the one in whose name it stands.
  case submit(ItemID, summary: String, source: String? = nil, handedInBy: String? = nil)
  /// Close after review (销号); `seen` is what the reviewer saw, nil for what is there now.
  case close(ItemID, opinion: String, seen: ReviewSeal? = nil, source: String? = nil)
  /// Return an application (退回); `seen` is what the reviewer saw, nil for what is there now.
  case `return`(ItemID, reason: String, seen: ReviewSeal? = nil, source: String? = nil)
  /// Open a further round (重启), due on a day of its own; nil leaves it to be set.
  case reopen(ItemID, finding: String, basis: String, due: CivilDate? = nil)
  /// Go over to 长期坚持.
  case sustain(ItemID)
  /// Withdraw on a superior document (撤销).
  case withdraw(ItemID, basis: String)
  /// Ask for more time (延期).
  case requestExtension(ItemID, until: CivilDate, reason: String, progress: String)
  /// Grant more time; `superior` is the document that allows a day beyond list and hand-in.
  case grantExtension(ItemID, basis: String, superior: String? = nil)
  /// Refuse more time.
  case refuseExtension(ItemID, reason: String)
  /// Raise a gap (差距短板); it gets the next number of the ledger.
  case raiseGap(text: String, item: ItemID?, owner: String, due: CivilDate?)
  /// Say what became of a gap.
  case resolveGap(number: Int, resolution: String)
  /// Open the meeting of a month (例会).
  case openMeeting(CivilMonth)
  /// Seal a month: its paper rests on the entries up to `through` that count on or before `asOf`.
  case sealMonth(CivilMonth, through: Int, asOf: CivilDate, paper: EvidenceDigest)
  /// Record a counted figure (实有), or why it does not apply; `countedOn` is the day it was counted
  /// when that is earlier than the day on which the entry counts, `source` where it is from.
  case recordFact(
    name: String, value: String, evidence: EvidenceNumber?, exemption: String?,
    countedOn: CivilDate? = nil, source: String? = nil)
  /// Put a corrected list in the place of the one in force (任务列表更正).
  case correctList(TaskList, reason: String)
  /// Declare an indicator not applicable (不适用), for the school or for one department's union.
  case exemptIndicator(Indicator, unit: String?, reason: String)
  /// Take back what was declared.
  case liftExemption(String, unit: String?)
  /// Register a person (人员), or add a department or role to one.
  case addMember(name: String, department: String, role: Member.Role, source: String? = nil)
  /// Let a member leave.
  case retireMember(name: String)
  /// Record a text of the office (文稿).
  case recordText(TextRecorded)
  /// Record what a meeting decided (议定事项); it gets the next number of the month.
  case decideAtMeeting(
    CivilMonth, item: ItemID?, text: String, owner: String, due: CivilDate?)
  /// Say what became of a decision (落实情况).
  case settleDecision(CivilMonth, number: Int, result: String)
  /// Record who was at a meeting (出席).
  case attendMeeting(CivilMonth, names: [String])
  /// Send a department a reminder (提醒函、催办函、督办单); it gets the next number of the ledger.
  case remind(department: String, ReminderSent.Kind, items: [ItemID], due: CivilDate)
  /// Record the answer to a reminder.
  case answerReminder(number: Int, text: String)
  /// Take back one's own last entry on an item.
  case undo(EventEnvelope, reason: String)
}

extension LedgerCommand {
  /// Whether somebody may do it without being known: nobody is before a plan is there.
  var mayBeUnsigned: Bool {
    switch self {
    case .open, .importPlan: true
    default: false
    }
  }
}

/// A file to attach, already stored by its content.
public struct NewEvidence: Sendable, Hashable {
  /// SHA-256 of the content.
  public var digest: EvidenceDigest
  /// The name of the file, made safe to print.
  public var fileName: String
  /// The length in bytes.
  public var byteCount: Int
  /// What the content is, recognised by content.
  public var mediaType: String
  /// The measure it proves.
  public var measure: Int?
  /// What it shows.
  public var caption: String
  /// Its document number.
  public var documentNumber: String
  /// The day of the document or event it shows.
  public var date: CivilDate?
  /// How many pages the original has, at least 1.
  public var pages: Int?
  /// Where the original is kept.
  public var original: String
  /// The group of files that make one piece; nil for a piece of its own.
  public var group: String?
  /// The cell that named it; nil when it was attached by hand.
  public var source: String?

  /// Creates a file to attach.
  public init(
    digest: EvidenceDigest, fileName: String, byteCount: Int, mediaType: String,
    measure: Int? = nil, caption: String = "", documentNumber: String = "",
    date: CivilDate? = nil, pages: Int? = nil, original: String = "", group: String? = nil,
    source: String? = nil
  ) {
    self.digest = digest
    self.fileName = fileName
    self.byteCount = byteCount
    self.mediaType = mediaType
    self.measure = measure
    self.caption = caption
    self.documentNumber = documentNumber
    self.date = date
    self.pages = pages
    self.original = original
    self.group = group
    self.source = source
  }
}

extension Evidence {
  /// The day from which evidence counts that names its own: not from before its items were in the
  /// ledger.
  ///
  /// - Parameters:
  ///   - date: The day of the document or event it shows.
  ///   - imported: The day the plan of its items came in.
  ///   - today: The day of the clock.
  /// - Returns: A day that is not after today, unless the evidence is.
  public static func countsFrom(
    _ date: CivilDate, imported: CivilDate, today: CivilDate
  ) -> CivilDate {
    max(date, min(imported, today))
  }
}
