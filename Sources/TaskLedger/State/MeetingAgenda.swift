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
  /// Open and due in what is left of the month.
  public var dueThisMonth: [ItemID] = []
  /// Open and due in the month after.
  public var dueNextMonth: [ItemID] = []
  /// Standing items without a sign of life in the month.
  public var silent: [ItemID] = []
  /// The gaps raised before the month that nobody has decided.
  public var undecidedGaps: [Ledger.Gap] = []

  /// Gathers the agenda.
  ///
  /// - Parameters:
  ///   - month: The month of the meeting.
  ///   - day: The day to look at, usually that of the meeting.
  ///   - ledger: The ledger as of that day.
  public init(of month: CivilMonth, on day: CivilDate, in ledger: Ledger) {
    self.month = month
    self.day = day
    undecidedGaps = ledger.undecidedGaps.filter { $0.raisedOn.civilMonth < month }
    for state in ledger.liveItems { take(state) }
  }

  private mutating func take(_ state: ItemState) {
    let id = state.id
    if state.isStale { stale.append(id) }
    if state.isReturned { returned.append(id) }
    if state.phase == .submitted { submitted.append(id) }
    guard !state.isSoundlyClosed else { return }
    if state.pendingExtension != nil { pendingExtensions.append(id) }
    if state.isStanding, state.phase == .ongoing || state.due == nil,
      state.lastSignOfLife(in: month) == nil
    {
      silent.append(id)
    }
    guard let due = state.nextDay(onOrAfter: day) ?? state.due else { return }
    if day > due {
      overdue.append(Overdue(item: id, due: due, days: due.days(to: day)))
    } else if due.civilMonth <= month {
      dueThisMonth.append(id)
    } else if due.civilMonth == month.next {
      dueNextMonth.append(id)
    }
  }
}

extension ItemState {
  /// Whether it was returned and not applied for again (退回).
  public var isReturned: Bool { phase == .inProgress && !round.returns.isEmpty }
}
