package import ArgumentParser
import LedgerStore
package import LedgerDesk
import LedgerReports
import TaskLedger

/// `doctor` 体检.
package struct DoctorCommand: EnvironmentCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "体检：说明台账文件夹的状况，每一处都说怎么办",
    discussion: """
      例：xiaohao doctor
      例：xiaohao doctor --repair --dry-run   看会修什么
      例：xiaohao doctor --repair             收紧权限、退回中断的写入、把多余文件移到「移出-日期」
      体检只看不动；修理不删除任何文件，也不改记录。退出码：0 没有问题，1 有提醒，76 有损坏。
      """, aliases: ["体检"])

  @OptionGroup var common: CommonOptions
  @Flag(help: "修理：只做不会丢东西的事") var repair = false
  @Flag(help: "与 --repair 同用：只说会做什么") var dryRun = false

  /// Creates the command for the parser.
  package init() {}

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, common)
    let folder = try session.desk.requiredFolder()
    var examination = FolderExamination(of: folder, today: session.today)
    var done: [String] = []
    if repair {
      let plan = FolderRepair(of: examination, today: session.today, now: environment.now())
      session.say(plan.leftAlone.map(Diagnostic.repairLeavesAlone))
      done = plan.steps.map { words($0, aside: plan.aside) }
      if !dryRun {
        try DeskError.ofStore { () throws(StoreError) in try plan.perform() }
        examination = FolderExamination(of: folder, today: session.today)
      }
    }
    let findings = examination.findings.map { Diagnostic.folder($0, in: folder) }
    if common.json {
      session.print(
        try JSONDocument(
          kind: "doctor",
          DoctorJSON(
            folder: folder.name, sound: !examination.isDamaged,
            school: Nullable(examination.integrity.map { PrintableText.line($0.school) }),
            entries: Nullable(examination.integrity?.entryCount),
            evidence: Nullable(examination.integrity?.evidenceCount),
            head: Nullable(examination.integrity?.head.code), repairs: done,
            dryRun: dryRun, findings: findings.map(FindingJSON.init))
        ).text())
    } else {
      session.say(findings)
      for line in lines(examination, done, count: findings.count) { session.tell(line) }
    }
    if examination.isDamaged { throw DeskError([], kind: .integrity) }
    if !findings.isEmpty { throw DeskError([], kind: .refused) }
  }

  private func lines(_ examination: FolderExamination, _ done: [String], count: Int) -> [String] {
    var lines = ["体检：台账文件夹「\(examination.folder.name)」"]
    lines += done.map { (dryRun ? "[演示] 将" : "已") + $0 }
    if repair && done.isEmpty { lines.append("没有可以修理的") }
    if let report = examination.integrity {
      lines.append(
        "「\(report.school)」记录 \(report.entryCount) 条，佐证 \(report.evidenceCount) 份，"
          + "格式 \(LedgerStore.format)，台账末端 \(report.head.code)")
    }
    let damaged = examination.findings.count(where: \.isDamage)
    var verdict = count == 0 ? "没有发现问题" : "发现 \(count) 处"
    if damaged > 0 {
      verdict += "，其中损坏 \(damaged) 处：不要再写入，从备份恢复"
    } else if count > 0, examination.integrity != nil {
      verdict += "，记录和佐证完好"
    }
    lines.append(verdict)
    return lines
  }

  private func words(_ step: FolderRepair.Step, aside: String) -> String {
    switch step {
    case .replayJournal: "退回中断的写入"
    case .restrict(let path): "收紧「\(Diagnostic.folderPart(path))」的权限"
    case .moveAside(let path): "把「\(path)」移到「\(aside)」"
    }
  }
}

private struct DoctorJSON: Encodable {
  var folder: String
  var sound: Bool
  var school: Nullable<String>
  var entries: Nullable<Int>
  var evidence: Nullable<Int>
  var head: Nullable<String>
  var repairs: [String]
  var dryRun: Bool
  var findings: [FindingJSON]
}
