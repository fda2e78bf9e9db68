import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// July to 14 October of two schools on the real plan, as an office does it, with the counts of every
/// month in every output; skipped by name when the real documents are not there.
@Suite(.enabled(if: SharedDocuments.isAvailable, Comment(rawValue: SharedDocuments.absence)))
struct OfficeYearTests {
  private static let all =
    "1.1 1.2 1.3 1.4 2.1 2.2 2.3 3.1 3.2 4.1 4.2 5.1 5.2 5.3 6.1 6.2 7.1 7.2 "
    + "7.3 7.4 8.1 8.2 9.1 9.2 10.1 10.2 10.3"

  static let notReady = """
    2020-07-21 校团委 revise 1.4 2.1 2.2 3.1 5.2 5.3 9.2 10.3 --confirm --reason 与原件核对一致
    2020-07-21 学工部 start 1.1 2.1 2.2 2.3 4.1 5.1 5.2 7.2 8.2 10.2 10.3
    2020-07-22 领导小组办公室 revise 7.2 --deadline 2020年8月底前，并长期坚持 --reason 会议明确
    2020-07-22 领导小组办公室 revise 8.2 --deadline 每月25日前 --reason 会议明确
    2020-07-23 学工部 attach 1.1 材料1.1.pdf
    2020-07-23 学工部 attach 2.1 材料2.1.pdf
    2020-07-23 学工部 attach 2.2 材料2.2.pdf
    2020-07-23 学工部 submit 1.1 2.1 2.2 --summary 已于7月20日办结。
    2020-07-24 领导小组办公室 close 1.1 2.1 --opinion 同意销号
    2020-07-24 领导小组办公室 return 2.2 --reason 缺名单
    2020-07-28 学工部 attach 4.1 5.1 5.2 指引.pdf
    2020-07-28 学工部 submit 4.1 5.1 5.2 --summary 指引已印发。
    2020-07-29 领导小组办公室 close 4.1 5.1 --opinion 同意销号
    2020-07-29 校学生会 note 2.3 收集意见12条
    2020-07-29 校学生会 sustain 2.3
    2020-07-31 figures
    2020-08-10 学工部 attach 5.1 补充.pdf --on 2020-07-20
    2020-08-15 领导小组办公室 withdraw 1.2 --basis 团粤函〔2020〕5号
    2020-08-20 学工部 note 8.2 评议结果用于评优
    2020-08-24 学工部 extend request 10.3 --until 2020-09-20 --reason 换届推迟 --progress 已拟稿
    2020-08-25 领导小组办公室 extend grant 10.3 --basis 8月例会
    2020-08-26 学工部 attach 7.2 10.2 材料a.pdf
    2020-08-26 学工部 submit 7.2 10.2 --summary 已印发。
    2020-08-27 领导小组办公室 close 7.2 10.2 --opinion 同意销号
    2020-08-31 figures
    2020-09-10 校团委 reopen 4.1 --finding 名单不实 --basis 督查
    2020-09-22 学工部 start 1.3 3.1 7.1 7.3
    2020-09-23 学工部 attach 3.1 材料3.1.pdf
    2020-09-23 学工部 submit 3.1 --summary 已撤并。
    2020-09-24 领导小组办公室 close 3.1 --opinion 同意销号
    2020-09-25 学工部 submit 2.2 --summary 名单已补。
    2020-09-26 领导小组办公室 close 5.1 --opinion 复核同意
    2020-09-30 figures
    2020-10-09 领导小组办公室 close 2.2 --opinion 同意销号
    2020-10-10 校学生会 note 2.3 收集意见8条
    2020-10-12 figures
    2020-10-14 学工部 note 7.2 继续培养
    2020-10-14 figures
    """

  private static func figures(
    _ states: [String: Int], overdue: String = "", missed: String = "", dueThisMonth: String = "",
    settled: Int, passes: Bool = false
  ) -> OfficeYear.Figures {
    func ids(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    return OfficeYear.Figures(
      states: states, overdue: ids(overdue), missed: ids(missed), dueThisMonth: ids(dueThisMonth),
      settled: settled, passes: passes)
  }

  static let notReadyFigures: [String: OfficeYear.Figures] = {
    let october: [String: Int] = [
      "待启动": 11, "推进中": 6, "待审核": 1, "已销号": 7, "长期坚持": 1, "已撤销": 1,
    ]
    let late = "1.3 5.2 5.3 6.1 7.1 7.3 8.1 10.3"
    let open = "1.4 3.2 4.1 4.2 6.2 7.4 8.2 9.1 9.2 10.1"
    return [
      "2020-07-31": figures(
        ["待启动": 16, "推进中": 5, "待审核": 1, "已销号": 4, "长期坚持": 1], overdue: "2.2", missed: "8.2",
        dueThisMonth: "1.2 5.2 5.3 6.1 8.1", settled: 5),
      "2020-08-31": figures(
        [
          "待启动": 15, "推进中": 3, "待审核": 1, "已销号": 5, "销号失效": 1, "长期坚持": 1, "已撤销": 1,
        ], overdue: "2.2 5.1 5.2 5.3 6.1 8.1", settled: 6),
      "2020-09-30": figures(
        ["待启动": 11, "推进中": 6, "待审核": 2, "已销号": 6, "长期坚持": 1, "已撤销": 1],
        overdue: "2.2 5.2 5.3 6.1 8.1 10.3", missed: "8.2", dueThisMonth: "1.3 7.1 7.3",
        settled: 6),
      "2020-10-12": figures(
        october, overdue: late, missed: "8.2", dueThisMonth: open, settled: 8),
      "2020-10-14": figures(
        october, overdue: late, missed: "8.2", dueThisMonth: open, settled: 9),
    ]
  }()

  @Test func `a school that is not ready`() throws {
    try OfficeYear().walk(Self.notReady, expecting: Self.notReadyFigures)
  }

  static let ready =
    """
    2020-07-21 校团委 revise 1.4 2.1 2.2 3.1 5.2 5.3 9.2 10.3 --confirm --reason 与原件核对一致
    2020-07-21 领导小组办公室 revise 9.2 --deadline 2020年9月 --reason 会议明确
    2020-07-21 学工部 start \(all)

    """
    + stage("1.1 2.1 2.2", "2020-07-24") + stage("1.2 4.1 5.1 5.2 5.3 6.1 8.1", "2020-07-29")
      + """
      2020-07-29 校学生会 note 2.3 收集意见12条
      2020-07-29 校学生会 sustain 2.3
      2020-07-31 figures

      """
    + stage("10.2 10.3", "2020-08-28")
      + """
      2020-08-30 校学生会 note 2.3 收集意见9条
      2020-08-31 figures

      """
    + stage("1.3 3.1 7.1 7.2 7.3 9.2", "2020-09-27")
    + "2020-09-30 figures\n"
    + stage("1.4 3.2 4.2 6.2 7.4 8.2 9.1 10.1", "2020-10-11")
      + """
      2020-10-12 校团委 fact import 数据.md --on 2020-09-25
      2020-10-12 figures
      2020-10-13 校学生会 attach 2.3 照片1.pdf 照片2.pdf 照片3.pdf --group 走访照片
      2020-10-14 figures
      """

  /// Everything that takes items to their closure on a day.
  private static func stage(_ ids: String, _ day: String) -> String {
    ids.split(separator: " ").map { "\(day) 学工部 attach \($0) 材料\($0).pdf\n" }.joined()
      + "\(day) 学工部 submit \(ids) --summary 已按要求办结。\n"
      + "\(day) 领导小组办公室 close \(ids) --opinion 同意销号\n"
  }

  static let readyFigures: [String: OfficeYear.Figures] = [
    "2020-07-31": figures(["推进中": 16, "已销号": 10, "长期坚持": 1], settled: 11),
    "2020-08-31": figures(["推进中": 14, "已销号": 12, "长期坚持": 1], settled: 13),
    "2020-09-30": figures(["推进中": 8, "已销号": 18, "长期坚持": 1], settled: 18),
    "2020-10-12": figures(["已销号": 26, "长期坚持": 1], dueThisMonth: "2.3", settled: 26),
    "2020-10-14": figures(["已销号": 26, "长期坚持": 1], settled: 27, passes: true),
  ]

  @Test func `a school that passes`() throws {
    try OfficeYear().walk(Self.ready, expecting: Self.readyFigures)
  }
}
