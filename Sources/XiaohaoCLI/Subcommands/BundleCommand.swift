package import ArgumentParser
import Foundation
package import LedgerDesk
import LedgerReports
import TaskLedger

/// `bundle` 报送.
package struct BundleCommand: ParsableCommand {
  /// The command's name, words and parts.
  package static let configuration = CommandConfiguration(
    commandName: "bundle", abstract: "报送：把要交的材料装成一包，或校验一包",
    discussion: """
      例：xiaohao bundle --out 报送材料.zip --as-of 2020-10-12   装成一包
      例：xiaohao bundle verify 报送材料.zip                     不用台账，校验一包
      装包的选项见 xiaohao help bundle make。
      """,
    subcommands: [Make.self, Verify.self], defaultSubcommand: Make.self, aliases: ["报送"])

  /// Creates the command for the parser.
  package init() {}

  /// `bundle`, which makes a submission.
  package struct Make: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "make", abstract: "装成一包：报告、备案表、台账、目录和佐证材料",
      discussion: """
        例：xiaohao bundle --out 报送材料.zip --as-of 2020-10-12
        例：xiaohao bundle --out 报送材料
        名称以 .zip 结尾的是压缩包，其他是文件夹；已有的不覆盖。里面有报送清单、自评（或整改情况）报告、评估备案表、
        台账、佐证材料目录、按条款分好的佐证文件、通知要求的报送清单、各材料所依据的数字 figures.json，以及 MANIFEST.sha256（sha256sum -c 可核对）。
        退回、不同意和姓名都在学校内部的台账记录里，平时不附；上级要求时加 --with-log。
        结论是什么就写什么，不影响打包。佐证缺失或被改动时停下来列出；加 --allow-missing 用说明代替。
        """, aliases: ["打包"])

    @OptionGroup var reading: ReadingOptions
    @Option(help: ArgumentHelp("写到这个 .zip 文件或文件夹", valueName: "文件.zip|文件夹"))
    var out: String
    @Option(help: ArgumentHelp("学校自己的模板所在文件夹", valueName: "文件夹")) var templates: String?
    @Option(
      help: ArgumentHelp(
        "Markdown 之外还要的格式，几种就写几次；不写时有 pandoc 就加 docx", valueName: "md|docx|pdf|html"))
    var format: [PaperFormat] = []
    @Flag(help: "佐证缺失或被改动时用说明代替，并写进目录和报告") var allowMissing = false
    @Flag(help: "连同台账记录一起装（含退回、不同意和人员姓名），平时不附") var withLog = false
    @Flag(help: "只演示，不写入") var dryRun = false

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      let session = try Session(environment, reading.common)
      let target = (session.path(out) as NSString).standardizingPath
      let name = (target as NSString).lastPathComponent
      if let asOf = reading.asOf { session.say(Diagnostic.dayAhead(asOf, today: session.today)) }
      let bundle = try session.desk.bundle(
        to: target, asOf: reading.asOf ?? session.today, templates: templates.map(session.path),
        formats: format.isEmpty ? nil : format, allowsMissing: allowMissing,
        withLog: withLog, dryRun: dryRun)
      session.say(bundle.notes)
      if session.common.json {
        session.print(
          try JSONDocument(
            kind: "bundle",
            BundleJSON(
              dryRun: dryRun, out: name, paths: bundle.paths, manifest: bundle.manifest)
          ).text())
        return
      }
      let counts = bundle.manifest.counts
      let void = bundle.manifest.evidence.count { $0.condition == .void }
      session.tell(
        "\(dryRun ? "[演示] 将打包" : "已打包")到「\(name)」：文件 \(bundle.paths.count) 个，佐证"
          + "有效 \(bundle.evidence.pieces) 件（\(counts.evidence) 个编号"
          + (counts.evidenceMissing > 0 ? "，缺 \(counts.evidenceMissing) 个" : "")
          + (void > 0 ? "；另有作废 \(void) 个编号）" : "）")
          + "，台账末端 \(bundle.manifest.head.code)，结论：\(bundle.manifest.verdict.sentence)")
      if !dryRun {
        session.tell("下一步：xiaohao bundle verify \(ShellWord.quoted(out))，再照「报送清单」盖章、扫描、报送")
      }
    }
  }

  /// `bundle verify`.
  package struct Verify: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "verify", abstract: "校验一包：不用台账，逐个核对文件、目录和记录",
      discussion: """
        例：xiaohao bundle verify 报送材料.zip
        只读；不符时退出码为 76。文件多一个、少一个、改一个字节都会列出。
        """, aliases: ["校验"])

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp("报送材料，.zip 文件或文件夹", valueName: "文件.zip|文件夹"))
    var bundle: String

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      let session = try Session(environment, common)
      let report = try BundleVerifier.report(
        at: session.path(bundle), program: session.desk.programVersion)
      if common.json {
        session.print(
          try JSONDocument(
            kind: "bundle-verify",
            BundleVerifyJSON(
              sound: report.isSound, files: report.fileCount,
              school: Nullable(report.manifest?.school), asOf: Nullable(report.manifest?.asOf),
              head: Nullable(report.manifest?.head.code),
              verdict: Nullable(report.manifest?.verdict),
              findings: report.findings.map(environment.wording.finding))
          ).text())
      } else {
        session.say(report.findings)
        let manifest = report.manifest
        session.tell(
          "\(report.isSound ? "校验相符" : "校验不符")：文件 \(report.fileCount) 个"
            + (manifest.map {
              "，\($0.school)，统计截至 \($0.asOf)，台账末端 \($0.head.code)，结论：\($0.verdict.sentence)"
            } ?? ""))
      }
      if !report.isSound { throw DeskError([], kind: .integrity) }
    }
  }
}

private struct BundleJSON: Encodable {
  var dryRun: Bool
  var out: String
  var paths: [String]
  var manifest: BundleManifest
}

private struct BundleVerifyJSON: Encodable {
  var sound: Bool
  var files: Int
  var school: Nullable<String>
  var asOf: Nullable<String>
  var head: Nullable<String>
  var verdict: Nullable<BundleManifest.Verdict>
  var findings: [FindingJSON]
}
