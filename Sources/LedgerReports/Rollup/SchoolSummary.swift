package import TaskLedger

/// What the province keeps of one school's ledger: counts, verdict and where each clause stands.
///
/// Small whatever the ledger's size, so that any number of schools fits in memory.
package struct SchoolSummary: Sendable, Hashable {
  /// Where a school stands with one provincial clause, judged by the items that answer it.
  package enum Standing: String, Sendable, Hashable, CaseIterable {
    /// Every item is soundly closed, each by its due day.
    case closed
    /// Every item is soundly closed, at least one after its due day (逾期销号).
    case closedLate = "closed-late"
    /// Every item is settled, at least one of them sustained.
    case standing
    /// An item is not settled, and none is past its due day.
    case open
    /// An open item is past its due day.
    case overdue
    /// Every item was withdrawn on a superior document.
    case withdrawn
    /// No item answers the clause.
    case unanswered
  }

  /// A kind of reason against 自评通过, with what it is about.
  package struct Reason: Sendable, Hashable {
    /// The stored name of the kind.
    package var code: Code
    /// The numbers of the clauses, items, evidence or indicators, in order, each once: two gaps of
    /// one item hold back one item.
    package private(set) var subjects: [String]

    /// Creates a reason; what is named twice counts once.
    package init(code: Code, subjects: [String]) {
      self.code = code
      self.subjects = Self.once(subjects)
    }

    /// Each number once, where it first stands.
    package static func once(_ subjects: [String]) -> [String] {
      var seen: Set<String> = []
      return subjects.filter { seen.insert($0).inserted }
    }

    /// The kinds, in the order in which a reader looks for them.
    package enum Code: String, Sendable, Hashable, CaseIterable {
      case nothingToJudge = "nothing-to-judge"
      case clauseUnanswered = "clause-unanswered"
      case itemOpen = "item-open"
      case standingWithoutEvidence = "standing-without-evidence"
      case closureStale = "closure-stale"
      case evidenceDamaged = "evidence-damaged"
      case statementHedges = "statement-hedges"
      case gapOpen = "gap-open"
      case indicatorUnmet = "indicator-unmet"
      case indicatorUndecided = "indicator-undecided"
      case indicatorsUnjudged = "indicators-unjudged"
    }
  }

  /// How many indicators were answered how.
  package struct Indicators: Sendable, Hashable {
    /// 达标.
    package var met = 0
    /// 未达标.
    package var unmet = 0
    /// 不适用.
    package var notApplicable = 0
    /// 无法判定.
    package var undecided = 0
  }

  /// What is due in one month.
  package struct Month: Sendable, Hashable {
    /// Items due in the month, after granted extensions.
    package var due = 0
    /// Of those, soundly closed by their day.
    package var closed = 0
    /// Of those, soundly closed later.
    package var closedLate = 0
    /// Of those, open.
    package var open = 0
    /// Of the open ones, past their day.
    package var overdue = 0
  }

  /// The school's name.
  package var school: String
  /// The set of data that its list belongs to; nil for that of the reform of 2020.
  package var set: String?
  /// Where the ledger was read from, as it was named.
  package var source: String
  /// The digest of the first entry: two logs with the same one are copies of one ledger.
  package var origin: String
  /// How many entries the log has.
  package var entryCount: Int
  /// The digest of the last entry.
  package var headDigest: String
  /// The short code that papers of the ledger carry.
  package var headCode: String
  /// How many entries count only after the day.
  package var later: Int
  /// The items by status.
  package var counts: StatusCounts
  /// What the rates are reckoned from, against the days after granted extensions.
  package var tally: Tally
  /// The counts against the days first planned.
  package var originalTally: Tally
  /// Why the school cannot say that it passes; empty when it can.
  package var reasons: [Reason]
  /// The indicators by answer.
  package var indicators: Indicators
  /// Where each clause of the list stands.
  package var clauses: [ClauseID: Standing]
  /// What is due by month.
  package var months: [CivilMonth: Month]
  /// Whether the figures are the school's own, handed in without the log.
  package var isDeclared = false
  /// The day that declared figures speak of, whatever day is asked for; nil for a log.
  package var declaredOn: CivilDate?
  /// What the school uses in place of what is built in.
  package var own = OwnData()

  /// Sums up a ledger.
  ///
  /// - Parameters:
  ///   - input: The ledger as of the day, with the indicators.
  ///   - source: Where it was read from.
  ///   - origin: The digest of its first entry.
  ///   - head: Number and digest of its last entry.
  ///   - later: How many entries count only after the day.
  package init(
    _ input: ReportInput, source: String, origin: String,
    head: (sequence: Int, digest: String), later: Int
  ) {
    let onDay = input.onDay
    let items = onDay.live
    school = input.ledger.school
    set = input.ledger.list?.set
    self.source = source
    self.origin = origin
    entryCount = head.sequence
    headDigest = head.digest
    headCode = input.headCode
    self.later = later
    own = input.own
    counts = onDay.counts
    tally = onDay.tally()
    originalTally = onDay.tally(.original)
    let answers = input.indicatorAnswers
    indicators = Indicators(answers)
    reasons = Reason.grouped(Verdict(ItemLine.all(input), answers: answers, input).reasons)
    clauses = [:]
    let byClause = Dictionary(
      grouping: onDay.items.filter { $0.state.item.clause != nil }, by: \.state.item.clause)
    for clause in input.ledger.list?.clauses ?? [] {
      clauses[clause.id] = Standing(of: (byClause[clause.id] ?? []).map(Standing.Answer.init))
    }
    months = [:]
    for item in items {
      guard let due = item.due else { continue }
      months[due.civilMonth, default: Month()].add(item)
    }
  }

  /// Whether the school can say 自评通过.
  package var passes: Bool { reasons.isEmpty }
}

extension SchoolSummary.Standing {
  /// What of an item counts for the clause that it answers.
  struct Answer: Sendable, Hashable {
    let isLive: Bool
    let isOverdue: Bool
    let isSettled: Bool
    let isSustained: Bool
    let isClosedLate: Bool

    init(_ item: ItemOnDay) {
      isLive = item.isLive
      isOverdue = item.isOverdue
      isSettled = item.isSettled
      isSustained = item.status == .ongoing
      isClosedLate = item.isClosedLate
    }
  }

  init(of answers: [Answer]) {
    let items = answers.filter(\.isLive)
    if items.isEmpty, !answers.isEmpty {
      self = .withdrawn
      return
    }
    if items.contains(where: \.isOverdue) {
      self = .overdue
      return
    }
    let isOpen = !items.allSatisfy(\.isSettled)
    let isStanding = items.contains(where: \.isSustained)
    let isLate = items.contains(where: \.isClosedLate)
    if items.isEmpty {
      self = .unanswered
    } else if isOpen {
      self = .open
    } else {
      self = isStanding ? .standing : isLate ? .closedLate : .closed
    }
  }
}

extension SchoolSummary.Month {
  mutating func add(_ item: ItemOnDay) {
    due += 1
    if item.status == .closed {
      if item.isClosedLate { closedLate += 1 } else { closed += 1 }
    } else {
      open += 1
      if item.isOverdue { overdue += 1 }
    }
  }

  mutating func add(_ other: Self) {
    due += other.due
    closed += other.closed
    closedLate += other.closedLate
    open += other.open
    overdue += other.overdue
  }

  mutating func subtract(_ other: Self) {
    due -= other.due
    closed -= other.closed
    closedLate -= other.closedLate
    open -= other.open
    overdue -= other.overdue
  }
}

extension SchoolSummary.Indicators {
  /// Counts answers; what does not bind yet holds nobody back and is not counted.
  package init(_ answers: [IndicatorAnswer]) {
    for answer in answers where !answer.indicator.isAdvisory {
      switch answer.judgement {
      case .met: met += 1
      case .unmet: unmet += 1
      case .notApplicable: notApplicable += 1
      case .undecided: undecided += 1
      }
    }
  }
}

extension SchoolSummary.Reason {
  static func grouped(_ reasons: [Verdict.Reason]) -> [Self] {
    var subjects: [Code: [String]] = [:]
    for reason in reasons {
      let (code, subject) = named(reason)
      subjects[code, default: []] += subject.map { [$0] } ?? []
    }
    return Code.allCases.compactMap { code in
      subjects[code].map { Self(code: code, subjects: $0) }
    }
  }

  /// The kind of a reason and what it is about.
  static func named(_ reason: Verdict.Reason) -> (Code, String?) {
    switch reason {
    case .nothingToJudge: (.nothingToJudge, nil)
    case .clauseUnanswered(let id): (.clauseUnanswered, id.description)
    case .itemOpen(let id, _, _): (.itemOpen, id.description)
    case .standingWithoutEvidence(let id, _): (.standingWithoutEvidence, id.description)
    case .closureStale(let id): (.closureStale, id.description)
    case .evidenceDamaged(let number): (.evidenceDamaged, number.description)
    case .statementHedges(let id, _): (.statementHedges, id.description)
    case .gapOpen(_, let id): (.gapOpen, id.description)
    case .indicator(let answer):
      if case .undecided = answer.judgement {
        (.indicatorUndecided, answer.indicator.number)
      } else {
        (.indicatorUnmet, answer.indicator.number)
      }
    case .indicatorsUnjudged: (.indicatorsUnjudged, nil)
    }
  }
}
