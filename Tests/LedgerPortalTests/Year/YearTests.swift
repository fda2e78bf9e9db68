import Foundation
import TestSupport
import Testing

@testable import LedgerPortal

/// One school's year, lived through once by the command line, once by sheets and once by the page:
/// what is on paper does not tell which.
///
/// All three have the same people, days and files, so every entry must be the same but for the cell
/// that a sheet names, and every paper but for the code of the log that holds those cells.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["XIAOHAO_STRICT"] == "1" || Python.has("openpyxl"),
    Python.absence(of: "openpyxl")))
struct YearTests {
  /// What a year left behind.
  struct Year: Sendable {
    /// Every paper, list and export by day and name.
    var papers: [String: String] = [:]
    /// The entries as they are stored, without the digests of those before.
    var entries: [String] = []
    /// The files of what was handed in.
    var handedIn: [String: [UInt8]] = [:]
    /// What a province reckons from the ledger, its backup and what was handed in.
    var rollups: [String: String] = [:]
  }

  private enum Way: CaseIterable { case commands, sheets, page }

  @Test func `the same year by three ways gives the same papers`() async throws {
    async let byCommands = Self.live(.commands)
    async let bySheets = Self.live(.sheets)
    async let byPage = Self.live(.page)
    let (commands, sheets, page) = try await (byCommands, bySheets, byPage)

    // Nothing at all tells the page from the command line.
    Self.expectSame(commands, page, wayShows: false)
    // A sheet's cell stands in the log, and so the code of the log differs; nothing else does.
    Self.expectSame(commands, sheets, wayShows: true)
    #expect(sheets.entries.count { $0.contains("填报表-") } > 60)
    let codes = commands.papers.values.joined().matches(of: /\d+-[0-9a-f]{12}/).count
    #expect(codes > 50)

    #expect(commands.papers.count > 90)
    let evaluation = try #require(commands.papers["2020-10-12 self-evaluation"])
    #expect(evaluation.contains("尚不能作出自评通过的结论") && evaluation.contains("2.2"))
  }

  /// Compares two years, byte for byte; where the way shows, without what names it.
  private static func expectSame(
    _ one: Year, _ other: Year, wayShows: Bool,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    func sieve(_ text: String, of name: String = "") -> String {
      wayShows ? withoutWay(text, of: name) : text
    }
    for (place, pair) in zip(one.entries, other.entries).enumerated()
    where sieve(pair.0) != sieve(pair.1) {
      Issue.record("entry \(place + 1)\n\(pair.0)\n\(pair.1)", sourceLocation: sourceLocation)
      break
    }
    #expect(one.entries.count == other.entries.count, sourceLocation: sourceLocation)
    for (left, right) in [(one.papers, other.papers), (one.rollups, other.rollups)] {
      #expect(left.keys.sorted() == right.keys.sorted(), sourceLocation: sourceLocation)
      for name in left.keys.sorted() {
        let (first, second) = (
          sieve(left[name] ?? "", of: name), sieve(right[name] ?? "", of: name)
        )
        guard first != second else { continue }
        let lines = zip(first.split(separator: "\n"), second.split(separator: "\n"))
          .first { $0 != $1 }
        Issue.record(
          "\(name):\n\(lines?.0 ?? "one ends")\n\(lines?.1 ?? "")", sourceLocation: sourceLocation)
      }
    }
    #expect(
      one.handedIn.keys.sorted() == other.handedIn.keys.sorted(), sourceLocation: sourceLocation)
    for (name, bytes) in one.handedIn {
      let others = other.handedIn[name] ?? []
      guard bytes != others else { continue }
      // A workbook holds the code of the log, and lists of digests those of papers with the code.
      let holdsCode = name.hasSuffix(".xlsx") || name.hasPrefix("MANIFEST")
      let pair = [bytes, others].map {
        String(validating: $0, as: UTF8.self).map { text in
          name == "bundle.json" ? sieve(text).replacing(/[0-9a-f]{64}/, with: "") : sieve(text)
        }
      }
      let isSame = wayShows && (holdsCode || pair[0] != nil && pair[0] == pair[1])
      #expect(isSame, "\(name)", sourceLocation: sourceLocation)
    }
  }

  /// A text without what names the way in: the cell of a sheet, and the code of the log, which every
  /// cell in it changes.
  private static func withoutWay(_ text: String, of name: String) -> String {
    let plain = text.replacing(/,?"source":"[^"]*填报表-[^"]*"/, with: "")
      .replacing(/,?"source":"审核表-[^"]*"/, with: "")
      .replacing(/\b\d+-[0-9a-f]{12}\b/, with: "校验码")
      // What is named by a digest of a paper or of the log, and so of the code.
      .replacing(/"(headDigest|paper)" ?: ?"[0-9a-f]{64}"/, with: "")
    guard name.hasSuffix("history") else { return plain }
    // The history names the cell beside what was entered, and its columns are as wide as that.
    return plain.replacing(/（来自 [^）]*）/, with: "").replacing(/─+/, with: "─")
      .replacing(/\ +/, with: " ").replacing(" \n", with: "\n")
  }

  // MARK: - Living through it

  private static func live(_ way: Way) async throws -> Year {
    let office = try YearOffice()
    office.begin("2020-07-20")
    try office.open()
    switch way {
    case .commands: return try await walk(CommandLineDoor(), office)
    case .sheets: return try await walk(SheetDoor(), office)
    case .page:
      let page = try YearPage(office)
      return try await page.serve { client in
        let year = try await walk(PageDoor(client: client), office) { day, month, papers in
          try await expectOnPage(papers, day, month, client)
        }
        try await expectHandedOut(office, client)
        return year
      }
    }
  }

  private static func walk(
    _ door: some YearDoor, _ office: YearOffice,
    at monthEnd: (_ day: String, _ month: String, _ papers: [String: String]) async throws -> Void =
      { _, _, _ in }
  ) async throws -> Year {
    var year = Year()
    for (day, acts) in YearStory.days {
      office.begin(day)
      for act in acts { try await door.take(act, office) }
      guard let month = YearStory.months[day] else { continue }
      let papers = print(month, office)
      try await monthEnd(day, month, papers)
      for (name, text) in papers { year.papers["\(day) \(name)"] = text }
    }
    try handIn(office, &year)
    return year
  }

  /// Every paper, list and export of a month.
  private static func print(_ month: String, _ office: YearOffice) -> [String: String] {
    var papers: [String: String] = [:]
    let minutes = YearStory.monthsMet.contains(month) ? ["minutes \(month)"] : []
    for name in minutes + [
      "monthly \(month)", "self-evaluation", "reform", "filing-form",
      "filing-notice", "ledger", "evidence-index", "hand-in", "missing", "board",
    ] + YearStory.owners.keys.sorted().map({ "department \($0)" }) {
      papers[name] = office.run(["report"] + name.split(separator: " ").map(String.init))
    }
    for words in [
      ["list", "--json"], ["check", "--json"], ["export", "--csv"], ["export", "--ics"],
      ["missing", "--by", "2020-10-15"], ["history"],
    ] {
      // Findings of a check are an answer, not a fault.
      papers[words.joined(separator: " ")] = office.tried(words).output
    }
    return papers
  }

  /// The page gives the papers that the command line gives of the same ledger.
  private static func expectOnPage(
    _ papers: [String: String], _ day: String, _ month: String, _ client: PortalClient
  ) async throws {
    let asked = [
      "monthly \(month)": "monthly?month=\(month)&", "minutes \(month)": "minutes?month=\(month)&",
      "self-evaluation": "self-evaluation?", "reform": "reform?", "filing-form": "filing-form?",
      "filing-notice": "filing-notice?", "ledger": "ledger?", "evidence-index": "evidence-index?",
      "hand-in": "hand-in?", "missing": "missing?",
      "department 学工部": "department?department=%E5%AD%A6%E5%B7%A5%E9%83%A8&",
    ]
    // Of the months before only what is a month's own: the rest is of the last day.
    let isLast = day == YearStory.days.last?.day
    for (name, query) in asked.sorted(by: { $0.key < $1.key })
    where isLast || name.hasSuffix(month) {
      let answer = try await client.get("/papers/\(query)format=md", as: YearStory.leader)
      // A month without a meeting has no minutes, on the page as on the command line.
      let wanted = name.hasPrefix("minutes") && papers[name] == nil ? 422 : 200
      #expect(answer.status == wanted, "\(name) on \(day)")
      if wanted == 200 { #expect(answer.text == papers[name], "\(name) on \(day)") }
    }
    let board = try await client.get("/board/sheet", as: YearStory.leader)
    #expect(board.text == papers["board"], "board on \(day)")
    let table = try await client.get("/office/files/csv", as: YearStory.office)
    #expect(table.text == papers["export --csv"], "table on \(day)")
  }

  /// What the office takes from the page is what the commands make of the same ledger.
  private static func expectHandedOut(_ office: YearOffice, _ client: PortalClient) async throws {
    office.run(["bundle", "--out", office.path("报送.zip")])
    for (kind, file) in [("bundle", "报送.zip"), ("backup", "备份.zip")] {
      let answer = try await client.get("/office/files/\(kind)", as: YearStory.office)
      let made = try office.bytes(file)
      #expect(answer.status == 200 && answer.bytes == made, "\(kind)")
    }
  }

  /// What is handed in, backed up and restored.
  private static func handIn(_ office: YearOffice, _ year: inout Year) throws {
    let bundle = office.path("报送")
    office.run(["bundle", "--out", bundle, "--format", "md"])
    office.run(["bundle", "verify", bundle])
    for name in try FileManager.default.subpathsOfDirectory(atPath: bundle) {
      if let data = FileManager.default.contents(atPath: bundle + "/" + name) {
        year.handedIn[name] = [UInt8](data)
      }
    }
    let entries = office.run(["export", "--events"]).split(separator: "\n").map(String.init)
    year.entries = entries.map { $0.replacing(/,?"(digest|previous)":"[0-9a-f]{64}"/, with: "") }
    office.run(["verify"])
    office.run(["backup", office.path("备份.zip")])
    office.run(["restore", office.path("备份.zip"), "--ledger", office.path("恢复")])
    let restored = office.run(["export", "--events", "--ledger", office.path("恢复")])
    #expect(restored.split(separator: "\n").map(String.init) == entries)
    let printed = office.run(["report", "self-evaluation", "--ledger", office.path("恢复")])
    #expect(printed == year.papers["2020-10-12 self-evaluation"])
    for source in ["台账", "恢复", "备份.zip", "报送"] {
      let text = office.run(["rollup", office.path(source), "--json"])
      year.rollups[source] = text.split(separator: "\n").filter {
        !$0.contains("\"source\" :") && !$0.contains("\"file\" :") && !$0.contains("\"kind\" :")
      }.joined(separator: "\n")
    }
    #expect(Set(["台账", "恢复", "备份.zip"].map { year.rollups[$0] }).count == 1)
  }
}
