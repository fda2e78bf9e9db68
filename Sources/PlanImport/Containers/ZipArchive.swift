import CZip
import Foundation

/// A zip container, in memory or on the disk, opened for reading its parts one by one.
///
/// Invariant: its entry names are unique without regard to case and stay inside of the container;
/// no entry is encrypted; no more than the limits allow is ever inflated.
package final class ZipArchive {
  let file: String
  let limits: ReadLimits
  /// The names of the parts as written, in the container's order; folders end in `/`.
  package private(set) var names: [String] = []
  private let archive: OpaquePointer
  private var entries: [String: Entry] = [:]
  private var inflated = 0

  fileprivate struct Entry {
    var index: UInt64
    var size: Int
    var stored: Int
  }

  /// Opens a container for the time of `body`.
  static func withArchive<Result>(
    _ bytes: [UInt8], file: String, limits: ReadLimits,
    _ body: (ZipArchive) throws(PlanReadError) -> Result
  ) throws(PlanReadError) -> Result {
    try checkEntryCount(bytes, file: file, limits: limits)
    return try bytes.withUnsafeBufferPointer { buffer throws(PlanReadError) in
      let archive = try ZipArchive(buffer, file: file, limits: limits)
      defer { zip_discard(archive.archive) }
      try archive.readDirectory()
      return try body(archive)
    }
  }

  /// Opens a container on the disk for the time of `body`; parts are inflated as they are read.
  ///
  /// - Parameters:
  ///   - path: The container.
  ///   - limits: What it may hold.
  ///   - body: What is done with it.
  /// - Returns: What `body` returns.
  /// - Throws: ``PlanReadError`` when it is missing, not a container, encrypted or damaged.
  package static func withArchive<Result>(
    at path: String, limits: ReadLimits,
    _ body: (ZipArchive) throws(PlanReadError) -> Result
  ) throws(PlanReadError) -> Result {
    let file = (path as NSString).lastPathComponent
    var code: Int32 = 0
    guard let handle = zip_open(path, ZIP_RDONLY, &code) else {
      switch code {
      case ZIP_ER_NOENT: throw .unreadableFile(file: file, reason: "missing")
      case ZIP_ER_OPEN: throw .unreadableFile(file: file, reason: "denied")
      case ZIP_ER_READ: throw .unreadableFile(file: file, reason: "folder")
      default: throw .damaged(file: file, part: "", detail: "archive")
      }
    }
    let archive = ZipArchive(handle, file: file, limits: limits)
    defer { zip_discard(handle) }
    try archive.readDirectory()
    return try body(archive)
  }

  private init(_ archive: OpaquePointer, file: String, limits: ReadLimits) {
    self.archive = archive
    self.file = file
    self.limits = limits
  }

  private init(
    _ buffer: UnsafeBufferPointer<UInt8>, file: String, limits: ReadLimits
  ) throws(PlanReadError) {
    self.file = file
    self.limits = limits
    var failure = zip_error_t()
    zip_error_init(&failure)
    defer { zip_error_fini(&failure) }
    guard
      let source = zip_source_buffer_create(buffer.baseAddress, UInt64(buffer.count), 0, &failure)
    else { throw .damaged(file: file, part: "", detail: "archive") }
    guard let archive = zip_open_from_source(source, Int32(ZIP_RDONLY), &failure) else {
      zip_source_free(source)
      throw .damaged(file: file, part: "", detail: "archive")
    }
    self.archive = archive
  }

  /// Refuses a directory of too many entries before libzip takes memory for each of them.
  private static func checkEntryCount(
    _ bytes: [UInt8], file: String, limits: ReadLimits
  ) throws(PlanReadError) {
    var index = bytes.count - 22
    let lowest = max(0, bytes.count - 22 - 0xFFFF)
    while index >= lowest {
      if bytes[index] == 0x50, bytes[index + 1] == 0x4B, bytes[index + 2] == 0x05,
        bytes[index + 3] == 0x06
      {
        let count = Int(bytes[index + 10]) | Int(bytes[index + 11]) << 8
        if count > limits.entries {
          throw .tooLarge(file: file, what: .entries, limit: limits.entries)
        }
        return
      }
      index -= 1
    }
    throw .damaged(file: file, part: "", detail: "archive")
  }

  private func readDirectory() throws(PlanReadError) {
    let count = zip_get_num_entries(archive, 0)
    if count > limits.entries {
      throw .tooLarge(file: file, what: .entries, limit: limits.entries)
    }
    for index in 0..<UInt64(max(0, count)) {
      var status = zip_stat_t()
      guard zip_stat_index(archive, index, 0, &status) == 0, let bytes = status.name else {
        throw .damaged(file: file, part: "", detail: "archive")
      }
      let name = String(cString: bytes).replacing("\\", with: "/")
      if status.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0,
        status.encryption_method != ZIP_EM_NONE
      {
        throw .encrypted(file: file)
      }
      let steps = name.split(separator: "/", omittingEmptySubsequences: false)
      if name.hasPrefix("/") || name.contains(":") || steps.contains("..") {
        throw .damaged(file: file, part: Self.printable(name), detail: "entry-name")
      }
      let entry = Entry(
        index: index, size: Int(clamping: status.size), stored: Int(clamping: status.comp_size))
      if entries.updateValue(entry, forKey: name.lowercased()) != nil {
        throw .damaged(file: file, part: Self.printable(name), detail: "duplicate")
      }
      names.append(name)
    }
  }

  /// A name as a message can hold it: short and without control characters.
  private static func printable(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.filter { $0.value >= 0x20 }).prefix(60))
  }

  /// Whether there is a part of this name, without regard to case.
  func contains(_ name: String) -> Bool { entries[name.lowercased()] != nil }

  /// Whether a part's name begins so, without regard to case.
  func containsPart(under prefix: String) -> Bool {
    entries.keys.contains { $0.hasPrefix(prefix.lowercased()) }
  }

  /// Opens a part for reading from its start; nil when there is none.
  func open(_ name: String) throws(PlanReadError) -> Part? {
    guard let entry = entries[name.lowercased()] else { return nil }
    try check(entry.size, of: entry)
    guard let handle = zip_fopen_index(archive, entry.index, 0) else {
      throw .damaged(file: file, part: name, detail: "inflate")
    }
    return Part(name: name, archive: self, handle: handle, entry: entry)
  }

  /// The size of a part in bytes as the directory states it; nil when there is no such part.
  package func size(of name: String) -> Int? { entries[name.lowercased()]?.size }

  /// The content of a part; nil when there is none.
  package func bytes(of name: String) throws(PlanReadError) -> [UInt8]? {
    guard let part = try open(name) else { return nil }
    var bytes: [UInt8] = []
    try part.readPieces { (piece) throws(PlanReadError) in bytes += piece }
    return bytes
  }

  /// Gives the content of a part piece by piece, for files of any size.
  ///
  /// - Parameters:
  ///   - name: The part.
  ///   - body: Takes one piece, at most 1 MiB; it throws to stop.
  /// - Returns: Whether there is such a part.
  /// - Throws: ``PlanReadError`` when the part is damaged.
  package func withPieces(
    of name: String, _ body: (UnsafeRawBufferPointer) throws(PlanReadError) -> Void
  ) throws(PlanReadError) -> Bool {
    guard let part = try open(name) else { return false }
    try part.readPieces(body)
    return true
  }

  private func check(_ size: Int, of entry: Entry) throws(PlanReadError) {
    if inflated + size > limits.partBytes {
      throw .tooLarge(file: file, what: .partBytes, limit: limits.partBytes)
    }
    if size > 1 << 20, size / max(entry.stored, 1) > limits.ratio {
      throw .tooLarge(file: file, what: .ratio, limit: limits.ratio)
    }
  }

  /// A part while it is inflated.
  final class Part {
    let name: String
    let archive: ZipArchive
    private let handle: OpaquePointer
    private let entry: Entry
    private var count = 0

    fileprivate init(name: String, archive: ZipArchive, handle: OpaquePointer, entry: Entry) {
      self.name = name
      self.archive = archive
      self.handle = handle
      self.entry = entry
    }

    deinit { zip_fclose(handle) }

    /// Reads to the end, piece by piece.
    func readPieces(
      _ body: (UnsafeRawBufferPointer) throws(PlanReadError) -> Void
    ) throws(PlanReadError) {
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
      defer { buffer.deallocate() }
      while true {
        let count = try read(into: buffer)
        if count == 0 { return }
        try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
    }

    /// Fills the buffer; returns the number of bytes, zero at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(PlanReadError) -> Int {
      let number = Int(zip_fread(handle, buffer.baseAddress, UInt64(buffer.count)))
      if number < 0 { throw .damaged(file: archive.file, part: name, detail: "inflate") }
      count += number
      // The directory may lie about the size.
      try archive.check(count, of: entry)
      if number == 0 { archive.inflated += count }
      return number
    }
  }
}
