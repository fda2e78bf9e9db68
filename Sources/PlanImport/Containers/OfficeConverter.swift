import Foundation

/// Converts old formats with programs that may be installed: LibreOffice and pdftotext.
package struct OfficeConverter: Sendable {
  /// Converts bytes of a format named by its extension to another; nil when it cannot.
  package var convert: @Sendable (_ bytes: [UInt8], _ from: String, _ to: String) -> [UInt8]?

  /// Creates a converter from a function.
  package init(
    convert: @escaping @Sendable (_ bytes: [UInt8], _ from: String, _ to: String) -> [UInt8]?
  ) {
    self.convert = convert
  }

  /// Converts nothing.
  package static let none = OfficeConverter { _, _, _ in nil }

  /// Uses what is found on the machine; every run has a folder of its own that is removed.
  package static let installed = OfficeConverter { bytes, from, to in
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appendingPathComponent("xiaohao-\(UUID().uuidString)")
    defer { try? manager.removeItem(at: folder) }
    let source = folder.appendingPathComponent("in.\(from)")
    let target = folder.appendingPathComponent("in.\(to)")
    do {
      try manager.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: source)
    } catch {
      return nil
    }
    let hasRun: Bool
    if from == "pdf" {
      hasRun = run(
        ["pdftotext"], ["-enc", "UTF-8", "-nopgbrk", "-layout", source.path, target.path])
    } else {
      hasRun = run(
        ["soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"],
        [
          "-env:UserInstallation=\(folder.appendingPathComponent("profile").absoluteString)",
          "--headless", "--norestore", "--convert-to", to, "--outdir", folder.path, source.path,
        ])
    }
    guard hasRun, let data = try? Data(contentsOf: target) else { return nil }
    return [UInt8](data)
  }

  /// Runs the first of the programs that is there, for at most a minute.
  private static func run(_ names: [String], _ arguments: [String]) -> Bool {
    guard let program = names.lazy.compactMap({ find($0) }).first else { return false }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      return false
    }
    let end = Date().addingTimeInterval(60)
    while process.isRunning {
      if Date() > end {
        process.terminate()
        return false
      }
      Thread.sleep(forTimeInterval: 0.02)
    }
    return process.terminationStatus == 0
  }

  private static func find(_ name: String) -> String? {
    if name.hasPrefix("/") {
      return FileManager.default.isExecutableFile(atPath: name) ? name : nil
    }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").lazy.map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
