import TaskLedger
import TestSupport

/// A made-up school with a small list: 1.1 to 1.3, 2.1, 2.2 and 3.1.
///
/// | item | deadline | what it is for |
/// |---|---|---|
/// | 1.1 | 2020-07-31 | two measures, due soon |
/// | 1.2 | 2020-10-31 | due later |
/// | 2.1 | standing | 全年持续推进 |
/// | 2.2 | blank | asked for |
/// | S1 | 2020-08-31 | the school's own |
enum SampleSchool {
  static let name = "青禾职业学院"
  static let office = "领导小组办公室"
  static let owner = "学工部"
  static let other = "宣传部"
  static let importDay: CivilDate = "2020-07-20"

  static let list = TaskList(
    title: "改革任务列表", documentNumber: "样发〔2020〕1号",
    tasks: [
      ReformTask(
        number: 1, title: "明确职责",
        clauses: [
          clause("1.1", due: "2020-06-30"), clause("1.2", due: "2020-10-31"),
          clause("1.3", due: "2020-10-31"),
        ]),
      ReformTask(
        number: 2, title: "改进作风",
        clauses: [
          Clause(id: "2.1", content: "持续改进作风", deadline: standing),
          Clause(id: "2.2", content: "完善监督", deadline: .blank),
        ]),
      ReformTask(number: 3, title: "精简机构", clauses: [clause("3.1", due: "2020-06-30")]),
    ])

  static let standing = Deadline(text: "全年持续推进", meaning: .ongoing(after: nil))

  static func deadline(_ due: CivilDate) -> Deadline {
    Deadline(
      text: "\(due)前",
      meaning: .date(DeadlinePoint(day: due, bound: .by, precision: .day)))
  }

  static func clause(_ id: ClauseID, due: CivilDate) -> Clause {
    Clause(id: id, content: "条款\(id)的要求", deadline: deadline(due))
  }

  static func item(
    _ id: ItemID, deadline: Deadline, measures: Int = 0, flags: Set<FindingCode> = []
  ) -> Item {
    var clause: ClauseID?
    if case .clause(let number) = id { clause = number }
    return Item(
      id: id, clause: clause, task: clause?.task ?? 0,
      taskTitle: clause.flatMap { list.task($0.task)?.title } ?? "自选",
      ordinal: "\(id)", content: "条目\(id)的内容",
      measures: (0..<measures).map { Measure(number: $0 + 1, text: "措施\($0 + 1)") },
      deadline: deadline, departments: DepartmentAssignment(lead: [owner]), flags: flags,
      link: Link(confidence: .certain, reasons: [.text, .task]),
      location: .tableCell(file: "方案.docx", table: 1, row: 2, column: 3))
  }

  static let items: [Item] = [
    item("1.1", deadline: deadline("2020-07-31"), measures: 2),
    item("1.2", deadline: deadline("2020-10-31"), flags: [.deadlineInherited, .cellShifted]),
    item("2.1", deadline: standing),
    item("2.2", deadline: .blank, flags: [.deadlineMissing]),
    item("S1", deadline: deadline("2020-08-31")),
  ]

  /// A row that may be declared not applicable.
  static let indicator = IndicatorTable.read(
    rows: TableRows.of(
      "|编号|★|指标|数据|条件|放宽条件|放宽须说明|存疑|条款|备注栏|层级|\n|2| |人数| |工作人员 ≤ 40| | | | | | |")
  ).table.indicators.first

  static func header(_ digest: Character = "f") -> PlanHeader {
    PlanHeader(
      title: "改革实施方案", school: name, documentNumber: "青职党〔2020〕8号",
      issueDate: "2020-07-19", source: "方案.docx", sourceDigest: String(repeating: digest, count: 64)
    )
  }

  static func file(
    _ digest: EvidenceDigest, measure: Int? = nil, date: CivilDate? = nil
  ) -> NewEvidence {
    NewEvidence(
      digest: digest, fileName: "会议纪要.pdf", byteCount: 1024, mediaType: "application/pdf",
      measure: measure, caption: "会议纪要", documentNumber: "青职团〔2020〕3号", date: date)
  }

  static func evidence(_ number: EvidenceNumber, _ file: NewEvidence) -> Evidence {
    Evidence(
      number: number, digest: file.digest, fileName: file.fileName, byteCount: file.byteCount,
      mediaType: file.mediaType, measure: file.measure, caption: file.caption,
      documentNumber: file.documentNumber, date: file.date)
  }
}
