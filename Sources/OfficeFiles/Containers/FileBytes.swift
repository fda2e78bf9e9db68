import Foundation

/// Reads files whole, up to a limit.
enum FileBytes {
  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - name: Its name in messages.
  ///   - limit: The number of bytes above which it is refused unread.
  /// - Returns: The content.
  /// - Throws: ``DocumentReadError`` when it is missing, a folder, not readable or too large.
  static func read(_ path: String, name: String, limit: Int) throws(DocumentReadError) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .unreadableFile(file: name, reason: "missing")
    }
    if isFolder.boolValue { throw .unreadableFile(file: name, reason: "folder") }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw .unreadableFile(file: name, reason: "denied")
    }
    defer { try? handle.close() }
    var bytes: [UInt8] = []
    do {
      // In pieces, so that an endless device is refused as well.
      while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
        bytes += piece
        if bytes.count > limit { break }
      }
    } catch {
      throw .unreadableFile(file: name, reason: error.localizedDescription)
    }
    if bytes.count > limit { throw .tooLarge(file: name, what: .fileBytes, limit: limit) }
    return bytes
  }
}
