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
    ("取消行政职能后，学生会工作人员35人全部回到服务岗位。", 35), ("学生会工作人员共有35人", 35), ("工作人员35人", 35),
    ("护理系情况另述。学生会工作人员35人。", 35), ("学生会工作人员35,主席团成员5人", 35), ("工作人员", nil), ("护理系工作人员35人", nil),
  ])
  func `a figure that the ledger has otherwise is named with both values`(
    text: String, written: Int?
  ) throws {
    let found = TextFigures.contradictions(in: text, of: try Self.ledger())
    #expect(
      found
        == (written.map { [.init(name: "工作人员", written: $0, registered: 38)] } ?? []))
  }

  @Test func `a registered figure that is no whole number is no count to be held against`() throws {
    var history = History.imported
    try history.run(
      .recordFact(name: "工作人员", value: "37.5", evidence: nil, exemption: nil),
      by: SampleSchool.office, on: "2020-07-22")
    for text in ["工作人员75人", "工作人员37人", "工作人员2人"] {
      #expect(TextFigures.contradictions(in: text, of: history.ledger) == [], "\(text)")
    }
  }

  @Test(
    .bug(id: "text-figures", "1.2万 and 12,000 were read as 1 and 12, shares as counts"),
    arguments: [
      ("在校学生总数1.2万人。", nil), ("学生总数12,000人", nil), ("学生总数达12000人", nil), ("学生总数为1.3万人", 13_000),
      ("学生总数11,999人", 11_999), ("学生总数1万人", 10_000), ("学生总数12,主席团成员5人", 12), ("学生总数12000.", nil),
      ("学生总数12000,其中女生5000人", nil), ("学生总数67.74%", nil), ("学生总数100％", nil), ("学生总数12,5人", 12),
      ("学生总数万人", nil),
    ] as [(String, Int?)])
  func `a count is read with its groups and ten thousands, a share is none`(
    text: String, written: Int?
  ) throws {
    for registered in ["12000", "1.2万", "12,000人"] {
      var history = History.imported
      try history.run(
        .recordFact(name: "学生总数", value: registered, evidence: nil, exemption: nil),
        by: SampleSchool.office, on: "2020-07-22")
      let found = TextFigures.contradictions(in: text, of: history.ledger)
      #expect(
        found
          == (written.map { [.init(name: "学生总数", written: $0, registered: 12_000)] } ?? []),
        "\(registered)")
    }
  }

  @Test func `each contradiction is told once, in the order of the names`() throws {
    var history = History.imported
    for (name, value) in [("工作人员", "38"), ("主席团成员", "5"), ("代表@机电系", "7"), ("学代会日期", "2020-08-25")]
    {
      try history.run(
        .recordFact(name: name, value: value, evidence: nil, exemption: nil),
        by: SampleSchool.office, on: "2020-07-22")
    }
    let text = "工作人员35人，主席团成员4人。工作人员35人，工作人员36人，代表9人，学代会日期3个。"
    let found = TextFigures.contradictions(in: text, of: history.ledger)
    #expect(found.map(\.name) == ["主席团成员", "工作人员", "工作人员"])
    #expect(found.map(\.written) == [4, 35, 36])
  }
}
