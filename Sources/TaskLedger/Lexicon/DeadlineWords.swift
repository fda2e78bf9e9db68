/// What a word of the deadline language does.
enum DeadlineWord: Sendable, Hashable {
  case year, month, day, quarter, term, academicYear, week, halfYear, duration, times
  case ordinalMark, firstHalf, secondHalf, autumnTerm, springTerm, firstTerm, secondTerm
  case relativeYear(Int), followingYear, wholeYear
  case each, since, by, within, from, after, during
  case early, middle, end, firstTenDays, middleTenDays, lastTenDays
  case range, list, pause, clockTime
  case ongoing, immediate, vague, event, filler
}

/// The table of the words that the deadline language knows; the longest word at a place counts.
enum DeadlineWords {
  /// The words by their first scalar, longest first.
  static let byFirst: [UInt32: [(word: [UInt32], meaning: DeadlineWord)]] = {
    var result: [UInt32: [(word: [UInt32], meaning: DeadlineWord)]] = [:]
    for (meaning, words) in table {
      for word in words.split(separator: " ") {
        let scalars = word.unicodeScalars.map(\.value)
        result[scalars[0], default: []].append((scalars, meaning))
      }
    }
    for key in result.keys { result[key]?.sort { $0.word.count > $1.word.count } }
    return result
  }()

  private static let table: [(DeadlineWord, String)] = [
    (.year, "年 年度"), (.month, "月 月份"), (.day, "日 号"), (.quarter, "季度 季"),
    (.term, "学期 个学期"), (.academicYear, "学年 学年度"), (.week, "周 星期 礼拜"),
    (.halfYear, "半年 半年度"), (.times, "次 回"),
    (.duration, "个月 周内 星期内 个星期 个周 天 天内 个工作日 工作日 个自然日 小时 个年度"),
    (.ordinalMark, "第"), (.firstHalf, "上半年 上半年度"), (.secondHalf, "下半年 下半年度"),
    (.autumnTerm, "秋季学期 秋学期 秋季新学期"), (.springTerm, "春季学期 春学期 春季新学期"),
    (.firstTerm, "上学期"), (.secondTerm, "下学期"),
    (.relativeYear(0), "今年 今年度 本年 本年度 当年 当年度"),
    (.relativeYear(1), "明年 明年度 来年"), (.relativeYear(-1), "去年 上年 上年度"),
    (.followingYear, "次年 次年度 翌年 下一年 下一年度 第二年"),
    (.wholeYear, "全年 全年度"),
    (.each, "每 按 逐 每个 每一 每一个"), (.since, "自 从"),
    (.by, "前 之前 以前 止 为止 结束前 结束之前"),
    (.within, "内 之内 以内 期内"),
    (.from, "起 开始 始 启动 之日起"),
    (.after, "后 之后 以后 过后 结束后"), (.during, "时 期间 当天 当日 之际 会上"),
    (.early, "初"), (.middle, "中"), (.end, "底 末 终 尾 最后一天"),
    (.firstTenDays, "上旬"), (.middleTenDays, "中旬"), (.lastTenDays, "下旬"),
    (.range, "- ~ 至 到"), (.list, "、 和 及 与 或 / 以及 ． ＆ & + 或者"),
    (.pause, ", ; 。 ( ) 并 且 并且 〔 〕 [ ] 【 】 ! 同时 随后 然后"),
    (.clockTime, "上午 下午 中午 晚上 晚 整 分"),
    (
      .ongoing,
      """
      全年持续推进 持续推进 持续 长期 长期坚持 长期推进 长期落实 长期执行 常态化 常态化推进 常态化开展 常态化坚持 \
      常态长效 常态 长效 贯穿全年 贯穿始终 贯穿全过程 全过程 全程 持续落实 持续坚持 持续开展 持续用力 持续深化 \
      坚持不懈 常抓不懈 常年 日常 日常坚持 经常 经常性 经常性开展 一直 始终 始终坚持 坚持 不断推进 不断 深入推进 \
      持续改进 持续完善 持续整改 持续优化 长期持续 长期有效 全年推进 全年坚持 全年开展 每天 每日 永久
      """
    ),
    (
      .immediate,
      """
      立行立改 立即 立即整改 立即执行 立即落实 立即办理 即知即改 即行即改 立查立改 立改立行 即查即改 边查边改 立整立改 \
      立说立行 即时 即刻 即日 即日起 马上 马上整改 马上就办 第一时间
      """
    ),
    (
      .vague,
      """
      适时 尽快 尽早 尽快完成 近期 短期 中期 中长期 逐步 逐渐 择机 择期 视情况 视情 视情况而定 视工作情况 视工作情况而定 视具体情况 视具体情况而定 按需 按需开展 \
      根据需要 根据实际 根据实际情况 根据工作需要 根据工作安排 根据情况 结合实际 按要求 按照要求 按上级要求 按照上级要求 \
      按计划 按照计划 按进度 按期 按时 如期 待定 暂未确定 未定 不定期 随时 及时 抓紧 抓紧完成 早日 今后 下一步 \
      条件成熟时 条件成熟后 条件具备时 条件具备后 时机成熟时 时机成熟后 适当时候 适当时机 合适时候 另行通知 另行安排 \
      另定 有条件时 分步 分步实施 分阶段 分阶段推进 陆续 不限
      """
    ),
    (
      .event,
      """
      学生代表大会 学代会 代表大会 研代会 团代会 党代会 教代会 换届 换届选举 换届大会 开学 开学典礼 招新 纳新 放假 暑假 \
      寒假 期末 期末考试 期中 考试 毕业 毕业典礼 军训 会议 大会 全会 党委会 常委会 党委会议 主席团会议 审议 迎新 入学 报到 \
      离校 选举 运动会 校庆 国庆节 国庆 五四 中秋 春节 元旦 劳动节 教师节 验收 评估 督查 巡视 巡察 下发 印发 发文 批复 批准 \
      核准 文件下发 文件印发 方案印发 通知印发 新学期 试点结束 疫情结束 返校 复学 开会 例会 联席会议 述职评议
      """
    ),
    (
      .filler,
      """
      完成 前完成 办结 落实 到位 落实到位 整改 整改到位 整改完成 于 在 为 是 约 大约 左右 须 需 应 要 必须 确保 力争 争取 \
      计划 预计 拟 截至 截止 截止到 截止至 截至到 完成时限 时限 完成时间 时间 时间节点 期限 完成期限 整改时限 办理时限 日期 截止时间 截止日期 完成日期 \
      全部 全面 基本 任务 工作 各项 所有 各项任务 各项工作 改革 改革任务 出台 制定 修订 报送 上报 提交 召开 举办 建立 建成 \
      组织 实施 执行 开展 推进 推开 推动 开展一次 至少 不少于 不低于 以上 暂定 已完成 初步 初步完成 陆续完成 进行 更新 总结 \
      检查 自查 汇报 报告 一并 : " “ ” ' ‘ ’ 「 」 * # . 内容 下一次 下次 下一届 新一届 将 予以 均 本校 我校 的 达到 见效 \
      取得实效 部署 安排 培训 通过 讨论 研究 审定 结束 即可 \
      第一阶段 第二阶段 第三阶段 第四阶段 第一步 第二步 第三步 一期 二期
      """
    ),
  ]
}
