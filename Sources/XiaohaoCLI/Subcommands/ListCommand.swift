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
    let directory = department == nil ? nil : try session.desk.schoolData.departments()
    let wanted = snapshot.ledger.itemsInOrder.filter { state in
      state.droppedReason == nil && isListed(state, phase: phase, on: today)
        && isWanted(state.item.departments, directory)
    }
    if snapshot.later > 0, snapshot.ledger.plan == nil {
      session.say([.laterEntries(snapshot.later, asOf: today)])
    }
    if let department,
      !snapshot.ledger.itemsInOrder.contains(where: { isWanted($0.item.departments, directory) })
    {
      session.say([.departmentUnknown(department, nearest: nearest(to: department, snapshot))])
    }
    if session.common.json {
      session.print(
        try JSONDocument(
          kind: "list",
          ItemsJSON(
            school: snapshot.ledger.school, asOf: today.description,
            items: wanted.map { ItemJSON($0, in: snapshot.ledger, on: today, digest: Desk.digest) })
        ).text())
    } else {
      for part in texts(wanted, snapshot, phase: phase, environment) { session.print(part) }
    }
  }

  /// Whether the options ask for an item.
  private func isListed(_ state: ItemState, phase: Phase?, on today: CivilDate) -> Bool {
    if overdue, !state.isOverdue(on: today) { return false }
    if let dueWithin {
      guard let due = state.nextDay(onOrAfter: today) ?? state.due, !state.isSoundlyClosed,
        today <= due, today.days(to: due) <= dueWithin
      else { return false }
    }
    return phase == nil || state.phase == phase
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
    _ wanted: [ItemState], _ snapshot: Snapshot, phase: Phase?, _ environment: Environment
  ) -> [String] {
    let today = snapshot.asOf
    let tally = Tally(snapshot.ledger.itemsInOrder, on: today)
    let heading = """
      \(PrintableText.line(snapshot.ledger.school))　截至 \(today)
      进度 \(ProgressBar.text(done: tally.closed, of: tally.mustClose)) 已销号；\
      逾期 \(tally.overdue)，失效 \(tally.stale)；\
      长期坚持 \(tally.standing)，未载明期限 \(tally.undated)

      """
    var table = TextTable(
      header: ["编号", "灯", "状态", "时限", "到期", "牵头部门", "改革内容", "佐证", "标记"]
        + (phase == .submitted ? ["审核码"] : []),
      flexible: 6)
    for state in wanted {
      let code = phase == .submitted ? [state.reviewCode(Desk.digest).description] : []
      table.add(Self.cells(of: state, on: today) + code)
    }
    let painted: TextTable.Style = { row, column, cell in
      column == 1 ? Colour.paint(cell, as: wanted[row].light(on: today)) : cell
    }
    return [
      heading,
      table.text(
        columns: environment.terminalColumns ?? 140,
        style: environment.isColoured ? painted : nil),
      "共 \(wanted.count) 条；查看一条：xiaohao show 编号\n",
    ]
  }

  private static func cells(of state: ItemState, on today: CivilDate) -> [String] {
    let leads = state.item.departments.lead
    let flags = state.item.flags
    return [
      state.id.description, state.light(on: today).words,
      state.isStale ? "失效" : state.phase.words, state.item.deadline.words,
      dueWords(state, on: today),
      leads.first.map { PrintableText.line($0) + (leads.count > 1 ? "等" : "") } ?? "—",
      PrintableText.line(state.item.content), String(state.validEvidenceCount),
      flags.isEmpty ? "" : flags.map(\.rawValue).sorted().joined(separator: " "),
    ]
  }

  private static func dueWords(_ state: ItemState, on today: CivilDate) -> String {
    let nextDay = state.nextDay(onOrAfter: today)
    let next = nextDay.map { "下次 \($0)" }
    guard let due = state.due else { return next ?? (state.isStanding ? "长期" : "—") }
    if state.isOverdue(on: today) { return "\(due) 逾期\(due.days(to: today))天" }
    guard let next, nextDay != due else { return due.description }
    return "\(due) \(next)"
  }
}
