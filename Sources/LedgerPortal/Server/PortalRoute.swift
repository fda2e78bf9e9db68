/// One route of the page: what it is called by, who may, and what it does.
///
/// All routes stand in one table, from which the server is built and the tests are generated.
struct PortalRoute: Sendable {
  /// The two methods a form knows.
  enum Method: String, Sendable, Hashable, CaseIterable {
    case get = "GET"
    case post = "POST"
  }

  /// Who may.
  enum Access: Sendable, Hashable {
    /// Everybody, logged in or not.
    case everybody
    /// Every member.
    case members
    /// Members who hold one of the roles.
    case holders(Set<PortalRole>)

    /// Whether somebody may; nil when nobody is logged in.
    func isOpen(to roles: Set<PortalRole>?) -> Bool {
      switch self {
      case .everybody: true
      case .members: roles != nil
      case .holders(let wanted): roles.map { !$0.isDisjoint(with: wanted) } ?? false
      }
    }
  }

  /// What the request carries.
  enum Body: Sendable, Hashable {
    /// Nothing.
    case nothing
    /// Texts.
    case texts
    /// Texts and files.
    case files
  }

  /// What is done.
  enum Action: Sendable {
    /// Work that reads or writes the disk.
    case work(@Sendable (Portal, PortalRequest) throws -> PortalAnswer)
    /// Work that also waits for a password.
    case waiting(@Sendable (Portal, PortalRequest) async throws -> PortalAnswer)
  }

  /// How long it takes.
  enum Pace: Sendable, Hashable {
    /// As long as a page or an entry.
    case quick
    /// As long as reading a plan or making a PDF.
    case long
  }

  var method: Method
  /// The path; parts that begin with a colon stand for anything without a slash.
  var path: String
  var access: Access
  var body: Body
  var pace: Pace
  var action: Action
  /// The page on which the form stands, to show it again with its text.
  var again: (@Sendable (Portal, PortalRequest) throws -> PortalAnswer)?
  /// Whether the page is made from the ledger, the school's tables, the visitor and the address
  /// alone, so that it holds until one of them changes.
  var isKept = false

  /// A page.
  static func page(
    _ path: String, _ access: Access, pace: Pace = .quick, isKept: Bool = false,
    _ action: @escaping @Sendable (Portal, PortalRequest) throws -> PortalAnswer
  ) -> PortalRoute {
    PortalRoute(
      method: .get, path: path, access: access, body: .nothing, pace: pace, action: .work(action),
      isKept: isKept)
  }

  /// A form that is sent.
  static func form(
    _ path: String, _ access: Access, body: Body = .texts, pace: Pace = .quick,
    again: @escaping @Sendable (Portal, PortalRequest) throws -> PortalAnswer,
    _ action: Action
  ) -> PortalRoute {
    PortalRoute(
      method: .post, path: path, access: access, body: body, pace: pace, action: action,
      again: again)
  }
}
