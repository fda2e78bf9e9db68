package import ArgumentParser
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
    let examination = try session.desk.examine(
      repair ? (dryRun ? .preview : .perform) : .none, at: session.moment)
    session.say(examination.leftAlone)
    let record = examination.record
    let isDamaged = examination.damageCount > 0
    if common.json {
      session.print(
        try JSONDocument(
          kind: "doctor",
          DoctorJSON(
            folder: examination.folder, sound: !isDamaged,
            school: Nullable(record.map { PrintableText.line($0.school) }),
            entries: Nullable(record?.entryCount), evidence: Nullable(record?.evidenceCount),
            head: Nullable(record?.headCode), repairs: examination.repairs,
            dryRun: dryRun, findings: examination.findings.map(environment.wording.finding))
        ).text())
    } else {
      session.say(examination.findings)
      for line in lines(examination) { session.tell(line) }
    }
    if isDamaged { throw DeskError([], kind: .integrity) }
    if !examination.findings.isEmpty { throw DeskError([], kind: .refused) }
  }

  private func lines(_ examination: Examination) -> [String] {
    var lines = ["体检：台账文件夹「\(examination.folder)」"]
    lines += examination.repairs.map { (dryRun ? "[演示] 将" : "已") + $0 }
    if repair && examination.repairs.isEmpty { lines.append("没有可以修理的") }
    if let record = examination.record {
      lines.append(
        "「\(record.school)」记录 \(record.entryCount) 条，佐证文件 \(record.evidenceCount) 个，"
          + "格式 \(record.format)，台账末端 \(record.headCode)")
    }
    let count = examination.findings.count
    let damaged = examination.damageCount
    var verdict = count == 0 ? "没有发现问题" : "发现 \(count) 处"
    if damaged > 0 {
      verdict += "，其中损坏 \(damaged) 处：不要再写入，从备份恢复"
    } else if count > 0, examination.record != nil {
      verdict += "，记录和佐证完好"
    }
    lines.append(verdict)
    return lines
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
