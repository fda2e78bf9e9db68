import Foundation

/// A program of this package, or a tool of the system, run as a process of its own.
final class Child {
  /// How it ended and what it printed.
  struct Ending {
    var status: Int32
    var wasKilled: Bool
    var output: String
    var messages: String
  }

  private let process = Process()
  private let output = Pipe()
  private let messages = Pipe()

  /// The folder of the built programs: the one the tests themselves run from.
  private static let products: URL = {
    let first = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return first.deletingLastPathComponent()
  }()

  /// The path of a program of this package.
  static func path(of program: String) -> String {
    products.appendingPathComponent(program).path
  }

  /// Whether a tool of the system is there.
  static func hasTool(_ name: String) -> Bool { tool(name) != nil }

  /// The path of a tool of the system.
  static func tool(_ name: String) -> String? {
    ["/usr/bin/", "/bin/", "/usr/sbin/", "/sbin/"].map { $0 + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Starts a program.
  init(_ executable: String, _ arguments: [String]) throws {
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = messages
    try process.run()
  }

  /// Runs a program to its end.
  @discardableResult
  static func run(_ executable: String, _ arguments: [String]) throws -> Ending {
    try Child(executable, arguments).wait()
  }

  /// Stops it where it stands.
  func stop() { kill(process.processIdentifier, SIGKILL) }

  /// Waits until it has ended.
  func wait() -> Ending {
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let said = messages.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Ending(
      status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
      output: String(decoding: printed, as: UTF8.self),
      messages: String(decoding: said, as: UTF8.self))
  }
}

/// How often the fault tests run: a few times in `make test`, a thousand times in `make faults`.
enum FaultRuns {
  /// The number asked for, or nil in `make test`.
  static let asked = ProcessInfo.processInfo.environment["XIAOHAO_FAULT_RUNS"].flatMap(Int.init)

  /// Whether the long tests run too.
  static var isLong: Bool { asked != nil }

  /// What a skipped test prints.
  static let absence = "runs in `make faults`"

  /// The number of runs, small unless asked otherwise.
  static func count(_ small: Int) -> Int { asked ?? small }

  /// Prints a figure for the note on the runs.
  static func report(_ line: String) {
    FileHandle.standardError.write(Data("FAULTS \(line)\n".utf8))
  }
}
