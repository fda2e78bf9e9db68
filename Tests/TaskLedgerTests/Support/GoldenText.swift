import Foundation
import TestSupport
import Testing

/// A text compared with a file under `Tests/Fixtures`; `UPDATE_GOLDEN=1` writes the file instead.
enum GoldenText {
  static let repository = SharedDocuments.repository

  static func expect(
    _ actual: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let url = repository.appendingPathComponent(path)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: url)
      return
    }
    let expected = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    if expected == actual { return }
    let difference = lines(actual).difference(from: lines(expected)).map { change in
      switch change {
      case .insert(let offset, let line, _): "+\(offset + 1) \(line)"
      case .remove(let offset, let line, _): "-\(offset + 1) \(line)"
      }
    }
    Issue.record(
      "\(path) differs; UPDATE_GOLDEN=1 rewrites it:\n\(difference.joined(separator: "\n"))",
      sourceLocation: sourceLocation)
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
