package import ArgumentParser
import LedgerStore
package import LedgerDesk
import LedgerReports
import TaskLedger

/// `gap` 短板.
package struct GapCommand: ParsableCommand {
  /// The command's name, words and parts.
  package static let configuration = CommandConfiguration(
    commandName: "gap", abstract: "短板：提出、办结、列出差距短板",
    subcommands: [Raise.self, Resolve.self, List.self], aliases: ["短板"])

  /// Creates the command for the parser.
  package init() {}

  /// `gap raise`.
  package struct Raise: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "raise", abstract: "提出一项差距短板",
      discussion:
        "例：xiaohao gap raise \"部分系未开述职会\" --owner 系团委 --due 2020-09-20 --item 8.1 --actor 校团委",
      aliases: ["提出"])

    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("缺什么", valueName: "内容")) var text: String
    @Option(help: ArgumentHelp("谁来补", valueName: "部门")) var owner: String
    @Option(help: ArgumentHelp("什么时候补齐", valueName: "日期")) var due: CivilDate?
    @Option(help: ArgumentHelp("对应的条目", valueName: "编号")) var item: ItemID?

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      try OfficeEntry.append(
        .raiseGap(
          text: PrintableText.block(text), item: item, owner: PrintableText.line(owner), due: due),
        kind: "gap", writing, in: environment)
    }
  }

  /// `gap resolve`.
  package struct Resolve: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "resolve", abstract: "一项差距短板已办结",
      discussion: "例：xiaohao gap resolve 1 --resolution \"9月18日已全部召开\" --actor 系团委",
      aliases: ["办结"])

    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("短板编号", valueName: "编号")) var number: Int
    @Option(help: ArgumentHelp("怎么办结的", valueName: "结果")) var resolution: String

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      try OfficeEntry.append(
        .resolveGap(number: number, resolution: PrintableText.block(resolution)), kind: "gap",
        writing, in: environment)
    }
  }

  /// `gap list`.
  package struct List: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "list", abstract: "列出差距短板", aliases: ["清单"])

    @OptionGroup var reading: ReadingOptions

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      let session = try Session(environment, reading.common)
      let snapshot = try session.snapshot(asOf: reading.asOf)
      let gaps = snapshot.ledger.gaps
      if session.common.json {
        session.print(
          try JSONDocument(kind: "gaps", GapsJSON(gaps: gaps.map(GapJSON.init))).text())
        return
      }
      var table = TextTable(header: ["编号", "提出", "内容", "条目", "责任", "期限", "办结"], flexible: 2)
      for gap in gaps {
        table.add([
          String(gap.number), gap.raisedOn.description, PrintableText.line(gap.text),
          gap.item?.description ?? "—", PrintableText.line(gap.owner),
          gap.due?.description ?? "—",
          gap.resolvedOn.map { "\($0) \(PrintableText.line(gap.resolution ?? ""))" } ?? "未办结",
        ])
      }
      session.print(table.text(columns: environment.terminalColumns ?? 120))
      session.tell("共 \(gaps.count) 项，未办结 \(gaps.count { $0.resolvedOn == nil }) 项")
    }
  }
}

/// `meeting` 例会.
package struct MeetingCommand: ParsableCommand {
  /// The command's name, words and parts.
  package static let configuration = CommandConfiguration(
    commandName: "meeting", abstract: "例会：列出议程，会后封存当月",
    subcommands: [Open.self, Close.self], aliases: ["例会"])

  /// Creates the command for the parser.
  package init() {}

  /// `meeting open`.
  package struct Open: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "open", abstract: "开会：登记并列出议程",
      discussion: "例：xiaohao meeting open 2020-08 --actor 领导小组办公室", aliases: ["开始"])

    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("月份", valueName: "月份")) var month: CivilMonth

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      let receipt = try OfficeEntry.append(
        .openMeeting(month), kind: "meeting", writing, in: environment)
      let session = try Session(environment, writing.common)
      let agenda = MeetingAgenda(of: month, on: session.today, in: receipt.ledger)
      for line in AgendaSheet.lines(agenda) { session.tell(line) }
    }
  }

  /// `meeting close`.
  package struct Close: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "close", abstract: "封存：当月自查定稿，以后再打印一字不差",
      discussion: "例：xiaohao meeting close 2020-08 --actor 领导小组办公室", aliases: ["封存"])

    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("月份", valueName: "月份")) var month: CivilMonth

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      let session = try Session(environment, writing.common)
      let snapshot = try session.snapshot()
      let damaged = try session.desk.store(for: .reading).damagedEvidence(in: snapshot.ledger)
      guard damaged.isEmpty else {
        throw DeskError([.evidenceNotSound(damaged.sorted())], kind: .integrity)
      }
      let asOf = min(session.today, month.lastDay)
      let draft = MonthSealed(
        month: month, through: snapshot.head.sequence, asOf: asOf,
        paper: EventChain.digest(of: ""))
      let text = try PaperPrinter(session.desk, today: session.today, templates: nil).draft(
        of: month, draft)
      let vault = EvidenceVault(folder: snapshot.folder)
      // The text itself is kept, because templates and programs change and a sealed month does not.
      var staged: [EvidenceVault.StagedFile] = []
      defer { for file in staged { vault.discard(file) } }
      if !writing.dryRun {
        staged = try DeskError.ofStore { () throws(StoreError) in
          [try vault.stage(text: text, named: "月度自查-\(month).md")]
        }
      }
      try OfficeEntry.append(
        .sealMonth(
          month, through: snapshot.head.sequence, asOf: asOf, paper: EventChain.digest(of: text)),
        kind: "meeting", placing: staged, writing, in: environment)
      session.tell("打印：xiaohao report monthly \(month)")
    }
  }
}

/// `fact` 实有.
package struct FactCommand: ParsableCommand {
  /// The command's name, words and parts.
  package static let configuration = CommandConfiguration(
    commandName: "fact", abstract: "实有：登记、列出验收指标用的实有数",
    subcommands: [Set.self, Import.self, List.self, Names.self], aliases: ["实有"])

  /// Creates the command for the parser.
  package init() {}

  /// `fact list`.
  package struct List: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "list", abstract: "列出实有数", aliases: ["清单"])

    @OptionGroup var reading: ReadingOptions

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      let session = try Session(environment, reading.common)
      let facts = try session.snapshot(asOf: reading.asOf).ledger.facts
        .sorted { $0.key < $1.key }
        .compactMap { name, values in values.last.map { (name, $0) } }
      if session.common.json {
        session.print(
          try JSONDocument(
            kind: "facts", FactsJSON(facts: facts.map { FactJSON($0.0, $0.1) })
          ).text())
        return
      }
      var table = TextTable(header: ["名称", "实有", "日期", "佐证", "经办人", "理由", "来源"], flexible: 5)
      for (name, fact) in facts {
        table.add([
          PrintableText.line(name), PrintableText.line(fact.value), fact.on.description,
          fact.evidence?.description ?? "—", PrintableText.line(fact.actor),
          PrintableText.line(fact.exemption ?? ""), PrintableText.line(fact.source ?? "—"),
        ])
      }
      session.print(table.text(columns: environment.terminalColumns ?? 120))
    }
  }
}
