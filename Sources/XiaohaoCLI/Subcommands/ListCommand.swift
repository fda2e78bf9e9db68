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
      例：xiaohao list --state 失效               销号后有变动的
      灯：绿 正常，黄 应办妥日在十五天内，红 已过应办妥日，蓝 已销号，灰 无期限。
      应办妥日是时限和报送日中较早的一个；逾期只指过了自己的时限。
      """, subcommands: [Update.self], aliases: ["清单"])

  @OptionGroup var reading: ReadingOptions
  @Flag(help: "只列逾期的") var overdue = false
  @Option(help: ArgumentHelp("只列几天内应办妥的", valueName: "天数")) var dueWithin: Int?
  @Option(help: ArgumentHelp("只列某部门负责的", valueName: "部门")) var department: String?
  @Option(help: ArgumentHelp("只列某状态的", valueName: "状态")) var state: String?

  /// Creates the command for the parser.
  package init() {}

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, reading.common)
    let status = try wantedStatus()
    let snapshot = try session.snapshot(asOf: reading.asOf)
    let today = snapshot.asOf
    let onDay = LedgerOnDay(snapshot.ledger, on: today)
    let directory = department == nil ? nil : try session.desk.schoolData.departments()
    let wanted = onDay.items.filter { item in
      isListed(item, status: status) && isWanted(item.state.item.departments, directory)
    }
    if snapshot.later > 0, snapshot.ledger.plan == nil {
      session.say([.laterEntries(snapshot.later, asOf: today)])
    }
    if let department,
      !snapshot.ledger.itemsInOrder.contains(where: { isWanted($0.item.departments, directory) })
    {
      throw DeskError(
        [.departmentUnknown(department, nearest: nearest(to: department, snapshot))],
        kind: .unreadableInput)
    }
    if session.common.json {
      session.print(
        try JSONDocument(
          kind: "list",
          ItemsJSON(
            school: snapshot.ledger.school, asOf: today.description,
            items: wanted.map {
              ItemJSON($0.state, in: snapshot.ledger, on: today, digest: Desk.digest)
            })
        ).text())
    } else {
      for part in texts(wanted, onDay, status: status, environment) { session.print(part) }
    }
  }

  /// Whether the options ask for an item.
  private func isListed(_ item: ItemOnDay, status: ItemStatus?) -> Bool {
    if overdue, !item.isOverdue { return false }
    if let dueWithin, !item.isDue(within: dueWithin) { return false }
    return status == nil || item.status == status
  }

  private func isWanted(
    _ departments: DepartmentAssignment, _ directory: DepartmentDirectory?
  ) -> Bool {
    guard let department, let directory else { return true }
    return departments.all.contains { directory.isSame($0, department) }
  }

  private func wantedStatus() throws(DeskError) -> ItemStatus? {
    guard let state else { return nil }
    guard let status = ItemStatus(words: state) else {
      throw DeskError([.stateUnknown(state)], kind: .usage)
    }
    return status
  }

  private func nearest(to name: String, _ snapshot: Snapshot) -> [String] {
    let names = Set(snapshot.ledger.liveItems.flatMap(\.item.departments.all)).sorted()
    return EditDistance.nearest(to: name, among: names)
  }

  /// What is printed, in order.
  private func texts(
    _ wanted: [ItemOnDay], _ onDay: LedgerOnDay, status: ItemStatus?, _ environment: Environment
  ) -> [String] {
    let today = onDay.day
    let counts = onDay.counts
    let states = ItemStatus.allCases.filter { counts[$0] > 0 }
      .map { "\($0.words) \(counts[$0])" }.joined(separator: "，")
    let heading = """
      \(PrintableText.line(onDay.ledger.school))　截至 \(today)\(handInWords(onDay))
      进度 \(ProgressBar.text(done: counts[.closed], of: counts.total)) 已销号；共 \(counts.total) 条：\(states)
      其中逾期 \(onDay.items.count(where: \.isOverdue))，漏期 \(onDay.items.count(where: \.isMissed))，\
      未办妥 \(onDay.unsettled.count)

      """
    let isReview = status == .submitted
    var table = TextTable(
      header: ["编号", "灯", "状态", "时限", "应办妥日", "牵头部门", "内容", "佐证", "标记"]
        + (isReview ? ["审核码"] : []),
      flexible: 6)
    for item in wanted {
      let code = isReview ? [item.state.reviewCode(Desk.digest).description] : []
      table.add(Self.cells(of: item) + code)
    }
    let painted: TextTable.Style = { row, column, cell in
      column == 1 ? Colour.paint(cell, as: wanted[row].light) : cell
    }
    return [
      heading,
      table.text(
        columns: environment.terminalColumns ?? 140,
        style: environment.isColoured ? painted : nil),
      environment.wording.text(of: "共 \(wanted.count) 条；查看一条：\(look: .item(nil))") + "\n",
    ]
  }

  private func handInWords(_ onDay: LedgerOnDay) -> String {
    guard let day = onDay.handInDay, let left = onDay.daysToHandIn else { return "" }
    return left >= 0 ? "　距报送日 \(day) 还有 \(left) 天" : "　报送日 \(day) 已过 \(-left) 天"
  }

  private static func cells(of item: ItemOnDay) -> [String] {
    let words = item.state.item
    let leads = words.departments.lead
    return [
      item.id.description, item.light.words, item.status.words, item.state.deadlineInForce.words,
      dayWords(item),
      leads.first.map { PrintableText.line($0) + (leads.count > 1 ? "等" : "") } ?? "—",
      PrintableText.line(words.content),
      String(EvidenceCount(item.state.validEvidence).pieces),
      words.flags.isEmpty ? "" : words.flags.map(\.rawValue).sorted().joined(separator: " "),
    ]
  }

  private static func dayWords(_ item: ItemOnDay) -> String {
    item.dayWords { "\($0)" } + (item.missedCount > 0 ? "，漏\(item.missedCount)次" : "")
  }
}
