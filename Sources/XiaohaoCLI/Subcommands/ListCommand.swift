package import ArgumentParser
package import LedgerDesk
import LedgerReports
import TaskLedger

/// `list` 清单.
package struct ListCommand: EnvironmentCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "list", abstract: "清单：全部条目的亮灯、状态、时限和部门",
    discussion: """
      例：xiaohao list --overdue                  已逾期的
      例：xiaohao list --due-within 30            三十天内到期的
      例：xiaohao list --department 学工部        某部门负责的
      例：xiaohao list --state 待审核             某状态的
      灯：绿 正常，黄 十五天内到期，红 逾期，蓝 已销号，灰 无期限。
      """, aliases: ["清单"])

  @OptionGroup var reading: ReadingOptions
  @Flag(help: "只列逾期的") var overdue = false
  @Option(help: ArgumentHelp("只列几天内到期的", valueName: "天数")) var dueWithin: Int?
  @Option(help: ArgumentHelp("只列某部门负责的", valueName: "部门")) var department: String?
  @Option(help: ArgumentHelp("只列某状态的", valueName: "状态")) var state: String?

  /// Creates the command for the parser.
  package init() {}

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, reading.common)
    let phase = try wantedPhase()
    let snapshot = try session.snapshot(asOf: reading.asOf)
    let today = snapshot.asOf
    let directory = department == nil ? nil : try PlanFiles(session.desk).departments()
    let items = snapshot.ledger.itemsInOrder
    let marks = SideBySide.map(stretchesOf: items.count) { stretch in
      stretch.map { ItemMarks(at: $0, of: items, on: today) }
    }.flatMap(\.self)
    // Places of states, which are large and stay where they are.
    let isListed = isListed(phase: phase)
    let wanted = items.indices.filter { place in
      items[place].droppedReason == nil && isListed(marks[place])
        && (directory == nil || isWanted(items[place].item.departments, directory))
    }
    if snapshot.later > 0, snapshot.ledger.plan == nil {
      session.say([.laterEntries(snapshot.later, asOf: today)])
    }
    if let department, wanted.isEmpty {
      session.say([.departmentUnknown(department, nearest: nearest(to: department, snapshot))])
    }
    if session.common.json {
      session.print(
        try JSONDocument(
          kind: "list",
          ItemsJSON(
            school: snapshot.ledger.school, asOf: today.description,
            items: wanted.map { ItemJSON(items[$0], in: snapshot.ledger, on: today) })
        ).text())
    } else {
      for part in texts(wanted, of: items, marks, snapshot, environment) { session.print(part) }
    }
  }

  /// Whether the options ask for an item; they are looked up once.
  private func isListed(phase: Phase?) -> (ItemMarks) -> Bool {
    let (overdue, dueWithin) = (overdue, dueWithin)
    return { marks in
      if overdue, !marks.isOverdue { return false }
      if let dueWithin {
        guard let due = marks.nextDay ?? marks.due, !marks.isSoundlyClosed, marks.day <= due,
          marks.day.days(to: due) <= dueWithin
        else { return false }
      }
      return phase == nil || marks.phase == phase
    }
  }

  private func isWanted(
    _ departments: DepartmentAssignment, _ directory: DepartmentDirectory?
  ) -> Bool {
    guard let department, let directory else { return true }
    return departments.all.contains {
      (directory.canonical($0) ?? $0) == (directory.canonical(department) ?? department)
    }
  }

  private func wantedPhase() throws(DeskError) -> Phase? {
    guard let state else { return nil }
    guard let phase = Phase(words: state) else {
      throw DeskError([.stateUnknown(state)], kind: .usage)
    }
    return phase
  }

  private func nearest(to name: String, _ snapshot: Snapshot) -> [String] {
    let names = Set(snapshot.ledger.liveItems.flatMap(\.item.departments.all)).sorted()
    return EditDistance.nearest(to: name, among: names)
  }

  /// What is printed, in order.
  private func texts(
    _ wanted: [Int], of items: [ItemState], _ marks: [ItemMarks], _ snapshot: Snapshot,
    _ environment: Environment
  ) -> [String] {
    let today = snapshot.asOf
    let tally = marks.reduce(into: Tally()) { $0.count($1) }
    let heading = """
      \(PrintableText.line(snapshot.ledger.school))　截至 \(today)
      进度 \(ProgressBar.text(done: tally.closed, of: tally.mustClose)) 已销号；\
      逾期 \(tally.overdue)，失效 \(tally.stale)；\
      长期坚持 \(tally.standing)，未载明期限 \(tally.undated)

      """
    var table = TextTable(
      header: ["编号", "灯", "状态", "时限", "到期", "牵头部门", "改革内容", "佐证", "标记"],
      flexible: 6)
    table.add(rows: wanted.count) { Self.cells(at: wanted[$0], of: items, marks[wanted[$0]]) }
    let painted: TextTable.Style = { row, column, cell in
      column == 1 ? Colour.paint(cell, as: items[wanted[row]].light(on: today)) : cell
    }
    return [
      heading,
      table.text(
        columns: environment.terminalColumns ?? 140,
        style: environment.isColoured ? painted : nil),
      "共 \(wanted.count) 条；查看一条：xiaohao show 编号\n",
    ]
  }

  private static func cells(at place: Int, of items: [ItemState], _ marks: ItemMarks) -> [String] {
    let light = marks.light ?? items[place].light(on: marks.day)
    let leads = items[place].item.departments.lead
    let flags = items[place].item.flags
    return [
      items[place].item.id.description, light.words,
      marks.isStale ? "失效" : marks.phase.words, items[place].item.deadline.words,
      dueWords(marks),
      leads.first.map { PrintableText.line($0) + (leads.count > 1 ? "等" : "") } ?? "—",
      PrintableText.line(items[place].item.content), String(items[place].evidence.validCount),
      flags.isEmpty ? "" : flags.map(\.rawValue).sorted().joined(separator: " "),
    ]
  }

  private static func dueWords(_ marks: ItemMarks) -> String {
    let next = marks.nextDay.map { "下次 \($0)" }
    guard let due = marks.due else { return next ?? (marks.isStanding ? "长期" : "—") }
    if marks.isOverdue { return "\(due) 逾期\(due.days(to: marks.day))天" }
    guard let next, marks.nextDay != due else { return due.description }
    return "\(due) \(next)"
  }
}
