import Foundation
import OfficeFiles
import TestSupport
import Testing
import XiaohaoCLI

/// Sheets whose parts are changed again and again: an answer is never recorded of another item, a
/// refusal says why, and nothing is half recorded. `make fuzz` changes thousands.
struct SheetFuzzTests {
  private let options = " --ledger 台账 --today 2020-08-20"

  /// The parts of a filled sheet: each note names its item.
  private func filled(_ desk: Desk) throws -> [ZipFixture.Entry] {
    #expect(desk.run("sheet export 学工部 --output 发出" + options).status == .fine)
    let read = try desk.json("sheet status --json" + options)["departments"] as? [[String: Any]]
    let ids = read?.first { $0["name"] as? String == "学工部" }?["items"] as? [String] ?? []
    let path = desk.path("发出/学工部-填报表-2020-08.xlsx")
    var entries = try ZipArchive.withArchive(at: path, limits: ReadLimits()) {
      (archive) throws(DocumentReadError) -> [ZipFixture.Entry] in
      var entries: [ZipFixture.Entry] = []
      for name in archive.names {
        entries.append(.init(name: name, bytes: try archive.bytes(of: name) ?? []))
      }
      return entries
    }
    let place = try #require(entries.firstIndex { $0.name == "xl/worksheets/sheet2.xml" })
    var text = String(decoding: entries[place].bytes, as: UTF8.self)
    for (row, id) in ids.enumerated() {
      let cell = "<c r=\"H\(row + 2)\" s=\"7\""
      let words = cell + " t=\"inlineStr\"><is><t>进展@\(id)@</t></is></c>"
      #expect(text.contains(cell + "/>"))
      text = text.replacing(cell + "/>", with: words)
    }
    entries[place].bytes = Array(text.utf8)
    return entries
  }

  @Test func `a sheet with changed parts never records a wrong item`() throws {
    let desk = try Desk.withPlan()
    let original = try filled(desk)
    let parts = original.indices.filter {
      original[$0].name.hasPrefix("xl/worksheets") || original[$0].name.hasPrefix("docProps")
        || original[$0].name == "xl/sharedStrings.xml" || original[$0].name == "xl/workbook.xml"
    }
    let before = try desk.ledgerBytes()
    var taken = 0
    try Fuzz.run(rounds: 150, "sheets") { dice, seed in
      var entries = original
      for _ in 0..<Int.random(in: 1...2, using: &dice) {
        let place = parts.randomElement(using: &dice) ?? 0
        let text = String(decoding: entries[place].bytes, as: UTF8.self)
        entries[place].bytes = Array(
          Fuzz.changed(text, at: "<>\"", words: Fuzz.numbers, &dice).utf8)
      }
      try desk.write("变样.xlsx", try ZipFixture(entries).bytes())
      let outcome = try desk.json("sheet import 变样.xlsx --dry-run --json" + options)
      guard let read = (outcome["files"] as? [[String: Any]])?.first else { return }
      if read["status"] as? String == "taken" {
        taken += 1
        for line in read["items"] as? [[String: Any]] ?? [] {
          guard let note = line["note"] as? String, let id = line["id"] as? String,
            note.contains("@")
          else { continue }
          #expect(note.contains("@\(id)@"), "seed \(seed): \(id) \(note)")
        }
      } else {
        let findings = read["findings"] as? [Any] ?? []
        #expect(!findings.isEmpty, "seed \(seed)")
      }
    }
    #expect(taken > 0)
    #expect(try desk.ledgerBytes() == before)
  }
}
