package import ArgumentParser
import Foundation
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
  @Flag(help: "连网页的账号、密码散列和草稿一起备份；登录状态不进备份") var withAccounts = false
  @Flag(help: "只演示，不写入") var dryRun = false

  /// Creates the command for the parser.
  package init() {}

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, common)
    let name = (file as NSString).lastPathComponent
    let backup = try session.desk.backUp(
      to: session.path(file), allowsDamage: allowDamaged, takesAccounts: withAccounts,
      at: session.moment, dryRun: dryRun)
    session.say(backup.notes)
    let summary = BackupSummary(file: name, backup.manifest, dryRun: dryRun)
    if common.json {
      session.print(try JSONDocument(kind: "backup", summary).text())
    } else {
      session.tell("\(dryRun ? "[演示] 将备份" : "已备份")到「\(name)」：\(summary.words)")
    }
  }
}
