/// What a page answers; headers that all answers have are added by the server.
struct PortalAnswer: Sendable {
  /// The kinds of answers.
  enum Content: Sendable {
    /// A page of a template.
    case page(String, PageFields)
    /// Go and look there.
    case see(String)
    /// A file of the disk.
    case file(path: String, mediaType: String, name: String, isInline: Bool)
    /// A file that was made for this answer, in a folder that goes with it.
    case temporary(folder: String, path: String, mediaType: String, name: String)
    /// Bytes made by the program.
    case bytes([UInt8], mediaType: String, name: String?)
  }

  /// What happens to the browser's cookie.
  enum Cookie: Sendable, Hashable {
    /// It stays.
    case keep
    /// It becomes this token.
    case set(String)
    /// It goes.
    case clear
  }

  var content: Content
  var status = 200
  var cookie = Cookie.keep
  var headers: [(String, String)] = []

  /// A page.
  static func page(_ template: String, _ fields: PageFields, status: Int = 200) -> PortalAnswer {
    PortalAnswer(content: .page(template, fields), status: status)
  }

  /// Go and look there, so that loading the page again sends nothing twice.
  static func see(_ path: String) -> PortalAnswer {
    PortalAnswer(content: .see(path), status: 303)
  }
}
