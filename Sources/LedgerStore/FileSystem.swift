package import Foundation
package import TaskLedger

/// The few calls of the system that the program makes itself, with errors as facts.
package enum FileSystem {
  /// Makes a folder with permissions 0700 unless it is there.
  package static func makeFolder(_ path: String) throws(StoreError) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        throw .inputOutput(path: path, reason: Diagnostic.systemReason(ENOTDIR))
      }
      return
    }
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw self.error(at: path, number: number(of: error))
    }
  }

  /// Opens a file descriptor, runs a body with it and closes it.
  static func withDescriptor<Result>(
    _ path: String, _ flags: Int32, mode: mode_t = 0o600,
    _ body: (Int32) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    let descriptor = open(path, flags | O_CLOEXEC, mode)
    let number = errno
    guard descriptor >= 0 else { throw error(at: path, number: number) }
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

  /// Reads a regular file and tells its SHA-256 and length in bytes; links are not followed.
  package static func digest(ofFileAt path: String) throws(StoreError) -> (
    digest: EvidenceDigest, byteCount: Int
  ) {
    var hash = ContentHash()
    try readPieces(ofFileAt: path) { (piece) throws(StoreError) in hash.update(piece) }
    return (hash.digest, hash.byteCount)
  }

  /// Reads a regular file to its end, at most 1 MiB at a time; links are not followed.
  package static func readPieces(
    ofFileAt path: String, _ body: (UnsafeRawBufferPointer) throws(StoreError) -> Void
  ) throws(StoreError) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    let number = errno
    guard descriptor >= 0 else {
      if number == ELOOP { throw .evidenceNotRegular(path: path) }
      throw .evidenceUnreadable(path: path, reason: words(for: number))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .evidenceNotRegular(path: path)
    }
    try readPieces(of: descriptor, path: path, body)
  }

  /// Opens a regular file to be read piece by piece; links are not followed.
  package static func openRegularFile(at path: String) throws(StoreError) -> (
    file: FileHandle, byteCount: Int
  ) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw .evidenceUnreadable(path: path, reason: words(for: errno))
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .evidenceNotRegular(path: path)
    }
    return (file, Int(status.st_size))
  }

  /// The bytes a program may still write in a folder; nil when the system does not tell.
  package static func freeBytes(in folder: String) -> Int? {
    var status = statvfs()
    guard statvfs(folder, &status) == 0 else { return nil }
    let product = UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize))
    return product.overflow ? Int.max : Int(clamping: product.partialValue)
  }

  /// Reads an open file to its end, at most 1 MiB at a time.
  static func readPieces(
    of descriptor: Int32, path: String,
    _ body: (UnsafeRawBufferPointer) throws(StoreError) -> Void
  ) throws(StoreError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0 {
        let number = errno
        if number == EINTR { continue }
        throw .evidenceUnreadable(path: path, reason: words(for: number))
      }
      if count == 0 { return }
      try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// Waits until a folder's entries are on the disk.
  package static func syncFolder(_ path: String) throws(StoreError) {
    try withDescriptor(path, O_RDONLY | O_DIRECTORY) { (descriptor) throws(StoreError) in
      // Network shares may not know fsync on folders; the file itself has been synced.
      let number = failure { fsync(descriptor) }
      guard [0, EINVAL, ENOTSUP].contains(number) else { throw error(at: path, number: number) }
    }
  }

  /// Waits until every folder of a tree is on the disk; its files have been synced one by one.
  package static func syncTree(_ path: String) throws(StoreError) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
      var status = stat()
      let part = path + "/" + name
      if lstat(part, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { try syncTree(part) }
    }
    try syncFolder(path)
  }

  /// The stored name of a number of the system, for the wording to translate.
  static func words(for number: Int32) -> String {
    switch number {
    case ENOENT, ENOTDIR: "missing"
    case EACCES, EPERM: "denied"
    default: Diagnostic.systemReason(number)
    }
  }

  /// Runs one call of the system and tells its number at once, before anything else changes it; 0
  /// when the call succeeded.
  package static func failure(of call: () -> Int32) -> Int32 { call() == 0 ? 0 : errno }

  /// Runs one call of the system on a path.
  ///
  /// - Throws: The error of its number when it fails.
  package static func check(at path: String, _ call: () -> Int32) throws(StoreError) {
    let number = failure(of: call)
    guard number == 0 else { throw error(at: path, number: number) }
  }

  /// The system's number inside an error of Foundation; an error without one is one of input and
  /// output.
  package static func number(of error: any Error) -> Int32 {
    var next: (any Error)? = error
    while let inner = next {
      let facts = inner as NSError
      if facts.domain == NSPOSIXErrorDomain { return Int32(clamping: facts.code) }
      next = facts.userInfo[NSUnderlyingErrorKey] as? any Error
    }
    return EIO
  }

  /// The error for a number of the system.
  package static func error(at path: String, number: Int32) -> StoreError {
    switch number {
    case ENOSPC, EDQUOT: .diskFull
    case EACCES, EPERM, EROFS: .permissionDenied(path: path)
    default: .inputOutput(path: path, reason: Diagnostic.systemReason(number))
    }
  }
}
