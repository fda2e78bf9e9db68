import Foundation
import LedgerReports
import TaskLedger
import TestSupport
import Testing

/// Derived rows: as of any day they say what the ledger folded as of that day says.
struct LedgerRowsTests {
  /// A row as any reader of JSON sees it.
  private struct Row: Decodable {
    var kind: String
    var school: String
    var validFrom: String?
    var validTo: String?
    var item: String?
    var status: String?
    var settled: Bool?
    var overdue: Bool?
    var silent: Bool?
    var pastTarget: Bool?
    var due: String?
    var daysLate: Int?
    var clause: String?
    var standing: String?
    var month: String?
    var monthDue: Int?
    var monthClosed: Int?
    var monthClosedLate: Int?
    var monthOpen: Int?
    var monthOverdue: Int?
    var reason: String?
    var subject: String?
    var judgement: String?
    var timing: String?
    var originalTiming: String?

    func holds(on day: String) -> Bool {
      (validFrom ?? "") <= day && validTo.map { $0 >= day } ?? true
    }
  }

  private func rows(
    of school: RandomSchool, _ profile: ReformProfile = ReformProfile()
  ) throws -> [Row] {
    let bytes = LedgerRows(
      of: school.entries, origin: "o", head: (code: "c", digest: "d"),
      indicators: MadeUpLedgers.indicators, departments: DepartmentDirectory([]),
      hedges: profile.hedges
    ).bytes
    return try String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      try JSONDecoder().decode(Row.self, from: Data($0.utf8))
    }
  }

  /// What is compared of a day, from either side.
  private struct View: Equatable {
    var items: [String: [String]] = [:]
    var clauses: [String: String] = [:]
    var months: [String: [Int]] = [:]
    var reasons: Set<String> = []
    var judgements: [String: Int] = [:]
    var timings: [String: Int] = [:]

    init(_ rows: [Row], on day: String) {
      for row in rows where row.holds(on: day) {
        switch row.kind {
        case "item":
          items[row.item ?? ""] = [
            row.status ?? "", "\(row.settled ?? false)", "\(row.overdue ?? false)",
            "\(row.silent ?? false)", "\(row.pastTarget ?? false)", row.due ?? "",
            row.daysLate.map(String.init) ?? "",
          ]
          timings["\(row.timing ?? "")", default: 0] += 1
          timings["original \(row.originalTiming ?? "")", default: 0] += 1
        case "clause": clauses[row.clause ?? ""] = row.standing
        case "month":
          months[row.month ?? ""] = [
            row.monthDue, row.monthClosed, row.monthClosedLate, row.monthOpen, row.monthOverdue,
          ].map { $0 ?? -1 }
        case "reason": reasons.insert("\(row.reason ?? "") \(row.subject ?? "")")
        case "indicator": judgements[row.judgement ?? "", default: 0] += 1
        default: break
        }
      }
    }

    init(_ school: RandomSchool, on day: CivilDate, _ profile: ReformProfile) {
      let input = ReportInput(
        ledger: Ledger.folding(school.entries, asOf: day), asOf: day,
        indicators: MadeUpLedgers.indicators, profile: profile)
      let summary = SchoolSummary(
        input, source: "", origin: "o", head: (sequence: 1, digest: "d"), later: 0)
      for item in input.onDay.items {
        items["\(item.id)"] = [
          item.status.rawValue, "\(item.isSettled)", "\(item.isOverdue)", "\(item.isSilent)",
          "\(item.isPastTarget)", item.due.map { "\($0)" } ?? "",
          item.lateDays.map(String.init) ?? "",
        ]
      }
      for (clause, standing) in summary.clauses { clauses["\(clause)"] = standing.rawValue }
      for (month, counts) in summary.months {
        months["\(month)"] = [
          counts.due, counts.closed, counts.closedLate, counts.open, counts.overdue,
        ]
      }
      for reason in summary.reasons {
        let code = reason.code.rawValue
        reasons.formUnion(reason.subjects.isEmpty ? ["\(code) "] : [])
        reasons.formUnion(reason.subjects.map { "\(code) \($0)" })
      }
      let indicators = summary.indicators
      judgements = [
        "met": indicators.met, "unmet": indicators.unmet,
        "not-applicable": indicators.notApplicable, "undecided": indicators.undecided,
      ].filter { $0.value > 0 }
      let withdrawn = summary.counts.total - summary.tally.total
      for (name, tally) in [("", summary.tally), ("original ", summary.originalTally)] {
        timings[name] = withdrawn
        timings[name + "overdue"] = tally.overdue
        timings[name + "late"] = tally.closedLate
        timings[name + "in-time"] = tally.closedInTime
        timings[name + "due-today"] =
          tally.dueByDay - tally.overdue - tally.closedLate - tally.closedInTime
        timings[name + "ahead-closed"] = tally.closed - tally.closedLate - tally.closedInTime
        timings[name + "undated-closed"] = tally.undatedClosed
        timings[name + "undated"] = tally.undated - tally.undatedClosed
        timings[name + "standing-alive"] = tally.standingAlive
        timings[name + "standing"] = tally.standing - tally.standingAlive
        timings[name + "ahead"] =
          tally.mustClose - tally.dueByDay - (timings[name + "ahead-closed"] ?? 0)
      }
      timings = timings.filter { $0.value > 0 }
    }
  }

  @Test(arguments: 0..<24)
  func `rows give every day what the ledger folded as of that day gives`(seed: Int) throws {
    let school = try RandomSchool(seed: seed, name: "样例学院", length: 30 + seed * 5)
    try compare(school, ReformProfile())
  }

  @Test(.bug(id: "proof", "a figure whose evidence was declared void still passed as proved"))
  func `a figure is unproved from the day on which its evidence is declared void`() throws {
    var scenario = try LedgerScenario()
    let number = try #require(EvidenceNumber("证-1.1-01"))
    try scenario.attach(try #require(ItemID("1.1")), "人员名单", on: "2020-06-10")
    try scenario.run(
      .recordFact(name: "工作人员", value: "31", evidence: number, exemption: nil), by: "校团委",
      on: "2020-06-12")
    try scenario.run(.voidEvidence(number, reason: "有误"), by: "学工部", on: "2020-07-05")
    let table = IndicatorTable.read(
      rows: TableRows.of("|编号|★|指标|条件|\n|7|▲|人数|工作人员 ≤ 40|\n")
    ).table
    let bytes = LedgerRows(
      of: scenario.entries, origin: "o", head: (code: "c", digest: "d"), indicators: table,
      departments: DepartmentDirectory([]), hedges: .common
    ).bytes
    let rows = try String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      try JSONDecoder().decode(Row.self, from: Data($0.utf8))
    }
    let days = ["2020-06-11", "2020-06-12", "2020-07-04", "2020-07-05", "2020-09-01"]
    let unproved = days.filter { day in
      rows.contains { $0.kind == "reason" && $0.subject == "7" && $0.holds(on: day) }
    }
    #expect(unproved == ["2020-06-11", "2020-07-05", "2020-09-01"])
  }

  // Schools in which somebody closed an item with the words.
  @Test(arguments: [0, 3, 4, 5])
  func `rows of a work with hedges of its own are of those hedges`(seed: Int) throws {
    let school = try RandomSchool(seed: seed, name: "样例学院", length: 80 + seed * 20)
    let table = "| 项目 | 内容 |\n|---|---|\n| 含糊词 | 见附件 |\n"
    let profile = ReformProfile.read(rows: TableRows.of(table)).profile
    let reasons = try [profile, ReformProfile()].map { profile in
      Set(try rows(of: school, profile).map { "\($0.reason ?? "") \($0.subject ?? "")" })
    }
    #expect(reasons[0] != reasons[1])
    try compare(school, profile)
  }

  private func compare(_ school: RandomSchool, _ profile: ReformProfile) throws {
    let rows = try rows(of: school, profile)
    let first = try #require(school.entries.map(\.effective).min())
    for step in 0..<60 {
      // Near each other at first, then further apart, long past the last entry.
      let distance = step < 40 ? step * 5 : 200 + (step - 40) * 29
      let day = try #require(CivilDate(dayNumber: first.dayNumber + distance))
      let found = View(rows, on: "\(day)")
      let wanted = View(school, on: day, profile)
      guard found != wanted else { continue }
      #expect(found.items == wanted.items, "\(day)")
      #expect(found.clauses == wanted.clauses, "\(day)")
      #expect(found.months == wanted.months, "\(day)")
      #expect(found.reasons.symmetricDifference(wanted.reasons) == [], "\(day)")
      #expect(found.judgements == wanted.judgements, "\(day)")
      #expect(found.timings == wanted.timings, "\(day)")
      return
    }
  }

  @Test func `what holds has no gap and no overlap, and changes from one row to the next`() throws {
    let school = try RandomSchool(seed: 7, name: "样例学院", length: 200)
    let spans = Dictionary(
      grouping: try rows(of: school).filter { $0.kind == "item" },
      by: { $0.item ?? "" })
    #expect(spans.count > 20)
    for rows in spans.values {
      for (earlier, later) in zip(rows, rows.dropFirst()) {
        let end = try #require(earlier.validTo.flatMap { CivilDate($0) })
        let start = try #require(later.validFrom.flatMap { CivilDate($0) })
        #expect(end < start)
      }
      #expect(rows.dropLast().allSatisfy { $0.validTo != nil })
    }
  }

  @Test func `a name full of signs stays one line of JSON`() throws {
    let name = "样\"例\\\n\u{1}\u{202E}学院"
    let school = try RandomSchool(seed: 1, name: name, length: 5)
    let rows = try rows(of: school)
    #expect(rows.allSatisfy { $0.school == name })
  }

  @Test func `declared rows are of the school and head that the figures name`() throws {
    let school = try RandomSchool(seed: 3, name: "样例学院", length: 20)
    let bytes = LedgerRows(
      of: school.entries, origin: "o", head: (code: "3-c", digest: "d"),
      indicators: MadeUpLedgers.indicators, departments: DepartmentDirectory([]), hedges: .common
    ).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    func declared(_ text: String, school: String = "样例学院", digest: String = "d") -> String? {
      LedgerRows.declared(Array(text.utf8), school: school, headDigest: digest)
        .map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(declared(text) == text)
    #expect(declared(text, school: "乙学院") == nil)
    #expect(declared(text, digest: "e") == nil)
    #expect(declared(text.replacing("{\"kind\":\"item\"", with: "{\"kind\":\"none\"")) == nil)
    #expect(
      declared(text.replacing("\"head\":\"3-c\",\"validFrom\"", with: "\"x\":1,\"validFrom\""))
        == nil)
    #expect(declared(String(text.dropLast(9))) == nil)
    #expect(declared("") == nil)
  }
}
