import Testing

@testable import TaskLedger

struct SideBySideTests {
  @Test func `pieces come to the same in the same order however they are cut`() {
    let squares = (0..<10_000).map { $0 * $0 }
    for size in [1, 7, 4096, 10_000, 20_000] {
      let parts = SideBySide.map(stretchesOf: squares.count, size: size) { $0.map { $0 * $0 } }
      #expect(parts.flatMap(\.self) == squares)
      #expect(parts.count == (squares.count + size - 1) / size)
    }
    #expect(SideBySide.map(stretchesOf: 0) { $0.count }.isEmpty)
  }
}
