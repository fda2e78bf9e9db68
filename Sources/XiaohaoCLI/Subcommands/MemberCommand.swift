package import ArgumentParser
package import LedgerDesk
import LedgerReports
import TaskLedger

/// `member` 人员.
package struct MemberCommand: ParsableCommand {
  /// The command's name, words and parts.
  package static let configuration = CommandConfiguration(
    commandName: "member", abstract: "人员：登记经办人的姓名、部门和角色",
    subcommands: [Add.self, List.self, Retire.self], aliases: ["人员"])

  /// Creates the command for the parser.
  package init() {}

  /// `member add`.
  package struct Add: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "add", abstract: "登记：再登记一次是增加部门或角色",
      discussion: """
        例：xiaohao member add 张伟 --department 学工部 --actor 领导小组办公室
        角色：owner 责任部门，office 办公室，leader 领导，administrator 管理员。
        重名的写成 张伟（信工）。
        """, aliases: ["登记"])

    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("姓名", valueName: "姓名")) var name: String
    @Option(help: ArgumentHelp("部门", valueName: "部门")) var department: String
    @Option(help: ArgumentHelp("角色", valueName: "角色")) var role: String = "owner"

    /// Creates the command for the parser.
    package init() {}

    /// Asks for a role that there is.
    package func validate() throws {
      guard wantedRole != nil else {
        throw ValidationError(
          "没有角色「\(role)」；写 "
            + Member.Role.allCases.map(\.words).joined(separator: "、") + " 之一")
      }
    }

    private var wantedRole: Member.Role? {
      Member.Role.allCases.first { $0.rawValue == role || $0.words == role }
    }

    package func run(in environment: Environment) throws(DeskError) {
      try Session(environment, writing.common).append(
        .addMember(
          name: PrintableText.line(name), department: PrintableText.line(department),
          role: wantedRole ?? .owner), kind: "member", writing)
    }
  }

  /// `member list`.
  package struct List: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "list", abstract: "列出人员", aliases: ["清单"])

    @OptionGroup var reading: ReadingOptions

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      let session = try Session(environment, reading.common)
      let members = try session.snapshot(asOf: reading.asOf).ledger.members.values
        .sorted { $0.name < $1.name }
      if session.common.json {
        session.print(
          try JSONDocument(
            kind: "members", MembersJSON(members: members.map(MemberJSON.init))
          ).text())
        return
      }
      var table = TextTable(header: ["姓名", "部门", "角色", "登记", "离任"], flexible: 1)
      for member in members {
        table.add([
          PrintableText.line(member.name),
          member.departments.map(PrintableText.line).joined(separator: "、"),
          member.roles.sorted().map(\.words).joined(separator: "、"), member.addedOn.description,
          member.retiredOn?.description ?? "—",
        ])
      }
      session.print(table.text(columns: environment.terminalColumns ?? 120))
    }
  }

  /// `member retire`.
  package struct Retire: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "retire", abstract: "离任：以后不能再用这个名字经办，以前的记录不变", aliases: ["离任"])

    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("姓名", valueName: "姓名")) var name: String

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      try Session(environment, writing.common).append(
        .retireMember(name: PrintableText.line(name)), kind: "member", writing)
    }
  }
}

private struct MembersJSON: Encodable {
  var members: [MemberJSON]
}

private struct MemberJSON: Encodable {
  var name: String
  var departments: [String]
  var roles: [String]
  var addedOn: String
  var retiredOn: Nullable<String>

  init(_ member: Member) {
    name = member.name
    departments = member.departments
    roles = member.roles.sorted().map(\.rawValue)
    addedOn = member.addedOn.description
    retiredOn = Nullable(member.retiredOn?.description)
  }
}
