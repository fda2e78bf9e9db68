import Foundation
package import Testing

/// Golden files: the text a test expects, kept in `Tests/Fixtures/golden/`.
///
/// `UPDATE_GOLDEN=1 swift test` rewrites them; otherwise a mismatch prints the lines that differ.
package enum Golden {
  /// Compares a text with its golden file, such as `reports/monthly.md`.
  package static func expect(
    _ actual: String, _ path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expect(actual, at: "Tests/Fixtures/golden/\(path)", sourceLocation: sourceLocation)
  }

  /// Compares a text with a file of the repository, such as an article that shows what is printed.
  package static func expect(
    _ actual: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let url = SharedDocuments.repository.appendingPathComponent(path)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      do {
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(actual.utf8).write(to: url)
      } catch {
        Issue.record("cannot write \(path): \(error)", sourceLocation: sourceLocation)
      }
      return
    }
    guard let expected = try? String(contentsOf: url, encoding: .utf8) else {
      Issue.record(
        "no golden file \(path); UPDATE_GOLDEN=1 writes it", sourceLocation: sourceLocation)
      return
    }
    guard actual != expected else { return }
    Issue.record(
      "\(path) differs:\n\(difference(from: expected, to: actual))",
      sourceLocation: sourceLocation)
  }

  /// The lines that differ, those expected with `-`, those printed with `+`.
  package static func difference(from expected: String, to actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let changes = new.difference(from: old)
    let lines = changes.map { change in
      switch change {
      case .remove(let offset, let line, _): (offset, "- \(offset + 1): \(line)")
      case .insert(let offset, let line, _): (offset, "+ \(offset + 1): \(line)")
      }
    }
    return lines.sorted { $0.0 < $1.0 }.map(\.1).joined(separator: "\n")
  }
}
