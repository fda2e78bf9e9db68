package import ArgumentParser
package import LedgerDesk
import LedgerReports
import TaskLedger

/// `check` 比对.
package struct CheckCommand: EnvironmentCommand {
  /// The names of all checks; every start of the program makes them, so they are put together
  /// without asking what an array is.
  private static let names = CheckRegistry.all.reduce("") {
    $0.isEmpty ? $1.name : "\($0) \($1.name)"
  }

  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "check", abstract: "比对：把学校方案与任务列表逐项比对",
    discussion: """
      例：xiaohao check                    全部比对
      例：xiaohao check deadline-later     只看一项
      有错误时退出码为 1；--strict 时提醒也算。
      用 revise 编号 --confirm 确认过的不再列出，只在末尾写明是哪几处；所指的文字改了，就重新列出。
      比对项：\(names)
      """, aliases: ["比对"])

  @OptionGroup var reading: ReadingOptions
  @Argument(help: ArgumentHelp("比对项；不写为全部", valueName: "比对项")) var names: [String] = []
  @Flag(help: "提醒也按错误计") var strict = false

  /// Creates the command for the parser.
  package init() {}

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, reading.common)
    let checks = try chosen()
    let snapshot = try session.snapshot(asOf: reading.asOf)
    let findings = snapshot.ledger.checkContext.map { CheckRegistry.run(checks, in: $0) } ?? []
    let confirmed = snapshot.ledger.liveItems.flatMap { state in
      state.confirmedCodes.filter { code in checks.contains { $0.code == code } }
        .map { ConfirmedJSON(item: state.id.description, code: $0.rawValue) }
    }
    if snapshot.later > 0, snapshot.ledger.plan == nil {
      session.say([.laterEntries(snapshot.later, asOf: snapshot.asOf)])
    }
    let profile = try session.desk.schoolData.profile()
    session.say(snapshot.ledger.list.map { Diagnostic.doubts(of: $0, profile) } ?? [])
    if session.common.json {
      session.print(
        try JSONDocument(
          kind: "check",
          CheckJSON(
            school: snapshot.ledger.school, asOf: snapshot.asOf.description,
            findings: findings.map(environment.wording.finding), confirmed: confirmed)
        ).text())
    } else {
      session.print(DiagnosticPrinter.text(findings, wording: environment.wording))
      let errors = findings.count { $0.severity == .error }
      session.tell("共 \(findings.count) 处：错误 \(errors) 处，提醒 \(findings.count - errors) 处")
      if !confirmed.isEmpty {
        session.tell(
          "已确认、不再列出 \(confirmed.count) 处："
            + confirmed.map { "\($0.item) \($0.code)" }.joined(separator: "、"))
      }
    }
    let isFailing = findings.contains {
      $0.severity == .error || (strict && $0.severity == .warning)
    }
    if isFailing { throw DeskError([], kind: .refused) }
  }

  private func chosen() throws(DeskError) -> [Check] {
    var checks: [Check] = []
    var faults: [Diagnostic] = []
    for name in names {
      if let check = CheckRegistry.check(named: name) {
        checks.append(check)
      } else {
        faults.append(
          .checkUnknown(
            name, nearest: EditDistance.nearest(to: name, among: CheckRegistry.all.map(\.name))))
      }
    }
    guard faults.isEmpty else { throw DeskError(faults, kind: .usage) }
    return names.isEmpty ? CheckRegistry.all : checks
  }
}

private struct CheckJSON: Encodable {
  var school: String
  var asOf: String
  var findings: [FindingJSON]
  var confirmed: [ConfirmedJSON]
}

/// A doubt of the import that a person confirmed.
private struct ConfirmedJSON: Encodable {
  var item: String
  var code: String
}
