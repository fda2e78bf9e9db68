import Foundation
import LedgerDesk
import LedgerStore
import TaskLedger

/// Logging in and out.
enum LogInPages {
  /// The form.
  static let form: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    var fields = asked.typed(["member"])
    fields["target"] = .text(target(of: asked) ?? "")
    // A password may be mistyped; what was typed before waits until one is right.
    fields["carried"] = carried(in: asked.fields, prefix: "") { $0.hasPrefix(carriedPrefix) }
    return try portal.page("page-log-in", asked, title: PortalPhrases.logIn, fields)
  }

  /// What stands before the names of texts that the log-in carries.
  static let carriedPrefix = "carried:"

  /// The texts of a form as hidden fields, all of a name.
  static func carried(
    in fields: FormFields, prefix: String, where isCarried: (String) -> Bool
  ) -> PageValue {
    .rows(
      fields.names.filter(isCarried).flatMap { name in
        fields.all(name).map { ["name": .text(prefix + name), "value": .text($0)] }
      })
  }

  /// The texts that a log-in carried, under their own names.
  static func carriedTexts(of fields: FormFields) -> FormFields {
    var texts = FormFields()
    for name in fields.names where name.hasPrefix(carriedPrefix) {
      for text in fields.all(name) {
        texts.add(text, to: String(name.dropFirst(carriedPrefix.count)))
      }
    }
    return texts
  }

  /// The form is sent.
  static let send: @Sendable (Portal, PortalRequest) async throws -> PortalAnswer = {
    portal, asked in
    let name = asked.fields["member"].trimming { $0.isWhitespace }
    let now = asked.now.seconds
    let found = try await portal.threads.run(.reading) {
      let account = try portal.accounts.account(of: name)
      let wait = try portal.accounts.delay(
        ofMember: account?.member, from: asked.address, at: now)
      let isMember = try account.map { try portal.isActive($0.member, asked) } ?? false
      return (account: account, wait: wait, isMember: isMember)
    }
    func note(_ outcome: LogInRecord.Outcome) async throws {
      try await portal.threads.run(.writing) {
        try portal.accounts.note(
          LogInRecord(
            at: now, member: found.account?.member ?? "", address: asked.address,
            outcome: outcome))
      }
    }
    guard found.wait == 0 else {
      try await note(.delayed)
      throw PortalRefusal.form([.logInDelayed(seconds: found.wait)], status: 429)
    }
    let password = asked.fields["password"]
    guard password.utf8.count <= PasswordWork.longest else {
      throw PortalRefusal.form([.logInWrong()], status: 403)
    }
    let isRight = try await portal.passwords.matches(password, found.account?.password)
    guard isRight, found.isMember, let account = found.account else {
      try await note(found.account == nil ? .nameUnknown : .passwordWrong)
      throw PortalRefusal.form([.logInWrong()], status: 403)
    }
    try await note(.succeeded)
    return try await portal.begin(account, asked)
  }

  /// Logging out, here or everywhere.
  static let out: @Sendable (Portal, PortalRequest) throws -> PortalAnswer = { portal, asked in
    let visitor = try asked.member()
    if asked.fields["everywhere"].isEmpty {
      if let cookie = asked.cookie { try portal.accounts.endSession(of: cookie) }
    } else {
      _ = try portal.accounts.endSessions(of: visitor.account)
    }
    try portal.accounts.note(
      LogInRecord(
        at: asked.now.seconds, member: visitor.name, address: asked.address,
        outcome: asked.fields["everywhere"].isEmpty ? .loggedOut : .endedEverywhere))
    var answer = PortalAnswer.see("/log-in?done=logged-out")
    answer.cookie = .clear
    return answer
  }

  /// Where the visitor wanted to go: a path of ours, never another place.
  static func target(of asked: PortalRequest) -> String? {
    let target = asked.fields.has("target") ? asked.fields["target"] : asked.query["target"]
    guard target.hasPrefix("/"), !target.hasPrefix("//"), !target.contains("\\"),
      target.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    return target
  }
}

extension Portal {
  /// Whether a name is that of a member who is still one.
  func isActive(_ member: String, _ asked: PortalRequest) throws -> Bool {
    try view(asked).ledger.member(named: member)?.isActive ?? false
  }

  /// Begins a session, always with a new token, and goes where the visitor wanted to.
  func begin(_ account: Account, _ asked: PortalRequest) async throws -> PortalAnswer {
    let token = try await threads.run(.writing) {
      try accounts.startSession(
        of: account.id, replacing: asked.cookie, from: asked.address, at: asked.now.seconds)
    }
    var answer = try await carriedOn(asked, token)
    answer.cookie = .set(token)
    return answer
  }

  /// What was typed before the session ended is shown again in its form.
  private func carriedOn(_ asked: PortalRequest, _ token: String) async throws -> PortalAnswer {
    let target = LogInPages.target(of: asked) ?? "/"
    let texts = LogInPages.carriedTexts(of: asked.fields)
    guard !texts.names.isEmpty, let (route, parameters) = PortalRoutes.match(.post, target),
      let again = route.again
    else {
      let path = target.prefix { $0 != "?" }
      return .see(PortalRoutes.match(.get, String(path)) == nil ? "/" : target)
    }
    return try await threads.run(.reading) {
      var next = asked
      next.path = target
      next.parameters = parameters
      next.fields = texts
      // Sent before the log-in and recorded then, it is still known as sent.
      next.carriedHead = texts.has(SentForms.headField) ? texts[SentForms.headField] : nil
      (next.visitor, next.seen) = (nil, nil)
      try recognise(&next, by: token)
      next.formToken = RequestCheck.formToken(of: token)
      guard route.access.isOpen(to: next.visitor?.roles) else { throw PortalRefusal.forbidden }
      return try again(self, next.showing([.loggedInAgain()]))
    }
  }

  /// The log-in in place of a page that only members see; texts that were sent are kept in it.
  func logInPage(_ asked: PortalRequest, wanting route: PortalRoute) -> PortalAnswer {
    guard route.method == .post else {
      let query = asked.query.query
      let target = query.isEmpty ? asked.path : asked.path + "?" + query
      return .see("/log-in?target=" + (PortalPath.encoded(target) ?? "/"))
    }
    var fields: PageFields = ["member": "", "memberFault": ""]
    fields["target"] = .text(asked.path)
    fields["carried"] = LogInPages.carried(
      in: asked.fields, prefix: LogInPages.carriedPrefix
    ) { $0 != "token" && $0 != "password" }
    return framed(
      "page-log-in", asked.showing([.sessionOver()]), title: PortalPhrases.logIn, fields,
      head: nil, status: 401)
  }
}

/// Paths as they stand in addresses.
enum PortalPath {
  /// A path as the value of a query.
  static func encoded(_ path: String) -> String? {
    path.addingPercentEncoding(
      withAllowedCharacters: CharacterSet(charactersIn: "/-._~")
        .union(CharacterSet(charactersIn: "a"..."z")).union(CharacterSet(charactersIn: "A"..."Z"))
        .union(CharacterSet(charactersIn: "0"..."9")))
  }
}
