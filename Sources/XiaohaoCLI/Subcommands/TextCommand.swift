package import ArgumentParser
package import LedgerDesk
import LedgerReports
import TaskLedger

/// `text` 文稿.
package struct TextCommand: ParsableCommand {
  /// The command's name, words and parts.
  package static let configuration = CommandConfiguration(
    commandName: "text", abstract: "文稿：自评报告和改革情况报告里办公室自己写的话",
    subcommands: [Import.self, Export.self, List.self], aliases: ["文稿"])

  /// Creates the command for the parser.
  package init() {}

  /// `text import`.
  package struct Import: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "import", abstract: "收进一份 Word 或 Markdown 文稿，按标题分到各部分",
      discussion: """
        例：xiaohao text import 自评文稿.docx --dry-run --actor 领导小组办公室
        例：xiaohao text import 自评文稿.docx --actor 领导小组办公室
        标题写任务的名称（前面的序号随意），或成效、问题、下一步、领导指导；标题下面各段都归它。
        同一部分再导入一次就以新的为准，旧的留在记录里。说法不确定、数字与台账不符、标点和用字不合公文要求的
        逐处提示，不改原文。
        """, aliases: ["导入"])

    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("文稿文件；- 为标准输入", valueName: "文件")) var file: String

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      let session = try Session(environment, writing.common)
      let outcome = try session.desk.importTexts(
        session.input(file), by: try session.clerk(writing), at: session.moment,
        dryRun: writing.dryRun)
      session.say(outcome.notes)
      guard !session.common.json else {
        session.print(
          try JSONDocument(
            kind: "text-import",
            TextImportJSON(
              dryRun: writing.dryRun, recorded: outcome.recorded.map(TextPartJSON.init),
              unwritten: outcome.unwritten.map(TextPartJSON.init),
              findings: outcome.notes.map(environment.wording.finding))
          ).text())
        return
      }
      var table = TextTable(header: ["部分", "段数", "收进"], flexible: 0)
      for part in outcome.parts {
        table.add([
          part.part.words, "\(part.paragraphs)",
          outcome.recorded.contains(part.part) ? "是" : "与台账相同",
        ])
      }
      session.print(table.text(columns: environment.terminalColumns ?? 120))
      if !outcome.unwritten.isEmpty {
        session.tell("还没有文稿的部分：\(outcome.unwritten.map(\.words).joined(separator: "、"))")
      }
      if writing.dryRun { session.tell("只是演示，没有写入，确认后去掉 --dry-run") }
    }
  }

  /// `text export`.
  package struct Export: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "export", abstract: "写出一份照着写的文稿：标题齐全，正文是现有的话",
      discussion: """
        例：xiaohao text export 文稿.md
        例：xiaohao text export 文稿.docx        要装 pandoc
        有文稿的部分是文稿；没有的先放由完成情况说明汇成的话，改好再导入；【待写】的段落导入时不算。
        """, aliases: ["导出"])

    @OptionGroup var reading: ReadingOptions
    @Argument(help: ArgumentHelp("写到哪里，.md 或 .docx", valueName: "文件")) var file: String
    @Flag(help: "文件已有时替换") var force = false

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      let session = try Session(environment, reading.common)
      let day = reading.asOf ?? session.today
      let format =
        try PaperFormat.named(by: file, among: [.markdown, .docx], hasOption: false) ?? .markdown
      let text = try session.desk.textForm(asOf: day, at: session.moment)
      let form = PaperForm(
        paper: .selfEvaluation, text: text, format: format,
        converter: try session.desk.printer(templates: nil, at: session.moment)
          .converter(.selfEvaluation, on: day))
      let isReplaced = try session.write(
        try form.bytes(session, for: file), to: file, force: force)
      session.tell(Diagnostic.written(file, replacing: isReplaced))
    }
  }

  /// `text list`.
  package struct List: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "list", abstract: "列出各部分的文稿和还没有写的", discussion: "例：xiaohao text list",
      aliases: ["列出"])

    @OptionGroup var reading: ReadingOptions

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      let session = try Session(environment, reading.common)
      let ledger = try session.snapshot(asOf: reading.asOf).ledger
      let parts = ledger.texts.sorted { $0.key < $1.key }
      if session.common.json {
        session.print(
          try JSONDocument(
            kind: "texts",
            TextsJSON(
              texts: parts.map { TextJSON($0.key, $0.value) },
              unwritten: ledger.unwrittenParts.map(TextPartJSON.init))
          ).text())
        return
      }
      var table = TextTable(header: ["部分", "段数", "字数", "日期", "出处", "开头"], flexible: 5)
      for (part, text) in parts {
        table.add([
          part.words, "\(text.paragraphs.count)",
          "\(text.paragraphs.map(\.count).reduce(0, +))", text.on.description,
          PrintableText.line(text.source ?? ""),
          PrintableText.head(text.paragraphs.first ?? "", limit: 24),
        ])
      }
      for part in ledger.unwrittenParts { table.add([part.words, "—", "—", "—", "", "还没有写"]) }
      session.print(table.text(columns: environment.terminalColumns ?? 120))
    }
  }
}

private struct TextImportJSON: Encodable {
  var dryRun: Bool
  var recorded: [TextPartJSON]
  var unwritten: [TextPartJSON]
  var findings: [FindingJSON]
}

private struct TextPartJSON: Encodable {
  var part: String
  var task: Nullable<Int>

  init(_ part: OfficeText.Part) {
    self.part = part.stored.name
    task = Nullable(part.stored.task)
  }
}

private struct TextsJSON: Encodable {
  var texts: [TextJSON]
  var unwritten: [TextPartJSON]
}

private struct TextJSON: Encodable {
  var part: String
  var task: Nullable<Int>
  var paragraphs: [String]
  var source: Nullable<String>
  var digest: Nullable<String>
  var on: String
  var actor: String

  init(_ part: OfficeText.Part, _ text: OfficeText) {
    self.part = part.stored.name
    task = Nullable(part.stored.task)
    paragraphs = text.paragraphs
    source = Nullable(text.source)
    digest = Nullable(text.digest?.description)
    on = text.on.description
    actor = text.actor
  }
}
