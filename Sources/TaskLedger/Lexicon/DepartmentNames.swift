/// Reads the departments of a cell (实施部门) and tells names from general words.
public enum DepartmentNames {
  /// Reads who leads and who supports from the words of one cell.
  ///
  /// Names are parted by white space, lines and 、，,；;/; a bracket stays with its name. Words such
  /// as 牵头 and 配合 divide lead from supporting, whether before the names (`牵头：`), behind them
  /// (`校团委牵头`) or in brackets (`校团委（牵头）`). A cell that does not divide gives all as lead.
  ///
  /// - Parameters:
  ///   - cell: The words as written.
  ///   - directory: The departments whose names stay whole where they hold a word that joins names,
  ///     such as 招生与就业处.
  /// - Returns: The names in the order written, each once.
  public static func read(
    _ cell: some StringProtocol, knowing directory: DepartmentDirectory = DepartmentDirectory([])
  ) -> DepartmentAssignment {
    let words = TextFolding.withoutArtefacts(String(cell))
    return DepartmentReader(directory).read(UTF8Text(RoleBrackets(words)?.words ?? words))
  }

  /// Reads who leads and who supports from the lines of one cell.
  ///
  /// - Parameter cell: The lines as written.
  /// - Returns: The names in the order written, each once.
  public static func read(_ cell: [String]) -> DepartmentAssignment {
    read(cell.joined(separator: "\n"))
  }

  /// Reads who leads and who supports from a cell in which signs or numbers stand beside the names.
  ///
  /// - Parameters:
  ///   - cell: The words as written.
  ///   - directory: The departments whose names stay whole.
  /// - Returns: The names, and whether a sign was taken away that may have meant something, words
  ///   behind a label that names something else, or it is not sure whom a bracket speaks of.
  public static func readMarked(
    _ cell: String, knowing directory: DepartmentDirectory = DepartmentDirectory([])
  ) -> (assignment: DepartmentAssignment, isDoubtful: Bool) {
    let brackets = RoleBrackets(cell)
    let marks = DepartmentMarks(brackets?.words ?? cell)
    let words = TextFolding.withoutArtefacts(marks.words)
    let reader = DepartmentReader(directory)
    // Brackets stand out only where signs before them are gone; else they were looked for.
    let again = brackets == nil && words == cell ? nil : RoleBrackets(words)
    let (assignment, isDoubtful) = reader.reading(UTF8Text(again?.words ?? words))
    let isBracketLeftOut = [brackets, again].contains { found in
      found.map { $0.isCut || !$0.persons.isEmpty } ?? false
    }
    return (assignment, marks.isDoubtful || isDoubtful || isBracketLeftOut)
  }

  /// Whether a label stands before departments that answer, lead or take part, or is a department.
  ///
  /// - Parameters:
  ///   - label: The words before a colon, folded.
  ///   - directory: The departments of the school.
  /// - Returns: False for 监督单位, 成果 and other labels.
  package static func isOfDepartments(
    _ label: String, knowing directory: DepartmentDirectory
  ) -> Bool {
    switch DepartmentReader(directory).label(label) {
    case .heading(.other), .heading(.unknown): false
    case .heading, .name, .general: true
    }
  }

  /// Whether those behind a label lead, or take part: 主办, 协作; nil for any other label.
  package static func isLeading(_ label: String) -> Bool? {
    switch DepartmentReader.headingRole(label) {
    case .lead: true
    case .supporting: false
    case .other, .unknown, nil: nil
    }
  }

  /// Whether a label says that those behind it answer, lead or take part, and is no department.
  package static func isHeading(
    _ label: String, knowing directory: DepartmentDirectory
  ) -> Bool {
    switch DepartmentReader(directory).label(label) {
    case .heading(nil), .heading(.lead), .heading(.supporting): true
    case .heading, .name, .general: false
    }
  }

  /// Whether a name is general words that nobody can be held to, such as 相关部门 or 各单位.
  ///
  /// - Parameter name: A name as ``read(_:knowing:)`` gives it.
  /// - Returns: True for 相关部门, 有关单位, 各部门, 责任部门 and the like, also behind another word
  ///   (校内相关部门) and with 等.
  public static func isGeneric(_ name: some StringProtocol) -> Bool {
    // By bytes: this is asked of every name of every plan.
    var words = Array(TextFolding.compact(name).utf8)[...]
    // All general words together are far shorter.
    guard words.count <= 150 else { return false }
    if isGeneric(words) { return true }
    for prefix in leading
    where words.count > prefix.count + 3 && words.starts(with: prefix) {
      words = words.dropFirst(prefix.count)
    }
    if words.count > more.count, words.suffix(more.count).elementsEqual(more) {
      words = words.dropLast(more.count)
    }
    return isGeneric(words)
  }

  /// Whether words are general without anything before or behind them.
  private static func isGeneric(_ words: ArraySlice<UInt8>) -> Bool {
    if words.count <= longestGeneric, genericNames.contains(Array(words)) { return true }
    return bodies.contains { body in
      guard words.count >= body.count, words.suffix(body.count).elementsEqual(body) else {
        return false
      }
      let rest = words.dropLast(body.count)
      return rest.isEmpty || qualifiers.contains(Array(rest))
    }
  }

  /// Whether a name ends as departments, units and bodies of a school do, and is no sentence.
  ///
  /// - Parameter name: A name as ``read(_:knowing:)`` gives it.
  /// - Returns: False for dates, placeholders and persons.
  public static func looksLikeDepartment(_ name: some StringProtocol) -> Bool {
    var words = TextFolding.compact(name)
    if words.unicodeScalars.last == "等" { words.removeLast() }
    if words.utf8.last == UInt8(ascii: ")"), let open = words.lastIndex(of: "("),
      open > words.startIndex
    {
      words = String(words[..<open])
    }
    let scalars = words.unicodeScalars
    guard (2...20).contains(scalars.count), let last = scalars.last,
      endings.contains(last) || longEndings.contains(where: { words.hasSuffix($0) }),
      !scalars.contains(where: notInNames.contains)
    else { return false }
    return !isPlaceholder(words)
  }

  /// Whether words only keep the place of a department: 选择一项, 待定, ××部门, ____.
  ///
  /// - Parameter name: A name as ``read(_:knowing:)`` gives it.
  /// - Returns: Whether no department is named.
  public static func isPlaceholder(_ name: some StringProtocol) -> Bool {
    // By code points and bytes: this is asked of every name of every plan.
    let words = TextFolding.compact(name)
    let scalars = words.unicodeScalars
    guard let first = scalars.first(where: { !openings.contains($0) }) else { return true }
    if scalars.allSatisfy(blankSigns.contains) { return true }
    if scalars.contains(where: placeholderStarts.contains),
      placeholders.contains(where: { words.place(of: $0) != nil })
    {
      return true
    }
    let isCrossed = crosses.contains(first)
    let inner = scalars.first { !openings.contains($0) && !closings.contains($0) } ?? first
    guard isCrossed || undecidedStarts.contains(inner) else { return false }
    let named = scalars.filter { !openings.contains($0) && !closings.contains($0) }
    if undecided.contains(String(named)) { return true }
    guard isCrossed else { return false }
    let rest = named.filter { !crosses.contains($0) }
    let restBytes = Array(String(rest).utf8)
    return rest.count <= 2 || genericNames.contains(restBytes) || bodies.contains(restBytes)
  }

  /// Whether a name is the number of a telephone: 13800001111, 020-3456789, 电话:3456789.
  ///
  /// - Parameter name: A name as ``read(_:knowing:)`` gives it.
  /// - Returns: Whether seven figures or more stand there and nothing but signs and 电话 beside them.
  public static func isTelephone(_ name: some StringProtocol) -> Bool {
    let words = TextFolding.compact(name)
    guard words.utf8.count(where: { (0x30...0x39).contains($0) }) >= 7 else { return false }
    return ["联系电话", "电话", "手机"].reduce(words) { $0.replacing($1, with: "") }
      .allSatisfy { $0.isASCII && !$0.isLetter || $0 == "—" || $0 == "、" }
  }

  /// The names within a name with a list in brackets, such as 校团委（学工部、教务处）.
  ///
  /// - Parameter name: A name as ``read(_:knowing:)`` gives it.
  /// - Returns: The name before the bracket and those inside; nil when the bracket is no list of
  ///   departments.
  public static func bracketedList(_ name: String) -> [String]? {
    guard let close = name.unicodeScalars.last, "）)】]".unicodeScalars.contains(close),
      let open = name.lastIndex(where: { "（(【[".contains($0) })
    else { return nil }
    var inside = name[name.index(after: open)...].dropLast()
    for word in including where inside.hasPrefix(word) {
      inside = inside.dropFirst(word.count).drop { "：:".contains($0) }
      break
    }
    let parts = inside.split { "、，,；;/ \u{3000}".contains($0) }.map(String.init)
    guard parts.count > 1,
      parts.allSatisfy({ looksLikeDepartment($0) || genericNames.contains(Array($0.utf8)) })
    else { return nil }
    let outside = String(name[..<open])
    return (outside.isEmpty ? [] : [outside]) + parts
  }

  /// The persons that brackets behind names give: 校团委（责任人：张三）.
  ///
  /// - Parameter cell: The words as written.
  /// - Returns: Their names in the order written.
  public static func persons(in cell: String) -> [String] {
    RoleBrackets(cell)?.persons ?? []
  }

  /// Whether a name ends with a bracket that holds no department, such as a person: 校团委（张三）;
  /// a place (东校区) and a role (主管) are none.
  ///
  /// - Parameter name: A name as ``read(_:knowing:)`` gives it.
  /// - Returns: Whether two to four signs stand in the bracket that do not end as departments do.
  public static func holdsPerson(_ name: some StringProtocol) -> Bool {
    let words = TextFolding.compact(name)
    guard words.hasSuffix(")"), let open = words.lastIndex(of: "("), open > words.startIndex else {
      return false
    }
    let inside = words[words.index(after: open)...].dropLast()
    // 校团委（具体由张三负责）
    if inside.contains("由") || inside.contains(":") { return true }
    return (2...4).contains(inside.count) && inside.allSatisfy(\.isLetter)
      && !looksLikeDepartment(inside) && !places.contains(where: { inside.hasSuffix($0) })
      && !roles.contains(String(inside))
  }

  /// The names that are ticked in a cell of boxes, such as □校团委 ☑学工部.
  ///
  /// - Parameter cell: The words of the cell.
  /// - Returns: The ticked names, none when no box is; nil when the cell has no empty box.
  public static func ticked(_ cell: String) -> String? {
    guard cell.unicodeScalars.contains(where: emptyBoxes.contains) else { return nil }
    func isBox(_ scalar: Unicode.Scalar) -> Bool {
      emptyBoxes.contains(scalar) || tickedBoxes.contains(scalar)
    }
    // 校团委☑ 学工部□: where the cell begins with a name and ends with a box, boxes are behind names.
    let signs = cell.unicodeScalars.filter { !TextFolding.isSpace($0.value) }
    let isBehind =
      signs.first.map { !isBox($0) } ?? false && signs.last.map { isBox($0) } ?? false
    var names: [String] = []
    var isTicked = false
    var name = ""
    for scalar in cell.unicodeScalars {
      if isBox(scalar) {
        if isBehind { isTicked = tickedBoxes.contains(scalar) }
        if isTicked, !name.isEmpty { names.append(name) }
        (isTicked, name) = (!isBehind && tickedBoxes.contains(scalar), "")
      } else {
        name.unicodeScalars.append(scalar)
      }
    }
    if isTicked, !name.isEmpty { names.append(name) }
    return names.joined(separator: "、")
  }

  private static let places = ["校区", "院区", "园区", "校园", "本部", "东区", "西区", "南区", "北区"]

  private static let roles: Set<String> = [
    "主管", "分管", "协管", "兼管", "代管", "主责", "主办", "协办", "承办", "兼职", "专职", "挂职", "负责", "负责人", "联系人",
    "联络人", "书记", "副书记", "主任", "副主任", "处长", "副处长", "部长", "副部长", "院长", "副院长", "校长", "副校长",
    "主席", "副主席", "干事", "辅导员", "班主任", "团干部", "合署", "合署办公", "总牵头",
  ]

  /// What a list in brackets begins with: 校团委（含：组织部、宣传部）.
  private static let including = ["包括", "包含", "含", "下设"]

  private static let emptyBoxes = Array("□☐".unicodeScalars)

  private static let tickedBoxes = Set("☑☒■✓√✔".unicodeScalars)

  private static let endings = Set("部处委办院系会室科馆组所局班队校站司".unicodeScalars)

  private static let longEndings = [
    "单位", "部门", "中心", "支部", "总支", "年级", "社团", "团总支", "党总支", "团支部", "党支部", "电视台", "广播台", "杂志社",
    "共青团", "机关",
    "基层", "机构", "组织",
  ]

  private static let notInNames = Set("，。；：,;:、=→⇒>＞—–－-0123456789".unicodeScalars)

  private static let blankSigns = Array("_＿—-－/.…·*＊?？□■ ".unicodeScalars)

  private static let crosses = Set("×✕✖╳xXＸｘ*＊某○〇".unicodeScalars)

  private static let openings = Set("(【[".unicodeScalars)

  private static let closings = Set(")】]".unicodeScalars)

  private static let placeholders = [
    "选择一项", "请选择", "请填写", "请输入", "单击此处", "点击此处", "点击输入", "此处填写", "(填写", "下拉选择",
  ]

  // Few: looking through them costs less than a hash.
  private static let placeholderStarts = Array(Set(placeholders.compactMap(\.unicodeScalars.first)))

  private static let undecidedStarts = Set(undecided.compactMap(\.unicodeScalars.first))

  private static let undecided: Set<String> = [
    "待定", "待明确", "待确定", "待补充", "待落实", "暂无", "未定", "无", "空", "另行确定", "另行通知", "N/A", "n/a", "TBD",
    "tbd", "见备注", "部门名称", "单位名称",
  ]

  private static func bytes(_ words: String) -> [[UInt8]] {
    words.split(separator: " ").map { Array($0.utf8) }
  }

  private static let more = Array("等".utf8)

  private static let leading = bytes("学校 学院 校内 全校 全院 其他 其它 及 和 等 与 各")

  private static let qualifiers = Set(
    bytes(
      """
      相关 有关 各 各相关 各有关 责任 所有 全体 有关各 相关各 涉及 对应 相应 牵头 配合 协办 主办 承办 多 若干 部分 上述 以上 \
      职能 相关职能 有关职能 各职能 业务 相关业务 主责 主管 分管 各级 具体 落实 实施
      """))

  private static let bodies = bytes("职能部门 责任单位 责任部门 部门 单位 部处 处室 科室 机构 组织 人员 方面")

  private static let longestGeneric = genericNames.map(\.count).max() ?? 0

  private static let genericNames = Set(
    bytes(
      """
      部门 单位 等 有关 相关 多部门 全体 全校 各方 有关方面 相关方面 单位部门 相关单位(部门) 有关单位(部门) \
      各单位(部门) 单位(部门) 相关部门(单位) 各部门(单位) \
      相关学院 有关学院 各相关学院 各有关学院 涉及学院 部分学院 相关院系 有关院系 各相关院系 各有关院系 涉及院系 部分院系 \
      相关二级学院 有关二级学院 相关学院(部) 有关学院(部)
      """))
}
