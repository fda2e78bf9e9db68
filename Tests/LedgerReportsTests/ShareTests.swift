import LedgerReports
import TestSupport
import Testing

struct ShareTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var counts: [Int]
    var words: [String]
    var testDescription: String { "\(counts)" }
  }

  @Test(arguments: [
    Row(counts: [1, 1, 1], words: ["33.4", "33.3", "33.3"]),
    Row(counts: [20, 2, 1, 1, 3], words: ["74.1", "7.4", "3.7", "3.7", "11.1"]),
    Row(counts: [5], words: ["100.0"]), Row(counts: [], words: []),
    Row(counts: [0, 0], words: ["0.0", "0.0"]), Row(counts: [0, 3], words: ["0.0", "100.0"]),
  ])
  func `shares of one table are rounded by largest remainder`(row: Row) {
    #expect(Shares.words(of: row.counts) == row.words)
  }

  @Test(arguments: 0..<200)
  func `shares of any counts add up to 100`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let counts = (0..<Int.random(in: 1...30, using: &random)).map { _ in
      Int.random(in: 0...5000, using: &random)
    }
    let total = counts.reduce(0, +)
    #expect(Shares.tenths(of: counts).reduce(0, +) == (total > 0 ? 1000 : 0), "seed \(seed)")
  }

  @Test func `a ratio is rounded half up without floating point`() {
    #expect(Ratio(1, of: 8).percent == "12.5")
    #expect(Ratio(1, of: 3).percent == "33.3")
    #expect(Ratio(2, of: 3).percent == "66.7")
    #expect(Ratio(1, of: 2000).percent == "0.1")
    #expect(Ratio(3, of: 3).percent == "100.0")
    #expect(Ratio(0, of: 0).percent == nil)
    #expect(Ratio.percent(21, of: 31, decimals: 2) == "67.74")
  }
}
