package import ArgumentParser
package import LedgerDesk
import LedgerReports
import TaskLedger

/// `collect` 收件.
package struct CollectCommand: EnvironmentCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "collect", abstract: "收件：收下各校的报送件，核对后按学校存好",
    discussion: """
      例：xiaohao collect 来件 --into 收件                        文件夹里的报送件、备份、台账混着放
      例：xiaohao collect 来件 --into 收件 --schools 学校名单.xlsx   还没有收下的学校逐个列出
      例：xiaohao rollup 收件 --as-of 2020-10-15                  汇总到那一天为止收到的
      每份先核对清单和校验码。读不了的、比上次旧的、与上次接不上的不收，逐个说明；核对无误仍要收下，
      用 --accept 校名。压缩包只认 zip；不是报送件的文件逐个列出。
      收下的不改动、不删除，汇总任何过去的日子，结果都和那天一样。
      有没有收下的报送件，或名单里有还没有收下的学校，退出码为 1。
      """, aliases: ["收件"])

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("报送件、备份、台账文件夹，或放着它们的文件夹", valueName: "来件"))
  var sources: [String]
  @Option(help: ArgumentHelp("收下的存在这个文件夹", valueName: "收件文件夹")) var into: String
  @Option(help: ArgumentHelp("学校名单：一行一个校名，或表格的第一列", valueName: "文件"))
  var schools: String?
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("这所学校的报送件比上次旧或接不上也收下；可以写几次", valueName: "校名"))
  var accept: [String] = []

  /// Creates the command for the parser.
  package init() {}

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, common)
    let report = try session.desk.collect(
      sources.map(session.path), into: session.path(into), schools: schools.map(session.path),
      accepting: accept, on: session.today, called: (sources, into))
    session.say(report.findings)
    if common.json {
      let body = CollectionJSON(report, on: session.today)
      session.print(try JSONDocument(kind: "collect", body).text())
    } else {
      for line in report.taken {
        session.tell("收下 \(line.school)：记录 \(line.entries) 条，台账末端 \(line.head)")
      }
      session.tell(
        "收下 \(report.taken.count) 份，没有变化 \(report.unchanged.count) 份，"
          + "没有收下 \(report.refused.count) 份"
          + (schools == nil ? "" : "，还没有收下的学校 \(report.missing.count) 所"))
    }
    if !report.refused.isEmpty || !report.missing.isEmpty {
      throw DeskError([], kind: .refused)
    }
  }
}
