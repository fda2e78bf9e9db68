/// What the meeting of a month has to speak of (例会议程): a pure value, gathered on a day.
///
/// Invariant: items stand in the order of the plan, and only items that still count; an item may
/// stand under several headings.
public struct MeetingAgenda: Sendable, Hashable {
  /// An open item past its due day.
  public struct Overdue: Sendable, Hashable {
    /// The item.
    public var item: ItemID
    /// The day it was due, after granted extensions.
    public var due: CivilDate
    /// How many days have passed since.
    public var days: Int

    /// Creates an overdue item.
    public init(item: ItemID, due: CivilDate, days: Int) {
      self.item = item
      self.due = due
      self.days = days
    }
  }

  /// The month of the meeting.
  public var month: CivilMonth
  /// The day the agenda was gathered.
  public var day: CivilDate
  /// 逾期: open and past the due day.
  public var overdue: [Overdue] = []
  /// 退回: returned and not applied for again.
  public var returned: [ItemID] = []
  /// 失效: closed, but what was reviewed has changed.
  public var stale: [ItemID] = []
  /// 待审核: waiting for a review.
  public var submitted: [ItemID] = []
  /// Extensions that await an answer.
  public var pendingExtensions: [ItemID] = []
  /// Not settled, with a day in the month that has not passed yet, its last one included.
  public var dueThisMonth: [ItemID] = []
  /// Not settled, with a day in the month after.
  public var dueNextMonth: [ItemID] = []
  /// 报送日未办妥: not settled although the hand-in day has passed.
  public var unsettledAtHandIn: [ItemID] = []
  /// 漏期: a day that recurs was missed, and nothing came since.
  public var missed: [ItemID] = []
  /// What goes on without a sign of life in the month, or since its last day that recurs.
  public var silent: [ItemID] = []
  /// The gaps raised before the month that nobody has decided.
  public var undecidedGaps: [Ledger.Gap] = []

  /// Gathers the agenda.
  ///
  /// - Parameters:
  ///   - month: The month of the meeting.
  ///   - ledger: The ledger on the day to look at, usually that of the meeting.
  public init(of month: CivilMonth, in ledger: LedgerOnDay) {
    self.month = month
    day = ledger.day
    undecidedGaps = ledger.ledger.undecidedGaps.filter { $0.raisedOn.civilMonth < month }
    for item in ledger.live { take(item) }
  }

  private mutating func take(_ item: ItemOnDay) {
    let id = item.id
    if item.status == .stale { stale.append(id) }
    if item.state.isReturned { returned.append(id) }
    if item.status == .submitted { submitted.append(id) }
    if item.state.pendingExtension != nil { pendingExtensions.append(id) }
    if item.isMissed {
      missed.append(id)
    } else if item.isSilent {
      silent.append(id)
    }
    if let due = item.due, let days = item.overdueDays {
      overdue.append(Overdue(item: id, due: due, days: days))
    }
    if item.isUnsettledAtHandIn {
      unsettledAtHandIn.append(id)
    }
    if item.isOverdue { return }
    if item.isDue(in: month) {
      dueThisMonth.append(id)
    } else if let next = month.next, item.isDue(in: next) {
      dueNextMonth.append(id)
    }
  }
}

extension ItemState {
  /// Whether it was returned and not applied for again (退回).
  public var isReturned: Bool { phase == .inProgress && !round.returns.isEmpty }
}
