/// The stored names of what an import or a check finds; a public contract, never reused.
public enum FindingCode: String, Sendable, Hashable, Encodable, CaseIterable {
  /// The school's deadline is later than the province's.
  case deadlineLater = "deadline-later"
  /// The deadline lies before the day the plan itself was issued.
  case deadlineBeforeIssue = "deadline-before-issue"
  /// No deadline is written.
  case deadlineMissing = "deadline-missing"
  /// The deadline was taken over from a merged cell or an earlier item of the same cell.
  case deadlineInherited = "deadline-inherited"
  /// The words of the deadline cannot be read.
  case deadlineUnreadable = "deadline-unreadable"
  /// The deadline is words without a date.
  case deadlineVague = "deadline-vague"
  /// The year is the document's own, the words have none.
  case yearAssumed = "year-assumed"
  /// A printed number stands at two items.
  case ordinalDuplicate = "ordinal-duplicate"
  /// A row stands under another task.
  case rowMisplaced = "row-misplaced"
  /// A cell's content stands in a neighbouring column.
  case cellShifted = "cell-shifted"
  /// Two places of the plan give different figures for the same thing.
  case figureConflict = "figure-conflict"
  /// A provincial clause has no item.
  case clauseMissing = "clause-missing"
  /// An item answers no provincial clause.
  case itemUnlinked = "item-unlinked"
  /// The link from an item to its clause is doubtful.
  case linkDoubtful = "link-doubtful"
  /// No department is named.
  case departmentMissing = "department-missing"
  /// A department is named in general words, such as 相关部门.
  case departmentGeneric = "department-generic"
  /// The departments were taken over from a merged cell or an earlier item of the same cell.
  case departmentInherited = "department-inherited"
  /// The item has no measure.
  case measureMissing = "measure-missing"
  /// The measures were taken over from an earlier item of the same cell, or several came together.
  case measureInherited = "measure-inherited"
  /// A duty in the provincial text has no counterpart in the plan.
  case dutyDropped = "duty-dropped"
  /// A text holds marks, dates or words that an official paper should not.
  case proofreading = "proofreading"
}
