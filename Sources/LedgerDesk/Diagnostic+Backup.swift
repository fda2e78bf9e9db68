import OfficeFiles
import PlanImport
package import TaskLedger

/// The wording of backups.
extension Diagnostic {
  /// A file of that name is there already.
  static func backupExists(_ name: String) -> Diagnostic {
    fault("backup-exists", "已有「\(name)」，没有覆盖", "换一个文件名，例如带上日期")
  }

  /// The ledger is damaged, so it is not backed up as if it were sound.
  static func backupRefusesDamage() -> Diagnostic {
    fault(
      "backup-refused", "台账或佐证校验不符，没有备份",
      "先按上面的提示找回；确要连同缺损一起备份，加上\(field: .damaged)，缺什么会写进备份说明")
  }

  /// A file of the school's own folders cannot go along.
  static func backupLeavesOut(_ name: String) -> Diagnostic {
    Diagnostic(
      code: "backup-leaves-out", severity: .warning,
      message: "「\(name)」没有备份（文件夹、链接、超过 32 MiB 或文件名不通用）",
      remedy: "需要时另行拷贝；模板和表格直接放在 templates、tasks 下")
  }

  /// The accounts of the page were asked for, and there are none.
  static func backupFindsNoAccounts() -> Diagnostic {
    Diagnostic(
      code: "backup-no-accounts", severity: .note,
      message: "这本台账没有网页账号，备份里也就没有", remedy: "不用网页时无须理会")
  }

  /// What a backup brings of the page's accounts.
  package static func restoreAccounts(isTaken: Bool) -> Diagnostic {
    Diagnostic(
      code: "restore-accounts", severity: .note,
      message: isTaken
        ? "网页账号和密码已一并还原，原来的登录都已失效"
        : "备份里有网页账号，没有还原",
      remedy: isTaken
        ? "核对网页「人员」里的名单，不认识的停用"
        : "确认备份来自本校后，连网页的账号一起重新还原")
  }

  /// A container that cannot be opened.
  static func backupUnreadable(_ name: String, _ error: DocumentReadError) -> Diagnostic {
    fault(
      "backup-unreadable", "「\(name)」打不开：\(reason(why: error))", "核对文件名，或换另一份备份")
  }

  /// Why a container cannot be opened.
  static func reason(why error: DocumentReadError) -> String {
    switch error {
    case .unreadableFile(_, "missing"): "没有这个文件"
    case .unreadableFile(_, "denied"): "没有读的权限"
    case .unreadableFile: "不是文件"
    case .encrypted: "加了密码"
    case .damaged(_, let part, "entry-name"): "里面有指向别处的文件名「\(part)」"
    case .damaged(_, let part, "duplicate"): "里面有重名的文件「\(part)」"
    case .tooLarge: "里面的文件太多或太大"
    case .damaged, .empty, .unknownFormat, .needsConversion, .noText: "不是完好的 zip 文件"
    }
  }

  /// A zip container that is no backup.
  static func notABackup(_ name: String) -> Diagnostic {
    fault("not-a-backup", "「\(name)」不是台账备份", "制作备份：\(.backUp)")
  }

  /// A newer program made the backup.
  static func backupNewer(_ name: String) -> Diagnostic {
    fault("backup-newer", "「\(name)」是更新版本的程序做的备份", "请用新版程序还原")
  }

  /// A part is not what the manifest says.
  static func backupDiffers(_ part: String) -> Diagnostic {
    fault("backup-differs", "备份里的「\(part)」与清单不符或缺失", "换另一份备份")
  }

  /// A part that no backup has.
  static func backupStrange(_ part: String) -> Diagnostic {
    fault("backup-strange", "备份里有不属于台账的「\(part)」", "换另一份备份；这一份可能被人动过")
  }

  /// The backup says itself that the ledger was damaged.
  static func backupHoldsDamage(_ name: String, _ count: Int) -> Diagnostic {
    fault(
      "backup-holds-damage", "「\(name)」制作时台账已有 \(count) 处问题，写在「\(BackupManifest.page)」里",
      "换更早的备份；确要还原，加上\(field: .damaged)")
  }

  /// The folder to restore into is not empty.
  static func restoreTargetTaken(_ name: String) -> Diagnostic {
    fault("restore-target-taken", "「\(name)」不是空文件夹，没有还原", "另写一个新的或空的\(field: .ledgerFolder)")
  }

  /// What of its own a backup brings along: it takes part in what papers say and how they look.
  package static func restoreBrings(_ used: [String], unused: [String]) -> [Diagnostic] {
    func list(_ names: [String]) -> String {
      names.prefix(12).map(PrintableText.line).joined(separator: "、")
        + (names.count > 12 ? " 等 \(names.count) 个" : "")
    }
    var notes: [Diagnostic] = []
    if !used.isEmpty {
      notes.append(
        Diagnostic(
          code: "restore-brings-own", severity: .note,
          message: "备份带有学校自己的 \(used.count) 个文件，会用来计算和排版：\(list(used))",
          remedy: "来历不明时先移走，再出报告"))
    }
    if !unused.isEmpty {
      notes.append(
        Diagnostic(
          code: "restore-leaves-unused", severity: .note,
          message: "备份带有 \(unused.count) 个程序不使用的文件：\(list(unused))", remedy: "不影响台账，可以删去"))
    }
    return notes
  }

  /// The disk has no room.
  static func restoreNeedsSpace(needed: Int, free: Int) -> Diagnostic {
    fault(
      "disk-full", "还原要 \(mebibytes(needed)) MiB，磁盘只剩 \(mebibytes(free)) MiB", "腾出空间，或换一个磁盘")
  }

  private static func mebibytes(_ bytes: Int) -> Int {
    bytes / 1_048_576 + (bytes % 1_048_576 == 0 ? 0 : 1)
  }

  /// The stored text of a sealed month is lost, and laying it out again gives another text.
  static func sealedPaperLost(_ month: CivilMonth) -> Diagnostic {
    fault(
      "sealed-paper-lost", "\(month) 封存的月报原文不在了，按现在的模板排出来与封存时不同，没有打印",
      "从备份找回：\(.restore)")
  }
}
