/// What an import or a check finds, by its stored name; a public contract, never reused.
///
/// The names of this library are single words joined by hyphens and are listed here. A program that
/// adds checks names their findings with ``added(_:)``; those names carry their owner before a dot,
/// so that they can never become one of these. A stored name that is neither is an error.
public enum FindingCode: Sendable, Hashable {
  /// The school's deadline is later than the province's.
  case deadlineLater
  /// The deadline lies before the day the plan itself was issued.
  case deadlineBeforeIssue
  /// No deadline is written.
  case deadlineMissing
  /// The deadline was taken over from a merged cell or an earlier item of the same cell.
  case deadlineInherited
  /// The words of the deadline cannot be read.
  case deadlineUnreadable
  /// The deadline is words without a date.
  case deadlineVague
  /// The year is the document's own, the words have none.
  case yearAssumed
  /// The words name a day by convention only, or may mean another one: 10月前.
  case deadlineAmbiguous
  /// A printed number stands at two items.
  case ordinalDuplicate
  /// A row stands under another task.
  case rowMisplaced
  /// A cell's content stands in a neighbouring column.
  case cellShifted
  /// Two places of the plan give different figures for the same thing.
  case figureConflict
  /// A provincial clause has no item.
  case clauseMissing
  /// An item answers no provincial clause.
  case itemUnlinked
  /// The link from an item to its clause is doubtful.
  case linkDoubtful
  /// No department is named.
  case departmentMissing
  /// A department is named in general words, such as 相关部门.
  case departmentGeneric
  /// The departments were taken over from a merged cell or an earlier item of the same cell.
  case departmentInherited
  /// The item has no measure.
  case measureMissing
  /// The measures were taken over from an earlier item of the same cell, or several came together.
  case measureInherited
  /// A duty in the provincial text has no counterpart in the plan.
  case dutyDropped
  /// A column was taken for what it holds by what stands in it.
  case columnInferred
  /// Deadline, departments or person were read from a sentence or its bracket.
  case readFromSentence
  /// The responsible person was taken over from a merged cell.
  case personInherited
  /// The remark was taken over from a merged cell.
  case remarkInherited
  /// A name in the column of departments does not look like a department.
  case departmentDoubtful
  /// A text holds marks, dates or words that an official paper should not.
  case proofreading
  /// The clause of the list that the item answers was corrected (条款更正).
  case clauseChanged
  /// A corrected plan has other words under the number, or these words stood under another one: whose
  /// work is recorded there is doubtful.
  case historyDoubtful
  /// What a check of somebody else finds.
  case added(AddedFindingCode)
}

extension FindingCode: CaseIterable {
  /// The names of this library.
  public static let allCases: [FindingCode] = [
    .deadlineLater, .deadlineBeforeIssue, .deadlineMissing, .deadlineInherited,
    .deadlineUnreadable, .deadlineVague, .yearAssumed, .deadlineAmbiguous, .ordinalDuplicate,
    .rowMisplaced,
    .cellShifted, .figureConflict, .clauseMissing, .itemUnlinked, .linkDoubtful,
    .departmentMissing, .departmentGeneric, .departmentInherited, .measureMissing,
    .measureInherited, .dutyDropped, .columnInferred, .readFromSentence, .personInherited,
    .remarkInherited, .departmentDoubtful, .proofreading, .clauseChanged,
    .historyDoubtful,
  ]
}

extension FindingCode: RawRepresentable, Encodable {
  /// The stored name.
  public var rawValue: String {
    switch self {
    case .deadlineLater: "deadline-later"
    case .deadlineBeforeIssue: "deadline-before-issue"
    case .deadlineMissing: "deadline-missing"
    case .deadlineInherited: "deadline-inherited"
    case .deadlineUnreadable: "deadline-unreadable"
    case .deadlineVague: "deadline-vague"
    case .yearAssumed: "year-assumed"
    case .deadlineAmbiguous: "deadline-ambiguous"
    case .ordinalDuplicate: "ordinal-duplicate"
    case .rowMisplaced: "row-misplaced"
    case .cellShifted: "cell-shifted"
    case .figureConflict: "figure-conflict"
    case .clauseMissing: "clause-missing"
    case .itemUnlinked: "item-unlinked"
    case .linkDoubtful: "link-doubtful"
    case .departmentMissing: "department-missing"
    case .departmentGeneric: "department-generic"
    case .departmentInherited: "department-inherited"
    case .measureMissing: "measure-missing"
    case .measureInherited: "measure-inherited"
    case .dutyDropped: "duty-dropped"
    case .proofreading: "proofreading"
    case .columnInferred: "column-inferred"
    case .readFromSentence: "read-from-sentence"
    case .personInherited: "person-inherited"
    case .remarkInherited: "remark-inherited"
    case .departmentDoubtful: "department-doubtful"
    case .clauseChanged: "clause-changed"
    case .historyDoubtful: "history-doubtful"
    case .added(let code): code.rawValue
    }
  }

  private static let known = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// Reads a stored name; nil when it is neither known here nor somebody else's.
  public init?(rawValue: String) {
    if let code = FindingCode.known[rawValue] {
      self = code
    } else if let code = AddedFindingCode(rawValue: rawValue) {
      self = .added(code)
    } else {
      return nil
    }
  }

  /// Whether what is found stands in another column than the content of the item.
  var isOfAnotherColumn: Bool {
    switch self {
    case .deadlineLater, .deadlineBeforeIssue, .deadlineMissing, .deadlineInherited,
      .deadlineUnreadable, .deadlineVague, .yearAssumed, .deadlineAmbiguous, .ordinalDuplicate,
      .departmentMissing, .departmentGeneric, .departmentInherited, .departmentDoubtful,
      .measureMissing, .measureInherited, .personInherited, .remarkInherited:
      true
    case .rowMisplaced, .cellShifted, .figureConflict, .clauseMissing, .itemUnlinked,
      .linkDoubtful, .dutyDropped, .columnInferred, .readFromSentence, .proofreading,
      .clauseChanged, .historyDoubtful, .added:
      false
    }
  }

  /// Whether it is a name of somebody else's.
  public var isAdded: Bool { if case .added = self { true } else { false } }
}
