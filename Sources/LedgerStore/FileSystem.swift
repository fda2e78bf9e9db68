import Foundation

/// The few calls of the system that the store makes itself, with errors as facts.
enum FileSystem {
  /// Makes a folder with permissions 0700 unless it is there.
  static func makeFolder(_ path: String) throws(StoreError) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        throw .inputOutput(path: path, reason: String(cString: strerror(ENOTDIR)))
      }
      return
    }
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw self.error(at: path, number: errno == 0 ? EIO : errno)
    }
  }

  /// Opens a file descriptor, runs a body with it and closes it.
  static func withDescriptor<Result>(
    _ path: String, _ flags: Int32, mode: mode_t = 0o600,
    _ body: (Int32) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    let descriptor = open(path, flags | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw error(at: path, number: errno) }
    let result: Result
    do {
      result = try body(descriptor)
    } catch {
      close(descriptor)
      throw error
    }
    close(descriptor)
    return result
  }

  /// Waits until a folder's entries are on the disk.
  static func syncFolder(_ path: String) throws(StoreError) {
    try withDescriptor(path, O_RDONLY | O_DIRECTORY) { (descriptor) throws(StoreError) in
      // Network shares may not know fsync on folders; the file itself has been synced.
      guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else {
        throw error(at: path, number: errno)
      }
    }
  }

  /// The stored name of a number of the system, for the wording to translate.
  static func words(for number: Int32) -> String {
    switch number {
    case ENOENT, ENOTDIR: "missing"
    case EACCES, EPERM: "denied"
    default: String(cString: strerror(number))
    }
  }

  /// The error for a number of the system.
  static func error(at path: String, number: Int32) -> StoreError {
    switch number {
    case ENOSPC, EDQUOT: .diskFull
    case EACCES, EPERM, EROFS: .permissionDenied(path: path)
    default: .inputOutput(path: path, reason: String(cString: strerror(number)))
    }
  }
}
