package import ArgumentParser
import Foundation
import LedgerReports
package import LedgerDesk
import TaskLedger

/// `rollup` 汇总.
package struct RollupCommand: EnvironmentCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "rollup", abstract: "汇总：把许多学校的台账、备份或报送件合起来看",
    discussion: """
      例：xiaohao rollup 各校台账                         一个文件夹里的全部台账
      例：xiaohao rollup 甲校 乙校.zip --as-of 2020-10-15   台账、备份和报送件可以混着列
      例：xiaohao rollup 各校台账 --format xlsx --output 汇总.xlsx
      例：xiaohao rollup 各校台账 --rows 派生行              另存成各日情况的数据，供数据库查询
      只读，不改动任何台账。读不了、重复的逐个列出原因，其余照常汇总，这时退出码为 1。
      佐证文件默认不逐份核对；要核对加 --evidence。验收指标一律用内置的表，各校口径相同。
      """, aliases: ["汇总"])

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var file: OutputOptions
  @Argument(help: ArgumentHelp("台账文件夹、备份、报送件，或放着它们的文件夹", valueName: "文件夹"))
  var folders: [String]
  @Option(help: ArgumentHelp("md、html、json、csv 或 xlsx", valueName: "格式"))
  var format: RollupForm?
  @Flag(help: "同时核对每一份佐证文件") var evidence = false
  @Option(
    help: ArgumentHelp("另把各校各日的情况写成派生行（JSON），一校一文件，供数据库使用；没有变化的学校不重写", valueName: "文件夹"))
  var rows: String?

  private var output: String? { file.output }

  /// Creates the command for the parser.
  package init() {}

  /// Refuses what contradicts itself.
  package func validate() throws {
    if reading.common.json, let format, format != .json {
      throw ValidationError("--json 和 --format \(format.rawValue) 只能写一个")
    }
    if format == .xlsx, output == nil {
      throw ValidationError("--format xlsx 要写明 --output 文件")
    }
  }

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, reading.common)
    let form = try wantedForm()
    var isTelling = false
    let start = environment.now().seconds
    let run = try session.desk.rollup(
      of: folders.map(session.path), asOf: reading.asOf ?? session.today, readsEvidence: evidence,
      rows: rows.map(session.path), program: XiaohaoCommand.programVersion
    ) { done, count in
      guard environment.isErrorTerminal, environment.now().seconds - start > 1 else { return }
      isTelling = true
      environment.writeError("\r已读 \(done)/\(count)")
    }
    if isTelling { environment.writeError("\r\u{1B}[K") }
    let rollup = run.rollup
    session.say(run.notes)
    session.say(rollup.faults.map(Diagnostic.rollupLeavesOut))
    let bytes = try form.bytes(
      of: rollup, file: (output as NSString?)?.lastPathComponent ?? "rollup.xlsx")
    if let output {
      let isReplaced = try session.write(bytes, to: output, force: file.force)
      session.tell(
        Diagnostic.written(output, replacing: isReplaced) + "：\(rollup.schools.count) 所学校")
    } else {
      session.print(String(decoding: bytes, as: UTF8.self))
    }
    if !rollup.faults.isEmpty { throw DeskError([], kind: .refused) }
  }

  /// The form that is asked for: by name, else by the output's extension.
  private func wantedForm() throws(DeskError) -> RollupForm {
    if let format { return format }
    if reading.common.json { return .json }
    guard let output else { return .markdown }
    let ending = (output as NSString).pathExtension.lowercased()
    if ending.isEmpty || ending == "txt" { return .markdown }
    guard let found = RollupForm(rawValue: ending) else {
      throw DeskError(
        [
          .outputFormUnknown(
            (output as NSString).lastPathComponent, known: RollupForm.allCases.map(\.rawValue),
            hasOption: true)
        ], kind: .usage)
    }
    return found
  }
}
