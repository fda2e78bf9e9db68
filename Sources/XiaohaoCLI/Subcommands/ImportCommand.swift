package import ArgumentParser
import LedgerStore
package import LedgerDesk
import TaskLedger

/// `import` 导入.
package struct ImportCommand: EnvironmentCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "import", abstract: "导入：读入学校实施方案，对上省任务列表",
    discussion: """
      例：xiaohao import 方案.docx            读 Word、Excel、CSV、Markdown、网页和文本
      例：xiaohao import 方案.docx --dry-run  只看会读成什么，不写入
      例：xiaohao import 新方案.docx --update 应用修订后的方案
      原文和出处都保留；推断的、继承的、移位的值都有标记，用 revise --confirm 确认或更正。
      """, aliases: ["导入"])

  @OptionGroup var writing: WritingOptions
  @Argument(help: ArgumentHelp("方案文件；- 为标准输入", valueName: "文件")) var file: String
  @Flag(help: "已有方案时，应用新方案的改动") var update = false

  /// Creates the command for the parser.
  package init() {}

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, writing.common)
    let files = PlanFiles(session.desk)
    let plan = try files.plan(session.input(file))
    let store = try openStore(session)
    let before = try ledger(of: store)
    let list =
      if let known = before?.list { known } else { try files.list(nil).list }
    let linked = plan.items(linkedTo: list)
    if let number = plan.header.documentNumber,
      TextFolding.compact(number) == TextFolding.compact(list.documentNumber),
      linked.allSatisfy(\.departments.all.isEmpty)
    {
      throw DeskError([.planIsList(file, number: number)], kind: .unreadableInput)
    }
    let items = before.map { $0.keepingDecisions(in: linked) } ?? linked
    let kept = before?.corrections(keptIn: linked) ?? []
    session.say(plan.diagnostics)
    guard let store, let before else {
      session.say([.previewWithoutLedger()])
      try show(
        ImportOutcome(
          plan: plan, items: items, list: list, difference: nil, recorded: 0, dryRun: true),
        session)
      return
    }
    if let note = Diagnostic.schoolDiffers(plan: plan.header.school, ledger: before.school) {
      session.say([note])
    }
    let difference = PlanDifference(from: before, to: items)
    if writing.dryRun, !update || before.plan == nil {
      try show(
        ImportOutcome(
          plan: plan, items: items, list: list,
          difference: before.plan == nil ? nil : difference, kept: kept, recorded: 0,
          dryRun: true),
        session)
      return
    }
    let actor = (try? session.actor(writing)) ?? before.reviewers.first ?? ""
    let effective = Self.day(of: plan.header, after: before.plan, on: session.today)
    let receipt = try session.append(
      { _ in [.importPlan(plan.header, items: items, update: update)] }, scope: .whole,
      actor: actor, effective: effective, dryRun: writing.dryRun, in: store)
    try show(
      ImportOutcome(
        plan: plan, items: items, list: list,
        difference: before.plan == nil ? nil : difference, kept: kept,
        recorded: writing.dryRun ? 0 : receipt.entries.count, dryRun: writing.dryRun),
      session)
  }

  /// The day from which a plan counts: that of its issue, so that looking back to any day since
  /// finds it. A corrected copy of a plan that is already there, with no day of issue that is known to
  /// be later, counts from today: what stood until now did stand.
  private static func day(
    of plan: PlanHeader, after known: PlanHeader?, on today: CivilDate
  ) -> CivilDate {
    guard let issued = plan.issueDate else { return today }
    if let known {
      guard let before = known.issueDate, issued > before else { return today }
    }
    return min(issued, today)
  }

  private func openStore(_ session: Session) throws(DeskError) -> LedgerStore? {
    do throws(DeskError) {
      return try session.desk.store(for: writing.dryRun ? .reading : .writing)
    } catch {
      if writing.dryRun, error.diagnostics.first?.code == "ledger-missing" { return nil }
      throw error
    }
  }

  private func ledger(of store: LedgerStore?) throws(DeskError) -> Ledger? {
    guard let store else { return nil }
    do throws(StoreError) {
      return try store.folded().ledger
    } catch {
      throw DeskError(error)
    }
  }

  private func show(_ outcome: ImportOutcome, _ session: Session) throws(DeskError) {
    session.print(
      session.common.json
        ? try outcome.json(on: session.today)
        : outcome.text(
          columns: session.environment.terminalColumns ?? 120, on: session.today))
  }
}
