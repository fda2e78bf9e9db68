import TaskLedger
import TestSupport
import Testing

/// Figures of a sheet that asked for them, and rows that do not bind yet.
///
/// Source: product description, Sheets (every fault with file, sheet and cell; blanks never erase) and
/// Acceptance indicators.
struct AskedSheetTests {
  private static let vocabulary = FactVocabulary(
    rows: TableRows.of("|栏目|写法|\n|工作人员|工作人员数|\n"), known: ["工作人员", "学代会日期"],
    kinds: ["工作人员": .number, "学代会日期": .date])

  private static func cell(_ text: String, _ column: Int) -> IndicatorTable.Cell {
    (
      text,
      .cell(
        file: "学工部.xlsx", sheet: "数据",
        reference: "\(Character(Unicode.Scalar(64 + UInt8(column))))2")
    )
  }

  private static func read(
    name: String? = "工作人员", unit: String = "", value: String? = nil, date: String = "",
    reason: String = "", evidence: String = ""
  ) -> FactTable {
    var row: [FactVocabulary.Role: IndicatorTable.Cell] = [
      .unit: cell(unit, 3), .date: cell(date, 8), .exemption: cell(reason, 10),
      .evidence: cell(evidence, 9),
    ]
    if let name { row[.name] = cell(name, 4) }
    if let value { row[.value] = cell(value, 7) }
    return FactTable(asked: [row], vocabulary: vocabulary, today: "2020-08-31")
  }

  @Test func `a figure is taken with its union, day, evidence and reason`() throws {
    let table = Self.read(
      unit: "机电系", value: " 25人 ", date: "2020年8月20日", reason: "三个校区", evidence: "证-3.1-01")
    #expect(table.diagnostics == [])
    let fact = try #require(table.facts.first)
    #expect(fact.name.recorded == "工作人员@机电系" && fact.value == "25人")
    #expect(fact.on == "2020-08-20" && fact.exemption == "三个校区")
    #expect(fact.evidence == "证-3.1-01")
    #expect(fact.location.description == "学工部.xlsx[数据!G2]")
  }

  @Test(
    arguments: [
      ("", 1, []), (" ", 1, []), ("未统计", 1, ["fact-nothing-said"]), ("—", 1, ["fact-nothing-said"]),
      ("待定", 1, ["fact-nothing-said"]), ("约三十", 0, ["fact-value-unreadable"]),
      ("-3", 0, ["fact-negative"]), ("2020-08-25", 0, ["fact-kind-wrong"]),
      ("不适用", 0, ["fact-exemption-unreasoned"]),
    ] as [(String, Int, [String])])
  func `what was not taken is said to who was asked, but for a blank`(
    value: String, blanks: Int, codes: [String]
  ) {
    let table = Self.read(value: value)
    #expect(table.facts == [] && table.blanks == blanks)
    #expect(table.diagnostics.map(\.code) == codes)
    #expect(table.diagnostics.allSatisfy { $0.location?.description == "学工部.xlsx[数据!G2]" })
  }

  @Test func `a reason in place of a figure says that it does not apply`() throws {
    for table in [Self.read(value: "", reason: "不设学生会"), Self.read(value: "不适用（不设学生会）")] {
      let fact = try #require(table.facts.first)
      #expect(fact.value == "" && fact.exemption == "不设学生会" && table.diagnostics == [])
    }
    #expect(Self.read(value: "", reason: "—").facts == [])
  }

  @Test func `a row without value or name is a blank or is left out`() {
    #expect(Self.read(value: nil).blanks == 1)
    #expect(Self.read(name: nil, value: "31").facts == [])
    #expect(Self.read(name: " ", value: "31").diagnostics.map(\.code) == ["fact-name-missing"])
  }

  @Test(arguments: [
    ("2020-08-31", []), ("2020-09-01", ["fact-day-ahead"]), ("31", ["fact-kind-wrong"]),
  ])
  func `a day that has not come is no figure`(value: String, codes: [String]) {
    #expect(Self.read(name: "学代会日期", value: value).diagnostics.map(\.code) == codes)
  }

  @Test(arguments: [("25日", "fact-date-unreadable", ""), ("", "evidence-number-unreadable", "第3件")])
  func `a day or number beside a figure that cannot be read is said`(
    date: String, code: String, evidence: String
  ) {
    let table = Self.read(value: "31", date: date, evidence: evidence)
    #expect(table.diagnostics.map(\.code) == [code])
  }

  // MARK: - Rows that do not bind

  @Test(
    arguments: [
      ("暂不作硬性要求", "9", true), ("暂不作硬性要求", nil, true), ("暂不作硬性要求", "3", false), ("", "9", false),
      ("", nil, false),
    ] as [(String, String?, Bool)])
  func `a row that does not bind is open while it is not met`(
    demand: String, value: String?, isOpen: Bool
  ) throws {
    let text = "|编号|★|指标|条件|要求|\n|1| |甲|工作人员 ≤ 5|\(demand)|\n"
    let table = IndicatorTable.read(rows: TableRows.of(text)).table
    var happenings = Happening.imported
    if let value {
      happenings.append(
        Happening(
          .ledger(.factRecorded(FactRecorded(name: "工作人员", value: value))), on: "2020-08-25",
          by: SampleSchool.office))
    }
    let answer = try #require(table.answers(by: FactSheet(History(happenings).ledger)).first)
    #expect(answer.isOpenWithoutBinding == isOpen)
    #expect(!isOpen || answer.allowsPassing)
  }

  @Test func `a row that was declared away is not open`() throws {
    let text = "|编号|★|指标|条件|要求|\n|1| |甲|工作人员 ≤ 5|暂不作硬性要求|\n"
    let table = IndicatorTable.read(rows: TableRows.of(text)).table
    let sheet = FactSheet([:], exemptions: [.init(indicator: "1"): "不设学生会"])
    let answer = try #require(table.answers(by: sheet).first)
    #expect(answer.judgement == .notApplicable("不设学生会") && !answer.isOpenWithoutBinding)
  }
}

/// By when something is asked for.
struct AskedDayTests {
  @Test(
    arguments: [
      // Before the hand-in nothing is asked for later than it; afterwards the day stands.
      ("2020-10-01", "2020-10-10", "2020-10-10"), ("2020-10-01", "2020-10-15", "2020-10-15"),
      ("2020-10-01", "2020-10-20", "2020-10-15"), ("2020-10-15", "2020-10-20", "2020-10-15"),
      ("2020-10-16", "2020-10-20", "2020-10-20"),
    ] as [(CivilDate, CivilDate, CivilDate)])
  func `nothing is asked for later than the hand-in while that is ahead`(
    today: CivilDate, wanted: CivilDate, asked: CivilDate
  ) {
    #expect(LedgerOnDay(MoreTimeTests.withHandIn.ledger, on: today).asked(by: wanted) == asked)
    #expect(LedgerOnDay(History.imported.ledger, on: today).asked(by: wanted) == wanted)
  }
}
