package import TaskLedger

/// The wording of what a verification finds.
extension Diagnostic {
  /// Something that is not as it should be in a ledger's folder.
  package static func integrity(_ finding: IntegrityFinding) -> Diagnostic {
    func build(_ code: String, _ message: String, _ remedy: Remedy, _ sequence: Int? = nil)
      -> Diagnostic
    {
      Diagnostic(
        code: code, severity: finding.isDamage ? .error : .warning,
        location: sequence.map { .event(sequence: $0) }, message: message,
        remedy: remedy)
    }
    let restore: Remedy = "不要再写入；从备份恢复，并核对盖章件的校验码"
    return switch finding {
    case .databaseDamaged(let detail): build("database-damaged", "台账文件损坏：\(detail)", restore)
    case .protectionMissing(let name):
      build("protection-missing", "台账的保护「\(name)」缺失或被改动", restore)
    case .schemaStrange(let name):
      build("schema-strange", "台账文件里有不属于台账的「\(name)」", restore)
    case .writeAheadMode:
      build(
        "write-ahead", "台账文件被别的程序改成了 WAL 方式，只能看不能写",
        "用改它的数据库程序执行 PRAGMA journal_mode=DELETE 后关闭")
    case .sequenceBroken(let expected, let found):
      build("sequence-broken", "记录号应为 \(expected)，实为 \(found)", restore, found)
    case .chainBroken(let sequence):
      build("chain-broken", "与上一条的校验码不衔接", restore, sequence)
    case .entryChanged(let sequence): build("entry-changed", "内容与校验码不符", restore, sequence)
    case .entryUnreadable(let sequence, let detail):
      build("entry-unreadable", "无法读取：\(detail)", restore, sequence)
    case .entryUnplaced(let sequence):
      build("entry-unplaced", "与之前的记录对不上", restore, sequence)
    case .reviewNotBound(let sequence, let item):
      build(
        "review-not-bound", "\(item) 的销号与当时审核的内容不符", "重新审核：\(.reopen(item))", sequence)
    case .ruleBroken(let sequence, let breach):
      build(breach.code, breach.words, restore, sequence)
    case .evidenceMissing(let number):
      build("evidence-file-missing", "\(number) 的文件不见了", original(of: number))
    case .evidenceChanged(let number):
      build("evidence-file-changed", "\(number) 的文件被改动", original(of: number))
    case .paperMissing(let month):
      build("sealed-paper-missing", "\(month) 封存的月报原文不见了", "从备份找回原文件放回 evidence 文件夹")
    case .paperChanged(let month):
      build("sealed-paper-changed", "\(month) 封存的月报原文被改动", "从备份找回原文件放回 evidence 文件夹")
    case .evidenceExtra(let name):
      build("evidence-extra", "evidence 里有台账没有记录的文件「\(name)」", "确认来历后移走；不影响台账")
    case .evidenceLinked(let name):
      build("evidence-linked", "evidence 里的「\(name)」是链接，不是文件", "换回原文件")
    case .stagingLeftover(let name):
      build("staging-leftover", "上次上传中断留下「\(name)」", "可以删除；不影响台账")
    case .clockWentBack(let sequence):
      build(
        "clock-went-back", "记录时间早于前面的记录：电脑日期被调回，或记录时另写了更早的日期",
        "先后以记录号为准；核对这台电脑的日期", sequence)
    case .anchorMissing(let code):
      build("anchor-missing", "台账里没有校验码 \(code)", "核对抄写；无误则台账不是出具该件的那一本，或已被改写")
    }
  }
}

extension Diagnostic {
  /// How the file of a piece of evidence comes back.
  private static func original(of number: EvidenceNumber) -> Remedy {
    "有原件的再交一次就放回原处：\(.attach(number.item))；没有的从备份找回，放回 evidence 文件夹"
  }
}

extension RuleReplay.Breach {
  /// The stored name.
  package var code: String {
    switch self {
    case .rule: "rule-broken"
    case .doubtfulParty: "review-by-alias"
    }
  }

  /// What is broken, in words.
  package var words: String {
    switch self {
    case .rule(let reason): "这一条不合规则：\(reason.diagnostic.message)"
    case .doubtfulParty(let id, let actor, let submitter):
      "\(id) 由「\(submitter)」申请、「\(actor)」审核，照现在的部门名称对照表是同一部门"
    }
  }
}
