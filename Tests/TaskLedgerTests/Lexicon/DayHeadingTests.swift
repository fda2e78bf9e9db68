import TaskLedger
import Testing

/// Which headings of days name the day until which, and which name the day of something else.
///
/// Source: product description, The plan against the list (columns are known by what they hold), and
/// decision 0179.
struct DayHeadingTests {
  @Test(arguments: [
    "交办日期", "交办时间", "登记日期", "发现时间", "发文日期", "收文时间", "下达日期", "下发时间", "印发日期", "受理时间", "移交日期", "转办时间",
    "接收日期", "填报时间", "填表日期", "更新时间", "通报时间", "检查时间", "督查时间", "巡察反馈时间", "立项时间", "上次反馈日期", "提出日期",
    "录入时间",
    "签收日期", "启动时间", "开始时间", "起始日期", "起", "省定时限", "上级时限", "实际完成时间", "整改进展情况及完成时间",
  ])
  func `a day of something else`(heading: String) {
    #expect(PlanPhrases.namesForeignDay(heading))
  }

  @Test(arguments: [
    "完成时限", "完成时间", "整改时限", "办结时间", "要求办结", "时间节点", "截止日期", "时限", "销号时间",
    // The limit of what was assigned, and the end of what began with it.
    "交办时限", "督查办结时限", "下达期限", "督查事项完成时间", "立项完成时间", "巡视整改时间", "问题提出整改时间", "通报问题销号日期",
  ])
  func `the day until which`(heading: String) {
    #expect(!PlanPhrases.namesForeignDay(heading))
  }

  @Test(arguments: ["完成时限", "启动时间", "交办日期", "截止日期", "时间节点", "实际完成时间"])
  func `either is a heading of days`(heading: String) {
    #expect(PlanPhrases.namesDay(heading))
  }

  @Test(arguments: ["改革内容", "责任部门", "落实措施", "序号", "备注", "任务"])
  func `other headings are none of days`(heading: String) {
    #expect(!PlanPhrases.namesDay(heading))
    #expect(!PlanPhrases.namesForeignDay(heading))
  }

  @Test(
    arguments: [
      ("2020年㋅", "2020年6月"), ("2020年㋋", "2020年12月"), ("6月㏳", "6月20日"), ("㏠", "1日"), ("⼯作", "工作"),
      ("2020年6月", "2020年6月"), ("〇", "〇"), ("、。", "、。"), ("ㄅ", "ㄅ"),
    ])
  func `months and days in one sign are read as they look`(written: String, plain: String) {
    #expect(TextFolding.withoutRadicals(written) == plain)
  }

  @Test(arguments: ["注：以上时限", "（以下空白）", "以下无正文", "图例", "备注:一", "说明：二", "※ 三"])
  func `notes to a table begin so`(words: String) {
    #expect(PlanPhrases.isNote(TextFolding.compact(words)))
  }

  @Test(arguments: ["注重实效", "以下放权力", "备注栏", "说明会", "图书馆"])
  func `words that only look like it are no notes`(words: String) {
    #expect(!PlanPhrases.isNote(TextFolding.compact(words)))
  }
}
