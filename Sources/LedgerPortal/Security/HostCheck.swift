import Foundation

/// The hosts under which the page may be asked for; a request for another one is refused, so that no
/// name somebody else points at this computer opens the page.
struct HostCheck: Sendable, Hashable {
  /// The names and numeric addresses, in lower case and without ports; nil takes every one, for a
  /// proxy that has checked it.
  var names: Set<String>?

  /// Whether a `Host` header is one of ours.
  func isOurs(_ header: String?) -> Bool {
    guard let header, let name = Self.name(in: header) else { return false }
    return names?.contains(name) ?? true
  }

  /// The name in a `Host` header, without the port; nil when it is none.
  static func name(in header: String) -> String? {
    var text = Substring(header.lowercased())
    guard !text.isEmpty, text.utf8.count <= 255 else { return nil }
    if text.hasPrefix("[") {
      guard let end = text.firstIndex(of: "]") else { return nil }
      let port = text[text.index(after: end)...]
      text = text[text.index(after: text.startIndex)..<end]
      guard isPort(port) else { return nil }
      return ListenAddress.isNumeric(String(text)) ? String(text) : nil
    }
    if let colon = text.firstIndex(of: ":") {
      guard isPort(text[colon...]) else { return nil }
      text = text[..<colon]
    }
    let isName = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
      default: false
      }
    }
    return isName && !text.isEmpty ? String(text) : nil
  }

  private static func isPort(_ text: Substring) -> Bool {
    text.isEmpty || (text.first == ":" && UInt16(text.dropFirst()) != nil)
  }
}
