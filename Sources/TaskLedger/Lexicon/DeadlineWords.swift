/// The table of the words that the deadline language knows; the longest word at a place counts.
enum DeadlineWords {
  /// The words by their first scalar, longest first.
  static let byFirst: [UInt32: [(word: [UInt32], meaning: DeadlineWord)]] = {
    var all: [(word: [UInt32], meaning: DeadlineWord)] = []
    for (meaning, words) in table + rhythms + holidays {
      for word in words.unicodeScalars.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        all.append((word.map(\.value), meaning))
      }
    }
    for (meaning, words) in holidays + quotedHolidays {
      for word in words.unicodeScalars.split(separator: " ") {
        for (open, close) in quotes {
          all.append(([open.value] + word.map(\.value) + [close.value], meaning))
        }
      }
    }
    // The sort is stable: of two equal words the first counts.
    return Dictionary(grouping: all.sorted { $0.word.count > $1.word.count }) { $0.word[0] }
  }()

  private static let quotes: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("“", "”"), ("\"", "\""), ("「", "」"), ("‘", "’"),
  ]

  private static let table: [(DeadlineWord, String)] = [
    (.year, "年 年度"), (.month, "月 月份"), (.day, "日 号"), (.quarter, "季度 季 个季度"),
    (.term, "学期 个学期"), (.academicYear, "学年 学年度"), (.week, "周 星期 礼拜 教学周"),
    (.halfYear, "半年 半年度"), (.times, "次 回"),
    (.monthCount, "个月 个整月"), (.weekCount, "周内 星期内 个星期 个周 个礼拜"),
    (.dayCount, "天 天内 个自然日 自然日 个日历日"),
    (.workingDayCount, "个工作日 工作日"), (.otherCount, "小时 个小时 个年度 分钟 课时"),
    (.ordinalMark, "第"), (.firstHalf, "上半年 上半年度 前半年 H1"),
    (.secondHalf, "下半年 下半年度 后半年 H2"),
    (.autumnTerm, "秋季学期 秋学期 秋季新学期"), (.springTerm, "春季学期 春学期 春季新学期"),
    (.firstTerm, "上学期"), (.secondTerm, "下学期"),
    (.quarterName(1), "Q1 q1"), (.quarterName(2), "Q2 q2"), (.quarterName(3), "Q3 q3"),
    (.quarterName(4), "Q4 q4"),
    (.relativeYear(0), "今年 今年度 本年 本年度 当年 当年度"),
    (.relativeYear(1), "明年 明年度 来年"), (.relativeYear(-1), "去年 上年 上年度"),
    (.followingYear, "次年 次年度 翌年 下一年 下一年度 第二年"),
    (.wholeYear, "全年 全年度"),
    (.each, "每 按 逐 每个 每一 每一个"), (.firstMonth, "首月 首个月 头一个月"),
    (.lastMonth, "末月 最后一个月"), (.since, "自 从 不早于 最早 开始时间 启动时间 起始时间"),
    (.by, "前 之前 以前"),
    (.until, "止 为止 结束前 结束之前 截止 截至 前截止 前结束"),
    (.within, "内 之内 以内 期内 里"),
    (.from, "起 开始 始 启动 之日起 启动实施 开始实施 开始启动 起实施 起执行 起施行"),
    (.after, "后 之后 以后 过后 结束后"), (.during, "时 期间 之际 会上 前夕 召开之日"),
    (.latest, "不迟于 不晚于 最迟 最晚 至迟 至晚 不得迟于 不得晚于 最迟不超过 最晚不超过 不超过 最迟于 最晚于 最迟在 最迟不晚于"),
    (.planned, "原定 原定于 原计划 原计划于 原为"),
    (
      .moved,
      """
      调整至 调整为 调整到 改为 改至 改到 延期至 延期到 延至 延到 延迟至 延后至 延长至 推迟至 推迟到 顺延至 暂缓至 暂缓到 缓至 展期至 \
      提前至 提前到 变更为
      """
    ),
    (.early, "初"), (.middle, "中"), (.end, "底 末 终 尾 最后一天 最后一日"),
    (.firstTenDays, "上旬"), (.middleTenDays, "中旬"), (.lastTenDays, "下旬 上、下旬"),
    (.firstTwentyDays, "上中旬 中上旬 上、中旬"), (.lastTwentyDays, "中下旬 中、下旬"),
    (.firstHalfMonth, "上半月 前半月"), (.secondHalfMonth, "下半月 后半月"),
    (.range, "- ~ 至 到"), (.untilNow, "至今 迄今"),
    (.list, "、 和 及 与 或 / 以及 ． ＆ & + 或者"),
    (
      .pause,
      """
      , ; 。 并 且 并且 ! : 同时 随后 然后 此后 其后 ① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ⑪ ⑫ ⑴ ⑵ ⑶ ⑷ ⑸ ⒈ ⒉ ⒊ ⒋ ⒌ ❶ ❷ ❸ ❹ ❺ ⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹ 一是 二是 三是 四是 五是
      """
    ),
    (.open, "( 〔 [ 【 ｛ {"), (.close, ") 〕 ] 】 } ｝"),
    (.clockTime, "上午 下午 中午 晚上 早上 傍晚 晚 整 分 下班前 下班之前 下班时 上班前 当天 当日"),
    (.inclusive, "含 含当日 含当天 含本日 含本数 含当月 包含当日 包括当日"),
    (
      .ongoing,
      """
      全年持续推进 持续推进 持续 长期 长期坚持 长期推进 长期落实 长期执行 长期实施 长期开展 长期保持 常态化 常态化推进 常态化开展 \
      常态化坚持 常态化实施 常态化运行 常态长效 常态 长效 贯穿全年 贯穿始终 贯穿全过程 全过程 全程 持续落实 持续坚持 持续开展 持续用力 \
      持续深化 持续执行 持续实施 持续抓好 持续巩固 坚持不懈 常抓不懈 常年 日常 日常坚持 经常 经常性 经常性开展 一直 始终 始终坚持 坚持 \
      不断推进 不断 深入推进 持续改进 持续完善 持续整改 持续优化 持续巩固提升 长期持续 长期有效 全年推进 全年坚持 全年开展 每天 每日 永久 \
      长期任务 长期工作 贯穿改革全过程 贯穿改革始终 长期抓 长抓不懈 久久为功 长期化
      """
    ),
    (
      .immediate,
      """
      立行立改 立即 立即整改 立即执行 立即落实 立即办理 即知即改 即行即改 立查立改 立改立行 即查即改 边查边改 立整立改 \
      立说立行 即时 即刻 即日 即日起 马上 马上整改 马上就办 第一时间 立即启动 立即实施
      """
    ),
    (
      .vague,
      """
      限期 限期整改 限期完成 限期办结 限期解决 限时 限时整改 限时完成 限时办结 集中整改 \
      适时 尽快 尽早 尽快完成 近期 短期 中期 中长期 逐步 逐渐 择机 择期 视情况 视情 视情况而定 视工作情况 视工作情况而定 视具体情况 视具体情况而定 按需 按需开展 \
      根据需要 根据实际 根据实际情况 根据工作需要 根据工作安排 根据情况 结合实际 按要求 按照要求 按上级要求 按照上级要求 \
      按计划 按照计划 按进度 按期 按时 如期 待定 暂未确定 未定 不定期 随时 及时 抓紧 抓紧完成 早日 今后 下一步 \
      条件成熟时 条件成熟后 条件具备时 条件具备后 时机成熟时 时机成熟后 适当时候 适当时机 合适时候 另行通知 另行安排 \
      另定 有条件时 分步 分步实施 分两步 分三步 分步骤 分阶段 分阶段推进 陆续 不限 时间待定 后续 后期 \
      具体时间另行通知 时间另行通知 具体时间待定 定期 定期开展
      """
    ),
    (.event, DeadlineEvents.words),
    (.issue, "印发 印发之日 下发 发文 发布 公布 方案印发 本方案印发 本计划印发 实施方案印发 本实施方案印发 方案发布 发文之日"),
    (
      .verb,
      """
      完成 办结 报 报请 呈报 出台 制定 制订 修订 修改 报送 上报 提交 递交 报备 召开 举办 举行 建立 建成 建立健全 健全 组织 实施 执行 开展 推进 推开 推动 \
      更新 检查 自查 汇报 部署 安排 讨论 研究 形成 完善 理顺 明确 见 取得 达到 实现 配齐 配备 产生 选出 成立 设立 落实 整改 开展一次 拟定 拟订 \
      起草 编制 印制 上线 发放 收集 梳理 摸排 核查 整合 压缩 精简 规范 优化 提升 加强 深化 启用 上墙 公示 备案 归档 审核 审查 核对 汇总 撰写 签订 建章立制 调整 \
      组建 改选 定稿 成稿 收官 配合 协调 督促 指导 打造 培训 学习 传达 动员 转发 推广 迎接 接受 参加 每人 各 投入使用 \
      达标 销号 清零 清理 见底 跟进 跟踪 抓好 抓实 做好 初稿 终稿
      """
    ),
    (
      .label,
      """
      完成时限 时限 完成时间 时间 时间节点 期限 完成期限 整改时限 办理时限 日期 截止时间 截止日期 完成日期 报送时间 时间要求 整改期限 实施时间 \
      起止时间 计划完成时间 预计完成时间
      """
    ),
    (
      .condition,
      """
      除外 例外 取消 作废 终止 停止 未能 不能 无法 若 如果 如遇 如有 倘若 除 之外 以外 待 需经 须经 视 不含 农历 阴历 民国 提前 延期 推迟 延后 延迟 废止 \
      不得早于
      """
    ),
    (.suspended, "暂缓 暂缓实施 暂缓执行 暂不实施 暂不 缓办 暂停 停办"),
    (.overdue, "逾期 超期"), (.partly, "其中 其中:"),
    (.begun, "已启动 已开始 已开展 已着手"),
    (.contrast, "如 不 未 非 但 但是 没有 没 原 实际 为准 错过 参照"),
    (.section, "项 条 款 期 步 阶段 类 项任务 项工作 项措施 条措施"),
    (.sectionName, "措施 举措 问题 整改措施 落实措施 改革举措 具体措施"),
    (.dot, "."), (.tick, "√ ✓ ✔ ☑ ✅"), (.mark, "★ ☆ ▲ △ ● ◆ ◇ ■ ▪ ※ · • ・ → ➢"),
    (
      .filler,
      """
      近期: 短期: 中期: 长期: 远期: 近期目标 短期目标 中期目标 长期目标 远期目标 总体目标 阶段目标 \
      现在起 当前起 目前起 现在至 当前至 目前至 严格 认真 切实 部分 已 初见成效 \
      已提前完成 提前完成 正在进行 正在推进 正在开展 正在实施 推进中 进行中 实施中 落实到位 到位 整改到位 整改完成 调整到位 已于 均已于 于 在 为 是 约 大约 左右 前后 务必 务 请 务请 抓紧于 各校 各系 须 需 应 要 必须 确保 力争 争取 由 其余 剩余 原则上 一般 预计于 拟于 计划于 力争在 \
      计划 预计 拟 截止到 截止至 截至到 \
      全部 全面 基本 任务 工作 各项 所有 各项任务 各项工作 改革 改革任务 \
      至少 不少于 不低于 以上 暂定 已完成 已办结 已落实 初步 初步完成 陆续完成 进行 总结 \
      报告 一并 “ ” ‘ ’ " ' 「 」 * # % 内容 下一次 下次 下一届 新一届 将 予以 均 本校 我校 的 见效 见成效 阶段性成效 \
      取得实效 通过 审定 结束 即可 一次性 长效机制 长效工作机制 常态化机制 常态化工作机制 长期机制 常态机制 长效管理机制 期限内 节假日顺延 遇节假日顺延 可顺延 同步 \
      第一阶段 第二阶段 第三阶段 第四阶段 第一步 第二步 第三步 一期 二期 三期 第一批 第二批 第三批 第四批 第五批 首批 第一期 第二期 第三期 分别 分 批 批次 许
      """
    ),
  ]

  /// Days that have the same date every year. 元旦 and 十一 are days, 春节 and 中秋 are not.
  private static let holidays: [(DeadlineWord, String)] = [
    (.holiday(month: 1, day: 1), "元旦 元旦节"), (.holiday(month: 3, day: 8), "妇女节 三八妇女节"),
    (.holiday(month: 3, day: 12), "植树节"),
    (.holiday(month: 5, day: 1), "五一 五一节 劳动节 五一劳动节 五一国际劳动节"),
    (.holiday(month: 5, day: 4), "五四 五四青年节 青年节"),
    (.holiday(month: 6, day: 1), "儿童节 六一儿童节"),
    (.holiday(month: 7, day: 1), "七一 建党节 七一建党节"),
    (.holiday(month: 8, day: 1), "八一 建军节 八一建军节"), (.holiday(month: 9, day: 10), "教师节"),
    (.holiday(month: 10, day: 1), "国庆节 国庆 国庆日"),
  ]

  /// 十一 is a numeral but in quotation marks.
  private static let quotedHolidays: [(DeadlineWord, String)] = [
    (.holiday(month: 10, day: 1), "十一")
  ]

  /// Words that name a rhythm without 每 and a unit.
  private static let rhythms: [(DeadlineWord, String)] = [
    (.rhythm(Recurrence(period: .week)), "一周一次 一星期一次 一周一报"),
    (.rhythm(Recurrence(period: .week, interval: 2)), "隔周 双周 每双周 每隔一周 每隔周 两周一次 二周一次"),
    (.rhythm(Recurrence(period: .month)), "一月一次 一个月一次 一月一报 一月一调度"),
    (.rhythm(Recurrence(period: .month, interval: 2)), "隔月 每隔一个月 每隔月 两月一次 两个月一次"),
    (
      .rhythm(Recurrence(period: .month, months: [2, 4, 6, 8, 10, 12])), "双月 每双月 逢双月"
    ),
    (.rhythm(Recurrence(period: .month, months: [1, 3, 5, 7, 9, 11])), "单月 每单月 逢单月"),
    (.rhythm(Recurrence(period: .month, days: [15, 31])), "每半月 每半个月 半月一次 半个月一次"),
    (.rhythm(Recurrence(period: .month, days: [10, 20, 31])), "每旬 每一旬 一旬一次"),
    (.rhythm(Recurrence(period: .quarter)), "一季度一次 一季一次 一季一报 三个月一次"),
    (.rhythm(Recurrence(period: .halfYear)), "半年一次 六个月一次"),
    (.rhythm(Recurrence(period: .term)), "一学期一次 一个学期一次 每学期期末 每学期期初 每学期期中 每个学期期末"),
    (.rhythm(Recurrence(period: .year)), "一年一次 一年一度 年度一次"),
  ]
}

/// Events to which offices bind deadlines; they have no day of their own.
enum DeadlineEvents {
  static let words = """
    学生代表大会 学代会 代表大会 研代会 研究生代表大会 团代会 党代会 教代会 职代会 工代会 全委会 两代会 两会 换届 换届选举 换届大会 换届改选 届满 任期届满 期满 任期 \
    开学 开学典礼 开学季 开学初 招新 纳新 放假 暑假 暑期 寒假 寒暑假 假期 长假 小长假 期末 期末考试 期中 期中考试 期初 考试 考试周 毕业 毕业典礼 毕业季 毕业生离校 军训 \
    会议 大会 全会 全体会议 党委会 常委会 党委会议 主席团会议 书记办公会 校长办公会 院长办公会 部务会 座谈会 推进会 动员会 部署会 总结会 启动会 会后 会前 会中 \
    审议 迎新 迎新季 入学 新生入学 新生报到 报到 老生返校 录取 招生 高考 离校 选举 运动会 校运会 校庆 校庆日 艺术节 科技节 文化节 \
    国庆假期 国庆长假 除夕 圣诞 圣诞节 十一前后 十一后 十一期间 国庆黄金周 黄金周 十一假期 十一黄金周 十一长假 五一假期 五一长假 元旦假期 \
    中秋 中秋节 春节 元宵节 清明 清明节 端午 端午节 重阳节 双节 验收 评估 评审 督查 巡视 巡察 批复 批准 核准 审批 \
    文件下发 文件印发 通知印发 通知下发 新学期 本学期 这学期 该学期 本学年 新学年 试点结束 疫情结束 疫情解除 疫情过后 返校 复学 复课 开会 例会 联席会议 述职评议 述职 \
    年度考核 民主生活会 组织生活会 结业 结项 中期检查 中期评估 竣工 开班 立项 春运 双十一 整改期 整改期间 集中整改期 集中整改期间 十三五 十四五 十五五 大考 四六级考试 毕业答辩 答辩 社团招新 百团大战 学雷锋日 学期结束 学期末考试
    """
}
