import Foundation
import PlanImport
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
        (archive) throws(PlanReadError) in
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
      let error = #expect(throws: PlanReadError.self) {
        try ZipArchive.withArchive(at: path, limits: .ownContainer) { $0.names }
      }
      #expect(error == .damaged(file: "a.zip", part: "", detail: "archive"))
      let missing = #expect(throws: PlanReadError.self) {
        try ZipArchive.withArchive(at: folder + "/b.zip", limits: .ownContainer) { $0.names }
      }
      #expect(missing == .unreadableFile(file: "b.zip", reason: "missing"))
    }
  }
}
