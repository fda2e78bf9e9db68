package import ArgumentParser
package import LedgerDesk
import LedgerReports
import TaskLedger

/// `reminder` 督办.
package struct ReminderCommand: ParsableCommand {
  /// The command's name, words and parts.
  package static let configuration = CommandConfiguration(
    commandName: "reminder", abstract: "督办：给部门发提醒函、催办函、督办单，登记回复",
    subcommands: [Send.self, Reply.self, List.self], defaultSubcommand: Send.self,
    aliases: ["督办"])

  /// Creates the command for the parser.
  package init() {}

  /// `reminder 部门`.
  package struct Send: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "send", abstract: "发出：登记编号并打印",
      discussion: """
        例：xiaohao reminder 学工部 --format docx --output 催办函.docx --actor 领导小组办公室
        十五天内到期的是提醒函；过了应办妥日或漏期的是催办函；催办后仍未办妥的是督办单。
        --dry-run 只看内容，不登记编号。再次打印：xiaohao report reminder 学工部
        """, aliases: ["发出"])

    @OptionGroup var writing: WritingOptions
    @OptionGroup var file: OutputOptions
    @Argument(help: ArgumentHelp("部门", valueName: "部门")) var department: String
    @Option(help: ArgumentHelp("md、html、docx 或 pdf；不写时看 --output 的扩展名", valueName: "格式"))
    var format: PaperFormat?
    @Option(help: ArgumentHelp("学校自己的模板所在文件夹", valueName: "文件夹")) var templates: String?

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      let session = try Session(environment, writing.common)
      let name = PrintableText.line(department)
      let clerk = try session.clerk(writing)
      _ = try session.desk.remind(name, by: clerk, at: session.moment, dryRun: true)
      let draft = run(isDraft: true, of: name)
      guard !writing.dryRun else { return try draft.print(session) }
      try draft.requirePrintable(session)
      let receipt = try session.desk.remind(
        name, by: clerk, at: session.moment, dryRun: false)
      try run(isDraft: false, of: name).print(session)
      session.say(
        try session.desk.notes(on: receipt.entries, in: receipt.ledger, today: session.today))
    }

    private func run(isDraft: Bool, of name: String) -> PaperRun {
      PaperRun(
        paper: .reminder(name, isDraft: isDraft), format: format, file: file,
        templates: templates, asOf: nil)
    }
  }

  /// `reminder reply`.
  package struct Reply: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "reply", abstract: "回复：登记部门的答复",
      discussion: "例：xiaohao reminder reply 3 \"名单本周补齐，9月18日前报送\" --actor 学工部", aliases: ["回复"])

    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("函件编号", valueName: "函件编号")) var number: Int
    @Argument(help: ArgumentHelp("答复的内容", valueName: "内容")) var text: String

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      try Session(environment, writing.common).append(
        .answerReminder(number: number, text: PrintableText.block(text)), kind: "reminder", writing)
    }
  }

  /// `reminder list`.
  package struct List: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "list", abstract: "列出发出的函件和回复", discussion: "例：xiaohao reminder list",
      aliases: ["列出"])

    @OptionGroup var reading: ReadingOptions

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      let session = try Session(environment, reading.common)
      let reminders = try session.snapshot(asOf: reading.asOf).ledger.reminders
      if session.common.json {
        session.print(
          try JSONDocument(
            kind: "reminders", RemindersJSON(reminders: reminders.map(ReminderJSON.init))
          ).text())
        return
      }
      var table = TextTable(header: ["编号", "函件", "部门", "发出", "条目", "回复"], flexible: 5)
      for reminder in reminders {
        table.add([
          "\(reminder.sent.number)", reminder.sent.kind.words,
          PrintableText.line(reminder.sent.department), reminder.on.description,
          reminder.sent.items.map(\.description).joined(separator: "、"),
          reminder.answer.map(PrintableText.line) ?? "请于 \(reminder.sent.due) 前回复",
        ])
      }
      session.print(table.text(columns: environment.terminalColumns ?? 120))
    }
  }
}

private struct RemindersJSON: Encodable {
  var reminders: [ReminderJSON]
}

private struct ReminderJSON: Encodable {
  var number: Int
  var kind: String
  var department: String
  var items: [String]
  var on: String
  var due: String
  var answer: Nullable<String>
  var answeredOn: Nullable<String>

  init(_ reminder: Ledger.Reminder) {
    number = reminder.sent.number
    kind = reminder.sent.kind.rawValue
    department = reminder.sent.department
    items = reminder.sent.items.map(\.description)
    on = reminder.on.description
    due = reminder.sent.due.description
    answer = Nullable(reminder.answer)
    answeredOn = Nullable(reminder.answeredOn?.description)
  }
}
