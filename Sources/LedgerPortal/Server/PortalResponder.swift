import Foundation
import Hummingbird
import LedgerDesk
import LedgerStore
import TaskLedger

/// Turns requests of the network into requests of the pages, and their answers back.
///
/// In this order: the host is ours, the visitor is known, the route is open to the visitor, the body
/// is read within its limits, the request comes from a page of ours; only then the page is asked.
struct PortalResponder: Sendable {
  let portal: Portal
  let hosts: HostCheck

  /// The answer of a route.
  func respond(
    _ route: PortalRoute, to request: Request, parameters: [String: String],
    _ context: PortalContext
  ) async -> Response {
    let connection = Connection(request, context, portal.configuration)
    var asked = PortalRequest(
      path: request.uri.path, parameters: parameters, query: query(of: request),
      cookie: connection.cookie, formToken: "", address: connection.address,
      now: portal.configuration.clock())
    asked.origin = connection.origin
    let fresh = connection.cookie == nil ? AccountStore.newToken() : nil
    asked.formToken = RequestCheck.formToken(of: connection.cookie ?? fresh ?? "")
    var answer: PortalAnswer
    do {
      answer = try await self.answer(route, asked, request, connection, context)
    } catch {
      answer = portal.page(for: error, asked)
    }
    if let fresh, answer.cookie == .keep, case .page = answer.content {
      answer.cookie = .set(fresh)
    }
    return await response(answer, asked, connection)
  }

  /// The answer to a path that no route has.
  func notFound(_ request: Request, _ context: PortalContext) async -> Response {
    let connection = Connection(request, context, portal.configuration)
    let asked = PortalRequest(
      path: request.uri.path, parameters: [:], query: FormFields(), formToken: "",
      address: connection.address, now: portal.configuration.clock())
    let refusal: PortalRefusal = hosts.isOurs(connection.host) ? .notFound : .hostUnknown
    return await response(portal.page(for: refusal, asked), asked, connection)
  }

  private func query(of request: Request) -> FormFields {
    request.uri.query.flatMap { FormFields(encoded: $0) } ?? FormFields()
  }

  private func answer(
    _ route: PortalRoute, _ first: PortalRequest, _ request: Request, _ connection: Connection,
    _ context: PortalContext
  ) async throws -> PortalAnswer {
    guard hosts.isOurs(connection.host) else { throw PortalRefusal.hostUnknown }
    let portal = portal
    if route.method == .get, case .work(let action) = route.action {
      return try await portal.threads.run(route.pace == .long ? .long : .reading) {
        var asked = first
        guard try portal.admits(&asked, to: route) else {
          return portal.logInPage(asked, wanting: route)
        }
        return try portal.answer(route, asked, action)
      }
    }
    var (asked, isOpen) = try await portal.threads.run(.reading) {
      var asked = first
      let isOpen = try portal.admits(&asked, to: route)
      return (asked, isOpen)
    }
    let body = BodyReader(request: request, context: context, limits: portal.configuration)
    // Files of somebody who may not send any are not stored, but the texts beside them are kept.
    let upload = try await body.read(route.body, into: isOpen ? portal : nil, &asked)
    defer { upload?.discard() }
    guard isOpen else {
      return portal.logInPage(asked, wanting: route)
    }
    guard isOwn(asked, connection.check) else {
      return try await again(route, asked.showing([.requestForeign()]), status: 403)
    }
    do {
      return try await run(route, asked)
    } catch PortalRefusal.form(let faults, let status) {
      return try await again(route, asked.showing(faults), status: status)
    } catch let error as DeskError {
      return try await again(
        route, asked.showing(error.diagnostics.map { FormFault($0, of: asked) }),
        status: error.status)
    }
  }

  /// Whether a request comes from a page of ours.
  private func isOwn(_ asked: PortalRequest, _ check: RequestCheck) -> Bool {
    switch check.verdict {
    case .own: true
    case .foreign: false
    case .unknown:
      asked.cookie.map { RequestCheck.isToken(asked.fields["token"], of: $0) } ?? false
    }
  }

  private func run(_ route: PortalRoute, _ asked: PortalRequest) async throws -> PortalAnswer {
    switch route.action {
    case .waiting(let action): return try await action(portal, asked)
    case .work(let action):
      let portal = portal
      return try await portal.threads.run(route.pace == .long ? .long : .writing) {
        try portal.sent.answer(
          asked, head: { try portal.views.head().sequence },
          ledger: { try portal.view(asked).ledger }, { try action(portal, asked) })
      }
    }
  }

  /// The page with its form once more.
  private func again(_ route: PortalRoute, _ asked: PortalRequest, status: Int) async throws
    -> PortalAnswer
  {
    guard let page = route.again else { throw PortalRefusal.unreadable }
    let portal = portal
    var answer = try await portal.threads.run(.reading) {
      try portal.keeping(try page(portal, asked), asked)
    }
    if answer.status == 200 { answer.status = status }
    return answer
  }

  private func response(
    _ answer: PortalAnswer, _ asked: PortalRequest, _ connection: Connection
  ) async -> Response {
    var headers = HTTPFields()
    for (name, value) in answer.headers { AnswerHeaders.set(name, value, in: &headers) }
    connection.setCookie(answer.cookie, in: &headers)
    var status = answer.status
    var body = ResponseBody()
    do {
      body = try await self.body(answer, asked, &headers)
    } catch {
      status = 500
      portal.report(error)
      AnswerHeaders.set("content-type", "text/plain; charset=utf-8", in: &headers)
      body = ResponseBody(byteBuffer: ByteBuffer(string: PortalPhrases.internalFault))
    }
    AnswerHeaders.add(to: &headers, isSecure: connection.isSecure)
    return Response(
      status: HTTPResponse.Status(code: status), headers: headers, body: body)
  }

  private func body(
    _ answer: PortalAnswer, _ asked: PortalRequest, _ headers: inout HTTPFields
  ) async throws -> ResponseBody {
    switch answer.content {
    case .page(let template, let fields):
      AnswerHeaders.set("content-type", "text/html; charset=utf-8", in: &headers)
      let text = try portal.templates.page(template, fields)
      return ResponseBody(byteBuffer: ByteBuffer(string: text))
    case .see(let path):
      AnswerHeaders.set("location", path, in: &headers)
      return ResponseBody()
    case .bytes(let bytes, let mediaType, let name):
      AnswerHeaders.set("content-type", mediaType, in: &headers)
      if let name {
        AnswerHeaders.set("content-disposition", Disposition.attachment(name), in: &headers)
      }
      return ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    case .temporary(let folder, let path, let mediaType, let name):
      AnswerHeaders.set("content-type", mediaType, in: &headers)
      AnswerHeaders.set("content-disposition", Disposition.attachment(name), in: &headers)
      // Once it is open, its name is not needed any more.
      defer {
        do {
          try FileManager.default.removeItem(atPath: folder)
        } catch {
          portal.report(error)
        }
      }
      return try FileBody(path: path, threads: portal.threads).body()
    case .file(let path, let mediaType, let name, let isInline):
      AnswerHeaders.set("content-type", mediaType, in: &headers)
      AnswerHeaders.set(
        "content-disposition", isInline ? "inline" : Disposition.attachment(name), in: &headers)
      AnswerHeaders.set("content-security-policy", Disposition.filePolicy, in: &headers)
      return try FileBody(path: path, threads: portal.threads).body()
    }
  }
}

extension Portal {
  /// Finds out who asks.
  ///
  /// - Returns: Whether the route is open to the visitor; false when somebody has to log in first.
  /// - Throws: ``PortalRefusal/forbidden`` for a member who may not.
  fileprivate func admits(_ asked: inout PortalRequest, to route: PortalRoute) throws -> Bool {
    if let cookie = asked.cookie { try recognise(&asked, by: cookie) }
    if route.method == .post { asked.seen = nil }
    let isOpen = route.access.isOpen(to: asked.visitor?.roles)
    guard isOpen || asked.visitor == nil else { throw PortalRefusal.forbidden }
    return isOpen
  }
}

/// How files leave: never as a page of ours.
enum Disposition {
  /// A file may load and run nothing.
  static let filePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

  /// The header under which a browser saves a file, see RFC 6266.
  static func attachment(_ name: String) -> String {
    "attachment; filename*=UTF-8''\(FormFields.encoded(PrintableText.fileName(name)))"
  }
}
