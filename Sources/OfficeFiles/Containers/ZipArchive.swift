import Foundation
import TaskLedger

/// A zip container, in memory or on the disk, opened for reading its parts one by one.
///
/// Invariant: its entry names are unique without regard to case and stay inside of the container;
/// no entry is encrypted; no more than the limits allow is ever inflated.
package final class ZipArchive {
  let file: String
  let limits: ReadLimits
  /// The names of the parts as written, in the container's order; folders end in `/`.
  package private(set) var names: [String] = []
  private let source: ZipSource
  private var entries: [String: ZipDirectory.Entry] = [:]
  private var inflated = 0

  /// Opens a container for the time of `body`.
  static func withArchive<Result>(
    _ bytes: [UInt8], file: String, limits: ReadLimits,
    _ body: (ZipArchive) throws(DocumentReadError) -> Result
  ) throws(DocumentReadError) -> Result {
    try bytes.withUnsafeBufferPointer { buffer throws(DocumentReadError) in
      try body(try ZipArchive(.memory(buffer), file: file, limits: limits))
    }
  }

  /// Opens a container on the disk for the time of `body`; parts are inflated as they are read.
  ///
  /// - Parameters:
  ///   - path: The container.
  ///   - limits: What it may hold.
  ///   - body: What is done with it.
  /// - Returns: What `body` returns.
  /// - Throws: ``DocumentReadError`` when it is missing, not a container, encrypted or damaged.
  package static func withArchive<Result>(
    at path: String, limits: ReadLimits,
    _ body: (ZipArchive) throws(DocumentReadError) -> Result
  ) throws(DocumentReadError) -> Result {
    let file = (path as NSString).lastPathComponent
    let (descriptor, size) = try FileBytes.open(path, name: file)
    defer { close(descriptor) }
    let source = ZipSource.file(descriptor: descriptor, count: size)
    return try body(try ZipArchive(source, file: file, limits: limits))
  }

  private init(
    _ source: ZipSource, file: String, limits: ReadLimits
  ) throws(DocumentReadError) {
    self.source = source
    self.file = file
    self.limits = limits
    guard let directory = ZipDirectory(of: source) else { throw damagedDirectory }
    if directory.count > limits.entries {
      throw .tooLarge(file: file, what: .entries, limit: limits.entries)
    }
    let isWhole = try directory.forEachEntry { (entry) throws(DocumentReadError) in
      if entry.isEncrypted { throw .encrypted(file: file) }
      try addEntry(named: Self.name(entry.name), entry)
    }
    guard isWhole else { throw damagedDirectory }
  }

  private var damagedDirectory: DocumentReadError {
    .damaged(file: file, part: "", detail: "archive")
  }

  private func addEntry(
    named name: String, _ entry: ZipDirectory.Entry
  ) throws(DocumentReadError) {
    let steps = ScalarText.split(name, at: "/")
    if name.isEmpty || steps[0].isEmpty || ScalarText.contains([":", "\0"], in: name)
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
    return ScalarText.replacing(["\\"], in: name, with: "/")
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
  func open(_ name: String) throws(DocumentReadError) -> Part? {
    guard let entry = entries[name.lowercased()] else { return nil }
    try check(entry.size, of: entry)
    guard let inflater = ZipInflater(entry, in: source) else {
      throw .damaged(file: file, part: name, detail: "inflate")
    }
    return Part(name: name, archive: self, inflater: inflater, entry: entry)
  }

  /// The size of a part in bytes as the directory states it; nil when there is no such part.
  package func size(of name: String) -> Int? { entries[name.lowercased()]?.size }

  /// The content of a part; nil when there is none.
  package func bytes(of name: String) throws(DocumentReadError) -> [UInt8]? {
    guard let part = try open(name) else { return nil }
    var bytes: [UInt8] = []
    try part.readPieces { (piece) throws(DocumentReadError) in bytes += piece }
    return bytes
  }

  /// Gives the content of a part piece by piece, for files of any size.
  ///
  /// - Parameters:
  ///   - name: The part.
  ///   - body: Takes one piece, at most 1 MiB; it throws to stop.
  /// - Returns: Whether there is such a part.
  /// - Throws: ``DocumentReadError`` when the part is damaged.
  package func withPieces(
    of name: String, _ body: (UnsafeRawBufferPointer) throws(DocumentReadError) -> Void
  ) throws(DocumentReadError) -> Bool {
    guard let part = try open(name) else { return false }
    try part.readPieces(body)
    return true
  }

  private func check(
    _ size: Int, of entry: ZipDirectory.Entry
  ) throws(DocumentReadError) {
    if size > limits.partBytes - inflated {
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
    private let inflater: ZipInflater
    private let entry: ZipDirectory.Entry
    private var count = 0
    private var isAtEnd = false

    fileprivate init(
      name: String, archive: ZipArchive, inflater: ZipInflater, entry: ZipDirectory.Entry
    ) {
      self.name = name
      self.archive = archive
      self.inflater = inflater
      self.entry = entry
    }

    /// Reads to the end, piece by piece.
    func readPieces(
      _ body: (UnsafeRawBufferPointer) throws(DocumentReadError) -> Void
    ) throws(DocumentReadError) {
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
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(DocumentReadError) -> Int {
      if isAtEnd { return 0 }
      let number: Int
      do throws(ZipInflater.Damage) {
        number = try inflater.read(into: buffer)
      } catch {
        throw .damaged(file: archive.file, part: name, detail: "inflate")
      }
      count += number
      // The directory may lie about the size.
      try archive.check(count, of: entry)
      if number == 0 {
        archive.inflated += count
        isAtEnd = true
      }
      return number
    }
  }
}
