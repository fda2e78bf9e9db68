import LedgerDesk
import LedgerStore
import TaskLedger

extension Portal {
  /// Makes the link by which a member sets a password; it is good once and for a while.
  func memberLink(of name: String, at now: Int) throws -> String {
    let account = try accounts.makeAccount(for: name, at: now)
    let token = try accounts.makeLink(
      for: .password(account: account.id), expiresAt: now + LinkPages.memberLinkSeconds)
    return "/link/" + token
  }
}

/// Links that are opened once: a member sets the first password, or the page gets its first
/// administrator.
enum LinkPages {
  /// How long a member's link is good, in seconds.
  static let memberLinkSeconds = 3 * 86_400
  /// How long the link for the first administrator is good, in seconds.
  static let setupLinkSeconds = 30 * 60

  /// The form.
  static let form: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let purpose = try purpose(portal, asked)
    var fields = asked.typed(["member", "department", "password", "again"])
    fields["reviewers"] = .rows(
      try portal.view(asked).ledger.reviewers.map {
        ["reviewer": .text($0), "isChosen": .flag($0 == asked.fields["reviewer"])]
      })
    fields["password"] = ""
    fields["again"] = ""
    fields["path"] = .text(asked.path)
    fields["shortest"] = .text(String(PasswordWork.shortest))
    switch purpose {
    case .password(let account):
      fields["isSetup"] = false
      fields["forMember"] = .text(try name(of: account, portal))
    case .setup:
      fields["isSetup"] = true
      fields["forMember"] = ""
    }
    return try portal.page("page-link", asked, title: "设置密码", fields)
  }

  /// The form is sent.
  static let send: @Sendable (Portal, PortalRequest) async throws -> PortalAnswer = {
    portal, asked in
    let purpose = try await portal.threads.run(.reading) { try LinkPages.purpose(portal, asked) }
    let faults = faults(asked, isSetup: purpose == .setup)
    guard faults.isEmpty else { throw PortalRefusal.form(faults, status: 422) }
    let record = try await portal.passwords.record(of: asked.fields["password"])
    return try await portal.threads.run(.writing) {
      let now = asked.now.seconds
      let account: Account
      switch purpose {
      case .password(let id):
        guard let found = try portal.accounts.accounts().first(where: { $0.id == id }) else {
          throw PortalRefusal.notFound
        }
        account = found
      case .setup:
        let name = PrintableText.line(asked.fields["member"])
        let department = PrintableText.line(asked.fields["department"])
        let reviewer = asked.fields["reviewer"]
        let moment = try Moment(of: asked.now)
        // The first administrator is registered in the name of a reviewer, as on the command line;
        // whoever started the page has the link.
        _ = try portal.desk.append(
          { _ in [.addMember(name: name, department: department, role: .administrator)] },
          by: Clerk(name: reviewer), at: moment, dryRun: false)
        account = try portal.accounts.makeAccount(for: name, at: now)
      }
      // Of two who use a link at once only one goes on.
      guard try portal.accounts.useLink(asked.parameters["token"] ?? "", at: now) else {
        throw PortalRefusal.linkGone
      }
      try portal.accounts.setPassword(record, of: account.id, at: now)
      try portal.accounts.note(
        LogInRecord(
          at: now, member: account.member, address: asked.address, outcome: .passwordSet))
      return .see("/log-in?done=password-set")
    }
  }

  private static func purpose(_ portal: Portal, _ asked: PortalRequest) throws -> LinkPurpose {
    guard
      let purpose = try portal.accounts.purpose(
        ofLink: asked.parameters["token"] ?? "", at: asked.now.seconds)
    else { throw PortalRefusal.linkGone }
    return purpose
  }

  private static func name(of account: Int, _ portal: Portal) throws -> String {
    try portal.accounts.accounts().first { $0.id == account }?.member ?? ""
  }

  private static func faults(_ asked: PortalRequest, isSetup: Bool) -> [FormFault] {
    var faults = isSetup ? asked.missing(["member", "department"]) : []
    let password = asked.fields["password"]
    if password.count < PasswordWork.shortest {
      faults.append(.passwordShort(PasswordWork.shortest))
    } else if password.utf8.count > PasswordWork.longest {
      faults.append(.passwordLong())
    } else if password != asked.fields["again"] {
      faults.append(.passwordsDiffer())
    }
    return faults
  }
}
