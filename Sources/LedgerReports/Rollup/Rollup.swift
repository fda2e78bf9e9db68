package import TaskLedger

/// The view of many schools from above (汇总): by school, by clause and by month of deadline.
///
/// The same ledgers give the same value, in whatever order they were named or read.
///
/// Invariant: no two schools are of one ledger or of one name; whatever was left out stands under
/// `faults` with its reason.
package struct Rollup: Sendable, Hashable {
  /// A ledger that is not in the figures.
  package struct Fault: Error, Sendable, Hashable {
    /// Where it was read from, as it was named.
    package var source: String
    /// Why it was left out.
    package var reason: Reason

    /// Why a ledger was left out.
    package enum Reason: Sendable, Hashable {
      /// It cannot be read, or is not what it was: the code and words of the finding.
      case unreadable(code: String, message: String)
      /// The same log was read from another place.
      case sameLog(as: String)
      /// An earlier copy of a ledger that was read from another place.
      case olderCopy(of: String)
      /// Another ledger bears the same school's name; none of them is counted.
      case sameSchool(as: String)
    }

    /// Creates a fault.
    package init(source: String, reason: Reason) {
      self.source = source
      self.reason = reason
    }
  }

  /// One clause over all schools.
  package struct ClauseLine: Sendable, Hashable {
    /// The clause.
    package var id: ClauseID
    /// The schools by where they stand, each in order of name.
    package var schools: [SchoolSummary.Standing: [String]]

    /// How many schools stand so.
    package func count(_ standing: SchoolSummary.Standing) -> Int {
      schools[standing]?.count ?? 0
    }
  }

  /// One month of deadlines over all schools.
  package struct MonthLine: Sendable, Hashable {
    /// The month.
    package var month: CivilMonth
    /// The counts.
    package var counts: SchoolSummary.Month
  }

  /// The day the figures speak of.
  package var asOf: CivilDate
  /// Whether evidence files were read and compared.
  package var hasReadEvidence: Bool
  /// The words of the work that all of them belong to, or general ones.
  package var profile = ReformProfile()
  /// The schools in order of name.
  package var schools: [SchoolSummary]
  /// What was left out, in order of source.
  package var faults: [Fault]
  /// The clauses in order.
  package var clauses: [ClauseLine]
  /// The months in order.
  package var months: [MonthLine]

  /// Puts schools together.
  ///
  /// Of copies of one ledger the longest counts; of equals one with its log, then that of the latest
  /// day, then the one whose source comes first. Of two ledgers under one school's name none counts:
  /// a longer one could be anybody's.
  package init(
    _ summaries: [SchoolSummary], faults: [Fault], asOf: CivilDate, hasReadEvidence: Bool
  ) {
    self.asOf = asOf
    self.hasReadEvidence = hasReadEvidence
    var left = faults
    var byOrigin: [String: SchoolSummary] = [:]
    let longestFirst = summaries.sorted { (one, other) in
      let days = (one.declaredOn?.description ?? "", other.declaredOn?.description ?? "")
      return (other.entryCount, one.isDeclared ? 1 : 0, days.1, one.source)
        < (one.entryCount, other.isDeclared ? 1 : 0, days.0, other.source)
    }
    for summary in longestFirst {
      if let other = byOrigin[summary.origin] {
        left.append(
          Fault(
            source: summary.source,
            reason: other.headDigest == summary.headDigest
              ? .sameLog(as: other.source) : .olderCopy(of: other.source)))
      } else {
        byOrigin[summary.origin] = summary
      }
    }
    var schools: [SchoolSummary] = []
    for group in Dictionary(
      grouping: byOrigin.values, by: { TextFolding.compact($0.school) }
    ).values {
      let names = group.map(\.source).sorted()
      if group.count == 1 { schools += group }
      for summary in group where group.count > 1 {
        let other = names.first { $0 != summary.source } ?? ""
        left.append(Fault(source: summary.source, reason: .sameSchool(as: other)))
      }
    }
    self.schools = schools.sorted { ($0.school, $0.source) < ($1.school, $1.source) }
    self.faults = left.sorted { $0.source < $1.source }
    clauses = Self.clauses(of: self.schools)
    months = Self.months(of: self.schools)
  }

  /// The items of all schools by status.
  package var counts: StatusCounts {
    schools.reduce(into: StatusCounts()) { $0.add($1.counts) }
  }

  /// What the rates of all schools together are reckoned from.
  package var tally: Tally { schools.reduce(into: Tally()) { $0.add($1.tally) } }

  /// The counts of all schools against the days first planned.
  package var originalTally: Tally {
    schools.reduce(into: Tally()) { $0.add($1.originalTally) }
  }

  private static func clauses(of schools: [SchoolSummary]) -> [ClauseLine] {
    var lines: [ClauseID: ClauseLine] = [:]
    for school in schools {
      for (id, standing) in school.clauses {
        lines[id, default: ClauseLine(id: id, schools: [:])]
          .schools[standing, default: []].append(school.school)
      }
    }
    return lines.values.sorted { $0.id < $1.id }
  }

  private static func months(of schools: [SchoolSummary]) -> [MonthLine] {
    var counts: [CivilMonth: SchoolSummary.Month] = [:]
    for school in schools {
      for (month, own) in school.months { counts[month, default: .init()].add(own) }
    }
    return counts.sorted { $0.key < $1.key }.map { MonthLine(month: $0.key, counts: $0.value) }
  }
}
