extension HedgeWords {
  /// A hedge with the words that it is only a part of, and the words of which one must follow.
  struct Entry: Hashable {
    var word: [Character]
    var compounds: [[Character]]
    var followers: [[Character]]?
    /// Whether it tells a state, such as 整改中, which hedges only where its clause ends: 整改中同步修订制度
    /// tells what was done.
    var isState: Bool { word.count > 1 && word.last == "中" }
  }

  /// The common hedges by their first character, longest first.
  static let commonByFirst: [Character: [Entry]] = {
    var result: [Character: [Entry]] = [:]
    for (words, compounds, followers) in table {
      for word in list(words) {
        let entry = Entry(
          word: word, compounds: list(compounds),
          followers: followers.isEmpty ? nil : list(followers))
        result[word[0], default: []].append(entry)
      }
    }
    for key in result.keys { result[key]?.sort { $0.word.count > $1.word.count } }
    return result
  }()

  private static let table: [(words: String, compounds: String, followers: String)] = [
    (
      "基本 基本上",
      """
      基本制度 基本情况 基本任务 基本原则 基本要求 基本职能 基本定位 基本信息 基本规律 基本知识 基本理论 基本路线 基本方针 \
      基本方略 基本功 基本组织 基本权益 基本单元 基本盘 基本内容 基本流程 基本条件 基本遵循 基本框架 基本生活 基本国情 基本素质 \
      基本能力 基本面 基本规范 基本程序 基本标准 基本保障 基本特征 基本途径 基本法 基本医疗 基本工作 基本概况 基本常识 基本数据
      """, ""
    ),
    (
      "部分 大部分 绝大部分",
      """
      组成部分 重要部分 第一部分 第二部分 第三部分 第四部分 第五部分 两部分 三部分 四部分 五部分 两个部分 三个部分 四个部分 \
      五个部分 各部分 各个部分
      """, ""
    ),
    ("大体 大体上 大致 大多数 多数 绝大多数", "多数人的权益 少数服从多数 面向大多数 大体育", ""),
    ("原则上 逐步 逐渐 陆续 初步 正在 不定期 力争 预计 有望 尚未 尚待 尚在 暂未 即将 拟于 拟定于 尽快 适时 择机 有待", "正在于", ""),
    ("可能 估计 大概 推定 或许", "尽可能 可能性 不可能 可能的 可能存在 可能出现 可能发生", ""),
    ("争取", "争取到 争取了 争取支持 争取党", ""),
    (
      "拟",
      "模拟 虚拟 草拟 拟定 拟订 拟制 拟稿 比拟 拟合 拟人 拟态 拟写", ""
    ),
    (
      "将",
      """
      将军 将士 将领 将帅 干将 大将 主将 名将 上将 中将 少将 老将 小将 强将 战将 良将 将近 将就 麻将 必将 \
      将心比心 将错就错 精兵强将 闯将
      """, ""
    ),
    (
      "计划",
      """
      工作计划 推进计划 培训计划 年度计划 学习计划 实施计划 行动计划 发展计划 整改计划 活动计划 学期计划 改革计划 招新计划 \
      按计划 按照计划 有计划 原计划 计划书 计划表 计划经济
      """,
      """
      于 在 开展 召开 完成 修订 制定 举办 下 明年 今年 年底 年内 近期 组织 推进 出台 建立 成立 实施 启动 用 到 通过 将 对 \
      进行 安排 本学期 本月 每 二 一 三
      """
    ),
  ]

  /// What follows 将 when it speaks of the future.
  static let futureMarks = list(
    """
    于 在 会 要 进一步 继续 按 按照 对 把 逐步 尽快 适时 及时 迅速 组织 开展 召开 制定 完成 加强 推进 建立 完善 修订 深入 不断 \
    积极 努力 严格 根据 以 持续 着力 陆续 举办 通过 全面 成立 启动 坚持 结合 依托 围绕 参照 从
    """)

  /// Verbs that put something somewhere or make it something: 将 before them marks the object.
  static let disposals = list(
    """
    纳入 列入 作为 融入 列为 写入 写进 载入 并入 划入 归入 引入 贯穿 落实到 落到 贯彻到 提交 上报 报送 报 交由 送 印发 下发 发放 \
    公布 公开 公示 通报 调整 合并 撤并 撤销 精简 压缩 减少 减至 降至 增至 分为 分成 划分 转为 转变 转化 变为 改为 更名 设为 \
    确定为 定为 统一 挂钩 相结合 延伸 下沉 推荐 传达 传递 反馈 整合 分流 记录 归档 存档 明确为 细化 分解 控制在 覆盖
    """)

  private static func list(_ words: String) -> [[Character]] {
    words.split(whereSeparator: \.isWhitespace).map(Array.init)
  }
}
