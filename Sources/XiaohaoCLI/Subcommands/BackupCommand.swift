package import ArgumentParser
import Foundation
import LedgerStore
package import LedgerDesk
import LedgerReports
import TaskLedger

/// `backup` 备份.
package struct BackupCommand: EnvironmentCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "备份：把整本台账存成一个 zip 文件",
    discussion: """
      例：xiaohao backup 台账-2020-09-01.zip
      别人正在写时也可以备份，得到的是同一时刻的记录和佐证。写好后再读一遍核对；已有的文件不覆盖。
      备份没有加密，里面有全部佐证材料。还原用 xiaohao restore。
      """, aliases: ["备份"])

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("备份写到这个文件", valueName: "文件.zip")) var file: String
  @Flag(help: "台账或佐证已有缺损时也备份，并在备份说明里写明") var allowDamaged = false
  @Flag(help: "只演示，不写入") var dryRun = false

  /// Creates the command for the parser.
  package init() {}

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, common)
    let target = session.path(file)
    let name = (file as NSString).lastPathComponent
    guard !FileManager.default.fileExists(atPath: target) else {
      throw DeskError([.backupExists(name)], kind: .refused)
    }
    let writer = try BackupWriter(
      desk: session.desk, today: session.today, allowsDamage: allowDamaged)
    let plan = dryRun ? try writer.preview() : try writer.write(to: target)
    session.say(plan.notes)
    let summary = BackupSummary(file: name, plan.manifest, dryRun: dryRun)
    if common.json {
      session.print(try JSONDocument(kind: "backup", summary).text())
    } else {
      session.tell("\(dryRun ? "[演示] 将备份" : "已备份")到「\(name)」：\(summary.words)")
    }
  }
}

/// `restore` 恢复.
package struct RestoreCommand: EnvironmentCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "恢复：从备份还原整本台账到一个新文件夹",
    discussion: """
      例：xiaohao restore 台账-2020-09-01.zip --ledger 新台账
      先在旁边还原并逐项校验，全部相符才出现；不相符就什么也不留下。文件夹必须不存在或是空的。
      """, aliases: ["恢复", "还原"])

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("备份文件", valueName: "文件.zip")) var file: String
  @Flag(help: "备份说明里写明已有缺损的，也还原") var allowDamaged = false
  @Flag(help: "只核对备份，不还原") var dryRun = false

  /// Creates the command for the parser.
  package init() {}

  /// Asks for the folder: a ledger is never restored to a place that was only found.
  package func validate() throws {
    guard common.ledger != nil else { throw ValidationError("请写明还原到哪里：--ledger 文件夹") }
  }

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, common)
    let restorer = BackupRestorer(
      file: session.path(file), target: try session.desk.requiredFolder(),
      allowsDamage: allowDamaged)
    let manifest = dryRun ? try restorer.preview() : try restorer.restore()
    let name = restorer.target.name
    let summary = BackupSummary(
      file: (file as NSString).lastPathComponent, manifest, dryRun: dryRun)
    if common.json {
      session.print(try JSONDocument(kind: "restore", summary).text())
    } else if dryRun {
      session.tell("[演示] 备份与清单相符：\(summary.words)")
    } else {
      session.tell("已还原到「\(name)」：\(summary.words)")
      session.tell("下一步：xiaohao verify --ledger \(ShellWord.quoted(common.ledger ?? name))")
    }
  }
}

/// What a backup holds, for people and for `--json`.
private struct BackupSummary: Encodable {
  var file: String
  var school: String
  var createdOn: String
  var head: String
  var entries: Int
  var evidence: Int
  var evidenceBytes: Int
  var ownFiles: Int
  var damage: [String]
  var dryRun: Bool

  init(file: String, _ manifest: BackupManifest, dryRun: Bool) {
    self.file = file
    school = PrintableText.line(manifest.school)
    createdOn = manifest.createdOn
    head = manifest.head
    entries = manifest.headSequence
    evidence = manifest.evidenceFiles
    evidenceBytes = manifest.evidenceBytes
    ownFiles = manifest.files.count - manifest.evidenceFiles - 1
    damage = manifest.damage.map(\.message)
    self.dryRun = dryRun
  }

  var words: String {
    "「\(school)」记录 \(entries) 条，佐证和封存的月报 \(evidence) 份，台账末端 \(head)"
      + (ownFiles > 0 ? "，自有表格和模板 \(ownFiles) 个" : "")
      + (damage.isEmpty ? "" : "；已有缺损 \(damage.count) 处")
  }
}
