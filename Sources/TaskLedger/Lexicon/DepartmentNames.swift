/// Reads the departments of a cell (实施部门) and tells names from general words.
public enum DepartmentNames {
  /// Reads who leads and who supports from the words of one cell.
  ///
  /// Names are parted by white space, lines and 、，,；;/; a bracket stays with its name. Words such
  /// as 牵头 and 配合 divide lead from supporting, whether before the names (`牵头：`), behind them
  /// (`校团委牵头`) or in brackets (`校团委（牵头）`). A cell that does not divide gives all as lead.
  ///
  /// - Parameter cell: The words as written.
  /// - Returns: The names in the order written, each once.
  public static func read(_ cell: some StringProtocol) -> DepartmentAssignment {
    DepartmentReader.read(UTF8Text(TextFolding.withoutArtefacts(String(cell))))
  }

  /// Reads who leads and who supports from the lines of one cell.
  ///
  /// - Parameter cell: The lines as written.
  /// - Returns: The names in the order written, each once.
  public static func read(_ cell: [String]) -> DepartmentAssignment {
    read(cell.joined(separator: "\n"))
  }

  /// Whether a name is general words that nobody can be held to, such as 相关部门 or 各单位.
  ///
  /// - Parameter name: A name as ``read(_:)-(StringProtocol)`` gives it.
  /// - Returns: True for 相关部门, 有关单位, 各部门, 责任部门 and the like, also behind another word
  ///   (校内相关部门) and with 等.
  public static func isGeneric(_ name: some StringProtocol) -> Bool {
    // By bytes: this is asked of every name of every plan.
    var words = Array(TextFolding.compact(name).utf8)[...]
    // All general words together are far shorter.
    guard words.count <= 150 else { return false }
    for prefix in leading
    where words.count > prefix.count + 3 && words.starts(with: prefix) {
      words = words.dropFirst(prefix.count)
    }
    if words.count > more.count, words.suffix(more.count).elementsEqual(more) {
      words = words.dropLast(more.count)
    }
    if genericNames.contains(Array(words)) { return true }
    return bodies.contains { body in
      guard words.count >= body.count, words.suffix(body.count).elementsEqual(body) else {
        return false
      }
      let rest = words.dropLast(body.count)
      return rest.isEmpty || qualifiers.contains(Array(rest))
    }
  }

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

  private static let genericNames = Set(
    bytes(
      """
      部门 单位 等 有关 相关 多部门 全体 全校 各方 有关方面 相关方面 单位部门 相关单位(部门) 有关单位(部门) \
      各单位(部门) 单位(部门) 相关部门(单位) 各部门(单位)
      """))
}
