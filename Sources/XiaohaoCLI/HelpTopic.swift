import LedgerDesk

/// Help that belongs to no single command.
enum HelpTopic: String, CaseIterable {
  case exitCodes = "exit-codes"
  case deadline = "deadline"
  case licences = "licences"

  /// The topic that `help NAME` asks for; nil when the arguments are something else.
  static func requested(by arguments: [String]) -> HelpTopic? {
    guard arguments.count == 2, arguments[0] == "help" else { return nil }
    return HelpTopic(rawValue: arguments[1]) ?? allCases.first { $0.alias == arguments[1] }
  }

  /// The Chinese name.
  private var alias: String {
    switch self {
    case .exitCodes: "退出码"
    case .deadline: "时限"
    case .licences: "许可"
    }
  }

  var text: String {
    switch self {
    case .exitCodes:
      """
      退出码
         0  正常
         1  有问题清单，或按规则不能办理
         2  别人先写入了，或条目在看过之后变了，本次没有写入
        64  命令写法不对
        65  文件读不了
        70  程序内部出错
        74  磁盘读写出错
        76  台账或佐证材料校验不符

      """
    case .licences: Desk.notice
    case .deadline:
      """
      完成时限的写法与到期日
        2020年6月、6月底前、6月末     当月最后一天；6月前同样，但标记 deadline-ambiguous
        2020年6月10日前（含）、不迟于6月10日、6月10日下班前   当日
        6月上旬 / 6月初               10日；上半月15日
        6月中旬 / 6月中、中上旬       20日
        6月下旬、中下旬               当月最后一天
        2020年上半年                  6月30日；第三季度、Q3、前三季度9月30日
        2020年、2020年内、2020年底、下半年   12月31日
        2020—2021学年第一学期         2021年1月31日
        2020—2021学年第二学期         2021年7月31日
        2020年内（10月底前完成）      括号里更细的时间为准
        3月—5月                       按终点；11月—1月跨年，标记 deadline-ambiguous；其他倒写的不认
        5月、10月，6月28、29日        按最后一个；力争6月底前、最迟9月底前按最迟的
        原定6月底，调整至9月底        按调整后的
        2020年9月起、2020年9月—       只有起点，没有到期日
        自印发之日起30日内            从文件印发的次日起算；印发日期不明的没有到期日
        每月25日前、每季度末、每年5月和11月、每两个月一次   定期，逐次到期
        国庆节前、五四前              节日当日；元旦前按印发日之后的元旦；春节、中秋等逐年变动的以事项为准
        换届前、2020年暑假、学代会召开时、第16周、本学期末   以事项为准，没有到期日，标记 deadline-vague
        2020年底前，并长期坚持        12月31日到期，之后长期坚持
        全年持续推进、长期坚持        没有到期日，每月要有进展或佐证
        空白、适时                    不猜测，列为未载明
      没有写年份的按文件年份计，并标记 year-assumed。
      连在一起的两个日期、没有起算日的「一周内」「两个月内」、不存在的日期不认，请写明年月日。
      用法：xiaohao deadline 写法，例如 xiaohao deadline 2020年底前，并长期坚持

      """
    }
  }
}
