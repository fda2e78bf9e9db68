import CryptoExtras
import Foundation
import HummingbirdTLS
import LedgerDesk
import LedgerStore
import SwiftASN1
import TaskLedger
import X509

/// The certificate the page shows, with its fingerprint for people to compare.
struct PortalCertificate {
  /// The certificate in PEM.
  let certificate: String
  /// Its key in PEM.
  let key: String
  /// The names and numeric addresses it is for.
  let names: Set<String>
  /// The SHA-256 of the first certificate, in pairs of hexadecimal digits.
  let fingerprint: String

  /// How long a certificate of our own is good, in days; browsers refuse longer ones.
  static let days = 397

  /// Reads the school's own certificate.
  init(certificateFile: String, keyFile: String) throws {
    try self.init(
      certificate: String(contentsOfFile: certificateFile, encoding: .utf8),
      key: String(contentsOfFile: keyFile, encoding: .utf8))
  }

  /// The school's own certificate, good enough to serve with.
  ///
  /// - Throws: ``PortalConfiguration/Fault`` when it cannot be read.
  static func given(_ file: String, key: String) throws -> PortalCertificate {
    do {
      let read = try PortalCertificate(certificateFile: file, keyFile: key)
      _ = try read.tlsConfiguration()
      return read
    } catch {
      throw PortalConfiguration.Fault.certificateUnreadable(Diagnostic.systemCode(error))
    }
  }

  private init(certificate: String, key: String) throws {
    (self.certificate, self.key) = (certificate, key)
    let first = try Certificate(pemEncoded: certificate)
    var names: Set<String> = []
    for name in try first.extensions.subjectAlternativeNames ?? SubjectAlternativeNames([]) {
      switch name {
      case .dnsName(let name): names.insert(name.lowercased())
      case .ipAddress(let bytes):
        names.formUnion(Self.text(of: Array(bytes.bytes)).map { [$0] } ?? [])
      default: break  // Nobody asks a browser for anything else.
      }
    }
    self.names = names
    var serializer = DER.Serializer()
    try serializer.serialize(first)
    fingerprint = SHA256.hash(data: serializer.serializedBytes)
      .map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
      .joined(separator: ":")
  }

  /// The certificate of our own beside the ledger; a new one is made when there is none, it is
  /// nearly over, or it lacks a name. It stays the same otherwise, so that people who compared its
  /// fingerprint once need not do so again.
  static func own(in folder: LedgerFolder, for names: [String], now: Date) throws
    -> PortalCertificate
  {
    let (certificateFile, keyFile) = (
      folder.path + "/portal-certificate.pem", folder.path + "/portal-key.pem"
    )
    if FileManager.default.fileExists(atPath: certificateFile) {
      let kept = try PortalCertificate(certificateFile: certificateFile, keyFile: keyFile)
      let end = try Certificate(pemEncoded: kept.certificate).notValidAfter
      if end.timeIntervalSince(now) > 30 * 86_400, kept.names.isSuperset(of: names) { return kept }
    }
    let made = try make(for: names, now: now)
    for (path, text) in [(keyFile, made.key), (certificateFile, made.certificate)] {
      try replace(path, with: text, in: folder)
    }
    return made
  }

  private static func replace(_ path: String, with text: String, in folder: LedgerFolder) throws {
    let draft = path + ".new"
    unlink(draft)
    let file = try NewFile(at: draft)
    try file.write(Array(text.utf8))
    _ = try file.finish()
    guard rename(draft, path) == 0 else { throw FileSystem.error(at: path, number: errno) }
    try FileSystem.syncFolder(folder.path)
  }

  private static func make(for names: [String], now: Date) throws -> PortalCertificate {
    let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
    let subject = try DistinguishedName { CommonName("xiaohao") }
    let alternatives = names.map { name -> GeneralName in
      bytes(of: name).map { .ipAddress(ASN1OctetString(contentBytes: $0[...])) } ?? .dnsName(name)
    }
    let certificate = try Certificate(
      version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key.publicKey,
      notValidBefore: now.addingTimeInterval(-3600),
      notValidAfter: now.addingTimeInterval(Double(days) * 86_400), issuer: subject,
      subject: subject, signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try Certificate.Extensions {
        Critical(BasicConstraints.notCertificateAuthority)
        Critical(KeyUsage(digitalSignature: true))
        try ExtendedKeyUsage([.serverAuth])
        SubjectAlternativeNames(alternatives)
      },
      issuerPrivateKey: key)
    return try PortalCertificate(
      certificate: try certificate.serializeAsPEM().pemString + "\n",
      key: try key.serializeAsPEM().pemString + "\n")
  }

  /// What Hummingbird serves with.
  func tlsConfiguration() throws -> TLSConfiguration {
    let chain = try NIOSSLCertificate.fromPEMBytes(Array(certificate.utf8))
    let privateKey = try NIOSSLPrivateKey(bytes: Array(key.utf8), format: .pem)
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(privateKey))
    configuration.minimumTLSVersion = .tlsv12
    configuration.applicationProtocols = ["http/1.1"]
    return configuration
  }

  private static func bytes(of name: String) -> [UInt8]? {
    for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
      var bytes = [UInt8](repeating: 0, count: 16)
      if inet_pton(family, name, &bytes) == 1 { return Array(bytes.prefix(count)) }
    }
    return nil
  }

  private static func text(of bytes: [UInt8]) -> String? {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let family = bytes.count == 4 ? AF_INET : AF_INET6
    guard inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil else { return nil }
    return text.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
  }
}
