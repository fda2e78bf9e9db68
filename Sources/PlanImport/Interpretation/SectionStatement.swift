internal import TaskLedger

/// What a title states of everything below it (小标题所载).
struct SectionStatement: Hashable {
  /// The words of the deadline.
  var deadline: String?
  /// The departments.
  var departments = DepartmentAssignment()
  /// The responsible persons.
  var person: String?

  /// Creates a statement that says nothing.
  init() {}

  /// Takes over what a title states.
  init(_ stated: StatedValues) {
    (deadline, departments, person) = (stated.deadline, stated.departments, stated.person)
  }

  /// Takes over what the other says and this one does not.
  mutating func fill(from other: SectionStatement) {
    if deadline == nil { deadline = other.deadline }
    if departments.all.isEmpty { departments = other.departments }
    if person == nil { person = other.person }
  }

  /// Whether it says nothing.
  var isEmpty: Bool { deadline == nil && departments.all.isEmpty && person == nil }
}
