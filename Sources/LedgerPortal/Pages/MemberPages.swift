import LedgerDesk
import LedgerStore
import TaskLedger

/// Members and their accounts: what the administrator keeps.
enum MemberPages {
  /// The members with their accounts and sessions.
  static let list: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    try page(portal, asked, link: nil)
  }

  /// Registers a member.
  static let add: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let name = PrintableText.line(asked.fields["member"])
    let department = PrintableText.line(asked.fields["department"])
    guard let role = Member.Role(rawValue: asked.fields["role"]) else {
      throw PortalRefusal.unreadable
    }
    try asked.require("member", "department")
    let receipt = try portal.record(
      [.addMember(name: name, department: department, role: role)], asked)
    return portal.see("/members?done=member-added", receipt)
  }

  /// A member leaves; her sessions end at once.
  static let retire: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let written = asked.fields["member"]
    let ledger = try portal.view(asked).ledger
    // By the one who is meant, however the name is spaced.
    let name = ledger.member(named: written)?.name ?? written
    // The page would be left without anybody who lets people in.
    guard ledger.activeAdministrators.map(\.name) != [name] else {
      throw PortalRefusal.form([.lastAdministrator(name)], status: 422)
    }
    let receipt = try portal.record([.retireMember(name: name)], asked)
    if let account = try portal.accounts.account(of: name) {
      _ = try portal.accounts.endSessions(of: account.id)
    }
    return portal.see("/members?done=member-retired", receipt)
  }

  /// Makes the link by which a member sets a password; it is shown once.
  static let makeLink: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = {
    portal, asked in
    let name = asked.fields["member"]
    guard try portal.isActive(name, asked) else { throw PortalRefusal.notFound }
    return try page(
      portal, asked, link: (name, try portal.memberLink(of: name, at: asked.now.seconds)))
  }

  /// Ends every session of a member.
  static let endSessions: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = {
    portal, asked in
    guard let account = try portal.accounts.account(of: asked.fields["member"]) else {
      throw PortalRefusal.notFound
    }
    _ = try portal.accounts.endSessions(of: account.id)
    try portal.accounts.note(
      LogInRecord(
        at: asked.now.seconds, member: account.member, address: asked.address,
        outcome: .endedEverywhere))
    return .see("/members?done=sessions-ended")
  }

  /// The log of log-ins.
  static let logIns: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let offset = asked.now.offsetMinutes
    let rows = try portal.accounts.logIns(limit: 500).map { record -> PageFields in
      [
        "at": .text(PortalPhrases.moment(record.at, offsetMinutes: offset)),
        "member": .text(record.member), "address": .text(record.address),
        "outcome": .text(PortalPhrases.outcome(record.outcome)),
        "isWrong": .flag(record.outcome == .passwordWrong || record.outcome == .nameUnknown),
      ]
    }
    return try portal.page("page-log-ins", asked, title: "登录记录", ["records": .rows(rows)])
  }

  private static func page(
    _ portal: Portal, _ asked: PortalRequest, link: (name: String, path: String)?
  ) throws -> PortalAnswer {
    let ledger = try portal.view(asked).ledger
    let directory = try portal.directory()
    let accounts = try portal.accounts.accounts()
    let sessions = try portal.accounts.sessions(
      limits: portal.configuration.sessions, at: asked.now.seconds)
    let offset = asked.now.offsetMinutes
    let rows = ledger.members.values.sorted { $0.name < $1.name }.map { member -> PageFields in
      let account = accounts.first { $0.member == member.name }
      let own = sessions.filter { $0.member == member.name }
      let roles = Visitor.roles(of: member, in: ledger, directory)
      return [
        "member": .text(member.name),
        "departments": .text(member.departments.joined(separator: "、")),
        "roles": .text(
          PortalRole.allCases.filter(roles.contains).map(PortalPhrases.role)
            .joined(separator: "、")),
        "isActive": .flag(member.isActive),
        "hasPassword": .flag(account?.password != nil),
        "sessionCount": .text(own.isEmpty ? "" : String(own.count)),
        "lastUsed": .text(
          own.map(\.lastUsedAt).max().map {
            PortalPhrases.moment($0, offsetMinutes: offset)
          } ?? ""),
      ]
    }
    var fields = asked.typed(["member", "department"])
    // The rows have a key of the same name.
    fields["memberTyped"] = .text(asked.fields.has("role") ? asked.fields["member"] : "")
    fields["members"] = .rows(rows)
    fields["link"] = .row(link.map { ["linkMember": .text($0.name), "linkPath": .text($0.path)] })
    fields["origin"] = .text(asked.origin)
    fields["linkDays"] = .text(String(LinkPages.memberLinkSeconds / 86_400))
    fields["roleChoices"] = .rows(
      Member.Role.allCases.map { role in
        [
          "role": .text(role.rawValue),
          "roleName": .text(PortalPhrases.role(PortalRole(role))),
          "isChosen": .flag(
            role.rawValue == (asked.fields.has("role") ? asked.fields["role"] : "owner")),
        ]
      })
    return try portal.page("page-members", asked, title: "人员与登录", fields)
  }
}
