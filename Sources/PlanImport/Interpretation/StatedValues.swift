internal import TaskLedger

/// What words say of an item besides its content: 责任单位：…；完成时限：…
struct StatedValues {
  /// The words behind labels for days.
  private var labelledDay: String?
  /// The day beside departments, which counts where no label names one.
  private var dayBeside: String?
  /// The departments that lead or support, as their labels say.
  var divided = DepartmentAssignment()
  /// The departments behind a label that does not divide, such as 责任单位.
  var responsible = DepartmentAssignment()
  /// The persons behind labels for those who answer.
  private var answering: String?
  /// The person to be asked, who answers where nobody else is named.
  private var contact: String?
  /// The measures behind a label of their own.
  var measures: [String] = []
  /// Whether something was read from a sentence or its bracket, not from a line of its own.
  var isFromSentence = false

  /// The words of the deadline, as written.
  var deadline: String? {
    get { labelledDay ?? dayBeside }
    set { (labelledDay, dayBeside) = (newValue, nil) }
  }

  /// The responsible persons.
  var person: String? {
    get { answering ?? contact }
    set { (answering, contact) = (newValue, nil) }
  }

  /// The departments, lead and supporting: beside those who lead, the others take part.
  var departments: DepartmentAssignment {
    guard !divided.lead.isEmpty else { return responsible.joined(divided) }
    return divided.joined(DepartmentAssignment(supporting: responsible.all))
  }

  /// Whether nothing was found.
  var isEmpty: Bool { roles.isEmpty }

  /// What was found.
  var roles: Set<ColumnRole> {
    var roles: Set<ColumnRole> = []
    if deadline != nil { roles.insert(.deadline) }
    if !departments.all.isEmpty { roles.insert(.departments) }
    if person != nil { roles.insert(.person) }
    if !measures.isEmpty { roles.insert(.measures) }
    return roles
  }

  /// Forgets the departments, which another place holds.
  mutating func dropDepartments() {
    (divided, responsible) = (DepartmentAssignment(), DepartmentAssignment())
  }

  /// Takes the words behind a label of days; behind a second one they are another day, but a day beside
  /// departments is none beside a label.
  mutating func add(deadline words: String, isBeside: Bool = false) {
    let place = isBeside ? \StatedValues.dayBeside : \StatedValues.labelledDay
    guard let before = self[keyPath: place], before != words else {
      self[keyPath: place] = words
      return
    }
    self[keyPath: place] = before + PlanPhrases.listSeparator + words
  }

  /// Takes the words behind a label of persons; behind a second one they are other persons, but 联系人
  /// is nobody who answers beside others.
  mutating func add(person words: String, isContact: Bool = false) {
    if isContact {
      contact = contact ?? words
      return
    }
    guard let before = answering, before != words else {
      answering = words
      return
    }
    answering = before + PlanPhrases.listSeparator + words
  }

  /// Takes over what the other labels of the same item name.
  mutating func join(_ other: StatedValues) {
    var rest = other
    if let words = rest.labelledDay { add(deadline: words) }
    if let words = rest.dayBeside { add(deadline: words, isBeside: true) }
    if let words = rest.answering { add(person: words) }
    if let words = rest.contact { add(person: words, isContact: true) }
    (rest.deadline, rest.person) = (nil, nil)
    fill(from: rest)
  }

  /// Takes over what a sentence, its bracket or the end of a line states and this one lacks.
  mutating func fill(fromSentence other: StatedValues) {
    fill(from: other)
    isFromSentence = true
  }

  /// Takes over what the other has and this one lacks.
  mutating func fill(from other: StatedValues) {
    if deadline == nil { (labelledDay, dayBeside) = (other.labelledDay, other.dayBeside) }
    divided = divided.joined(other.divided)
    responsible = responsible.joined(other.responsible)
    if person == nil { person = other.person }
    measures += other.measures
    isFromSentence = isFromSentence || other.isFromSentence
  }
}
