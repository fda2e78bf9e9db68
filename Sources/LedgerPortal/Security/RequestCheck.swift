import CryptoExtras
import Foundation

/// Whether a request that changes something comes from a page of ours.
///
/// Browsers say so themselves: by `Sec-Fetch-Site` on https and on this computer, by `Origin` on
/// plain http addresses of an intranet. Where neither is sent, the form's hidden token must be that
/// of the browser's cookie.
struct RequestCheck: Sendable, Hashable {
  /// What the headers say.
  enum Verdict: Sendable, Hashable {
    /// The request comes from a page of ours.
    case own
    /// It comes from elsewhere.
    case foreign
    /// The headers do not say; the form's token decides.
    case unknown
  }

  /// The header `Sec-Fetch-Site`.
  var fetchSite: String?
  /// The header `Origin`.
  var origin: String?
  /// The host and port the browser asked for.
  var host: String

  /// What the headers say.
  var verdict: Verdict {
    if let fetchSite {
      return fetchSite == "same-origin" || fetchSite == "none" ? .own : .foreign
    }
    guard let origin else { return .unknown }
    for scheme in ["https://", "http://"] where origin.hasPrefix(scheme) {
      return origin.dropFirst(scheme.count).lowercased() == host.lowercased() ? .own : .foreign
    }
    return .foreign
  }

  /// The token that forms carry, made of the browser's cookie so that nothing more is kept.
  static func formToken(of cookie: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(
      for: Data("form".utf8), using: SymmetricKey(data: Data(cookie.utf8)))
    return code.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// Whether a form's token is that of the browser's cookie.
  static func isToken(_ token: String, of cookie: String) -> Bool {
    let (left, right) = (Array(token.utf8), Array(formToken(of: cookie).utf8))
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
