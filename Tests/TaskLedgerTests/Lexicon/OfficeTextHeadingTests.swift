import TaskLedger
import Testing

/// Headings of the office's own words, which are read by heading.
///
/// Source: product description, Papers (the office's own words).
struct OfficeTextHeadingTests {
  private static let parts: [OfficeText.Part] = [.results, .problems, .nextSteps, .guidance]

  @Test func `the heading that is written out is read back as its part`() throws {
    for part in Self.parts {
      let title = try #require(OfficeTextHeadings.title(of: part))
      #expect(OfficeTextHeadings.part(titled: title) == part)
    }
    #expect(OfficeTextHeadings.title(of: .task(3)) == nil)
  }

  @Test(
    arguments: [
      ("改革成效", .results), ("取得的成效", .results), ("主要成果", .results), ("存在的问题", .problems),
      ("存在不足", .problems),
      ("问题不足", .problems), ("下一步工作打算", .nextSteps), ("下一步举措", .nextSteps), ("领导重视", .guidance),
      ("上级指导", .guidance),
      ("改革成效如何", nil), ("问 题", nil), ("", nil), ("基本情况", nil), ("明确职责", nil),
    ] as [(String, OfficeText.Part?)])
  func `offices call the parts by several names`(title: String, part: OfficeText.Part?) {
    #expect(OfficeTextHeadings.part(titled: title) == part)
  }

  @Test(arguments: ["各项任务落实情况", "存在问题和下一步工作", "文稿", "自评结论", "基本情况", "主要做法"])
  func `headings of papers hold no text of their own`(title: String) {
    #expect(OfficeTextHeadings.isOther(title))
    #expect(OfficeTextHeadings.part(titled: title) == nil)
  }

  @Test(arguments: [
    ("成效", true), ("改革领导机构设置职责分工", true), ("改革领导机构设置职责分工表", false), ("机构精简。", false),
    ("机构、人员", false), ("精简9个", false),
    ("说明：", false), ("机构精简", true), ("", true),
  ])
  func `a heading is short and no sentence`(title: String, isLike: Bool) {
    #expect(OfficeTextHeadings.isLikeHeading(title) == isLike)
  }

  @Test func `a paragraph that asks for words holds none`() {
    #expect(OfficeTextHeadings.isPlaceholder(OfficeTextHeadings.placeholder + "请写本项任务的做法"))
    #expect(!OfficeTextHeadings.isPlaceholder("机构由九个减为六个。" + OfficeTextHeadings.placeholder))
    #expect(!OfficeTextHeadings.isPlaceholder(""))
    #expect(OfficeTextHeadings.untitled(task: 12) == "第12项任务")
  }
}
