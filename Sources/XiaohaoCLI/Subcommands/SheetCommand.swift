package import ArgumentParser
package import LedgerDesk
import LedgerReports
import TaskLedger

/// `sheet` 表单.
package struct SheetCommand: ParsableCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "sheet", abstract: "表单：发给部门填的 Excel 表，收回来登记",
    discussion: """
      例：xiaohao sheet export --all --output 发出        每个部门一张表
      例：xiaohao sheet import 收回 --dry-run             先看会登记什么、哪里要改
      例：xiaohao sheet import 收回                       登记，每张表旁边写一份回执.xlsx
      例：xiaohao sheet status                            哪些部门的表登记了，哪些没有
      """, subcommands: [Export.self, Import.self, Status.self], aliases: ["表单"])

  /// Creates the command for the parser.
  package init() {}
}

extension SheetCommand {
  /// `sheet export`.
  package struct Export: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "export", abstract: "导出填报表：一个部门一个 Excel 文件",
      discussion: """
        例：xiaohao sheet export 学工部 --output 发出
        例：xiaohao sheet export --all --output 发出 --return-by 2020-08-28
        例：xiaohao sheet export --all --staff --output 发出   要数人数的部门还附工作人员名单
        例：xiaohao sheet export --review --output 审核     审核会用的表，列出待审核的各条
        例：xiaohao sheet export --figures --output 数据    办公室自己填的全部数据
        例：xiaohao sheet export --members --output 人员    登记经办人用的表
        表里是部门牵头的各条，和这些条目的指标要的数据；几个部门牵头的，每个部门都有。
        设有学生会的院系（tasks/departments.md 的「院系」栏，或登记过数据的）按院级备案表给一张。
        浅黄色的格子可以填，其余锁定，没有密码。
        同名文件被填写过的不会替换；确认不要了加 --force。
        """, aliases: ["导出"])

    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("部门", valueName: "部门")) var department: String?
    @Flag(help: "全部部门") var all = false
    @Flag(help: "审核会用的表") var review = false
    @Flag(help: "全部数据一张表，办公室用") var figures = false
    @Flag(help: "登记经办人用的表，办公室用") var members = false
    @Flag(help: "附工作人员名单，人数从名单里数") var staff = false
    @Option(help: ArgumentHelp("写到这个文件夹；不写为当前文件夹", valueName: "文件夹"))
    var output: String?
    @Option(help: ArgumentHelp("最迟哪天交回；不写为当月最后一天", valueName: "日期"))
    var returnBy: CivilDate?
    @Option(help: ArgumentHelp("交给谁；不写为审核人", valueName: "名称")) var recipient: String?
    @Flag(help: "同名文件填写过也替换") var force = false

    /// Creates the command for the parser.
    package init() {}

    /// Asks for which sheets are wanted.
    package func validate() throws {
      guard [department != nil, all, review, figures, members].count(where: \.self) == 1 else {
        throw ValidationError(
          "请写部门，或 --all（全部部门）、--review（审核会用的表）、--figures（全部数据）、--members（经办人）之一")
      }
    }

    package func run(in environment: Environment) throws(DeskError) {
      let session = try Session(environment, writing.common)
      let selection: SheetSelection =
        if let department { .department(department) } else if all { .all } else if review {
          .review
        } else if figures { .figures } else { .members }
      let (sheets, unassigned) = try session.desk.exportSheets(
        selection, into: session.path(output ?? "."), returnBy: returnBy, recipient: recipient,
        asksStaff: staff, force: force, at: session.moment, dryRun: writing.dryRun)
      if !unassigned.isEmpty { session.say([.sheetItemsUnassigned(unassigned)]) }
      if session.common.json {
        session.print(
          try JSONDocument(
            kind: "sheet-export",
            SheetExportJSON(
              dryRun: writing.dryRun, sheets: sheets.map(WrittenSheetJSON.init))
          ).text())
        return
      }
      for sheet in sheets {
        session.tell(
          "\(writing.dryRun ? "将写出" : "已写出")「\(sheet.file)」：\(sheet.contents)表单码 \(sheet.code)"
            + (sheet.isReplaced ? "（替换了上次写出的）" : ""))
      }
      if !writing.dryRun, department != nil || all {
        session.suggest("下一步：把表发给各部门；收回后\(.previewSheets)")
      }
    }
  }

  /// `sheet import`.
  package struct Import: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "import", abstract: "登记收回的填报表和旁边的佐证文件",
      discussion: """
        例：xiaohao sheet import 收回 --dry-run
        例：xiaohao sheet import 收回 --force-item 3.1
        例：xiaohao sheet import 学工部.zip --on 2020-08-31
        文件夹（连同里面的文件夹）、几个文件或压缩包都可以。佐证文件放在表旁边，按名称找，
        大小写、全角半角和漏写的扩展名不论；有两个可能的会问。
        一张表有一处不对就整张不登记，别的表照登记；登记过的再导入一次什么也不多；空着的格子不改动任何内容。
        导出后内容有变的条目，两边的内容都列出来，核对后加 --force-item 才登记；登记后撤回、作废的也一样。
        存疑的数据、导出后又登记过的数据，核对后加 --confirm 才登记；名单只数人数，不记姓名学号。
        记在部门名下；表上写的填报人是登记的人员的，记在本人名下。审核表记在表上写的审核人或 --actor 名下。
        """, aliases: ["导入"])

    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("收回的表、文件夹或压缩包", valueName: "文件夹|文件"))
    var paths: [String]
    @Option(help: ArgumentHelp("导出后有变、核对后仍照表登记的条目", valueName: "编号"))
    var forceItem: [ItemID] = []
    @Flag(help: "存疑的、导出后有变的数据已经核对，照登记") var confirm = false
    @Option(help: ArgumentHelp("记录算在哪一天；不写为今天", valueName: "日期")) var on: CivilDate?

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      let session = try Session(environment, writing.common)
      let outcome = try session.desk.importSheets(
        paths.map(session.path), forced: Set(forceItem), isConfirmed: confirm, countingOn: on,
        by: session.signer(writing), at: session.moment, dryRun: writing.dryRun)
      if let fault = outcome.fault, session.common.json, outcome.receipts.isEmpty {
        throw DeskError([], kind: fault)
      }
      session.say(outcome.receipts.flatMap(\.findings))
      if session.common.json {
        session.print(
          try JSONDocument(
            kind: "sheet-import",
            SheetImportJSON(
              dryRun: writing.dryRun,
              files: outcome.receipts.map {
                SheetReceiptJSON($0, wording: environment.wording)
              },
              receipts: outcome.written)
          ).text())
      } else {
        print(outcome, session)
      }
      if let fault = outcome.fault { throw DeskError([], kind: fault) }
    }

    private func print(_ outcome: SheetImport, _ session: Session) {
      var table = TextTable(
        header: ["表", "部门", "结果", "进展", "佐证", "申请", "决定", "数据", "登记人"], flexible: 0)
      for receipt in outcome.receipts {
        table.add([
          PrintableText.line(receipt.file), receipt.department ?? "—",
          receipt.words(dryRun: writing.dryRun),
          "\(receipt.lines.count(where: \.hasProgress))",
          "\(receipt.lines.flatMap(\.evidence).count)",
          "\(receipt.lines.count(where: \.isApplied))",
          "\(receipt.lines.count { $0.isClosed != nil })", "\(receipt.figures.count)",
          PrintableText.line(receipt.signer ?? "—"),
        ])
      }
      session.print(table.text(columns: session.environment.terminalColumns ?? 120))
      if writing.dryRun {
        for receipt in outcome.receipts where receipt.status == .taken {
          for line in receipt.lines { show(line, of: receipt, session) }
          for figure in receipt.figures {
            let before = figure.before.map { "（原为 \($0)）" } ?? ""
            session.tell("\(receipt.file) \(figure.name)　\(figure.now)\(before)")
          }
          for member in receipt.members {
            session.tell(
              "\(receipt.file) \(member.name)　"
                + (member.department.map { "\($0)，\(member.role?.words ?? "")" } ?? "离任"))
          }
        }
        session.tell("只是演示，没有写入，确认后去掉 --dry-run")
      } else if !outcome.written.isEmpty {
        var names: [String] = []
        for name in outcome.written where !names.contains(name) { names.append(name) }
        session.tell(
          "已写回执 \(outcome.written.count) 份，在各表旁边：\(names.joined(separator: "、"))")
      }
    }

    private func show(_ line: SheetReceipt.Line, of receipt: SheetReceipt, _ session: Session) {
      var words: [String] = []
      if let note = line.noteWords { words.append(note) }
      words += line.evidence.map { "佐证：\($0.number) \($0.file)" }
      if line.isApplied { words.append("申请销号") }
      if let isClosed = line.isClosed { words.append(isClosed ? "销号" : "退回") }
      if line.known > 0 { words.append("先前已收 \(line.known) 项") }
      session.tell("\(receipt.file) \(line.item)　" + words.joined(separator: "；"))
    }
  }

  /// `sheet status`.
  package struct Status: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "status", abstract: "哪些部门的表登记了，哪些没有",
      discussion: """
        例：xiaohao sheet status
        例：xiaohao sheet status --since 2020-08-01
        不写 --since 时看当月。只看登记下来的：交了没能登记的表、空着的表不留记录，同没交一样列出。
        """, aliases: ["情况"])

    @OptionGroup var reading: ReadingOptions
    @Option(help: ArgumentHelp("从哪天起算；不写为当月第一天", valueName: "日期")) var since: CivilDate?

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      let session = try Session(environment, reading.common)
      let lines = try session.desk.sheetStatus(
        asOf: reading.asOf ?? session.today, since: since)
      if session.common.json {
        session.print(
          try JSONDocument(
            kind: "sheet-status", SheetStatusJSON(departments: lines.map(SheetStatusLineJSON.init))
          ).text())
        return
      }
      var table = TextTable(
        header: ["部门", "交表", "最近登记", "负责", "已报", "佐证", "申请", "数据", "未报的条目"], flexible: 8)
      for line in lines {
        table.add([
          PrintableText.line(line.department), line.isReturned ? "已登记" : "未登记",
          line.lastReturn?.description ?? "—", "\(line.items.count)", "\(line.reported.count)",
          "\(line.evidence)", "\(line.applied)", "\(line.figures)",
          line.items.filter { !line.reported.contains($0) }.map(\.description)
            .joined(separator: "、"),
        ])
      }
      session.print(table.text(columns: session.environment.terminalColumns ?? 120))
      let missing = lines.filter { !$0.isReturned }
      session.tell(
        missing.isEmpty
          ? "\(lines.count) 个部门的表都登记了"
          : "\(lines.count) 个部门，没有登记过表的 \(missing.count) 个（没交，或交了没能登记）："
            + missing.map(\.department).joined(separator: "、"))
    }
  }
}

extension WrittenSheet {
  /// What stands in it, in front of its code.
  fileprivate var contents: String {
    (items > 0 ? "\(items) 条，" : "") + (figures > 0 ? "数据 \(figures) 项，" : "")
  }
}
