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
  private let archive: unzFile
  private var entries: [String: Entry] = [:]
  private var inflated = 0
  /// Counts the parts opened: minizip inflates one at a time.
  private var opened = 0

  fileprivate struct Entry {
    var position: unz64_file_pos
    var size: Int
    var stored: Int
  }

  /// Opens a container for the time of `body`.
  static func withArchive<Result>(
    _ bytes: [UInt8], file: String, limits: ReadLimits,
    _ body: (ZipArchive) throws(PlanReadError) -> Result
  ) throws(PlanReadError) -> Result {
    try bytes.withUnsafeBufferPointer { buffer throws(PlanReadError) in
      let memory = ZipMemory(reading: buffer)
      defer { withExtendedLifetime(memory) {} }
      var functions = memory.functions
      return try withHandle(unzOpen2_64("", &functions), file: file, limits: limits, body)
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
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw .unreadableFile(
        file: file, reason: errno == ENOENT || errno == ENOTDIR ? "missing" : "denied")
    }
    if status.st_mode & S_IFMT == S_IFDIR { throw .unreadableFile(file: file, reason: "folder") }
    guard access(path, R_OK) == 0 else { throw .unreadableFile(file: file, reason: "denied") }
    return try withHandle(unzOpen64(path), file: file, limits: limits, body)
  }

  private static func withHandle<Result>(
    _ handle: unzFile?, file: String, limits: ReadLimits,
    _ body: (ZipArchive) throws(PlanReadError) -> Result
  ) throws(PlanReadError) -> Result {
    guard let handle else { throw .damaged(file: file, part: "", detail: "archive") }
    defer { unzClose(handle) }
    let archive = ZipArchive(handle, file: file, limits: limits)
    try archive.readDirectory()
    return try body(archive)
  }

  private init(_ archive: unzFile, file: String, limits: ReadLimits) {
    self.archive = archive
    self.file = file
    self.limits = limits
  }

  private func readDirectory() throws(PlanReadError) {
    var info = unz_global_info64()
    guard unzGetGlobalInfo64(archive, &info) == UNZ_OK else { throw damagedDirectory }
    if info.number_entry > UInt64(limits.entries) {
      throw .tooLarge(file: file, what: .entries, limit: limits.entries)
    }
    var name = [UInt8](repeating: 0, count: 1 << 16)
    for index in 0..<info.number_entry {
      guard (index == 0 ? unzGoToFirstFile(archive) : unzGoToNextFile(archive)) == UNZ_OK else {
        throw damagedDirectory
      }
      var status = unz_file_info64()
      var position = unz64_file_pos()
      let isRead = name.withUnsafeMutableBytes { space in
        unzGetCurrentFileInfo64(
          archive, &status, space.baseAddress?.assumingMemoryBound(to: CChar.self),
          UInt(space.count), nil, 0, nil, 0) == UNZ_OK
          && unzGetFilePos64(archive, &position) == UNZ_OK
      }
      guard isRead, status.size_filename < name.count else { throw damagedDirectory }
      if status.flag & 1 != 0 { throw .encrypted(file: file) }
      try addEntry(
        named: Self.name(name[..<Int(status.size_filename)]),
        Entry(
          position: position, size: Int(clamping: status.uncompressed_size),
          stored: Int(clamping: status.compressed_size)))
    }
  }

  private var damagedDirectory: PlanReadError {
    .damaged(file: file, part: "", detail: "archive")
  }

  private func addEntry(named name: String, _ entry: Entry) throws(PlanReadError) {
    let steps = name.split(separator: "/", omittingEmptySubsequences: false)
    if name.isEmpty || name.hasPrefix("/") || name.contains(":") || name.contains("\0")
      || steps.contains("..")
    {
      throw .damaged(file: file, part: Self.printable(name), detail: "entry-name")
    }
    if entries.updateValue(entry, forKey: name.lowercased()) != nil {
      throw .damaged(file: file, part: Self.printable(name), detail: "duplicate")
    }
    names.append(name)
  }

  /// The name of an entry: UTF-8, or what Chinese Windows packs without saying so.
  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    let name =
      String(validating: bytes, as: UTF8.self) ?? TextDecoding.gb18030(Array(bytes))
      ?? String(decoding: bytes, as: UTF8.self)
    return name.replacing("\\", with: "/")
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

  /// Opens a part for reading from its start and ends the reading of the one before; nil when
  /// there is none.
  func open(_ name: String) throws(PlanReadError) -> Part? {
    guard let entry = entries[name.lowercased()] else { return nil }
    try check(entry.size, of: entry)
    var position = entry.position
    unzCloseCurrentFile(archive)
    guard unzGoToFilePos64(archive, &position) == UNZ_OK, unzOpenCurrentFile(archive) == UNZ_OK
    else { throw .damaged(file: file, part: name, detail: "inflate") }
    opened += 1
    return Part(name: name, archive: self, turn: opened, entry: entry)
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

  /// A part while it is inflated, until the next one is opened.
  final class Part {
    let name: String
    let archive: ZipArchive
    private let turn: Int
    private let entry: Entry
    private var count = 0
    private var isAtEnd = false

    fileprivate init(name: String, archive: ZipArchive, turn: Int, entry: Entry) {
      self.name = name
      self.archive = archive
      self.turn = turn
      self.entry = entry
    }

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
    ///
    /// The end is only reached by a part that has the size and the checksum the directory states.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(PlanReadError) -> Int {
      if isAtEnd { return 0 }
      precondition(turn == archive.opened, "another part has been opened since")
      let number = Int(
        unzReadCurrentFile(archive.archive, buffer.baseAddress, UInt32(clamping: buffer.count)))
      if number > 0 {
        count += number
        // The directory may lie about the size.
        try archive.check(count, of: entry)
        return number
      }
      guard number == 0, count == entry.size, unzCloseCurrentFile(archive.archive) != UNZ_CRCERROR
      else { throw .damaged(file: archive.file, part: name, detail: "inflate") }
      archive.inflated += count
      isAtEnd = true
      return 0
    }
  }
}
