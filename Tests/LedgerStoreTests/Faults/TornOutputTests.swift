import Foundation
import LedgerStore
import TaskLedger
import TestSupport
import Testing

/// After a power cut at any call, with the last writes half there, whatever bears its name is whole:
/// backups, restored ledgers, submissions and sheets.
@Suite(.enabled(if: SystemCalls.isPossible, SystemCalls.absence))
struct TornOutputTests {
  private let root: String
  private let cabinet: Cabinet

  init() throws {
    cabinet = try Cabinet()
    root = cabinet.root.resolvingSymlinksInPath().path
    try cabinet.attach("材料")
    let departments = "revise 1.1 1.2 --departments 学工部 --reason 会议明确 --actor 领导小组办公室"
    #expect(try run(departments, in: root).status == 0)
  }

  private func run(_ words: String, in root: String) throws -> Child.Ending {
    try Child.run(Child.path(of: "xiaohao"), Self.arguments(words, in: root))
  }

  private static func arguments(_ words: String, in root: String) -> [String] {
    words.replacing("ROOT", with: root).split(separator: " ").map(String.init)
      + ["--ledger", root + "/ledger", "--today", "2020-07-20"]
  }

  /// Runs a command, cuts the power at each of its calls, and looks at what bears a name.
  ///
  /// - Parameters:
  ///   - words: The command, with ROOT for the folder.
  ///   - name: What the command makes.
  ///   - check: Says what is wrong of it in a folder; nil when it is whole.
  /// - Throws: What running the command or looking at what is left throws.
  private func cut(
    _ words: String, making name: String, _ check: (_ root: String) throws -> String?
  ) throws {
    let disk = try TornDisk(root: root)
    let lines = try PowerCut.calls("xiaohao", Self.arguments(words, in: root))
    #expect(try check(root) == nil)
    var made = 0
    let count = try PowerCut.cut(lines, on: disk, chances: FaultRuns.isLong ? 20 : 1) {
      survivor, told, about in
      // What was there before stays as it was.
      let store = try LedgerStore(opening: LedgerFolder(path: survivor + "/ledger"), for: .reading)
      #expect(store.verify().isSound, "\(about)")
      guard FileManager.default.fileExists(atPath: survivor + "/" + name) else {
        #expect(told.isEmpty, "\(about)")
        return
      }
      made += 1
      if let fault = try check(survivor) { Issue.record("\(about): \(fault)") }
    }
    #expect(count > 5)
    #expect(made > 0)
    FaultRuns.report("torn pages, \(words): \(count) folders, \(made) with it, each whole")
  }

  private func fault(_ ending: Child.Ending) -> String? {
    ending.status == 0 ? nil : "\(ending.status) \(ending.messages)"
  }

  /// Whether a ledger is sound and holds what the test's own holds.
  private func fault(ofLedgerAt path: String) throws -> String? {
    let store = try LedgerStore(opening: LedgerFolder(path: path), for: .reading)
    let verification = store.verify()
    let isWhole = try store.head().digest == cabinet.open(.reading).head().digest
    return verification.isSound && verification.evidenceCount == 1 && isWhole
      ? nil : "\(verification)"
  }

  @Test func `a backup that bears its name is whole`() throws {
    try cut("backup ROOT/backup.zip", making: "backup.zip") { root in
      let target = root + "/check-\(UUID().uuidString)"
      defer { try? FileManager.default.removeItem(atPath: target) }
      let ending = try Child.run(
        Child.path(of: "xiaohao"), ["restore", root + "/backup.zip", "--ledger", target])
      return try fault(ending) ?? fault(ofLedgerAt: target)
    }
  }

  @Test func `a restored ledger that bears its name is whole`() throws {
    #expect(try run("backup ROOT/backup.zip", in: root).status == 0)
    let words = "restore ROOT/backup.zip --ledger ROOT/restored"
    let arguments = words.replacing("ROOT", with: root).split(separator: " ").map(String.init)
    let disk = try TornDisk(root: root)
    let lines = try PowerCut.calls("xiaohao", arguments)
    var made = 0
    let count = try PowerCut.cut(lines, on: disk, chances: FaultRuns.isLong ? 20 : 1) {
      survivor, told, about in
      guard LedgerFolder(path: survivor + "/restored").hasLedger else {
        #expect(told.isEmpty, "\(about)")
        return
      }
      made += 1
      let found = try fault(ofLedgerAt: survivor + "/restored")
      #expect(found == nil, "\(about)")
    }
    #expect(made > 0)
    FaultRuns.report("torn pages, restore: \(count) folders, \(made) with a ledger, each whole")
  }

  @Test(arguments: ["out.zip", "out"])
  func `a submission that bears its name is whole`(name: String) throws {
    try cut("bundle --out ROOT/\(name) --format md --with-log", making: name) { root in
      try fault(
        Child.run(Child.path(of: "xiaohao"), ["bundle", "verify", root + "/" + name]))
    }
  }

  @Test func `a sheet that bears its name is whole`() throws {
    let name = "sheets/学工部-填报表-2020-07.xlsx"
    try cut("sheet export --all --output ROOT/sheets", making: name) { root in
      let whole = FileManager.default.contents(atPath: self.root + "/" + name)
      let found = FileManager.default.contents(atPath: root + "/" + name)
      return found == whole ? nil : "\(found?.count ?? 0) bytes of \(whole?.count ?? 0)"
    }
  }

  @Test(.enabled(if: Python.has("openpyxl"), Python.absence(of: "openpyxl")))
  func `a sheet that comes back is taken in whole with its files, or not at all`() throws {
    #expect(try run("sheet export --all --output ROOT/sheets", in: root).status == 0)
    let sheet = "学工部-填报表-2020-07.xlsx"
    let back = URL(fileURLWithPath: root + "/back")
    try FileManager.default.createDirectory(at: back, withIntermediateDirectories: true)
    try Data("通知原件".utf8).write(to: back.appendingPathComponent("通知.txt"))
    let answers = """
      {"1.1": {"本月进展": "已经印发", "佐证文件": "通知.txt"}, "1.2": {"本月进展": "正在起草"}}
      """
    _ = try Python.run(
      SheetFilling.script,
      [root + "/sheets/" + sheet, back.appendingPathComponent(sheet).path, answers, "学工部"])
    let before = try cabinet.open(.reading).entries().count
    let disk = try TornDisk(root: root)
    let lines = try PowerCut.calls("xiaohao", Self.arguments("sheet import ROOT/back", in: root))
    let after = try cabinet.open(.reading).entries().count
    #expect(after >= before + 3)
    var taken = 0
    let count = try PowerCut.cut(lines, on: disk, chances: FaultRuns.isLong ? 20 : 1) {
      survivor, told, about in
      let store = try LedgerStore(opening: LedgerFolder(path: survivor + "/ledger"), for: .reading)
      let verification = store.verify()
      #expect(verification.isSound, "\(about)")
      let found = try store.entries().count
      #expect(told.isEmpty ? [before, after].contains(found) : found == after, "\(about)")
      #expect(verification.evidenceCount == (found == after ? 2 : 1), "\(about)")
      if found == after { taken += 1 }
    }
    #expect(taken > 0 && taken < count)
    FaultRuns.report("torn pages, sheet import: \(count) ledgers, \(taken) with the sheet, whole")
  }

  /// With the waiting left out, some power cut leaves a backup with its name and not its content:
  /// the disk of the tests would see it.
  @Test func `without a wait some backup bears its name and is damaged`() throws {
    let disk = try TornDisk(root: root)
    let lines = try PowerCut.calls(
      "xiaohao", Self.arguments("backup ROOT/backup.zip", in: root)
    ).filter { !["fsync", "fdatasync"].contains($0.name) }
    let whole = try Data(contentsOf: URL(fileURLWithPath: root + "/backup.zip"))
    var harmed = 0
    _ = try PowerCut.cut(lines, on: disk, chances: 5) { survivor, _, _ in
      let left = FileManager.default.contents(atPath: survivor + "/backup.zip")
      if let left, left != whole { harmed += 1 }
    }
    #expect(harmed > 0)
  }
}
