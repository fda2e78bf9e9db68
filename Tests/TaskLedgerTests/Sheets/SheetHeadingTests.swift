import TaskLedger
import Testing

/// Columns are known by their headings, and only open ones are read.
///
/// Source: product description, Sheets (open cells for progress, problems, next step, expected day,
/// statement, evidence, apply; protected cells elsewhere).
struct SheetHeadingTests {
  @Test func `whoever fills a sheet in writes in the open columns alone`() {
    #expect(
      SheetColumn.allCases.filter(\.isOpen) == [
        .progress, .problem, .nextStep, .expected, .statement, .files, .number, .date, .apply,
        .decision, .opinion,
      ])
    #expect(FigureColumn.allCases.filter(\.isOpen) == [.value, .date, .evidence, .reason])
  }

  @Test(arguments: SheetColumn.allCases)
  func `a column is known by its own heading, however it is spaced`(column: SheetColumn) {
    let heading = column.heading(content: "改革内容")
    #expect(SheetColumn(heading: heading, content: "改革内容") == column)
    let spaced = heading.map(String.init).joined(separator: " \u{3000}\n")
    #expect(SheetColumn(heading: spaced, content: "改革内容") == column)
    #expect((heading == column.rawValue) == (column != .content))
  }

  @Test func `what is to be done is called by the work's own word or the common one`() {
    #expect(SheetColumn(heading: "整改 事项", content: "整改事项") == .content)
    #expect(SheetColumn(heading: "内容", content: "整改事项") == .content)
    #expect(SheetColumn(heading: "改革内容", content: "整改事项") == nil)
    #expect(SheetColumn(heading: "", content: "整改事项") == nil)
  }

  @Test func `headings of figures, members and staff are known however they are spaced`() {
    for column in FigureColumn.allCases {
      #expect(FigureColumn(heading: " \(column.rawValue)\u{3000}") == column)
    }
    for column in MemberColumn.allCases {
      #expect(MemberColumn(heading: "\(column.rawValue)\n") == column)
    }
    for column in StaffColumn.allCases {
      #expect(StaffColumn(heading: "\(column.rawValue) ") == column)
    }
    #expect(StaffColumn(heading: "电话") == nil)
  }

  @Test(
    arguments: [
      ("是", true), (" 申请 销号", true), ("√", true), ("Ｙ", true), ("１", true), ("否", false),
      ("不申请", false), ("×", false), ("０", false), ("暂不", false), ("－", false), ("", nil),
      ("看情况", nil), ("是否", nil),
    ] as [(String, Bool?)])
  func `a cell says yes, no, or neither`(text: String, expected: Bool?) {
    #expect(SheetWords.isYes(text) == expected)
  }
}
