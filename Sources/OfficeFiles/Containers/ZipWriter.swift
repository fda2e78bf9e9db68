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
  private static let firstDay: UInt = (1 << 5 | 1) << 16
  /// Made on Unix by version 2.0, so that the permissions below count.
  private static let madeBy: UInt = 3 << 8 | 20
  /// A plain file that its owner writes and everybody reads (0100644).
  private static let permissions: UInt = 0o100644 << 16
  /// Says that names are UTF-8.
  private static let namesAreUTF8: UInt = 1 << 11

  /// Writes a container to a file.
  ///
  /// The file is whole and synced to the disk when this returns.
  ///
  /// - Parameters:
  ///   - entries: The content, in the order in which it is to stand in the container.
  ///   - path: A file that is not there yet.
  ///   - name: What errors call the container; nil for the name of the file itself.
  /// - Throws: ``ZipWriteError``; nothing is left behind then.
  package static func write(
    _ entries: [ZipEntry], to path: String, named name: String? = nil
  ) throws(ZipWriteError) {
    let file = name ?? (path as NSString).lastPathComponent
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0, let stream = fdopen(descriptor, "w+") else {
      throw .target(file: file, detail: Diagnostic.systemReason(errno))
    }
    do throws(ZipWriteError) {
      var functions = zlib_filefunc64_def()
      fill_fopen64_filefunc(&functions)
      functions.opaque = UnsafeMutableRawPointer(stream)
      functions.zopen64_file = { stream, _, _ in stream }
      // The stream is closed below, after it is synced.
      functions.zclose_file = { _, _ in 0 }
      try write(entries, with: &functions, file: file)
      guard fflush(stream) == 0, fsync(descriptor) == 0 else {
        throw .target(file: file, detail: Diagnostic.systemReason(errno))
      }
      fclose(stream)
    } catch {
      fclose(stream)
      unlink(path)
      throw error
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
    let memory = ZipMemory()
    var functions = memory.functions
    try write(entries, with: &functions, file: file)
    return memory.written
  }

  private static func write(
    _ entries: [ZipEntry], with functions: inout zlib_filefunc64_def, file: String
  ) throws(ZipWriteError) {
    guard let archive = zipOpen2_64("", APPEND_STATUS_CREATE, nil, &functions) else {
      throw .target(file: file, detail: Diagnostic.systemReason(errno))
    }
    var failure: ZipWriteError?
    var names: Set<String> = []
    for entry in entries where failure == nil {
      guard names.insert(entry.name).inserted else {
        failure = .entry(name: entry.name, detail: "duplicate")
        continue
      }
      do throws(ZipWriteError) { try add(entry, to: archive, file: file) } catch {
        failure = error
      }
    }
    // Closing writes the directory and frees the archive, also after a failure.
    errno = 0
    let isClosed = zipClose(archive, nil) == ZIP_OK
    if let failure { throw failure }
    guard isClosed else {
      throw .target(file: file, detail: Diagnostic.systemReason(errno))
    }
  }

  private static func add(
    _ entry: ZipEntry, to archive: zipFile, file: String
  ) throws(ZipWriteError) {
    let content = try EntryContent(entry)
    var info = zip_fileinfo()
    info.dosDate = firstDay
    info.external_fa = permissions
    errno = 0
    guard
      zipOpenNewFileInZip4_64(
        archive, entry.name, &info, nil, 0, nil, 0, nil, content.isPacked ? 0 : Z_DEFLATED, 6, 0,
        -MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, nil, 0, madeBy, namesAreUTF8,
        content.byteCount >= UInt32.max ? 1 : 0) == ZIP_OK
    else { throw .target(file: file, detail: Diagnostic.systemReason(errno)) }
    try content.forEachPiece { (piece) throws(ZipWriteError) in
      guard zipWriteInFileInZip(archive, piece.baseAddress, UInt32(piece.count)) == ZIP_OK else {
        throw .target(file: file, detail: Diagnostic.systemReason(errno))
      }
    }
    guard zipCloseFileInZip(archive) == ZIP_OK else {
      throw .target(file: file, detail: Diagnostic.systemReason(errno))
    }
  }
}

/// What goes into an entry, read piece by piece.
private struct EntryContent: ~Copyable {
  private let entry: ZipEntry
  private let descriptor: Int32
  /// How many bytes it has.
  let byteCount: Int

  init(_ entry: ZipEntry) throws(ZipWriteError) {
    self.entry = entry
    switch entry.content {
    case .bytes(let bytes):
      descriptor = -1
      byteCount = bytes.count
    case .file(let path):
      var status = stat()
      // Not blocking: a pipe of that name has no writer to wait for.
      descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
        let detail = Diagnostic.systemReason(errno)
        if descriptor >= 0 { close(descriptor) }
        throw .entry(name: entry.name, detail: detail)
      }
      guard status.st_mode & S_IFMT == S_IFREG else {
        close(descriptor)
        throw .entry(name: entry.name, detail: "special")
      }
      byteCount = Int(status.st_size)
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  private static let sampleSize = 16 << 10
  private static let sampleCount = 4

  /// Whether compressing spares less than a twentieth, as with photos, scans and containers.
  ///
  /// It is told from samples of the content and not from a name, because evidence is kept under its
  /// digest. What cannot be read counts as not packed; reading it for good says why.
  var isPacked: Bool {
    let sample = sample
    var size = compressBound(UInt(sample.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    guard !sample.isEmpty,
      compress2(&packed, &size, sample, UInt(sample.count), Z_BEST_SPEED) == Z_OK
    else { return false }
    return Int(size) * 20 >= sample.count * 19
  }

  /// The whole of a short content, the middles of equal parts of a long one: its ends are often of
  /// another kind, such as the tables of a PDF.
  private var sample: [UInt8] {
    guard byteCount > Self.sampleSize * Self.sampleCount else { return part(0..<byteCount) }
    let length = byteCount / Self.sampleCount
    return (0..<Self.sampleCount).flatMap { number in
      let start = number * length + (length - Self.sampleSize) / 2
      return part(start..<start + Self.sampleSize)
    }
  }

  private func part(_ range: Range<Int>) -> [UInt8] {
    if case .bytes(let bytes) = entry.content { return Array(bytes[range]) }
    return [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let read = pread(
          descriptor, buffer.baseAddress.map { $0 + count }, range.count - count,
          off_t(range.lowerBound + count))
        if read < 0, errno == EINTR { continue }
        guard read > 0 else { return }
        count += read
      }
    }
  }

  /// Gives the content in pieces of at most 1 MiB.
  func forEachPiece(
    _ body: (UnsafeRawBufferPointer) throws(ZipWriteError) -> Void
  ) throws(ZipWriteError) {
    if case .bytes(let bytes) = entry.content {
      try bytes.withUnsafeBufferPointer { (whole) throws(ZipWriteError) in
        for start in stride(from: 0, to: whole.count, by: 1 << 20) {
          let piece = whole[start..<min(start + 1 << 20, whole.count)]
          try body(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: piece)))
        }
      }
      return
    }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    var given = 0
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      given += max(count, 0)
      // A file that grows while it is read could pass the size the entry was opened for.
      guard count >= 0, given <= byteCount else {
        throw .entry(
          name: entry.name, detail: count < 0 ? Diagnostic.systemReason(errno) : "changed")
      }
      if count == 0 { return }
      try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
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
        remedy: "检查这个文件能否打开，再试一次")
    case .target(let file, let detail):
      Diagnostic(
        code: "archive-target", severity: .error,
        message: "不能写出「\(PrintableText.line(file))」（\(detail)）",
        remedy: "检查文件夹是否存在、能否写入、磁盘是否已满，或换一个\(field: .output(nil))")
    }
  }
}
