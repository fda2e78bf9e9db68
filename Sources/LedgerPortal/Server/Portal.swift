import Foundation
package import LedgerDesk
import LedgerStore
import TaskLedger

/// The page of one ledger: what its routes share.
package struct Portal: Sendable {
  /// Where the office's work is done.
  let desk: Desk
  /// How it is served.
  let configuration: PortalConfiguration
  /// Accounts, sessions and log-ins.
  let accounts: AccountStore
  /// The templates of the pages.
  let templates: PageTemplates
  /// The style sheet.
  let styleSheet: [UInt8]
  /// The icon.
  let icon: [UInt8]
  /// The ledger as the pages look at it.
  let views: LedgerViews
  /// Pages that were made and hold until something is recorded.
  let made = MadePages()
  /// Threads for what waits for the disk.
  let threads = WorkThreads()
  /// Plans that were looked at and not yet recorded.
  let plans = SeenPlans()
  /// What was not recorded, beside the receipts of what was.
  let remarks = ReceiptRemarks()
  /// Forms that were sent and recorded.
  let sent = SentForms()
  /// Sheets that were looked at and not yet recorded.
  let folders = SeenFolders()
  /// Passwords.
  let passwords = PasswordWork()
  /// Where faults of the program are written; never to a browser.
  let faultLog: @Sendable (String) -> Void

  /// Opens the page of a ledger.
  ///
  /// - Parameters:
  ///   - desk: Where the office's work is done; its folder is the ledger's.
  ///   - configuration: How it is served.
  ///   - templates: The texts of the page templates by name.
  ///   - styleSheet: The style sheet.
  ///   - icon: The icon.
  ///   - faultLog: Where faults of the program are written.
  /// - Throws: ``DeskError`` when there is no ledger or its accounts cannot be opened,
  ///   ``PortalConfiguration/Fault`` when the certificate cannot be read.
  package init(
    desk: Desk, configuration: PortalConfiguration, templates: [String: String],
    styleSheet: [UInt8], icon: [UInt8], faultLog: @escaping @Sendable (String) -> Void
  ) throws {
    self.desk = desk
    self.configuration = configuration
    self.faultLog = faultLog
    self.styleSheet = styleSheet
    self.icon = icon
    self.templates = try PageTemplates(templates)
    views = try LedgerViews(desk)
    // What no page could show is said before anybody is let in.
    _ = try views.view(on: try Moment(of: configuration.clock()).today)
    // Nothing is written for a page that cannot be served.
    if case .files(let file, let key) = configuration.encryption {
      _ = try PortalCertificate.given(file, key: key)
    }
    accounts = try desk.accounts()
  }

  /// The ledger on the day of a request; a page has one head from its first look to its last.
  func view(_ asked: PortalRequest) throws(DeskError) -> Snapshot {
    if let seen = asked.seen { return seen }
    return try views.view(on: try Moment(of: asked.now).today)
  }

  /// Finds out who asks: a session that is good, of a member who is still one.
  ///
  /// - Parameters:
  ///   - asked: The request, which gets the visitor, and the ledger as the visitor was found in it.
  ///   - cookie: The token of the browser.
  /// - Throws: What the store says.
  func recognise(_ asked: inout PortalRequest, by cookie: String) throws {
    let now = asked.now.seconds
    let session = try DeskError.ofStore { () throws(StoreError) in
      try accounts.session(of: cookie, limits: configuration.sessions, at: now)
    }
    guard let session else { return }
    let snapshot = try view(asked)
    asked.visitor = Visitor(session, in: snapshot.ledger, try directory())
    asked.seen = snapshot
  }

  /// Where files go that come with forms.
  func vault() throws(DeskError) -> EvidenceVault { try views.standingTables().vault }

  /// The departments of the school with their other names.
  func directory() throws(DeskError) -> DepartmentDirectory {
    try views.standingTables().departments
  }

  /// The words that hedge a statement.
  func hedges() throws(DeskError) -> HedgeWords { try views.standingTables().hedges }

  /// Who acts, and when.
  func occasion(_ asked: PortalRequest) throws -> (clerk: Clerk, moment: Moment) {
    let visitor = try asked.member()
    return (visitor.clerk, try Moment(of: asked.now))
  }

  /// Notes a fault of the program.
  func report(_ error: any Error) {
    guard let error = error as? DeskError else { return faultLog("\(error)") }
    for diagnostic in error.diagnostics { faultLog("[\(diagnostic.code)] \(diagnostic.message)") }
  }

  /// The page that says why there is none.
  func page(for error: any Error, _ asked: PortalRequest) -> PortalAnswer {
    switch error {
    case let refusal as PortalRefusal: return page(for: refusal, asked)
    case let error as DeskError:
      return fault(
        asked, status: error.status, title: PortalPhrases.deskFault,
        faults: error.diagnostics.map { FormFault($0) })
    default:
      report(error)
      return fault(
        asked, status: 500, title: PortalPhrases.internalFault,
        faults: [FormFault(field: nil, message: PortalPhrases.internalFaultMeaning)])
    }
  }

  private func page(for refusal: PortalRefusal, _ asked: PortalRequest) -> PortalAnswer {
    let words = PortalPhrases.refusal(refusal)
    var answer = fault(
      asked, status: words.status, title: words.title,
      faults: [FormFault(field: nil, message: words.message, remedy: words.remedy)])
    if case .waiting(let seconds) = refusal { answer.headers.append(("retry-after", "\(seconds)")) }
    return answer
  }

  private func fault(_ asked: PortalRequest, status: Int, title: String, faults: [FormFault])
    -> PortalAnswer
  {
    framed("page-fault", asked.showing(faults), title: title, [:], head: nil, status: status)
  }
}

extension Visitor {
  /// Who acts at the desk.
  var clerk: Clerk { Clerk(name: name, department: departments.first) }
}
