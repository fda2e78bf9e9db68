package import ArgumentParser
package import LedgerDesk
import TaskLedger

/// `attach` 佐证.
package struct AttachCommand: EnvironmentCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "attach", abstract: "佐证：上传佐证材料",
    discussion: """
      例：xiaohao attach 1.1 方案.pdf --caption 深化改革实施方案 --number 南工团〔2020〕5号 --actor 学工部
      例：xiaohao attach 1.1 方案.pdf --pages 6 --original 校档案室2020-17号 --actor 学工部
      例：xiaohao attach 1.1 方案.pdf --on 2020-07-10 --actor 学工部    材料是 7 月 10 日的
      例：xiaohao attach 4.1 5.1 5.2 指引.pdf --actor 学工部          一份材料证明几条，各条一个编号
      例：xiaohao attach 5.3 照片*.jpg --group 培训照片 --actor 学工部  一组照片算一件
      前面能读作条目编号的都是条目；文件名像编号时写 ./1.1。
      --on 是材料本身的日期，可以早于认领；佐证从这一天起计入当月，早于方案计入之日的从那一天起。
      文件按内容存进台账的 evidence 文件夹，编号如 证-1.1-01；原文件不动。
      单个文件上限默认 512 MiB，在台账文件夹的 tasks/settings.md 里改。
      """, aliases: ["佐证"])

  @OptionGroup var writing: WritingOptions
  @Argument(help: ArgumentHelp("先写条目编号，再写材料文件，都可以几个", valueName: "编号和文件"))
  var words: [String]
  @Option(help: ArgumentHelp("证明第几条落实措施", valueName: "序号")) var measure: [Int] = []
  @Option(help: ArgumentHelp("几个文件合为一件，写这一组的名称", valueName: "名称")) var group: String?
  @Option(help: ArgumentHelp("材料名称；不写用文件名", valueName: "名称")) var caption: String?
  @Option(help: ArgumentHelp("材料的文号", valueName: "文号")) var number: String?
  @Option(help: ArgumentHelp("材料的日期（印发、活动的日子）；不写则目录里日期留空，从今天起计入", valueName: "日期")) var on:
    CivilDate?
  @Option(help: ArgumentHelp("原件的页数，目录里要写；PDF 写明了页数的不用填", valueName: "页数")) var pages: Int?
  @Option(help: ArgumentHelp("原件存放在哪里，目录里要写", valueName: "地点")) var original: String?

  /// Creates the command for the parser.
  package init() {}

  /// Asks for a number of pages that can be.
  package func validate() throws {
    if let pages, pages < 1 { throw ValidationError("--pages 写 1 以上的页数") }
    if items.isEmpty { throw ValidationError("请先写条目编号，例如 attach 1.1 方案.pdf") }
    if files.isEmpty { throw ValidationError("请在条目编号后面写材料文件") }
    if measure.count > 1 {
      throw ValidationError("一件佐证只能写一个 --measure；证明几条措施的，逐条各登记一次")
    }
    if !measure.isEmpty, items.count > 1 {
      throw ValidationError("--measure 只能用于一条；几条共用的材料不写 --measure")
    }
  }

  /// The leading words that read as item numbers.
  private var items: [ItemID] {
    var items: [ItemID] = []
    for id in words.map({ ItemID(TypedNumber.folded($0)) }).prefix(while: { $0 != nil }) {
      if let id, !items.contains(id) { items.append(id) }
    }
    return items
  }

  /// What follows them.
  private var files: [String] {
    Array(words.drop { ItemID(TypedNumber.folded($0)) != nil })
  }

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, writing.common)
    let clerk = try session.clerk(writing)
    var evidence = HandedEvidence(items: items, paths: files.map(session.path))
    evidence.measure = measure.first
    evidence.caption = PrintableText.line(caption ?? "")
    evidence.documentNumber = PrintableText.line(number ?? "")
    evidence.date = on
    evidence.pages = pages
    evidence.original = PrintableText.line(original ?? "")
    evidence.group = group.map(PrintableText.line)
    let receipt = try session.desk.attach(
      evidence, by: clerk, at: session.moment, dryRun: writing.dryRun)
    try session.report(receipt, kind: "attach", dryRun: writing.dryRun)
    if !receipt.restored.isEmpty {
      session.say([.evidenceRestored(receipt.restored, dryRun: writing.dryRun)])
    }
    if let on, let effective = receipt.entries.first?.effective, on < effective {
      session.tell("材料日期 \(on) 早于方案计入的 \(effective)：目录里照写，佐证从 \(effective) 起计入")
    }
    if !writing.dryRun, !receipt.entries.isEmpty,
      let state = items.first.flatMap({ receipt.ledger[$0] }), let next = Self.nextStep(of: state)
    {
      session.suggest("下一步：\(next)", by: clerk.name)
    }
  }

  /// What the item allows next; nil when that is said already, or nothing is to be done.
  private static func nextStep(of state: ItemState) -> Remedy? {
    let id = state.id
    if state.phase == .pending { return "先认领：\(.start(id))" }
    if state.mayBeSustained { return "\(.sustain(id))" }
    if state.phase == .submitted { return "由审核人审核：\(.close(id))" }
    // What was closed waits for the reviewer, which is said already.
    guard state.allows(.submit), state.phase != .closed, !state.isStanding else { return nil }
    return "\(.submit(id))"
  }
}
