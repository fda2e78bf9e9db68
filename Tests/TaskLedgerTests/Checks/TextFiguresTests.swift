import TaskLedger
import Testing

/// The office's own words against the figures of the ledger.
struct TextFiguresTests {
  private static func ledger() throws -> Ledger {
    var history = History.imported
    try history.run(
      .recordFact(name: "工作人员", value: "38", evidence: nil, exemption: nil),
      by: SampleSchool.office, on: "2020-07-22")
    return history.ledger
  }

  @Test(arguments: [
    ("校级学生会现有工作人员35人。", 35), ("校级学生会工作人员38人。", nil), ("校级学生会工作人员不超过40人。", nil),
    ("学生会工作人员35人，其中主席团成员5人。", 35), ("护理系学生会工作人员25人。", nil),
    ("取消行政职能后，学生会工作人员35人全部回到服务岗位。", 35),
  ])
  func `a figure that the ledger has otherwise is named with both values`(
    text: String, written: Int?
  ) throws {
    let found = TextFigures.contradictions(in: text, of: try Self.ledger())
    #expect(
      found
        == (written.map { [.init(name: "工作人员", written: $0, registered: 38)] } ?? []))
  }
}
