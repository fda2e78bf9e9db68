import Foundation
import TaskLedger
import TestSupport
import Testing
import XiaohaoCLI

/// A desk with a folder of its own, on which the program is run in-process.
final class Desk {
  /// The folder the program is started in.
  let folder: URL
  /// What stands on standard input.
  var input: [UInt8] = []
  /// The environment variables.
  var variables: [String: String] = [:]
  /// Whether standard output is a terminal.
  var isTerminal = false
  /// Why standard output could not be written whole.
  var outputFault: () -> Int32? = { nil }
  /// The data that is no text that the last run printed.
  private(set) var data: [UInt8] = []

  /// What a run printed and how it ended.
  struct Outcome: Equatable {
    var output: String
    var messages: String
    var status: ProgramStatus
  }

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("xiaohao-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// A desk with a ledger in 台账 that holds the sample plan.
  static func withPlan() throws -> Desk {
    let desk = try Desk()
    desk.run("init --ledger 台账 --school 南岭工程职业学院 --today 2020-07-20")
    desk.run(["import", samplePlan, "--ledger", "台账", "--today", "2020-07-20"])
    return desk
  }

  /// A desk without office programs, with the ledger of 甲学院 that holds the sample plan.
  static func withSchool() throws -> Desk {
    let desk = try Desk()
    desk.variables["PATH"] = "/nowhere"
    let options = " --ledger 甲学院 --today 2020-07-20"
    #expect(desk.run("init --school 甲学院" + options).status == .fine)
    #expect(desk.run("import \(samplePlan)" + options).status == .fine)
    return desk
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Runs the program.
  @discardableResult
  func run(_ arguments: [String]) -> Outcome {
    final class Printed { var output = "", messages = "", data: [UInt8] = [] }
    let printed = Printed()
    let bytes = input
    var environment = Environment(
      now: { Instant(seconds: 1_595_203_200, offsetMinutes: 480) }, currentFolder: folder.path,
      variable: { [variables] in variables[$0] }, readInput: { bytes },
      writeOutput: { printed.output += $0 },
      writeData: { printed.data += $0 }, writeError: { printed.messages += $0 },
      isOutputTerminal: isTerminal)
    environment.outputFault = outputFault
    let status = XiaohaoProgram.run(arguments, in: environment)
    data = printed.data
    return Outcome(output: printed.output, messages: printed.messages, status: status)
  }

  /// Runs the program with words separated by spaces.
  @discardableResult
  func run(_ line: String) -> Outcome { run(line.split(separator: " ").map(String.init)) }

  /// Writes a file into the folder.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: folder.appendingPathComponent(name))
  }

  /// A file of the folder as text.
  func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// JSON that a run printed.
  func json(_ line: String) throws -> [String: Any] {
    let data = Data(run(line).output.utf8)
    return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// The items that a command prints of the ledger as of a day.
  func items(_ command: String, on day: String) throws -> [[String: Any]] {
    let read = try json("\(command) --json --ledger 台账 --today \(day)")
    return try #require(read["items"] as? [[String: Any]])
  }

  /// The path of something in the folder.
  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// The names of everything in a folder of the desk, hidden ones too, sorted.
  func names(in name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }

  /// The permission bits of something in the folder.
  func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int
  }

  /// The names of everything in the ledger's folder, to see that nothing was written.
  func ledgerBytes() throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent("台账/ledger.sqlite"))
  }

  /// The sample plan that ships with the program.
  static var samplePlan: String {
    SharedDocuments.repository.appendingPathComponent("tasks/example-plan.docx").path
  }
}
