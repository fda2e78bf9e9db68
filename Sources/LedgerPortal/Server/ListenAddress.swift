import Foundation

/// Where the page listens: a numeric address and a port, as `127.0.0.1:8080` or `[::1]:8443`.
///
/// Names are not taken: the program is linked statically and looks up none.
package struct ListenAddress: Sendable, Hashable, LosslessStringConvertible {
  /// The numeric address.
  package let host: String
  /// The port; 0 lets the system choose.
  package let port: Int

  /// Reads an address; anything but a numeric address and a port is nil.
  package init?(_ description: String) {
    guard let colon = description.lastIndex(of: ":"),
      let port = UInt16(description[description.index(after: colon)...])
    else { return nil }
    var host = String(description[..<colon])
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = String(host.dropFirst().dropLast())
      guard Self.isNumeric(host, AF_INET6) else { return nil }
    } else {
      guard Self.isNumeric(host, AF_INET) else { return nil }
    }
    (self.host, self.port) = (host, Int(port))
  }

  /// The address as it is written.
  package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

  /// Whether only this computer reaches it.
  package var isLoopback: Bool { host.hasPrefix("127.") || host == "::1" }

  /// Whether it stands for every address of this computer.
  package var isEvery: Bool { host == "0.0.0.0" || host == "::" }

  /// Whether a text is a numeric address of either kind.
  package static func isNumeric(_ text: String) -> Bool {
    isNumeric(text, AF_INET) || isNumeric(text, AF_INET6)
  }

  private static func isNumeric(_ text: String, _ family: Int32) -> Bool {
    var storage = in6_addr()
    return inet_pton(family, text, &storage) == 1
  }

  /// The numeric addresses of this computer.
  static func ofThisComputer() -> [String] {
    var first: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&first) == 0 else { return [] }
    defer { freeifaddrs(first) }
    var found: [String] = []
    var next = first
    while let entry = next?.pointee {
      next = entry.ifa_next
      guard let address = entry.ifa_addr else { continue }
      let family = Int32(address.pointee.sa_family)
      guard family == AF_INET || family == AF_INET6 else { continue }
      var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
      let isRead: Bool
      if family == AF_INET {
        var value = UnsafeRawPointer(address).loadUnaligned(as: sockaddr_in.self).sin_addr
        isRead = inet_ntop(family, &value, &text, socklen_t(text.count)) != nil
      } else {
        var value = UnsafeRawPointer(address).loadUnaligned(as: sockaddr_in6.self).sin6_addr
        isRead = inet_ntop(family, &value, &text, socklen_t(text.count)) != nil
      }
      let name = text.withUnsafeBufferPointer { characters in
        characters.baseAddress.map { String(cString: $0) } ?? ""
      }
      if isRead, !found.contains(name) { found.append(name) }
    }
    return found
  }

  /// The name of this computer.
  static func nameOfThisComputer() -> String {
    ProcessInfo.processInfo.hostName
  }
}
