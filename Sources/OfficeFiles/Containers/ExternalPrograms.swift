import Foundation

/// Finds and runs programs that may be installed: LibreOffice, pandoc, pdftotext.
///
/// No shell is asked: a program gets its arguments as they are. Whoever calls hands in the search
/// path, so that a test can offer programs of its own or none.
package struct ExternalPrograms: Sendable, Hashable {
  /// The folders that are searched, in their order.
  package var folders: [String]

  /// Creates a finder from a search path such as `/usr/local/bin:/usr/bin`; nil is the usual one.
  package init(path: String?) {
    folders = (path ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").map(String.init)
  }

  /// The finder of the process.
  package static var ofProcess: ExternalPrograms {
    ExternalPrograms(path: ProcessInfo.processInfo.environment["PATH"])
  }

  /// The names under which LibreOffice is installed; the last is where macOS has it.
  package static let officeNames = [
    "soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  ]

  /// The file of the first of the programs that is there.
  ///
  /// - Parameter names: Names to look for in the folders, or whole paths, best first.
  /// - Returns: The whole path; nil when none is installed.
  package func find(_ names: [String]) -> String? {
    names.lazy.compactMap { name -> String? in
      if name.hasPrefix("/") { return Self.isProgram(name) ? name : nil }
      return folders.lazy.map { "\($0)/\(name)" }.first { Self.isProgram($0) }
    }.first
  }

  private static func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: path)
  }

  /// A program and its arguments so that it has no network, where the system can do that; nil when
  /// it cannot.
  ///
  /// - Parameters:
  ///   - program: The file of the program.
  ///   - arguments: Its arguments.
  /// - Returns: What to run instead.
  package func withoutNetwork(
    _ program: String, _ arguments: [String]
  ) -> (program: String, arguments: [String])? {
    guard let unshare = find(["unshare"]) else { return nil }
    // An administrator may leave the network at once; others in a space of their own, which some
    // systems forbid.
    for flags in [["-n"], ["-r", "-n"]] {
      if case .done = Self.run(unshare, flags + ["true"], seconds: 5) {
        return (unshare, flags + [program] + arguments)
      }
    }
    return nil
  }

  /// How a run ended.
  package enum Outcome: Sendable, Hashable {
    /// The program ended by itself with exit code 0.
    case done
    /// The program could not be started, failed or was stopped by a signal; what it said last.
    case failed(String)
    /// The program took longer than it was given and was stopped, with everything it had started.
    case timedOut(seconds: Int)
  }

  /// Runs a program to its end, without input.
  ///
  /// - Parameters:
  ///   - program: The file of the program.
  ///   - arguments: Its arguments, as they are.
  ///   - variables: Environment variables set beside those of the process.
  ///   - seconds: How long it may take.
  ///   - log: A file that takes what it says; its last lines are in the outcome.
  /// - Returns: How it ended.
  package static func run(
    _ program: String, _ arguments: [String], variables: [String: String] = [:],
    seconds: Int = 60, log: String? = nil
  ) -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(variables) { _, new in new }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    if let log, FileManager.default.createFile(atPath: log, contents: nil),
      let handle = FileHandle(forWritingAtPath: log)
    {
      process.standardOutput = handle
      process.standardError = handle
    }
    do {
      try process.run()
    } catch {
      return .failed("")
    }
    let end = Date().addingTimeInterval(TimeInterval(seconds))
    while process.isRunning {
      if Date() > end {
        stop(process)
        return .timedOut(seconds: seconds)
      }
      Thread.sleep(forTimeInterval: 0.02)
    }
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      return .failed(lastWords(in: log) ?? "\(process.terminationStatus)")
    }
    return .done
  }

  /// Stops a program and what it has started: LibreOffice is a script that starts the program
  /// proper, and that would go on working.
  private static func stop(_ process: Process) {
    let leader = process.processIdentifier
    let target = getpgid(leader) == leader ? -leader : leader
    kill(target, SIGTERM)
    let end = Date().addingTimeInterval(2)
    while process.isRunning, Date() < end { Thread.sleep(forTimeInterval: 0.02) }
    kill(target, SIGKILL)
    process.waitUntilExit()
  }

  /// The last lines a program said, at most 400 characters.
  private static func lastWords(in log: String?) -> String? {
    guard let log, let data = FileManager.default.contents(atPath: log) else { return nil }
    let lines = String(decoding: data.suffix(4000), as: UTF8.self).split(separator: "\n")
    let words = lines.suffix(3).joined(separator: " / ")
    return words.isEmpty ? nil : String(words.suffix(400))
  }
}

/// A folder of its own for programs to work in, readable by its owner alone.
package enum ToolFolder {
  /// Makes the folder, runs a body with its path and removes it.
  ///
  /// - Returns: What the body returns; nil when the folder cannot be made.
  package static func with<Result>(_ body: (String) -> Result) -> Result? {
    let manager = FileManager.default
    let path = manager.temporaryDirectory
      .appendingPathComponent("xiaohao-\(UUID().uuidString)").path
    guard
      (try? manager.createDirectory(
        atPath: path, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])) != nil
    else { return nil }
    defer { try? manager.removeItem(atPath: path) }
    return body(path)
  }
}
