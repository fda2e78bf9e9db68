package import ArgumentParser
import BundledAssets
import Foundation
import LedgerReports
import PlanImport
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
      只读，不改动任何台账。读不了、重复的逐个列出原因，其余照常汇总，这时退出码为 1。
      佐证文件默认不逐份核对；要核对加 --evidence。验收指标一律用内置的表，各校口径相同。
      """, aliases: ["汇总"])

  /// The forms the view can be handed out in.
  package enum Format: String, Sendable, CaseIterable, ExpressibleByArgument {
    /// Markdown.
    case markdown = "md"
    /// A page that needs nothing from outside.
    case html
    /// For programs.
    case json
    /// One row a school.
    case csv
    /// A workbook with sheets of schools, clauses, months and what was left out.
    case xlsx
  }

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var file: OutputOptions
  @Argument(help: ArgumentHelp("台账文件夹、备份、报送件，或放着它们的文件夹", valueName: "文件夹"))
  var folders: [String]
  @Option(help: ArgumentHelp("md、html、json、csv 或 xlsx", valueName: "格式"))
  var format: Format?
  @Flag(help: "同时核对每一份佐证文件") var evidence = false

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
    _ = try wantedFormat()
    let sources = RollupSource.found(at: folders.map(session.path))
    guard !sources.isEmpty else {
      throw DeskError([.rollupFindsNothing()], kind: .unreadableInput)
    }
    let reader = RollupReader(
      asOf: reading.asOf ?? session.today,
      indicators: try PlanFiles(session.desk).indicators(isOwnAllowed: false),
      readsEvidence: evidence)
    var isTelling = false
    let start = environment.now().seconds
    let rollup = reader.rollup(of: sources) { done in
      guard environment.isErrorTerminal, environment.now().seconds - start > 1 else { return }
      isTelling = true
      environment.writeError("\r已读 \(done)/\(sources.count)")
    }
    if isTelling { environment.writeError("\r\u{1B}[K") }
    session.say(rollup.faults.map(Diagnostic.rollupLeavesOut))
    let bytes = try bytes(of: rollup)
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
  private func wantedFormat() throws(DeskError) -> Format {
    if let format { return format }
    if reading.common.json { return .json }
    guard let output else { return .markdown }
    let ending = (output as NSString).pathExtension.lowercased()
    if ending.isEmpty || ending == "txt" { return .markdown }
    guard let found = Format(rawValue: ending) else {
      throw DeskError(
        [
          .outputFormUnknown(
            (output as NSString).lastPathComponent, known: Format.allCases.map(\.rawValue))
        ], kind: .usage)
    }
    return found
  }

  private func bytes(of rollup: Rollup) throws(DeskError) -> [UInt8] {
    switch try wantedFormat() {
    case .markdown: return Array(try markdown(rollup).utf8)
    case .html:
      let style = String(decoding: BundledAssets.layout["paper.css"] ?? [], as: UTF8.self)
      return Array(MarkdownPage.html(of: try markdown(rollup), name: "rollup", style: style).utf8)
    case .json:
      return Array(try JSONDocument(kind: "rollup", RollupJSON(rollup)).text().utf8)
    case .csv: return Array(CSVText.written(RollupSheet.schools(of: rollup)).utf8)
    case .xlsx:
      do throws(XlsxWriteError) {
        return try XlsxWriter.bytes(
          of: RollupSheet.tables(of: rollup).map { table in
            XlsxTable(
              name: table.name,
              rows: table.rows.map { row in
                row.enumerated().map { Self.cell($1, isName: table.names.contains($0)) }
              })
          }, file: (output as NSString?)?.lastPathComponent ?? "rollup.xlsx")
      } catch {
        throw DeskError([error.diagnostic], kind: .disk)
      }
    }
  }

  /// Counts and rates are numbers, so that an office can go on reckoning; names stay words.
  private static func cell(_ text: String, isName: Bool) -> XlsxCell {
    let isFigure = !text.isEmpty && text.utf8.allSatisfy { (0x2E...0x39).contains($0) }
    guard !isName, isFigure, let number = Double(text) else { return .text(text) }
    return .number(number)
  }

  private func markdown(_ rollup: Rollup) throws(DeskError) -> String {
    do throws(ReportError) {
      return try render(rollup, templates: TemplateSource(builtIn: BundledAssets.templates))
    } catch {
      throw DeskError(error.diagnostics, kind: .unreadableInput)
    }
  }
}
