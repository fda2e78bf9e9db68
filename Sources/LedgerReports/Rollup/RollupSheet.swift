import TaskLedger

/// The province's view as rows of sheets, headings first.
package enum RollupSheet {
  /// One sheet.
  package struct Table: Sendable, Hashable {
    /// The name.
    package var name: String
    /// The rows, headings first.
    package var rows: [[String]]
    /// The columns whose words are names and never figures.
    package var names: Set<Int>
  }

  /// All sheets: schools, clauses by school, months, and what was left out.
  package static func tables(of rollup: Rollup) -> [Table] {
    [
      Table(
        name: ReportPhrases.rollupSheets.schools, rows: schools(of: rollup),
        names: [0, 17, 18, 19, 21, 22]),
      Table(
        name: ReportPhrases.rollupSheets.clauses, rows: clauses(of: rollup),
        names: [0, 1, 2]),
      Table(
        name: ReportPhrases.rollupSheets.months,
        rows: [ReportPhrases.rollupMonthHeadings]
          + rollup.months.map { line in
            [line.month.description]
              + [
                line.counts.due, line.counts.closed, line.counts.closedLate, line.counts.open,
                line.counts.overdue,
              ].map(String.init)
          }, names: [0]),
      Table(
        name: ReportPhrases.rollupSheets.faults,
        rows: [ReportPhrases.rollupFaultHeadings]
          + rollup.faults.map { [$0.source, $0.words] }, names: [0, 1]),
    ]
  }

  /// One row a school.
  package static func schools(of rollup: Rollup) -> [[String]] {
    [ReportPhrases.rollupSchoolHeadings] + rollup.schools.map(row)
  }

  private static func row(_ school: SchoolSummary) -> [String] {
    let tally = school.tally
    let indicators = school.indicators
    let counts = [
      school.counts.total, tally.mustClose, school.counts[.closed], tally.closedInTime,
      tally.closedLate, tally.overdue, school.counts[.stale], school.counts[.ongoing],
      tally.undated,
    ]
    let answers = [
      indicators.met, indicators.unmet, indicators.notApplicable, indicators.undecided,
    ]
    return [school.school] + counts.map(String.init)
      + school.rates.map { $0.granted.percent ?? "" } + answers.map(String.init)
      + [
        ReportPhrases.verdict(passes: school.passes),
        ReportPhrases.words(of: school.reasons, limit: .max),
        school.isDeclared
          ? ReportPhrases.declaredSource(school.source, on: school.declaredOn) : school.source,
        String(school.entryCount), school.headCode, ReportPhrases.words(of: school.own.kinds),
      ]
  }

  private static func clauses(of rollup: Rollup) -> [[String]] {
    var rows = [ReportPhrases.rollupClauseHeadings]
    for line in rollup.clauses {
      for standing in SchoolSummary.Standing.allCases {
        for school in line.schools[standing] ?? [] {
          rows.append([line.id.description, school, ReportPhrases.words(of: standing)])
        }
      }
    }
    return rows
  }
}
