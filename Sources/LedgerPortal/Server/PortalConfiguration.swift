package import LedgerStore
package import TaskLedger

/// How the page is served.
package struct PortalConfiguration: Sendable {
  /// How the connection is closed to others.
  package enum Encryption: Sendable, Hashable {
    /// Not at all: on this computer alone, or behind a proxy that does it.
    case none
    /// With the school's own certificate and key, in PEM.
    case files(certificate: String, key: String)
    /// With a certificate that the program makes.
    case own
  }

  /// Why the page cannot be served so.
  package enum Fault: Error, Sendable, Hashable {
    /// The proxy's address is not numeric.
    case proxyUnreadable(String)
    /// What should be a name of this page is none.
    case hostUnreadable(String)
    /// Only one of certificate and key is given.
    case certificateIncomplete
    /// The certificate or key cannot be read; with the number the system gave, if it gave one.
    case certificateUnreadable(Int32?)
  }

  /// Where it listens.
  package var listen: ListenAddress
  /// How the connection is closed to others.
  package var encryption: Encryption
  /// The address of the proxy in front; its word about addresses is taken.
  package var proxy: String?
  /// Names under which the page is asked for, besides the addresses of this computer.
  package var hostNames: [String]
  /// How long sessions last.
  package var sessions = SessionLimits()
  /// The most connections at once.
  package var connectionLimit = 512
  /// After how many seconds without a word a connection ends.
  package var idleSeconds = 60
  /// For how many seconds a body may come as slowly as it likes; then it must have a pace.
  package var bodyGraceSeconds = 60
  /// The longest form without files, in bytes.
  package var formLimit = 1024 * 1024
  /// The clock.
  package var clock: @Sendable () -> Instant

  /// Creates a configuration.
  ///
  /// - Throws: ``Fault`` when others could read what is sent.
  package init(
    listen: ListenAddress, certificate: String?, key: String?, proxy: String?,
    hostNames: [String], clock: @escaping @Sendable () -> Instant
  ) throws(Fault) {
    if let proxy, !ListenAddress.isNumeric(proxy) { throw .proxyUnreadable(proxy) }
    if let wrong = hostNames.first(where: { !Self.isHostName($0) }) { throw .hostUnreadable(wrong) }
    switch (certificate, key) {
    case (let certificate?, let key?): encryption = .files(certificate: certificate, key: key)
    case (nil, nil): encryption = listen.isLoopback || proxy != nil ? .none : .own
    default: throw .certificateIncomplete
    }
    (self.listen, self.proxy, self.hostNames, self.clock) = (listen, proxy, hostNames, clock)
  }

  /// Whether a word can be the name or address by which a browser asks for a page.
  private static func isHostName(_ word: String) -> Bool {
    if ListenAddress.isNumeric(word) { return true }
    let isPlain = word.utf8.allSatisfy { byte in
      let character = Unicode.Scalar(byte)
      return character.isASCII && character.properties.isAlphabetic || ("0"..."9") ~= character
        || character == "." || character == "-"
    }
    return isPlain && !word.isEmpty && word.utf8.count <= 253
  }

  /// Whether browsers reach the page by https.
  var isSecure: Bool { encryption != .none || proxy != nil }
}
