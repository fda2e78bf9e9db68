import Foundation
import OfficeFiles
import TaskLedger
import TestSupport
import Testing

@Suite("Containers that are written")
struct ZipWriterTests {
  private let entries = [
    ZipEntry(name: "03 坚持精简原则/3.1/证-3.1-01 通知.pdf", content: .bytes([1, 2, 3])),
    ZipEntry(name: "目录.md", text: String(repeating: "一行文字\n", count: 1000)),
    ZipEntry(name: "空.txt", text: ""),
  ]

  @Test("What is written is read again, with Chinese names")
  func roundTrip() throws {
    try ScratchFolder.with { folder in
      let path = folder + "/a.zip"
      let file = folder + "/佐证.bin"
      let large = [UInt8](repeating: 7, count: 3 << 20)
      try Data(large).write(to: URL(fileURLWithPath: file))
      try ZipWriter.write(
        entries + [ZipEntry(name: "大.bin", content: .file(file))], to: path)
      try ZipArchive.withArchive(at: path, limits: .ownContainer) {
        (archive) throws(DocumentReadError) in
        #expect(archive.names == entries.map(\.name) + ["大.bin"])
        #expect(try archive.bytes(of: entries[0].name) == [1, 2, 3])
        #expect(try archive.bytes(of: "空.txt") == [])
        #expect(archive.size(of: "大.bin") == large.count)
        #expect(try archive.bytes(of: "大.bin") == large)
        #expect(try archive.bytes(of: "没有") == nil)
      }
      let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(permissions as? Int == 0o600)
    }
  }

  @Test("What cannot be written is called what the person calls it")
  func namedInErrors() throws {
    try ScratchFolder.with { folder in
      let draft = folder + "/没有/draft.zip"
      for (name, wanted) in [("报送.zip", "报送.zip"), (nil, "draft.zip")] {
        let error = try #require(throws: ZipWriteError.self) {
          try ZipWriter.write(entries, to: draft, named: name)
        }
        guard case .target(wanted, _) = error else {
          Issue.record("\(error)")
          continue
        }
      }
    }
  }

  @Test("The same entries give the same bytes, in memory and on the disk")
  func deterministic() throws {
    try ScratchFolder.with { folder in
      let path = folder + "/a.zip"
      try ZipWriter.write(entries, to: path)
      let once = try ZipWriter.bytes(of: entries, file: "a.zip")
      #expect(try ZipWriter.bytes(of: entries, file: "b.zip") == once)
      #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) == once)
    }
  }

  @Test("A taken name, a missing file and a present target are errors that leave nothing")
  func refusals() throws {
    try ScratchFolder.with { folder in
      let path = folder + "/a.zip"
      let twice = [entries[0], entries[0]]
      let missing = [ZipEntry(name: "x", content: .file(folder + "/没有"))]
      for wrong in [twice, missing] {
        let error = #expect(throws: ZipWriteError.self) { try ZipWriter.write(wrong, to: path) }
        #expect(error?.diagnostic.code == "archive-entry")
        #expect(!FileManager.default.fileExists(atPath: path))
      }
      try Data("别人的".utf8).write(to: URL(fileURLWithPath: path))
      let error = #expect(throws: ZipWriteError.self) { try ZipWriter.write(entries, to: path) }
      #expect(error?.diagnostic.code == "archive-target")
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "别人的")
      let nowhere = #expect(throws: ZipWriteError.self) {
        try ZipWriter.write(entries, to: folder + "/没有/a.zip")
      }
      #expect(nowhere?.diagnostic.code == "archive-target")
    }
  }

  @Test("A file that is no container is named as one")
  func noContainer() throws {
    try ScratchFolder.with { folder in
      let path = folder + "/a.zip"
      try Data("不是压缩包".utf8).write(to: URL(fileURLWithPath: path))
      let error = #expect(throws: DocumentReadError.self) {
        try ZipArchive.withArchive(at: path, limits: .ownContainer) { $0.names }
      }
      #expect(error == .damaged(file: "a.zip", part: "", detail: "archive"))
      let missing = #expect(throws: DocumentReadError.self) {
        try ZipArchive.withArchive(at: folder + "/b.zip", limits: .ownContainer) { $0.names }
      }
      #expect(missing == .unreadableFile(file: "b.zip", reason: "missing"))
    }
  }

  /// What comes of reading a part of a container after some of its bytes were changed.
  private func reading(
    _ name: String, of bytes: [UInt8]
  ) throws -> Result<[UInt8]?, DocumentReadError> {
    try ScratchFolder.with { folder in
      let path = folder + "/a.zip"
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      do throws(DocumentReadError) {
        return .success(
          try ZipArchive.withArchive(at: path, limits: .ownContainer) {
            (archive) throws(DocumentReadError) in try archive.bytes(of: name)
          })
      } catch {
        return .failure(error)
      }
    }
  }

  @Test("A part whose bytes or whose size are not those of the directory is damaged")
  func contentIsChecked() throws {
    let damaged = DocumentReadError.damaged(file: "a.zip", part: "a.jpg", detail: "inflate")
    let content = Array("stored as it is".utf8)
    let whole = try ZipWriter.bytes(
      of: [ZipEntry(name: "a.jpg", content: .bytes(content))], file: "a.zip")
    #expect(try reading("a.jpg", of: whole) == .success(content))
    let start = try #require(whole.firstRange(of: content)).lowerBound
    for place in start..<start + content.count {
      var changed = whole
      changed[place] ^= 1
      #expect(try reading("a.jpg", of: changed) == .failure(damaged))
    }
    // The size in the directory: 24 bytes behind its mark.
    let directory = try #require(whole.firstRange(of: [0x50, 0x4B, 0x01, 0x02])).lowerBound
    for size in [UInt8(content.count - 1), UInt8(content.count + 1)] {
      var changed = whole
      changed[directory + 24] = size
      #expect(try reading("a.jpg", of: changed) == .failure(damaged))
    }
  }

  @Test("What cannot be made smaller is stored, whatever its name, and text is made smaller")
  func packedContent() throws {
    var dice = SplitMix64(seed: 1)
    let noise = (0..<200_000).map { _ in UInt8.random(in: 0...255, using: &dice) }
    let text = Array(String(repeating: "已按方案推进并留存材料。", count: 6000).utf8)
    // Only the beginning is text.
    let photo = Array(text[..<16_384]) + noise
    try ScratchFolder.with { folder in
      for (content, isStored) in [(noise, true), (photo, true), (text, false), ([], false)] {
        let path = folder + "/1f0c"
        try Data(content).write(to: URL(fileURLWithPath: path))
        for way in [ZipEntry.Content.bytes(content), .file(path)] {
          let size = try ZipWriter.bytes(
            of: [ZipEntry(name: "evidence/1f0c", content: way)], file: "a.zip"
          ).count
          #expect(isStored ? size > content.count : size < content.count / 10 + 200)
        }
      }
    }
  }

  @Test("Names that Chinese Windows packs in its own encoding are read")
  func namesInGB18030() throws {
    let name: [UInt8] = [0xB7, 0xBD, 0xB0, 0xB8]  // 方案
    let bytes = try ZipWriter.bytes(
      of: [ZipEntry(name: "abcd", content: .bytes([1]))], file: "a.zip")
    var changed = bytes
    for _ in 0..<2 {
      let place = try #require(changed.firstRange(of: Array("abcd".utf8)))
      changed.replaceSubrange(place, with: name)
    }
    #expect(try reading("方案", of: changed) == .success([1]))
  }

  /// The container of one entry, its numbers in fields of 64 bits as large containers have them.
  private func large(_ content: [UInt8], changing change: (inout [UInt64]) -> Void = { _ in })
    throws -> [UInt8]
  {
    let whole = try ZipWriter.bytes(
      of: [ZipEntry(name: "a.jpg", content: .bytes(content))], file: "a.zip")
    func little(_ number: UInt64, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
    }
    let directory = try #require(whole.firstRange(of: [0x50, 0x4B, 0x01, 0x02])).lowerBound
    var numbers: [UInt64] = [UInt64(content.count), UInt64(content.count), 0]
    change(&numbers)
    var entry = Array(whole[directory..<directory + 46 + 5])
    for place in [20, 24, 42] {
      entry.replaceSubrange(place..<place + 4, with: [0xFF, 0xFF, 0xFF, 0xFF])
    }
    entry.replaceSubrange(30..<32, with: little(28, 2))
    entry += little(1, 2)
    entry += little(24, 2)
    for number in numbers { entry += little(number, 8) }
    let end = whole[..<directory].count + entry.count
    var bytes = Array(whole[..<directory]) + entry
    // The end of the directory with its large fields, where it is, and the end as it always was.
    let fields: [(UInt64, Int)] = [
      (0x0606_4B50, 4), (44, 8), (45, 2), (45, 2), (0, 4), (0, 4), (1, 8), (1, 8),
      (UInt64(entry.count), 8), (UInt64(directory), 8),
      (0x0706_4B50, 4), (0, 4), (UInt64(end), 8), (1, 4),
      (0x0605_4B50, 4), (0, 4), (0xFFFF, 2), (0xFFFF, 2), (0xFFFF_FFFF, 4), (0xFFFF_FFFF, 4),
      (0, 2),
    ]
    for (number, count) in fields { bytes += little(number, count) }
    return bytes
  }

  @Test("Sizes and places of 64 bits are read, and none of them traps")
  func zip64() throws {
    let content = Array("large in name only".utf8)
    #expect(try reading("a.jpg", of: try large(content)) == .success(content))
    for place in 0..<3 {
      for number in [UInt64.max, UInt64(Int.max), 1 << 40, UInt64(content.count) + 1] {
        let result = try reading("a.jpg", of: try large(content) { $0[place] = number })
        guard case .failure = result else {
          Issue.record("number \(place) as \(number) gave \(result)")
          continue
        }
      }
    }
  }

  @Test("A part stays at its end, and parts are read in any order")
  func anyOrder() throws {
    let bytes = try ZipWriter.bytes(
      of: ["a", "b"].map { ZipEntry(name: $0, text: String(repeating: $0, count: 100)) },
      file: "a.zip")
    try ScratchFolder.with { folder in
      let path = folder + "/a.zip"
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      try ZipArchive.withArchive(at: path, limits: .ownContainer) {
        (archive) throws(DocumentReadError) in
        for _ in 0..<2 {
          for name in ["b", "a"] {
            let expected = [UInt8](repeating: Array(name.utf8)[0], count: 100)
            #expect(try archive.bytes(of: name) == expected)
          }
        }
      }
    }
  }
}
