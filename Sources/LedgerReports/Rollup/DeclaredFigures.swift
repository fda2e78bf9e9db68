import TaskLedger

/// The figures that a school's papers rest on, as data (报送数字): what a submission carries in place
/// of the log.
///
/// Stored names are a public contract. Whoever reads them takes the school's word: they are declared
/// and not recomputed from a log.
package struct DeclaredFigures: Codable, Hashable, Sendable {
  /// The kind, which is written next to the version.
  package static let kind = "bundle-figures"

  /// The school.
  package var school: String
  /// The set of data that the list belongs to; absent for that of the reform of 2020.
  package var set: String?
  /// The day they speak of.
  package var asOf: String
  /// The digest of the log's first entry.
  package var origin: String
  /// How many entries the log has.
  package var entries: Int
  /// The digest of its last entry.
  package var headDigest: String
  /// The short form, as papers print it.
  package var headCode: String
  /// How many items are in each state; they add up to all of them.
  package var states: [String: Int]
  /// What the rates are reckoned from, against the days after granted extensions.
  package var granted: Rates
  /// The same against the days first planned.
  package var original: Rates
  /// The items in order.
  package var items: [Item]
  /// The registered figures, sorted by name.
  package var facts: [Fact]
  /// The indicators by answer.
  package var indicators: Indicators
  /// The reasons against passing; empty when it passes.
  package var reasons: [Reason]
  /// Where each clause of the list stands, by number.
  package var clauses: [String: String]
  /// What is due by month.
  package var months: [String: Month]
  /// The indicators declared not applicable; left out by earlier programs.
  package var exemptions: [Exemption]?
  /// What the school uses in place of what is built in, with its short digests; left out by earlier
  /// programs.
  package var own: [String: String]?

  /// An indicator declared not applicable.
  package struct Exemption: Codable, Hashable, Sendable {
    /// Its number.
    package var indicator: String
    /// The department whose union is meant; left out for the school's.
    package var unit: String?
    /// Why.
    package var reason: String
  }

  /// An item.
  package struct Item: Codable, Hashable, Sendable {
    /// The number.
    package var id: String
    /// The clause it answers.
    package var clause: String?
    /// Its state.
    package var status: String
    /// The day it is due after granted extensions.
    package var due: String?
    /// The day it was struck off.
    package var closedOn: String?
    /// Whether it is settled (办妥).
    package var settled: Bool
    /// Whether it is past its own due day and open.
    package var overdue: Bool
  }

  /// A registered figure.
  package struct Fact: Codable, Hashable, Sendable {
    /// What was counted.
    package var name: String
    /// The figure; empty when it does not apply.
    package var value: String
    /// The day it counts on.
    package var on: String
    /// The evidence it rests on.
    package var evidence: String?
    /// Why it does not apply or is exempted.
    package var exemption: String?
  }

  /// What rates are reckoned from.
  package struct Rates: Codable, Hashable, Sendable {
    /// The items that must be closed.
    package var mustClose: Int
    /// Of those, closed.
    package var closed: Int
    /// Those due by the day.
    package var dueByDay: Int
    /// Of those, closed in time.
    package var closedInTime: Int
    /// Of those, closed late.
    package var closedLate: Int
    /// Of those, open and past their day.
    package var overdue: Int
    /// The ones that go on.
    package var standing: Int
    /// Of those, alive.
    package var standingAlive: Int
    /// Those without a day.
    package var undated: Int
    /// Of those, closed.
    package var undatedClosed: Int
    /// All items, withdrawn ones included, as every heading has it.
    package var total: Int
  }

  /// The indicators by answer.
  package struct Indicators: Codable, Hashable, Sendable {
    /// 达标.
    package var met: Int
    /// 未达标.
    package var unmet: Int
    /// 不适用.
    package var notApplicable: Int
    /// 无法判定.
    package var undecided: Int
  }

  /// A kind of reason with what it is about.
  package struct Reason: Codable, Hashable, Sendable {
    /// The stored name of the kind.
    package var code: String
    /// The numbers it is about.
    package var subjects: [String]
  }

  /// What is due in one month.
  package struct Month: Codable, Hashable, Sendable {
    /// Items due.
    package var due: Int
    /// Of those, closed in time.
    package var closed: Int
    /// Of those, closed late.
    package var closedLate: Int
    /// Of those, open.
    package var open: Int
    /// Of the open ones, past their day.
    package var overdue: Int
  }

  /// What does not agree within the figures, in words for a person; empty when all agrees.
  package var contradictions: [String] {
    // Whoever adds them up must not be stopped by a number no school has.
    guard allCounts.allSatisfy({ (0...1_000_000).contains($0) }) else {
      return [ReportPhrases.declaredCounts]
    }
    var found: [String] = []
    let counted = Dictionary(items.map { ($0.status, 1) }, uniquingKeysWith: +)
    if counted != states.filter({ $0.value > 0 }) { found.append(ReportPhrases.declaredStates) }
    let overdue = items.count(where: \.overdue)
    if overdue != granted.overdue { found.append(ReportPhrases.declaredOverdue) }
    if reasons.isEmpty, !items.allSatisfy(\.settled) { found.append(ReportPhrases.declaredVerdict) }
    if reasons.isEmpty, indicators.unmet + indicators.undecided > 0 {
      found.append(ReportPhrases.declaredIndicators)
    }
    if !agreesWithReasons { found.append(ReportPhrases.declaredReasons) }
    return found
  }

  /// Earlier programs left what was withdrawn out of the total of the rates: puts it in.
  package mutating func countWithdrawn() {
    let withdrawn = states[ItemStatus.withdrawn.rawValue] ?? 0
    for path in [\DeclaredFigures.granted, \DeclaredFigures.original]
    where self[keyPath: path].total == self[keyPath: path].live {
      self[keyPath: path].total += withdrawn
    }
  }

  /// Every count, to be looked at before any two are added.
  private var allCounts: [Int] {
    var counts = [
      entries, indicators.met, indicators.unmet, indicators.notApplicable, indicators.undecided,
    ]
    counts += states.values
    for rates in [granted, original] {
      counts += [
        rates.mustClose, rates.closed, rates.dueByDay, rates.closedInTime, rates.closedLate,
        rates.overdue, rates.standing, rates.standingAlive, rates.undated, rates.undatedClosed,
        rates.total,
      ]
    }
    for month in months.values {
      counts += [month.due, month.closed, month.closedLate, month.open, month.overdue]
    }
    return counts
  }

  /// Whether the reasons name exactly the items that are not settled and the clauses that none
  /// answers: a reason left out would let a verdict look better than its data.
  private var agreesWithReasons: Bool {
    func subjects(_ codes: [SchoolSummary.Reason.Code]) -> [String] {
      let names = Set(codes.map(\.rawValue))
      return reasons.filter { names.contains($0.code) }.flatMap(\.subjects).sorted()
    }
    let open = items.filter { !$0.settled }.map(\.id).sorted()
    let unanswered = clauses.filter { $0.value == SchoolSummary.Standing.unanswered.rawValue }
      .map(\.key).sorted()
    // A ★ row that was declared away does not let a school pass either, nor a ▲ row without proof.
    let unmet =
      indicators.unmet...(indicators.unmet + indicators.notApplicable + indicators.met)
    return subjects([.itemOpen, .standingWithoutEvidence, .closureStale]) == open
      && subjects([.clauseUnanswered]) == unanswered
      && unmet.contains(subjects([.indicatorUnmet]).count)
      && subjects([.indicatorUndecided]).count == indicators.undecided
  }
}

extension DeclaredFigures {
  /// The figures of a ledger.
  ///
  /// - Parameters:
  ///   - input: The ledger as of the day, with the indicators.
  ///   - origin: The digest of its first entry.
  ///   - head: Number and digest of its last entry.
  package init(_ input: ReportInput, origin: String, head: (sequence: Int, digest: String)) {
    let summary = SchoolSummary(input, source: "", origin: origin, head: head, later: 0)
    school = summary.school
    set = summary.set
    asOf = input.asOf.description
    self.origin = origin
    entries = head.sequence
    headDigest = head.digest
    headCode = input.headCode
    states = Dictionary(
      uniqueKeysWithValues: ItemStatus.allCases.map { ($0.rawValue, summary.counts[$0]) })
    granted = Rates(summary.tally, total: summary.counts.total)
    original = Rates(summary.originalTally, total: summary.counts.total)
    items = input.onDay.items.map { item in
      Item(
        id: item.id.description, clause: item.state.item.clause?.description,
        status: item.status.rawValue, due: item.due?.description,
        closedOn: item.state.closedOn?.description, settled: item.isSettled,
        overdue: item.isOverdue)
    }
    facts = input.ledger.facts.keys.sorted().compactMap { name in
      input.ledger.facts[name]?.last.map {
        Fact(
          name: name, value: $0.value, on: $0.on.description, evidence: $0.evidence?.description,
          exemption: $0.exemption)
      }
    }
    indicators = Indicators(summary.indicators)
    exemptions = input.ledger.exemptions.map { key, reason in
      Exemption(indicator: key.indicator, unit: key.unit, reason: reason)
    }.sorted { ($0.indicator, $0.unit ?? "") < ($1.indicator, $1.unit ?? "") }
    own = Dictionary(uniqueKeysWithValues: input.own.codes.map { ($0.key.rawValue, $0.value) })
    reasons = summary.reasons.map { Reason(code: $0.code.rawValue, subjects: $0.subjects) }
    clauses = Dictionary(
      uniqueKeysWithValues: summary.clauses.map { ($0.key.description, $0.value.rawValue) })
    months = Dictionary(
      uniqueKeysWithValues: summary.months.map { month, counts in
        (
          month.description,
          Month(
            due: counts.due, closed: counts.closed, closedLate: counts.closedLate,
            open: counts.open, overdue: counts.overdue)
        )
      })
  }
}

extension DeclaredFigures.Rates {
  init(_ tally: Tally, total: Int) {
    self.init(
      mustClose: tally.mustClose, closed: tally.closed, dueByDay: tally.dueByDay,
      closedInTime: tally.closedInTime, closedLate: tally.closedLate, overdue: tally.overdue,
      standing: tally.standing, standingAlive: tally.standingAlive, undated: tally.undated,
      undatedClosed: tally.undatedClosed, total: total)
  }

  /// All that still count: what must be closed, goes on or has no day.
  var live: Int { mustClose + standing + undated }

  /// The same as the ledger counts.
  var tally: Tally {
    var tally = Tally()
    tally.total = live
    tally.mustClose = mustClose
    tally.closed = closed
    tally.dueByDay = dueByDay
    tally.closedInTime = closedInTime
    tally.closedLate = closedLate
    tally.overdue = overdue
    tally.standing = standing
    tally.standingAlive = standingAlive
    tally.undated = undated
    tally.undatedClosed = undatedClosed
    return tally
  }
}

extension SchoolSummary {
  /// The summary of a school that hands in figures in place of its log: declared, not recomputed.
  ///
  /// - Parameters:
  ///   - figures: What the school declares.
  ///   - source: Where it was read from.
  package init(declared figures: DeclaredFigures, source: String) {
    school = figures.school
    set = figures.set
    self.source = source
    origin = figures.origin
    entryCount = figures.entries
    headDigest = figures.headDigest
    headCode = figures.headCode
    later = 0
    counts = StatusCounts(
      declared: Dictionary(
        figures.states.compactMap { name, count in ItemStatus(rawValue: name).map { ($0, count) } },
        uniquingKeysWith: +))
    tally = figures.granted.tally
    originalTally = figures.original.tally
    reasons = figures.reasons.compactMap { reason in
      Reason.Code(rawValue: reason.code).map { Reason(code: $0, subjects: reason.subjects) }
    }
    indicators = Indicators(
      met: figures.indicators.met, unmet: figures.indicators.unmet,
      notApplicable: figures.indicators.notApplicable, undecided: figures.indicators.undecided)
    clauses = Dictionary(
      figures.clauses.compactMap { id, standing in
        ClauseID(id).flatMap { id in Standing(rawValue: standing).map { (id, $0) } }
      }, uniquingKeysWith: { first, _ in first })
    months = Dictionary(
      figures.months.compactMap { month, counts in
        CivilMonth(month).map { month in
          var line = Month()
          line.due = counts.due
          line.closed = counts.closed
          line.closedLate = counts.closedLate
          line.open = counts.open
          line.overdue = counts.overdue
          return (month, line)
        }
      }, uniquingKeysWith: { first, _ in first })
    isDeclared = true
    declaredOn = CivilDate(figures.asOf)
    own = OwnData(
      Dictionary(
        (figures.own ?? [:]).compactMap { kind, code in
          OwnData.Kind(rawValue: kind).map { ($0, code) }
        }, uniquingKeysWith: { first, _ in first })
    )
  }
}

extension DeclaredFigures.Indicators {
  /// The same as the summary counts.
  package init(_ counts: SchoolSummary.Indicators) {
    self.init(
      met: counts.met, unmet: counts.unmet, notApplicable: counts.notApplicable,
      undecided: counts.undecided)
  }
}
