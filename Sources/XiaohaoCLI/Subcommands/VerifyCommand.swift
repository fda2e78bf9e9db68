package import ArgumentParser
import LedgerStore
package import LedgerDesk
import LedgerReports
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
  private func wantedAnchor() throws(DeskError) -> String? {
    guard let anchor else { return nil }
    let words = TextFolding.compact(anchor).lowercased()
    let code = words.split(whereSeparator: { ":：".contains($0) }).last.map(String.init) ?? ""
    let digest = code.split(separator: "-", maxSplits: 1).last ?? ""
    guard digest.count >= 4, digest.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
      throw DeskError([.anchorUnreadable(PrintableText.line(anchor))], kind: .usage)
    }
    return code
  }

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, common)
    let store: LedgerStore
    do throws(DeskError) {
      store = try session.desk.store(for: .reading)
    } catch {
      let isDamaged = error.diagnostics.contains { $0.code == "not-a-ledger" }
      throw isDamaged ? DeskError(error.diagnostics, kind: .integrity) : error
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
    if !report.isSound { throw DeskError([], kind: .integrity) }
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
