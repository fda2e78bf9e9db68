import CZip
import Foundation
package import TaskLedger

/// One file on its way into a zip container.
package struct ZipEntry: Sendable, Hashable {
  /// Where its content comes from.
  package enum Content: Sendable, Hashable {
    /// The content itself.
    case bytes([UInt8])
    /// A file, read while the container is written and never held whole in memory.
    case file(String)
  }

  /// The name inside of the container, steps divided by `/`; written as UTF-8.
  package var name: String
  /// The content.
  package var content: Content

  /// Creates an entry.
  package init(name: String, content: Content) {
    self.name = name
    self.content = content
  }

  /// Creates an entry of text in UTF-8.
  package init(name: String, text: String) {
    self.init(name: name, content: .bytes(Array(text.utf8)))
  }

  /// Whether the content is of a format that is compressed already.
  fileprivate var isPacked: Bool {
    let packed = [
      "jpg", "jpeg", "png", "gif", "webp", "pdf", "docx", "xlsx", "pptx", "zip", "rar", "7z", "mp4",
      "mp3",
    ]
    return packed.contains((name as NSString).pathExtension.lowercased())
  }
}

/// Why a zip container could not be written.
package enum ZipWriteError: Error, Sendable, Hashable {
  /// An entry's file cannot be read, or its name is taken already.
  case entry(name: String, detail: String)
  /// The container itself cannot be written, for instance because the disk is full.
  case target(file: String, detail: String)
}

/// Writes zip containers: the same entries give the same bytes, whatever the clock and time zone.
package enum ZipWriter {
  /// 1980-01-01, the first day a zip container knows, as its date field stores it.
  private static let firstDay: UInt16 = 1 << 5 | 1

  /// Writes a container to a file.
  ///
  /// The file appears whole and synced to the disk, or not at all.
  ///
  /// - Parameters:
  ///   - entries: The content, in the order in which it is to stand in the container.
  ///   - path: A file that is not there yet.
  /// - Throws: ``ZipWriteError``; nothing is left behind then.
  package static func write(_ entries: [ZipEntry], to path: String) throws(ZipWriteError) {
    let file = (path as NSString).lastPathComponent
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_CREATE | ZIP_EXCL, &code) else {
      var failure = zip_error_t()
      zip_error_init_with_code(&failure, code)
      defer { zip_error_fini(&failure) }
      throw .target(file: file, detail: String(cString: zip_error_strerror(&failure)))
    }
    // libzip writes beside the target and renames, so a failure leaves nothing.
    try finish(archive, with: entries, file: file)
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    guard descriptor >= 0, fchmod(descriptor, 0o600) == 0, fsync(descriptor) == 0 else {
      let detail = String(cString: strerror(errno))
      unlink(path)
      throw .target(file: file, detail: detail)
    }
  }

  /// The bytes of a container.
  ///
  /// - Parameters:
  ///   - entries: The content, in its order.
  ///   - file: The container's name in errors.
  /// - Returns: The container.
  /// - Throws: ``ZipWriteError``.
  package static func bytes(
    of entries: [ZipEntry], file: String
  ) throws(ZipWriteError) -> [UInt8] {
    var failure = zip_error_t()
    zip_error_init(&failure)
    defer { zip_error_fini(&failure) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &failure) else {
      throw .target(file: file, detail: String(cString: zip_error_strerror(&failure)))
    }
    zip_source_keep(target)
    defer { zip_source_free(target) }
    guard let archive = zip_open_from_source(target, Int32(ZIP_TRUNCATE), &failure) else {
      zip_source_free(target)
      throw .target(file: file, detail: String(cString: zip_error_strerror(&failure)))
    }
    try finish(archive, with: entries, file: file)
    return try content(of: target, file: file)
  }

  /// Adds the entries and closes the container, or throws it away.
  private static func finish(
    _ archive: OpaquePointer, with entries: [ZipEntry], file: String
  ) throws(ZipWriteError) {
    do {
      try fill(archive, with: entries)
    } catch {
      zip_discard(archive)
      throw error
    }
    guard zip_close(archive) == 0 else {
      let detail = String(cString: zip_strerror(archive))
      zip_discard(archive)
      throw .target(file: file, detail: detail)
    }
  }

  private static func fill(
    _ archive: OpaquePointer, with entries: [ZipEntry]
  ) throws(ZipWriteError) {
    for entry in entries {
      guard let source = source(of: entry, in: archive) else {
        throw .entry(name: entry.name, detail: String(cString: zip_strerror(archive)))
      }
      let index = zip_file_add(archive, entry.name, source, UInt32(ZIP_FL_ENC_UTF_8))
      guard index >= 0 else {
        let detail = String(cString: zip_strerror(archive))
        zip_source_free(source)
        throw .entry(name: entry.name, detail: detail)
      }
      let method = entry.isPacked ? ZIP_CM_STORE : ZIP_CM_DEFLATE
      guard zip_file_set_dostime(archive, UInt64(index), 0, firstDay, 0) == 0,
        zip_set_file_compression(archive, UInt64(index), Int32(method), 6) == 0
      else {
        throw .entry(name: entry.name, detail: String(cString: zip_strerror(archive)))
      }
    }
  }

  /// The source libzip reads when the container is closed; it owns a copy of bytes given to it.
  private static func source(of entry: ZipEntry, in archive: OpaquePointer) -> OpaquePointer? {
    switch entry.content {
    case .file(let path):
      guard access(path, R_OK) == 0 else { return nil }
      return zip_source_file(archive, path, 0, -1)
    case .bytes(let bytes):
      guard let copy = malloc(max(bytes.count, 1)) else { return nil }
      bytes.withUnsafeBytes { buffer in
        if let base = buffer.baseAddress { memcpy(copy, base, buffer.count) }
      }
      guard let source = zip_source_buffer(archive, copy, UInt64(bytes.count), 1) else {
        free(copy)
        return nil
      }
      return source
    }
  }

  private static func content(
    of source: OpaquePointer, file: String
  ) throws(ZipWriteError) -> [UInt8] {
    guard zip_source_open(source) == 0 else { throw .target(file: file, detail: "open") }
    defer { zip_source_close(source) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = zip_source_read(source, &piece, UInt64(piece.count))
      if count < 0 { throw .target(file: file, detail: "read") }
      if count == 0 { return bytes }
      bytes += piece[..<Int(count)]
    }
  }
}

extension ZipWriteError {
  /// The error as one printed message; the program then ends with exit code 74.
  package var diagnostic: Diagnostic {
    switch self {
    case .entry(let name, let detail):
      Diagnostic(
        code: "archive-entry", severity: .error,
        message: "「\(PrintableText.line(name))」不能写入压缩包（\(detail)）",
        suggestion: "检查这个文件能否打开，再运行同一命令")
    case .target(let file, let detail):
      Diagnostic(
        code: "archive-target", severity: .error,
        message: "不能写出「\(PrintableText.line(file))」（\(detail)）",
        suggestion: "检查文件夹是否存在、能否写入、磁盘是否已满，或用 --output、--out 换一个位置")
    }
  }
}
