import Foundation
import LedgerDesk
import Synchronization
import TaskLedger
import TestSupport
import Testing
import XiaohaoCLI

/// An office with a folder and a clock of its own, and the command line in it.
final class YearOffice: Sendable {
  let root: String
  private let today = Mutex("2020-07-20")

  init() throws {
    root =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("xiaohao-year-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    let list = SharedDocuments.repository.appendingPathComponent("tasks/guangdong-2020.md")
    let lines = try String(contentsOf: list, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    // The deadline of one clause, in its row alone.
    let corrected = lines.map {
      String($0.hasPrefix("| 10.2 | 加强") ? $0.replacing("2020年8月", with: "2020年9月") : $0)
    }
    try write("更正.md", Array(corrected.joined(separator: "\n").utf8))
    try write("数据.md", Array(YearStory.figures.utf8))
    try write("文稿.md", Array(YearStory.texts.utf8))
    try FileManager.default.copyItem(
      at: SharedDocuments.repository.appendingPathComponent("tasks/example-plan.docx"),
      to: URL(fileURLWithPath: root + "/example-plan.docx"))
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// The day of the clock.
  var day: String { today.withLock { $0 } }

  /// Sets the clock to ten in the morning of a day.
  func begin(_ day: String) { today.withLock { $0 = day } }

  /// The moment of the clock.
  var now: Instant {
    let number = CivilDate(day)?.dayNumber ?? 0
    return Instant(seconds: number * 86_400 + 2 * 3600, offsetMinutes: 480)
  }

  func path(_ name: String) -> String { root + "/" + name }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let target = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: target)
  }

  func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  /// What a run printed and how it ended.
  struct Outcome: Sendable {
    var output: String
    var messages: String
    var status: ProgramStatus
  }

  /// Runs the program as somebody; nothing but what is said is expected of its end.
  func tried(_ arguments: [String], by actor: String? = nil) -> Outcome {
    final class Printed { var output = "", messages = "" }
    let printed = Printed()
    let environment = Environment(
      now: { self.now }, currentFolder: path("台账"), variable: { _ in nil }, readInput: { [] },
      writeOutput: { printed.output += $0 }, writeData: { _ in },
      writeError: { printed.messages += $0 }, isOutputTerminal: false)
    let status = XiaohaoProgram.run(
      arguments + (actor.map { ["--actor", $0] } ?? []), in: environment)
    return Outcome(output: printed.output, messages: printed.messages, status: status)
  }

  /// Runs the program, which must end well.
  @discardableResult
  func run(_ arguments: [String], by actor: String? = nil) -> String {
    let outcome = tried(arguments, by: actor)
    #expect(outcome.status == .fine, "\(day) \(arguments): \(outcome.messages)")
    return outcome.output
  }

  /// Makes the ledger.
  func open() throws {
    try FileManager.default.createDirectory(
      atPath: path("台账"), withIntermediateDirectories: true)
    run(["init", "--school", YearStory.school], by: YearStory.reviewers)
  }

  /// Writes the files of an answer to a folder and gives their paths.
  func files(_ names: [String], in folder: String = "材料") throws -> [String] {
    try names.map { name in
      try write(folder + "/" + name, YearStory.content(of: name))
      return path(folder + "/" + name)
    }
  }
}

/// A way in: what it can do itself, it does; the command line does the rest.
protocol YearDoor: Sendable {
  func take(_ act: YearAct, _ office: YearOffice) async throws
}

extension YearAnswer {
  /// The member who answers.
  var person: String { YearStory.owners[department] ?? department }
  /// Whether the item is applied for where it is not on a sheet.
  var applies: Bool { !summary.isEmpty && !isSecond }
}
