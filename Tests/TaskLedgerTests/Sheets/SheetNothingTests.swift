import TaskLedger
import Testing

/// A cell that says that there is nothing is no progress, by whatever sign.
///
/// Source: product description, Signs of life (a note) and Sheets (blanks never erase).
struct SheetNothingTests {
  private static func refusals(_ text: String) -> [LedgerRejection.Reason] {
    MoreTimeTests.rejection(.note("1.1", text: text), by: SampleSchool.owner)
  }

  @Test(arguments: [
    "无", "暂无", "没有", "无。", " 无 进展 ", "暂无进展；", "没有进展.", "/", "／", "-", "—", "——", "。", "",
    "\u{3000}",
  ])
  func `words that say nothing are no note, and nothing comes alive by them`(text: String) {
    #expect(SheetWords.isNothing(text))
    #expect(Self.refusals(text) == [.entry(.textMissing(.note))])
  }

  @Test(arguments: ["无新增问题", "没有问题，已全部完成", "已完成", "0", "暂无经费，已申请", "-5人", "/3"])
  func `words that say something are`(text: String) {
    #expect(!SheetWords.isNothing(text))
    #expect(Self.refusals(text) == [])
  }
}
