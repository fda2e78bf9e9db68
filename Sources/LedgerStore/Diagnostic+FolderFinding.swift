package import TaskLedger

/// The wording of the folder's examination.
extension Diagnostic {
  /// Something staff should know about a ledger's folder.
  package static func folder(_ finding: FolderFinding, in folder: LedgerFolder) -> Diagnostic {
    func build(_ code: String, _ message: String, _ remedy: Remedy) -> Diagnostic {
      Diagnostic(
        code: code, severity: finding.isDamage ? .error : .warning, message: message,
        remedy: remedy)
    }
    let repair: Remedy = "先看\(.previewRepair)，再\(doing: .repair)"
    switch finding {
    case .folderMissing:
      return build("folder-missing", "没有文件夹「\(folder.name)」", "核对\(field: .ledgerFolder)的路径；网络盘先连上")
    case .ledgerMissing:
      return build(
        "ledger-missing", "「\(folder.name)」里没有台账文件 ledger.sqlite",
        "核对文件夹；文件被删时从备份恢复：\(.restore)")
    case .unreadable(let error):
      return error.diagnostic
    case .interrupted:
      return build("writer-stopped", "上次写入中途断了（断电或被关掉），没写完的部分要退回；已记下的不受影响", repair)
    case .makingLeftover(let name):
      return build("making-leftover", "上次建账或做快照中途断了，留下「\(name)」", repair)
    case .draftLeftover(let name):
      return build(
        "draft-leftover", "上次备份、还原或报送做到一半中断，留下「\(PrintableText.line(name))」",
        "没有人正在做时删去；里面可能有完整的台账和佐证，不要外传")
    case .keptFold:
      return build("kept-fold-left", "旁边还有旧版程序的快照「ledger.fold」，现在不用它，可以移走", repair)
    case .readOnly:
      return build("folder-read-only", "这个文件夹或台账文件不能写，只能看", "要登记时请管理员给写权限，或拷到能写的地方")
    case .openToOthers(let paths):
      return build(
        "open-to-others",
        "别的用户也能读写台账里的 \(paths.count) 处：\(paths.prefix(3).map(folderPart).joined(separator: "、"))"
          + (paths.count > 3 ? " 等" : ""),
        "\(repair)；网络盘上改不了时由管理员设权限")
    case .copy(let name, let state):
      return build("ledger-copy", "旁边还有「\(name)」：\(copyWords(state))", copyRemedy(state))
    case .locksRefused(let reason):
      return build(
        "locks-refused", "这个网络盘不支持文件锁（\(reason)），几个人不能同时写",
        "把台账放到本机或支持锁的网络盘，或只由一台电脑写")
    case .locksWithoutEffect:
      return build(
        "locks-without-effect", "这个网络盘的文件锁不起作用，几个人同时写会互相冲掉",
        "把台账放到本机或支持锁的网络盘，或只由一台电脑写")
    case .littleSpace:
      return build("little-space", "磁盘剩余不到 256 MiB", "腾出空间；写不下时不会写一半，但会办不了")
    case .clockBehind(let last, let today):
      return build(
        "clock-behind", "电脑日期是 \(today)，而台账最后记于 \(last)", "核对这台电脑的日期；没有错就不用管")
    case .integrity(let finding):
      return .integrity(finding)
    }
  }

  /// A path in a ledger's folder as messages print it.
  package static func folderPart(_ path: String) -> String { path == "." ? "文件夹本身" : path }

  private static func copyWords(_ state: FolderFinding.CopyState) -> String {
    switch state {
    case .contained(let head): "早先的副本，末端 \(head.code)，内容台账里都有"
    case .ahead(let head, let count): "比台账多 \(count) 条记录，末端 \(head.code)"
    case .diverged(let head, let after): "第 \(after) 条以后与台账不同，末端 \(head.code)"
    case .foreign(let head): "另一本台账，末端 \(head.code)"
    case .alone(let head): "读得出，末端 \(head.code)，而台账本身读不了"
    case .unreadable: "不是台账，或已损坏"
    }
  }

  private static func copyRemedy(_ state: FolderFinding.CopyState) -> Remedy {
    switch state {
    case .contained, .unreadable: "确认没有用处后移走；程序只认 ledger.sqlite"
    case .alone: "两份都先另存，请管理员核对这一份的校验码；比备份新时用它"
    case .ahead: "很可能是网盘同步时换错了：先备份，请管理员核对后再决定用哪一份"
    case .diverged: "两边各自写过：用\(look: .history(nil))逐条核对，把那一份多出的补记到台账；以后不要用网盘同步同时写"
    case .foreign: "移到它自己的文件夹"
    }
  }

  /// Files that a repair leaves alone.
  package static func repairLeavesAlone(_ name: String) -> Diagnostic {
    Diagnostic(
      code: "repair-leaves-alone", severity: .note, message: "「\(name)」是一小时内写的，可能有人正在上传，没有移动",
      remedy: "没有人在用时，一小时后再\(doing: .repair)")
  }
}
