package import ArgumentParser
import Foundation
import LedgerReports
package import LedgerDesk
import TaskLedger

/// `report` 报告.
package struct ReportCommand: EnvironmentCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "report", abstract: "报告：月度自查、自评报告、备案表、台账、目录、部门清单",
    discussion: """
      monthly 2020-08     月度自查          self-evaluation     自评报告
      reform              改革情况报告      filing-form         评估备案表
      filing-form 机电系  院系评估备案表    filing-notice       自评情况公示
      ledger              台账              evidence-index      佐证材料目录
      department 学工部   部门清单          hand-in             报送清单
      board               挂图（HTML 网页）
      例：xiaohao report monthly 2020-08 --output 八月自查.md
      例：xiaohao report self-evaluation --as-of 2020-10-10
      例：xiaohao report self-evaluation --format docx --output 自评报告.docx
      不写格式时报告是 Markdown，挂图是一个网页文件。--format html 是一个不用联网的网页；docx 是公文格式的
      Word 文件（要装 pandoc），pdf 由它转成（还要装 LibreOffice）。
      模板先用 --templates 文件夹，其次台账的 templates/，最后用内置的。
      """, aliases: ["报告"])

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var file: OutputOptions
  @Argument(help: ArgumentHelp("哪份报告", valueName: "报告"))
  var paper: String
  @Argument(help: ArgumentHelp("月度自查的月份、部门清单的部门，或备案表的院系", valueName: "月份、部门或院系")) var subject: String?
  @Option(help: ArgumentHelp("md、html、docx 或 pdf；不写时看 --output 的扩展名", valueName: "格式"))
  var format: PaperFormat?
  @Option(help: ArgumentHelp("学校自己的模板所在文件夹", valueName: "文件夹")) var templates: String?

  @Flag(help: "列出这份报告的模板可以用的每一项、含义和现值；不必写月份或部门") var listKeys = false

  private var output: String? { file.output }

  /// Creates the command for the parser.
  package init() {}

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, reading.common)
    let paper = try wantedPaper(session)
    if !listKeys { try requireBegun(paper, session) }
    let printer = try session.desk.printer(
      templates: templates.map(session.path), at: session.moment)
    guard !listKeys else {
      try list(printer.keys(of: paper, asOf: reading.asOf), session)
      return
    }
    let format = try wantedFormat(of: paper, session)
    let printed = try printer.text(paper, asOf: reading.asOf)
    let text = printed.text
    session.say(notes(on: printed.day, printed.notes, session))
    let form = PaperForm(
      paper: paper, text: text, format: format, converter: printer.converter(paper, on: printed.day)
    )
    let bytes = try form.bytes(session, for: output)
    let isReplaced = try output.map { (output) throws(DeskError) in
      try session.write(bytes, to: output, force: file.force)
    }
    if session.common.json {
      session.print(
        try JSONDocument(
          kind: "report",
          PaperJSON(
            paper: paper.name, format: format.rawValue,
            asOf: printed.day.description,
            file: Nullable(output.map { ($0 as NSString).lastPathComponent }),
            text: format.isBinary ? text : String(decoding: bytes, as: UTF8.self))
        ).text())
    } else if let output {
      session.tell(Diagnostic.written(output, replacing: isReplaced ?? false))
    } else if format.isBinary {
      session.environment.writeData(bytes)
    } else {
      session.print(format == .markdown ? text : String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Refuses the paper of a month that has not begun, as the meeting of that month is refused.
  private func requireBegun(_ paper: Paper, _ session: Session) throws(DeskError) {
    let today = reading.asOf ?? session.today
    guard case .monthly(let month) = paper, month > today.civilMonth else { return }
    throw DeskError([.paperMonthAhead(month, today: today)], kind: .refused)
  }

  /// What is said beside a paper: that a sealed month keeps its own day, or that a day is to come.
  private func notes(
    on day: CivilDate, _ notes: [Diagnostic], _ session: Session
  ) -> [Diagnostic] {
    guard let asked = reading.asOf else { return notes }
    if asked != day { return [.sealedDayHolds(day, asked: asked)] }
    return notes + Diagnostic.dayAhead(asked, today: session.today)
  }

  /// The form that is asked for: by name, else by the output's extension, else the paper's own.
  private func wantedFormat(
    of paper: Paper, _ session: Session
  ) throws(DeskError) -> PaperFormat {
    let own: PaperFormat = paper == .board ? .html : .markdown
    let byName = output.flatMap { PaperFormat(extensionOf: $0) }
    if let output, format == nil, byName == nil {
      let ending = (output as NSString).pathExtension.lowercased()
      guard ending.isEmpty || ending == "txt" else {
        throw DeskError(
          [
            .outputFormUnknown(
              (output as NSString).lastPathComponent,
              known: PaperFormat.allCases.map(\.rawValue))
          ], kind: .usage)
      }
    }
    let wanted = format ?? byName ?? own
    guard paper != .board || wanted == .html else {
      throw DeskError([.boardIsPage(wanted.rawValue)], kind: .usage)
    }
    let goesToScreen = session.environment.isOutputTerminal || session.common.json
    guard output != nil || !wanted.isBinary || !goesToScreen else {
      throw DeskError(
        [.outputMissing(paper.name, format: wanted.rawValue)], kind: .usage)
    }
    return wanted
  }

  /// A department that leads an item: keys are the same for every one.
  private func anyDepartment(_ session: Session) throws(DeskError) -> String? {
    try session.snapshot(asOf: reading.asOf).ledger.itemsInOrder
      .lazy.compactMap { $0.item.departments.lead.first }.first
  }

  private func list(_ keys: [ReportKey], _ session: Session) throws(DeskError) {
    if session.common.json {
      session.print(
        try JSONDocument(
          kind: "report-keys",
          KeysJSON(
            keys: keys.map { KeyJSON(key: $0.key, meaning: $0.meaning, sample: $0.sample) })
        ).text())
      return
    }
    var table = TextTable(header: ["名字", "含义", "现值"], flexible: 2)
    for key in keys { table.add([key.key, key.meaning, PrintableText.line(key.sample)]) }
    session.print(table.text(columns: session.environment.terminalColumns ?? 120))
  }

  private func wantedPaper(_ session: Session) throws(DeskError) -> Paper {
    switch paper {
    case "monthly", "月度自查":
      // Keys are the same for every month.
      let usual = listKeys && subject == nil ? (reading.asOf ?? session.today).civilMonth : nil
      guard let month = subject.flatMap({ CivilMonth(argument: $0) }) ?? usual else {
        throw DeskError([.monthMissing("monthly")], kind: .usage)
      }
      return .monthly(month)
    case "self-evaluation", "自评报告": return .selfEvaluation
    case "reform", "改革情况报告": return .reform
    case "filing-form", "评估备案表":
      return subject.map { .unionForm(PrintableText.line($0)) } ?? .filingForm
    case "filing-notice", "公示": return .publication
    case "ledger", "台账": return .ledger
    case "evidence-index", "佐证材料目录": return .evidenceIndex
    case "hand-in", "报送清单": return .handIn
    case "board", "挂图": return .board
    case "department", "部门清单":
      let usual = listKeys && subject == nil ? try anyDepartment(session) : nil
      guard let name = subject ?? usual else {
        throw DeskError([.departmentNameMissing()], kind: .usage)
      }
      return .department(PrintableText.line(name))
    default:
      throw DeskError([.paperUnknown(paper, known: Paper.names)], kind: .usage)
    }
  }
}

private struct PaperJSON: Encodable {
  var paper: String
  var format: String
  var asOf: String
  var file: Nullable<String>
  var text: String
}

private struct KeysJSON: Encodable {
  var keys: [KeyJSON]
}

private struct KeyJSON: Encodable {
  var key: String
  var meaning: String
  var sample: String
}
