package import ArgumentParser
package import LedgerDesk
import TaskLedger

/// `revise` 更正.
package struct ReviseCommand: EnvironmentCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "revise", abstract: "更正：改条目的字段，或确认导入标记；原文始终保留",
    discussion: """
      例：xiaohao revise 9.2 --deadline 2020年10月 --reason 领导小组会议明确 --actor 校团委
      例：xiaohao revise 2.2 --confirm --reason 与原件核对一致 --actor 校团委
      """, aliases: ["更正"])

  @OptionGroup var writing: WritingOptions
  @Argument(help: ArgumentHelp("条目编号", valueName: "编号")) var ids: [String]
  @Option(help: ArgumentHelp("完成时限，照文件写法", valueName: "时限")) var deadline: String?
  @Option(help: ArgumentHelp("对应的列表条款；写「无」表示没有", valueName: "条款")) var clause: String?
  @Option(help: ArgumentHelp("内容", valueName: "内容")) var content: String?
  @Option(help: ArgumentHelp("落实措施，一条写一次", valueName: "措施")) var measure: [String] = []
  @Option(help: ArgumentHelp("实施部门，用顿号隔开；可写「校团委（牵头）、学工部」", valueName: "部门"))
  var departments: String?
  @Option(help: ArgumentHelp("责任人", valueName: "姓名")) var person: String?
  @Option(help: ArgumentHelp("备注", valueName: "备注")) var remark: String?
  @Option(help: ArgumentHelp("印刷序号", valueName: "序号")) var ordinal: String?
  @Option(help: ArgumentHelp("更正哪件佐证的目录信息", valueName: "佐证编号")) var evidence: String?
  @Option(help: ArgumentHelp("佐证原件的页数", valueName: "页数")) var pages: Int?
  @Option(help: ArgumentHelp("佐证原件存放在哪里", valueName: "地点")) var original: String?
  @Option(help: ArgumentHelp("佐证的名称", valueName: "名称")) var caption: String?
  @Option(help: ArgumentHelp("佐证的文号", valueName: "文号")) var number: String?
  @Option(help: ArgumentHelp("上级文件文号；时限改得既晚于任务列表的时限又晚于报送日时要有", valueName: "文号"))
  var superior: String?
  @Flag(help: "确认全部导入标记无误，逐个列出") var confirm = false
  @Option(help: ArgumentHelp("只确认一个导入标记，可重复", valueName: "标记")) var confirmFlag: [String] = []
  @Option(help: ArgumentHelp("理由", valueName: "理由")) var reason: String

  /// Creates the command for the parser.
  package init() {}

  /// Asks for the evidence that is to be corrected, and for a number of pages that can be.
  package func validate() throws {
    if let pages, pages < 1 { throw ValidationError("--pages 写 1 以上的页数") }
    let isAboutEvidence =
      pages != nil || original != nil || caption != nil || number != nil
    if isAboutEvidence, evidence == nil {
      throw ValidationError("请写明更正哪件佐证：--evidence 证-3.1-01")
    }
  }

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, writing.common)
    let selection = try ItemSelection(ids)
    try selection.requireAnswered(in: session)
    let clerk = try session.clerk(writing)
    let correction = correction
    let directory = try session.desk.schoolData.departments()
    let clauseChange = try self.clauseChange() + evidenceChange()
    let reason = PrintableText.block(reason)
    let flags = try wantedFlags()
    let receipt = try session.desk.append(
      { ledger in
        selection.ids(in: ledger).flatMap { id in
          let changes = correction.changes(in: ledger, knowing: directory) + clauseChange
          var commands: [LedgerCommand] = []
          if !changes.isEmpty || !(confirm || !flags.isEmpty) {
            commands.append(
              .revise(
                id, changes: changes, reason: reason,
                superior: superior.map(PrintableText.line)))
          }
          if confirm || !flags.isEmpty {
            commands.append(.confirm(id, codes: confirm ? nil : flags, reason: reason))
          }
          return commands
        }
      }, by: clerk, at: session.moment, dryRun: writing.dryRun)
    try session.report(receipt, kind: "revise", dryRun: writing.dryRun)
  }

  private func wantedFlags() throws(DeskError) -> Set<FindingCode> {
    var flags: Set<FindingCode> = []
    for name in confirmFlag {
      guard let flag = FindingCode(rawValue: name) else {
        throw DeskError([.flagUnknown(name)], kind: .usage)
      }
      flags.insert(flag)
    }
    return flags
  }

  private func clauseChange() throws(DeskError) -> [ItemChange] {
    guard let clause else { return [] }
    if clause == "无" { return [.clause(nil)] }
    guard let id = ClauseID(TypedNumber.folded(clause)) else {
      throw DeskError([.itemNameUnreadable(clause)], kind: .usage)
    }
    return [.clause(id)]
  }

  private func evidenceChange() throws(DeskError) -> [ItemChange] {
    guard let evidence else { return [] }
    guard let read = EvidenceNumber(TypedNumber.folded(evidence)) else {
      throw DeskError([.evidenceNumberUnreadable(evidence)], kind: .usage)
    }
    let correction = EvidenceCorrection(
      number: read, pages: pages, original: original.map(PrintableText.line),
      caption: caption.map(PrintableText.line), documentNumber: number.map(PrintableText.line))
    return correction == EvidenceCorrection(number: read) ? [] : [.evidence(correction)]
  }

  private var correction: HandedCorrection {
    var correction = HandedCorrection()
    correction.deadline = deadline
    correction.content = content
    correction.measures = measure
    correction.departments = departments
    correction.person = person
    correction.remark = remark
    correction.ordinal = ordinal
    return correction
  }
}
