import Foundation
import LedgerStore
import TaskLedger
import Testing

/// What is acknowledged is on the disk: the calls of the real program are recorded, and a disk that
/// forgets whatever was not waited for says what a power cut would have taken away at each point.
@Suite(.enabled(if: SystemCalls.isPossible, SystemCalls.absence))
struct DurabilityTests {
  private let root: String
  private let cabinet: Cabinet

  init() throws {
    cabinet = try Cabinet()
    root = cabinet.root.resolvingSymlinksInPath().path
  }

  /// Runs a program and watches the disk below the test's folder.
  private func watch(
    _ program: String, _ arguments: [String], below part: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ForgetfulDisk {
    let there = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    let (calls, ending) = try SystemCalls.record(
      Child.path(of: program), arguments, existing: Set(there.map { root + "/" + $0 } + [root]))
    #expect(ending.status == 0, "\(ending.messages)", sourceLocation: sourceLocation)
    var disk = ForgetfulDisk(root: root + part)
    for call in calls { disk.take(call) }
    #expect(calls.contains { if case .written = $0 { true } else { false } }, "nothing was written")
    #expect(disk.faults.isEmpty, sourceLocation: sourceLocation)
    #expect(disk.losses.isEmpty, sourceLocation: sourceLocation)
    return disk
  }

  private func xiaohao(
    _ words: String, ledger: String = "ledger", sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let words = words.replacing("ROOT", with: root).split(separator: " ").map(String.init)
    _ = try watch(
      "xiaohao", words + ["--ledger", root + "/" + ledger, "--today", "2020-07-20"],
      sourceLocation: sourceLocation)
  }

  @Test func `entries and evidence are on the disk before they are acknowledged`() throws {
    let disk = try watch("fault-writer", [root + "/ledger", "甲", "4", "both"], below: "/ledger")
    #expect(disk.acknowledged == 4)
    #expect(try cabinet.open(.reading).verify().evidenceCount == 2)
  }

  @Test func `a note and a file are on the disk when the command ends`() throws {
    try xiaohao("note 1.1 进展 --actor 领导小组办公室")
    try Data("材料".utf8).write(to: URL(fileURLWithPath: root + "/a.txt"))
    try xiaohao("attach 1.1 ROOT/a.txt --actor 领导小组办公室")
  }

  @Test func `a new ledger is on the disk with the folder it lies in`() throws {
    try xiaohao("init --school 某校", ledger: "deep/new")
  }

  @Test func `a new ledger in a folder that was prepared is on the disk too`() throws {
    try FileManager.default.createDirectory(
      atPath: root + "/there/evidence/.staging", withIntermediateDirectories: true)
    try xiaohao("init --school 某校", ledger: "there")
  }

  @Test func `a backup is on the disk, and so is what is restored from it`() throws {
    try cabinet.attach("材料")
    try xiaohao("backup ROOT/backup.zip")
    try xiaohao("restore ROOT/backup.zip", ledger: "restored")
  }

  @Test func `a submission is on the disk as a container and as a folder`() throws {
    try cabinet.attach("材料")
    try xiaohao("bundle --out ROOT/out.zip --format md --with-log")
    try xiaohao("bundle --out ROOT/out --format md --with-log")
  }

  @Test func `papers, sheets and exports are on the disk`() throws {
    try xiaohao("report ledger --output ROOT/a.md")
    try xiaohao("export --events --output ROOT/a.jsonl")
    try xiaohao("revise 1.1 1.2 --departments 学工部 --reason 会议明确 --actor 领导小组办公室")
    try xiaohao("sheet export --all --output ROOT/deep/sheets")
  }

  /// The disk of the tests forgets: each of the faults that it is there for is seen.
  @Test func `the forgetful disk sees what is missing`() {
    func faults(_ calls: [SystemCalls.Call]) -> [String] {
      var disk = ForgetfulDisk(root: "/r")
      for call in calls { disk.take(call) }
      return disk.faults + disk.losses
    }
    let whole: [SystemCalls.Call] = [
      .made("/r/evidence/.staging/1"), .written("/r/evidence/.staging/1"),
      .synced("/r/evidence/.staging/1"), .made("/r/evidence/ab"),
      .renamed("/r/evidence/.staging/1", to: "/r/evidence/ab/ab1"), .synced("/r/evidence/ab"),
      .synced("/r/evidence"), .made("/r/ledger.sqlite-journal"),
      .written("/r/ledger.sqlite-journal"), .synced("/r/ledger.sqlite-journal"), .synced("/r"),
      .written("/r/ledger.sqlite"), .synced("/r/ledger.sqlite"),
      .removed("/r/ledger.sqlite-journal"), .synced("/r"), .told,
    ]
    #expect(faults(whole).isEmpty)
    for (place, call) in whole.enumerated() {
      guard case .synced = call, place != 10 else { continue }
      var calls = whole
      calls.remove(at: place)
      #expect(!faults(calls).isEmpty, "\(place)")
    }
  }
}
