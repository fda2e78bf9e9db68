/// What speaks against words being one department as they stand.
extension DepartmentNames {
  /// Whether words end like a department and may still be another one, or more than a name: 原学工部,
  /// 学工部调整为校团委, 校团委或学工部, 学工部承办, 校团委（2025年6月前）, 校团委（原学工部）.
  ///
  /// Names run together are not told from those of a department's own parts, 校团委组织部.
  ///
  /// - Parameters:
  ///   - name: A name as ``read(_:knowing:)`` gives it.
  ///   - directory: The departments of the school; a name that it knows is never doubted.
  /// - Returns: Whether a person should look.
  package static func isMixed(_ name: String, knowing directory: DepartmentDirectory) -> Bool {
    let words = TextFolding.compact(name)
    guard words.utf8.count <= 120 else { return false }
    if let open = words.firstIndex(of: "(") {
      let inside = words[open...].dropFirst()
      // A former name makes two departments of one; a bracket that stays open lost something.
      if inside.contains(where: \.isNumber) || !inside.contains(")")
        || befores.contains(where: inside.hasPrefix)
      {
        return true
      }
    }
    guard directory.canonical(name) == nil else { return false }
    return changes.contains(where: words.contains)
      || befores.contains { words.hasPrefix($0) && directory.canonical(words.dropFirst()) != nil }
      || tasks.contains {
        words.hasSuffix($0) && directory.canonical(words.dropLast($0.count)) != nil
      }
  }

  /// Whether a heading names those who neither lead nor take part: 监督单位, 指导部门.
  package static func isOfOthers(_ heading: String) -> Bool {
    DepartmentReader.isOtherRole(TextFolding.compact(heading))
  }

  private static let changes = ["调整为", "变更为", "更名为", "改为", "或", "会商"]
  private static let befores = ["原", "现"]
  private static let tasks = ["承办", "承担", "经办"]
}
