package import TaskLedger

/// The ledger as a table (台账): the plan's columns with progress, evidence and closure.
package struct LedgerTable: Sendable, Hashable {
  /// Head and foot.
  package var masthead: Masthead
  /// The counts of the heading.
  package var counts: HeadCounts
  /// The items that still count, by task.
  package var tasks: [Task]
  /// The items that were withdrawn or are gone from the plan.
  package var gone: [ItemLine]

  /// Makes the table.
  package init(_ input: ReportInput) {
    masthead = Masthead(input)
    let all = ItemLine.all(input) { _ in true }
    let lines = all.filter(\.state.isLive)
    counts = HeadCounts(input.onDay)
    gone = all.filter { !$0.state.isLive }
    var tasks: [Task] = []
    for line in lines {
      let item = line.state.item
      if tasks.last?.number != item.task {
        let title = input.ledger.list?.task(item.task)?.title ?? item.taskTitle
        tasks.append(Task(number: item.task, title: title, lines: []))
      }
      tasks[tasks.count - 1].lines.append(line)
    }
    self.tasks = tasks
  }

  /// The items of a task that stand beside each other.
  package struct Task: Sendable, Hashable {
    /// The number of the task; 0 for the school's own items.
    package var number: Int
    /// Its title.
    package var title: String
    /// Its items.
    package var lines: [ItemLine]

    /// What the task rests on, each text once.
    var basis: String {
      var texts: [String] = []
      for text in lines.map(\.state.item.basis) where !text.isEmpty && !texts.contains(text) {
        texts.append(text)
      }
      return texts.joined(separator: "；")
    }

    static let keys = KeyTable<Task>([
      .text("name") { ReportPhrases.task($0.number, $0.title) },
      .optional("basis") { $0.basis },
      .rows("items", ItemLine.keys) { $0.lines },
    ])
  }

  static let keys =
    Masthead.keys.within { (table: LedgerTable) in table.masthead }
    + HeadCounts.keys.within { (table: LedgerTable) in table.counts }
    + KeyTable<LedgerTable>([
      .text("title") { $0.masthead.title(of: .ledger) },
      .rows("tasks", Task.keys) { $0.tasks },
      .flag("hasGone") { !$0.gone.isEmpty },
      .rows("gone", GoneLine.keys) { $0.gone.map(GoneLine.init) },
    ])
}

/// An item that no longer counts, with the reason.
struct GoneLine {
  var line: ItemLine

  static let keys =
    ItemLine.keys.within { (gone: GoneLine) in gone.line }
    + KeyTable<GoneLine>([
      .optional("withdrawalBasis") { $0.line.state.withdrawalBasis },
      .optional("droppedReason") { $0.line.state.droppedReason },
    ])
}

/// The index of the evidence (佐证材料目录), voided pieces with their reason.
package struct EvidenceIndex: Sendable, Hashable {
  /// Head and foot.
  package var masthead: Masthead
  /// The evidence in order of number.
  package var lines: [EvidenceLine]

  /// Makes the index.
  package init(_ input: ReportInput) {
    masthead = Masthead(input)
    lines = EvidenceLine.all(input)
  }

  /// How much of it counts.
  private var valid: EvidenceCount {
    EvidenceCount(lines.filter { $0.voidReason == nil }.map(\.evidence))
  }

  static let keys =
    Masthead.keys.within { (index: EvidenceIndex) in index.masthead }
    + KeyTable<EvidenceIndex>([
      .text("title") { $0.masthead.title(of: .evidenceIndex) },
      .number("total") { $0.lines.count },
      .number("validCount") { $0.valid.pieces },
      .number("fileCount") { $0.valid.files },
      .flag("hasDamaged") { $0.lines.contains(where: \.isDamaged) },
      .number("damagedCount") { index in index.lines.count(where: \.isDamaged) },
      .flag("hasVoid") { index in index.lines.contains { $0.voidReason != nil } },
      .number("voidCount") { index in index.lines.count { $0.voidReason != nil } },
      .rows("files", File.keys) { $0.files },
      .flag("hasEvidence") { !$0.lines.isEmpty },
      .rows("evidence", EvidencePiece.keys) { EvidencePiece.all($0.lines) },
    ])
}

extension EvidenceIndex {
  /// One file with the numbers under which it counts.
  struct File: Sendable {
    var digest: EvidenceDigest
    var numbers: [EvidenceNumber]

    static let keys = KeyTable<File>([
      .text("numbers") { ReportPhrases.joined($0.numbers.map(\.description)) },
      .text("digest") { $0.digest.description },
    ])
  }

  /// The files in the order in which they are first numbered.
  private var files: [File] {
    var files: [File] = []
    var places: [EvidenceDigest: Int] = [:]
    for line in lines {
      let evidence = line.evidence
      if let place = places[evidence.digest] {
        files[place].numbers.append(evidence.number)
      } else {
        places[evidence.digest] = files.count
        files.append(File(digest: evidence.digest, numbers: [evidence.number]))
      }
    }
    return files
  }
}

/// What a department answers for (部门清单).
package struct DepartmentReport: Sendable, Hashable {
  /// Head and foot.
  package var masthead: Masthead
  /// The department.
  package var department: String
  /// What it leads and has not finished, the most urgent first.
  package var open: [ItemLine]
  /// What it leads and has finished.
  package var done: [ItemLine]
  /// Where it helps.
  package var supporting: [ItemLine]
  /// The gaps it must mend.
  package var gaps: [Ledger.Gap]

  /// Makes the list of a department named in the plan.
  package init(of name: String, _ input: ReportInput) throws(ReportError) {
    let directory = input.departments
    func isSame(_ other: String) -> Bool { directory.isSame(other, name) }
    let lines = ItemLine.all(input)
    let all = lines + ItemLine.withdrawn(input)
    let known = all.flatMap(\.state.item.departments.all) + input.ledger.gaps.map(\.owner)
    guard let found = known.first(where: isSame) else {
      throw .departmentUnknown(name, nearest: EditDistance.nearest(to: name, among: known))
    }
    department = PrintedDepartments(of: input.ledger, directory)[found]
    masthead = Masthead(input)
    let own = all.filter { $0.state.item.departments.lead.contains(where: isSame) }
    open = own.filter { !$0.isSettled }.sorted { $0.urgency < $1.urgency }
    done = own.filter(\.isSettled).sorted { $0.id < $1.id }
    supporting = lines.filter { $0.state.item.departments.supporting.contains(where: isSame) }
    gaps = input.ledger.undecidedGaps.filter { isSame($0.owner) }
  }

  static let keys =
    Masthead.keys.within { (report: DepartmentReport) in report.masthead }
    + KeyTable<DepartmentReport>([
      .text("title") { $0.masthead.title(of: .department, [.department: $0.department]) },
      .text("department") { $0.department },
      .number("openCount") { $0.open.count },
      .number("overdueCount") { report in report.open.count { $0.overdueDays != nil } },
      .number("settledCount") { $0.done.count },
      .flag("hasOpen") { !$0.open.isEmpty },
      .rows("open", ItemLine.keys) { $0.open },
      .flag("hasDone") { !$0.done.isEmpty },
      .rows("done", ItemLine.keys) { $0.done },
      .flag("hasSupporting") { !$0.supporting.isEmpty },
      .rows("helping", ItemLine.keys) { $0.supporting },
      .flag("hasGaps") { !$0.gaps.isEmpty },
      .rows("gaps", Ledger.Gap.keys) { $0.gaps },
    ])
}

extension ItemLine {
  /// By the day that is next, those without one last, then by number.
  fileprivate var urgency: Urgency { Urgency(due: onDay.nextDay, id: id) }

  fileprivate struct Urgency: Comparable {
    var due: CivilDate?
    var id: ItemID

    static func < (left: Urgency, right: Urgency) -> Bool {
      switch (left.due, right.due) {
      case (let a?, let b?): (a, left.id) < (b, right.id)
      case (nil, nil): left.id < right.id
      case (let due, nil): due != nil
      case (nil, _): false
      }
    }
  }
}
