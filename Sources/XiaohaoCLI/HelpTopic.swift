import BundledAssets

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
         2  别人先写入了，本次没有写入
        64  命令写法不对
        65  文件读不了
        70  程序内部出错
        74  磁盘读写出错
        76  台账或佐证材料校验不符

      """
    case .licences: BundledAssets.notice
    case .deadline:
      """
      完成时限的写法与到期日
        2020年6月、6月底前、6月末     当月最后一天
        2020年6月10日前               当日
        6月上旬 / 6月初               10日
        6月中旬 / 6月中               20日
        6月下旬                       当月最后一天
        2020年上半年                  6月30日
        2020年、2020年内、2020年底、下半年   12月31日
        2020—2021学年第一学期         2021年1月31日
        2020—2021学年第二学期         2021年7月31日
        3月—5月                       按终点；5月、10月：按最后一个
        2020年9月起                   只有起点，没有到期日
        2020年底前，并长期坚持        12月31日到期，之后长期坚持
        全年持续推进、长期坚持        没有到期日，每月要有进展或佐证
        空白、适时                    不猜测，列为未载明
      没有写年份的按文件年份计，并标记 year-assumed。
      试一试：xiaohao deadline 2020年底前，并长期坚持

      """
    }
  }
}
