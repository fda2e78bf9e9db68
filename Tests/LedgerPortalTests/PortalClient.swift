import Hummingbird
import HummingbirdTesting

@testable import LedgerPortal

/// A browser as tests see one.
struct PortalClient: Sendable {
  let client: any TestClientProtocol
  /// The cookie of a member who is logged in.
  let cookie: @Sendable (_ member: String) throws -> String

  /// What came back.
  struct Answer: Sendable {
    var status: Int
    var headers: [String: String]
    var bytes: [UInt8] = []
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The last entry that the forms of the page know.
    func formHead() throws -> String {
      String(try required(text.firstMatch(of: /name="formHead" value="(\d+)"/)).1)
    }

    /// The token of the cookie that was set.
    var cookie: String? {
      headers["set-cookie"].flatMap { header in
        header.split(separator: ";").first?.split(separator: "=").last.map(String.init)
      }
    }
  }

  /// Where a request says that it comes from.
  enum Origin: Sendable {
    /// The browser names our page.
    case own
    /// The browser says nothing; the form's token must do.
    case silent(token: String?)
    /// Headers as given.
    case headers([String: String])
  }

  /// Loads a page.
  func get(_ path: String, as member: String? = nil, headers: [String: String] = [:]) async throws
    -> Answer
  {
    try await send("GET", path, member, headers, nil)
  }

  /// Sends a form.
  func post(
    _ path: String, _ fields: [(String, String)], as member: String? = nil, origin: Origin = .own,
    cookie: String? = nil, headers: [String: String] = [:]
  ) async throws -> Answer {
    var fields = fields
    var headers = headers
    headers["content-type"] = "application/x-www-form-urlencoded"
    apply(origin, &headers) { fields.append(("token", $0)) }
    if let cookie { headers["cookie"] = "xiaohao=\(cookie)" }
    let body = fields.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
    return try await send("POST", path, member, headers, Array(body.utf8))
  }

  /// A file of a form.
  struct File: Sendable {
    var name: String
    var content: [UInt8]

    init(_ name: String, _ content: String) {
      (self.name, self.content) = (name, Array(content.utf8))
    }
    init(_ name: String, bytes: [UInt8]) { (self.name, content) = (name, bytes) }
  }

  /// Sends a form with files.
  func upload(
    _ path: String, _ fields: [(String, String)], files: [File], of field: String = "files",
    as member: String? = nil, origin: Origin = .own
  ) async throws -> Answer {
    var fields = fields
    var headers = ["content-type": "multipart/form-data; boundary=BoundaryOfTests"]
    apply(origin, &headers) { fields.append(("token", $0)) }
    var body: [UInt8] = []
    for (name, value) in fields {
      body +=
        "--BoundaryOfTests\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        .utf8
    }
    for file in files {
      body +=
        "--BoundaryOfTests\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"\(file.name)\"\r\nContent-Type: text/plain\r\n\r\n"
        .utf8
      body += file.content
      body += "\r\n".utf8
    }
    body += "--BoundaryOfTests--\r\n".utf8
    return try await send("POST", path, member, headers, body)
  }

  private func apply(
    _ origin: Origin, _ headers: inout [String: String], _ addToken: (String) -> Void
  ) {
    switch origin {
    case .own: headers["sec-fetch-site"] = "same-origin"
    case .silent(let token): if let token { addToken(token) }
    case .headers(let others): headers.merge(others) { _, new in new }
    }
  }

  /// Sends anything.
  func send(
    _ method: String, _ path: String, _ member: String?, _ headers: [String: String],
    _ body: [UInt8]?
  ) async throws -> Answer {
    var fields = HTTPFields()
    for (name, value) in headers { AnswerHeaders.set(name, value, in: &fields) }
    if let member {
      AnswerHeaders.set("cookie", "xiaohao=\(try cookie(member))", in: &fields)
    }
    let method = method == "GET" ? HTTPRequest.Method.get : .post
    let response = try await client.execute(
      uri: path, method: method, headers: fields, body: body.map { ByteBuffer(bytes: $0) })
    var answer = Answer(
      status: response.status.code, headers: [:], bytes: Array(response.body.readableBytesView))
    for field in response.headers { answer.headers[field.name.canonicalName] = field.value }
    return answer
  }

  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: String(UnicodeScalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
}
