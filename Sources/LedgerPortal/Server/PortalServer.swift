import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import LedgerDesk
import LedgerStore
import Logging
import TaskLedger

/// The page as a server.
package struct PortalServer: Sendable {
  let portal: Portal
  private let certificate: PortalCertificate?
  private let hosts: HostCheck

  /// Prepares the server: certificate, names and routes; nothing listens yet.
  ///
  /// - Throws: ``PortalConfiguration/Fault`` when the certificate cannot be read.
  package init(_ portal: Portal) throws {
    self.portal = portal
    let configuration = portal.configuration
    var names = Set(configuration.hostNames.map { $0.lowercased() })
    names.insert(configuration.listen.host)
    if configuration.listen.isLoopback { names.formUnion(["localhost", "127.0.0.1", "::1"]) }
    if configuration.listen.isEvery {
      names.formUnion(ListenAddress.ofThisComputer())
      names.formUnion(["localhost", ListenAddress.nameOfThisComputer().lowercased()])
    }
    do {
      switch configuration.encryption {
      case .none: certificate = nil
      case .own:
        certificate = try PortalCertificate.own(
          in: portal.desk.ledgerFolder(),
          for: names.subtracting(["0.0.0.0", "::"]).sorted(),
          now: Date(timeIntervalSince1970: Double(configuration.clock().seconds)))
      case .files(let file, let key):
        let read = try PortalCertificate.given(file, key: key)
        names.formUnion(read.names)
        certificate = read
      }
    } catch let error as DeskError {
      throw error
    } catch let fault as PortalConfiguration.Fault {
      throw fault
    } catch {
      throw PortalConfiguration.Fault.certificateUnreadable(Diagnostic.systemCode(error))
    }
    let takesAny = configuration.proxy != nil && configuration.hostNames.isEmpty
    hosts = HostCheck(names: takesAny ? nil : names)
  }

  /// The fingerprint of the certificate; nil without one.
  package var fingerprint: String? { certificate?.fingerprint }

  /// Whether browsers reach the page through a proxy.
  var isBehindProxy: Bool { portal.configuration.proxy != nil }

  /// The address as it stands in a browser; behind a proxy that of the proxy, which has the port of
  /// its scheme.
  package func address(port: Int) -> String {
    let hostName = portal.configuration.hostNames.first
    if isBehindProxy { return "https://\(hostName ?? PortalPhrases.proxyHost)" }
    return address(of: hostName, port: port)
  }

  /// The address at which connections are taken.
  func ownAddress(port: Int) -> String { address(of: nil, port: port) }

  private func address(of hostName: String?, port: Int) -> String {
    let configuration = portal.configuration
    let scheme = configuration.encryption == .none ? "http" : "https"
    let host =
      hostName
      ?? (configuration.listen.isEvery
        ? ListenAddress.ofThisComputer().first { !$0.hasPrefix("127.") && !$0.contains(":") }
          ?? "127.0.0.1" : configuration.listen.host)
    return "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)"
  }

  /// Makes the links by which the page gets somebody who lets people in: of the administrators who are
  /// registered, else of the one who is to be; none when one can log in.
  ///
  /// - Parameter linked: The members whose links are printed anyway.
  /// - Returns: The links.
  /// - Throws: What the ledger or the accounts say.
  func firstLinks(beside linked: [String]) throws -> [FirstLink] {
    let now = portal.configuration.clock()
    let ledger = try portal.views.view(on: try Moment(of: now).today).ledger
    let hasAdministrator = try portal.accounts.accounts().contains { account in
      guard account.password != nil, let member = ledger.member(named: account.member) else {
        return false
      }
      return member.isActive && member.roles.contains(.administrator)
    }
    guard !hasAdministrator else { return [] }
    func link(_ purpose: LinkPurpose) throws -> String {
      "/link/"
        + (try portal.accounts.makeLink(
          for: purpose, expiresAt: now.seconds + LinkPages.setupLinkSeconds))
    }
    let registered = ledger.activeAdministrators.map(\.name)
    guard !registered.isEmpty else { return [FirstLink(path: try link(.setup))] }
    let others = linked.compactMap { ledger.member(named: $0)?.name }
    return try registered.filter { !others.contains($0) }.map { name in
      let account = try portal.accounts.makeAccount(for: name, at: now.seconds)
      return FirstLink(member: name, path: try link(.password(account: account.id)))
    }
  }

  /// A link that is printed when nobody can let people in.
  struct FirstLink: Sendable, Hashable {
    /// The administrator whose password it sets; nil when one is to be registered with it.
    var member: String?
    /// The path.
    var path: String
  }

  /// Makes the link by which a member sets a password.
  ///
  /// - Throws: ``DeskError`` when the ledger knows no such member, or she left.
  package func linkPath(of name: String) throws -> String {
    let now = portal.configuration.clock()
    let ledger = try portal.views.view(on: try Moment(of: now).today).ledger
    guard let member = ledger.member(named: name), member.isActive else {
      let active = ledger.members.values.filter(\.isActive).map(\.name).sorted()
      let refusal = LedgerRejection(
        .member(.unknown(name, nearest: EditDistance.nearest(to: name, among: active))))
      throw DeskError(refusal.diagnostics, kind: .refused)
    }
    return try portal.memberLink(of: member.name, at: now.seconds)
  }

  /// Serves until the program is told to stop.
  ///
  /// - Parameter onRunning: Is told the port once connections are taken.
  /// - Throws: What the system says of the address or the certificate.
  package func run(onRunning: @escaping @Sendable (_ port: Int) -> Void) async throws {
    try await application(onRunning: onRunning).runService()
  }

  /// What is served.
  func application(onRunning: @escaping @Sendable (_ port: Int) -> Void = { _ in }) throws
    -> Application<RouterResponder<PortalContext>>
  {
    let configuration = portal.configuration
    var http = HTTP1Channel.Configuration(
      idleTimeout: .seconds(Int64(configuration.idleSeconds)))
    http.httpDecoder = .init(
      maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100)
    var server = HTTPServerBuilder.http1(configuration: http)
    if let certificate {
      server = try .tls(server, tlsConfiguration: certificate.tlsConfiguration())
    }
    var logger = Logger(label: "xiaohao.page")
    logger.logLevel = .error
    return Application(
      router: router(), server: server,
      configuration: ApplicationConfiguration(
        address: .hostname(configuration.listen.host, port: configuration.listen.port),
        availableConnectionsDelegate: MaximumAvailableConnections(configuration.connectionLimit)),
      onServerRunning: { onRunning($0.localAddress?.port ?? configuration.listen.port) },
      logger: logger)
  }

  private func router() -> Router<PortalContext> {
    let router = Router(context: PortalContext.self, options: .autoGenerateHeadEndpoints)
    let responder = PortalResponder(portal: portal, hosts: hosts)
    router.add(middleware: UnknownPaths(responder: responder))
    for route in PortalRoutes.all {
      let names = route.path.split(separator: "/").filter { $0.hasPrefix(":") }
        .map { String($0.dropFirst()) }
      router.on(
        RouterPath(route.path), method: route.method == .get ? .get : .post
      ) { request, context in
        var parameters: [String: String] = [:]
        for name in names { parameters[name] = context.parameters.get(name) }
        return await responder.respond(route, to: request, parameters: parameters, context)
      }
    }
    return router
  }
}

/// Answers paths that no route has as the other pages do.
private struct UnknownPaths: RouterMiddleware {
  let responder: PortalResponder

  @concurrent func handle(
    _ request: Request, context: PortalContext,
    next: @concurrent (Request, PortalContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch is HTTPError {
      return await responder.notFound(request, context)
    }
  }
}
