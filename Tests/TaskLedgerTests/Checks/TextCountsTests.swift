import TaskLedger
import TestSupport
import Testing

/// What a text says of how far the work is, against the ledger.
///
/// Source: product description, Papers (figures that contradict the ledger are named).
struct TextCountsTests {
  /// A ledger in which nothing is settled.
  private static let onDay = LedgerOnDay(History.imported.ledger, on: "2020-07-22")

  private static func counted(_ text: String) -> [TextCounts.Count] {
    TextCounts.contradictions(in: text, of: onDay).map(\.counted)
  }

  @Test(arguments: [
    "已销号1项。", "截至目前已销号为3项，", "改革举措已办妥2项。", "\(onDay.items.count)项改革举措已全部办妥。",
    "99条举措均已完成",
  ])
  func `a count or a claim that the ledger does not bear out is named`(text: String) {
    #expect(Self.counted(text).count == 1)
    #expect([[.closed(0)], [.settled(0)]].contains(Self.counted(text)))
  }

  /// One item of the sample falls due and is late in the last days of the year.
  @Test(.bug(id: "text-counts", "what a text said of delay, rate and total was not read"))
  func `totals, delays and the completion rate are held against the ledger`() {
    let late = LedgerOnDay(History.imported.ledger, on: "2021-02-01")
    let overdue = late.items.count(where: \.isOverdue)
    let tally = late.tally()
    #expect(overdue > 0 && tally.mustClose > 0)
    func found(_ text: String) -> [TextCounts.Count] {
      TextCounts.contradictions(in: text, of: late).map(\.counted)
    }
    let rate = TextCounts.Count.completion(closed: 0, of: tally.mustClose)
    #expect(found("共销号2项") == [.closed(0)])
    #expect(found("办妥3项") == [.settled(0)])
    #expect(found("未办妥0项") == [.unsettled(late.items.count)])
    // The second of two counts in one part of a sentence is read as well.
    #expect(found("未办妥\(late.items.count)项、办妥3项") == [.settled(0)])
    #expect(found("按期完成率0%、完成率100%") == [rate])
    #expect(found("逾期0项") == [.overdue(overdue)])
    #expect(found("完成率100%") == [rate])
    #expect(found("完成率为 96.3％") == [rate])
    for text in [
      "逾期\(overdue)项", "完成率0%", "完成率0.0%", "按期完成率100%", "本月共销号2项", "未办妥\(late.items.count)项",
      "逾期率100%", "完成率明显提高", "逾期销号3项", "逾期未办妥1项", "报送日未办妥1项", "到期未办妥1项",
      "未办妥\(late.items.count)项、办妥0项", "按期完成率100%、完成率0%",
    ] {
      #expect(found(text) == [], "\(text)")
    }
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
        .init(words: "已销号2项", counted: .closed(0)),
        .init(words: "已办妥3项", counted: .settled(0)),
      ])
  }
}
