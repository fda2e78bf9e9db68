import Hummingbird

/// The headers of every answer, faults included.
enum AnswerHeaders {
  /// What a page may load: its style sheet and pictures of its own, nothing else.
  static let pagePolicy =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    + "frame-ancestors 'none'; base-uri 'none'"

  /// Adds them; what an answer set itself stays.
  static func add(to headers: inout HTTPFields, isSecure: Bool) {
    let fields: [(String, String)] = [
      ("content-security-policy", pagePolicy),
      ("x-content-type-options", "nosniff"),
      ("x-frame-options", "DENY"),
      ("referrer-policy", "same-origin"),
      ("cross-origin-opener-policy", "same-origin"),
      ("cross-origin-resource-policy", "same-origin"),
      ("permissions-policy", "camera=(), microphone=(), geolocation=()"),
      ("cache-control", "no-store"),
    ]
    for (name, value) in fields { set(name, value, in: &headers) }
    if isSecure { set("strict-transport-security", "max-age=31536000", in: &headers) }
  }

  /// Sets a header unless it is there.
  static func set(_ name: String, _ value: String, in headers: inout HTTPFields) {
    guard let name = HTTPFields.Element.Name(name), headers[name] == nil else { return }
    headers[name] = value
  }

  /// A header of a request.
  static func value(_ name: String, in headers: HTTPFields) -> String? {
    HTTPFields.Element.Name(name).flatMap { headers[$0] }
  }
}
