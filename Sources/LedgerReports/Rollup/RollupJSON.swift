import TaskLedger

/// The province's view for programs; every field is always there.
package struct RollupJSON: Encodable {
  var asOf: String
  var evidenceRead: Bool
  var schools: [School]
  var clauses: [Clause]
  var months: [Month]
  var faults: [Fault]

  /// The view as programs read it.
  package init(_ rollup: Rollup) {
    asOf = rollup.asOf.description
    evidenceRead = rollup.hasReadEvidence
    schools = rollup.schools.map(School.init)
    clauses = rollup.clauses.map(Clause.init)
    months = rollup.months.map(Month.init)
    faults = rollup.faults.map {
      Fault(source: $0.source, code: $0.code, message: $0.words)
    }
  }

  struct School: Encodable {
    var school: String
    var source: String
    var entries: Int
    var head: String
    var headDigest: String
    var laterEntries: Int
    var declared: Bool
    /// The day of declared figures; left out for a log.
    var declaredOn: String?
    var own: [Own]
    var granted: Counts
    var original: Counts
    var verdict: Verdict
    var indicators: Indicators

    init(_ summary: SchoolSummary) {
      school = summary.school
      source = summary.source
      entries = summary.entryCount
      head = summary.headCode
      headDigest = summary.headDigest
      laterEntries = summary.later
      declared = summary.isDeclared
      declaredOn = summary.declaredOn?.description
      own = summary.own.kinds.map {
        Own(kind: $0.rawValue, name: ReportPhrases.words(of: $0), code: summary.own.codes[$0] ?? "")
      }
      granted = Counts(summary.tally, summary.counts)
      original = Counts(summary.originalTally, summary.counts)
      verdict = Verdict(
        passes: summary.passes,
        reasons: summary.reasons.map { Reason(code: $0.code.rawValue, subjects: $0.subjects) })
      indicators = Indicators(
        met: summary.indicators.met, unmet: summary.indicators.unmet,
        notApplicable: summary.indicators.notApplicable,
        undecided: summary.indicators.undecided)
    }
  }

  struct Own: Encodable {
    var kind: String
    var name: String
    var code: String
  }

  struct Counts: Encodable {
    var total: Int
    var mustClose: Int
    var closed: Int
    var dueByDay: Int
    var closedInTime: Int
    var closedLate: Int
    var overdue: Int
    var standing: Int
    var standingAlive: Int
    var undated: Int
    var undatedClosed: Int
    var stale: Int
    var states: [String: Int]
    var completion: Nullable<String>
    var inTime: Nullable<String>
    var overdueRate: Nullable<String>

    init(_ tally: Tally, _ counts: StatusCounts) {
      total = counts.total
      mustClose = tally.mustClose
      closed = tally.closed
      dueByDay = tally.dueByDay
      closedInTime = tally.closedInTime
      closedLate = tally.closedLate
      overdue = tally.overdue
      standing = tally.standing
      standingAlive = tally.standingAlive
      undated = tally.undated
      undatedClosed = tally.undatedClosed
      stale = counts[.stale]
      states = Dictionary(
        uniqueKeysWithValues: ItemStatus.allCases.map { ($0.rawValue, counts[$0]) })
      completion = Nullable(Ratio(tally.closed, of: tally.mustClose).percent)
      inTime = Nullable(Ratio(tally.closedInTime, of: tally.dueByDay).percent)
      overdueRate = Nullable(Ratio(tally.overdue, of: tally.dueByDay).percent)
    }
  }

  struct Verdict: Encodable {
    var passes: Bool
    var reasons: [Reason]
  }

  struct Reason: Encodable {
    var code: String
    var subjects: [String]
  }

  struct Indicators: Encodable {
    var met: Int
    var unmet: Int
    var notApplicable: Int
    var undecided: Int
  }

  struct Clause: Encodable {
    var id: String
    var closed: [String]
    var closedLate: [String]
    var standing: [String]
    var open: [String]
    var overdue: [String]
    var withdrawn: [String]
    var unanswered: [String]

    init(_ line: Rollup.ClauseLine) {
      id = line.id.description
      closed = line.schools[.closed] ?? []
      closedLate = line.schools[.closedLate] ?? []
      standing = line.schools[.standing] ?? []
      open = line.schools[.open] ?? []
      overdue = line.schools[.overdue] ?? []
      withdrawn = line.schools[.withdrawn] ?? []
      unanswered = line.schools[.unanswered] ?? []
    }
  }

  struct Month: Encodable {
    var month: String
    var due: Int
    var closed: Int
    var closedLate: Int
    var open: Int
    var overdue: Int

    init(_ line: Rollup.MonthLine) {
      month = line.month.description
      due = line.counts.due
      closed = line.counts.closed
      closedLate = line.counts.closedLate
      open = line.counts.open
      overdue = line.counts.overdue
    }
  }

  struct Fault: Encodable {
    var source: String
    var code: String
    var message: String
  }
}
