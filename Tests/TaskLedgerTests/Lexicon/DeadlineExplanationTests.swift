import TaskLedger
import Testing

/// A deadline is explained by what it was read as and by the convention that gives its day.
///
/// Source: product description, Deadlines (conventions for the due day, used everywhere and printed by
/// `xiaohao deadline`).
struct DeadlineExplanationTests {
  private static func explained(_ words: String) -> String {
    DeadlineLanguage.explain(DeadlineLanguage.read(words, year: 2020))
  }

  @Test(arguments: [
    ("2020年9月10日前", "2020年9月10日到期", "当日为到期日"),
    ("2020年9月上旬", "2020年9月10日到期", "上旬、月初以10日"),
    ("2020年9月", "2020年9月30日到期", "以当月最后一日为到期日"),
    ("2020年上半年", "2020年6月30日到期", "上半年和年中为6月30日"),
    ("2020年三季度", "2020年9月30日到期", "季度和半年以其最后一日"),
    ("2020—2021学年第一学期", "2021年1月31日到期", "第一学期以次年1月31日"),
    ("2020—2021学年", "2021年7月31日到期", "学年以次年7月31日"),
    ("2020年内", "2020年12月31日到期", "只写到年的，以12月31日"),
    ("2020年3月-9月", "2020年3月1日开始，2020年9月30日到期", "一段时间以结束之日为到期日"),
    ("2020年5月、2020年10月", "2个时间点：2020年5月31日、2020年10月31日", "最后一个2020年10月31日为到期日"),
    ("2020年底前，并长期坚持", "2020年12月31日到期，此后长期坚持", "只写到年的"),
    ("2020年9月起长期坚持", "自2020年9月1日起长期坚持", "没有到期日"),
    ("长期坚持", "读作长期坚持", "每月至少要有一条进展或一份佐证"), ("立行立改", "读作立行立改，没有到期日", ""),
    ("立行立改，长期坚持", "此后长期坚持", ""), ("适时", "没有写明日期", "不作推测"), ("", "未载明完成时限", "不作推测"),
  ])
  func `the day and the convention that gives it are said`(
    words: String, day: String, convention: String
  ) {
    let text = Self.explained(words)
    #expect(text.contains(day), "\(text)")
    #expect(convention.isEmpty || text.contains(convention), "\(text)")
  }

  @Test(arguments: [
    ("每周", "每周一次，周日到期"), ("每周一、周四", "周一、周四到期"), ("每两周", "每2周一次"), ("每月", "每月一次，最后一日到期"),
    ("每月25日前", "每月一次，25日到期"), ("每月31日前", "每月一次，最后一日到期"), ("每两个月", "每2个月一次"),
    ("每季度", "每季度一次，季末月最后一日到期"), ("每半年", "6月30日和12月31日到期"), ("每学期", "1月31日和7月31日到期"),
    ("每年", "每年一次，12月最后一日到期"), ("每年5月、11月", "每年2次，5月最后一日、11月最后一日到期"),
    ("2020年9月起每月25日前", "自2020年9月1日起，每月一次"),
    ("2020年9月至12月每月25日前", "自2020年9月1日起，至2020年12月31日止，每月一次"),
  ])
  func `what recurs says how often, on which days and between which`(words: String, said: String) {
    let text = Self.explained(words)
    #expect(text.contains(said), "\(text)")
    #expect(words.contains("起") || words.contains("至") || !text.contains("自"), "\(text)")
  }

  @Test(arguments: [
    ("10月前", "「前」字前面没有「底」"), ("2020年6月30日（星期一）前", "星期与日期不符"), ("6月1", "没有写「日」"),
    ("2O2O年6月底前", "混有字母"), ("2020年11月底前启动，12月完成", "按前面的年份读出"), ("11月-1月", "后一个时间早于前一个"),
  ])
  func `each doubt about a day is said, and only that`(words: String, said: String) {
    let all = ["「前」字前面没有「底」", "星期与日期不符", "没有写「日」", "混有字母", "按前面的年份读出", "后一个时间早于前一个"]
    let text = Self.explained(words)
    #expect(all.filter { text.contains($0) } == [said], "\(text)")
  }

  @Test func `a year that was taken from the document is said`() {
    #expect(Self.explained("9月底前").contains("年份取自文件"))
    #expect(!Self.explained("2020年9月底前").contains("年份取自文件"))
  }
}
