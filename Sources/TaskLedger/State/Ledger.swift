/// The state of a ledger: always the fold of its events, never stored.
///
/// `events.reduce(into: Ledger()) { $0.apply($1) }`; folding a + b is folding b onto the fold of a.
///
/// Invariant: `unplaced` and `undone` hold sequences that were folded.
public struct Ledger: Sendable, Hashable {
  /// The school's name.
  public var school = ""
  /// Who may review.
  public var reviewers: [String] = []
  /// The provincial list; nil before it is adopted.
  public var list: TaskList?
  /// The plan as last imported; nil before.
  public var plan: PlanHeader?
  /// The digests of every plan imported, so that the same file is known again.
  public var importedSources: [String] = []
  /// The document numbers of the list in force and of those that it replaced, in order.
  public internal(set) var listNumbers: [String] = []
  /// The items by id and in order.
  public var items = ItemStates()
  /// The gaps in order of number.
  public var gaps: [Gap] = []
  /// The months opened or sealed.
  public var meetings: [CivilMonth: Meeting] = [:]
  /// The counted figures of each name in order of the days they count on.
  public var facts: [String: [Fact]] = [:]
  /// The sequence of the last entry folded; 0 when there is none.
  public var headSequence = 0
  /// The latest day an entry counts on; entries that were taken back do not count.
  public var latestEffective: CivilDate?
  /// The registered people by name.
  public var members: [String: Member] = [:]
  /// The indicators declared not applicable, with the reason.
  public var exemptions: [IndicatorExemption: String] = [:]
  /// The office's own words, the latest of each part.
  public var texts: [OfficeText.Part: OfficeText] = [:]
  /// The reminders sent to departments, in order of number.
  public var reminders: [Reminder] = []
  /// The same of the entries that concern no item.
  var latestOfWhole: CivilDate?
  /// The entries that fit nothing, such as a note on an item the fold has not seen or a closure of
  /// an item that was not applied for; they change nothing.
  ///
  /// Empty for every log that ``decide(_:in:on:)`` made. A fold as of an early day also lists work
  /// that counts before the item was imported.
  public var unplaced: [Int] = []
  /// The entries that were taken back.
  public var undone: [Int] = []
  /// The day the ledger is looked at; nil for all entries.
  public private(set) var asOf: CivilDate?

  /// Creates the state before the first entry.
  ///
  /// - Parameter day: The day the ledger is looked at: a change recorded later makes no closure
  ///   stale before it was recorded. Nil for all entries.
  public init(asOf day: CivilDate? = nil) { asOf = day }

  /// A gap found at a meeting (差距短板).
  public struct Gap: Sendable, Hashable {
    /// The number, from 1.
    public var number: Int
    /// What is lacking.
    public var text: String
    /// The item it concerns.
    public var item: ItemID?
    /// Who must mend it.
    public var owner: String
    /// By when.
    public var due: CivilDate?
    /// The day it was raised.
    public var raisedOn: CivilDate
    /// How and when it was resolved.
    public var resolution: String?
    /// The day it was resolved.
    public var resolvedOn: CivilDate?
  }

  /// A monthly meeting (例会).
  public struct Meeting: Sendable, Hashable {
    /// The day it was opened.
    public var openedOn: CivilDate?
    /// The seal, once the month is closed.
    public var seal: MonthSealed?
    /// The entry of the seal.
    public var sealSequence: Int?
    /// Who was there, each once, in the order in which they were named.
    public var attendance: [String] = []
    /// What was decided, in order of number.
    public var decisions: [MeetingDecision] = []

    /// Creates a meeting that was not opened yet.
    public init() {}
  }

  /// Something a meeting decided (议定事项), with what became of it.
  public struct MeetingDecision: Sendable, Hashable {
    /// What was decided, by whom and by when.
    public var decided: MeetingDecided
    /// The day it was recorded.
    public var on: CivilDate
    /// What became of it; nil until it is told.
    public var result: String?
    /// The day that was told.
    public var settledOn: CivilDate?
  }

  /// A sheet sent to a department, with its answer.
  public struct Reminder: Sendable, Hashable {
    /// What it said.
    public var sent: ReminderSent
    /// The day it was sent.
    public var on: CivilDate
    /// The answer; nil until there is one.
    public var answer: String?
    /// The day of the answer.
    public var answeredOn: CivilDate?
  }

  /// What is declared not applicable (不适用): an indicator, or that of one department's union.
  public struct IndicatorExemption: Sendable, Hashable {
    /// The number of the indicator.
    public var indicator: String
    /// The department whose union is meant; nil for the school's.
    public var unit: String?

    /// Creates a key.
    public init(indicator: String, unit: String? = nil) {
      self.indicator = indicator
      self.unit = unit
    }
  }

  /// A counted figure (实有).
  public struct Fact: Sendable, Hashable {
    /// The figure as written.
    public var value: String
    /// The evidence it rests on.
    public var evidence: EvidenceNumber?
    /// The reason for which the indicator does not apply.
    public var exemption: String?
    /// The day it counts on.
    public var on: CivilDate
    /// The day it was recorded.
    public var recordedOn: CivilDate
    /// Who recorded it.
    public var actor: String
    /// Where it is from, such as a cell of a file; nil when it was entered by hand.
    public var source: String?
  }
}

extension Ledger {
  /// Looks at the ledger on another day without folding it again; whoever looks applies the entries
  /// that count on that day and not before.
  ///
  /// - Parameter day: The day; every entry applied so far counts by then.
  public mutating func look(on day: CivilDate) {
    asOf = day
    items.look(on: day)
  }

  /// The items in order.
  public var itemsInOrder: [ItemState] { items.inOrder }

  /// The ids in order: the province's clauses, then the school's own.
  public var order: [ItemID] { items.ids }

  /// The items that still count, in order.
  public var liveItems: [ItemState] { itemsInOrder.filter(\.isLive) }

  /// The state of an item, or nil.
  public subscript(id: ItemID) -> ItemState? { items[id] }

  /// The provincial deadline of an item; nil when it answers no clause.
  public func provincialDeadline(of item: Item) -> Deadline? {
    item.clause.flatMap { list?.clause($0)?.deadline }
  }

  /// The state folded from entries, in order.
  public static func folding(_ entries: some Sequence<EventEnvelope>) -> Ledger {
    entries.reduce(into: Ledger()) { $0.apply($1) }
  }

  /// The state as of a day: the fold of the entries that count on or before it.
  public static func folding(_ entries: some Sequence<EventEnvelope>, asOf day: CivilDate)
    -> Ledger
  {
    entries.reduce(into: Ledger(asOf: day)) { if $1.effective <= day { $0.apply($1) } }
  }

  /// What the checks look at; nil before a list is adopted.
  public var checkContext: CheckContext? {
    list.map { list in
      var confirmed: [ItemID: Set<FindingCode>] = [:]
      for state in liveItems where !state.confirmed.isEmpty {
        confirmed[state.id] = Set(state.confirmedCodes)
      }
      let withdrawn = itemsInOrder.filter { $0.phase == .withdrawn && $0.droppedReason == nil }
      return CheckContext(
        items: liveItems.map(\.item), list: list, plan: plan, confirmed: confirmed,
        withdrawn: Set(withdrawn.compactMap(\.item.clause)))
    }
  }
}
