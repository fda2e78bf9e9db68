import TaskLedger
import Testing

/// A confirmation holds while what it is about stays, and no longer.
///
/// Source: product description, Who uses it (the original words are kept beside every parsed value) and
/// The plan against the list; what a person confirmed is asked again when its words change.
struct ConfirmedSubjectTests {
  /// A field of an item with a change of it.
  enum Field: String, CaseIterable {
    case ordinal, clause, task, content, narrative, measures, deadlineWords, deadlineDay, lead
    case supporting, person, remark, basis

    func change(_ item: inout Item) {
      switch self {
      case .ordinal: item.ordinal = "9"
      case .clause: item.clause = "3.1"
      case .task: item.task = 9
      case .content: item.content = "改写"
      case .narrative: item.narrative = "正文"
      case .measures: item.measures = [Measure(number: 1, text: "另一项措施")]
      case .deadlineWords: item.deadline.text = "另一种写法"
      case .deadlineDay: item.deadline.meaning = SampleSchool.deadline("2020-12-31").meaning
      case .lead: item.departments.lead = ["宣传部"]
      case .supporting: item.departments.supporting = ["宣传部"]
      case .person: item.responsiblePerson = "李老师"
      case .remark: item.remark = "见附件"
      case .basis: item.basis = "上级文件"
      }
    }
  }

  /// The fields that a flag is about.
  private static func fields(of code: FindingCode) -> Set<Field> {
    switch code {
    case .deadlineLater, .deadlineBeforeIssue, .deadlineMissing, .deadlineInherited,
      .deadlineUnreadable, .deadlineVague, .deadlineAmbiguous, .yearAssumed:
      [.deadlineWords, .deadlineDay]
    case .ordinalDuplicate: [.ordinal]
    case .rowMisplaced: [.clause, .task]
    case .cellShifted, .itemUnlinked, .historyDoubtful: [.content]
    case .linkDoubtful, .clauseMissing, .clauseChanged: [.clause, .content]
    case .departmentMissing, .departmentGeneric, .departmentInherited, .departmentDoubtful:
      [.lead, .supporting]
    case .measureMissing, .measureInherited: [.measures]
    case .personInherited: [.person]
    case .remarkInherited: [.remark]
    case .readFromSentence: [.deadlineWords, .lead, .supporting, .person]
    case .columnInferred: [.content, .deadlineWords, .lead, .supporting, .person, .measures]
    case .figureConflict, .dutyDropped, .proofreading: [.content, .narrative, .measures]
    case .added:
      [.content, .narrative, .deadlineWords, .person, .remark, .measures, .lead, .supporting]
    }
  }

  private static let added = FindingCode.added(AddedFindingCode(owner: "qinghe", name: "doubt"))

  @Test(arguments: FindingCode.allCases + [added])
  func `a flag is about its own fields alone`(code: FindingCode) {
    let item = SampleSchool.items[0]
    for field in Field.allCases {
      var changed = item
      field.change(&changed)
      let isTouched = changed.subject(of: code) != item.subject(of: code)
      #expect(isTouched == Self.fields(of: code).contains(field), "\(field)")
    }
  }

  @Test func `a department that leads instead of supporting is another fact`() {
    var item = SampleSchool.items[0]
    item.departments = DepartmentAssignment(lead: ["学工部", "宣传部"])
    var other = item
    other.departments = DepartmentAssignment(lead: ["学工部"], supporting: ["宣传部"])
    #expect(item.subject(of: .departmentGeneric) != other.subject(of: .departmentGeneric))
  }

  @Test func `a day from which work goes on is a part of its deadline`() {
    var item = SampleSchool.items[0]
    item.deadline = Deadline(
      text: "起", meaning: .date(DeadlinePoint(day: "2020-09-01", bound: .from, precision: .day)))
    var other = item
    other.deadline.meaning = .date(
      DeadlinePoint(day: "2020-10-01", bound: .from, precision: .day))
    #expect(item.subject(of: .yearAssumed) != other.subject(of: .yearAssumed))
  }
}
