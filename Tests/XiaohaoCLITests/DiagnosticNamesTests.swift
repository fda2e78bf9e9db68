import Foundation
import TestSupport
import Testing

/// The list of names of messages holds every name that the program can say, and no other.
struct DiagnosticNamesTests {
  /// What stands in the same files, written like a name.
  private static let others: Set<String> = [
    "duplicate-cell", "duplicate-value", "entry-name", "shared-text",
  ]
  /// Reasons that stand beside a name in the list.
  private static let reasons: Set<String> = ["older-copy", "same-log", "same-school"]

  private static func names(in text: String, _ pattern: String) throws -> Set<String> {
    let expression = try NSRegularExpression(pattern: pattern)
    let whole = NSRange(text.startIndex..., in: text)
    return Set(
      expression.matches(in: text, range: whole).compactMap { match in
        Range(match.range(at: 1), in: text).map { String(text[$0]) }
      })
  }

  @Test func `every name is in the list, and every name in the list is said`() throws {
    let sources = SharedDocuments.repository.appendingPathComponent("Sources")
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var said: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      let name = file.lastPathComponent
      // Names of places are no names of messages.
      guard name != "Diagnostic+Location.swift" else { continue }
      let isOfMessages = name.hasPrefix("Diagnostic+") || name == "FindingCode.swift"
      let mark = isOfMessages ? "" : "(?:code: |fault\\()"
      said.formUnion(try Self.names(in: text, mark + "\"([a-z]+(?:-[a-z]+)+)\""))
    }
    said.subtract(Self.others)
    let list = try String(
      contentsOf: sources.appendingPathComponent("TaskLedger/Documentation.docc/Diagnostics.md"),
      encoding: .utf8)
    let listed = try Self.names(in: list, "`([a-z]+(?:-[a-z]+)+)`").subtracting(Self.reasons)
    #expect(said.count > 400)
    #expect(said.subtracting(listed).sorted() == [], "said and not listed")
    #expect(listed.subtracting(said).sorted() == [], "listed and never said")
  }
}
