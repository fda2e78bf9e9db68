import Hummingbird
import LedgerDesk
import LedgerStore

/// What a request says of where it comes from.
struct Connection: Sendable {
  /// The numeric address of the browser: what the proxy says of it when there is one, else the
  /// other end itself.
  let address: String
  /// Whether the browser speaks https.
  let isSecure: Bool
  /// The host and port the browser asked for.
  let host: String?
  /// The token of the browser's cookie.
  let cookie: String?
  /// Where the request says that it comes from.
  let check: RequestCheck

  init(_ request: Request, _ context: PortalContext, _ configuration: PortalConfiguration) {
    func header(_ name: String) -> String? { AnswerHeaders.value(name, in: request.headers) }
    let isProxied = configuration.proxy != nil && configuration.proxy == context.peer
    // The last address is the one the proxy saw itself; the others anybody may have written.
    let forwarded = header("x-forwarded-for")?.split(separator: ",").last
      .map { $0.trimming { $0 == " " } }
    address =
      isProxied
      ? forwarded.flatMap { ListenAddress.isNumeric($0) ? $0 : nil } ?? context.peer
      : context.peer
    isSecure =
      configuration.encryption != .none || (isProxied && header("x-forwarded-proto") == "https")
    host = request.head.authority ?? header("host")
    cookie = header("cookie").flatMap { [isSecure] in Self.token(in: $0, isSecure: isSecure) }
    check = RequestCheck(
      fetchSite: header("sec-fetch-site"), origin: header("origin"), host: host ?? "")
  }

  /// The name of the cookie. The prefix makes browsers refuse one set by a neighbour.
  private static func cookieName(_ isSecure: Bool) -> String {
    isSecure ? "__Host-xiaohao" : "xiaohao"
  }

  /// The address of the page as the browser asked for it.
  var origin: String { host.map { "\(isSecure ? "https" : "http")://\($0)" } ?? "" }

  private static func token(in header: String, isSecure: Bool) -> String? {
    for pair in header.split(separator: ";") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].trimming({ $0 == " " }) == cookieName(isSecure) else {
        continue
      }
      let value = parts[1].trimming { $0 == " " }
      let isToken =
        value.utf8.count == 64
        && value.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
      return isToken ? value : nil
    }
    return nil
  }

  /// Says what becomes of the browser's cookie.
  func setCookie(_ cookie: PortalAnswer.Cookie, in headers: inout HTTPFields) {
    let attributes = "; Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
    switch cookie {
    case .keep: break
    case .set(let token):
      AnswerHeaders.set(
        "set-cookie", "\(Self.cookieName(isSecure))=\(token)\(attributes)", in: &headers)
    case .clear:
      AnswerHeaders.set(
        "set-cookie", "\(Self.cookieName(isSecure))=; Max-Age=0\(attributes)", in: &headers)
    }
  }
}

extension StringProtocol {
  /// The text without characters of a kind at both ends.
  func trimming(_ isDropped: (Character) -> Bool) -> String {
    var rest = Substring(self)
    while let first = rest.first, isDropped(first) { rest.removeFirst() }
    while let last = rest.last, isDropped(last) { rest.removeLast() }
    return String(rest)
  }
}
