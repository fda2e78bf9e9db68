extension DepartmentReader {
  private static let leadWords = [
    "牵头组织", "共同负责", "共同牵头", "联合牵头", "负责牵头", "总牵头", "牵头负责", "主要负责", "具体负责", "全面负责", "牵头", "主办", "负责",
    "主责", "统筹", "主责任", "为主",
  ]
  private static let supportWords = [
    "共同配合", "共同参与", "负责配合", "负责协助", "积极配合", "主动配合", "密切配合", "配合", "协办", "协同", "协助", "协作", "参与",
    "参加", "会办", "支持",
  ]
  /// What a bracket behind a name says in one word.
  private static let shortRoles: [String: Role] = [
    "主": .lead, "牵": .lead, "辅": .supporting, "配": .supporting, "协": .supporting, "从": .supporting,
    "次": .supporting,
  ]
  private static let roleEndings = [
    "组织实施", "组织落实", "组织开展", "单位", "部门", "实施", "落实", "推进", "完成", "工作", "负责", "做好",
    "处室", "科室", "部室", "主体",
  ]

  /// The role words that may end a name, those with an ending first, by their last sign. As bytes:
  /// every name is asked, and unequal Chinese strings are slow to compare as text.
  private static let rolesAtEnd: [[UInt8]: [(word: [UInt8], role: Role)]] = {
    let words = leadWords.map { ($0, Role.lead) } + supportWords.map { ($0, .supporting) }
    let all = (roleEndings + [""]).flatMap { ending in
      words.map { (word: Array(($0 + ending).utf8), role: $1) }
    }
    return Dictionary(grouping: all) { Array($0.word.suffix(3)) }
  }()

  /// The role words that may begin a name.
  private static let rolesAtStart: [(word: String, role: Role)] = [
    ("牵头", .lead), ("主办", .lead), ("配合", .supporting), ("协办", .supporting), ("会同", .supporting),
  ]

  /// What stands anywhere in a cell; most cells hold none of it and are read faster.
  struct Marks {
    /// A role word, such as 牵头.
    var hasRoleWord = false
    /// A word that joins names: 和 及 与 等.
    var hasJoiner = false
    /// Whether words may have to be parted without a separator.
    var isAny: Bool { hasJoiner || hasRoleWord }

    /// Looks through a cell once.
    init(_ text: UTF8Text) {
      var offset = 0
      while offset < text.count {
        guard (0xE4...0xE9).contains(text.bytes[offset]) else {
          offset += 1
          continue
        }
        let (value, next) = text.han(at: offset)
        switch value {
        case 0x548C, 0x53CA, 0x4E0E, 0x7B49: hasJoiner = true
        case 0x7531: hasRoleWord = true  // 由
        // 牵 主 负 统 配 协 参 会 支 第 次
        case 0x6B21, 0x7B2C, 0x7275, 0x4E3B, 0x8D1F, 0x7EDF, 0x914D, 0x534F, 0x53C2, 0x4F1A, 0x652F:
          if !hasRoleWord { hasRoleWord = Self.words.contains { text.has($0, at: offset) } }
        default: break
        }
        if !hasRoleWord, next < text.count, Self.isShortWord(value),
          text.folded(at: next).value == UInt32(ascii: ")")
        {
          hasRoleWord = true
        }
        offset = next
      }
    }

    // 主 牵 辅 配 协 从 次, as （主） behind a name
    private static func isShortWord(_ value: UInt32) -> Bool {
      switch value {
      case 0x4E3B, 0x7275, 0x8F85, 0x914D, 0x534F, 0x4ECE, 0x6B21: true
      default: false
      }
    }

    private static let words: [StaticString] = [
      "牵头", "主办", "负责", "主责", "统筹", "配合", "协办", "协同", "协助", "协作", "参与", "参加", "会办", "支持",
      "会同", "第一责任", "第二责任", "主要责任", "次要责任",
    ]
  }

  /// The role that a heading such as 牵头单位 names.
  static func headingRole(_ words: String) -> Role? {
    if let role = weighedRoles[words] { return role }
    let stripped = withoutRole(words)
    return stripped.role != nil && stripped.rest.isEmpty ? stripped.role : nil
  }

  private static let weighedRoles: [String: Role] = [
    "主要责任单位": .lead, "主要责任部门": .lead, "次要责任单位": .supporting, "次要责任部门": .supporting,
  ]

  /// The role that a label of ranks names: 第一责任单位 leads, 第二责任单位 takes part.
  static func rankedRole(_ words: String) -> Role? {
    guard words.first == "第", let number = words.dropFirst().first,
      let rank = ChineseNumerals.value(of: String(number)),
      let body = ["责任单位", "责任部门", "单位", "部门"].first(where: { words.hasSuffix($0) }),
      words.count == body.count + 2
    else { return nil }
    return rank == 1 ? .lead : .supporting
  }

  /// The role that a label names in brackets: 责任单位（牵头）.
  static func bracketedRole(_ words: String, of labels: Set<String>) -> Role? {
    guard words.hasSuffix(")"), let open = words.lastIndex(of: "("),
      labels.contains(String(words[..<open]))
    else { return nil }
    return headingRole(String(words[words.index(after: open)...].dropLast()))
  }

  /// The words without 按职责分工负责 at their end, which says nothing of who leads.
  static func withoutShare(_ words: String) -> String {
    if let note = shareNote(words) { return note }
    guard let last = words.unicodeScalars.last, "工责实合".unicodeScalars.contains(last) else {
      return words
    }
    for beginning in ["按照各自", "按各自", "按照", "按", "依", "根据"] {
      for ending in ["职责分工负责", "职责分工落实", "职责分工配合", "职责分工", "职责负责", "职责落实"]
      where words.hasSuffix(beginning + ending) {
        return String(words.dropLast(beginning.count + ending.count))
      }
    }
    return words
  }

  /// The name before a bracket that says how it shares in the work or where it is: 资产处（按职责分工）,
  /// 领导小组办公室（设在校团委）; nil without such a bracket.
  private static func shareNote(_ words: String) -> String? {
    guard let close = words.unicodeScalars.last, close == ")" || close == "）",
      let open = words.lastIndex(where: { "（(".contains($0) }), open > words.startIndex
    else { return nil }
    let inside = words[words.index(after: open)...].dropLast()
    let isNote = [
      "按职责", "按照职责", "按分工", "依职责", "根据职责", "设在", "挂靠", "排名不分", "不分先后",
    ].contains { inside.hasPrefix($0) }
    return isNote ? String(words[..<open]) : nil
  }

  /// A name without the role word behind or before it.
  static func strippingRole(
    _ name: String
  ) -> (name: String, role: Role?, isBracketed: Bool) {
    let folded = TextFolding.fold(name)
    if let close = folded.last, ")】]〕".contains(close),
      let open = folded.lastIndex(where: { "(【[〔".contains($0) })
    {
      let inner = String(folded[folded.index(after: open)...].dropLast())
      if let role = headingRole(inner) ?? shortRoles[inner] {
        let kept = folded.distance(from: folded.startIndex, to: open)
        // 校团委、学工部（共同牵头） speaks of more than the name before it.
        let isOfAll = inner.hasPrefix("共同") || inner.hasPrefix("联合")
        return (String(name.prefix(kept)), role, !isOfAll)
      }
    }
    if let (role, rest) = leadingBracket(name) { return (rest, role, true) }
    let stripped = withoutRole(name)
    return (stripped.rest, stripped.role, false)
  }

  /// 校团委（学工部、教务处配合）: the name before the bracket and who is named inside.
  func bracketed(_ words: String) -> (name: String, inner: DepartmentAssignment)? {
    guard let close = words.last, "）)".contains(close),
      let open = words.firstIndex(where: { "（(".contains($0) }), open > words.startIndex
    else { return nil }
    let inside = String(words[words.index(after: open)...].dropLast())
    guard Self.headingRole(inside) == nil, Marks(UTF8Text(inside)).hasRoleWord,
      Self.withoutRole(inside).role != nil
    else { return nil }
    let inner = read(UTF8Text(inside))
    guard !inner.all.isEmpty,
      inner.all.allSatisfy({ $0.last.map(Self.nameEndings.contains) ?? false })
    else { return nil }
    return (String(words[..<open]), inner)
  }

  /// The words without the spaces of a name that was typed wide: 校 团 委.
  static func despaced(_ text: UTF8Text) -> UTF8Text {
    guard text.bytes.withUnsafeBufferPointer(TextFolding.hasSpace) else { return text }
    let scalars = Array(text.string(0, text.count).unicodeScalars)
    func isHan(_ index: Int) -> Bool {
      scalars.indices.contains(index) && TextFolding.isHan(scalars[index])
    }
    func isSpace(_ index: Int) -> Bool {
      scalars.indices.contains(index) && TextFolding.isSpace(scalars[index].value)
        && !TextFolding.isLineBreak(scalars[index].value)
    }
    // A sign with nothing but a space or a mark on either side.
    func standsAlone(_ index: Int) -> Bool {
      isHan(index) && !isHan(index - 1) && !isHan(index + 1)
    }
    func partsSigns(_ index: Int) -> Bool {
      guard isSpace(index) else { return false }
      var (before, after) = (index, index)
      while isSpace(before) { before -= 1 }
      while isSpace(after) { after += 1 }
      return standsAlone(before) && standsAlone(after)
    }
    let kept = scalars.indices.filter { !partsSigns($0) }
    guard kept.count < scalars.count else { return text }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: kept.map { scalars[$0] })
    return UTF8Text(String(result))
  }

  /// `（牵头）校团委`
  static func leadingBracket(_ name: String) -> (Role, String)? {
    guard let first = name.first, "(（【[".contains(first),
      let close = name.firstIndex(where: { ")）】]".contains($0) }),
      let role = headingRole(String(name[name.index(after: name.startIndex)..<close]))
    else { return nil }
    return (role, String(name[name.index(after: close)...]))
  }

  /// The words without their role, and without the verb that joins the two: 校团委为牵头单位.
  static func withoutRole(_ words: String) -> (rest: String, role: Role?) {
    let (rest, role) = withoutRoleWord(words)
    guard role != nil, rest.count > 2 else { return (rest, role) }
    var name = Substring(rest)
    if let first = name.first, "为是".contains(first) { name = name.dropFirst() }
    if let last = name.last, "为是".contains(last) { name = name.dropLast() }
    return (String(name), role)
  }

  private static func withoutRoleWord(_ words: String) -> (rest: String, role: Role?) {
    // By bytes, as every name is asked: the beginnings of Chinese strings are slow to compare as text.
    var rest = Substring(words).utf8
    if rest.starts(with: "由".utf8), rest.count > 6 { rest = rest.dropFirst(3) }
    // 以校团委为主
    if rest.starts(with: "以".utf8), words.hasSuffix("为主"), rest.count > 12 {
      rest = rest.dropFirst(3)
    }
    if let found = rolesAtEnd[Array(rest.suffix(3))]?.first(where: { found in
      rest.suffix(found.word.count).elementsEqual(found.word)
    }) {
      return (String(rest.dropLast(found.word.count)) ?? words, found.role)
    }
    for (word, role) in rolesAtStart where rest.starts(with: word.utf8) {
      rest = rest.dropFirst(word.utf8.count)
      for ending in ["单位", "部门"] where rest.starts(with: ending.utf8) {
        rest = rest.dropFirst(ending.utf8.count)
      }
      return (String(rest) ?? words, role)
    }
    return (String(rest) ?? words, nil)
  }

  // MARK: Names run together

  /// The names in words without a separator: 「校团委牵头学工部配合」, 「学工部和校团委」, 「校团委等部门」.
  func names(in words: String) -> [String] {
    // Names are parted one after the other; a run that no office writes is left as it is.
    guard words.utf8.count <= 2_000, !isOneName(words) else { return [words] }
    if let open = words.firstIndex(where: { "（(".contains($0) }), open > words.startIndex,
      let close = words[open...].firstIndex(where: { "）)".contains($0) }),
      case let rest = words[words.index(after: close)...], !rest.isEmpty,
      Self.headingRole(String(words[words.index(after: open)..<close])) != nil
    {
      // 校团委（牵头）学工部（配合）
      return [String(words[...close])] + names(in: String(rest))
    }
    for word in ["牵头", "主办", "配合", "协办"] {
      guard let found = words.place(of: word), found.lowerBound > words.startIndex else {
        continue
      }
      let rest = words[found.upperBound...]
      guard let next = rest.first, !")）】]〕".contains(next), rest != "组织",
        !Self.roleEndings.contains(where: { rest.hasPrefix($0) }),
        !"(（【[〔".contains(words[words.index(before: found.lowerBound)])
      else { continue }
      return [String(words[..<found.upperBound])] + names(in: String(rest))
    }
    if let found = words.place(of: "会同"), let last = words[..<found.lowerBound].last,
      Self.nameEndings.contains(last), words[found.upperBound...].count > 1
    {
      // 校团委会同学工部
      return [words[..<found.lowerBound] + "牵头"]
        + names(in: String(words[found.upperBound...])).map { $0 + "配合" }
    }
    for joiner in ["以及", "和", "及", "与"] {
      if words.hasPrefix(joiner), words.count > joiner.count + 1 {
        return names(in: String(words.dropFirst(joiner.count)))
      }
      guard let found = words.place(of: joiner) else { continue }
      let before = words[..<found.lowerBound]
      let behind = words[found.upperBound...]
      let isOpening =
        Self.openings.contains(String(before))
        // 实验室和学工部 are two where the directory knows the second.
        && (before == Self.laboratory[...] ? directory.canonical(behind) == nil : true)
      if !isOpening, let last = before.last,
        Self.nameEndings.contains(last), behind.count > 1,
        !Self.isInsideBracket(words, found.lowerBound)
      {
        return names(in: String(before)) + names(in: String(behind))
      }
    }
    // 学工部、教务处等部门配合
    let (named, role) = Self.withoutRole(words)
    let tail = role == nil || !words.hasPrefix(named) ? "" : String(words.dropFirst(named.count))
    let body = tail.isEmpty ? words : named
    for more in ["等相关部门", "等有关部门", "等相关单位", "等有关单位", "等部门", "等单位", "等"]
    where body.hasSuffix(more) && body.count > more.count {
      return [String(body.dropLast(more.count)) + tail, more + tail]
    }
    return [words]
  }

  /// Whether words are one name of the directory, also with its role behind it.
  private func isOneName(_ words: String) -> Bool {
    guard !directory.entries.isEmpty else { return false }
    let name = Self.strippingRole(words).name
    return !name.contains(where: { "（(".contains($0) }) && directory.canonical(name) != nil
  }

  /// What ends as a name does and is the first half of one: 实验室与设备管理处.
  private static let openings: Set<String> = ["党委", laboratory]

  private static let laboratory = "实验室"

  private static let nameEndings: Set<Character> = [
    "部", "处", "委", "办", "院", "系", "会", "心", "室", "科", "门", "位", "支", "馆", "组", "所", ")", "）",
  ]

  private static func isInsideBracket(_ words: String, _ place: String.Index) -> Bool {
    let before = words[..<place]
    return before.count(where: { "(（".contains($0) }) > before.count(where: { ")）".contains($0) })
  }
}
