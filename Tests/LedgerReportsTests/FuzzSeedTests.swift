import Foundation
import FuzzedReaders
import TestSupport
import Testing

/// The seeds of `scripts/fuzz.sh`, read once in every run of the tests.
struct FuzzSeedTests {
  private static let plans = SharedDocuments.repository.appendingPathComponent(
    "Tests/Fixtures/plans")

  @Test(arguments: ["docx", "xlsx", "csv", "md", "html", "txt"])
  func `every seed is read to its end`(ending: String) throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.plans, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == ending }
    #expect(ending == "html" || !files.isEmpty)
    let reader = FuzzedReader(named: ending)
    for file in files { reader.read(Array(try Data(contentsOf: file))) }
    for words in ["", "\u{FFFD}", "<table>", "| a |\n|--|", "PK\u{3}\u{4}"] {
      reader.read(Array(words.utf8))
    }
  }

  @Test(arguments: [
    ("condition", "工作人员 ≤ 40"), ("template", "{{#items}}{{id}}{{/items}}"),
    ("event", "ledger.opened\n{}"),
  ])
  func `conditions, templates and events are read to their end`(name: String, seed: String) {
    let reader = FuzzedReader(named: name)
    for words in ["", seed, String(seed.reversed())] { reader.read(Array(words.utf8)) }
  }
}
