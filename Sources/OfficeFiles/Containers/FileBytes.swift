import Foundation

/// Reads files whole, up to a limit.
package enum FileBytes {
  /// The bytes of a file.
  ///
  /// A pipe or a device is refused: it may never end, and its content cannot be looked at again.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - name: Its name in messages.
  ///   - limit: The number of bytes above which it is refused unread.
  /// - Returns: The content.
  /// - Throws: ``DocumentReadError`` when it is missing, no plain file, not readable or too large.
  package static func read(_ path: String, name: String, limit: Int) throws(DocumentReadError)
    -> [UInt8]
  {
    let descriptor = try open(path, name: name)
    defer { close(descriptor.number) }
    if descriptor.size > limit { throw .tooLarge(file: name, what: .fileBytes, limit: limit) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(descriptor.size)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = Foundation.read(descriptor.number, buffer.baseAddress, buffer.count)
      let failure = errno
      if count < 0, failure == EINTR { continue }
      guard count >= 0 else { throw .unreadableFile(file: name, reason: "disk") }
      if count == 0 { return bytes }
      bytes += UnsafeRawBufferPointer(rebasing: buffer[..<count])
      // It may grow meanwhile.
      if bytes.count > limit { throw .tooLarge(file: name, what: .fileBytes, limit: limit) }
    }
  }

  /// Opens a plain file for reading, without waiting for whoever may write into a pipe.
  static func open(
    _ path: String, name: String
  ) throws(DocumentReadError) -> (number: Int32, size: Int) {
    let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    let failure = errno
    guard descriptor >= 0 else {
      switch failure {
      case ENOENT, ENOTDIR: throw .unreadableFile(file: name, reason: "missing")
      case ENAMETOOLONG: throw .unreadableFile(file: name, reason: "name")
      case ENXIO, ENODEV: throw .unreadableFile(file: name, reason: "special")
      default: throw .unreadableFile(file: name, reason: "denied")
      }
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      close(descriptor)
      throw .unreadableFile(file: name, reason: "denied")
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return (descriptor, Int(status.st_size))
    case S_IFDIR:
      close(descriptor)
      throw .unreadableFile(file: name, reason: "folder")
    default:
      close(descriptor)
      throw .unreadableFile(file: name, reason: "special")
    }
  }
}
