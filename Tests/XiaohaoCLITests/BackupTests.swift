import Foundation
import OfficeFiles
import TestSupport
import Testing
import XiaohaoCLI

/// Backups are whole, read back and restored to the same ledger, or not at all.
struct BackupTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.write("方案.pdf", Array("%PDF-1.4 sample".utf8))
    try desk.write("照片.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3])
    TourTests.walk(desk, plan: Desk.samplePlan, school: "南岭工程职业学院")
    let tasks = desk.folder.appendingPathComponent("台账/tasks")
    try FileManager.default.createDirectory(at: tasks, withIntermediateDirectories: true)
    try desk.write("台账/tasks/departments.md", Array("| 规范名称 | 别名 |\n|---|---|\n".utf8))
  }

  private func backup(_ name: String = "备份.zip", _ options: String = "") -> Desk.Outcome {
    desk.run("backup \(name) --ledger 台账 --today 2020-09-01 \(options)")
  }

  /// The parts of a backup, to be changed and packed again.
  private func parts(_ name: String = "备份.zip") throws -> [ZipFixture.Entry] {
    try ZipArchive.withArchive(at: desk.path(name), limits: .ownContainer) {
      (archive) throws(DocumentReadError) in
      var entries: [ZipFixture.Entry] = []
      for name in archive.names {
        entries.append(.init(name: name, bytes: try archive.bytes(of: name) ?? []))
      }
      return entries
    }
  }

  private func evidenceFiles(of ledger: String = "台账") throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: desk.path(ledger + "/evidence"))
      .filter { $0.count == 67 }.sorted()
  }

  @Test func `a restored ledger has the same head, entries, evidence and own files`() throws {
    let made = backup()
    #expect(made.status == .fine, "\(made.messages)")
    let head = try desk.json("verify --json --ledger 台账")["head"] as? String
    #expect(made.output.contains(try #require(head)))
    let restored = desk.run("restore 备份.zip --ledger 新")
    #expect(restored.status == .fine, "\(restored.messages)")
    #expect(try desk.json("verify --json --ledger 新")["head"] as? String == head)
    #expect(
      desk.run("export --events --ledger 新").output
        == desk.run("export --events --ledger 台账").output)
    #expect(try evidenceFiles(of: "新") == evidenceFiles())
    #expect(try desk.text("新/tasks/departments.md") == desk.text("台账/tasks/departments.md"))
    #expect(try desk.mode("备份.zip") == 0o600)
    #expect(try desk.mode("新") == 0o700)
    #expect(try desk.mode("新/evidence") == 0o700)
    #expect(try desk.mode("新/ledger.sqlite") == 0o600)
    #expect(try desk.mode("新/evidence/" + evidenceFiles()[0]) == 0o600)
  }

  @Test func `the same ledger gives the same bytes`() throws {
    _ = backup("一.zip")
    _ = backup("二.zip")
    let first = try Data(contentsOf: desk.folder.appendingPathComponent("一.zip"))
    #expect(try Data(contentsOf: desk.folder.appendingPathComponent("二.zip")) == first)
  }

  @Test func `an existing file is left alone, and a dry run writes nothing`() throws {
    try desk.write("备份.zip", Array("别的".utf8))
    let taken = backup()
    #expect(taken.status == .refused)
    #expect(taken.messages.contains("[backup-exists]"))
    #expect(try desk.text("备份.zip") == "别的")
    let before = try desk.names()
    let preview = backup("新.zip", "--dry-run")
    #expect(preview.output.contains("[演示]"))
    #expect(try desk.names() == before)
    let nowhere = backup("没有/新.zip")
    #expect(nowhere.status == .disk)
    #expect(try desk.names() == before)
  }

  @Test func `missing and changed evidence is named and refused, or named in the backup`() throws {
    let files = try evidenceFiles()
    try FileManager.default.removeItem(atPath: desk.path("台账/evidence/" + files[0]))
    try desk.write("台账/evidence/" + files[1], Array("换过".utf8))
    let before = try desk.names()
    let refused = backup()
    #expect(refused.status == .integrity)
    #expect(refused.messages.contains("证-1.1-01"))
    #expect(refused.messages.contains("证-4.1-01"))
    #expect(refused.messages.contains("--allow-damaged"))
    #expect(try desk.names() == before)
    #expect(backup("新.zip", "--dry-run").status == .integrity)

    #expect(backup("备份.zip", "--allow-damaged").status == .fine)
    let page = try #require(try parts().first { $0.name == "备份说明.txt" })
    #expect(String(decoding: page.bytes, as: UTF8.self).contains("证-1.1-01"))
    let careful = desk.run("restore 备份.zip --ledger 新")
    #expect(careful.status == .integrity)
    #expect(careful.messages.contains("[backup-holds-damage]"))
    #expect(desk.run("restore 备份.zip --ledger 新 --allow-damaged").status == .fine)
    #expect(desk.run("verify --ledger 新").status == .integrity)
  }

  @Test func `restore takes no folder that holds something, but an empty one`() throws {
    _ = backup()
    let taken = desk.run("restore 备份.zip --ledger 台账")
    #expect(taken.status == .refused)
    #expect(taken.messages.contains("[restore-target-taken]"))
    try FileManager.default.createDirectory(
      atPath: desk.path("空"), withIntermediateDirectories: false)
    #expect(desk.run("restore 备份.zip --ledger 空").status == .fine)
    #expect(desk.run("restore 备份.zip").status == .usage)
    let before = try desk.names()
    let preview = desk.run("restore 备份.zip --ledger 新 --dry-run")
    #expect(preview.status == .fine)
    #expect(try desk.names() == before)
  }

  struct Tampering: CustomTestStringConvertible {
    var name: String
    var code: String
    var change: @Sendable (inout [ZipFixture.Entry]) -> Void
    var testDescription: String { name }
  }

  private static func edit(
    _ entries: inout [ZipFixture.Entry], _ old: String, _ new: String
  ) {
    for index in entries.indices where entries[index].name == "manifest.json" {
      let text = String(decoding: entries[index].bytes, as: UTF8.self)
      entries[index].bytes = Array(text.replacingOccurrences(of: old, with: new).utf8)
    }
  }

  @Test(arguments: [
    Tampering(name: "an evidence byte", code: "backup-differs") { entries in
      for index in entries.indices where entries[index].name.contains("/evidence/") {
        entries[index].bytes[0] ^= 1
      }
    },
    Tampering(name: "a database byte", code: "backup-differs") { entries in
      for index in entries.indices where entries[index].name.hasSuffix("ledger.sqlite") {
        entries[index].bytes[5000] ^= 1
      }
    },
    Tampering(name: "an evidence file is gone", code: "backup-differs") {
      $0.removeAll { $0.name.contains("/evidence/") }
    },
    Tampering(name: "a part more", code: "backup-strange") {
      $0.append(.init(name: "ledger/evidence/多余.exe", bytes: [1]))
    },
    Tampering(name: "a way out", code: "backup-unreadable") {
      $0.append(.init(name: "ledger/../../外面.txt", bytes: [1]))
    },
    Tampering(name: "an absolute name", code: "backup-unreadable") {
      $0.append(.init(name: "/tmp/外面.txt", bytes: [1]))
    },
    Tampering(name: "a part twice", code: "backup-unreadable") { entries in
      entries.append(.init(name: "LEDGER/ledger.sqlite", bytes: [1]))
    },
    Tampering(name: "a way out in the manifest", code: "backup-strange") {
      edit(&$0, "ledger/tasks/departments.md", "ledger/tasks/../../外面.md")
    },
    Tampering(name: "evidence that no entry names", code: "backup-strange") { entries in
      let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
      let path = "ledger/evidence/ba/\(digest)"
      edit(
        &entries, "\"files\" : [",
        "\"files\" : [{\"path\":\"\(path)\",\"bytes\":3,\"sha256\":\"\(digest)\"},")
      entries.append(.init(name: path, bytes: Array("abc".utf8)))
    },
    Tampering(name: "another head", code: "backup-differs") {
      edit(&$0, "\"headSequence\" : 4", "\"headSequence\" : 5")
    },
    Tampering(name: "a newer format", code: "backup-newer") {
      edit(&$0, "\"schemaVersion\" : 1", "\"schemaVersion\" : 2")
    },
    Tampering(name: "no manifest", code: "not-a-backup") {
      $0.removeAll { $0.name == "manifest.json" }
    },
    Tampering(name: "a manifest of nonsense", code: "not-a-backup") {
      edit(&$0, "{", "[")
    },
  ])
  func `what is not as the manifest says is refused and leaves nothing`(_ row: Tampering) throws {
    _ = backup()
    var entries = try parts()
    row.change(&entries)
    var fixture = ZipFixture(parts: [])
    fixture.entries = entries
    try desk.write("坏.zip", try fixture.bytes())
    let before = try desk.names()
    let outcome = desk.run("restore 坏.zip --ledger 新")
    #expect(outcome.status == .unreadableInput, "\(outcome.messages)")
    #expect(outcome.messages.contains("[\(row.code)]"), "\(outcome.messages)")
    #expect(try desk.names() == before)
    #expect(
      desk.run("restore 坏.zip --ledger 新 --dry-run").status == .unreadableInput
        || row.name == "evidence that no entry names" || row.name == "another head")
  }

  /// A part of zeros shrinks a thousandfold; what the manifest does not promise is not read on, and
  /// what it promises must be evidence of the log.
  @Test(arguments: [5, 1 << 25])
  func `a bomb is refused before it is unpacked`(_ promised: Int) throws {
    _ = backup()
    var entries = try parts()
    let files = try evidenceFiles()
    let path = "ledger/evidence/\(files[0])"
    for index in entries.indices where entries[index].name == path {
      entries[index].bytes = [UInt8](repeating: 0, count: 1 << 25)
    }
    Self.edit(&entries, "\"bytes\" : 7,", "\"bytes\" : \(promised),")
    Self.edit(&entries, "\"bytes\" : 15,", "\"bytes\" : \(promised),")
    var fixture = ZipFixture(parts: [])
    fixture.entries = entries
    try desk.write("坏.zip", try fixture.bytes())
    let before = try desk.names()
    let outcome = desk.run("restore 坏.zip --ledger 新")
    #expect(outcome.status == .unreadableInput, "\(outcome.messages)")
    #expect(try desk.names() == before)
  }

  @Test func `half a file is no backup`() throws {
    _ = backup()
    let bytes = [UInt8](try Data(contentsOf: desk.folder.appendingPathComponent("备份.zip")))
    try desk.write("半.zip", Array(bytes[..<(bytes.count / 2)]))
    let outcome = desk.run("restore 半.zip --ledger 新")
    #expect(outcome.status == .unreadableInput)
    #expect(outcome.messages.contains("[backup-unreadable]"))
    #expect(desk.run("restore 没有.zip --ledger 新").messages.contains("没有这个文件"))
  }
}
