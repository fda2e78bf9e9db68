import TaskLedger
import Testing

/// Days, months and numbers at the borders of what they hold.
struct ModelBorderTests {
  @Test(arguments: [
    (2020, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]),
    (2021, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]),
    (1900, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]),
    (2000, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]),
  ])
  func `months have their days, leap years by the rule of centuries`(year: Int, days: [Int]) {
    #expect((1...12).map { CivilDate.dayCount(year: year, month: $0) } == days)
    for month in 1...12 {
      #expect(CivilDate(lastDayOf: month, year: year).day == days[month - 1])
      #expect(CivilMonth(year: year, month: month)?.lastDay.day == days[month - 1])
      #expect(CivilMonth(year: year, month: month)?.firstDay.day == 1)
    }
  }

  @Test(
    arguments: [
      ("2020-02-28", "2020-02-29"), ("2020-02-29", "2020-03-01"), ("2020-12-31", "2021-01-01"),
      ("2021-02-28", "2021-03-01"), ("9999-12-31", nil),
    ] as [(CivilDate, CivilDate?)])
  func `a day follows another, and the calendar ends`(day: CivilDate, next: CivilDate?) {
    #expect(day.following == next)
    if let next { #expect(next.preceding == day) }
  }

  @Test func `the calendar begins with the year 1`() {
    #expect(CivilDate("0001-01-01").preceding == nil)
    #expect(CivilDate("0001-01-02").preceding == "0001-01-01")
  }

  @Test(
    arguments: [
      ("1969-12-31", 3), ("1970-01-01", 4), ("2000-02-29", 2), ("2020-06-30", 2), ("2020-10-15", 4),
      ("2020-10-18", 7), ("2020-10-19", 1), ("0001-01-01", 1), ("9999-12-31", 5),
    ] as [(CivilDate, Int)])
  func `the days of the week run on over all centuries`(day: CivilDate, weekday: Int) {
    #expect(day.weekday == weekday)
    #expect(day.following.map { $0.weekday == weekday % 7 + 1 } ?? true)
  }

  @Test(
    arguments: [
      ("2020-08-05", "2020-08-05"), ("2020-08-31", "2020-08-31"), ("2020-09-01", "2020-08-31"),
      ("2020-07-31", "2020-07-31"),
    ] as [(CivilDate, CivilDate)])
  func `the paper of a month looks at today, and at its last day once it is over`(
    today: CivilDate, day: CivilDate
  ) {
    let month: CivilMonth = "2020-08"
    #expect(month.lookedAt(on: today) == day)
  }

  @Test(arguments: [
    (0, 0, "0"), (7, 2, "07"), (7, 1, "7"), (123, 2, "123"), (0, 2, "00"), (10, 2, "10"),
  ])
  func `a number is filled up with noughts and never cut`(number: Int, width: Int, text: String) {
    #expect(zeroPadded(number, width) == text)
  }

  @Test(arguments: [
    "证-1.1-0", "证-1.1-00", "证-1.1", "证1.1-01", "佐-1.1-01", "证-1.1-01 ", " 证-1.1-01", "证--1.1-01",
    "证-1.1--1", "证-1.1-+1", "证-1.1-１", "证-0.1-01", "证-S0-01", "证-", "证", "-1.1-01", "",
    "证-1.1-99999999999999999999", "證-1.1-01", "证－1.1－01",
  ])
  func `what is no evidence number is none`(text: String) { #expect(EvidenceNumber(text) == nil) }

  @Test func `evidence numbers are read as printed and stand in order of item and number`() {
    let texts = [
      "证-1.1-01", "证-1.1-09", "证-1.1-10", "证-1.1-100", "证-2.1-01", "证-10.1-01", "证-S1-01",
    ]
    let numbers = texts.compactMap { EvidenceNumber($0) }
    #expect(numbers.map(\.description) == texts)
    #expect(numbers.reversed().sorted() == numbers)
    #expect(EvidenceNumber(item: "1.1", index: 0) == nil)
    #expect(EvidenceNumber(item: "1.1", index: -1) == nil)
  }

  @Test(
    arguments: [
      ("学生会改革任务列表", "学生会改革任务列表"), ("", nil), ("通知.docx", nil), ("通知.PDF", nil),
      ("列表.第二版", "列表.第二版"),
      (".docx", ".docx"), ("通知docx", "通知docx"),
    ] as [(String, String?)])
  func `the name of a file is no title of a list`(title: String, own: String?) {
    #expect(TaskList(title: title, documentNumber: "", tasks: []).ownTitle == own)
  }

  @Test(arguments: [
    ("会议纪要.pdf", "", "会议纪要"), ("会议纪要.pdf", "第三次会议纪要", "第三次会议纪要"), ("扫描.JPG", "", "扫描"),
    ("1.2稿", "", "1.2稿"),
    ("会议纪要.pdf", "纪要.docx", "纪要"), (".pdf", "", ".pdf"), ("会议.纪要.xlsx", "", "会议.纪要"),
  ])
  func `papers print a title without the extension of a file`(
    name: String, caption: String, printed: String
  ) {
    var piece = SampleSchool.evidence("证-1.1-01", SampleSchool.file("a"))
    (piece.fileName, piece.caption) = (name, caption)
    #expect(piece.printedTitle == printed)
  }
}

/// What differs between two versions of a list.
///
/// Source: the corrected list is shown clause by clause; only the items of changed clauses are asked.
struct ListChangeTests {
  private static let list = SampleSchool.list

  private static func changes(_ edit: (inout TaskList) -> Void) -> [String] {
    var newer = list
    edit(&newer)
    return list.changes(to: newer).map { change in
      switch change {
      case .head: "head"
      case .added(let id): "+\(id)"
      case .gone(let id): "-\(id)"
      case .changed(let id, _, _): "\(id)"
      }
    }
  }

  @Test func `what says the same is no change`() {
    #expect(Self.changes { _ in } == [])
    #expect(Self.changes { $0.set = "rectification" } == [])
  }

  @Test func `title, number and days of handing in are the head's`() {
    #expect(Self.changes { $0.title = "另一列表" } == ["head"])
    #expect(Self.changes { $0.documentNumber = "样发〔2020〕2号" } == ["head"])
    #expect(Self.changes { $0.handIns = [HandIn(due: "2020-10-15", what: "自评报告")] } == ["head"])
    #expect(Self.changes { $0.acceptanceFrom = "2020-10-16" } == ["head"])
    #expect(
      Self.changes {
        $0.title = "另一列表"
        $0.acceptanceFrom = "2020-10-16"
        $0.tasks[2].clauses[0].content = "改写"
      } == ["head", "3.1"])
  }

  @Test func `each part of a clause is compared, and its task's title and basis`() {
    #expect(Self.changes { $0.tasks[0].clauses[1].content = "改写" } == ["1.2"])
    #expect(Self.changes { $0.tasks[0].clauses[1].deadline = .blank } == ["1.2"])
    #expect(
      Self.changes {
        $0.tasks[0].clauses[1].figures = [
          Figure(subject: "工作人员", relation: .atMost, value: 40, unit: "人")
        ]
      } == ["1.2"])
    #expect(
      Self.changes { $0.tasks[0].clauses[1].duties = [Duty(name: "公示", groups: [["公示"]])] }
        == ["1.2"])
    #expect(Self.changes { $0.tasks[1].title = "改进作风建设" } == ["2.1", "2.2"])
    #expect(Self.changes { $0.tasks[2].basis = "上级文件" } == ["3.1"])
  }

  @Test func `added and lost clauses stand in the order of the clauses`() {
    #expect(
      Self.changes {
        $0.tasks[0].clauses.removeFirst()
        $0.tasks[2].clauses.append(SampleSchool.clause("3.2", due: "2020-09-30"))
        $0.tasks[1].clauses[1].content = "改写"
      } == ["-1.1", "2.2", "+3.2"])
  }
}
