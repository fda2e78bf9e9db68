import Foundation
import LedgerStore
import TaskLedger
import Testing

struct EvidenceVaultTests {
  private let cabinet: Cabinet
  private let vault: EvidenceVault

  init() throws {
    cabinet = try Cabinet()
    vault = EvidenceVault(folder: cabinet.folder)
  }

  private func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let url = cabinet.root.appendingPathComponent(name)
    try Data(bytes).write(to: url)
    return url.path
  }

  private func staging() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: cabinet.folder.evidence + "/.staging")
  }

  @Test func `a file is known by its content`() throws {
    let staged = try vault.stage(fileAt: try file("空白.txt", Array("abc".utf8)))
    #expect(
      staged.digest.description
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(staged.byteCount == 3)
    #expect(vault.condition(of: staged.digest) == .missing)
    try vault.place(staged)
    #expect(vault.condition(of: staged.digest) == .sound)
    #expect(try staging().isEmpty)
  }

  @Test func `the same content is stored once`() throws {
    let first = try cabinet.attach("同一份", named: "甲.txt")
    let files = try FileManager.default.subpathsOfDirectory(atPath: cabinet.folder.evidence)
    #expect(throws: AppendError.self) { try cabinet.attach("同一份", named: "乙.txt") }
    #expect(try FileManager.default.subpathsOfDirectory(atPath: cabinet.folder.evidence) == files)
    #expect(vault.condition(of: first) == .sound)
    #expect(try staging().isEmpty)
  }

  @Test func `links, folders, empty, missing and large files are refused`() throws {
    let target = try file("目标.pdf", Array("%PDF-".utf8))
    let link = cabinet.root.appendingPathComponent("链接.pdf").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    #expect(throws: StoreError.evidenceNotRegular(path: link)) { try vault.stage(fileAt: link) }
    let folder = cabinet.root.path
    #expect(throws: StoreError.evidenceNotRegular(path: folder)) { try vault.stage(fileAt: folder) }
    let empty = try file("空.pdf", [])
    #expect(throws: StoreError.evidenceEmpty(path: empty)) { try vault.stage(fileAt: empty) }
    let missing = folder + "/没有.pdf"
    #expect(throws: StoreError.evidenceUnreadable(path: missing, reason: "missing")) {
      try vault.stage(fileAt: missing)
    }
    var small = vault
    small.sizeLimit = 4
    #expect(throws: StoreError.evidenceTooLarge(path: target, bytes: 5, limit: 4)) {
      try small.stage(fileAt: target)
    }
    #expect(try staging().isEmpty)
  }

  struct Sample: CustomTestStringConvertible {
    var head: [UInt8]
    var type: String
    var testDescription: String { type }
  }

  @Test(arguments: [
    Sample(head: Array("%PDF-1.7".utf8), type: "application/pdf"),
    Sample(head: [0xFF, 0xD8, 0xFF, 0xE0], type: "image/jpeg"),
    Sample(head: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], type: "image/png"),
    Sample(head: Array("文字".utf8), type: "text/plain"),
    Sample(head: [0, 1, 2], type: "application/octet-stream"),
    Sample(
      head: [0x50, 0x4B, 3, 4] + Array("xxword/document.xml".utf8),
      type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  ])
  func `the type is recognised by content`(_ sample: Sample) throws {
    let staged = try vault.stage(fileAt: try file("材料.bin", sample.head))
    defer { vault.discard(staged) }
    #expect(staged.mediaType == sample.type)
  }

  @Test func `a name is made safe and keeps its Chinese`() throws {
    let staged = try vault.stage(fileAt: try file("附件\u{7}一\u{202E}fdp.exe", [1]))
    defer { vault.discard(staged) }
    #expect(staged.fileName == "附件一fdp.exe")
  }
}
