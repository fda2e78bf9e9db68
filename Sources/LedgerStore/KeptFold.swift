import Foundation
package import TaskLedger

/// The file that keeps the fold of a long log up to one of its entries (快照).
///
/// Never a second truth: it names the entry and the digest it rests on, and one that does not fit
/// the log, was damaged or is of another format is not read; `verify` holds its content against the
/// log. Whatever is not read is folded again.
///
/// Invariant: the directory of a value was read whole and fits its digest.
package struct KeptFold {
  /// Where the log stood.
  package let head: LogHead
  /// The latest day on which one of the entries counts.
  package let latest: CivilDate
  private let itemCount: Int
  private let parts: [Part]
  private let path: String

  /// One piece of the file.
  private struct Part {
    var offset: Int
    var count: Int
    var digest: EvidenceDigest
  }

  private static let mark = "xiaohao-fold"
  private static let digestCount = 64
  private static let mostItems = 1 << 32
  /// Nearly every directory fits into the first; one beyond the second is none of ours.
  private static let directoryBytes = [16 << 10, 1 << 20]

  /// Reads the directory of a file; nil when there is none that can be used.
  package init?(of folder: LedgerFolder) {
    path = folder.keptFold
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var start: [UInt8] = []
    for count in Self.directoryBytes where !start.contains(0) {
      guard let read = Self.read(descriptor, at: 0, count: count + Self.digestCount) else {
        return nil
      }
      start = read
    }
    guard let end = start.firstIndex(of: 0), start.count - end > Self.digestCount,
      EventChain.digest(of: Array(start[..<end])).description
        == String(decoding: start[(end + 1)...].prefix(Self.digestCount), as: UTF8.self)
    else { return nil }
    let lines = String(decoding: start[..<end], as: UTF8.self).split(separator: "\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 6, words[0] == Self.mark, words[1] == "\(LedgerImage.format)",
      let sequence = Int(words[2]), let latest = CivilDate(String(words[4])),
      let itemCount = Int(words[5]), (0...Self.mostItems).contains(itemCount)
    else { return nil }
    head = LogHead(sequence: sequence, digest: String(words[3]))
    self.latest = latest
    self.itemCount = itemCount
    var parts: [Part] = []
    var offset = end + 1 + Self.digestCount
    for line in lines.dropFirst() {
      let words = line.split(separator: " ")
      guard words.count == 2, let count = Int(words[0]), count >= 0, count <= Int.max - offset,
        let digest = EvidenceDigest(String(words[1]))
      else { return nil }
      parts.append(Part(offset: offset, count: count, digest: digest))
      offset += count
    }
    let pieces = (itemCount + LedgerImage.pieceSize - 1) / LedgerImage.pieceSize
    guard parts.count == pieces + 1 else { return nil }
    self.parts = parts
  }

  /// Reads the ledger, its pieces side by side; nil when it was damaged.
  package func ledger() -> Ledger? {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard let frame = Self.content(of: parts[0], descriptor) else { return nil }
    HeapGrowth.expectMuch()
    var isWhole = true
    let items = [ItemState](unsafeUninitializedCapacity: itemCount) { places, filled in
      // Every thread writes only to the places of its own piece.
      nonisolated(unsafe) let places = places
      let wasRead = SideBySide.map(parts.count - 1) { index in
        guard let bytes = Self.content(of: parts[index + 1], descriptor) else { return false }
        let own = UnsafeMutableBufferPointer(rebasing: places[itemRange(of: index)])
        let read: Void? = bytes.withUnsafeBytes {
          try? LedgerImage.readStates(in: $0, into: own)
        }
        return read != nil
      }
      isWhole = !wasRead.contains(false)
      if isWhole {
        filled = itemCount
      } else {
        for (index, wasRead) in wasRead.enumerated() where wasRead {
          places[itemRange(of: index)].deinitialize()
        }
      }
    }
    guard isWhole else { return nil }
    return frame.withUnsafeBytes { try? LedgerImage.ledger(frame: $0, items: items) }
  }

  /// The items of a piece among all.
  private func itemRange(of piece: Int) -> Range<Int> {
    let start = piece * LedgerImage.pieceSize
    return start..<min(start + LedgerImage.pieceSize, itemCount)
  }

  private static func content(of part: Part, _ descriptor: Int32) -> [UInt8]? {
    guard let bytes = read(descriptor, at: part.offset, count: part.count),
      bytes.count == part.count, EventChain.digest(of: bytes) == part.digest
    else { return nil }
    return bytes
  }

  /// Reads up to so many bytes; nil when the disk refuses.
  private static func read(_ descriptor: Int32, at offset: Int, count: Int) -> [UInt8]? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    let count = min(count, max(0, Int(status.st_size) - offset))
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let step = pread(
          descriptor, buffer.baseAddress.map { $0 + filled }, count - filled,
          off_t(offset + filled))
        if step < 0, errno == EINTR { continue }
        guard step > 0 else {
          failed = step < 0
          return
        }
        filled += step
      }
    }
    return failed ? nil : bytes
  }

  /// Writes the fold of a log; the file appears whole or not at all.
  ///
  /// It is not synced: a file that a power cut left in pieces does not fit its digests.
  ///
  /// - Parameters:
  ///   - ledger: The fold of all entries up to one.
  ///   - head: That entry.
  ///   - latest: The latest day on which one of the entries counts.
  ///   - folder: The ledger's folder.
  /// - Throws: ``StoreError`` when the file cannot be written.
  package static func write(
    _ ledger: Ledger, at head: LogHead, latest: CivilDate, in folder: LedgerFolder
  ) throws {
    let parts = [try LedgerImage.frame(of: ledger)] + LedgerImage.pieces(of: ledger)
    var directory =
      "\(mark) \(LedgerImage.format) \(head.sequence) \(head.digest) \(latest) "
      + "\(ledger.items.count)\n"
    for part in parts { directory += "\(part.count) \(EventChain.digest(of: part))\n" }
    let draft = "\(folder.keptFold).new-\(UUID().uuidString.prefix(8))"
    let file = try NewFile(at: draft)
    let start = Array(directory.utf8)
    try file.write(start + [0] + Array(EventChain.digest(of: start).description.utf8))
    for part in parts { try file.write(part) }
    guard rename(draft, folder.keptFold) == 0 else {
      throw FileSystem.error(at: folder.keptFold, number: errno)
    }
    file.keep()
  }
}
