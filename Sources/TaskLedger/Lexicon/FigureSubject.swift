/// Folds the subjects of figures.
enum FigureSubject {
  /// The bodies that stand before a subject and are carried over to those that omit them.
  static let bodies = ["校学生会", "院系学生会", "学生会"]

  /// The subjects that mean a part of the body named before.
  static let roles: Set<String> = [
    "主席团成员", "主席团", "工作部门", "工作部门负责人", "工作部门工作人员", "工作部门成员", "部门", "负责人", "工作人员", "成员", "主席", "副主席",
    "秘书长", "部长", "副部长", "干事", "执行主席", "工作人员总数", "部门负责人", "职能部门", "部门数量",
  ]

  /// Folds compact words.
  static func folded(_ compact: String) -> String {
    var words = Array(compact.utf8)[...]
    for (from, to) in replacements { words = replacing(from, by: to, in: words) }
    words = withoutEnds(words)
    for prefix in departmentStarts where words.starts(with: prefix) {
      words = Array("院".utf8) + words
    }
    for prefix in collegeStarts where words.starts(with: prefix) {
      words = Array("院系学生".utf8) + words.dropFirst(prefix.count)
    }
    let result = String(decoding: withoutEnds(words), as: UTF8.self)
    return omitted.contains(result) ? "" : result
  }

  /// Words that leave the subject unsaid.
  private static let omitted: Set<String> = [
    "但", "且", "并", "其中", "即", "每年", "每学年", "每学期", "每月", "每季度", "每周", "人", "共", "总",
  ]

  private static let replacements: [([UInt8], [UInt8])] = [
    ("(研究生会)", ""), ("、研究生会", ""), ("学生会组织", "学生会"), ("二级学院(系)", "院系"), ("学院(系)", "院系"),
    ("院(系)", "院系"), ("二级院系", "院系"), ("学院系", "院系"), ("二级学院", "院系"), ("院系级", "院系"),
    ("系级学生", "院系学生"), ("院级学生", "院系学生"), ("学院学生会", "院系学生会"), ("校级", "校"), ("学校学生", "校学生"),
    ("我校学生", "校学生"), ("本校学生", "校学生"), ("系学生", "院系学生"), ("院院系学生", "院系学生"), ("中来自", "来自"),
    ("原则上", ""), ("一般", ""), ("应当", ""), ("必须", ""), ("须", ""), ("通常", ""), ("应", ""),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private static let departmentStarts = words("系团 系党")
  private static let collegeStarts = words("院学生 学院学生")

  private static let leading = words(
    """
    其中 但 且 并 每个 各个 建立健全 建立 健全 完善 聘任 配备 设立 各 要求 明确 即 、 " “ ” 的 和 及 由 而 ( ) 优化 确保 组织 同时 共有 现有
    """)

  private static let trailing = words(
    """
    减至 减少至 减到 减少到 减为 精简至 精简到 精简为 压缩至 压缩到 压减至 压减到 降至 降低至 降到 缩减至 缩减到 增至 增加至 增加到 增到 提高至 提高到 \
    提升至 提升到 扩大至 扩大到 调整至 调整为 调整到 改为 \
    人数 总数 数量 数 规模 名额总数 比例 为 是 设 由 从 可 控制在 控制 均 不得 要 有 在 召开 开展 举办 参加 进行 听取 设置 设立 共 共计 \
    达到 达 前 占 总 的 配备 聘任 明确 保持在 保持 ( 接受 最多 至多 最少 至少
    """)

  private static func words(_ list: String) -> [[UInt8]] {
    list.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
  }

  private static func withoutEnds(_ compact: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var words = compact
    var isChanged = true
    while isChanged {
      isChanged = false
      // 组织部 and 总数 are words of their own: two characters must be left of a word.
      for prefix in leading where words.count > prefix.count + 3 && words.starts(with: prefix) {
        words = words.dropFirst(prefix.count)
        isChanged = true
      }
      for suffix in trailing
      where words.count >= suffix.count && words.suffix(suffix.count).elementsEqual(suffix) {
        words = words.dropLast(suffix.count)
        isChanged = true
      }
    }
    return words
  }

  private static func replacing(
    _ word: [UInt8], by other: [UInt8], in text: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8> {
    var result: [UInt8] = []
    var kept = text.startIndex
    var offset = text.startIndex
    while offset + word.count <= text.endIndex {
      guard text[offset] == word[0], text[offset..<offset + word.count].elementsEqual(word) else {
        offset += 1
        continue
      }
      result += text[kept..<offset]
      result += other
      offset += word.count
      kept = offset
    }
    return kept == text.startIndex ? text : (result + text[kept...])[...]
  }
}
