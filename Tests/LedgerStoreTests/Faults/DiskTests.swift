import Foundation
import LedgerStore
import TaskLedger
import TestSupport
import Testing

/// Disks that are full, read-only, gone or strange, and files that were cut.
struct DiskTests {
  private let program = Child.path(of: "xiaohao")
  private let writer = Child.path(of: "fault-writer")

  private func run(_ words: String, _ folder: LedgerFolder) throws -> Child.Ending {
    try Child.run(
      program, words.split(separator: " ").map(String.init) + ["--ledger", folder.path])
  }

  private let note = "note 1.1 进展 --actor 学工部 --today 2020-07-21"

  @Test(.enabled(if: Disk.isPossible, Comment(rawValue: Disk.absence)))
  func `a full disk refuses, loses nothing and goes on when there is room`() throws {
    let disk = try Disk(bytes: 1 << 20)
    let cabinet = try Cabinet(in: disk.folder)
    let filler = disk.folder.appendingPathComponent("别的文件").path
    try Data(count: 300_000).write(to: URL(fileURLWithPath: filler))
    let ending = try Child.run(writer, [cabinet.folder.path, "甲", "2000", "both"])
    #expect(ending.status == 1)
    #expect(ending.messages.contains("diskFull"), "\(ending.messages)")
    let seen = Survivor.acknowledged(in: ending.output)
    #expect(seen.count > 3)
    try Survivor(folder: cabinet.folder).check(seen, "full")
    // The last bytes go too; the program still opens, reads and says what is wrong.
    _ = try Child.run("/bin/sh", ["-c", "cat /dev/zero > '\(filler)-2' 2>/dev/null; true"])
    let refused = try run(note, cabinet.folder)
    #expect(refused.status == 74)
    #expect(refused.messages.contains("[disk-full]"), "\(refused.messages)")
    #expect(try run("verify", cabinet.folder).status == 0)
    #expect(try run("doctor", cabinet.folder).messages.contains("[little-space]"))
    let backup = try run("backup \(disk.folder.path)/备份.zip", cabinet.folder)
    #expect(backup.status == 74, "\(backup.messages)")
    let names = try FileManager.default.contentsOfDirectory(atPath: disk.folder.path)
    #expect(!names.contains { $0.contains("备份") })
    for file in [filler, filler + "-2"] { try FileManager.default.removeItem(atPath: file) }
    let goesOn = try run(note, cabinet.folder)
    #expect(goesOn.status == 0, "\(goesOn.messages)")
    FaultRuns.report("full disk: refused after \(seen.count) entries, all there, then went on")
  }

  @Test(.enabled(if: Disk.isPossible, Comment(rawValue: Disk.absence)))
  func `a read-only disk is read, and says what cannot be done`() throws {
    let disk = try Disk(bytes: 8 << 20)
    let cabinet = try Cabinet(in: disk.folder)
    let stopped = try cabinet.stoppedCopy()
    try disk.setReadOnly(true)
    defer { try? disk.setReadOnly(false) }
    for words in ["list", "verify", "history", "export --events"] {
      #expect(try run(words, cabinet.folder).status == 0, "\(words)")
    }
    let refused = try run(note, cabinet.folder)
    #expect(refused.status == 74)
    #expect(refused.messages.contains("[permission-denied]"), "\(refused.messages)")
    let seen = try run("doctor", cabinet.folder)
    #expect(seen.status == 1)
    #expect(seen.messages.contains("[folder-read-only]"), "\(seen.messages)")
    let target = disk.folder.deletingLastPathComponent().appendingPathComponent("备份.zip").path
    #expect(try run("backup \(target)", cabinet.folder).status == 0)
    let interrupted = try run("list", stopped)
    #expect(interrupted.status == 74)
    #expect(interrupted.messages.contains("[ledger-interrupted]"), "\(interrupted.messages)")
    #expect(try run("doctor", stopped).messages.contains("[writer-stopped]"))
    FaultRuns.report("read-only disk: read, backed up, writing refused with words")
  }

  @Test(
    .enabled(if: Disk.canLackLinks, "needs root, mkfs.vfat and a system that knows vfat"))
  func `a share without hard links and permissions works, and says what it lacks`() throws {
    let disk = try Disk.withoutLinks()
    let folder = LedgerFolder(path: disk.folder.appendingPathComponent("台账").path)
    let endings = try (1...8).map {
      try Child(
        program, ["init", "--ledger", folder.path, "--school", "学校\($0)", "--today", "2020-07-20"])
    }.map { $0.wait() }
    #expect(endings.count { $0.status == 0 } == 1, "\(endings.map(\.messages))")
    #expect(endings.allSatisfy { [0, 1, 2].contains($0.status) })
    #expect(try run("verify", folder).status == 0)
    #expect(try run("doctor", folder).messages.contains("[open-to-others]"))
    let archive = disk.folder.appendingPathComponent("备份.zip").path
    let backup = try run("backup \(archive)", folder)
    #expect(backup.status == 0, "\(backup.messages)")
    let copy = LedgerFolder(path: disk.folder.appendingPathComponent("新").path)
    let restored = try run("restore \(archive)", copy)
    #expect(restored.status == 0, "\(restored.messages)")
    #expect(try run("verify", copy).status == 0)
    let cabinet = try Cabinet(in: disk.folder)
    let attached = try Child.run(writer, [cabinet.folder.path, "甲", "4", "both"])
    #expect(attached.status == 0, "\(attached.messages)")
    try Survivor(folder: cabinet.folder)
      .check(Survivor.acknowledged(in: attached.output), "vfat")
    FaultRuns.report("share without hard links and permissions: 8 inits, one winner; all works")
  }

  @Test(
    .enabled(if: Nobody.isPossible, "needs root, setpriv and a temporary folder all may enter"))
  func `a folder of another user is called denied and not empty`() throws {
    let cabinet = try Cabinet()
    let own = cabinet.root.appendingPathComponent("xiaohao").path
    try FileManager.default.copyItem(atPath: program, toPath: own)
    #expect(chmod(cabinet.root.path, 0o755) == 0)
    for (mode, words) in [(mode_t(0o700), "list"), (0o755, "list"), (0o755, note)] {
      #expect(chmod(cabinet.folder.path, mode) == 0)
      let ending = try Nobody.run(
        own,
        words.split(separator: " ").map(String.init) + ["--ledger", cabinet.folder.path])
      #expect(ending.status == 74, "\(mode) \(words): \(ending.messages)")
      #expect(ending.messages.contains("[permission-denied]"), "\(ending.messages)")
    }
    #expect(try cabinet.open(.reading).verify().findings.isEmpty)
    FaultRuns.report("folder of another user: denied with words, nothing changed")
  }

  @Test func `a missing folder and a copied one`() throws {
    let cabinet = try Cabinet()
    try cabinet.attach("材料")
    let nowhere = LedgerFolder(path: cabinet.root.appendingPathComponent("没有").path)
    #expect(try run("list", nowhere).status == 65)
    #expect(try run(note, nowhere).status == 65)
    #expect(!FileManager.default.fileExists(atPath: nowhere.path))
    let copy = LedgerFolder(path: cabinet.root.appendingPathComponent("另一台电脑").path)
    try FileManager.default.copyItem(atPath: cabinet.folder.path, toPath: copy.path)
    let here = try run("verify", cabinet.folder)
    #expect(try run("verify", copy).output == here.output)
    #expect(try run(note, copy).status == 0)
    #expect(try run("verify", copy).status == 0)
    #expect(try run("verify", cabinet.folder).output == here.output)
    FaultRuns.report("missing folder and copied folder: told apart, the copy verifies and goes on")
  }

  @Test func `a log and an evidence file that were cut are found`() throws {
    let cabinet = try Cabinet()
    let digest = try cabinet.attach(String(repeating: "材料", count: 500))
    var random = SplitMix64(seed: 7)
    let runs = max(20, FaultRuns.count(20) / 5)
    for path in [cabinet.folder.database, EvidenceVault(folder: cabinet.folder).path(of: digest)] {
      let url = URL(fileURLWithPath: path)
      let whole = try Data(contentsOf: url)
      for _ in 0..<runs {
        let length = Int.random(in: 0..<whole.count, using: &random)
        try whole.prefix(length).write(to: url)
        let sound = (try? cabinet.open(.reading).verify().isSound) ?? false
        #expect(!sound, "\(url.lastPathComponent) cut to \(length)")
      }
      try whole.write(to: url)
    }
    #expect(try cabinet.open(.reading).verify().isSound)
    FaultRuns.report("cut files: \(2 * runs) runs, all found")
  }
}
