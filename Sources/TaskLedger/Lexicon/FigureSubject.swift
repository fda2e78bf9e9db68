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
    var words = compact
    for (from, to) in replacements { words = replacing(from, by: to, in: words) }
    words = withoutEnds(words)
    if words.hasPrefix("系团") || words.hasPrefix("系党") { words = "院" + words }
    for prefix in ["院学生", "学院学生"] where words.hasPrefix(prefix) {
      words = "院系学生" + words.dropFirst(prefix.count)
    }
    words = withoutEnds(words)
    return omitted.contains(words) ? "" : words
  }

  /// Words that leave the subject unsaid.
  private static let omitted: Set<String> = [
    "但", "且", "并", "其中", "即", "每年", "每学年", "每学期", "每月", "每季度", "每周", "人", "共", "总",
  ]

  private static let replacements: [(String, String)] = [
    ("(研究生会)", ""), ("、研究生会", ""), ("学生会组织", "学生会"), ("二级学院(系)", "院系"), ("学院(系)", "院系"),
    ("院(系)", "院系"), ("二级院系", "院系"), ("学院系", "院系"), ("二级学院", "院系"), ("院系级", "院系"),
    ("系级学生", "院系学生"), ("院级学生", "院系学生"), ("学院学生会", "院系学生会"), ("校级", "校"), ("学校学生", "校学生"),
    ("我校学生", "校学生"), ("本校学生", "校学生"), ("系学生", "院系学生"), ("院院系学生", "院系学生"), ("中来自", "来自"),
    ("原则上", ""), ("一般", ""),
    ("应当", ""), ("必须", ""), ("须", ""), ("通常", ""), ("应", ""),
  ]

  private static let leading = [
    "其中", "但", "且", "并", "每个", "各个", "建立健全", "建立", "健全", "完善", "聘任", "配备", "设立", "各", "要求", "明确",
    "即", "、", "\"", "“", "”", "的", "和", "及", "由",
    "而", "(",
    ")", "优化", "确保", "组织", "同时",
  ]

  private static let trailing = [
    "人数", "总数", "数量", "数", "规模", "名额总数", "比例", "为", "是", "设", "由", "可", "控制在", "控制", "均", "不得", "要",
    "有", "在",
    "召开", "开展", "举办", "参加", "进行", "听取", "设置", "设立", "共", "共计", "达到", "达", "前", "占", "总", "的", "配备",
    "聘任",
    "明确", "保持在", "保持", "(", "接受",
  ]

  private static func withoutEnds(_ compact: String) -> String {
    var words = Substring(compact)
    var isChanged = true
    while isChanged {
      isChanged = false
      // 组织部 and 总数 are words of their own: nothing is taken from a word of two characters.
      for prefix in leading where words.hasPrefix(prefix) && words.count > prefix.count + 1 {
        words = words.dropFirst(prefix.count)
        isChanged = true
      }
      for suffix in trailing where words.hasSuffix(suffix) {
        words = words.dropLast(suffix.count)
        isChanged = true
      }
    }
    return String(words)
  }

  private static func replacing(_ word: String, by other: String, in text: String) -> String {
    let source = Array(text.utf8)
    let wanted = Array(word.utf8)
    guard source.count >= wanted.count else { return text }
    var result: [UInt8] = []
    var offset = 0
    while offset < source.count {
      if source[offset] == wanted[0], source[offset...].starts(with: wanted) {
        result += Array(other.utf8)
        offset += wanted.count
      } else {
        result.append(source[offset])
        offset += 1
      }
    }
    return result.count == source.count && word != other && result == source
      ? text : String(decoding: result, as: UTF8.self)
  }
}
