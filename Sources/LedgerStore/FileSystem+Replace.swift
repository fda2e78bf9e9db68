import Foundation

extension FileSystem {
  /// Puts a file in the place of what is there, whole and on the disk, or leaves it as it was.
  ///
  /// A new file is as open to others as the system makes files; one that is there keeps its
  /// permissions, and a link leads to the file that is replaced.
  ///
  /// - Parameters:
  ///   - path: The file; its folder must be there.
  ///   - bytes: The new content.
  /// - Returns: The system's number for what went wrong; 0 when nothing did.
  package static func replace(_ path: String, with bytes: [UInt8]) -> Int32 {
    let path = (path as NSString).resolvingSymlinksInPath
    let folder = (path as NSString).deletingLastPathComponent
    var status = stat()
    let isThere = stat(path, &status) == 0
    if isThere, status.st_mode & S_IFMT == S_IFDIR { return EISDIR }
    if isThere, status.st_mode & S_IFMT != S_IFREG { return writeInto(path, bytes) }
    let draft = folder + "/.xiaohao-\(UUID().uuidString)"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return errno }
    if isThere { fchmod(descriptor, status.st_mode & 0o7777) }
    var number = write(bytes, to: descriptor)
    if number == 0 { number = failure { fsync(descriptor) } }
    close(descriptor)
    if number == 0 { number = failure { rename(draft, path) } }
    guard number == 0 else {
      unlink(draft)
      return number
    }
    do throws(StoreError) {
      try syncFolder(folder)
      return 0
    } catch {
      return EIO
    }
  }

  /// Writes into what is no file, such as a device; it keeps its place.
  private static func writeInto(_ path: String, _ bytes: [UInt8]) -> Int32 {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return errno }
    defer { close(descriptor) }
    return write(bytes, to: descriptor)
  }

  /// Makes a folder that others may enter as the system allows, with those above it, and waits until
  /// its name is on the disk.
  ///
  /// - Throws: What Foundation says.
  package static func makeOpenFolder(_ path: String) throws {
    let missing = missingParts(of: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for part in missing { try syncFolder((part as NSString).deletingLastPathComponent) }
  }

  /// The folder of a path and those above it that are not there, the innermost first.
  static func missingParts(of path: String) -> [String] {
    var missing: [String] = []
    var part = path
    while part.utf8.count > 1, access(part, F_OK) != 0 {
      missing.append(part)
      part = (part as NSString).deletingLastPathComponent
    }
    return missing
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { piece in
      var written = 0
      while written < piece.count {
        let step = Foundation.write(
          descriptor, piece.baseAddress.map { $0 + written }, piece.count - written)
        let number = step < 0 ? errno : EIO
        if number == EINTR { continue }
        guard step > 0 else { return number }
        written += step
      }
      return 0
    }
  }
}
