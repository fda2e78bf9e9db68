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
  private static let seconds =
    ProcessInfo.processInfo.environment["XIAOHAO_FUZZ_SECONDS"].flatMap { Double($0) }
  private static let rounds = 250

  @Test(arguments: MutationTests.samples)
  func `what is changed in its structure is read or refused`(sample: MutationTests.Sample) throws {
    let end = Self.seconds.map { Date().addingTimeInterval($0) }
    var seed: UInt64 = end == nil ? 1 : UInt64(Date().timeIntervalSince1970)
    var round = 0
    while end.map({ Date() < $0 }) ?? (round < Self.rounds) {
      round += 1
      seed &+= 1
      var dice = SplitMix64(seed: seed)
      var parts = sample.parts
      for _ in 0..<Int.random(in: 1...3, using: &dice) {
        let part = Int.random(in: parts.indices, using: &dice)
        parts[part].1 = Self.changed(parts[part].1, &dice)
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

  /// Moves, doubles, drops or nests a tag or a whole element, or a mark of text.
  private static func changed(_ text: String, _ dice: inout SplitMix64) -> String {
    var pieces: [Substring] = []
    var start = text.startIndex
    for index in text.indices where "<>|\n&,\t\"`".contains(text[index]) {
      let isEnd = text[index] == ">"
      let cut = isEnd ? text.index(after: index) : index
      if cut > start { pieces.append(text[start..<cut]) }
      start = cut
    }
    pieces.append(text[start...])
    guard pieces.count > 1 else { return text + text }
    let place = Int.random(in: pieces.indices, using: &dice)
    let length = Int.random(in: 1...min(12, pieces.count - place), using: &dice)
    let taken = Array(pieces[place..<place + length])
    let target = Int.random(in: 0...pieces.count, using: &dice)
    switch Int.random(in: 0..<5, using: &dice) {
    case 0: pieces.insert(contentsOf: taken, at: target)
    case 1: pieces.removeSubrange(place..<place + length)
    case 2:
      pieces.removeSubrange(place..<place + length)
      pieces.insert(contentsOf: taken, at: min(target, pieces.count))
    case 3: pieces.insert(contentsOf: Array(repeating: taken, count: 300).joined(), at: target)
    default: pieces.swapAt(place, min(target, pieces.count - 1))
    }
    return pieces.joined()
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
