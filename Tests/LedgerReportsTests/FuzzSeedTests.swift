import Foundation
import FuzzedReaders
import TaskLedger
import TestSupport
import Testing

/// The seeds of `scripts/fuzz.sh`, read once in every run of the tests.
struct FuzzSeedTests {
  private static let fixtures = SharedDocuments.repository.appendingPathComponent("Tests/Fixtures")

  private static func files(in folder: String, _ ending: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: fixtures.appendingPathComponent(folder), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == ending }
  }

  private static let page =
    "<table><tr><th>序号<th>改革内容<th>完成时限<tr><td>1<td>设立监督岗<td>6月底前</table>"

  @Test(arguments: ["docx", "xlsx", "csv", "md", "html", "txt"])
  func `every seed is read to its end`(ending: String) throws {
    let files = try Self.files(in: "plans", ending)
    #expect(ending == "html" || !files.isEmpty)
    let reader = FuzzedReader(named: ending)
    for file in files { reader.read(Array(try Data(contentsOf: file))) }
    if ending == "html" { reader.read(Array(Self.page.utf8)) }
    for words in ["", "\u{FFFD}", "<table>", "| a |\n|--|", "PK\u{3}\u{4}"] {
      reader.read(Array(words.utf8))
    }
  }

  @Test(arguments: [
    ("condition", "工作人员 ≤ 40"), ("template", "{{#items}}{{id}}{{/items}}"),
  ])
  func `conditions and templates are read to their end`(name: String, seed: String) {
    let reader = FuzzedReader(named: name)
    for words in ["", seed, String(seed.reversed())] { reader.read(Array(words.utf8)) }
  }

  @Test func `every stored event is read to its end`() throws {
    let files = try Self.files(in: "events/v1", "json")
    #expect(!files.isEmpty)
    let reader = FuzzedReader(named: "event")
    for file in files {
      let name = file.deletingPathExtension().lastPathComponent
      let payload = try String(contentsOf: file, encoding: .utf8)
      #expect(LedgerEvent.Name(rawValue: name) != nil, "\(name)")
      reader.read(Array("\(name)\n\(payload)".utf8))
      reader.read(Array("\(name)\n\(payload.dropLast(3))".utf8))
    }
  }
}
