import TaskLedger
import TestSupport
import Testing

/// What is not known is never taken for nothing, and lets no indicator pass.
///
/// Source: product description, Acceptance indicators (无法判定 with what is missing; a tick that cannot
/// be read is unknown, never a pass).
struct UnknownFigureTests {
  /// Figures as a log may hold them: older programs also recorded a blank without a reason.
  private static func sheet(_ facts: [(String, String)]) -> FactSheet {
    FactSheet(
      facts.reduce(History.imported) { history, fact in
        history.after(
          Happening(
            .ledger(.factRecorded(FactRecorded(name: fact.0, value: fact.1))), on: "2020-08-25",
            by: SampleSchool.office))
      }.ledger)
  }

  private static func answer(_ condition: String, _ facts: [(String, String)]) throws
    -> IndicatorAnswer
  {
    let level = condition.contains("院系") ? "院系" : ""
    let text = "|编号|★|指标|条件|层级|\n|3| |人数|\(condition)|\(level)|\n"
    let table = IndicatorTable.read(rows: TableRows.of(text)).table
    return try #require(table.answers(by: sheet(facts)).first)
  }

  /// A condition, figures, and what is asked for.
  struct Row: Sendable, CustomTestStringConvertible {
    var condition: String
    var facts: [(String, String)]
    var needs: [FactNeed]
    var testDescription: String { condition }

    init(_ condition: String, _ facts: [(String, String)], _ needs: FactNeed...) {
      (self.condition, self.facts, self.needs) = (condition, facts, needs)
    }
  }

  private static let staff = FactName("工作人员")
  private static let one = FactName("工作人员@机电系")

  static let rows: [Row] = [
    Row("工作人员 ≤ 40", [], .fact(staff)),
    Row("工作人员 ≤ 40", [("工作人员", "")], .fact(staff)),
    Row("工作人员 ≤ 40", [("工作人员", " \u{3000}")], .fact(staff)),
    Row("工作人员 + 主席团成员 ≤ 40", [("工作人员", ""), ("主席团成员", "5")], .fact(staff)),
    Row("主席团成员 - 工作人员 ≤ 40", [("工作人员", ""), ("主席团成员", "5")], .fact(staff)),
    Row("工作人员 ≤ 40", [("工作人员", "三十多人")], .unreadable(staff, "三十多人")),
    Row("工作人员 + 1 ≤ 40", [("工作人员", "是")], .unfit(staff)),
    Row("工作人员 ≤ 40", [("工作人员", "2020-08-25")], .unfit(staff)),
    Row("工作人员 / 部门 ≤ 6", [("工作人员", "30"), ("部门", "0")], .unfit(FactName("部门"))),
    // Nothing is known of a union: none counts as fulfilling, and none as failing.
    Row("各院系(工作人员 ≤ 30)", [], .units(["工作人员"])),
    Row("达标院系数(工作人员 ≤ 30) ≥ 0", [], .units(["工作人员"])),
    Row("达标院系数(工作人员 ≤ 30) = 0", [("院系数", "3")], .units(["工作人员"])),
    Row("各院系(工作人员 ≤ 30)", [("工作人员@机电系", "")], .fact(one)),
    Row("达标院系数(工作人员 ≤ 30) ≥ 1", [("主席团成员@机电系", "2")], .fact(one)),
    // One that is known does not stand for one that is not.
    Row(
      "各院系(工作人员 ≤ 30)", [("工作人员@外语系", "20"), ("主席团成员@机电系", "2")], .fact(one)),
    // A figure of the school is none of a union, and the other way round.
    Row("各院系(工作人员 ≤ 30)", [("工作人员", "20"), ("主席团成员@机电系", "2")], .fact(one)),
    Row("工作人员 ≤ 40", [("工作人员@机电系", "20")], .fact(staff)),
  ]

  @Test(arguments: rows)
  func `what is missing is asked for, and nothing passes`(row: Row) throws {
    let answer = try Self.answer(row.condition, row.facts)
    #expect(answer.judgement == .undecided(row.needs), "\(row.facts)")
    #expect(!answer.allowsPassing)
  }

  @Test func `one union that fails decides, whatever is unknown of another`() throws {
    let answer = try Self.answer(
      "各院系(工作人员 ≤ 30)", [("工作人员@外语系", "31"), ("主席团成员@机电系", "2")])
    #expect(answer.judgement == .unmet(units: ["外语系"], reasonWouldDo: false))
    #expect(!answer.allowsPassing)
  }

  @Test func `what is asked for, once registered, decides`() throws {
    for (value, isMet) in [("30", true), ("31", false)] {
      let answer = try Self.answer(
        "各院系(工作人员 ≤ 30)", [("工作人员@外语系", "20"), ("工作人员@机电系", value)])
      #expect(answer.allowsPassing == isMet, "\(value)")
    }
  }
}
