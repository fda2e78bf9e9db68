import Foundation
import OfficeFiles
import TaskLedger
import TestSupport
import Testing

/// Inputs that are changed again and again, byte by byte and tag by tag, make no reader trap, hang
/// or break what it promises.
///
/// `make fuzz` runs it for as long as it is told; without, so many rounds as end within seconds.
struct FuzzTests {
  @Test(arguments: MutationTests.samples)
  func `what is changed in its structure is read or refused`(sample: MutationTests.Sample) throws {
    try Fuzz.run(rounds: 250, sample.testDescription) { dice, seed in
      var parts = sample.parts
      for _ in 0..<Int.random(in: 1...3, using: &dice) {
        let part = Int.random(in: parts.indices, using: &dice)
        parts[part].1 = Fuzz.changed(parts[part].1, at: "<>|\n&,\t\"`", &dice)
      }
      let bytes =
        parts.count == 1 ? Array(parts[0].1.utf8) : try ZipFixture(parts: parts).bytes()
      do {
        let document = try DocumentReader.read(
          bytes: bytes, name: sample.testDescription, converter: .none)
        try Self.check(document, seed: seed)
      } catch let error as DocumentReadError {
        #expect(!error.diagnostic.message.isEmpty)
      }
    }
  }

  private static func check(_ document: SourceDocument, seed: UInt64) throws {
    for case .table(let table) in document.blocks {
      for row in table.rows {
        var free = 0
        for cell in row.cells {
          #expect(cell.column >= free && cell.columnSpan >= 1, "seed \(seed)")
          free = cell.column + cell.columnSpan
          #expect(!cell.continuesAbove || cell.paragraphs.isEmpty, "seed \(seed)")
        }
      }
    }
  }
}
