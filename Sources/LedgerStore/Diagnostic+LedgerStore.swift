package import TaskLedger

extension StoreError {
  /// The error as a diagnostic, fact first, then one thing to do.
  package var diagnostic: Diagnostic {
    func build(_ code: String, _ message: String, _ remedy: Remedy) -> Diagnostic {
      Diagnostic(code: code, severity: .error, message: message, remedy: remedy)
    }
    func name(_ path: String) -> String {
      path.split(separator: "/").last.map(String.init) ?? path
    }
    func place(_ path: String) -> String {
      // Without the way to it, which differs from machine to machine.
      path.split(separator: "/").suffix(2).joined(separator: "/")
    }
    return switch self {
    case .ledgerMissing(let folder):
      build(
        "ledger-missing", "「\(folder)」里没有台账",
        "先\(doing: .createLedger)；或\(naming: .ledgerFolder)")
    case .ledgerExists(let folder):
      build("ledger-exists", "「\(folder)」里已有台账", "换一个空文件夹，或直接使用现有台账")
    case .notALedger(let file):
      build("not-a-ledger", "「\(place(file))」不是台账文件", "从备份恢复，或写明别的\(field: .ledgerFolder)")
    case .newerFormat(let file):
      build("ledger-newer", "「\(place(file))」是更新版本的程序写的", "请用新版程序打开")
    case .claimed(let file):
      build(
        "ledger-claimed", "另一个程序正在这里建账，或上次建账中断",
        "确认没有别人正在建账后，删去「\(name(file))」再试")
    case .interrupted(let file):
      build(
        "ledger-interrupted", "上次写入「\(name(file))」时中断，要先还原，而这个文件夹不能写",
        "请有写权限的人\(doing: .repair)")
    case .entryTypeUnknown(let sequence, let type):
      build(
        "entry-type-unknown", "第 \(sequence) 条记录的类型「\(type)」本程序不认识",
        "多半是更新版本的程序写的，请用新版程序打开；已是新版时\(doing: .verify)")
    case .locksRefused(let file):
      build(
        "locks-refused", "「\(place(file))」所在的磁盘不支持文件锁，本次没有写入",
        "把台账放到本机或支持锁的网络盘；详情见\(.examine)")
    case .busy(let seconds):
      build(
        "ledger-busy", "另一个程序占用台账超过 \(seconds) 秒，本次没有写入",
        "稍后再试一次；总是这样时\(doing: .examine)")
    case .diskFull:
      build("disk-full", "磁盘已满，本次没有写入", "腾出空间后再试一次")
    case .permissionDenied(let path):
      build("permission-denied", "没有权限读写「\(place(path))」", "检查文件夹权限，或请管理员处理")
    case .inputOutput(let path, let reason):
      build("input-output", "读写「\(place(path))」出错：\(reason)", "检查磁盘或网络盘后再试一次")
    case .damaged(let file, let detail):
      build("ledger-damaged", "台账文件「\(place(file))」已损坏：\(detail)", "查看哪里损坏：\(.verify)；再从备份恢复")
    case .chainBroken(let file, let sequence):
      build(
        "ledger-damaged", "「\(place(file))」已损坏：第 \(sequence) 条记录与校验链不符，没有照它打印或统计",
        "查看哪里损坏：\(.verify)；不要再写入，从备份恢复：\(.restore)")
    case .notAFile(let path):
      build(
        "ledger-not-a-file", "「\(place(path))」不是普通文件（管道、设备、链接或文件夹），没有打开",
        "换回原文件，或从备份恢复：\(.restore)")
    case .journalForged(let file):
      build(
        "journal-forged", "「\(place(file))」不是本程序写的日志，打开会删改别的文件，没有打开",
        "确认来历；把它移走后再试")
    case .writeAhead(let file):
      build(
        "write-ahead", "「\(place(file))」被别的程序改成了 WAL 方式（旁边有 -wal 文件或文件头是 WAL），没有写入",
        "用改它的数据库程序执行 PRAGMA journal_mode=DELETE 后关闭；来历不明的从备份恢复：\(.restore)")
    case .schemaStrange(let file, let names):
      build(
        "schema-strange",
        "「\(place(file))」里有不属于台账、缺少或被改动的「"
          + names.prefix(3).map(PrintableText.line).joined(separator: "、") + "」，没有读取",
        "不要再写入；从备份恢复：\(.restore)")
    case .tooLarge(let file, let bytes, let limit):
      build(
        "ledger-too-large",
        "「\(place(file))」有 \(bytes / 1_048_576) MiB，超过上限 \(limit / 1_048_576) MiB，没有读取",
        "核对是不是台账文件")
    case .endless(let file):
      build("ledger-endless", "「\(place(file))」读取超过上限，已停止", "核对来历；台账不会这样")
    case .entryNotKept(let sequence):
      build(
        "entry-not-kept", "第 \(sequence) 条记录写入后不在台账里，不能算已登记",
        "不要再写入；查看：\(.examine)")
    case .entryUnreadable(let sequence, let detail):
      build(
        "entry-unreadable", "第 \(sequence) 条记录无法读取：\(detail)", "查看哪里损坏：\(.verify)；再从备份恢复")
    case .evidenceUnreadable(let path, let reason):
      switch reason {
      case "missing": build("evidence-unreadable", "没有找到材料「\(name(path))」", "核对文件名和路径")
      case "denied": build("evidence-unreadable", "没有权限读材料「\(name(path))」", "检查文件权限，或换一份副本")
      default:
        build("evidence-unreadable", "材料「\(name(path))」打不开：\(reason)", "核对文件后再试一次")
      }
    case .evidenceNotRegular(let path):
      build("evidence-not-regular", "「\(name(path))」不是普通文件（文件夹、快捷方式或设备）", "请指明文件本身")
    case .evidenceTooLarge(let path, let bytes, let limit):
      build(
        "evidence-too-large",
        "材料「\(name(path))」有 \((bytes + 1_048_575) / 1_048_576) MiB，超过上限 \(limit / 1_048_576) MiB",
        "压缩或拆分后再上传；确要收下的，请管理台账的人在台账文件夹的 tasks/settings.md 里调高「单个佐证上限」")
    case .evidenceEmpty(let path):
      build("evidence-empty", "材料「\(name(path))」是空文件", "核对文件后再上传")
    }
  }
}
