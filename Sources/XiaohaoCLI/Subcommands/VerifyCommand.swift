package import ArgumentParser
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

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, common)
    let report = try session.desk.verify(anchor: anchor)
    if common.json {
      session.print(
        try JSONDocument(
          kind: "verify",
          VerifyJSON(
            sound: report.isSound, entries: report.entryCount, evidence: report.evidenceCount,
            evidenceBytes: report.evidenceBytes, head: report.headCode,
            headDigest: report.headDigest,
            findings: report.findings.map(environment.wording.finding))
        ).text())
    } else {
      session.say(report.findings)
      session.tell(
        "\(report.isSound ? "校验相符" : "校验不符")：记录 \(report.entryCount) 条，"
          + "佐证文件 \(report.evidenceCount) 个（含作废的），台账末端 \(report.headCode)"
          + (report.isSound && anchor == nil
            ? "；末尾有没有被截掉，只有与盖章件上的校验码核对才能证明（--anchor）" : ""))
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
