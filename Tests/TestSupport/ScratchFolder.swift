import Foundation

/// A folder for the time of a test.
package enum ScratchFolder {
  /// Makes an empty folder, runs a body with its path and removes it.
  package static func with<Result>(_ body: (String) throws -> Result) throws -> Result {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("xiaohao-scratch-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(url.path)
  }
}
