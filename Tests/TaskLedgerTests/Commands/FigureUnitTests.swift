import TaskLedger
import TestSupport
import Testing

/// A department union is one, however its figures name it.
///
/// Source: product description, Days and counts (departments are the same when the directory says
/// so: one function decides, for lists, papers, board, sheets, tallies and log-in alike).
struct FigureUnitTests {
  private static let directory = DepartmentDirectory([
    .init(name: "机电系", aliases: ["机电学院", "机电分院"]), .init(name: "学工部", aliases: ["学生处"]),
  ])

  private static func occasion(_ directory: DepartmentDirectory = directory) -> Occasion {
    var occasion = Occasion(actor: SampleSchool.office, today: "2020-08-20")
    occasion.departments = directory
    return occasion
  }

  private static func figure(_ name: String, _ value: String = "25") -> LedgerCommand {
    .recordFact(name: name, value: value, evidence: nil, exemption: nil)
  }

  /// The name under which a figure is recorded, after figures of other names.
  private static func recorded(_ name: String, after names: [String] = []) throws -> String? {
    let history = names.reduce(History.imported) { history, name in
      history.after(
        Happening(
          .ledger(.factRecorded(FactRecorded(name: name, value: "20"))), on: "2020-08-01",
          by: SampleSchool.office))
    }
    let events = try decide(figure(name), in: history.ledger, on: occasion())
    guard case .ledger(.factRecorded(let fact))? = events.first else { return nil }
    return fact.name
  }

  @Test(arguments: [
    ("工作人员@机电学院", "工作人员@机电系"), ("工作人员@机电系", "工作人员@机电系"), ("工作人员@外语系", "工作人员@外语系"),
    ("工作人员", "工作人员"), (" 工作人员@机电分院 ", "工作人员@机电系"), ("工作人员＠机电学院", "工作人员@机电系"),
  ])
  func `a figure of a union stands under the name of the table of departments`(
    written: String, name: String
  ) throws {
    #expect(try Self.recorded(written) == name)
  }

  @Test(arguments: [
    // What the ledger has already keeps its name.
    (["工作人员@机电学院"], "工作人员@机电学院", "工作人员@机电学院"),
    (["主席团成员@机电学院"], "工作人员@机电学院", "工作人员@机电学院"),
    // A third name of the union joins the one that the ledger has.
    (["主席团成员@机电学院"], "工作人员@机电分院", "工作人员@机电学院"),
    (["主席团成员@机电学院"], "工作人员@机电系", "工作人员@机电学院"),
    // Another union's figures are no reason.
    (["主席团成员@外语系"], "工作人员@机电分院", "工作人员@机电系"),
  ])
  func `one union has one name in the ledger`(
    known: [String], written: String, name: String
  ) throws {
    #expect(try Self.recorded(written, after: known) == name)
  }

  @Test func `two names of one union are counted as one`() throws {
    var history = History.imported
    for name in ["工作人员@机电学院", "主席团成员@机电系", "工作人员@机电分院"] {
      for event in try decide(Self.figure(name), in: history.ledger, on: Self.occasion()) {
        history.record(Happening(event, on: "2020-08-20", by: SampleSchool.office))
      }
    }
    let sheet = FactSheet(history.ledger)
    #expect(sheet.units == ["机电系"])
    #expect(sheet.sheet(of: "机电系")[FactName("工作人员")]?.value == "25")
    #expect(sheet.sheet(of: "机电学院")[FactName("工作人员")] == nil)
  }

  @Test func `an indicator is declared away for a union under any of its names`() throws {
    let indicator = try #require(SampleSchool.indicator)
    var history = History.imported
    func run(_ command: LedgerCommand) throws {
      for event in try decide(command, in: history.ledger, on: Self.occasion()) {
        history.record(Happening(event, on: "2020-08-20", by: SampleSchool.office))
      }
    }
    try run(.exemptIndicator(indicator, unit: "机电学院", reason: "没有研究生"))
    let sheet = FactSheet(history.ledger)
    #expect(sheet.exemption(of: "2", unit: "机电系") == "没有研究生")
    #expect(sheet.exemption(of: "2", unit: nil) == nil)
    #expect(sheet.exemption(of: "3", unit: "机电系") == nil)
    try run(.liftExemption("2", unit: "机电分院"))
    #expect(FactSheet(history.ledger).exemption(of: "2", unit: "机电系") == nil)
    #expect(throws: LedgerRejection(.member(.notExempt("2")))) {
      try run(.liftExemption("2", unit: "机电系"))
    }
  }

  @Test func `a figure counted on the day of its entry says no other day`() throws {
    func counted(_ day: CivilDate) throws -> CivilDate? {
      let command = LedgerCommand.recordFact(
        name: "工作人员", value: "38", evidence: nil, exemption: " ", countedOn: day)
      let events = try decide(command, in: History.imported.ledger, on: Self.occasion())
      guard case .ledger(.factRecorded(let fact))? = events.first else { return nil }
      #expect(fact.exemption == nil)
      return fact.countedOn
    }
    #expect(try counted("2020-08-20") == nil)
    #expect(try counted("2020-08-19") == "2020-08-19")
    #expect(
      throws: LedgerRejection(.entry(.dateInFuture("2020-08-21", today: "2020-08-20")))
    ) { try counted("2020-08-21") }
  }
}
