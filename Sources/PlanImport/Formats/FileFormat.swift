/// The kinds of files that are told apart by their first bytes.
enum FileFormat: Equatable {
  /// A zip container: an office file, or none.
  case zip
  /// An office file protected by a password.
  case encryptedOffice
  /// Text of some form.
  case text
  /// Something else.
  case unknown

  /// Finds the kind of a file by its content.
  static func find(in bytes: [UInt8], name: String) -> FileFormat {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      return .zip
    }
    return .text
  }
}
