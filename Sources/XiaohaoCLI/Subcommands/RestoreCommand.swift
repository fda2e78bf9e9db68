package import ArgumentParser
import Foundation
package import LedgerDesk
import LedgerReports
import TaskLedger

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
  @Flag(help: "连备份里的网页账号一起还原；只用于本校自己的备份") var withAccounts = false
  @Flag(help: "只核对备份，不还原") var dryRun = false

  /// Creates the command for the parser.
  package init() {}

  /// Asks for the folder: a ledger is never restored to a place that was only found.
  package func validate() throws {
    guard common.ledger != nil else { throw ValidationError("请写明还原到哪里：--ledger 文件夹") }
  }

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, common)
    let manifest = try session.desk.restore(
      from: session.path(file), allowsDamage: allowDamaged, takesAccounts: withAccounts,
      dryRun: dryRun)
    session.say(
      Diagnostic.restoreBrings(manifest.usedOwnFiles, unused: manifest.unusedOwnFiles))
    if manifest.holdsAccounts { session.say([.restoreAccounts(isTaken: withAccounts)]) }
    let name = session.desk.folderName
    let summary = BackupSummary(
      file: (file as NSString).lastPathComponent, manifest, dryRun: dryRun)
    if common.json {
      session.print(try JSONDocument(kind: "restore", summary).text())
    } else if dryRun {
      session.tell("[演示] 备份与清单相符：\(summary.words)")
    } else {
      session.tell("已还原到「\(name)」：\(summary.words)")
      session.suggest("下一步：\(.verify)")
    }
  }
}
