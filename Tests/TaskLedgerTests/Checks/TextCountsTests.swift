import TaskLedger
import TestSupport
import Testing

/// What a text says of how far the work is, against the ledger.
///
/// Source: product description, Papers (figures that contradict the ledger are named).
struct TextCountsTests {
  /// A ledger in which nothing is settled.
  private static let onDay = LedgerOnDay(History.imported.ledger, on: "2020-07-22")

  private static func counted(_ text: String) -> [Int] {
    TextCounts.contradictions(in: text, of: onDay).map(\.counted)
  }

  @Test(arguments: [
    "已销号1项。", "截至目前已销号为3项，", "改革举措已办妥2项。", "\(onDay.items.count)项改革举措已全部办妥。",
    "99条举措均已完成",
  ])
  func `a count or a claim that the ledger does not bear out is named`(text: String) {
    #expect(Self.counted(text) == [0])
  }

  @Test(arguments: [
    "已销号0项。", "1项改革举措已全部办妥。", "改革举措全部办妥。", "已销号的各项材料齐全。", "全部完成培训3场。", "开展活动99项。",
  ])
  func `what agrees, counts something else or names no count is left alone`(text: String) {
    #expect(Self.counted(text) == [])
  }

  @Test func `it says which of the two is counted, and each clause once`() {
    let text = "已销号2项，已办妥3项，已销号2项。"
    #expect(
      TextCounts.contradictions(in: text, of: Self.onDay) == [
        .init(words: "已销号2项", isOfClosed: true, counted: 0),
        .init(words: "已办妥3项", isOfClosed: false, counted: 0),
      ])
  }
}
