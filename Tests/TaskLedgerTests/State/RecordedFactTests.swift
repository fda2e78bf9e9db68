import TaskLedger
import Testing

/// Figures in the order of the days they count on.
struct RecordedFactTests {
  private static func counted(_ value: String, on day: CivilDate) -> Happening {
    Happening(
      .ledger(
        .factRecorded(FactRecorded(name: "校级学生会工作人员", value: value, countedOn: day))),
      on: "2020-09-01", by: SampleSchool.office)
  }

  @Test func `a figure of an earlier day stands before a later one, whenever it is recorded`() {
    let history = History(
      Happening.imported + [
        Self.counted("38", on: "2020-08-20"), Self.counted("42", on: "2020-07-25"),
        Self.counted("40", on: "2020-08-31"), Self.counted("39", on: "2020-08-20"),
      ])
    #expect(
      history.ledger.facts["校级学生会工作人员"]?.map(\.value) == ["42", "38", "39", "40"])
    #expect(
      FactSheet(history.ledger)[FactName(name: "校级学生会工作人员", unit: nil)]?.value == "40")
  }
}
