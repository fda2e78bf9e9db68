package import ArgumentParser
import LedgerStore
import TaskLedger

/// `verify` 校验.
package struct VerifyCommand: EnvironmentCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "校验：逐条核对记录链和全部佐证材料",
    discussion: """
      例：xiaohao verify
      例：xiaohao verify --anchor 37-9f3a2c7b1d04   核对盖章件页脚的校验码
      只读；不符时退出码为 76。
      """, aliases: ["校验"])

  @OptionGroup var common: CommonOptions
  @Option(help: ArgumentHelp("报告页脚的校验码", valueName: "校验码")) var anchor: String?

  /// Creates the command for the parser.
  package init() {}

  /// The code as printed, with or without the words before it: `台账校验码：37-9f3a2c7b1d04`.
  private func wantedAnchor() throws(CommandFailure) -> String? {
    guard let anchor else { return nil }
    let words = TextFolding.compact(anchor).lowercased()
    let code = words.split(whereSeparator: { ":：".contains($0) }).last.map(String.init) ?? ""
    let digest = code.split(separator: "-", maxSplits: 1).last ?? ""
    guard digest.count >= 4, digest.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
      throw CommandFailure([.anchorUnreadable(PrintableText.line(anchor))], status: .usage)
    }
    return code
  }

  package func run(in environment: Environment) throws(CommandFailure) {
    let session = try Session(environment, common)
    let store: LedgerStore
    do throws(CommandFailure) {
      store = try session.store(for: .reading)
    } catch {
      let isDamaged = error.diagnostics.contains { $0.code == "not-a-ledger" }
      throw isDamaged ? CommandFailure(error.diagnostics, status: .integrity) : error
    }
    let report = store.verify(anchor: try wantedAnchor())
    let findings = report.findings.map(Diagnostic.integrity)
    if common.json {
      session.print(
        try JSONDocument(
          kind: "verify",
          VerifyJSON(
            sound: report.isSound, entries: report.entryCount, evidence: report.evidenceCount,
            evidenceBytes: report.evidenceBytes, head: report.head.code,
            headDigest: report.head.digest, findings: findings.map(FindingJSON.init))
        ).text())
    } else {
      session.say(findings)
      session.tell(
        "\(report.isSound ? "校验相符" : "校验不符")：记录 \(report.entryCount) 条，"
          + "佐证 \(report.evidenceCount) 份，台账末端 \(report.head.code)")
    }
    if !report.isSound { throw CommandFailure([], status: .integrity) }
  }
}

private struct VerifyJSON: Encodable {
  var sound: Bool
  var entries: Int
  var evidence: Int
  var evidenceBytes: Int
  var head: String
  var headDigest: String
  var findings: [FindingJSON]
}

extension Diagnostic {
  /// Something that is not as it should be in a ledger's folder.
  static func integrity(_ finding: IntegrityFinding) -> Diagnostic {
    func build(_ code: String, _ message: String, _ suggestion: String, _ sequence: Int? = nil)
      -> Diagnostic
    {
      Diagnostic(
        code: code, severity: finding.isDamage ? .error : .warning,
        location: sequence.map { .event(sequence: $0) }, message: message,
        suggestion: suggestion)
    }
    let restore = "不要再写入；从备份恢复，并核对盖章件的校验码"
    return switch finding {
    case .databaseDamaged(let detail): build("database-damaged", "台账文件损坏：\(detail)", restore)
    case .protectionMissing(let name):
      build("protection-missing", "台账的保护「\(name)」缺失或被改动", restore)
    case .schemaStrange(let name):
      build("schema-strange", "台账文件里有不属于台账的「\(name)」", restore)
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
        "review-not-bound", "\(item) 的销号与当时审核的内容不符", "重新审核：xiaohao reopen \(item)", sequence)
    case .evidenceMissing(let number):
      build("evidence-file-missing", "\(number) 的文件不见了", "从备份找回原文件放回 evidence 文件夹")
    case .evidenceChanged(let number):
      build("evidence-file-changed", "\(number) 的文件被改动", "从备份找回原文件放回 evidence 文件夹")
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
        "clock-went-back", "记录时间早于前面的记录：电脑日期被调回，或用 --today 写了更早的日期",
        "先后以记录号为准；核对这台电脑的日期", sequence)
    case .anchorMissing(let code):
      build("anchor-missing", "台账里没有校验码 \(code)", "核对抄写；无误则台账不是出具该件的那一本，或已被改写")
    }
  }
}
