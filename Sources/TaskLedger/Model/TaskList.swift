/// The list from above (任务列表): tasks with their clauses, and what is handed in when.
///
/// Invariant: tasks are ordered by number, clauses by id, and no id stands twice.
public struct TaskList: Sendable, Hashable {
  /// The title of the list.
  public var title: String
  /// The number of the document that gives it (文号).
  public var documentNumber: String
  /// The tasks in order.
  public var tasks: [ReformTask]
  /// What must be handed in, by when.
  public var handIns: [HandIn]
  /// The day from which schools are inspected (验收); nil when the list does not say.
  public var acceptanceFrom: CivilDate?
  /// The stored name of the set of data it belongs to (成套数据): its words, indicators and forms;
  /// nil for that of the reform of 2020.
  public var set: String?

  /// Creates a list.
  public init(
    title: String, documentNumber: String, tasks: [ReformTask], handIns: [HandIn] = [],
    acceptanceFrom: CivilDate? = nil, set: String? = nil
  ) {
    self.title = title
    self.documentNumber = documentNumber
    self.tasks = tasks
    self.handIns = handIns
    self.acceptanceFrom = acceptanceFrom
    self.set = set
  }

  /// The title as papers print it; nil when the document had none, and the name of its file was taken
  /// down instead.
  public var ownTitle: String? {
    title.isEmpty || ProofMarks.withoutExtension(title) != title ? nil : title
  }

  /// All clauses in order.
  public var clauses: [Clause] { tasks.flatMap(\.clauses) }

  /// The clause with an id, or nil.
  public func clause(_ id: ClauseID) -> Clause? {
    tasks.first { $0.number == id.task }?.clauses.first { $0.id == id }
  }

  /// The list with the duties of another for clauses of the same id that name none.
  ///
  /// A document gives clauses, deadlines and figures, but no words by which its duties are
  /// recognised; those come from the list that is kept as data, when both are of one document.
  public func adoptingDuties(of other: TaskList) -> TaskList {
    guard documentNumber == other.documentNumber else { return self }
    var result = self
    for task in result.tasks.indices {
      for place in result.tasks[task].clauses.indices {
        let clause = result.tasks[task].clauses[place]
        guard clause.duties.isEmpty, let known = other.clause(clause.id) else { continue }
        result.tasks[task].clauses[place].duties = known.duties
      }
    }
    return result
  }

  /// The task with a number, or nil.
  public func task(_ number: Int) -> ReformTask? { tasks.first { $0.number == number } }
}

/// One of the tasks (任务).
public struct ReformTask: Sendable, Hashable {
  /// The number, from 1.
  public var number: Int
  /// The title.
  public var title: String
  /// The basis (依据); empty when the list gives none.
  public var basis: String
  /// The clauses in order.
  public var clauses: [Clause]

  /// Creates a task.
  public init(number: Int, title: String, basis: String = "", clauses: [Clause]) {
    self.number = number
    self.title = title
    self.basis = basis
    self.clauses = clauses
  }
}

/// One clause of the list (条款).
public struct Clause: Sendable, Hashable {
  /// The id, such as `3.1`.
  public var id: ClauseID
  /// What is demanded.
  public var content: String
  /// The list's deadline.
  public var deadline: Deadline
  /// The figures the clause fixes.
  public var figures: [Figure]
  /// The duties whose absence from a plan is worth a finding, with the words that show them.
  public var duties: [Duty]

  /// Creates a clause.
  public init(
    id: ClauseID, content: String, deadline: Deadline, figures: [Figure] = [], duties: [Duty] = []
  ) {
    self.id = id
    self.content = content
    self.deadline = deadline
    self.figures = figures
    self.duties = duties
  }
}

/// A duty that a plan must take up, recognised by words (任务要点).
///
/// Invariant: `groups` is not empty; a plan's item takes the duty up when it holds one word of each
/// alternative group.
public struct Duty: Sendable, Hashable {
  /// The duty in a few words, as a finding names it.
  public var name: String
  /// Groups of alternative words; a text has the duty when every group has a word in it.
  public var groups: [[String]]

  /// Creates a duty.
  public init(name: String, groups: [[String]]) {
    self.name = name
    self.groups = groups
  }
}

/// A figure with its subject, as a clause or a plan states it, such as 主席团成员 ≤ 5 人.
public struct Figure: Sendable, Hashable {
  /// How the figure bounds its subject.
  public enum Relation: String, Sendable, Hashable, Encodable {
    /// 不超过, ≤.
    case atMost = "at-most"
    /// 不少于, 不低于, 至少, ≥.
    case atLeast = "at-least"
    /// 左右, 约.
    case about
    /// A range such as 20 至 30.
    case between
    /// Exactly.
    case exactly
  }

  /// What is counted, folded (校级学生会工作人员).
  public var subject: String
  /// How the figure bounds it.
  public var relation: Relation
  /// The figure, or the lower end of a range.
  public var value: Int
  /// The upper end of a range.
  public var upper: Int?
  /// The unit as written: 人, 个, %, 次.
  public var unit: String

  /// Creates a figure.
  public init(subject: String, relation: Relation, value: Int, upper: Int? = nil, unit: String) {
    self.subject = subject
    self.relation = relation
    self.value = value
    self.upper = upper
    self.unit = unit
  }
}

/// Something that must be handed in by a day (报送).
public struct HandIn: Sendable, Hashable {
  /// The last day.
  public var due: CivilDate
  /// What is handed in.
  public var what: String
  /// In which forms, such as 盖章纸质版 and 扫描PDF版.
  public var forms: [String]
  /// To whom.
  public var recipients: [String]

  /// Creates a hand-in.
  public init(due: CivilDate, what: String, forms: [String] = [], recipients: [String] = []) {
    self.due = due
    self.what = what
    self.forms = forms
    self.recipients = recipients
  }
}
