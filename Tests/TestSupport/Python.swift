package import Foundation
package import Testing

/// Python, with which independent readers check what was written; tests that need it are skipped
/// with a said reason where it or the library is missing.
package enum Python {
  /// Whether a library can be imported.
  package static func has(_ library: String) -> Bool {
    (try? run("import \(library)", [])) != nil
  }

  /// The reason a skipped test prints.
  package static func absence(of library: String) -> Comment {
    "python3 with \(library) is not installed (pip install \(library))"
  }

  /// Runs a program and returns what it prints.
  package static func run(_ program: String, _ arguments: [String]) throws -> String {
    try Shell.run("python3", ["-c", program] + arguments)
  }
}

/// Other programs that check what was written.
package enum Shell {
  /// A program ended without success.
  package struct Failure: Error {
    /// Its exit code.
    package var status: Int32
    /// What it printed, messages included.
    package var output: String
  }

  /// Whether a program can be found.
  package static func has(_ program: String) -> Bool {
    (try? run("sh", ["-c", "command -v \(program)"])) != nil
  }

  /// Runs a program and returns what it prints, messages included.
  package static func run(
    _ program: String, _ arguments: [String], in folder: URL? = nil,
    environment: [String: String] = [:]
  ) throws -> String {
    let task = Foundation.Process()
    task.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    task.arguments = [program] + arguments
    if let folder { task.currentDirectoryURL = folder }
    task.environment = ProcessInfo.processInfo.environment
      .merging(["PYTHONIOENCODING": "utf-8"]) { $1 }.merging(environment) { $1 }
    let pipe = Pipe()
    task.standardOutput = pipe
    task.standardError = pipe
    task.standardInput = FileHandle.nullDevice
    try task.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    task.waitUntilExit()
    let output = String(decoding: data, as: UTF8.self)
    guard task.terminationStatus == 0 else {
      throw Failure(status: task.terminationStatus, output: output)
    }
    return output
  }
}
