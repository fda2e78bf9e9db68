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
      monthly 2020-08     月度自查          minutes 2020-08     会议纪要
      missing             倒排表            missing 学工部      一个部门的倒排表
      self-evaluation     自评报告          reform              改革情况报告
      filing-form         评估备案表        filing-form 机电系  院系评估备案表
      filing-notice       自评情况公示      evidence-index      佐证材料目录
      ledger              台账              department 学工部   部门清单
      hand-in             报送清单          reminder 学工部     最近一次督办函件
      board               挂图（HTML 网页）
      例：xiaohao report monthly 2020-08 --output 八月自查.md
      例：xiaohao report self-evaluation --as-of 2020-10-10
      例：xiaohao report self-evaluation --format docx --output 自评报告.docx
      不写格式时报告是 Markdown，挂图是一个网页文件。--format html 是一个不用联网的网页；docx 是 Word 文件
      （要装 pandoc），pdf 由它转成（还要装 LibreOffice）。自评报告、改革情况报告、公示、目录和报送清单按
      公文格式（GB/T 9704-2012）排版；月度自查、纪要、倒排表、督办函件、部门清单、备案表和台账是会议材料和
      表格，页边和字号从小。
      模板先用 --templates 文件夹，其次台账的 templates/，最后用内置的。
      """, aliases: ["报告"])

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var file: OutputOptions
  @Argument(help: ArgumentHelp("哪份报告", valueName: "报告"))
  var paper: String
  @Argument(help: ArgumentHelp("月度自查和纪要的月份、部门清单和倒排表的部门，或备案表的院系", valueName: "月份、部门或院系"))
  var subject: String?
  @Option(help: ArgumentHelp("md、html、docx 或 pdf；不写时看 --output 的扩展名", valueName: "格式"))
  var format: PaperFormat?
  @Option(help: ArgumentHelp("学校自己的模板所在文件夹", valueName: "文件夹")) var templates: String?

  @Flag(help: "列出这份报告的模板可以用的每一项、含义和现值；不必写月份或部门") var listKeys = false

  /// Creates the command for the parser.
  package init() {}

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, reading.common)
    let paper = try wantedPaper(session)
    let run = PaperRun(
      paper: paper, format: format, file: file, templates: templates, asOf: reading.asOf)
    guard !listKeys else {
      try list(
        session.desk.printer(templates: templates.map(session.path), at: session.moment)
          .keys(of: paper, asOf: reading.asOf), session)
      return
    }
    try run.print(session)
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
    guard
      let kind = PaperKind.allCases.first(where: { [$0.rawValue, $0.title].contains(paper) })
    else {
      let known = PaperKind.allCases.map(\.rawValue)
      throw DeskError([.paperUnknown(paper, known: known)], kind: .usage)
    }
    switch kind {
    case .monthly: return .monthly(try month(of: kind, session))
    case .minutes: return .minutes(try month(of: kind, session))
    case .selfEvaluation: return .selfEvaluation
    case .reform: return .reform
    case .filingForm: return subject.map { .unionForm(PrintableText.line($0)) } ?? .filingForm
    case .publication: return .publication
    case .missing: return .missing(by: nil, department: subject.map(PrintableText.line))
    case .ledger: return .ledger
    case .evidenceIndex: return .evidenceIndex
    case .handIn: return .handIn
    case .board: return .board
    case .reminder: return .reminder(try department(session))
    case .department: return .department(try department(session))
    }
  }

  /// The month of a paper; keys are the same for every month.
  private func month(of kind: PaperKind, _ session: Session) throws(DeskError) -> CivilMonth {
    let usual = listKeys && subject == nil ? (reading.asOf ?? session.today).civilMonth : nil
    guard let month = subject.flatMap({ CivilMonth(argument: $0) }) ?? usual else {
      throw DeskError([.monthMissing(kind.rawValue)], kind: .usage)
    }
    return month
  }

  /// The department of a paper; keys are the same for every department.
  private func department(_ session: Session) throws(DeskError) -> String {
    let usual = listKeys && subject == nil ? try anyDepartment(session) : nil
    guard let name = subject ?? usual else {
      throw DeskError([.departmentNameMissing()], kind: .usage)
    }
    return PrintableText.line(name)
  }
}

extension PaperKind {
  /// Its name in Chinese, which is typed as well as the English one.
  fileprivate var title: String {
    switch self {
    case .monthly: "月度自查"
    case .minutes: "会议纪要"
    case .missing: "倒排表"
    case .reminder: "督办"
    case .selfEvaluation: "自评报告"
    case .reform: "改革情况报告"
    case .filingForm: "评估备案表"
    case .publication: "公示"
    case .ledger: "台账"
    case .evidenceIndex: "佐证材料目录"
    case .department: "部门清单"
    case .handIn: "报送清单"
    case .board: "挂图"
    }
  }
}

private struct KeysJSON: Encodable {
  var keys: [KeyJSON]
}

private struct KeyJSON: Encodable {
  var key: String
  var meaning: String
  var sample: String
}
